"""Who owes what to a patient who was referred, and to one who said no or left."""

from datetime import timedelta

from bloodpatch.pathway.episode import Episode
from bloodpatch.pathway.obligations import Cause, Obligation, Owed
from bloodpatch.pathway.protocol import Protocol
from bloodpatch.pathway.roles import Role
from bloodpatch.pathway.stages.referral.commands import Sort
from bloodpatch.pathway.whereabouts import Whereabouts


def referral_is_read(episode: Episode, protocol: Protocol) -> Owed:
    """A referral that nobody has read."""
    if episode.whereabouts is not Whereabouts.REFERRED or episode.referral.sorted:
        return
    came = episode.referral.referred or episode.standing[0]
    yield Obligation(
        code="referral.unread",
        owner=Role.NURSE,
        due=came.recorded_at + timedelta(hours=protocol.referral.triage_due_hours),
        says="Read and sort the referral",
        act=Sort.name,
    )


def refusal_is_looked_at(episode: Episode, protocol: Protocol) -> Owed:
    """A patient who declined a patch still has a hole in the dura, and a physician."""
    turned = episode.referral.turned
    if episode.whereabouts is Whereabouts.DECLINED and turned is not None:
        hours = protocol.referral.refusal_review_due_hours
        yield Obligation(
            code="referral.declined",
            owner=Role.PHYSICIAN,
            due=turned.occurred.latest + timedelta(hours=hours),
            says="Decide how a patient who declined a patch is looked after",
            act="assessment.record_decision",
        )


def leaving_is_looked_at(episode: Episode, protocol: Protocol) -> Owed:
    """Nobody is let go without a physician's signature."""
    turned = episode.referral.turned
    if episode.whereabouts is Whereabouts.WITHDRAWN and turned is not None:
        hours = protocol.referral.refusal_review_due_hours
        yield Obligation(
            code="referral.withdrawn",
            owner=Role.PHYSICIAN,
            due=turned.occurred.latest + timedelta(hours=hours),
            says="Close, or call back, a patient who left",
            act="closure.close",
        )


OWES: tuple[Cause, ...] = (referral_is_read, refusal_is_looked_at, leaving_is_looked_at)

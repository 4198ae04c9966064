"""What a physician owes: at once for a stop sign, and for what was recorded against a rule."""

from datetime import timedelta

from bloodpatch.pathway.episode import Episode
from bloodpatch.pathway.obligations import Obligation, Owed
from bloodpatch.pathway.protocol import Protocol
from bloodpatch.pathway.queries.urgent_facts import is_at_home, named, urgent
from bloodpatch.pathway.review.commands import Acknowledge, LiftStop
from bloodpatch.pathway.roles import Role


def look_at_what_was_recorded_against_a_rule(episode: Episode, protocol: Protocol) -> Owed:
    """What a permit would have refused is work for a physician once it has happened."""
    for happened in episode.standing:
        if happened.against and happened.position not in episode.review.acknowledged:
            yield Obligation(
                code="review.against_a_rule",
                owner=Role.PHYSICIAN,
                due=happened.recorded_at + timedelta(hours=protocol.closure.review_due_hours),
                says="Look at what was recorded against a rule",
                act=Acknowledge.name,
            )
            return


def physician_comes_at_once(episode: Episode, protocol: Protocol) -> Owed:
    """A3: a stop sign in the house, by whichever entry it came. One for a patient."""
    found = urgent(episode, protocol)
    if found and not is_at_home(found, episode):
        yield Obligation(
            code="review.urgent_fact",
            owner=Role.PHYSICIAN,
            due=found[0].due,
            says=f"Physician to the patient now: {named(found)}",
            act=LiftStop.name,
        )


OWES = (
    physician_comes_at_once,
    look_at_what_was_recorded_against_a_rule,
)

"""Who owes what to a patient who waits to be assessed, decided upon, or looked at again."""

from datetime import timedelta

from bloodpatch.pathway.episode import Episode
from bloodpatch.pathway.obligations import Cause, Obligation, Owed
from bloodpatch.pathway.protocol import Protocol
from bloodpatch.pathway.queries.blood_pressure import severe_since
from bloodpatch.pathway.roles import Role
from bloodpatch.pathway.stage_stream import last_of
from bloodpatch.pathway.stages.assessment.commands import (
    DecidePatch,
    RecordHeadache,
    RecordInvestigation,
    RecordVitals,
)
from bloodpatch.pathway.stages.assessment.events import (
    InvestigationRecorded,
    OpinionRecorded,
)
from bloodpatch.pathway.whereabouts import OVER, Whereabouts


def patient_is_assessed(episode: Episode, protocol: Protocol) -> Owed:
    """A referral that was read, and a patient whom nobody has seen."""
    read = episode.referral.sorted
    if episode.whereabouts is Whereabouts.REFERRED and read is not None:
        came = episode.referral.referred or read
        yield Obligation(
            code="assessment.due",
            owner=Role.NURSE,
            due=came.recorded_at + timedelta(hours=protocol.assessment.due_hours),
            says="Assess the headache",
            act=RecordHeadache.name,
        )


def physician_decides(episode: Episode, protocol: Protocol) -> Owed:
    assessed = episode.assessment.assessed
    if episode.whereabouts is Whereabouts.UNDECIDED and assessed is not None:
        hours = protocol.assessment.decision_due_hours
        yield Obligation(
            code="assessment.decision",
            owner=Role.PHYSICIAN,
            due=assessed.recorded_at + timedelta(hours=hours),
            says="Decide: a patch, care without one, or another pathway",
            act=DecidePatch.name,
        )


def conservative_patient_is_seen_again(episode: Episode, protocol: Protocol) -> Owed:
    """Counted from whenever somebody last looked: the decision, an assessment, a contact."""
    if episode.whereabouts is not Whereabouts.CONSERVATIVE:
        return
    looked = last_of(
        (
            episode.assessment.decided,
            episode.repeat.decided,
            episode.assessment.assessed,
            episode.now.followup.last_contact,
        )
    )
    assert looked is not None
    hours = protocol.assessment.conservative_recheck_hours
    yield Obligation(
        code="assessment.look_again",
        owner=Role.PHYSICIAN,
        due=looked.recorded_at + timedelta(hours=hours),
        says="Look again at a patient treated without a patch",
        act=RecordHeadache.name,
    )


def outcome_of_the_other_pathway_is_known(episode: Episode, protocol: Protocol) -> Owed:
    """A patient sent elsewhere is still ours until the outcome is known here."""
    if episode.whereabouts is not Whereabouts.OTHER_PATHWAY:
        return
    heard = last_of(
        (
            episode.assessment.decided,
            episode.repeat.decided,
            episode.assessment.latest(InvestigationRecorded),
            episode.assessment.latest(OpinionRecorded),
        )
    )
    assert heard is not None
    hours = protocol.assessment.other_pathway_outcome_due_hours
    yield Obligation(
        code="assessment.outcome_elsewhere",
        owner=Role.PHYSICIAN,
        due=heard.recorded_at + timedelta(hours=hours),
        says="Find out what became of a patient sent elsewhere",
        act=RecordInvestigation.name,
    )


def severe_pressure_is_treated(episode: Episode, protocol: Protocol) -> Owed:
    """Until a lower one is recorded, wherever the patient is. Of one of some hour of today, the
    minutes count from when it was recorded."""
    reading = severe_since(episode, protocol)
    if reading is not None and episode.whereabouts not in OVER:
        minutes = protocol.assessment.severe_pressure_minutes
        yield Obligation(
            code="assessment.severe_pressure",
            owner=Role.PHYSICIAN,
            due=min(reading.occurred.latest, reading.recorded_at) + timedelta(minutes=minutes),
            says="Treat the severe blood pressure with obstetrics, and take it again",
            act=RecordVitals.name,
        )


OWES: tuple[Cause, ...] = (
    severe_pressure_is_treated,
    patient_is_assessed,
    physician_decides,
    conservative_patient_is_seen_again,
    outcome_of_the_other_pathway_is_known,
)

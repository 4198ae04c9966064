"""What is stated at follow-up."""

from dataclasses import dataclass

from bloodpatch.pathway.clinical import (
    SYMPTOM_CHOICES,
    Course,
    RedFlagScreen,
    Relief,
    ReliefTold,
    Specialty,
    Timing,
    Told,
)
from bloodpatch.pathway.clinical import Warning as WarnedOf
from bloodpatch.pathway.codes import Code
from bloodpatch.pathway.stages.followup.choices import (
    EFFECT_CHOICES,
    Channel,
    HeadacheNow,
    UnknownBecause,
)
from bloodpatch.pathway.statements import payload
from bloodpatch.pathway.values import Answer, Answers, Count, Pain, PainPosition, When

__all__ = ["ReliefTold"]


@dataclass(frozen=True, kw_only=True)
class Plan(Told):
    """A contact that was promised beside those of the protocol: at a time, or several in a row."""

    contact: Channel | None = payload("By which channel", ask="How")
    due: When | None = payload("When", ask="When", ahead=True)
    contact_every: Timing | None = payload("How often", ask="Every")
    daily_contacts: Count | None = payload("How many in a row", ask="How many")
    by: Specialty | None = payload("By whom, if not by this service", ask="By", more=True)


@dataclass(frozen=True, kw_only=True)
class HowItIs(RedFlagScreen):
    """T10 T14: how the patient is, as asked at a contact or reported without one."""

    planned: Code | None = payload(
        "Which of the planned contacts it is, where it is not the one that was due",
        ask="Planned contact",
        more=True,
    )
    headache: HeadacheNow | None = payload("The headache now", ask="Headache")
    pain_lying: Pain | None = payload("Lying flat", ask="Pain lying", position=PainPosition.LYING)
    pain_upright: Pain | None = payload(
        "Sitting or standing", ask="Pain upright", position=PainPosition.UPRIGHT
    )
    back_pain_score: Pain | None = payload(
        "Pain in the back", ask="Back pain", position=PainPosition.NOT_STATED
    )
    relief: Relief | None = payload("Relief since the patch", ask="Relief")
    recurred: Answer | None = payload("Whether the headache came back", ask="Came back?")
    adverse_effects: Answers | None = payload(
        "Each adverse effect, asked by name", ask="Since the patch", choices=EFFECT_CHOICES
    )
    symptoms: Answers | None = payload(
        "What else there is", ask="Other symptoms", choices=SYMPTOM_CHOICES, more=True
    )
    usual_activity: Answer | None = payload(
        "Whether the patient does what he or she usually does", ask="Back to usual activity?"
    )
    strong_painkillers: Answer | None = payload(
        "Whether opioids are still needed", ask="Strong painkillers?"
    )
    pain: tuple[Pain, ...] | None = payload(
        "Other scores, each with its position", ask="Other scores", more=True
    )


@dataclass(frozen=True, kw_only=True)
class Attempt(Told):
    """How somebody tried to reach the patient: asked first, for nothing follows without it."""

    answered: Answer | None = payload("Whether the patient was reached", ask="Reached?")
    contact: Channel | None = payload("By which channel", ask="How")


@dataclass(frozen=True, kw_only=True)
class Contact(HowItIs, Attempt):
    """Somebody of the service spoke with the patient, or tried to."""

    by: Specialty | None = payload("By whom, if not by this service", ask="By", more=True)
    instructions: tuple[WarnedOf, ...] | None = payload(
        "What the patient was told to look out for", ask="Told to look out for"
    )


@dataclass(frozen=True, kw_only=True)
class Report(HowItIs):
    """The patient's own account; nobody asked while it was written."""


@dataclass(frozen=True, kw_only=True)
class NoReply(Told):
    """One attempt, or several, at which nobody was reached."""

    contact: Channel | None = payload("By which channel", ask="How")
    attempts: Count | None = payload("How many attempts", ask="Attempts")


@dataclass(frozen=True, kw_only=True)
class Loss(Told):
    """A physician signs that the patient cannot be found. It is no outcome."""

    attempts: Count | None = payload("How many attempts were made", ask="Attempts")
    last_known: Timing | None = payload("When the patient was last heard of", ask="Last heard of")
    watched_days: Count | None = payload("For how many days it was watched", ask="Watched for days")


@dataclass(frozen=True, kw_only=True)
class Status(Told):
    """How the patient went on, as a report sums it up, or why nobody knows."""

    course: Course | None = payload("How it went on", ask="Since then")
    unknown_because: UnknownBecause | None = payload("Why it is not known", ask="Not known because")
    last_known: Timing | None = payload("Until when it is known", ask="Known until")

"""Short ways to say what rules ask for again and again, and to ask one rung by itself."""

from typing import Any

from samples import minimal
from story import PHYSICIAN, Story

from bloodpatch.pathway.acts import StateRung
from bloodpatch.pathway.clinical import (
    Activity,
    HistoryItem,
    Investigation,
    RedFlag,
    Relief,
    Sign,
    Specialty,
    Symptom,
)
from bloodpatch.pathway.clinical.red_flags import MEANS
from bloodpatch.pathway.codes import Code, PlainForm
from bloodpatch.pathway.findings import Finding
from bloodpatch.pathway.review.choices import Examination
from bloodpatch.pathway.review.commands import LiftStop
from bloodpatch.pathway.stages.assessment import choices as a
from bloodpatch.pathway.stages.assessment import commands as assessment
from bloodpatch.pathway.stages.followup.commands import RecordRelief
from bloodpatch.pathway.stages.procedure.commands import RecordPatch
from bloodpatch.pathway.stages.referral.choices import Technique
from bloodpatch.pathway.stages.referral.commands import RecordPuncture
from bloodpatch.pathway.statements import Command
from bloodpatch.pathway.values import Answer, Answers, BloodPressure, Celsius, FreeText


def raised(story: Story, rung: StateRung) -> list[str]:
    """The codes that one rung raises on the state as it is."""
    return [finding.code for finding in rung(story.episode, story.context(PHYSICIAN))]


def sentence(story: Story, rung: StateRung) -> str:
    (finding,) = rung(story.episode, story.context(PHYSICIAN))
    return finding.says


def lift_of(finding: Finding) -> LiftStop:
    """A physician examined what this stop is about, and found nothing that speaks against it."""
    return LiftStop(
        finding=Code(finding.code),
        saw=PlainForm(dict(finding.seen)),
        examination=Examination.SPINE_MRI,
        result=FreeText("No bleeding."),
    )


def lift(*flags: RedFlag, code: str = "red_flag.stop") -> Command:
    """A physician looked at these, and records what the examination showed."""
    return LiftStop(
        finding=Code(code),
        saw=PlainForm({"facts": ", ".join(MEANS[flag] for flag in flags)}),
        examination=Examination.SPINE_MRI,
        result=FreeText("No bleeding."),
    )


def flag(*flags: RedFlag, answer: Answer = Answer.YES) -> Command:
    return assessment.ScreenRedFlags(flags=Answers(dict.fromkeys(flags, answer)))


def symptom(*symptoms: Symptom, answer: Answer = Answer.YES) -> Command:
    return assessment.RecordSymptoms(symptoms=Answers(dict.fromkeys(symptoms, answer)))


def vitals(*, temperature: str | None = None, pressure: tuple[int, int] | None = None) -> Command:
    return assessment.RecordVitals(
        temperature=Celsius.parse(temperature) if temperature else None,
        blood_pressure=BloodPressure(*pressure) if pressure else None,
    )


def obstetric(state: a.ObstetricState | None = a.ObstetricState.POSTPARTUM, **said: Any) -> Command:
    return assessment.RecordObstetric(state=state, **said)


def history(condition: HistoryItem, activity: Activity | None = None, **said: Any) -> Command:
    return assessment.RecordHistory(condition=condition, activity=activity, **said)


def investigated(*kinds: Investigation, signs: str = "", **said: Any) -> Command:
    """Signs are written one per comma: "subdural_collection left, csf_leak absent"."""
    showed = tuple(Sign.parse(text) for text in signs.split(",")) if signs else None
    return assessment.RecordInvestigation(kind=kinds, signs=showed, **said)


def opinion(specialty: Specialty, advice: a.Advice | None = None) -> Command:
    return assessment.RecordOpinion(specialty=specialty, advice=advice)


def cared(effect: Relief | None = None) -> Command:
    return assessment.RecordConservative(effect=effect)


def puncture(**said: Any) -> Command:
    return RecordPuncture(**{"technique": Technique.LUMBAR_PUNCTURE} | said)


def patch(**said: Any) -> Command:
    return minimal(RecordPatch, **said)


def relief(relief: Relief) -> Command:
    return RecordRelief(relief=relief)

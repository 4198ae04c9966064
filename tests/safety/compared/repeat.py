"""The permit `repeat.decide`. The needle of a patch comes out with the injection here, so that
the minutes since the one are the minutes since the other."""

from datetime import timedelta
from functools import cache

from story import NURSE, PHYSICIAN, ZONE, Story

from bloodpatch.pathway.clinical import (
    AdverseKind,
    ImagedRegion,
    Investigation,
    LevelRelation,
    Relief,
    ResultWord,
    Specialty,
    Symptom,
)
from bloodpatch.pathway.decide import Accepted
from bloodpatch.pathway.findings import Finding
from bloodpatch.pathway.stages.adverse_event.choices import Conclusion
from bloodpatch.pathway.stages.adverse_event.events import (
    Opened,
    Reviewed,
)
from bloodpatch.pathway.stages.assessment.choices import Advice, Progress
from bloodpatch.pathway.stages.assessment.events import (
    HeadacheRecorded,
    InvestigationRecorded,
    OpinionRecorded,
    RedFlagsScreened,
    SymptomsRecorded,
)
from bloodpatch.pathway.stages.followup.events import ReliefRecorded
from bloodpatch.pathway.stages.procedure.choices import BloodSource, PatchedBy, StopReason
from bloodpatch.pathway.stages.procedure.events import (
    Drawn,
    Injected,
    NeedleOut,
    PatchReported,
)
from bloodpatch.pathway.stages.repeat.commands import DecideRepeat
from bloodpatch.pathway.stages.repeat.events import RepeatDecided
from bloodpatch.pathway.stages.repeat.statements import RepeatReason
from bloodpatch.pathway.values import (
    Answer,
    Answers,
    Millilitres,
    Pain,
    PainPosition,
    Precision,
    When,
)
from tests.safety.compared import patients as p
from tests.safety.compared.injection import ml
from tests.safety.oracle.table import Plain, Vector

PATCHES: dict[Plain, tuple[Relief, ...]] = {
    "one_failed": (Relief.NONE,),
    "two_failed": (Relief.NONE, Relief.NONE),
    "two_second_helped_then_back": (Relief.NONE, Relief.COMPLETE),
    "three_failed": (Relief.NONE, Relief.NONE, Relief.NONE),
}
SPACE: dict[Plain, LevelRelation | None] = {
    "one_below_the_puncture": LevelRelation.BELOW,
    "same_as_the_puncture": LevelRelation.SAME_SPACE,
    "above": LevelRelation.ABOVE,
    "not_told": None,
}
FLAGS: dict[Plain, dict[str, Answer | None]] = {
    "all_no": {},
    "hold_class_yes": {"severe_vomiting": Answer.YES},
    "stop_class_yes": {"focal_deficit": Answer.YES},
    "one_not_told": {"thunderclap": None},
}
AGAIN = HeadacheRecorded(
    pain_lying=Pain(2, PainPosition.LYING),
    pain_upright=Pain(7, PainPosition.UPRIGHT),
    position_dependent=Answer.YES,
)
DRAWN = Drawn(volume_ml_drawn=Millilitres(20), source=BloodSource.PATIENT)
INJECTED = Injected(
    volume_ml_injected=Millilitres(20),
    stop_reason=StopReason.VOLUME_REACHED,
    stayed_sterile=Answer.YES,
)


def may_repeat(vector: Vector) -> tuple[Finding, ...]:
    story = patched(vector["patches"], vector["since_last_patch_min"] == "not_told").copy()
    out = story.now
    minutes = vector["since_last_patch_min"]
    # A day after it was reported, a patch of an unknown hour is surely a day old: ask sooner.
    now = out + timedelta(minutes=minutes if isinstance(minutes, int) else 120)
    story.now = now - timedelta(hours=1)
    if vector["reassessed"] == "yes":
        story.given(AGAIN, SymptomsRecorded(symptoms=Answers({Symptom.NAUSEA: Answer.NO})))
    if vector["flags"] != "not_asked_again":
        story.given(RedFlagsScreened(flags=p.flags(**FLAGS[vector["flags"]])), role=NURSE)
    looked_into(story, vector)
    story.now = now
    why = (RepeatReason.NO_RELIEF,)
    ml_planned = ml(vector["planned_ml"])
    command = DecideRepeat(reason=why, level_relation=SPACE[vector["space"]], planned_ml=ml_planned)
    return p.found(story, PHYSICIAN, command)


def looked_into(story: Story, vector: Vector) -> None:
    """What was examined, asked and reviewed since the last patch."""
    if vector["imaging"] != "not_told":
        told = str(vector["imaging"])
        normal = ResultWord.NORMAL if told == "brain_normal" else ResultWord.ABNORMAL
        asked = told == "asked_for"
        story.given(
            InvestigationRecorded(
                kind=(Investigation.MRI,),
                region=(ImagedRegion.BRAIN,),
                done=Progress.REQUESTED if asked else Progress.DONE,
                result=None if asked else normal,
            )
        )
    if vector["specialist"] == "neurology_agrees":
        story.given(OpinionRecorded(specialty=Specialty.NEUROLOGY, advice=Advice.AGREES))
    if vector["adverse_event"] != "none":
        story.given(Opened(kinds=(AdverseKind.BACK_PAIN,)))
    if vector["adverse_event"] == "reviewed":
        story.given(Reviewed(conclusion=Conclusion.SETTLED))


@cache
def patched(patches: Plain, untimed: bool) -> Story:
    """So many patches, two days apart, each in a round of its own; now is the last needle out."""
    story = p.decided().copy()
    reliefs = PATCHES[patches]
    for number, relief in enumerate(reliefs, start=1):
        story.wait(days=2)
        if number == len(reliefs) and untimed:
            told = PatchReported(by=PatchedBy.THIS_CLINIC)
            unknown = When(story.now, ZONE, Precision.UNKNOWN)
            story.file(PHYSICIAN, Accepted((told,), (), unknown))
        else:
            story.given(DRAWN, INJECTED, NeedleOut())
        back = Answer.YES if relief is Relief.COMPLETE else None
        story.given(ReliefRecorded(relief=relief, recurred=back))
        if number < len(reliefs):
            story.wait(hours=30).given(RepeatDecided())
    return story

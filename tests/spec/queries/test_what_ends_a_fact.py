"""T3: who and what ends a fact: a stop only a physician."""

import pytest
from entries import flag, history, investigated, lift, symptom, vitals
from story import NURSE, PATIENT, PHYSICIAN, Story

from bloodpatch.pathway.clinical import (
    Activity,
    AdverseKind,
    Course,
    Diagnosis,
    HistoryItem,
    Investigation,
    RedFlag,
    Symptom,
)
from bloodpatch.pathway.clinical.concepts import Concept
from bloodpatch.pathway.decide import event_of
from bloodpatch.pathway.queries.standing_facts import standing
from bloodpatch.pathway.review.commands import (
    LiftStop,
)
from bloodpatch.pathway.roles import Role
from bloodpatch.pathway.stages.adverse_event.choices import Conclusion
from bloodpatch.pathway.stages.adverse_event.commands import OpenEvent, ReviewEvent
from bloodpatch.pathway.stages.assessment.choices import Standing
from bloodpatch.pathway.stages.assessment.commands import (
    RecordDiagnosis,
    RecordSymptoms,
)
from bloodpatch.pathway.stages.followup.commands import RecordReport
from bloodpatch.pathway.statements import Command
from bloodpatch.pathway.treatment import ACTS
from bloodpatch.pathway.values import Answer, Answers, Count

C, F, NO = Concept, RedFlag, Answer.NO
LEGS, SEIZURE, FEVER = F.LEG_WEAKNESS, F.SEIZURE, F.FEVER
Said = tuple[str, Role, Command]


def passed(one: Symptom) -> Command:
    return RecordSymptoms(symptoms=Answers({one: Answer.YES}), course=Course.RESOLVED)


def meningitis(standing: Standing | None) -> Command:
    return RecordDiagnosis(diagnosis=(Diagnosis.MENINGITIS,), standing=standing)


def home_report(denied: RedFlag) -> Command:
    return RecordReport(flags=Answers({denied: NO}))


def present(story: Story) -> set[Concept]:
    return {fact.concept for fact in standing(story.episode, story.protocol)}


GONE = Activity.RESOLVED
ENDS: dict[str, tuple[Command, Role, Command, bool]] = {
    "a hold, by a nurse's no": (flag(FEVER), NURSE, flag(FEVER, answer=NO), True),
    "a high pressure, by a lower one": (
        vitals(pressure=(150, 95)), NURSE, vitals(pressure=(120, 75)), True,
    ),
    "a measured fever, by a cooler reading": (
        vitals(temperature="38.4"), NURSE, vitals(temperature="37.0"), True,
    ),
    "an adverse event, by the review that settles it": (
        OpenEvent(kinds=(AdverseKind.LEG_WEAKNESS,)), PHYSICIAN,
        ReviewEvent(about=Count(1), conclusion=Conclusion.SETTLED), True,
    ),
    "an adverse event, by a review that goes on watching": (
        OpenEvent(kinds=(AdverseKind.LEG_WEAKNESS,)), PHYSICIAN,
        ReviewEvent(about=Count(1), conclusion=Conclusion.WATCHED), False,
    ),
    "a symptom, by its no": (
        symptom(Symptom.DIPLOPIA), NURSE, symptom(Symptom.DIPLOPIA, answer=NO), True,
    ),
    "an illness that is over": (
        history(HistoryItem.LEUKAEMIA), NURSE, history(HistoryItem.LEUKAEMIA, GONE), True,
    ),
    "what an image showed, by an image that shows it gone": (
        investigated(Investigation.CT, signs="subdural_haematoma"), PHYSICIAN,
        investigated(Investigation.MRI, signs="subdural_haematoma resolved"), True,
    ),
    "what an image showed, by a no on the list": (
        investigated(Investigation.CT, signs="subdural_haematoma"), PHYSICIAN,
        flag(F.SUBDURAL_ON_IMAGING, answer=NO), False,
    ),
    "a symptom, by a no on the list": (
        symptom(Symptom.DIPLOPIA), PHYSICIAN, flag(F.DIPLOPIA, answer=NO), False,
    ),
    "a stop, by a nurse's no": (flag(LEGS), NURSE, flag(LEGS, answer=NO), False),
    "a stop, by the patient's no": (flag(LEGS), PATIENT, home_report(LEGS), False),
    "a stop, by a physician's no where it was told": (
        flag(LEGS), PHYSICIAN, flag(LEGS, answer=NO), True,
    ),
    "a stop, by a physician's no of another word": (
        symptom(Symptom.LEG_WEAKNESS), PHYSICIAN, flag(LEGS, answer=NO), False,
    ),
    "a stop that a nurse calls gone": (
        symptom(Symptom.LEG_WEAKNESS), NURSE, passed(Symptom.LEG_WEAKNESS), False,
    ),
    "a stop that a physician calls gone": (
        symptom(Symptom.LEG_WEAKNESS), PHYSICIAN, passed(Symptom.LEG_WEAKNESS), True,
    ),
    "a diagnosis that a physician excludes": (
        meningitis(None), PHYSICIAN, meningitis(Standing.EXCLUDED), True,
    ),
    "a diagnosis that is named beside another": (
        meningitis(None), PHYSICIAN, meningitis(Standing.ALTERNATIVE), False,
    ),
    "what happens once, by a physician's no": (
        flag(SEIZURE), PHYSICIAN, flag(SEIZURE, answer=NO), False,
    ),
}  # fmt: skip


@pytest.mark.parametrize(("told_by", "role", "no", "over"), ENDS.values(), ids=ENDS)
def test_who_and_what_ends_a_fact(
    story: Story, told_by: Command, role: Role, no: Command, over: bool
) -> None:
    story.physician(told_by)
    assert len(present(story)) == 1
    story.wait(hours=2).does(role, no)
    assert (present(story) == set()) is over


def test_what_happens_once_stands_reviewed_and_stops_no_more(story: Story) -> None:
    """H08: a fit was there; a physician's review says what was done about it, and it stops no
    longer. The next one is another."""
    story.nurse(flag(SEIZURE))
    story.wait(minutes=20)
    story.given(event_of(ACTS[LiftStop.name], lift(SEIZURE)))
    assert [f.reviewed for f in standing(story.episode, story.protocol)] == [True]
    story.wait(hours=1).nurse(flag(SEIZURE, answer=NO))
    story.wait(hours=1).nurse(flag(SEIZURE))
    assert [f.reviewed for f in standing(story.episode, story.protocol)] == [False]


def test_a_symptom_told_with_its_course_was_there_and_is_gone(story: Story) -> None:
    """In one entry; for a stop the nurse's word is a telling, and no end."""
    story.nurse(passed(Symptom.DIPLOPIA))
    assert present(story) == set()
    story.nurse(passed(Symptom.LEG_WEAKNESS))
    assert present(story) == {C.LEG_WEAKNESS}

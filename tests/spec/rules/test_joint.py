"""T3: beside a bleed, a clot, cancer of the blood or a pregnancy nobody patches alone."""

import pytest
from entries import (
    flag,
    history,
    investigated,
    obstetric,
    opinion,
    raised,
    sentence,
    vitals,
)
from places import second_round, there
from story import PHYSICIAN, Story

from bloodpatch.pathway.clinical import (
    Activity,
    AdverseKind,
    Diagnosis,
    HistoryItem,
    Investigation,
    RedFlag,
    Specialty,
)
from bloodpatch.pathway.rules import specialist
from bloodpatch.pathway.stages.adverse_event.commands import OpenEvent
from bloodpatch.pathway.stages.assessment import choices as a
from bloodpatch.pathway.stages.assessment.commands import RecordDecision, RecordDiagnosis
from bloodpatch.pathway.stages.preparation.commands import TakeTimeOut
from bloodpatch.pathway.stages.repeat.commands import DecideRepeat
from bloodpatch.pathway.statements import Command
from bloodpatch.pathway.values import Answer
from bloodpatch.pathway.whereabouts import Whereabouts

JOIN = "specialist.needed"
MRI, S = Investigation.MRI, Specialty
SURGEONS, BLOOD, NERVES, BIRTH = "Neurosurgery", "Haematology", "Neurology", "Obstetrics"
CLOT = investigated(MRI, signs="transverse_sinus_thrombosis")
CLOT_SEEN = "Thrombosis of a transverse sinus"

REASONS: dict[str, tuple[Command, str]] = {
    "a subdural collection": (investigated(MRI, signs="hygroma left"), SURGEONS),
    "told": (flag(RedFlag.SUBDURAL_ON_IMAGING), SURGEONS),
    "raised pressure": (flag(RedFlag.RAISED_ICP), SURGEONS),
    "papilloedema": (flag(RedFlag.PAPILLOEDEMA), SURGEONS),
    "a clot": (CLOT, f"{NERVES}, {BLOOD}"),
    "a clot, as a diagnosis": (RecordDiagnosis(diagnosis=(Diagnosis.CVST,)), f"{NERVES}, {BLOOD}"),
    "a clot of a cortical vein": (
        RecordDiagnosis(diagnosis=(Diagnosis.CORTICAL_VEIN_THROMBOSIS,)),
        f"{NERVES}, {BLOOD}",
    ),
    "a clot, as an adverse event": (
        OpenEvent(kinds=(AdverseKind.VENOUS_THROMBOSIS,)),
        f"{NERVES}, {BLOOD}",
    ),
    "leukaemia": (history(HistoryItem.LEUKAEMIA), BLOOD),
    "a pregnancy": (obstetric(a.ObstetricState.PREGNANT), BIRTH),
}
NO_REASONS: dict[str, Command] = {
    "no clot": investigated(MRI, signs="transverse_sinus_thrombosis absent"),
    "a clot excluded": RecordDiagnosis(diagnosis=(Diagnosis.CVST,), standing=a.Standing.EXCLUDED),
    "leukaemia, over": history(HistoryItem.LEUKAEMIA, Activity.RESOLVED),
    "after birth": obstetric(),
    "denied": flag(RedFlag.SUBDURAL_ON_IMAGING, RedFlag.RAISED_ICP, answer=Answer.NO),
    "fever": vitals(temperature="39"),
}


@pytest.mark.parametrize(("entry", "who"), REASONS.values(), ids=REASONS)
def test_who_is_asked(story: Story, entry: Command, who: str) -> None:
    assert JOIN in story.physician(entry)
    assert f"decide together with {who}, and" in sentence(story, specialist.specialists_have_joined)


@pytest.mark.parametrize("entry", NO_REASONS.values(), ids=NO_REASONS)
def test_nobody_is_asked_without_a_reason(story: Story, entry: Command) -> None:
    assert JOIN not in story.physician(entry)
    assert raised(story, specialist.cancer_of_the_blood_was_discussed) == []


HEARD: dict[str, tuple[tuple[Command, ...], list[str]]] = {
    "both": ((opinion(S.NEUROLOGY), opinion(S.HAEMATOLOGY)), []),
    "only one": ((opinion(S.NEUROLOGY),), [JOIN]),
    "one of them twice": ((opinion(S.NEUROLOGY), opinion(S.NEUROLOGY)), [JOIN]),
    "another": ((opinion(S.ENT), opinion(S.HAEMATOLOGY)), [JOIN]),
    "no opinion yet": (
        (opinion(S.NEUROLOGY), opinion(S.HAEMATOLOGY, a.Advice.NO_OPINION_YET)),
        [JOIN],
    ),
    "against it is an opinion too": (
        (opinion(S.NEUROLOGY, a.Advice.ADVISES_AGAINST), opinion(S.HAEMATOLOGY)),
        [],
    ),
    "named in the decision": (
        (
            RecordDecision(
                decision=a.Decided.WITHHOLD_PATCH,
                decided_by=(S.NEUROLOGY,),
                basis=(a.Basis.HAEMATOLOGY,),
            ),
        ),
        [],
    ),
}


@pytest.mark.parametrize(("entries", "left"), HEARD.values(), ids=HEARD)
def test_it_is_answered_when_each_was_heard(
    story: Story, entries: tuple[Command, ...], left: list[str]
) -> None:
    story.physician(CLOT)
    for entry in entries:
        story.wait(hours=1).physician(entry)
    assert raised(story, specialist.specialists_have_joined) == left


CLOTS = {
    "a sign": CLOT,
    "a sign among others": investigated(MRI, signs="sinusitis, transverse_sinus_thrombosis"),
    "a diagnosis": RecordDiagnosis(diagnosis=(Diagnosis.CVST,)),
    "an adverse event": OpenEvent(kinds=(AdverseKind.VENOUS_THROMBOSIS,)),
}


@pytest.mark.parametrize("clot", CLOTS.values(), ids=CLOTS)
def test_an_opinion_from_before_the_clot_is_not_about_it(story: Story, clot: Command) -> None:
    """Nor is it, where something else is recorded of that time."""
    asked = (opinion(S.NEUROLOGY), opinion(S.HAEMATOLOGY))
    other = investigated(MRI, signs="sinusitis")
    story.physician(other, RecordDiagnosis(diagnosis=(Diagnosis.MIGRAINE,)), *asked)
    assert JOIN in story.wait(days=1).physician(clot)
    story.wait(hours=1).physician(*asked)
    assert raised(story, specialist.specialists_have_joined) == []


def test_it_says_each_reason_and_each_specialist_once(story: Story) -> None:
    story.physician(flag(RedFlag.RAISED_ICP, RedFlag.PAPILLOEDEMA), CLOT)
    assert sentence(story, specialist.specialists_have_joined).startswith(
        f"{RedFlag.PAPILLOEDEMA.label}, {RedFlag.RAISED_ICP.label}, {CLOT_SEEN}: decide"
        f" together with {SURGEONS}, {NERVES}, {BLOOD}, and"
    )


def test_the_same_clot_seen_again_asks_nobody_again(story: Story) -> None:
    story.physician(CLOT, opinion(S.NEUROLOGY))
    assert JOIN not in story.wait(days=1).physician(CLOT)


def test_when_one_of_two_has_joined_the_other_is_not_announced_again(story: Story) -> None:
    story.physician(CLOT)
    assert story.wait(hours=1).physician(opinion(S.NEUROLOGY)) == []


def test_obstetrics_may_have_seen_her_on_the_form(story: Story) -> None:
    story.physician(obstetric(a.ObstetricState.PREGNANT))
    story.physician(obstetric(obstetric_review=Answer.YES, state=None))
    assert raised(story, specialist.specialists_have_joined) == []


def test_it_is_shown_again_at_the_time_out_and_before_another_patch() -> None:
    story = there(Whereabouts.BEING_PREPARED)
    story.physician(history(HistoryItem.LEUKAEMIA))
    assert JOIN in story.asks(PHYSICIAN, TakeTimeOut)
    story.physician(opinion(S.HAEMATOLOGY))
    assert JOIN not in story.asks(PHYSICIAN, TakeTimeOut)
    story = second_round()
    story.physician(history(HistoryItem.LEUKAEMIA))
    assert JOIN in story.asks(PHYSICIAN, DecideRepeat)

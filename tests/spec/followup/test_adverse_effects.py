"""Follow-up: each adverse effect is asked for by name at every contact (T14)."""

import pytest
from journey import no_adverse_effects, well
from story import PATIENT, Story

from bloodpatch.pathway.clinical import AdverseKind, Symptom
from bloodpatch.pathway.stages.followup.choices import FELT, MAY_BE, Effect
from bloodpatch.pathway.stages.followup.commands import RecordContact, RecordReport
from bloodpatch.pathway.values import Answer, Answers


def test_the_five_of_the_treatment_are_asked() -> None:
    """T14: more pain, infection, bleeding, nerve damage, no relief."""
    assert [effect.value for effect in Effect] == [
        "more_pain",
        "infection",
        "bleeding",
        "nerve_damage",
        "no_relief",
    ]
    assert set(MAY_BE) == set(Effect)


@pytest.mark.parametrize("effect", Effect)
def test_each_yes_is_owed_as_an_adverse_event(home: Story, effect: Effect) -> None:
    told = Answers({effect: Answer.YES})
    assert "followup.complaint" in home.does(PATIENT, RecordReport(adverse_effects=told))
    assert "adverse_event.draft" in home.owes()


@pytest.mark.parametrize("symptom", sorted(FELT))
def test_a_symptom_that_is_not_the_headaches_is_owed_too(home: Story, symptom: Symptom) -> None:
    told = Answers({symptom: Answer.YES})
    assert "followup.complaint" in home.nurse(RecordContact(symptoms=told))
    assert "adverse_event.draft" in home.owes()


def test_a_symptom_of_the_headache_itself_is_not(home: Story) -> None:
    told = Answers({Symptom.NAUSEA: Answer.YES})
    assert "followup.complaint" not in home.nurse(RecordContact(symptoms=told))


def test_no_and_not_asked_are_no_complaint(home: Story) -> None:
    assert home.nurse(well()) == []
    assert home.episode.now.followup.complaints == ()
    assert no_adverse_effects().asked == {effect.value for effect in Effect}


def test_a_complaint_says_what_it_may_be(home: Story) -> None:
    told = Answers({Effect.NO_RELIEF: Answer.YES})
    home.does(PATIENT, RecordReport(adverse_effects=told))
    ((_, words, kinds),) = home.episode.now.followup.complaints
    assert words == Effect.NO_RELIEF.label
    assert AdverseKind.NO_RELIEF in kinds

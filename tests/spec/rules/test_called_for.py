"""What a new fact calls for is said once, to whoever recorded it, and it never holds a record."""

import pytest
from entries import flag, history, investigated, obstetric, opinion, raised, symptom
from samples import minimal
from story import NURSE, PHYSICIAN, Story, moment

from bloodpatch.pathway.acts import StateRung
from bloodpatch.pathway.amendment.commands import StrikeEntries
from bloodpatch.pathway.clinical import (
    Antithrombotic,
    HistoryItem,
    Investigation,
    RedFlag,
    Specialty,
    Symptom,
)
from bloodpatch.pathway.findings import Level
from bloodpatch.pathway.rules import collected
from bloodpatch.pathway.rules.headache_duration import AT_ONCE
from bloodpatch.pathway.rules.imaging import IMAGE_AGAIN, head_is_imaged
from bloodpatch.pathway.stages.assessment.commands import DecidePatch, RecordHeadache
from bloodpatch.pathway.stages.preparation.commands import RecordAntithrombotic
from bloodpatch.pathway.values import Count

F = RedFlag
HEAD, INFECTION, JOIN = "imaging.head", "workup.infection", "specialist.needed"
every_rung = pytest.mark.parametrize("rung", collected.RUNGS, ids=lambda rung: rung.__name__)


def test_what_is_called_for_never_refuses_the_pen(story: Story) -> None:
    """A pen never refuses; the flags and the gates hold the permits."""
    story.physician(history(HistoryItem.LEUKAEMIA), obstetric(), flag(*RedFlag))
    context = story.context(PHYSICIAN)
    found = [f for rung in collected.RUNGS for f in rung(story.episode, context)]
    assert len({f.code for f in found}) >= 6
    assert max(f.kind.level for f in found) < Level.STOP
    assert not any(f.kind.refuses_record for f in found)


@every_rung
def test_on_an_empty_record_nothing_is_called_for(story: Story, rung: StateRung) -> None:
    assert raised(story, rung) == []


def test_each_fact_speaks_for_itself(story: Story) -> None:
    assert story.does(NURSE, symptom(Symptom.DIPLOPIA)) == [HEAD]
    assert story.does(NURSE, flag(F.FEVER)) == [INFECTION]
    assert story.does(NURSE, RecordHeadache()) == []
    drug = RecordAntithrombotic(drug=Antithrombotic.ENOXAPARIN)
    assert story.does(NURSE, drug) == ["antithrombotics.on_a_drug"]


def test_a_second_cause_is_new(story: Story) -> None:
    story.physician(symptom(Symptom.DIPLOPIA))
    assert story.physician(symptom(Symptom.SEIZURE)) == [HEAD]


def test_what_is_left_of_a_cause_is_not(story: Story) -> None:
    """The scan lay between the two flags: one is answered, the other was said already."""
    story.physician(flag(F.DIPLOPIA))
    story.wait(hours=2).physician(flag(F.FOCAL_DEFICIT))
    scan = investigated(Investigation.CT, occurred=moment("2026-11-16 09:00"))
    assert story.physician(scan) == []
    assert raised(story, head_is_imaged) == [HEAD]


def test_what_was_answered_and_comes_back_is_called_for_again(story: Story) -> None:
    story.physician(flag(F.SEIZURE), investigated(Investigation.CT))
    assert story.wait(hours=1).physician(flag(F.SEIZURE)) == [HEAD]


def test_an_answer_calls_for_nothing(story: Story) -> None:
    assert story.physician(history(HistoryItem.LEUKAEMIA)) == [JOIN]
    assert story.physician(opinion(Specialty.HAEMATOLOGY)) == []


def test_two_findings_that_name_nothing_are_two(story: Story) -> None:
    """One that was there already does not keep another one back."""
    context = story.context(PHYSICIAN)
    air, again = collected.parts(AT_ONCE(context)), collected.parts(IMAGE_AGAIN(context))
    assert not air <= again and not again <= air


def test_what_was_called_for_stands_at_the_permit_too(story: Story) -> None:
    """Whoever asks sees all that the record knows, and not a bare hold."""
    story.physician(flag(F.SEIZURE))
    assert HEAD in story.asks(PHYSICIAN, DecidePatch)


def test_what_was_struck_calls_for_nothing(story: Story) -> None:
    story.physician(flag(F.SEIZURE))
    story.physician(minimal(StrikeEntries, positions=(Count(1),)))
    assert raised(story, head_is_imaged) == []

"""A stop sign in the house brings a physician at once, by whichever form it was told (A3)."""

from datetime import timedelta

import pytest
from journey import normal_legs, patched
from story import Story

from bloodpatch.pathway.clinical import AdverseKind, RedFlag, Symptom
from bloodpatch.pathway.clinical.neurology import Power
from bloodpatch.pathway.review.commands import Acknowledge
from bloodpatch.pathway.stages.adverse_event.choices import EventOutcome
from bloodpatch.pathway.stages.adverse_event.commands import OpenEvent, RecordEnding
from bloodpatch.pathway.stages.assessment.commands import (
    RecordHeadache,
    RecordSymptoms,
    RecordVitals,
    ScreenRedFlags,
)
from bloodpatch.pathway.stages.discharge.choices import Company
from bloodpatch.pathway.stages.discharge.commands import RecordDeparture, RecordNeurology
from bloodpatch.pathway.stages.procedure.choices import DuringKind
from bloodpatch.pathway.stages.procedure.commands import RecordEventDuring
from bloodpatch.pathway.stages.recovery.commands import RecordObservations
from bloodpatch.pathway.stages.recovery.statements import Legs
from bloodpatch.pathway.statements import Command
from bloodpatch.pathway.values import Answer, Answers, Celsius, Count, Grade
from bloodpatch.pathway.worklist import Urgency, owed, urgency

YES = Answer.YES
URGENT = "review.urgent_fact"

BY_WHICHEVER_FORM: dict[str, Command] = {
    "a red flag": ScreenRedFlags(flags=Answers({RedFlag.SEIZURE: YES})),
    "a symptom": RecordSymptoms(symptoms=Answers({Symptom.HEMIPARESIS: YES})),
    "an adverse event": OpenEvent(kinds=(AdverseKind.CAUDA_EQUINA,), grade=Grade(2)),
    "weak legs in recovery": RecordObservations(legs=Legs.WEAK),
    "numb legs in recovery": RecordObservations(legs=Legs.NUMB),
    "legs examined worse": RecordNeurology(power_left=Power(3)),
    "on the table": RecordEventDuring(kind=DuringKind.SUDDEN_HEADACHE),
}


@pytest.fixture
def lying(ready: Story) -> Story:
    """In the bay after the patch."""
    from journey import timed_out

    return patched(timed_out(ready)).wait(minutes=20)


@pytest.mark.parametrize("form", BY_WHICHEVER_FORM)
def test_a_physician_comes_within_minutes(lying: Story, form: str) -> None:
    lying.nurse(BY_WHICHEVER_FORM[form])
    minutes = lying.protocol.assessment.urgent_minutes_in_house
    assert lying.due(URGENT) == lying.now + timedelta(minutes=minutes)
    obligations = owed(lying.episode, lying.protocol)
    assert urgency(lying.episode, obligations, lying.protocol) is Urgency.STOP


def test_many_words_are_one_obligation_and_its_time_never_moves(lying: Story) -> None:
    lying.nurse(RecordObservations(legs=Legs.WEAK))
    due = lying.due(URGENT)
    for form in BY_WHICHEVER_FORM.values():
        lying.wait(minutes=1).nurse(form)
    lying.nurse(RecordEnding(outcome=EventOutcome.RECOVERED))
    assert lying.owes().count(URGENT) == 1
    assert lying.due(URGENT) == due


def test_going_home_gives_nobody_more_time(lying: Story) -> None:
    lying.nurse(RecordObservations(legs=Legs.WEAK))
    due = lying.due(URGENT)
    lying.wait(minutes=2).nurse(RecordDeparture(company=Company.ADULT))
    assert lying.due("followup.red_flag") == due


@pytest.mark.parametrize(
    "word",
    [normal_legs(), RecordObservations(legs=Legs.NORMAL)],
    ids=["examined", "observed"],
)
def test_a_nurses_normal_answers_nothing(lying: Story, word: Command) -> None:
    """A4."""
    lying.nurse(RecordObservations(legs=Legs.WEAK))
    lying.wait(minutes=2).nurse(word)
    assert URGENT in lying.owes()
    lying.wait(minutes=1).physician(word)
    assert URGENT not in lying.owes()


def test_a_physician_who_looked_at_the_entry_has_answered(lying: Story) -> None:
    lying.nurse(RecordObservations(legs=Legs.WEAK))
    lying.physician(Acknowledge(positions=(Count(lying.episode.position),)))
    assert URGENT not in lying.owes()


def test_who_told_it_is_not_sent_to_himself(lying: Story) -> None:
    lying.physician(RecordObservations(legs=Legs.WEAK))
    assert URGENT not in lying.owes()


@pytest.mark.parametrize(
    "word", [RecordHeadache(), RecordVitals(temperature=Celsius.parse("38.4"))]
)
def test_what_only_holds_calls_nobody_in_the_house(lying: Story, word: Command) -> None:
    lying.nurse(word)
    assert URGENT not in lying.owes()

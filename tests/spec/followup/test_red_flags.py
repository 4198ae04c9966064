"""Follow-up: a red flag at home is answered by a physician within minutes (T14)."""

from datetime import timedelta

import pytest
from journey import due_at, no_red_flags, well
from story import PATIENT, Story

from bloodpatch.pathway.clinical import AdverseKind, RedFlag, Symptom
from bloodpatch.pathway.clinical.concepts import Concept
from bloodpatch.pathway.queries.standing_facts import open_stops
from bloodpatch.pathway.review.commands import Acknowledge
from bloodpatch.pathway.stages.adverse_event.choices import EventOutcome
from bloodpatch.pathway.stages.adverse_event.commands import OpenEvent, RecordEnding
from bloodpatch.pathway.stages.assessment.choices import Decided
from bloodpatch.pathway.stages.assessment.commands import (
    RecordDecision,
    RecordSymptoms,
    ScreenRedFlags,
)
from bloodpatch.pathway.stages.clearance.events import Cleared
from bloodpatch.pathway.stages.closure.commands import RecordDied
from bloodpatch.pathway.stages.followup.choices import Effect, HeadacheNow
from bloodpatch.pathway.stages.followup.commands import RecordContact, RecordReport
from bloodpatch.pathway.values import Answer, Answers, Celsius, Count, Grade
from bloodpatch.pathway.worklist import owed


def report(*flags: RedFlag) -> RecordReport:
    return RecordReport(flags=Answers(dict.fromkeys(flags, Answer.YES)))


@pytest.fixture
def alarmed(home: Story) -> Story:
    """At ten in the evening the patient reports a numb saddle."""
    home.at("2026-11-16 22:00").does(PATIENT, report(RedFlag.SADDLE_NUMBNESS))
    return home


def test_it_is_said_at_once(home: Story) -> None:
    assert home.copy().does(PATIENT, report(RedFlag.SEIZURE))[0] == "followup.red_flag"
    said = home.decide(PATIENT, report(RedFlag.SEIZURE)).findings[0].says
    assert said == "Ambulance now: Seizure. A physician calls within 15 minutes."
    said = home.decide(PATIENT, report(RedFlag.SADDLE_NUMBNESS)).findings[0].says
    assert said.startswith("Red flag at home: ")


YES = Answer.YES
BY_WHICHEVER_FORM = {
    "a symptom at a contact": RecordContact(symptoms=Answers({Symptom.LEG_WEAKNESS: YES})),
    "an adverse effect": RecordContact(adverse_effects=Answers({Effect.NERVE_DAMAGE: YES})),
    "a symptom in a report": RecordReport(symptoms=Answers({Symptom.BLADDER_CHANGE: YES})),
    "a measured fever": RecordContact(temperature=Celsius.parse("38.6")),
    "a flag asked again": ScreenRedFlags(flags=Answers({RedFlag.LEG_WEAKNESS: YES})),
    "an adverse event": OpenEvent(kinds=(AdverseKind.CAUDA_EQUINA,), grade=Grade(2)),
    "a symptom charted": RecordSymptoms(symptoms=Answers({Symptom.SEIZURE: YES})),
}


@pytest.mark.parametrize("form", BY_WHICHEVER_FORM)
def test_whichever_form_it_came_by_a_physician_owes_it_in_minutes(home: Story, form: str) -> None:
    """A2."""
    home.at("2026-11-16 22:00").nurse(BY_WHICHEVER_FORM[form])
    assert home.due("followup.red_flag") == home.now + timedelta(minutes=15)


def test_many_words_are_one_call_and_its_time_never_moves(alarmed: Story) -> None:
    """A22: told again, by another form, with an outcome: the first telling counts."""
    due = alarmed.due("followup.red_flag")
    for minutes, form in enumerate(BY_WHICHEVER_FORM.values(), start=1):
        alarmed.wait(minutes=minutes).nurse(form)
    alarmed.nurse(RecordEnding(outcome=EventOutcome.RECOVERING))
    assert alarmed.owes().count("followup.red_flag") == 1
    assert alarmed.due("followup.red_flag") == due


def test_it_names_what_it_is_and_whether_an_ambulance_is_needed(home: Story) -> None:
    home.does(PATIENT, report(RedFlag.SADDLE_NUMBNESS))
    assert says(home) == f"A physician calls the patient now: {RedFlag.SADDLE_NUMBNESS.label}"
    home.does(PATIENT, report(RedFlag.SEIZURE))
    assert says(home).startswith("Ambulance now, then a physician calls: ")


def says(story: Story) -> str:
    return next(
        o.says for o in owed(story.episode, story.protocol) if o.code == "followup.red_flag"
    )


def test_what_is_told_again_after_a_physicians_word_asks_for_another_one(alarmed: Story) -> None:
    """A second seizure is not the first."""
    alarmed.wait(minutes=9).physician(well())
    alarmed.wait(hours=5).does(PATIENT, report(RedFlag.SADDLE_NUMBNESS))
    assert alarmed.due("followup.red_flag") == alarmed.now + timedelta(minutes=15)


def test_a_report_in_words_alone_asks_for_the_red_flags(home: Story) -> None:
    """No rule reads a note: "she cannot move her legs" is found by asking."""
    found = home.decide(PATIENT, RecordReport(headache=HeadacheNow.SAME)).findings
    assert "followup.not_asked" in [f.code for f in found]


def test_a_physician_owes_a_call_within_minutes(alarmed: Story) -> None:
    minutes = alarmed.protocol.followup.red_flag_call_minutes
    assert alarmed.owes()[0] == "followup.red_flag"
    assert alarmed.due("followup.red_flag") == alarmed.now + timedelta(minutes=minutes)


def test_a_flag_told_to_a_nurse_goes_to_a_physician_too(home: Story) -> None:
    home.nurse(RecordContact(flags=Answers({RedFlag.FEVER: Answer.YES})))
    assert "followup.red_flag" in home.owes()


def test_it_does_not_end_by_asking_again(alarmed: Story) -> None:
    """A nurse who hears no an hour later has not examined the patient."""
    alarmed.wait(hours=1).nurse(well())
    assert "followup.red_flag" in alarmed.owes()


def test_it_ends_when_a_physician_spoke_with_the_patient(alarmed: Story) -> None:
    alarmed.wait(minutes=9).physician(well())
    assert "followup.red_flag" not in alarmed.owes()


def test_it_ends_when_a_physician_decided(alarmed: Story) -> None:
    alarmed.wait(minutes=9).physician(RecordDecision(decision=Decided.URGENT_REFERRAL))
    assert "followup.red_flag" not in alarmed.owes()


def test_it_ends_when_a_physician_has_looked_at_the_entry(alarmed: Story) -> None:
    position = alarmed.episode.position
    alarmed.physician(Acknowledge(positions=(Count(position),)))
    assert "followup.red_flag" not in alarmed.owes()


def test_what_a_physician_decided_before_does_not_answer_it(alarmed: Story) -> None:
    alarmed.wait(minutes=9).physician(well())
    alarmed.wait(minutes=1).does(PATIENT, report(RedFlag.LEG_WEAKNESS))
    assert "followup.red_flag" in alarmed.owes()


def test_a_call_that_a_physician_made_in_vain_does_not_answer_it(alarmed: Story) -> None:
    alarmed.wait(minutes=9).physician(RecordContact(answered=Answer.NO))
    assert "followup.red_flag" in alarmed.owes()


def test_a_physician_who_heard_it_herself_is_not_sent_to_herself(home: Story) -> None:
    home.physician(RecordContact(flags=Answers({RedFlag.FEVER: Answer.YES})))
    assert "followup.red_flag" not in home.owes()


def test_nobody_calls_the_dead(alarmed: Story) -> None:
    """H41."""
    alarmed.nurse(RecordDied())
    assert "followup.red_flag" not in alarmed.owes()


def test_what_is_only_background_alarms_nobody(home: Story) -> None:
    assert home.does(PATIENT, report(RedFlag.OLDER_AGE)) == []
    assert "followup.red_flag" not in home.owes()


def test_the_flags_of_a_contact_are_seen_by_the_rules(alarmed: Story) -> None:
    """One list, wherever it is asked."""
    (stop,) = open_stops(alarmed.episode, alarmed.protocol)
    assert stop.concept is Concept.SADDLE_NUMBNESS
    assert alarmed.episode.now.followup.red_flags_open == (RedFlag.SADDLE_NUMBNESS,)
    alarmed.wait(hours=1).physician(well())
    assert alarmed.episode.now.followup.red_flags_open == ()


def test_the_other_calls_go_on(alarmed: Story) -> None:
    assert "followup.contact" in alarmed.owes()
    assert alarmed.due("followup.contact") == due_at(alarmed, "h24")


def test_what_comes_back_after_the_clearance_brings_the_restrictions_back(home: Story) -> None:
    """T12."""
    back = RecordReport(headache=HeadacheNow.SAME, flags=no_red_flags())
    codes = home.copy().does(PATIENT, back)
    assert "followup.restricted_again" not in codes
    home.given(Cleared())
    codes = home.wait(days=1).does(PATIENT, back)
    assert "followup.restricted_again" in codes

"""Follow-up: a red flag at home is answered by a physician within minutes (T14)."""

from datetime import timedelta

import pytest
from journey import due_at, well
from story import PATIENT, Story

from bloodpatch.pathway.clinical import RedFlag
from bloodpatch.pathway.clinical.concepts import Concept
from bloodpatch.pathway.review.commands import Acknowledge
from bloodpatch.pathway.rules.red_flag import open_stops
from bloodpatch.pathway.stages.assessment.choices import Decided
from bloodpatch.pathway.stages.assessment.commands import RecordDecision
from bloodpatch.pathway.stages.closure.commands import RecordDied
from bloodpatch.pathway.stages.followup.commands import RecordContact, RecordReport
from bloodpatch.pathway.values import Answer, Answers, Count


def report(*flags: RedFlag) -> RecordReport:
    return RecordReport(flags=Answers(dict.fromkeys(flags, Answer.YES)))


@pytest.fixture
def alarmed(home: Story) -> Story:
    """At ten in the evening the patient reports a numb saddle."""
    home.at("2026-11-16 22:00").does(PATIENT, report(RedFlag.SADDLE_NUMBNESS))
    return home


def test_it_is_said_at_once(home: Story) -> None:
    assert home.copy().does(PATIENT, report(RedFlag.SEIZURE)) == [
        "followup.red_flag",
        "imaging.venography",
    ]
    said = home.decide(PATIENT, report(RedFlag.SEIZURE)).findings[0].says
    assert said == "Red flag at home: Seizure. A physician calls within 15 minutes."


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

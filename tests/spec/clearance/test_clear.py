"""Clearance: normal activity is resumed when a physician says so (T12)."""

from dataclasses import replace

import pytest
from entries import lift_of
from journey import (
    called,
    cleared,
    due_at,
    followed_up,
    headache_back,
    no_red_flags,
    referred,
    repeat_decided,
    well,
)
from story import (
    ADMINISTRATOR,
    FRONT_DESK,
    NURSE,
    PATIENT,
    PHYSICIAN,
    SERVICE_LEAD,
    SYSTEM,
    Story,
    moment,
)

from bloodpatch.pathway.amendment.commands import ExpectEntries
from bloodpatch.pathway.clinical import AdverseKind, Investigation, RedFlag, Sign, Symptom
from bloodpatch.pathway.codes import Code
from bloodpatch.pathway.roles import Role
from bloodpatch.pathway.stages.adverse_event.commands import OpenEvent, ReviewEvent
from bloodpatch.pathway.stages.assessment.choices import Decided
from bloodpatch.pathway.stages.assessment.commands import RecordDecision, RecordInvestigation
from bloodpatch.pathway.stages.clearance.commands import (
    ChangeRestriction,
    ClearActivity,
    DeferClearance,
    RecordTold,
)
from bloodpatch.pathway.stages.clearance.statements import Change, DeferReason
from bloodpatch.pathway.stages.closure.events import Closed
from bloodpatch.pathway.stages.closure.statements import Status
from bloodpatch.pathway.stages.followup.choices import Effect
from bloodpatch.pathway.stages.followup.commands import RecordContact, RecordReport
from bloodpatch.pathway.stages.referral.choices import DeclinedWhat
from bloodpatch.pathway.stages.referral.commands import RecordDeclined
from bloodpatch.pathway.values import Answer, Answers, Celsius, Count, Grade, Pain, PainPosition
from bloodpatch.pathway.whereabouts import Whereabouts

OTHERS = (NURSE, FRONT_DESK, SERVICE_LEAD, ADMINISTRATOR, PATIENT, SYSTEM)


@pytest.fixture
def week(home: Story) -> Story:
    """Day 5: called at every planned time, no headache; nothing is in the way."""
    return followed_up(home)


def asks(story: Story) -> list[str]:
    return story.asks(PHYSICIAN, ClearActivity)


def test_a_plain_patient_is_cleared_by_a_physician(week: Story) -> None:
    assert asks(week) == []
    week.physician(ClearActivity())
    assert week.episode.whereabouts is Whereabouts.CLEARED


@pytest.mark.parametrize("role", OTHERS)
def test_by_nobody_else(week: Story, role: Role) -> None:
    """H37: a nurse, a clerk, a patient, a program."""
    assert week.refuses(role, ClearActivity()) == ["person.not_your_act"]


def test_never_by_itself(week: Story) -> None:
    week.wait(days=400)
    assert week.episode.now.clearance.cleared is None


def test_it_is_given_once(week: Story) -> None:
    cleared(week)
    assert week.refuses(PHYSICIAN, ClearActivity()) == ["clearance.already_cleared"]


def test_not_before_the_patient_has_gone_home(story: Story) -> None:
    assert "clearance.too_early" in asks(referred(story))


def test_nor_while_another_patch_is_planned(home: Story) -> None:
    repeat_decided(headache_back(home))
    assert "clearance.too_early" in asks(home)


def test_a_patient_without_a_patch_is_cleared_too(story: Story) -> None:
    referred(story).physician(RecordDecision(decision=Decided.CONSERVATIVE))
    story.wait(hours=20).nurse(well())
    assert [code for code in asks(story) if code != "clearance.not_stable"] == []


def test_so_is_one_who_refused_it(story: Story) -> None:
    referred(story).desk(RecordDeclined(what=DeclinedWhat.PATCH))
    story.wait(hours=20).nurse(well())
    assert asks(story) == ["clearance.not_stable"]


def test_not_on_a_closed_episode(week: Story) -> None:
    week.given(Closed(status=Status.RESOLVED))
    assert asks(week) == ["closed_episode.reopen_first"]


def test_not_while_something_of_this_patient_stands_in_no_record(week: Story) -> None:
    week.nurse(ExpectEntries(struck_in=Code("episode-7"), positions=(Count(3),)))
    assert week.refuses(PHYSICIAN, ClearActivity()) == ["reentry.not_entered_here"]


def test_a_subdural_collection_that_nobody_looked_at_again_is_said(week: Story) -> None:
    seen = (Sign.parse("subdural_collection left"),)
    week.physician(RecordInvestigation(kind=(Investigation.CT,), signs=seen))
    assert asks(week) == ["red_flag.hold", "imaging.again"]


# what is open


def test_not_while_a_red_flag_is_open(week: Story) -> None:
    """H38."""
    week.does(PATIENT, RecordReport(flags=Answers({RedFlag.LEG_WEAKNESS: Answer.YES})))
    assert "red_flag.stop" in week.refuses(PHYSICIAN, ClearActivity())


def test_not_while_an_adverse_event_waits_for_its_review(week: Story) -> None:
    """H38."""
    week.nurse(OpenEvent(kinds=(AdverseKind.BACK_PAIN,), grade=Grade(1)))
    assert week.refuses(PHYSICIAN, ClearActivity()) == ["clearance.event_open"]
    week.physician(ReviewEvent())
    assert asks(week) == []


@pytest.mark.parametrize(
    ("event", "what"),
    [
        (OpenEvent(kinds=(AdverseKind.FEVER, AdverseKind.BACK_PAIN)), "Fever, Back pain"),
        (OpenEvent(grade=Grade(2)), "an adverse event"),
    ],
    ids=["of two kinds", "kind not told"],
)
def test_it_says_which_event_waits(week: Story, event: OpenEvent, what: str) -> None:
    week.nurse(event)
    finding = week.finding(PHYSICIAN, ClearActivity, "clearance.event_open")
    assert finding.says == f"Not yet looked at by a physician: {what}."


def test_nor_while_a_complaint_is_neither_opened_nor_dismissed(week: Story) -> None:
    """H23."""
    told = Answers({Effect.MORE_PAIN: Answer.YES})
    week.does(PATIENT, RecordReport(adverse_effects=told))
    assert week.refuses(PHYSICIAN, ClearActivity()) == ["clearance.draft_open"]


# somebody has heard the patient


def test_not_before_anybody_has_heard_from_the_patient(home: Story) -> None:
    home.wait(days=5)
    assert asks(home) == ["clearance.no_contact", "clearance.pain_not_asked"]


def test_a_call_before_the_departure_is_no_call_at_home(home: Story) -> None:
    home.nurse(RecordContact(answered=Answer.YES, occurred=moment("2026-11-16 14:50")))
    home.wait(days=5)
    assert "clearance.no_contact" in asks(home)


def test_nor_on_a_call_of_long_ago(week: Story) -> None:
    hours = week.protocol.clearance.decision_due_hours
    week.wait(hours=hours)
    assert asks(week) == []
    week.wait(minutes=1)
    assert asks(week) == ["clearance.contact_old"]


def test_a_call_of_some_time_of_the_day_may_have_been_at_its_beginning(home: Story) -> None:
    told = replace(well(), occurred=moment("2026-11-21"))
    home.at("2026-11-21 20:00").nurse(told)
    home.now = moment("2026-11-21").at
    home.wait(hours=home.protocol.clearance.decision_due_hours)
    assert "clearance.contact_old" not in asks(home)
    home.wait(minutes=1)
    assert "clearance.contact_old" in asks(home)


def test_every_red_flag_is_asked_at_home(home: Story) -> None:
    """Not asked is never no, and what was asked before the patch says nothing about after it."""
    home.now = due_at(home, "d5")
    unasked = RecordContact(
        answered=Answer.YES,
        pain_upright=Pain(0, PainPosition.UPRIGHT),
        flags=Answers({f: a for f, a in no_red_flags().pairs if f != RedFlag.SADDLE_NUMBNESS}),
    )
    home.nurse(unasked)
    finding = home.finding(PHYSICIAN, ClearActivity, "clearance.flags_not_asked")
    assert finding.says == "Red flags not asked at home: Numb between the legs."


def test_where_none_was_asked_they_are_not_told_one_by_one(home: Story) -> None:
    home.now = due_at(home, "d5")
    home.nurse(replace(well(), flags=None))
    finding = home.finding(PHYSICIAN, ClearActivity, "clearance.flags_not_asked")
    assert finding.says == "Red flags not asked at home: all of them."


# the proposals of the protocol


def test_not_before_the_pain_upright_was_asked(home: Story) -> None:
    home.now = due_at(home, "d5")
    home.nurse(RecordContact(answered=Answer.YES, flags=no_red_flags()))
    assert asks(home) == ["clearance.pain_not_asked"]


def test_a_high_pain_upright_holds(week: Story) -> None:
    most = week.protocol.clearance.max_upright_nrs
    week.wait(hours=1).nurse(well(upright=most))
    assert "clearance.pain_upright" not in asks(week)
    week.wait(hours=1).nurse(well(upright=most + 1))
    assert "clearance.pain_upright" in week.refuses(PHYSICIAN, ClearActivity())
    week.wait(hours=1).nurse(well(upright=most + 2))
    finding = week.finding(PHYSICIAN, ClearActivity, "clearance.pain_upright")
    assert finding.says == f"Pain upright is {most + 2}, more than {most}."


def test_a_high_pain_lying_is_another_finding_and_does_not(week: Story) -> None:
    week.wait(hours=1).nurse(RecordContact(pain_lying=Pain(7, PainPosition.LYING)))
    assert asks(week) == []


def test_low_for_a_short_time_only_is_said_and_does_not_hold(home: Story) -> None:
    home.now = due_at(home, "h24")
    home.nurse(well("h24", upright=6))
    rules = home.protocol.clearance
    home.wait(hours=10).nurse(well(upright=rules.max_upright_nrs))
    home.wait(hours=rules.min_stable_hours, minutes=-1)
    assert asks(home) == ["clearance.not_stable"]
    home.wait(minutes=1)
    assert asks(home) == []


def test_low_since_some_time_of_the_hour_is_low_since_its_end(home: Story) -> None:
    home.now = due_at(home, "h24")
    home.nurse(replace(well("h24"), occurred=moment("2026-11-17 13h")))
    home.now = moment("2026-11-17 13h").latest
    home.wait(hours=home.protocol.clearance.min_stable_hours, seconds=-1)
    assert asks(home) == ["clearance.not_stable"]
    home.wait(seconds=1)
    assert asks(home) == []


def test_back_pain_is_said_and_does_not_hold(week: Story) -> None:
    most = week.protocol.clearance.max_back_pain_nrs
    week.nurse(RecordContact(back_pain_score=Pain(most, PainPosition.NOT_STATED)))
    assert asks(week) == []
    week.wait(hours=1).nurse(RecordContact(back_pain_score=Pain.of(f"{most + 1} not_stated")))
    assert asks(week) == ["clearance.back_pain"]
    week.physician(ClearActivity())


def test_strong_painkillers_are_said_and_do_not_hold(week: Story) -> None:
    week.nurse(RecordContact(answered=Answer.YES, strong_painkillers=Answer.YES))
    assert asks(week) == ["clearance.strong_painkillers"]
    week.physician(ClearActivity())


# not yet


def test_a_physician_defers_and_the_clearance_is_taken_back(week: Story) -> None:
    cleared(week).wait(hours=1)
    week.physician(DeferClearance(reason=DeferReason.CAME_BACK))
    assert week.episode.whereabouts is Whereabouts.FOLLOWED_UP
    week.wait(hours=1).physician(ClearActivity())
    assert week.episode.whereabouts is Whereabouts.CLEARED


@pytest.mark.parametrize("role", OTHERS)
def test_only_a_physician_defers(week: Story, role: Role) -> None:
    assert week.refuses(role, DeferClearance()) == ["person.not_your_act"]


def test_one_restriction_is_extended_or_lifted_by_itself(week: Story) -> None:
    """T11 T12."""
    until = moment("2026-11-30")
    lift = ChangeRestriction(restriction=Code("lifting"), change=Change.LIFTED)
    longer = ChangeRestriction(restriction=Code("lifting"), change=Change.EXTENDED, until=until)
    week.physician(lift)
    week.wait(hours=1).physician(longer)
    assert week.episode.now.clearance.changes["lifting"].event.until == until
    assert week.refuses(NURSE, lift) == ["person.not_your_act"]


def test_the_patient_was_told(week: Story) -> None:
    week.physician(ClearActivity())
    assert not week.episode.now.clearance.told
    week.wait(hours=1).does(SYSTEM, RecordTold())
    assert week.episode.now.clearance.told


def test_told_of_an_earlier_clearance_is_not_told_of_this_one(week: Story) -> None:
    cleared(week).wait(hours=1)
    week.physician(DeferClearance())
    week.wait(hours=1).physician(ClearActivity())
    assert not week.episode.now.clearance.told


def test_called_without_a_headache_from_day_to_day(home: Story) -> None:
    called(home, "h4")
    assert "clearance.not_stable" in asks(home)


# told in other words than a red flag


@pytest.mark.parametrize(
    "told",
    [
        RecordContact(adverse_effects=Answers({Effect.NERVE_DAMAGE: Answer.YES})),
        RecordContact(symptoms=Answers({Symptom.SADDLE_NUMBNESS: Answer.YES})),
        RecordReport(symptoms=Answers({Symptom.LEG_WEAKNESS: Answer.YES})),
    ],
)
def test_a_new_sign_of_a_nerve_stops_it_however_it_was_told(
    week: Story, told: RecordContact | RecordReport
) -> None:
    """Also where an event of it was opened and settled, and until a physician has looked."""
    week.wait(hours=1).nurse(told)
    weak = (AdverseKind.CAUDA_EQUINA, AdverseKind.LEG_WEAKNESS)
    week.physician(OpenEvent(kinds=weak), ReviewEvent(grade=Grade(2)))
    assert "red_flag.stop" in week.refuses(PHYSICIAN, ClearActivity())
    no = {Effect.NERVE_DAMAGE: Answer.NO}
    no_symptoms = {Symptom.SADDLE_NUMBNESS: Answer.NO, Symptom.LEG_WEAKNESS: Answer.NO}
    gone = RecordContact(adverse_effects=Answers(no), symptoms=Answers(no_symptoms))
    week.wait(hours=1).nurse(gone)
    assert "red_flag.stop" in week.refuses(PHYSICIAN, ClearActivity())
    week.physician(lift_of(week.finding(PHYSICIAN, ClearActivity, "red_flag.stop")))
    assert asks(week) == []


def test_fever_at_home_holds_it_until_a_later_temperature(week: Story) -> None:
    week.wait(hours=1).nurse(RecordContact(temperature=Celsius.parse("38.0")))
    assert week.refuses(PHYSICIAN, ClearActivity()) == ["clearance.fever"]
    week.wait(hours=1).nurse(RecordContact(temperature=Celsius.parse("38.4")))
    finding = week.finding(PHYSICIAN, ClearActivity, "clearance.fever")
    assert finding.says == "Temperature 38.4 °C at home."
    week.wait(hours=6).nurse(RecordContact(temperature=Celsius.parse("37.9")))
    assert asks(week) == []

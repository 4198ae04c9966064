"""Follow-up: the contacts that the protocol plans, and which of them is next (T10 T14)."""

from datetime import timedelta

import pytest
from journey import due_at, well
from story import NURSE, PATIENT, PHYSICIAN, Story, moment

from bloodpatch.pathway.clinical import Timing
from bloodpatch.pathway.codes import Code
from bloodpatch.pathway.queries.contacts import made, missed, next_planned, planned
from bloodpatch.pathway.stages.followup.choices import Channel
from bloodpatch.pathway.stages.followup.commands import (
    PlanContact,
    RecordContact,
    RecordReport,
)
from bloodpatch.pathway.values import Answer, Count, Pain, PainPosition, Precision, When


def upcoming(story: Story) -> str | None:
    contact = next_planned(story.episode.now, story.protocol)
    return contact and contact.code


def unnamed() -> RecordContact:
    """A call of which nobody said which of the planned ones it was."""
    return RecordContact(answered=Answer.YES, pain_upright=Pain(1, PainPosition.UPRIGHT))


def test_each_is_counted_from_the_patch_with_its_window(home: Story) -> None:
    """T10: the protocol plans them after the patch, and the patch was at 14:20."""
    first, second, *_ = planned(home.episode.now, home.protocol)
    assert (first.code, second.code) == ("h4", "h24")
    rule = home.protocol.followup.contacts[0]
    given = home.episode.now.procedure.given_at
    assert given is not None
    assert first.due == given.at + timedelta(hours=rule.after_hours)
    assert first.due - first.opens == timedelta(hours=rule.opens_hours_before)
    assert first.closes - first.due == timedelta(hours=rule.closes_hours_after)


def test_the_first_is_owed_from_the_departure_on(home: Story) -> None:
    assert home.owes() == ["followup.contact"]
    assert home.due("followup.contact") == due_at(home, "h4")


def test_a_contact_that_was_made_moves_on_to_the_next(home: Story) -> None:
    home.now = due_at(home, "h4")
    home.nurse(well("h4"))
    assert home.due("followup.contact") == due_at(home, "h24")


def test_without_a_name_a_contact_counts_for_the_window_in_which_it_falls(home: Story) -> None:
    home.now = due_at(home, "h24") + timedelta(hours=1)
    home.nurse(unnamed())
    assert list(made(home.episode.now, home.protocol)) == ["h24"]
    assert upcoming(home) == "h48"


def test_before_the_first_window_a_contact_counts_for_none(home: Story) -> None:
    home.wait(minutes=10).nurse(unnamed())
    assert upcoming(home) == "h4"


def test_a_late_one_stays_owed_after_its_window_has_closed(home: Story) -> None:
    """H36: an obligation never ends because time has passed."""
    home.now = due_at(home, "d5")
    assert home.due("followup.contact") == due_at(home, "h4")


def test_made_late_it_still_counts(home: Story) -> None:
    home.now = due_at(home, "h4") + timedelta(hours=5)
    home.nurse(unnamed())
    assert upcoming(home) == "h24"


def test_what_was_skipped_is_missed_and_no_longer_owed(home: Story) -> None:
    """Nobody can make the call of Monday evening on Wednesday; the statistics must still know."""
    home.now = due_at(home, "h48")
    home.nurse(well("h48"))
    assert [p.code for p in missed(home.episode.now, home.protocol)] == ["h4", "h24"]
    assert home.due("followup.contact") == due_at(home, "d5")


def test_no_word_makes_a_contact_later_than_the_clock_does(home: Story) -> None:
    """H36: "three months after", told on the first day, would end all the contacts between."""
    home.now = due_at(home, "h4")
    told = Timing.parse("3 months after patch")
    home.does(PATIENT, RecordReport(timing=told, pain_upright=Pain(1, PainPosition.UPRIGHT)))
    assert upcoming(home) == "h24"


def test_a_call_named_after_one_that_is_months_away_does_not_end_those_between(
    home: Story,
) -> None:
    home.now = due_at(home, "h4")
    home.nurse(well("m3"))
    assert upcoming(home) == "h24"


def test_a_told_time_places_a_contact_of_which_no_clock_is_known(home: Story) -> None:
    home.wait(days=30)
    told = When(home.now, "America/Denver", Precision.UNKNOWN)
    timing = Timing.parse("about 8 days after patch 1")
    home.nurse(RecordContact(answered=Answer.YES, timing=timing, occurred=told))
    assert list(made(home.episode.now, home.protocol)) == ["d7"]


def test_a_time_told_before_the_patch_places_nothing(home: Story) -> None:
    home.wait(days=30)
    told = When(home.now, "America/Denver", Precision.UNKNOWN)
    timing = Timing.parse("8 days before patch 1")
    home.nurse(RecordContact(answered=Answer.YES, timing=timing, occurred=told))
    assert made(home.episode.now, home.protocol) == {}


def test_a_departure_of_which_no_time_is_known_is_followed_up_all_the_same(story: Story) -> None:
    """H36: counted from the latest instant at which it can have been."""
    from bloodpatch.pathway.stages.discharge.commands import RecordDeparture
    from bloodpatch.pathway.stages.procedure.commands import RecordPatch

    unknown = When(story.now, "America/Denver", Precision.UNKNOWN)
    story.nurse(RecordPatch(occurred=unknown))
    story.wait(minutes=1).nurse(RecordDeparture(occurred=unknown))
    hours = story.protocol.followup.contacts[0].after_hours
    assert story.due("followup.contact") == unknown.at + timedelta(hours=hours)


def test_the_patients_own_report_counts_as_heard(home: Story) -> None:
    """T10: the patient tells alone, over the private link."""
    home.now = due_at(home, "h24")
    home.does(PATIENT, RecordReport(planned=Code("h24"), pain_upright=Pain.of("1 standing")))
    assert upcoming(home) == "h48"
    assert home.episode.now.followup.latest_report is not None


def test_a_patient_may_report_and_may_not_record_a_contact(home: Story) -> None:
    assert home.refuses(PATIENT, well()) == ["person.not_your_act"]


def test_not_asked_is_never_no(home: Story) -> None:
    """T14: each adverse effect and each red flag is asked for at every contact."""
    home.now = due_at(home, "h4")
    assert home.nurse(unnamed()) == ["followup.not_asked"]
    said = home.decide(NURSE, unnamed()).findings[0].says
    assert said == "Not asked at this contact: red flags, adverse effects, pain lying."


def test_who_was_not_reached_was_not_asked(home: Story) -> None:
    assert home.nurse(RecordContact(contact=Channel.CALL, answered=Answer.NO)) == []


# promised beside the protocol's


def test_a_promised_call_is_owed_at_its_time(home: Story) -> None:
    home.nurse(PlanContact(contact=Channel.CALL, due=moment("2026-11-16 17:00")))
    assert home.due("followup.contact") == moment("2026-11-16 17:00").at
    home.at("2026-11-16 17:05").nurse(well())
    assert home.due("followup.contact") == due_at(home, "h24")


@pytest.mark.parametrize(
    ("promise", "days"),
    [
        (PlanContact(daily_contacts=Count(3)), 1),
        (PlanContact(contact_every=Timing.parse("every 1 day"), daily_contacts=Count(3)), 1),
        (PlanContact(contact_every=Timing.parse("every 48 hours")), 2),
    ],
)
def test_a_promise_of_several_is_owed_one_by_one(
    home: Story, promise: PlanContact, days: int
) -> None:
    """A series without a first time begins after its first interval."""
    home.at("2026-11-17 14:20").nurse(well("h24"))
    home.at("2026-11-17 15:00").nurse(promise)
    first = moment("2026-11-17 15:00").at + timedelta(days=days)
    assert home.episode.now.followup.promised[0] == first


# without a patch


def test_a_patient_without_a_patch_is_asked_every_day(untreated: Story) -> None:
    """T3: counted from the decision, then from the last time that somebody heard her."""
    hours = untreated.protocol.followup.conservative_contact_hours
    assert untreated.due("followup.contact") == untreated.now + timedelta(hours=hours)
    untreated.wait(hours=20).nurse(well(upright=5))
    assert untreated.due("followup.contact") == untreated.now + timedelta(hours=hours)


def test_a_patient_who_declined_is_asked_every_day_too(story: Story) -> None:
    """H36: two mothers died after a puncture for want of follow-up; one of them had no patch."""
    from journey import assessed, referred

    from bloodpatch.pathway.stages.referral.choices import DeclinedWhat
    from bloodpatch.pathway.stages.referral.commands import RecordDeclined

    assessed(referred(story)).desk(RecordDeclined(what=DeclinedWhat.PATCH))
    assert set(story.owes()) == {"followup.contact", "referral.declined"}


def test_when_the_headache_is_gone_a_physician_decides_instead(untreated: Story) -> None:
    untreated.wait(hours=20).nurse(well())
    assert "followup.contact" not in untreated.owes()
    assert "clearance.decision" in untreated.owes()


def test_a_physician_reads_who_was_called_and_when(home: Story) -> None:
    home.now = due_at(home, "h4")
    home.does(PHYSICIAN, well("h4"))
    last = home.episode.now.followup.last_contact
    assert last is not None and last.occurred.at == home.now
    assert len(home.episode.now.followup.contacts) == 1

"""The time-out (T6): everybody stops, and asks whether everything is there that must be."""

from dataclasses import replace
from datetime import timedelta

import pytest
from journey import arrived as arrive
from journey import (
    assessed,
    booked,
    no_red_flags,
    patched,
    referred,
    time_out,
    timed_out,
)
from journey import checked as check
from story import FRONT_DESK, NURSE, PHYSICIAN, Story, moment

from bloodpatch.pathway.clinical import ImagingGuide, Power, RedFlag
from bloodpatch.pathway.clinical.allergies import Allergy
from bloodpatch.pathway.roles import Role
from bloodpatch.pathway.stages.assessment.choices import Decided, ObstetricState
from bloodpatch.pathway.stages.assessment.commands import (
    RecordDecision,
    ScreenRedFlags,
)
from bloodpatch.pathway.stages.assessment.events import ObstetricRecorded
from bloodpatch.pathway.stages.booking.events import Booked
from bloodpatch.pathway.stages.preparation.choices import ConsentItem, Identifier, SignedBy
from bloodpatch.pathway.stages.preparation.commands import (
    RecordAllergies,
    RecordArrival,
    RecordConsent,
    RecordNeurology,
    RecordPregnancyQuestion,
    ScreenAgain,
    TakeTimeOut,
    WithdrawConsent,
)
from bloodpatch.pathway.stages.referral.choices import Sex
from bloodpatch.pathway.stages.referral.events import Received
from bloodpatch.pathway.statements import plain_fields
from bloodpatch.pathway.values import Answer, Answers
from bloodpatch.pathway.worklist import owed

TWO = (Identifier.NAME, Identifier.DATE_OF_BIRTH)
TIME_OUT = time_out()

EVERYTHING_MISSING = [
    "preparation.no_consent",
    "preparation.temperature_not_taken",
    "preparation.infection_not_asked",
    "preparation.bleeding_not_asked",
    "preparation.neurology_not_examined",
    "preparation.allergies_not_asked",
    "preparation.vitals_not_taken",
]


def test_of_a_preparation_of_which_nothing_is_recorded_that_is_one_finding(story: Story) -> None:
    """And with the first answer each question that is left is asked by itself."""
    booked(assessed(referred(story)))
    one, many = "preparation.nothing_yet", set(EVERYTHING_MISSING[1:]) - BLEEDING
    found = set(story.asks(NURSE, TakeTimeOut))
    assert {one, *BLEEDING} <= found and not found & many
    says = story.finding(NURSE, TakeTimeOut, one).says
    for gap in ("who the patient is", "infection", "allergies", "bladder", "oxygen", "temperature"):
        assert gap in says
    story.nurse(RecordAllergies(allergies=(Allergy.NONE,)))
    found = set(story.asks(NURSE, TakeTimeOut))
    assert one not in found
    assert many - {"preparation.allergies_not_asked"} <= found


BLEEDING = {"preparation.bleeding_not_asked"}


def test_of_a_patient_who_only_arrived_everything_is_missing(arrived: Story) -> None:
    arrived.wait(days=1)
    assert arrived.refuses(NURSE, TIME_OUT) == [
        EVERYTHING_MISSING[0],
        "preparation.not_identified",
        "red_flag.out_of_date",
        *EVERYTHING_MISSING[1:],
    ]


def test_when_everything_is_there_it_is_taken(checked: Story) -> None:
    assert checked.nurse(TIME_OUT) == []
    assert checked.episode.now.preparation.timed_out


def test_the_physician_takes_it_too_and_the_desk_does_not(checked: Story) -> None:
    assert checked.asks(PHYSICIAN, TakeTimeOut) == []
    assert checked.asks(FRONT_DESK, TakeTimeOut) == ["person.not_your_act"]


def test_no_patch_is_given_that_no_physician_decided(checked: Story) -> None:
    checked.physician(RecordDecision(decision=Decided.WITHHOLD_PATCH))
    assert checked.refuses(NURSE, TIME_OUT) == ["preparation.no_patch_decided"]


def test_nor_a_second_one_in_the_same_round(checked: Story) -> None:
    """T15: another patch is decided as a repeat, and prepared anew."""
    patched(timed_out(checked))
    assert checked.refuses(NURSE, TIME_OUT) == ["patched_already.in_this_round"]


# who she is


def test_two_identifiers_are_given_at_arrival(arrived: Story) -> None:
    """T13: the blood of one identified patient."""
    story = arrived.copy()
    check(story).nurse(TIME_OUT)
    assert arrived.episode.now.preparation.identifiers == set(TWO)


@pytest.mark.parametrize("given", [None, (Identifier.NAME,), (Identifier.NAME, Identifier.NAME)])
def test_one_identifier_is_not_enough(story: Story, given: tuple[Identifier, ...] | None) -> None:
    story.nurse(RecordArrival(identity=given))
    finding = story.finding(NURSE, TakeTimeOut, "preparation.not_identified")
    assert finding.says == (
        f"For this visit the patient has been identified by {len(set(given or ()))} of 2"
        " identifiers."
    )


def test_a_second_identifier_may_be_given_later(story: Story) -> None:
    story.nurse(RecordArrival(identity=TWO[:1]), RecordArrival(identity=TWO[1:]))
    assert "preparation.not_identified" not in story.asks(NURSE, TakeTimeOut)


@pytest.mark.parametrize("again", [TWO[:1], (Identifier.PHOTO, Identifier.PHOTO)])
def test_they_are_given_again_aloud(checked: Story, again: tuple[Identifier, ...]) -> None:
    assert checked.refuses(NURSE, time_out(*again)) == ["preparation.not_identified"]


def test_one_patient_is_one_record(checked: Story) -> None:
    checked.facts = replace(checked.facts, unresolved_duplicate=True)
    assert checked.refuses(NURSE, TIME_OUT) == ["person.maybe_the_same"]


# what she agreed to


def test_without_consent_there_is_no_patch(checked: Story) -> None:
    checked.physician(WithdrawConsent())
    assert checked.refuses(PHYSICIAN, TIME_OUT) == ["preparation.consent_withdrawn"]


def test_a_new_consent_counts(checked: Story) -> None:
    checked.desk(WithdrawConsent())
    checked.wait(minutes=5).physician(
        RecordConsent(signed_by=SignedBy.PATIENT, named=tuple(ConsentItem))
    )
    assert checked.asks(NURSE, TakeTimeOut) == []


def test_a_consent_told_as_today_does_not_outrank_its_withdrawal(checked: Story) -> None:
    checked.physician(RecordConsent(occurred=moment("2026-11-16")))
    checked.wait(minutes=5).physician(WithdrawConsent())
    assert checked.refuses(NURSE, TIME_OUT) == ["preparation.consent_withdrawn"]


def test_a_consent_withdrawn_voids_the_time_out(checked: Story) -> None:
    timed_out(checked).wait(minutes=1).desk(WithdrawConsent())
    assert checked.episode.now.preparation.timed_out is None


# red flags, once more


def test_red_flags_are_asked_on_the_day(arrived: Story) -> None:
    """T3: a patient can change between the decision and the patch."""
    hours = arrived.protocol.booking.red_flag_screen_valid_hours
    asked = moment("2026-11-16 09:00").at
    arrived.now = asked + timedelta(hours=hours)
    assert "red_flag.out_of_date" not in arrived.asks(NURSE, TakeTimeOut)
    arrived.wait(seconds=1)
    finding = arrived.finding(NURSE, TakeTimeOut, "red_flag.out_of_date")
    assert finding.says.startswith("Red flags were last asked")


def test_asked_again_they_are_fresh(checked: Story) -> None:
    hours = checked.protocol.booking.red_flag_screen_valid_hours
    checked.now = moment("2026-11-16 13:40").at + timedelta(hours=hours)
    assert "red_flag.out_of_date" not in checked.asks(NURSE, TakeTimeOut)


def test_the_oldest_answer_of_the_list_counts(checked: Story) -> None:
    hours = checked.protocol.booking.red_flag_screen_valid_hours
    checked.now = moment("2026-11-16 13:40").at + timedelta(hours=hours, minutes=1)
    fresh = {flag: Answer.NO for flag in no_red_flags() if flag != RedFlag.SEIZURE}
    checked.nurse(ScreenAgain(flags=Answers(fresh)))
    assert "red_flag.out_of_date" in checked.asks(NURSE, TakeTimeOut)


@pytest.mark.parametrize("screen", [ScreenAgain, ScreenRedFlags])
def test_a_flag_found_on_the_day_stops_it_whoever_found_it(
    checked: Story, screen: type[ScreenAgain] | type[ScreenRedFlags]
) -> None:
    checked.nurse(screen(flags=Answers({RedFlag.LEG_WEAKNESS: Answer.YES})))
    assert checked.refuses(PHYSICIAN, TIME_OUT) == ["red_flag.stop"]


# the baseline


def test_legs_and_bladder_are_examined_part_by_part(arrived: Story) -> None:
    """T14: what nobody examined before cannot be called new afterwards."""
    arrived.nurse(RecordNeurology(power_left=Power(5), power_right=Power(4)))
    finding = arrived.finding(NURSE, TakeTimeOut, "preparation.neurology_not_examined")
    assert finding.says.startswith("Not examined for this visit: straight leg raise left")
    assert "feeling, saddle" in finding.says
    assert "power" not in finding.says


def test_an_empty_form_is_no_examination(checked: Story) -> None:
    checked.wait(minutes=1).nurse(RecordNeurology())
    assert checked.refuses(NURSE, TIME_OUT) == ["preparation.neurology_not_examined"]


# allergies, X-rays


def test_allergies_are_known_and_none_is_an_answer(arrived: Story) -> None:
    assert "preparation.allergies_not_asked" in arrived.asks(NURSE, TakeTimeOut)
    with pytest.raises(TypeError, match="allergies"):
        RecordAllergies()


XRAYS = {ImagingGuide.FLUOROSCOPY, ImagingGuide.CT, ImagingGuide.CONTRAST}


def ready_under(
    story: Story,
    guide: ImagingGuide,
    sex: Sex | None = None,
    state: ObstetricState = ObstetricState.NOT_TOLD,
) -> Story:
    """Booked with this imaging, arrived, checked; this was said of sex and pregnancy before."""
    booked(assessed(referred(story)))
    story.given(Received(sex=sex), ObstetricRecorded(state=state))
    (slot,) = story.events(Booked)
    return check(arrive(story.given(replace(slot, imaging_plan=guide))))


@pytest.mark.parametrize("guide", ImagingGuide)
def test_pregnancy_is_asked_where_x_rays_are_planned(story: Story, guide: ImagingGuide) -> None:
    ready_under(story, guide)
    asked = "preparation.pregnancy_not_asked" in story.asks(NURSE, TakeTimeOut)
    assert asked is (guide in XRAYS)


@pytest.mark.parametrize("answer", [None, *Answer])
def test_not_asked_is_not_not_pregnant(story: Story, answer: Answer | None) -> None:
    ready_under(story, ImagingGuide.FLUOROSCOPY).nurse(RecordPregnancyQuestion(pregnant=answer))
    codes = story.asks(NURSE, TakeTimeOut)
    known = answer in (Answer.YES, Answer.NO)
    assert codes == ([] if known else ["preparation.pregnancy_not_asked"])


@pytest.mark.parametrize("sex", [None, *Sex])
def test_a_man_is_not_asked(story: Story, sex: Sex | None) -> None:
    ready_under(story, ImagingGuide.FLUOROSCOPY, sex=sex)
    asked = "preparation.pregnancy_not_asked" in story.asks(NURSE, TakeTimeOut)
    assert asked is (sex is not Sex.MALE)


@pytest.mark.parametrize("state", ObstetricState)
def test_what_the_assessment_of_the_day_says_is_not_asked_twice(
    story: Story, state: ObstetricState
) -> None:
    ready_under(story, ImagingGuide.FLUOROSCOPY, state=state)
    asked = "preparation.pregnancy_not_asked" in story.asks(NURSE, TakeTimeOut)
    assert asked is (state is ObstetricState.NOT_TOLD)


# who owes what


def test_she_is_made_ready_by_the_booked_time(arrived: Story) -> None:
    (owing,) = owed(arrived.episode, arrived.protocol)
    assert (owing.code, owing.owner) == ("preparation.time_out", Role.NURSE)
    assert owing.due == moment("2026-11-16 13:30").at


def test_without_a_booking_within_the_time_that_a_room_is_held(story: Story) -> None:
    story.nurse(RecordArrival())
    minutes = story.protocol.booking.planned_minutes
    assert story.due("preparation.time_out") == story.now + timedelta(minutes=minutes)


def test_after_the_time_out_the_physician_is_due(checked: Story) -> None:
    timed_out(checked)
    (owing,) = owed(checked.episode, checked.protocol)
    assert (owing.code, owing.owner) == ("preparation.start_the_procedure", Role.PHYSICIAN)
    assert owing.due == checked.now


def test_a_plain_preparation_meets_no_finding(checked: Story) -> None:
    timed_out(checked)
    assert {h.findings for h in checked.episode.history} == {()}


def test_what_was_said_at_the_time_out_is_kept(checked: Story) -> None:
    timed_out(checked)
    assert plain_fields(checked.episode.now.preparation.timed_out.event) == {
        "identity": ["name", "date_of_birth"],
        "level": "L3/4",
        "allergies_read": "yes",
        "physician": "physician-1",
        "second": "nurse-1",
    }

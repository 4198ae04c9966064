"""An answer is for one visit (H01 H06 H07 H11): what was said long before is asked again.

A no of last week is not a no of today. A yes of last week stays a yes: it is shown, and holds.
"""

from dataclasses import replace
from datetime import timedelta

import pytest
from clotting import ready
from journey import arrived as arrive
from journey import assessed, booked, referred, time_out
from journey import checked as check
from story import FRONT_DESK, NURSE, PHYSICIAN, Story, moment

from bloodpatch.pathway.clinical import Antithrombotic, ImagingGuide, SedationLevel
from bloodpatch.pathway.clinical.allergies import Allergy
from bloodpatch.pathway.roles import Role
from bloodpatch.pathway.stages.assessment.choices import ObstetricState
from bloodpatch.pathway.stages.assessment.commands import RecordObstetric
from bloodpatch.pathway.stages.assessment.events import ObstetricRecorded
from bloodpatch.pathway.stages.booking.events import Booked
from bloodpatch.pathway.stages.discharge.choices import Restart
from bloodpatch.pathway.stages.discharge.commands import RecordRestartPlan
from bloodpatch.pathway.stages.preparation.choices import Identifier
from bloodpatch.pathway.stages.preparation.commands import (
    RecordAllergies,
    RecordAntithrombotic,
    RecordArrival,
    RecordBleedingHistory,
    RecordEscort,
    RecordFasting,
    RecordNeurology,
    RecordPregnancyQuestion,
    RecordSedationPlan,
    ScreenAgain,
    TakeTimeOut,
)
from bloodpatch.pathway.statements import Command
from bloodpatch.pathway.values import Answer, Hours

TWO = (Identifier.NAME, Identifier.DATE_OF_BIRTH)
IDENTITY = RecordArrival(identity=TWO)
FASTED = RecordFasting(clear_h=Hours(20), light_h=Hours(20), fatty_h=Hours(20))

# What is asked or examined, and what is missing where nobody did it for this visit.
ASKED: dict[str, tuple[Command, str]] = {
    "infection": (ScreenAgain(infection=Answer.NO), "preparation.infection_not_asked"),
    "bleeding": (
        RecordBleedingHistory(
            bleeding_history=Answer.NO, antithrombotic=Answer.NO, antiplatelet=Answer.NO
        ),
        "preparation.bleeding_not_asked",
    ),
    "allergies": (RecordAllergies(allergies=(Allergy.NONE,)), "preparation.allergies_not_asked"),
    "pregnancy": (
        RecordPregnancyQuestion(pregnant=Answer.NO),
        "preparation.pregnancy_not_asked",
    ),
    "food": (FASTED, "preparation.fasting_not_asked"),
    "escort": (RecordEscort(escort=Answer.YES), "preparation.no_escort"),
}


@pytest.fixture
def expected(story: Story) -> Story:
    """Booked with X-rays and sedation; nothing is said of pregnancy, and she has not come yet."""
    booked(assessed(referred(story)))
    (slot,) = story.events(Booked)
    story.given(
        replace(slot, imaging_plan=ImagingGuide.FLUOROSCOPY),
        ObstetricRecorded(state=ObstetricState.NOT_TOLD),
    )
    story.physician(RecordSedationPlan(plan=SedationLevel.MODERATE))
    return story.at("2026-11-16 12:00")


def hours(story: Story) -> timedelta:
    return timedelta(hours=story.protocol.preparation.answers_valid_hours)


def missing(story: Story, code: str) -> bool:
    return code in story.asks(NURSE, TakeTimeOut)


@pytest.mark.parametrize("what", ASKED)
def test_it_counts_when_asked_a_few_hours_before_the_patient_came(
    expected: Story, what: str
) -> None:
    command, code = ASKED[what]
    asked = expected.now
    expected.nurse(command)
    expected.now = asked + hours(expected)
    expected.does(FRONT_DESK, IDENTITY)
    expected.wait(hours=1)
    assert not missing(expected, code), "it does not run out while she is being prepared"
    expected.wait(minutes=1).does(FRONT_DESK, IDENTITY)
    assert missing(expected, code), "she came again, a minute too late for it"
    expected.nurse(command)
    assert not missing(expected, code)


def test_while_she_waits_it_counts_as_long_as_any_answer(expected: Story) -> None:
    """Here for so many hours: what was said an hour before she came is asked again."""
    command, code = ASKED["allergies"]
    expected.nurse(command)
    expected.wait(hours=1).does(FRONT_DESK, IDENTITY)
    expected.now += hours(expected)
    assert not missing(expected, code)
    assert missing(expected.wait(minutes=1), code)


@pytest.mark.parametrize("what", ASKED)
def test_without_an_arrival_it_counts_from_now(expected: Story, what: str) -> None:
    command, code = ASKED[what]
    asked = expected.now
    expected.nurse(command)
    expected.now = asked + hours(expected)
    assert not missing(expected, code)
    expected.wait(minutes=1)
    assert missing(expected, code)


@pytest.mark.parametrize("what", ASKED)
def test_who_came_days_ago_is_asked_again(expected: Story, what: str) -> None:
    """An inpatient came once; what was asked then is not of today."""
    command, code = ASKED[what]
    expected.does(FRONT_DESK, IDENTITY)
    expected.nurse(command)
    expected.wait(days=3)
    assert missing(expected, code)


@pytest.mark.parametrize("roughly", ["2026-11-16", "by 2026-11-16 11:50"])
def test_what_may_be_older_is_asked_again(expected: Story, roughly: str) -> None:
    """A day is as old as its first hour; an unknown time has no first hour at all."""
    command, code = ASKED["allergies"]
    expected.nurse(replace(command, occurred=moment(roughly)))
    expected.now = moment("2026-11-16").at + hours(expected) + timedelta(minutes=1)
    assert missing(expected, code)


@pytest.fixture
def last_week(story: Story) -> Story:
    """Everything was asked and examined at a visit a week ago; here again, and nothing is yet."""
    check(arrive(booked(assessed(referred(story)))))
    return story


def comes_again(story: Story) -> Story:
    story.at("2026-11-23 10:00").does(FRONT_DESK, RecordArrival())
    return story


def test_legs_identity_and_all_that_was_asked_are_of_the_other_visit(last_week: Story) -> None:
    assert set(comes_again(last_week).refuses(NURSE, time_out())) == {
        "preparation.not_identified",
        "red_flag.out_of_date",
        "preparation.temperature_not_taken",
        "preparation.infection_not_asked",
        "preparation.bleeding_not_asked",
        "preparation.neurology_not_examined",
        "preparation.allergies_not_asked",
        "preparation.vitals_not_taken",
    }
    says = last_week.finding(NURSE, TakeTimeOut, "preparation.neurology_not_examined").says
    assert says.startswith("Not examined for this visit: ")


def test_an_examination_of_today_is_the_baseline(last_week: Story) -> None:
    examined = next(
        h.event for h in last_week.episode.history if h.event.name.endswith("neurology_recorded")
    )
    same = {name: getattr(examined, name) for name in ("power_left", "power_right", "bladder")}
    comes_again(last_week).nurse(RecordNeurology(**same))
    says = last_week.finding(NURSE, TakeTimeOut, "preparation.neurology_not_examined").says
    assert "power" not in says and "bladder" not in says


def test_of_allergies_that_nobody_ever_asked_about_nothing_is_said(expected: Story) -> None:
    expected.does(FRONT_DESK, IDENTITY)
    says = expected.finding(NURSE, TakeTimeOut, "preparation.allergies_not_asked").says
    assert says == "Allergies were not asked about for this visit."


def test_a_known_allergy_does_not_vanish_it_is_read_back(last_week: Story) -> None:
    known = RecordAllergies(allergies=(Allergy.LATEX, Allergy.CONTRAST))
    last_week.wait(minutes=1).nurse(known)
    comes_again(last_week)
    says = last_week.finding(NURSE, TakeTimeOut, "preparation.allergies_not_asked").says
    assert says == "Allergies were not asked about for this visit (before: Contrast, Latex)."
    last_week.nurse(known)
    assert not missing(last_week, "preparation.allergies_not_asked")


@pytest.mark.parametrize(
    ("role", "yes", "holds"),
    [
        (NURSE, ScreenAgain(infection=Answer.YES), "preparation.infection"),
        (NURSE, RecordBleedingHistory(antiplatelet=Answer.YES), "preparation.drug_not_named"),
        (
            PHYSICIAN,
            RecordAntithrombotic(
                drug=Antithrombotic.ENOXAPARIN, last_dose=moment("2026-11-15 20:00")
            ),
            "antithrombotics.no_table_chosen",
        ),
    ],
)
def test_a_yes_of_last_week_holds_until_today_says_otherwise(
    last_week: Story, role: Role, yes: Command, holds: str
) -> None:
    last_week.wait(minutes=1).does(role, yes)
    comes_again(last_week)
    assert missing(last_week, holds)


def test_when_a_drug_was_last_taken_is_asked_again(last_week: Story) -> None:
    """Who took it a week ago may have taken it this morning."""
    drug = RecordAntithrombotic(
        drug=Antithrombotic.ENOXAPARIN, last_dose=moment("2026-11-15 20:00")
    )
    last_week.wait(minutes=1).nurse(drug)
    assert not missing(last_week, "antithrombotics.last_dose_not_known")
    comes_again(last_week)
    assert missing(last_week, "antithrombotics.last_dose_not_known")
    last_week.nurse(drug)
    assert not missing(last_week, "antithrombotics.last_dose_not_known")


def test_a_drug_that_a_physician_stopped_for_good_is_not_asked_about_again(
    last_week: Story,
) -> None:
    drug = RecordAntithrombotic(
        drug=Antithrombotic.ENOXAPARIN, last_dose=moment("2026-11-10 20:00")
    )
    stopped = RecordRestartPlan(drug=drug.drug, plan=Restart.STAYS_OFF)
    last_week.wait(minutes=1).physician(drug)
    last_week.wait(minutes=1).physician(stopped)
    assert not missing(comes_again(last_week), "antithrombotics.last_dose_not_known")


def test_nor_is_one_for_which_no_needle_waits() -> None:
    story = ready()
    aspirin = RecordAntithrombotic(drug=Antithrombotic.ASPIRIN, last_dose=moment("2026-11-16"))
    story.wait(minutes=1).nurse(aspirin)
    assert not missing(comes_again(story), "antithrombotics.last_dose_not_known")


def test_a_drug_named_last_week_answers_no_question_of_today(last_week: Story) -> None:
    last_week.wait(minutes=1).nurse(RecordAntithrombotic(drug=Antithrombotic.ENOXAPARIN))
    comes_again(last_week)
    says = last_week.finding(NURSE, TakeTimeOut, "preparation.bleeding_not_asked").says
    assert "drugs against clotting, drugs against platelets" in says


def test_a_yes_that_may_be_the_newer_one_stands(last_week: Story) -> None:
    """A no is bound to come after; a yes of some time today is taken as it is."""
    yes = ScreenAgain(infection=Answer.YES, occurred=moment("2026-11-16"))
    last_week.wait(minutes=1).nurse(yes)
    assert missing(last_week, "preparation.infection")


def test_what_the_assessment_said_of_pregnancy_counts_as_long_as_any_answer(
    expected: Story,
) -> None:
    code, asked = "preparation.pregnancy_not_asked", expected.now
    expected.given(ObstetricRecorded(state=ObstetricState.NOT_PREGNANT))
    expected.now = asked + hours(expected)
    assert not missing(expected, code)
    assert missing(expected.wait(minutes=1), code)


def test_and_from_the_first_minute_at_which_it_may_have_been_said(expected: Story) -> None:
    asked = expected.now
    said = RecordObstetric(state=ObstetricState.NOT_PREGNANT, occurred=moment("2026-11-16 12h"))
    expected.wait(minutes=50).nurse(said)
    expected.now = asked + hours(expected) + timedelta(minutes=1)
    assert missing(expected, "preparation.pregnancy_not_asked")


def test_what_the_assessment_said_of_pregnancy_days_ago_is_asked_again(expected: Story) -> None:
    expected.given(ObstetricRecorded(state=ObstetricState.NOT_PREGNANT))
    assert not missing(expected, "preparation.pregnancy_not_asked")
    expected.wait(days=3)
    assert missing(expected, "preparation.pregnancy_not_asked")

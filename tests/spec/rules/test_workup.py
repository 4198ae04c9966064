"""T3: fever is looked into for infection, high pressure of pregnancy for pre-eclampsia."""

from dataclasses import replace
from datetime import timedelta

import pytest
from entries import (
    flag,
    investigated,
    obstetric,
    opinion,
    puncture,
    raised,
    sentence,
    symptom,
    vitals,
)
from journey import assessed, no_red_flags, referred
from places import there
from story import PHYSICIAN, Story, moment

from bloodpatch.pathway.clinical import (
    AdverseKind,
    BloodPressureWord,
    Investigation,
    RedFlag,
    ResultWord,
    Specialty,
    Symptom,
)
from bloodpatch.pathway.rules import workup
from bloodpatch.pathway.stages.adverse_event.commands import OpenEvent
from bloodpatch.pathway.stages.assessment import choices as a
from bloodpatch.pathway.stages.assessment.commands import (
    DecidePatch,
    RecordHeadache,
    RecordVitals,
    ScreenRedFlags,
)
from bloodpatch.pathway.stages.preparation.commands import TakeTimeOut
from bloodpatch.pathway.stages.referral.choices import DeviceLeft
from bloodpatch.pathway.statements import Command
from bloodpatch.pathway.values import Answer, Count
from bloodpatch.pathway.whereabouts import Whereabouts
from bloodpatch.pathway.worklist import owed

F, Exam = RedFlag, Investigation
INFECTION, ECLAMPSIA = "workup.infection", "workup.pre_eclampsia"
NOT_TAKEN = "workup.blood_pressure_not_taken"
SEVERE, OWED = "workup.severe_pressure", "assessment.severe_pressure"

GERMS = {
    "fever, ticked": flag(F.FEVER),
    "fever, measured": vitals(temperature="38.0"),
    "fever, told": symptom(Symptom.FEVER),
    "rigors": flag(F.RIGORS),
    "meningism": flag(F.MENINGISM),
    "raised CRP": flag(F.RAISED_INFLAMMATION),
    "elsewhere": flag(F.INFECTION_SOURCE),
    "at the site": OpenEvent(kinds=(AdverseKind.LOCAL_INFECTION,)),
    "a pump left in": puncture(device_left=DeviceLeft.PUMP),
    "fluid through the skin": symptom(Symptom.CSF_LEAK_SKIN),
}
NO_GERMS = {
    "no fever": vitals(temperature="37.9"),
    "denied": flag(F.FEVER, F.RIGORS, F.MENINGISM, answer=Answer.NO),
    "a stiff neck": symptom(Symptom.NECK_STIFFNESS),
    "nothing left in": puncture(device_left=DeviceLeft.NONE),
    "not told": puncture(),
}


@pytest.mark.parametrize("entry", GERMS.values(), ids=GERMS)
def test_what_may_be_an_infection_is_looked_into(story: Story, entry: Command) -> None:
    assert INFECTION in story.physician(entry)


@pytest.mark.parametrize("entry", NO_GERMS.values(), ids=NO_GERMS)
def test_without_it_nothing_is_asked(story: Story, entry: Command) -> None:
    assert story.physician(entry) == []


LOOKED = {
    "cultures": (investigated(Exam.BLOOD_CULTURE), []),
    "cultures not back yet are taken": (
        investigated(Exam.BLOOD_CULTURE, result=ResultWord.PENDING),
        [],
    ),
    "a full blood count has the white cells": (investigated(Exam.FULL_BLOOD_COUNT), []),
    "white cells": (investigated(Exam.WHITE_CELLS), []),
    "a swab of the wound": (investigated(Exam.WOUND_SWAB), []),
    "a lumbar puncture": (investigated(Exam.LUMBAR_PUNCTURE), []),
    "told of some hour of today": (
        replace(investigated(Exam.CRP), occurred=moment("2026-11-16")),
        [],
    ),
    "asked for": (investigated(Exam.CRP, done=a.Progress.REQUESTED), [INFECTION]),
    "refused": (investigated(Exam.LUMBAR_PUNCTURE, done=a.Progress.REFUSED), [INFECTION]),
    "an image": (investigated(Exam.CT), [INFECTION]),
}


@pytest.mark.parametrize(("entry", "left"), LOOKED.values(), ids=LOOKED)
@pytest.mark.parametrize("germs", [flag(F.FEVER), puncture(device_left=DeviceLeft.DRAIN)])
def test_it_is_answered_by_what_was_done(
    story: Story, germs: Command, entry: Command, left: list[str]
) -> None:
    story.physician(germs)
    story.wait(hours=1).physician(entry)
    assert raised(story, workup.infection_workup) == left


def test_what_was_looked_for_before_the_fever_does_not_answer_it(story: Story) -> None:
    story.physician(investigated(Exam.CRP))
    assert story.wait(hours=1).physician(flag(F.FEVER)) == [INFECTION]


def test_what_shows_an_infection_has_looked_for_it(story: Story) -> None:
    seen = investigated(Exam.LUMBAR_PUNCTURE, signs="organisms")
    assert INFECTION not in story.physician(seen)
    elsewhere = investigated(Exam.MRI, signs="spinal_abscess")
    assert INFECTION in story.wait(hours=1).physician(elsewhere)


def test_it_says_by_which_way_germs_may_have_come(story: Story) -> None:
    story.physician(puncture(device_left=DeviceLeft.DRAIN), symptom(Symptom.CSF_LEAK_SKIN))
    assert sentence(story, workup.infection_workup).startswith(
        "Drain, Clear fluid leaking from the skin: blood cultures"
    )


def test_it_is_shown_again_at_the_time_out() -> None:
    story = there(Whereabouts.BEING_PREPARED)
    story.physician(puncture(device_left=DeviceLeft.DRAIN))
    assert INFECTION in story.asks(PHYSICIAN, TakeTimeOut)
    story.wait(minutes=1).physician(investigated(Exam.CRP))
    assert INFECTION not in story.asks(PHYSICIAN, TakeTimeOut)


FEVERS: dict[str, tuple[list[Command], list[str]]] = {
    "measured, it is held there and not said twice": ([vitals(temperature="38.0")], []),
    "measured, and rigors too": ([vitals(temperature="38.0"), flag(F.RIGORS)], [INFECTION]),
    "ticked, and a tenth below it measured": (
        [flag(F.FEVER), vitals(temperature="37.9")],
        [INFECTION],
    ),
}


@pytest.mark.parametrize(("told", "said"), FEVERS.values(), ids=FEVERS)
def test_of_a_fever_it_is_said_where_no_reading_holds(told: list[Command], said: list[str]) -> None:
    story = there(Whereabouts.BEING_PREPARED)
    story.physician(*told)
    codes = story.asks(PHYSICIAN, TakeTimeOut)
    assert [code for code in codes if code == INFECTION] == said


@pytest.mark.parametrize("when", ["2026-11-16 14:00", "2026-11-16"])
def test_when_the_reading_holds_no_more_it_is_said_again(when: str) -> None:
    """The fever is over; what it came from was not looked for."""
    story = there(Whereabouts.BEING_PREPARED).at("2026-11-16 14:05")
    story.physician(replace(vitals(temperature="38.5"), occurred=moment(when)))
    end = moment(when).latest + timedelta(hours=story.protocol.preparation.fever_window_hours)
    for story.now, held in ((end, True), (end + timedelta(minutes=1), False)):
        codes = story.asks(PHYSICIAN, TakeTimeOut)
        assert ("fever.measured" in codes, INFECTION in codes) == (held, not held)


# pre-eclampsia

HIGH = vitals(pressure=(140, 70))
WHO = {
    "after birth": (obstetric(), [ECLAMPSIA]),
    "in labour": (obstetric(a.ObstetricState.IN_LABOUR), [ECLAMPSIA]),
    "pregnant, weeks not told": (obstetric(a.ObstetricState.PREGNANT), [ECLAMPSIA]),
    "pregnant, 20 weeks": (obstetric(a.ObstetricState.PREGNANT, weeks=Count(20)), [ECLAMPSIA]),
    "pregnant, 19 weeks": (obstetric(a.ObstetricState.PREGNANT, weeks=Count(19)), []),
    "neither": (obstetric(a.ObstetricState.NOT_PREGNANT), []),
}


@pytest.mark.parametrize(("who", "called"), WHO.values(), ids=WHO)
def test_high_pressure_is_looked_into_where_it_may_be_pre_eclampsia(
    story: Story, who: Command, called: list[str]
) -> None:
    story.physician(who)
    assert [c for c in story.physician(HIGH) if c.startswith("workup")] == called


@pytest.mark.parametrize(
    ("entry", "called"),
    [
        (vitals(pressure=(139, 89)), []),
        (vitals(pressure=(120, 90)), [ECLAMPSIA]),
        (RecordVitals(blood_pressure_word=BloodPressureWord.SEVERE), [SEVERE]),
        (obstetric(proteinuria=Answer.YES), [ECLAMPSIA]),
        (obstetric(hypertension=Answer.NO, proteinuria=Answer.NO), []),
    ],
)
def test_by_number_by_word_or_by_protein(story: Story, entry: Command, called: list[str]) -> None:
    story.physician(obstetric())
    assert story.physician(entry) == called


@pytest.mark.parametrize(
    ("entry", "left"),
    [
        (investigated(Exam.URINE_PROTEIN), []),
        (investigated(Exam.PIH_LABS), []),
        (obstetric(labs_pih=ResultWord.NORMAL), []),
        (opinion(Specialty.OBSTETRICS), []),
        (obstetric(obstetric_review=Answer.YES), []),
        (obstetric(obstetric_review=Answer.NO), [ECLAMPSIA]),
        (opinion(Specialty.NEUROLOGY), [ECLAMPSIA]),
        (investigated(Exam.PIH_LABS, done=a.Progress.REQUESTED), [ECLAMPSIA]),
    ],
)
def test_the_laboratory_or_obstetrics_answers_it(
    story: Story, entry: Command, left: list[str]
) -> None:
    story.physician(obstetric(), HIGH)
    story.wait(hours=1).physician(entry)
    assert raised(story, workup.pre_eclampsia_is_looked_for) == left


def test_it_says_what_it_was_called_for_by(story: Story) -> None:
    story.physician(obstetric(proteinuria=Answer.YES), HIGH)
    assert sentence(story, workup.pre_eclampsia_is_looked_for).startswith(
        "High blood pressure, Protein in the urine: obstetric review now"
    )


# a severe pressure


@pytest.mark.parametrize(
    ("pressure", "code"),
    [((159, 109), ECLAMPSIA), ((160, 80), SEVERE), ((140, 110), SEVERE), ((200, 120), SEVERE)],
)
def test_a_severe_pressure_has_its_own_words_and_its_own_urgency(
    story: Story, pressure: tuple[int, int], code: str
) -> None:
    story.at("2026-11-16 09:00").physician(obstetric())
    assert story.physician(vitals(pressure=pressure)) == [code]


def test_a_fever_does_not_hide_it(story: Story) -> None:
    story.physician(obstetric(), flag(F.FEVER), vitals(pressure=(170, 100)))
    assert raised(story, workup.pressure_is_not_severe) == [SEVERE]


def test_it_says_until_when_it_is_treated(story: Story) -> None:
    story.at("2026-11-16 09:00").physician(obstetric(), vitals(pressure=(172, 108)))
    assert sentence(story, workup.pressure_is_not_severe) == (
        "172/108 mmHg: severe. Obstetrics now, and treat it within 30 minutes of 09:00."
    )


@pytest.mark.parametrize(("who", "called"), WHO.values(), ids=WHO)
def test_it_is_severe_in_pregnancy_and_after_birth_only(
    story: Story, who: Command, called: list[str]
) -> None:
    story.physician(who, vitals(pressure=(170, 100)))
    assert bool(raised(story, workup.pressure_is_not_severe)) == bool(called)


NEXT: dict[str, tuple[Command, list[str]]] = {
    "no longer": (vitals(pressure=(159, 109)), []),
    "still": (vitals(pressure=(165, 100)), [SEVERE]),
    "not taken": (vitals(temperature="36.8"), [SEVERE]),
    "normal, in a word": (RecordVitals(blood_pressure_word=BloodPressureWord.NORMAL), []),
    "severe, in a word": (RecordVitals(blood_pressure_word=BloodPressureWord.SEVERE), [SEVERE]),
    "obstetrics has seen her": (opinion(Specialty.OBSTETRICS), [SEVERE]),
}


@pytest.mark.parametrize(("entry", "codes"), NEXT.values(), ids=NEXT)
def test_it_holds_decision_and_time_out_until_it_is_lower(entry: Command, codes: list[str]) -> None:
    for place, permit in (
        (Whereabouts.BEING_PREPARED, TakeTimeOut),
        (Whereabouts.TO_BE_BOOKED, DecidePatch),
    ):
        story = there(place)
        story.does(PHYSICIAN, vitals(pressure=(170, 100)))
        assert SEVERE in story.asks(PHYSICIAN, permit)
        story.wait(minutes=20).does(PHYSICIAN, entry)
        assert [c for c in story.asks(PHYSICIAN, permit) if c == SEVERE] == codes


@pytest.mark.parametrize(("entry", "codes"), NEXT.values(), ids=NEXT)
def test_a_physician_owes_it_a_treatment_within_minutes(entry: Command, codes: list[str]) -> None:
    story = there(Whereabouts.TO_BE_BOOKED)
    story.does(PHYSICIAN, vitals(pressure=(170, 100)))
    limit = story.now + timedelta(minutes=story.protocol.assessment.severe_pressure_minutes)
    (owing,) = (o for o in owed(story.episode, story.protocol) if o.code == OWED)
    assert (owing.due, owing.owner) == (limit, PHYSICIAN)
    story.wait(minutes=20).does(PHYSICIAN, entry)
    assert (OWED in story.owes()) == bool(codes)


@pytest.mark.parametrize(
    ("when", "codes"),
    [
        ("2026-11-16", [SEVERE]),
        ("2026-11-16 14h", [SEVERE]),
        ("2026-11-16 14:04", [SEVERE]),
        ("2026-11-16 14:06", []),
    ],
)
def test_only_a_lower_one_that_surely_came_after_it_ends_it(when: str, codes: list[str]) -> None:
    story = there(Whereabouts.TO_BE_BOOKED).at("2026-11-16 14:05")
    story.does(PHYSICIAN, vitals(pressure=(170, 100)))
    lower = vitals(pressure=(130, 80))
    story.wait(minutes=20).does(PHYSICIAN, replace(lower, occurred=moment(when)))
    assert [c for c in story.asks(PHYSICIAN, DecidePatch) if c == SEVERE] == codes


@pytest.mark.parametrize(
    ("when", "due"),
    [("2026-11-16", "2026-11-16 14:30"), ("2026-11-16 13:10", "2026-11-16 13:40")],
)
def test_of_some_hour_of_today_the_minutes_count_from_the_entry(when: str, due: str) -> None:
    story = there(Whereabouts.TO_BE_BOOKED).at("2026-11-16 14:00")
    story.does(PHYSICIAN, replace(vitals(pressure=(170, 100)), occurred=moment(when)))
    assert story.due(OWED) == moment(due).at


@pytest.mark.parametrize("place", [Whereabouts.CLOSED, Whereabouts.DIED])
def test_nobody_is_treated_where_it_is_over(place: Whereabouts) -> None:
    story = there(place)
    story.does(PHYSICIAN, vitals(pressure=(170, 100)))
    assert OWED not in story.owes()


# the blood pressure is taken before anything is decided


@pytest.mark.parametrize(
    ("taken", "called"),
    [
        (None, [NOT_TAKEN]),
        (vitals(temperature="36.8"), [NOT_TAKEN]),
        (ScreenRedFlags(flags=no_red_flags()), [NOT_TAKEN]),
        (vitals(pressure=(110, 70)), []),
    ],
)
def test_pregnant_or_after_birth_the_pressure_is_taken_before_a_decision(
    story: Story, taken: Command | None, called: list[str]
) -> None:
    referred(story)
    story.physician(RecordHeadache(), obstetric(), *((taken,) if taken else ()))
    codes = story.asks(PHYSICIAN, DecidePatch)
    assert [c for c in codes if c.startswith("workup")] == called


def test_others_may_be_decided_on_without(story: Story) -> None:
    story.physician(puncture(), RecordHeadache())
    assert NOT_TAKEN not in story.asks(PHYSICIAN, DecidePatch)


def test_the_plain_way_is_free_of_all_this(story: Story) -> None:
    assert not [c for c in assessed(referred(story)).asks(PHYSICIAN, DecidePatch) if "workup" in c]

"""What else the time-out asks: the own blood, each risk, who does what, vital signs, X-rays."""

from dataclasses import replace
from typing import Any

import pytest
from entries import history, obstetric
from journey import time_out
from story import NURSE, PHYSICIAN, Story, moment

from bloodpatch.pathway.clinical import HistoryItem, ImagingGuide, SedationLevel
from bloodpatch.pathway.clinical.blood_use import BloodUse
from bloodpatch.pathway.clinical.history import Activity
from bloodpatch.pathway.codes import Code
from bloodpatch.pathway.stages.assessment.choices import ObstetricState
from bloodpatch.pathway.stages.assessment.commands import RecordHistory
from bloodpatch.pathway.stages.booking.events import Booked
from bloodpatch.pathway.stages.preparation.choices import (
    ConsentItem,
    SignedBy,
)
from bloodpatch.pathway.stages.preparation.commands import (
    RecordConsent,
    RecordSedationPlan,
    RecordVitals,
    ScreenAgain,
    TakeTimeOut,
)
from bloodpatch.pathway.values import Answer, BeatsPerMinute, BloodPressure, SpO2Percent

ALL = tuple(ConsentItem)
TOPICS = "special_patient.consent_topics"


def asks(story: Story) -> list[str]:
    return story.asks(NURSE, TakeTimeOut)


def consents(story: Story, **said: Any) -> Story:
    story.wait(minutes=1).physician(
        RecordConsent(**{"signed_by": SignedBy.PATIENT, "named": ALL} | said)
    )
    return story


# the consent


def test_h14_whoever_refuses_the_own_blood_has_not_consented(checked: Story) -> None:
    assert asks(consents(checked, blood_use=BloodUse.REFUSED)) == ["preparation.blood_refused"]
    assert checked.refuses(NURSE, time_out()) == ["preparation.blood_refused"]
    assert asks(consents(checked, blood_use=BloodUse.ACCEPTED)) == []


def but(item: ConsentItem) -> dict[str, Any]:
    return {"named": tuple(one for one in ALL if one is not item)}


@pytest.mark.parametrize(
    ("said", "risks"),
    [
        ({"named": ALL[:-1]}, ""),
        (but(ConsentItem.SECOND_PUNCTURE), "Another dural puncture"),
        (but(ConsentItem.BACK_PAIN), "Back pain"),
        (but(ConsentItem.NERVE_INJURY), "Nerve injury"),
        (but(ConsentItem.FAILURE), "It may not help"),
        (but(ConsentItem.REPEAT), "A second patch may be needed"),
        ({"refused": (ConsentItem.SECOND_PUNCTURE,)}, "Another dural puncture"),
        (
            {"named": (ConsentItem.BLEEDING,)},
            "Another dural puncture, Back pain, Nerve injury, It may not help, "
            "A second patch may be needed",
        ),
    ],
)
def test_h14_a_risk_that_was_not_named_or_not_agreed_to_is_said(
    checked: Story, said: dict[str, Any], risks: str
) -> None:
    consents(checked, **said)
    code = "preparation.consent_leaves_out"
    assert asks(checked) == ([code] if risks else [])
    if risks:
        says = checked.finding(NURSE, TakeTimeOut, code).says
        assert says == f"The consent does not name, or does not agree to: {risks}."


@pytest.mark.parametrize(
    ("activity", "asked"), [(Activity.TREATED, []), (Activity.ACTIVE, [TOPICS]), (None, [TOPICS])]
)
def test_treated_hiv_needs_no_word_more(
    checked: Story, activity: Activity | None, asked: list[str]
) -> None:
    checked.physician(RecordHistory(condition=HistoryItem.HIV, activity=activity))
    assert asks(checked) == asked


def test_a_closed_circuit_is_talk_enough_of_the_circuit_and_is_prepared(checked: Story) -> None:
    checked.physician(history(HistoryItem.JEHOVAHS_WITNESS))
    assert asks(consents(checked, blood_use=BloodUse.ACCEPTED)) == [
        "special_patient.consent_topics"
    ]
    consents(checked, blood_use=BloodUse.ACCEPTED_CLOSED_CIRCUIT)
    assert asks(checked) == ["preparation.closed_circuit"]


# said aloud


@pytest.mark.parametrize(
    ("said", "codes"),
    [
        ({"allergies_read": None}, ["preparation.allergies_not_read"]),
        ({"allergies_read": Answer.NO}, ["preparation.allergies_not_read"]),
        ({"second": None}, ["preparation.not_enough_operators"]),
        ({"second": Code("physician-1")}, ["preparation.not_enough_operators"]),
        ({"physician": None, "second": None}, ["preparation.not_enough_operators"]),
    ],
)
def test_allergies_are_read_and_two_operators_named(
    checked: Story, said: dict[str, Any], codes: list[str]
) -> None:
    assert checked.refuses(NURSE, replace(time_out(), **said)) == codes


def test_a_clinic_of_one_operator_says_so_in_its_protocol(checked: Story) -> None:
    preparation = replace(checked.protocol.preparation, min_operators=1)
    checked.protocol = replace(checked.protocol, preparation=preparation)
    assert checked.nurse(replace(time_out(), second=None)) == []


# measured, planned


def test_blood_pressure_and_oxygen_are_measured_for_this_visit(arrived: Story) -> None:
    code = "preparation.vitals_not_taken"
    assert arrived.finding(NURSE, TakeTimeOut, code).says.endswith("oxygen saturation.")
    arrived.nurse(RecordVitals(blood_pressure=BloodPressure(118, 74)))
    assert "blood pressure" not in arrived.finding(NURSE, TakeTimeOut, code).says
    arrived.nurse(RecordVitals(spo2=SpO2Percent(98)))
    assert code not in asks(arrived)


@pytest.mark.parametrize(
    ("plan", "held"), [(ImagingGuide.FLUOROSCOPY, True), (ImagingGuide.ULTRASOUND, False)]
)
def test_x_rays_are_not_planned_in_pregnancy(
    checked: Story, plan: ImagingGuide, held: bool
) -> None:
    checked.physician(obstetric(ObstetricState.PREGNANT))
    slot = {"room": Code("room-1"), "physician": Code("physician-1"), "bay": Code("bay-b")}
    at = moment("2026-11-16 13:30")
    checked.given(Booked(**slot, starts=at, imaging_plan=plan), role=PHYSICIAN)
    assert ("preparation.x_rays_in_pregnancy" in asks(checked)) is held


def test_deep_sedation_is_more_than_is_wanted_also_where_she_is_awake(checked: Story) -> None:
    plan = RecordSedationPlan(plan=SedationLevel.DEEP, awake_for_blood=Answer.YES)
    checked.physician(plan)
    assert "preparation.sedation_deep" in asks(checked)
    checked.physician(replace(plan, plan=SedationLevel.MINIMAL))
    assert "preparation.sedation_deep" not in asks(checked)


UNSTABLE = "preparation.vitals_unstable"


@pytest.mark.parametrize(
    ("said", "signs"),
    [
        ({"blood_pressure": BloodPressure(90, 50)}, None),
        ({"blood_pressure": BloodPressure(89, 50)}, "Blood pressure 89/50 mmHg"),
        ({"heart_rate": BeatsPerMinute(45)}, None),
        ({"heart_rate": BeatsPerMinute(44)}, "Pulse 44/min"),
        ({"heart_rate": BeatsPerMinute(120)}, None),
        ({"heart_rate": BeatsPerMinute(121)}, "Pulse 121/min"),
        ({"spo2": SpO2Percent(92)}, None),
        ({"spo2": SpO2Percent(91)}, f"Oxygen saturation {SpO2Percent(91)}"),
        (
            {
                "blood_pressure": BloodPressure(84, 50),
                "heart_rate": BeatsPerMinute(128),
                "spo2": SpO2Percent(89),
            },
            f"Blood pressure 84/50 mmHg, Pulse 128/min, Oxygen saturation {SpO2Percent(89)}",
        ),
    ],
)
def test_who_is_not_stable_waits_until_it_is_measured_again(
    checked: Story, said: dict[str, Any], signs: str | None
) -> None:
    checked.wait(minutes=1).nurse(RecordVitals(**said))
    assert asks(checked) == ([UNSTABLE] if signs else [])
    if signs:
        says = checked.finding(NURSE, TakeTimeOut, UNSTABLE).says
        assert says.split(":")[0] == signs
    stable = RecordVitals(
        blood_pressure=BloodPressure(118, 70), heart_rate=BeatsPerMinute(80), spo2=SpO2Percent(98)
    )
    checked.wait(minutes=1).nurse(stable)
    assert asks(checked) == []


def test_a_pressure_told_with_the_red_flags_counts_too(checked: Story) -> None:
    checked.wait(minutes=1).nurse(ScreenAgain(blood_pressure=BloodPressure(84, 50)))
    assert UNSTABLE in asks(checked)

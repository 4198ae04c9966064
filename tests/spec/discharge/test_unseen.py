"""Discharge: nobody goes home with what a physician has not seen (A4, A19)."""

import pytest
from journey import normal_legs
from story import NURSE, Story

from bloodpatch.pathway.clinical import RedFlag
from bloodpatch.pathway.stages.assessment.commands import (
    RecordVitals,
    ScreenRedFlags,
)
from bloodpatch.pathway.stages.discharge.choices import Company
from bloodpatch.pathway.stages.discharge.commands import PermitDischarge, RecordDeparture
from bloodpatch.pathway.stages.recovery.commands import RecordObservations, RecordStandAndWalk
from bloodpatch.pathway.stages.recovery.statements import Legs, Walked
from bloodpatch.pathway.statements import Command
from bloodpatch.pathway.values import (
    Answer,
    Answers,
    BloodPressure,
    Celsius,
    Pain,
    PainPosition,
)

YES = Answer.YES
UPRIGHT = PainPosition.STANDING


def flag(one: RedFlag) -> ScreenRedFlags:
    return ScreenRedFlags(flags=Answers({one: YES}))


UNSEEN: dict[str, tuple[Command, str]] = {
    "an open thunderclap": (flag(RedFlag.THUNDERCLAP), "red_flag.stop"),
    "speech that awaits a scan": (flag(RedFlag.SPEECH_DISTURBANCE), "red_flag.stop"),
    "190 systolic": (
        RecordObservations(blood_pressure=BloodPressure(190, 100)),
        "severe_pressure",
    ),
    "a fever": (RecordVitals(temperature=Celsius.parse("38.4")), "infection.before_going_home"),
    "rigors": (flag(RedFlag.RIGORS), "infection.before_going_home"),
    "worse than before the patch": (
        RecordStandAndWalk(walked=Walked.WHOLE_DISTANCE, pain_standing=Pain(10, UPRIGHT)),
        "discharge.worse_than_before",
    ),
    "weak legs": (RecordObservations(legs=Legs.WEAK), "discharge.neurology_worse"),
}


@pytest.mark.parametrize("what", UNSEEN)
def test_it_holds_the_discharge(fit: Story, what: str) -> None:
    command, code = UNSEEN[what]
    fit.wait(minutes=1).nurse(command)
    assert any(code in found for found in fit.asks(NURSE, PermitDischarge))


def test_legs_that_a_nurse_finds_normal_again_still_hold_it(fit: Story) -> None:
    """A4: she was weak, and nobody knows why."""
    fit.nurse(RecordObservations(legs=Legs.WEAK))
    fit.wait(minutes=10).nurse(RecordObservations(legs=Legs.NORMAL), normal_legs())
    assert fit.refuses(NURSE, PermitDischarge()) == ["discharge.neurology_worse"]
    fit.wait(minutes=1).physician(normal_legs())
    assert fit.asks(NURSE, PermitDischarge) == []


@pytest.mark.parametrize("company", list(Company))
def test_who_goes_alone_is_told_to_have_an_adult_at_home(fit: Story, company: Company) -> None:
    """Also without sedation."""
    fit.nurse(PermitDischarge())
    said = fit.nurse(RecordDeparture(company=company))
    assert said == (["discharge.alone"] if company is Company.ALONE else [])

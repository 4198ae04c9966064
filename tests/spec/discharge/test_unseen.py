"""Discharge: nobody goes home with what a physician has not seen (A4, A19)."""

from dataclasses import replace

import pytest
from entries import lift_of
from journey import instructions, normal_legs, recovered
from story import NURSE, PHYSICIAN, Story, moment

from bloodpatch.pathway.clinical import Power, RedFlag
from bloodpatch.pathway.roles import Role
from bloodpatch.pathway.stages.assessment.commands import (
    RecordHeadache,
    RecordVitals,
    ScreenRedFlags,
)
from bloodpatch.pathway.stages.discharge.choices import Company
from bloodpatch.pathway.stages.discharge.commands import PermitDischarge, RecordDeparture
from bloodpatch.pathway.stages.procedure.choices import DuringKind
from bloodpatch.pathway.stages.procedure.commands import RecordEventDuring
from bloodpatch.pathway.stages.recovery.commands import RecordObservations, RecordStandAndWalk
from bloodpatch.pathway.stages.recovery.statements import Legs, Walked
from bloodpatch.pathway.statements import Command
from bloodpatch.pathway.values import (
    Answer,
    Answers,
    BeatsPerMinute,
    BloodPressure,
    Celsius,
    Pain,
    PainPosition,
    SpO2Percent,
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
        "vital_signs.severe_pressure",
    ),
    "a fever": (RecordVitals(temperature=Celsius.parse("38.4")), "going_home.not_seen"),
    "rigors": (flag(RedFlag.RIGORS), "going_home.not_seen"),
    "worse than before the patch": (
        RecordStandAndWalk(walked=Walked.WHOLE_DISTANCE, pain_standing=Pain(10, UPRIGHT)),
        "discharge.worse_than_before",
    ),
    "a pulse of 128": (RecordObservations(heart_rate=BeatsPerMinute(128)), "vital_signs.unsteady"),
    "a pulse of 38": (RecordObservations(heart_rate=BeatsPerMinute(38)), "vital_signs.unsteady"),
    "84/50": (
        RecordObservations(blood_pressure=BloodPressure(84, 50)),
        "vital_signs.unsteady",
    ),
    "oxygen 89": (RecordObservations(oxygen=SpO2Percent(89)), "vital_signs.unsteady"),
    "severe back pain": (flag(RedFlag.SEVERE_BACK_PAIN), "going_home.not_seen"),
    "weak legs": (RecordObservations(legs=Legs.WEAK), "discharge.neurology_worse"),
}


@pytest.mark.parametrize("what", UNSEEN)
def test_it_holds_the_discharge(fit: Story, what: str) -> None:
    command, code = UNSEEN[what]
    before = RecordHeadache(pain_upright=Pain(8, UPRIGHT), occurred=moment("2026-11-16 09:00"))
    fit.nurse(before)
    fit.wait(minutes=1).nurse(command)
    assert code in fit.asks(NURSE, PermitDischarge)


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


def back_pain_ended_it(patched: Story, told_by: Role) -> Story:
    """The blood stopped for pain in the back; all else went as usual."""
    patched.does(told_by, RecordEventDuring(kind=DuringKind.BACK_PAIN))
    recovered(patched).wait(minutes=5).nurse(normal_legs(), instructions())
    return patched


@pytest.mark.parametrize(("told_by", "holds"), [(PHYSICIAN, False), (NURSE, True)])
def test_ordinary_back_pain_that_the_physician_told_keeps_nobody(
    patched: Story, told_by: Role, holds: bool
) -> None:
    """It stays a draft, and somebody opens or dismisses it in its time."""
    story = back_pain_ended_it(patched, told_by)
    assert ("discharge.event_open" in story.asks(NURSE, PermitDischarge)) is holds
    assert "adverse_event.draft" in story.owes()


def test_legs_that_were_looked_at_and_grow_weak_again_are_looked_at_again(fit: Story) -> None:
    """H34: what a physician found then says nothing of what came back."""
    weak = replace(normal_legs(), power_left=Power(4))
    fit.nurse(weak)
    stop = fit.finding(NURSE, PermitDischarge, "discharge.neurology_worse")
    fit.wait(minutes=5).physician(lift_of(stop))
    fit.wait(minutes=5).nurse(normal_legs())
    assert fit.asks(NURSE, PermitDischarge) == []
    fit.wait(minutes=10).nurse(weak)
    assert fit.refuses(NURSE, PermitDischarge()) == ["discharge.neurology_worse"]

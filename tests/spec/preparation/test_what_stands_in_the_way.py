"""What stands in the way of the time-out, whatever it is about: each thing alone is told."""

import pytest
from entries import flag, history, vitals
from samples import minimal
from story import NURSE, PHYSICIAN, Story

from bloodpatch.pathway.amendment.commands import ExpectEntries
from bloodpatch.pathway.clinical import HistoryItem, RedFlag, SedationLevel
from bloodpatch.pathway.codes import Code
from bloodpatch.pathway.stages.closure.commands import RecordDied
from bloodpatch.pathway.stages.preparation.commands import RecordSedationPlan, TakeTimeOut
from bloodpatch.pathway.statements import Command
from bloodpatch.pathway.values import Count, Dose

TOO_MUCH = RecordSedationPlan(plan=SedationLevel.MINIMAL, drugs=(Dose.parse("midazolam 50 mg"),))


@pytest.mark.parametrize(
    ("entry", "code"),
    [
        (ExpectEntries(struck_in=Code("e-7"), positions=(Count(3),)), "reentry.not_entered_here"),
        (flag(RedFlag.SEIZURE), "red_flag.stop"),
        (flag(RedFlag.FEVER), "workup.infection"),
        (history(HistoryItem.LEUKAEMIA), "specialist.needed"),
        (history(HistoryItem.LEUKAEMIA), "specialist.blood_cancer"),
        (history(HistoryItem.BLEEDING_TENDENCY), "coagulation.bleeding_tendency"),
        (history(HistoryItem.SCOLIOSIS), "anatomy.difficult_back"),
        (vitals(pressure=(180, 115)), "workup.severe_pressure"),
        (TOO_MUCH, "sedation.dose_high"),
    ],
)
def test_before_the_needle_it_is_told(checked: Story, entry: Command, code: str) -> None:
    assert code not in checked.asks(NURSE, TakeTimeOut)
    checked.wait(minutes=1).physician(entry)
    assert code in checked.asks(NURSE, TakeTimeOut)


def test_nobody_who_died_is_made_ready(checked: Story) -> None:
    checked.physician(minimal(RecordDied))
    assert checked.asks(NURSE, TakeTimeOut) == ["closed_episode.patient_died"]


def test_a_dose_that_is_too_much_is_told_as_it_is_planned(checked: Story) -> None:
    assert "sedation.dose_high" in checked.does(PHYSICIAN, TOO_MUCH)

"""Late in pregnancy: on her left side, with the fetus well and the labour ward told (T6)."""

from typing import Any

import pytest
from entries import obstetric
from journey import arrived, assessed, booked, checked, referred
from story import NURSE, Story

from bloodpatch.pathway.stages.assessment.choices import ObstetricState
from bloodpatch.pathway.stages.preparation.commands import RecordPregnancyQuestion, TakeTimeOut
from bloodpatch.pathway.stages.recovery.commands import StartRest
from bloodpatch.pathway.stages.recovery.statements import RestPosition
from bloodpatch.pathway.values import Answer, Count

YES, NO = Answer.YES, Answer.NO
SIDE, FETUS = "late_pregnancy.on_her_side", "late_pregnancy.fetus_not_asked"
NOT_WELL, ON_BACK = "late_pregnancy.fetus_not_well", "late_pregnancy.rests_on_the_back"


@pytest.fixture
def checked_(story: Story) -> Story:
    return checked(arrived(booked(assessed(referred(story)))))


def pregnant(story: Story, weeks: int | None = 30, **said: Any) -> Story:
    told = {} if weeks is None else {"weeks": Count(weeks)}
    story.wait(minutes=1).physician(obstetric(ObstetricState.PREGNANT, **told, **said))
    return story


def asked(story: Story) -> set[str]:
    return {SIDE, FETUS, NOT_WELL} & set(story.asks(NURSE, TakeTimeOut))


@pytest.mark.parametrize(
    ("weeks", "codes"), [(19, set()), (20, {SIDE, FETUS}), (None, {SIDE, FETUS})]
)
def test_from_twenty_weeks_on_or_where_nobody_told_the_weeks(
    checked_: Story, weeks: int | None, codes: set[str]
) -> None:
    assert asked(checked_) == set()
    assert asked(pregnant(checked_, weeks)) == codes


@pytest.mark.parametrize(
    ("assessed", "asked_here", "codes", "parts"),
    [
        ({}, {}, {SIDE, FETUS}, "that the fetus is well, that the labour ward knows"),
        ({}, {"fetus_well": YES}, {SIDE, FETUS}, "that the labour ward knows"),
        ({"fetus_well": YES}, {}, {SIDE, FETUS}, "that the labour ward knows"),
        ({}, {"labour_ward_told": YES}, {SIDE, FETUS}, "that the fetus is well"),
        ({}, {"fetus_well": YES, "labour_ward_told": YES}, {SIDE}, ""),
        ({"fetus_well": YES}, {"labour_ward_told": YES}, {SIDE}, ""),
        ({"fetus_well": YES}, {"fetus_well": NO, "labour_ward_told": YES}, {SIDE, NOT_WELL}, ""),
        ({"fetus_well": NO}, {"fetus_well": YES, "labour_ward_told": YES}, {SIDE}, ""),
    ],
)
def test_the_fetus_is_asked_after_and_the_labour_ward_knows(
    checked_: Story,
    assessed: dict[str, Any],
    asked_here: dict[str, Any],
    codes: set[str],
    parts: str,
) -> None:
    pregnant(checked_, **assessed)
    if asked_here:
        checked_.wait(minutes=1).nurse(RecordPregnancyQuestion(pregnant=YES, **asked_here))
    assert asked(checked_) == codes
    if parts:
        says = checked_.finding(NURSE, TakeTimeOut, FETUS).says
        assert says == f"20 weeks or more. Not recorded for this visit: {parts}."


def test_what_was_told_of_the_fetus_yesterday_is_no_word_of_today(checked_: Story) -> None:
    told = RecordPregnancyQuestion(pregnant=YES, fetus_well=YES, labour_ward_told=YES)
    pregnant(checked_).wait(minutes=1).nurse(told)
    assert asked(checked_) == {SIDE}
    assert asked(checked_.wait(hours=13)) == {SIDE, FETUS}


@pytest.mark.parametrize("position", list(RestPosition))
def test_she_does_not_rest_on_the_womb(checked_: Story, position: RestPosition) -> None:
    rest = StartRest(position=position)
    assert ON_BACK not in checked_.copy().nurse(rest)
    on_it = position in (RestPosition.FLAT, RestPosition.PRONE)
    assert (ON_BACK in pregnant(checked_).nurse(rest)) is on_it


def test_in_words(checked_: Story) -> None:
    pregnant(checked_, None)
    says = checked_.finding(NURSE, TakeTimeOut, SIDE).says
    assert says == (
        "Pregnant, weeks not told: not prone, not flat on the back. She lies on her left side."
    )

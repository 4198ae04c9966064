"""Who is pregnant, who has lately given birth, and for whom pre-eclampsia is possible."""

import pytest
from entries import obstetric, puncture
from story import PHYSICIAN, Story

from bloodpatch.pathway.queries import childbirth
from bloodpatch.pathway.stages.assessment.choices import Delivery, ObstetricState
from bloodpatch.pathway.stages.preparation.commands import RecordPregnancyQuestion
from bloodpatch.pathway.stages.referral.choices import Purpose
from bloodpatch.pathway.statements import Command
from bloodpatch.pathway.values import Answer, Count

S = ObstetricState
PREGNANT, BORN, NEITHER = (True, False), (False, True), (False, False)
LABOUR = puncture(purpose=Purpose.LABOUR_ANALGESIA)

TOLD: dict[str, tuple[tuple[Command, ...], tuple[bool, bool]]] = {
    "nothing": ((), NEITHER),
    "pregnant": ((obstetric(S.PREGNANT),), PREGNANT),
    "in labour": ((obstetric(S.IN_LABOUR),), PREGNANT),
    "after birth": ((obstetric(S.POSTPARTUM),), BORN),
    "not pregnant": ((obstetric(S.NOT_PREGNANT),), NEITHER),
    "not told": ((obstetric(S.NOT_TOLD),), NEITHER),
    "days since the birth": ((obstetric(None, days_since_birth=Count(0)),), BORN),
    "how the child was born": ((obstetric(None, delivery=Delivery.VAGINAL),), BORN),
    "no delivery": ((obstetric(None, delivery=Delivery.NONE),), NEITHER),
    "delivery not told": ((obstetric(None, delivery=Delivery.NOT_TOLD),), NEITHER),
    "a needle for the birth": ((LABOUR,), BORN),
    "a needle for the caesarean": ((puncture(purpose=Purpose.CAESAREAN),), BORN),
    "a needle for the placenta": ((puncture(purpose=Purpose.RETAINED_PLACENTA),), BORN),
    "a needle for a birth, no more told": (
        (puncture(purpose=Purpose.CHILDBIRTH_NOT_TOLD),), BORN
    ),
    "one of two needles for the birth": (
        (LABOUR, puncture(purpose=Purpose.ORTHOPAEDIC_SURGERY)), BORN
    ),
    "pregnant, also where a child was born before": (
        (obstetric(S.PREGNANT, days_since_birth=Count(400)),), PREGNANT
    ),
    "a needle to take the cerclage out": (
        (puncture(purpose=Purpose.CERCLAGE_REMOVAL),), PREGNANT
    ),
    "a needle for the cerclage": ((puncture(purpose=Purpose.CERCLAGE),), PREGNANT),
    "a needle for turning": ((puncture(purpose=Purpose.EXTERNAL_CEPHALIC_VERSION),), PREGNANT),
    "a needle for the hip": ((puncture(purpose=Purpose.ORTHOPAEDIC_SURGERY),), NEITHER),
    "after the needle not pregnant any more": ((LABOUR, obstetric(S.NOT_PREGNANT)), BORN),
    "after the needle, state not told": ((LABOUR, obstetric(S.NOT_TOLD)), BORN),
    "the newest word": ((obstetric(S.PREGNANT), obstetric(S.POSTPARTUM)), BORN),
    "not told takes nothing back": ((obstetric(S.PREGNANT), obstetric(S.NOT_TOLD)), PREGNANT),
    "found by the test": ((RecordPregnancyQuestion(pregnant=Answer.YES),), PREGNANT),
    "found by the test, against her word": (
        (obstetric(S.NOT_PREGNANT), RecordPregnancyQuestion(pregnant=Answer.YES)), PREGNANT
    ),
    "still found by the test after birth": (
        (obstetric(S.POSTPARTUM), RecordPregnancyQuestion(pregnant=Answer.YES)), BORN
    ),
    "a needle for the cerclage, not pregnant any more": (
        (puncture(purpose=Purpose.CERCLAGE), obstetric(S.NOT_PREGNANT)), NEITHER
    ),
    "excluded by the test": ((RecordPregnancyQuestion(pregnant=Answer.NO),), NEITHER),
}  # fmt: skip


@pytest.mark.parametrize(("entries", "expected"), TOLD.values(), ids=TOLD)
def test_what_makes_it_obstetric(
    story: Story, entries: tuple[Command, ...], expected: tuple[bool, bool]
) -> None:
    for entry in entries:
        story.wait(minutes=1).does(PHYSICIAN, entry)
    episode = story.episode
    assert (childbirth.is_pregnant(episode), childbirth.lately_delivered(episode)) == expected
    assert childbirth.obstetric(episode) is any(expected)


def weeks(*told: int | None) -> tuple[Command, ...]:
    return tuple(obstetric(S.PREGNANT, weeks=w and Count(w)) for w in told)


POSSIBLE: dict[str, tuple[tuple[Command, ...], bool]] = {
    "neither pregnant nor after birth": ((obstetric(S.NOT_PREGNANT),), False),
    "after birth": ((obstetric(S.POSTPARTUM),), True),
    "weeks not told": (weeks(None), True),
    "not far enough on": (weeks(19), False),
    "far enough on": (weeks(20), True),
    "by the newest word": (weeks(18, 19, 20), True),
    "by the newest word, taken back": (weeks(30, 12), False),
    "not told again": (weeks(12, None), False),
}


@pytest.mark.parametrize(("entries", "possible"), POSSIBLE.values(), ids=POSSIBLE)
def test_for_whom_pre_eclampsia_is_possible(
    story: Story, entries: tuple[Command, ...], possible: bool
) -> None:
    for entry in entries:
        story.wait(minutes=1).does(PHYSICIAN, entry)
    assert childbirth.pre_eclampsia_is_possible(story.episode, story.protocol) is possible

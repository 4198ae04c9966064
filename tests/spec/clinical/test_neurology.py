"""Legs, feeling, saddle, bladder (H34): what is untested, and what has become worse."""

import pytest

from bloodpatch.pathway.clinical import Examined, LegRaise, Power
from bloodpatch.pathway.clinical.neurology import Neurology, untested, worse

ASKED = (
    "power left", "power right", "straight leg raise left", "straight leg raise right",
    "feeling", "saddle area", "bladder",
)  # fmt: skip


def leg(*power: int) -> list[Neurology]:
    return [Neurology(power_left=Power(one)) for one in power]


def test_every_part_that_is_needed_is_asked_for() -> None:
    assert untested(None) == untested(Neurology()) == ASKED


def test_what_was_not_tested_is_not_known() -> None:
    not_tested = Neurology(
        power_left=Power(5),
        power_right=Power(0),
        straight_leg_left=LegRaise.NOT_TESTED,
        straight_leg_right=LegRaise.LIMITED,
        sensation=Examined.NOT_TESTED,
        saddle=Examined.CHANGED,
        bladder=Examined.NORMAL,
    )
    assert untested(not_tested) == ("straight leg raise left", "feeling")


WORSE: dict[str, tuple[list[Neurology], list[Neurology], list[Neurology], tuple[str, ...]]] = {
    "as before": (leg(3), [], leg(3), ()),
    "better": (leg(3), [], leg(4), ()),
    "worse": (leg(5), [], leg(4), ("power left 4 of 5",)),
    "never examined before": ([], [], leg(4), ("power left 4 of 5",)),
    "never examined before, and normal": (
        [],
        [],
        [
            Neurology(
                power_left=Power(5), straight_leg_left=LegRaise.NORMAL, saddle=Examined.NORMAL
            )
        ],
        (),
    ),
    "found right in the end": (leg(5, 3), [], leg(3), ()),
    "hurt by the first needle": (leg(5), leg(3), leg(3), ("power left 3 of 5",)),
    "strong between": (leg(3), leg(5, 3), leg(4), ("power left 4 of 5",)),
    "weak between and never examined before": ([], leg(3), leg(3), ("power left 3 of 5",)),
    "mending": (leg(5), [], leg(2, 4), ("power left 2 of 5",)),
    "mended": (leg(5), [], leg(2, 5), ()),
    "the other leg looked at": (
        leg(5), [], [*leg(2), Neurology(power_right=Power(5))], ("power left 2 of 5",),
    ),
    "said not to be tested": (
        [Neurology(gait=Examined.NORMAL)],
        [],
        [Neurology(gait=Examined.CHANGED), Neurology(gait=Examined.NOT_TESTED)],
        ("gait changed",),
    ),
    "changed, then normal": (
        [], [], [Neurology(saddle=Examined.CHANGED), Neurology(saddle=Examined.NORMAL)], (),
    ),
    "changed before": (
        [Neurology(straight_leg_left=LegRaise.LIMITED)],
        [],
        [Neurology(straight_leg_left=LegRaise.LIMITED, straight_leg_right=LegRaise.LIMITED)],
        ("straight leg raise right limited",),
    ),
    "two things": (
        [],
        [],
        [Neurology(power_left=Power(4), saddle=Examined.CHANGED)],
        ("power left 4 of 5", "saddle area changed"),
    ),
}  # fmt: skip


@pytest.mark.parametrize(("before", "between", "after", "words"), WORSE.values(), ids=WORSE)
def test_what_is_worse_is_said_at_its_worst(
    before: list[Neurology],
    between: list[Neurology],
    after: list[Neurology],
    words: tuple[str, ...],
) -> None:
    assert worse(before, between, after) == words

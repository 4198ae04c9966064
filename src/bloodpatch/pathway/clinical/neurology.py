"""Legs, feeling, saddle, bladder: the same questions before the patch and before going home."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from bloodpatch.pathway.clinical.symptoms import Examined, LegRaise
from bloodpatch.pathway.statements import said
from bloodpatch.pathway.values import Score, Whole


class Power(Score):
    """Power of a leg: 0 no movement, 3 against gravity, 5 full."""

    __slots__ = ()

    title: ClassVar[str] = "power, 0 to 5"
    example: ClassVar[str] = "5"
    minimum, maximum = 0, 5


@dataclass(frozen=True, kw_only=True)
class Neurology:
    """One examination. What was not tested says so, or says nothing; it is never normal."""

    power_left: Power | None = said("Power of the left leg", ask="Power left")
    power_right: Power | None = said("Power of the right leg", ask="Power right")
    straight_leg_left: LegRaise | None = said(
        "Raising the straight left leg", ask="Straight leg raise left"
    )
    straight_leg_right: LegRaise | None = said(
        "Raising the straight right leg", ask="Straight leg raise right"
    )
    sensation: Examined | None = said("Feeling in both legs", ask="Feeling")
    saddle: Examined | None = said("Feeling in the saddle area", ask="Saddle area")
    bladder: Examined | None = said("Passing urine", ask="Bladder")
    gait: Examined | None = said("Walking", ask="Gait")


NEEDED = (
    "power_left",
    "power_right",
    "straight_leg_left",
    "straight_leg_right",
    "sensation",
    "saddle",
    "bladder",
)
"""What must be known before the needle and before going home: weakness, a root, numbness,
retention."""

NOT_KNOWN = (None, Examined.NOT_TESTED, LegRaise.NOT_TESTED)


def untested(now: Neurology | None) -> tuple[str, ...]:
    """The needed parts of the examination that nobody has looked at, as they are asked for."""
    return tuple(asked(name) for name in NEEDED if getattr(now, name, None) in NOT_KNOWN)


def changes(now: Neurology, before: object) -> Iterator[str]:
    """What is worse than it was. Without an examination before, what is not normal counts."""
    for name in Neurology.__dataclass_fields__:
        if worse(getattr(now, name), getattr(before, name, None)):
            yield asked(name)


def worse(now: object, before: object) -> bool:
    """Less power than before, or no longer normal."""
    if isinstance(now, Whole):
        return int(now) < (int(before) if isinstance(before, Whole) else Power.maximum)
    abnormal = (Examined.CHANGED, LegRaise.LIMITED)
    return now in abnormal and before not in abnormal


def asked(name: str) -> str:
    """The words that ask for a field."""
    ask: str = Neurology.__dataclass_fields__[name].metadata["ask"]
    return ask.lower()

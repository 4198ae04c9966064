"""Legs, feeling, saddle, bladder: the same questions before the patch and before going home."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, ClassVar

from bloodpatch.pathway.choices import Choice
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


def together(examinations: Iterable[Neurology]) -> Neurology:
    """Part by part the newest that was tested, of several examinations in their order: who looks
    at the bladder alone has not seen that a weak leg is strong again."""
    tested: dict[str, Any] = {}
    for one in examinations:
        parts = {name: getattr(one, name) for name in Neurology.__dataclass_fields__}
        tested |= {name: value for name, value in parts.items() if value not in NOT_KNOWN}
    return Neurology(**tested)


def changes(now: Neurology, *before: Neurology) -> Iterator[str]:
    """What is worse than in one of these, with what it is now. What nobody tested before was
    normal."""
    for name in Neurology.__dataclass_fields__:
        value = getattr(now, name)
        if any(worse(value, getattr(one, name)) for one in before):
            yield f"{asked(name)} {value.label.lower() if isinstance(value, Choice) else value}"


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

"""Legs, feeling, saddle, bladder: the same questions before the patch and before going home."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import ClassVar

from bloodpatch.pathway.clinical.symptoms import Examined, LegRaise
from bloodpatch.pathway.statements import payload
from bloodpatch.pathway.values import Score


class Power(Score):
    """Power of a leg: 0 no movement, 3 against gravity, 5 full."""

    __slots__ = ()

    title: ClassVar[str] = "power, 0 to 5"
    example: ClassVar[str] = "5"
    minimum, maximum = 0, 5


@dataclass(frozen=True, kw_only=True)
class Neurology:
    """One examination. What was not tested says so, or says nothing; it is never normal."""

    power_left: Power | None = payload("Power of the left leg", ask="Power left")
    power_right: Power | None = payload("Power of the right leg", ask="Power right")
    straight_leg_left: LegRaise | None = payload(
        "Raising the straight left leg", ask="Straight leg raise left"
    )
    straight_leg_right: LegRaise | None = payload(
        "Raising the straight right leg", ask="Straight leg raise right"
    )
    sensation: Examined | None = payload("Feeling in both legs", ask="Feeling")
    saddle: Examined | None = payload("Feeling in the saddle area", ask="Saddle area")
    bladder: Examined | None = payload("Passing urine", ask="Bladder")
    gait: Examined | None = payload("Walking", ask="Gait")


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
ABNORMAL = (Examined.CHANGED, LegRaise.LIMITED)
NORMAL: Mapping[type, int] = {Power: Power.maximum, Examined: 1, LegRaise: 1}
"""The rank of what is normal."""

Found = Power | Examined | LegRaise


def untested(now: Neurology | None) -> tuple[str, ...]:
    """The needed parts of the examination that nobody has looked at, as they are asked for."""
    return tuple(asked(name) for name in NEEDED if getattr(now, name, None) in NOT_KNOWN)


def worse(
    before: Iterable[Neurology], between: Iterable[Neurology], after: Iterable[Neurology]
) -> tuple[str, ...]:
    """In words, what has become worse, at its worst so far; nothing where all is as before again.

    What was found last `before` any needle counts, and what was better `between` the needles: a
    leg that one needle hurt is no baseline for the next. A part that nobody tested before was
    normal. Of what was examined `after`, each part at its newest is compared: who looks at the
    bladder alone has not seen that a weak leg is strong again. The words say the worst, and stay
    while it mends: a physician who has looked at it is not fetched for each step up.
    """
    was = {name: rank(values[-1]) for name, values in tested(before).items()}
    best = {name: max(map(rank, values)) for name, values in tested(between).items()}
    since = tested(after)

    def fell(name: str, value: Found) -> bool:
        usual = was.get(name, NORMAL[type(value)])
        return rank(value) < max(usual, best.get(name, usual))

    if not any(fell(name, values[-1]) for name, values in since.items()):
        return ()
    lowest = {name: min(values, key=rank) for name, values in since.items()}
    return tuple(f"{asked(n)} {value}" for n, value in lowest.items() if fell(n, value))


def tested(examinations: Iterable[Neurology]) -> dict[str, list[Found]]:
    """Of each part what was found, in the order of the examinations; without what nobody tested."""
    every = tuple(examinations)
    found = {n: [getattr(one, n) for one in every] for n in Neurology.__dataclass_fields__}
    known = {name: [v for v in values if v not in NOT_KNOWN] for name, values in found.items()}
    return {name: values for name, values in known.items() if values}


def rank(value: Found) -> int:
    """More is better."""
    return int(value) if isinstance(value, Power) else int(value not in ABNORMAL)


def asked(name: str) -> str:
    """The words that ask for a field."""
    ask: str = Neurology.__dataclass_fields__[name].metadata["ask"]
    return ask.lower()

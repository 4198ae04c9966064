"""Headache scores as a series (T10): lying and upright are different findings, never compared."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from bloodpatch.pathway.events import Happened
from bloodpatch.pathway.values import Pain, PainPosition, When
from bloodpatch.pathway.values.units import PER_CENT

UPRIGHT = frozenset({PainPosition.UPRIGHT, PainPosition.SITTING, PainPosition.STANDING})


LYING = frozenset({PainPosition.LYING})


POSTURES = (LYING, UPRIGHT)


FIELDS = ("pain_lying", "pain_upright", "pain_standing", "pain_now")
"""Where a statement says how the headache is at the time that it speaks of."""


Series = tuple[tuple[When, Pain], ...]


def scores(entries: Iterable[Happened[Any]]) -> Iterator[tuple[When, Pain]]:
    """Every headache score of these entries, in their order."""
    for happened in entries:
        told = [getattr(happened.event, name, None) for name in FIELDS]
        several = getattr(happened.event, "pain", None) or ()
        for pain in (*told, *several):
            if isinstance(pain, Pain):
                yield happened.occurred, pain


def same_posture(one: Pain, other: Pain) -> bool:
    return any(one.position in p and other.position in p for p in POSTURES)


@dataclass(frozen=True, kw_only=True)
class Relieved:
    """What became of the headache in one posture. Below zero: it is worse than before."""

    before: Pain
    now: Pain

    @property
    def points(self) -> int:
        return self.before.score - self.now.score

    @property
    def percent(self) -> int | None:
        """None where there was nothing to relieve."""
        return self.points * PER_CENT // self.before.score if self.before.score else None


def relieved(before: Pain, now: Pain) -> Relieved | None:
    """Relief from one score to another; None where the postures do not match."""
    return Relieved(before=before, now=now) if same_posture(before, now) else None


def last_in(
    posture: frozenset[PainPosition], series: Iterable[tuple[When, Pain]]
) -> tuple[When, Pain] | None:
    found = [(at, pain) for at, pain in series if pain.position in posture]
    return found[-1] if found else None

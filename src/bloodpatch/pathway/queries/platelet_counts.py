"""What is known of the platelets: each count with the time of its sample, and each word."""

from collections.abc import Iterator
from datetime import datetime
from decimal import ROUND_FLOOR, Decimal
from typing import Any

from bloodpatch.pathway.clinical import (
    Analyte,
    Comparator,
    Investigation,
    LabUnit,
    Measured,
    ResultWord,
)
from bloodpatch.pathway.episode import Episode
from bloodpatch.pathway.events import Happened
from bloodpatch.pathway.queries.investigations_done import (
    is_done,
    kinds,
)
from bloodpatch.pathway.values import When
from bloodpatch.pathway.values.units import BILLIONS_PER_LITRE

ENOUGH = frozenset({ResultWord.NORMAL, ResultWord.ACCEPTABLE, ResultWord.RAISED})


LOW = frozenset({ResultWord.LOW, ResultWord.ABNORMAL})


PER_LITRE = {LabUnit.E9_PER_L: Decimal(1), LabUnit.PER_UL: BILLIONS_PER_LITRE}
"""What makes a count of platelets one in 10^9/L."""


def sampled(entry: Happened[Any]) -> When:
    """When the sample was taken; where nobody told, the time of the entry."""
    return getattr(entry.event, "taken", None) or entry.occurred


def counts(episode: Episode) -> list[tuple[When, Decimal]]:
    """Every count in 10^9/L, wherever it was recorded."""
    return [(sampled(h), number) for h in episode.standing for number in counted(h.event)]


def platelets(episode: Episode) -> Decimal | None:
    """The newest count; the lowest of those of which nobody knows which is the newest."""
    every = counts(episode)
    newest = (n for when, n in every if not any(w.earliest > when.latest for w, _ in every))
    return min(newest, default=None)


def counted_once(episode: Episode, since: datetime) -> bool:
    """No other count of this time beside the newest: nobody knows whether it falls."""
    return len({when.earliest for when, _ in counts(episode) if when.latest >= since}) < 2


def low_in_a_word(episode: Episode) -> bool:
    """Said to be low, and no number is known to be as new."""
    said = [sampled(h) for h in episode.standing if found_low(h.event)]
    every = counts(episode)
    return any(not any(w.earliest >= when.latest for w, _ in every) for when in said)


def counted_at(episode: Episode) -> datetime | None:
    """When the newest count was taken, at the earliest; a word counts as well as a number."""
    known = (h for h in episode.standing if any(counted(h.event)) or found_normal(h.event))
    return max((sampled(h).earliest for h in known), default=None)


def counted(event: Any) -> Iterator[Decimal]:
    if (count := getattr(event, "platelets", None)) is not None:
        yield Decimal(count.value)
    values: tuple[Measured, ...] = getattr(event, "values", None) or ()
    for value in values:
        if value.analyte is Analyte.PLATELETS and value.unit in PER_LITRE:
            yield at_most(value) * PER_LITRE[value.unit]


def at_most(value: Measured) -> Decimal:
    """A count told as "<70" is no 70, but at most the next lower whole number."""
    below = value.comparator is Comparator.BELOW
    return value.value.next_minus().to_integral_value(ROUND_FLOOR) if below else value.value


def found_normal(event: Any) -> bool:
    """Counted, and only the word is known: enough, unless the word is that it was low."""
    of_blood = bool({Investigation.PLATELETS, Investigation.FULL_BLOOD_COUNT} & kinds(event))
    return of_blood and is_done(event) and event.result in ENOUGH


def found_low(event: Any) -> bool:
    of_platelets = Investigation.PLATELETS in kinds(event)
    return of_platelets and event.result in LOW and not any(counted(event))

"""The laboratory values that a row of a drug table asks for: there, fit, and from after the last
dose. A sample from before it says nothing about that dose."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal
from enum import Enum
from typing import Any

from bloodpatch.pathway.clinical import ResultWord
from bloodpatch.pathway.clinical.investigations import Investigation
from bloodpatch.pathway.clinical.measured import Analyte, Comparator, Measured
from bloodpatch.pathway.context import Context
from bloodpatch.pathway.episode import Episode
from bloodpatch.pathway.protocol import Lab
from bloodpatch.pathway.queries.drugs_taken import laboratory
from bloodpatch.pathway.queries.hold_times import Wait
from bloodpatch.pathway.queries.investigations_done import is_done
from bloodpatch.pathway.queries.platelet_counts import sampled
from bloodpatch.pathway.values import When


class State(Enum):
    NOT_KNOWN = "not known"
    FIT = "fit"
    OUT_OF_RANGE = "out of range"


@dataclass(frozen=True, kw_only=True)
class Clotting:
    state: State
    says: str
    taken: When


NORMAL = frozenset({ResultWord.NORMAL, ResultWord.ACCEPTABLE})
SAYS_NOTHING = frozenset({ResultWord.PENDING, ResultWord.NOT_TOLD})
AT_MOST = frozenset({None, Comparator.BELOW, Comparator.AT_MOST})


def state_of(
    lab: Lab, episode: Episode, last_dose: datetime | None, inr_highest: Decimal
) -> Clotting | None:
    """The newest value from after the last dose; where that is not known, none is from after it."""
    if last_dose is None:
        return None
    values = inrs(episode, inr_highest) if lab is Lab.INR else aptts(episode)
    return newest(one for one in values if one.taken.earliest >= last_dose)


def newest(values: Iterable[Clotting]) -> Clotting | None:
    """The newest; of those of which nobody knows which is the newest, one that is out of range."""
    every = tuple(values)
    last = (v for v in every if not any(o.taken.earliest > v.taken.latest for o in every))
    return max(last, key=lambda v: (v.state is State.OUT_OF_RANGE, v.taken.latest), default=None)


def level_is_low(wait: Wait, episode: Episode, context: Context) -> bool:
    """Whether a level is as low as every row asks for, and no higher one may be as new.

    Taken too soon after the last dose it says nothing: the drug is on its way into the blood.
    """
    last_dose = wait.dose_by(context.now)
    if last_dose is None or not wait.timed:
        return False
    since = last_dose + timedelta(hours=context.protocol.preparation.level_after_dose_hours)
    limits = [row.low_level for row in wait.rows]
    low: list[When] = []
    higher: list[When] = []
    for event, taken in reports(episode):
        if levels := measured(event, Analyte.ANTI_XA):
            holds = all(limit and limit.holds(level) for limit in limits for level in levels)
            (low if holds else higher).append(taken)
    fresh = [when for when in low if when.earliest >= since]
    return any(all(high.latest < when.earliest for high in higher) for when in fresh)


def reports(episode: Episode) -> Iterator[tuple[Any, When]]:
    """Each report with the time at which its sample was taken."""
    for entry in (*laboratory(episode), *episode.assessment.investigations):
        yield entry.event, sampled(entry)


def inr_limit(wait: Wait, context: Context) -> Decimal:
    """What the rows of this drug mean by an INR that is low enough; else the clinic's own value."""
    told = [row.inr_highest for row in wait.rows if row.inr_highest is not None]
    return min((*told, context.protocol.preparation.inr_highest))


def inrs(episode: Episode, limit: Decimal) -> Iterator[Clotting]:
    for event, taken in reports(episode):
        values = [m.value for m in measured(event, Analyte.INR) if m.comparator in AT_MOST]
        if (stated := getattr(event, "inr", None)) is not None:
            values.append(stated.value)
        for value in values:
            state = State.FIT if value <= limit else State.OUT_OF_RANGE
            yield Clotting(state=state, says=inr_words(value, limit), taken=taken)


def inr_words(value: Decimal, limit: Decimal) -> str:
    return f"INR {value}; a needle waits until it is {limit} or less"


def aptts(episode: Episode) -> Iterator[Clotting]:
    """What is normal in seconds differs between laboratories, so a report says it in a word."""
    for event, taken in reports(episode):
        word = getattr(event, "word", None) or getattr(event, "result", None)
        clotting = Investigation.CLOTTING in (getattr(event, "kind", None) or ())
        if not clotting and not measured(event, Analyte.APTT):
            continue
        if not is_done(event) or word in SAYS_NOTHING:
            continue  # Asked for, and not there yet: what was found before still stands.
        if word is None:
            state = State.NOT_KNOWN
            says = "aPTT, whether it is normal"
        else:
            state = State.FIT if word in NORMAL else State.OUT_OF_RANGE
            says = f"aPTT {word.label.lower()}"
        yield Clotting(state=state, says=says, taken=taken)


def measured(event: Any, analyte: Analyte) -> list[Measured]:
    return [m for m in getattr(event, "values", None) or () if m.analyte is analyte]

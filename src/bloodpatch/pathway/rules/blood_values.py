"""Values of the blood: needed before the needle, where something recorded asks for them."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from decimal import ROUND_FLOOR, Decimal
from typing import TYPE_CHECKING, Any

from bloodpatch.pathway.clinical import (
    Analyte,
    Comparator,
    HistoryItem,
    Investigation,
    LabUnit,
    Measured,
    RedFlag,
    ResultWord,
)
from bloodpatch.pathway.context import Context
from bloodpatch.pathway.events import Happened
from bloodpatch.pathway.findings import Cause, Findings, Level, declare
from bloodpatch.pathway.queries import flags_told as told
from bloodpatch.pathway.queries.childbirth import obstetric
from bloodpatch.pathway.queries.conditions import conditions
from bloodpatch.pathway.rules.workup import is_done, kinds
from bloodpatch.pathway.values import Answer, When
from bloodpatch.pathway.values.units import BILLIONS_PER_LITRE

if TYPE_CHECKING:
    from bloodpatch.pathway.episode import Episode

LABORATORY = declare(
    code="special.laboratory",
    level=Level.HOLD,
    cause=Cause.MISSING,
    asks="preparation.record_labs",
    says="{because}: platelets are needed before a needle, and clotting where it is in doubt.",
    rule="Blood values are needed where something recorded asks for them.",
    clears="Record the values.",
    source="soap2021",
    certainty="secondary",
    hazards=("H06",),
    treatment=("T5",),
    replay=("LABS_FIRST",),
)
PLATELETS_LOW = declare(
    code="special.platelets_low",
    level=Level.HOLD,
    cause=Cause.PRESENT,
    says="Platelets {platelets}: below {limit} this is a physician's own decision.",
    rule="The lower the platelets, the likelier a bleed; below the lower limit a patch is avoided.",
    clears="A physician weighs it, and overrides with a reason; or wait for more platelets.",
    value="preparation.platelets_caution_below",
    also=("preparation.platelets_avoid_below",),
    hazards=("H06",),
    treatment=("T5",),
    fact="special.laboratory",
    replay=("LABS_FIRST", "HOLD_PATCH"),
)

PLATELETS_OLD = declare(
    code="special.platelets_old",
    level=Level.HOLD,
    cause=Cause.MISSING,
    asks="preparation.record_labs",
    says="HELLP syndrome: the newest platelet count is older than {hours} hours.",
    rule="In HELLP syndrome platelets fall within hours, so the count is a fresh one.",
    clears="Count the platelets again.",
    value="preparation.hellp_platelets_valid_hours",
    hazards=("H06",),
    treatment=("T5",),
    replay=("LABS_FIRST", "MISSING_DATA"),
)

BLOOD = frozenset(
    {
        HistoryItem.LEUKAEMIA,
        HistoryItem.HAEMATOLOGICAL_CANCER,
        HistoryItem.INTRATHECAL_CHEMOTHERAPY,
        HistoryItem.SOLID_CANCER,
        HistoryItem.PERITONEAL_TUMOUR,
        HistoryItem.NEUTROPENIA,
        HistoryItem.HIV,
        HistoryItem.LOW_PLATELETS,
        HistoryItem.ITP,
        HistoryItem.HELLP,
        HistoryItem.BLEEDING_TENDENCY,
    }
)
HIGH_PRESSURE = frozenset({RedFlag.HIGH_BLOOD_PRESSURE, RedFlag.PROTEINURIA})
ENOUGH = frozenset({ResultWord.NORMAL, ResultWord.ACCEPTABLE, ResultWord.RAISED})
LOW = frozenset({ResultWord.LOW, ResultWord.ABNORMAL})
PER_LITRE = {LabUnit.E9_PER_L: Decimal(1), LabUnit.PER_UL: BILLIONS_PER_LITRE}
"""What makes a count of platelets one in 10^9/L."""


def asks_for_blood(episode: "Episode", context: Context) -> Iterator[str]:
    """What of all that is recorded asks for a value of the blood."""
    there = conditions(episode)
    yield from (c.label for c in HistoryItem if c in there and c in BLOOD)
    preparation = episode.now.preparation
    if preparation.bleeding.get("bleeding_history") is Answer.YES:
        yield "Bleeds easily"
    if preparation.bleeding.get("long_on_heparin") is Answer.YES:
        days = context.protocol.preparation.heparin_platelets_after_days
        yield f"Heparin for more than {days} days"
    flags = {s.flag for s in told.seen(episode, context.protocol)}
    if obstetric(episode) and HIGH_PRESSURE & flags:
        yield "High blood pressure of pregnancy"
    if low_in_a_word(episode):
        yield "Low platelets, and no number"


def sampled(entry: Happened[Any]) -> When:
    """When the sample was taken; where nobody told, the time of the entry."""
    return getattr(entry.event, "taken", None) or entry.occurred


def counts(episode: "Episode") -> list[tuple[When, Decimal]]:
    """Every count in 10^9/L, wherever it was recorded."""
    return [(sampled(h), number) for h in episode.standing for number in counted(h.event)]


def platelets(episode: "Episode") -> Decimal | None:
    """The newest count; the lowest of those of which nobody knows which is the newest."""
    every = counts(episode)
    newest = (n for when, n in every if not any(w.earliest > when.latest for w, _ in every))
    return min(newest, default=None)


def low_in_a_word(episode: "Episode") -> bool:
    """Said to be low, and no number is known to be as new."""
    said = [sampled(h) for h in episode.standing if found_low(h.event)]
    every = counts(episode)
    return any(not any(w.earliest >= when.latest for w, _ in every) for when in said)


def counted_at(episode: "Episode") -> datetime | None:
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


def blood_was_counted(episode: "Episode", context: Context) -> Findings:
    because = tuple(dict.fromkeys(asks_for_blood(episode, context)))
    at = counted_at(episode)
    if because and (at is None or low_in_a_word(episode)):
        yield LABORATORY(context, because=", ".join(because))
    elif at is not None and HistoryItem.HELLP in conditions(episode):
        hours = context.protocol.preparation.hellp_platelets_valid_hours
        if at < context.now - timedelta(hours=hours):
            yield PLATELETS_OLD(context, hours=hours)
    count = platelets(episode)
    limit = context.protocol.preparation.platelets_caution_below
    if count is not None and count < limit:
        yield PLATELETS_LOW(context, platelets=f"{count.normalize():f}", limit=limit)

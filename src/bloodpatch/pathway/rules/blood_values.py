"""Values of the blood: needed before the needle, where something recorded asks for them."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from decimal import Decimal

from bloodpatch.pathway.clinical import (
    HistoryItem,
)
from bloodpatch.pathway.clinical.concepts import Concept
from bloodpatch.pathway.context import Context
from bloodpatch.pathway.episode import Episode
from bloodpatch.pathway.findings import Cause, Findings, Level, declare
from bloodpatch.pathway.protocol import Protocol
from bloodpatch.pathway.queries.childbirth import obstetric
from bloodpatch.pathway.queries.conditions import conditions
from bloodpatch.pathway.queries.platelet_counts import (
    counted_at,
    counted_once,
    low_in_a_word,
    platelets,
)
from bloodpatch.pathway.queries.standing_facts import standing
from bloodpatch.pathway.queries.tellings import tellings
from bloodpatch.pathway.stages.assessment.events import ObstetricRecorded
from bloodpatch.pathway.values import Answer

LABORATORY = declare(
    code="blood_values.not_known",
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
    code="blood_values.platelets_low",
    level=Level.HOLD,
    cause=Cause.PRESENT,
    says="Platelets {platelets}: below {limit} a physician weighs it, with the trend.",
    rule="The lower the platelets, the likelier a bleed: below the upper limit a physician weighs.",
    clears="A physician weighs it, and overrides with a reason; or wait for more platelets.",
    value="preparation.platelets_caution_below",
    hazards=("H06",),
    treatment=("T5",),
    fact="blood_values.not_known",
    replay=("LABS_FIRST", "HOLD_PATCH"),
)
PLATELETS_AVOID = declare(
    code="blood_values.platelets_avoid",
    level=Level.HOLD,
    cause=Cause.PRESENT,
    says="Platelets {platelets}, below {limit}: avoid a needle in the back. Haematology first.",
    rule="Below the lower limit of the platelets a patch is avoided.",
    clears="Record the opinion of haematology; then a physician may override with a reason.",
    value="preparation.platelets_avoid_below",
    hazards=("H06",),
    treatment=("T5",),
    fact="blood_values.not_known",
    replay=("HOLD_PATCH", "LABS_FIRST"),
)
PLATELETS_CAUTION = declare(
    code="blood_values.platelets_caution",
    level=Level.ADVISE,
    cause=Cause.PRESENT,
    says="Platelets {platelets}, below {limit}: look at the trend, and at what this place accepts.",
    rule="Outside of childbirth no list says how many platelets are enough; the trend matters.",
    clears="Nothing to clear: a physician looks at it.",
    value="preparation.platelets_caution_outside_childbirth_below",
    hazards=("H06",),
    treatment=("T5",),
    fact="blood_values.not_known",
    replay=("LABS_FIRST",),
)
PLATELETS_TREND = declare(
    code="blood_values.platelets_trend",
    level=Level.ADVISE,
    cause=Cause.MISSING,
    asks="preparation.record_labs",
    says="{because}: platelets {platelets} at {at}, counted once. Falling? Count again first.",
    rule="Where the cause of low platelets moves, one count does not say whether they fall.",
    clears="Count the platelets again.",
    value="preparation.platelets_caution_outside_childbirth_below",
    hazards=("H06",),
    treatment=("T5",),
    replay=("LABS_FIRST",),
)
PLATELETS_OLD = declare(
    code="blood_values.platelets_old",
    level=Level.HOLD,
    cause=Cause.MISSING,
    asks="preparation.record_labs",
    says="{because}: the newest platelet count is older than {hours} hours.",
    rule="Where the cause of low platelets moves, the count is a fresh one.",
    clears="Count the platelets again.",
    value="preparation.platelets_valid_hours",
    also=("preparation.hellp_platelets_valid_hours",),
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
        HistoryItem.LOW_PLATELETS,
        HistoryItem.ITP,
        HistoryItem.HELLP,
        HistoryItem.BLEEDING_TENDENCY,
    }
)
HIGH_PRESSURE = frozenset({Concept.HIGH_BLOOD_PRESSURE, Concept.PROTEINURIA})


PRE_ECLAMPSIA = "High blood pressure of pregnancy"


def asks_for_blood(episode: Episode, context: Context) -> Iterator[str]:
    """What of all that is recorded asks for a value of the blood."""
    there = conditions(episode)
    yield from (c.label for c in HistoryItem if c in there and c in BLOOD)
    if episode.now.preparation.bleeding.get("bleeding_history") is Answer.YES:
        yield "Bleeds easily"
    yield from moving(episode, context)
    if low_in_a_word(episode):
        yield "Low platelets, and no number"


def moving(episode: Episode, context: Context) -> Iterator[str]:
    """What makes platelets fall while the patient waits."""
    there = conditions(episode)
    yield from (c.label for c in (HistoryItem.HELLP, HistoryItem.ITP) if c in there)
    if episode.now.preparation.bleeding.get("long_on_heparin") is Answer.YES:
        days = context.protocol.preparation.heparin_platelets_after_days
        yield f"Heparin for more than {days} days"
    if obstetric(episode) and high_pressure_was_told(episode, context.protocol):
        yield PRE_ECLAMPSIA


def high_pressure_was_told(episode: Episode, protocol: Protocol) -> bool:
    """Also where it is lower now: one usual reading ends no pre-eclampsia that somebody named."""
    obstetric_entries = episode.assessment.all(ObstetricRecorded)
    named = (t for h in obstetric_entries for t in tellings(h.event, protocol) if t.there)
    concepts = {fact.concept for fact in standing(episode, protocol)} | {t.concept for t in named}
    return bool(HIGH_PRESSURE & concepts)


def blood_was_counted(episode: Episode, context: Context) -> Findings:
    because = tuple(dict.fromkeys(asks_for_blood(episode, context)))
    at = counted_at(episode)
    if because and (at is None or low_in_a_word(episode)):
        yield LABORATORY(context, because=", ".join(because))
    elif at is not None:
        yield from count_is_fresh(at, episode, context)
    yield from platelets_are_enough(episode, context)


def count_is_fresh(at: datetime, episode: Episode, context: Context) -> Findings:
    """A count of a cause that moves says something for some hours only."""
    because = tuple(moving(episode, context))
    limits = context.protocol.preparation
    in_hellp = HistoryItem.HELLP in conditions(episode)
    hours = limits.hellp_platelets_valid_hours if in_hellp else limits.platelets_valid_hours
    since = context.now - timedelta(hours=hours)
    if because and at < since:
        yield PLATELETS_OLD(context, because=", ".join(because), hours=hours)
        return
    count = platelets(episode)
    if count is None or count >= limits.platelets_caution_outside_childbirth_below:
        return
    if because and counted_once(episode, since):
        yield PLATELETS_TREND(context, because=", ".join(because), platelets=plain(count), at=at)


def platelets_are_enough(episode: Episode, context: Context) -> Findings:
    """The strictest that speaks. No patient is judged more mildly than one after childbirth."""
    limits = context.protocol.preparation
    if (count := platelets(episode)) is None:
        return
    if count < (limit := limits.platelets_avoid_below):
        yield PLATELETS_AVOID(context, platelets=plain(count), limit=limit)
    elif count < (limit := limits.platelets_caution_below):
        yield PLATELETS_LOW(context, platelets=plain(count), limit=limit)
    elif obstetric(episode):
        return
    elif count < (limit := limits.platelets_caution_outside_childbirth_below):
        yield PLATELETS_CAUTION(context, platelets=plain(count), limit=limit)


def plain(count: Decimal) -> str:
    return f"{count.normalize():f}"

"""Values of the blood: needed before the needle, where something recorded asks for them."""

from collections.abc import Iterator
from datetime import timedelta

from bloodpatch.pathway.clinical import (
    HistoryItem,
)
from bloodpatch.pathway.clinical.concepts import Concept
from bloodpatch.pathway.context import Context
from bloodpatch.pathway.episode import Episode
from bloodpatch.pathway.findings import Cause, Findings, Level, declare
from bloodpatch.pathway.queries.childbirth import obstetric
from bloodpatch.pathway.queries.conditions import conditions
from bloodpatch.pathway.queries.platelet_counts import counted_at, low_in_a_word, platelets
from bloodpatch.pathway.queries.standing_facts import standing
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
    says="Platelets {platelets}: below {limit} this is a physician's own decision.",
    rule="The lower the platelets, the likelier a bleed; below the lower limit a patch is avoided.",
    clears="A physician weighs it, and overrides with a reason; or wait for more platelets.",
    value="preparation.platelets_caution_below",
    also=("preparation.platelets_avoid_below",),
    hazards=("H06",),
    treatment=("T5",),
    fact="blood_values.not_known",
    replay=("LABS_FIRST", "HOLD_PATCH"),
)

PLATELETS_OLD = declare(
    code="blood_values.platelets_old",
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
HIGH_PRESSURE = frozenset({Concept.HIGH_BLOOD_PRESSURE, Concept.PROTEINURIA})


def asks_for_blood(episode: Episode, context: Context) -> Iterator[str]:
    """What of all that is recorded asks for a value of the blood."""
    there = conditions(episode)
    yield from (c.label for c in HistoryItem if c in there and c in BLOOD)
    preparation = episode.now.preparation
    if preparation.bleeding.get("bleeding_history") is Answer.YES:
        yield "Bleeds easily"
    if preparation.bleeding.get("long_on_heparin") is Answer.YES:
        days = context.protocol.preparation.heparin_platelets_after_days
        yield f"Heparin for more than {days} days"
    told = {fact.concept for fact in standing(episode, context.protocol)}
    if obstetric(episode) and HIGH_PRESSURE & told:
        yield "High blood pressure of pregnancy"
    if low_in_a_word(episode):
        yield "Low platelets, and no number"


def blood_was_counted(episode: Episode, context: Context) -> Findings:
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

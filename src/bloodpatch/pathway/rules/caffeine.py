"""Caffeine as care: how much of it, and for whom none."""

from decimal import Decimal

from bloodpatch.pathway.clinical import Conservative, HistoryItem
from bloodpatch.pathway.context import Context
from bloodpatch.pathway.episode import Episode
from bloodpatch.pathway.findings import Cause, Findings, Level, declare
from bloodpatch.pathway.queries.childbirth import is_pregnant
from bloodpatch.pathway.queries.conditions import conditions
from bloodpatch.pathway.stages.assessment.statements import Care, Obstetrics
from bloodpatch.pathway.values import Answer, Dose
from bloodpatch.pathway.values.dose import DoseUnit
from bloodpatch.pathway.values.units import MG_A_G

TOO_MUCH = declare(
    code="caffeine.too_much",
    level=Level.ADVISE,
    cause=Cause.PRESENT,
    says="Caffeine {mg} mg a day: at most {most} mg, all sources counted{because}.",
    rule="More caffeine helps no more, and keeps mother and child awake.",
    clears="Give less, and record the dose.",
    value="assessment.caffeine_max_mg_per_24h",
    also=("assessment.caffeine_breastfeeding_max_mg_per_24h",),
    hazards=("H12",),
    treatment=("T3",),
    fact="caffeine",
    replay=("CONSERVATIVE_FIRST",),
)
WITH_SEIZURES = declare(
    code="caffeine.with_seizures",
    level=Level.ADVISE,
    cause=Cause.PRESENT,
    says="Caffeine is given, and a seizure disorder is known: leave it out, and ask neurology.",
    rule="Caffeine may lower the threshold for seizures, and a seizure after birth is an alarm.",
    clears="Stop the caffeine; or a physician goes on knowing it.",
    source="clinic",
    hazards=("H12", "H08"),
    treatment=("T3",),
    fact="caffeine",
    replay=("CONSERVATIVE_FIRST",),
)

MG = {DoseUnit.MG: Decimal(1), DoseUnit.G: MG_A_G}
CAFFEINE = frozenset({Conservative.CAFFEINE, Conservative.CAFFEINE_IV})


def a_day(care: Care) -> Decimal:
    """What one entry tells of a day; without a number of times it was given once."""
    times = int(care.times_per_day.value) if care.times_per_day else 1
    return sum((in_mg(dose) for dose in care.dose or ()), Decimal(0)) * times


def in_mg(dose: Dose) -> Decimal:
    is_it = dose.drug == "caffeine" and dose.unit in MG
    return dose.amount * MG[dose.unit] if is_it else Decimal(0)


def breastfeeds(episode: Episode) -> bool:
    told = [h.event for h in episode.assessment.events if isinstance(h.event, Obstetrics)]
    said = [e.breastfeeding for e in told if e.breastfeeding in (Answer.YES, Answer.NO)]
    return said[-1:] == [Answer.YES]


def caffeine_is_fit(episode: Episode, context: Context) -> Findings:
    limits = context.protocol.assessment
    mg = max((a_day(h.event) for h in episode.assessment.care), default=Decimal(0))
    low = is_pregnant(episode) or breastfeeds(episode)
    most = limits.caffeine_breastfeeding_max_mg_per_24h if low else limits.caffeine_max_mg_per_24h
    given = any(CAFFEINE & set(h.event.measures or ()) for h in episode.assessment.care)
    if (given or mg) and HistoryItem.SEIZURE_DISORDER in conditions(episode):
        yield WITH_SEIZURES(context)
    elif mg > most:
        because = " while pregnant or breastfeeding" if low else ""
        yield TOO_MUCH(context, mg=f"{mg:f}", most=most, because=because)


CALLED_FOR = (caffeine_is_fit,)

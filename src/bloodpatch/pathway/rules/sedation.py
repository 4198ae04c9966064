"""Sedation for a patch: doses that an adult usually gets, and a patient who can say that it hurts.

The hand that injects is stopped by what the patient feels, so nobody is put to sleep for the blood.
A dose outside of its usual range is read again: ten times too much, or mg for mcg, always is.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from bloodpatch.pathway.clinical import SedationLevel
from bloodpatch.pathway.clinical.drugs import ANTAGONISTS
from bloodpatch.pathway.context import Context
from bloodpatch.pathway.episode import Episode
from bloodpatch.pathway.findings import Cause, FindingKind, Findings, Level, declare
from bloodpatch.pathway.protocol.sections.preparation import SedationDose
from bloodpatch.pathway.queries.weight import weight_kg
from bloodpatch.pathway.rules.special_patient import is_child
from bloodpatch.pathway.values import Answer, Dose, DoseUnit


def told(code: str, says: str, rule: str, clears: str, **more: Any) -> FindingKind:
    more = {
        "level": Level.HOLD,
        "cause": Cause.PRESENT,
        "hazards": ("H16",),
        "treatment": ("T5",),
        "replay": ("SEDATION_RULE",),
    } | more
    return declare(code=f"sedation.{code}", says=says, rule=rule, clears=clears, **more)


DOSES = "preparation.sedation_doses"
CAN_TELL = "Before and while the blood goes in the patient can say that it presses or tingles."

DOSE_HIGH = told(
    "dose_high",
    "{doses}. Read the drug, the number and the unit again.",
    "A dose above its usual range is confirmed before it is given: a decimal point slips easily.",
    "Correct the dose, or strike one that was told twice; or a physician confirms it by an "
    "override, with a reason.",
    value=DOSES,
    asks="preparation.record_sedation_plan",
)
DOSE_LOW = told(
    "dose_low",
    "{doses}. Is the unit right?",
    "A dose far below its usual range is often one in another unit.",
    "Correct the dose, if it is wrong.",
    level=Level.ADVISE,
    value=DOSES,
)
DOSE_OF_A_CHILD = told(
    "dose_of_a_child",
    "A child of {age}, {weight}: {doses}. The usual doses here are those of adults.",
    "A child's dose goes by weight, and is confirmed by a physician who sedates children.",
    "A physician confirms it by an override, with the dose for each kg as the reason.",
    value=DOSES,
    hazards=("H12", "H16"),
)
WEIGHT_NOT_KNOWN = told(
    "weight_not_known",
    "{doses}: a dose for each kg, and no body weight is recorded.",
    "A dose by weight can be checked only where the weight is known.",
    "Record the weight.",
    cause=Cause.MISSING,
    asks="preparation.record_vitals",
    value=DOSES,
    replay=("SEDATION_RULE", "MISSING_DATA"),
)
NO_RANGE = told(
    "no_range",
    "{doses}: not checked, because no usual dose is known here, or not how many mg it is.",
    "A dose is checked against the list of this clinic; what is not in it is checked by nobody.",
    "Read the dose aloud to a second person; or put the drug on the clinic's list.",
    level=Level.ADVISE,
    cause=Cause.MISSING,
    value=DOSES,
)
TOO_DEEP = told(
    "too_deep",
    "Sedation is planned ({plan}), and nobody says that the patient is awake for the blood.",
    CAN_TELL,
    "Plan it so that the patient is awake for the blood; or a physician overrides with a reason.",
    source="clinic",
    hazards=("H16", "H23"),
)
NOT_READY = told(
    "not_ready",
    "Sedation is planned, and not recorded: {parts}.",
    "Who is sedated has somebody who does nothing but watch, a cannula, and an antagonist at hand.",
    "Record it with the plan and the cannula.",
    level=Level.ADVISE,
    cause=Cause.MISSING,
    source="asa_sedation_2018",
    certainty="memory-high",
    replay=("SEDATION_RULE", "MONITOR"),
)

DEEP = frozenset({SedationLevel.DEEP, SedationLevel.GENERAL})

MG = {
    DoseUnit.MG: Decimal(1),
    DoseUnit.MG_PER_KG: Decimal(1),
    DoseUnit.MCG: Decimal("0.001"),
    DoseUnit.MCG_PER_KG: Decimal("0.001"),
    DoseUnit.G: Decimal(1000),
}
PER_KG = frozenset({DoseUnit.MG_PER_KG, DoseUnit.MCG_PER_KG, DoseUnit.IU_PER_KG})
SLIPS = {Decimal(10): "a tenth of it would be usual", Decimal(1000): "in mcg it would be usual"}


# doses


@dataclass(frozen=True, kw_only=True)
class Total:
    """All that was planned or given of one drug, beside its usual range."""

    drug: str
    doses: tuple[Dose, ...]
    usual: SedationDose | None
    weight_kg: Decimal | None

    @property
    def words(self) -> str:
        """With the weight, where a dose goes by it: an override of it lapses with the weight."""
        at = f" at {self.weight_kg} kg" if self.goes_by_weight and self.weight_kg else ""
        return " and ".join(map(str, self.doses)) + at

    @property
    def goes_by_weight(self) -> bool:
        return any(dose.unit in PER_KG for dose in self.doses)

    @property
    def needs_a_weight(self) -> bool:
        return self.weight_kg is None and self.goes_by_weight

    def mg_of(self, dose: Dose) -> Decimal | None:
        """None where nobody can say: 2 mL of what strength, 1 mg/kg of what weight?"""
        kg = self.weight_kg if dose.unit in PER_KG else Decimal(1)
        return dose.amount * MG[dose.unit] * kg if dose.unit in MG and kg is not None else None

    @property
    def is_whole(self) -> bool:
        """Whether the mg of every dose is known."""
        return all(self.mg_of(dose) is not None for dose in self.doses)

    @property
    def mg(self) -> Decimal:
        """At least so much: what is not known in mg comes on top."""
        return sum((mg for dose in self.doses if (mg := self.mg_of(dose))), Decimal(0))

    @property
    def is_above(self) -> bool:
        return self.range_mg is not None and self.mg > self.range_mg[1]

    @property
    def is_below(self) -> bool:
        return self.range_mg is not None and self.is_whole and self.mg < self.range_mg[0]

    @property
    def range_mg(self) -> tuple[Decimal, Decimal] | None:
        if self.usual is None:
            return None
        one = MG[DoseUnit(self.usual.unit)]
        return self.usual.least * one, self.usual.most * one

    def is_usual(self, mg: Decimal) -> bool:
        return self.range_mg is not None and self.range_mg[0] <= mg <= self.range_mg[1]

    @property
    def too_much(self) -> str:
        assert self.usual is not None
        slips = (words for by, words in SLIPS.items() if self.is_usual(self.mg / by))
        slip = next((f"; {words}" for words in slips), "")
        return f"{self.words}, usually at most {self.usual.most} {self.usual.unit}{slip}"

    @property
    def too_little(self) -> str:
        assert self.usual is not None
        return f"{self.words}, usually at least {self.usual.least} {self.usual.unit}"


def totals(doses: Iterable[Dose], episode: Episode, context: Context) -> Iterator[Total]:
    usual = {row.code: row for row in context.protocol.preparation.sedation_doses}
    by_drug: dict[str, list[Dose]] = {}
    for dose in doses:
        by_drug.setdefault(dose.drug, []).append(dose)
    for drug, several in by_drug.items():
        if drug not in ANTAGONISTS:
            yield Total(
                drug=drug,
                doses=tuple(several),
                usual=usual.get(drug),
                weight_kg=weight_kg(episode),
            )


def judged(doses: Iterable[Dose], episode: Episode, context: Context) -> Findings:
    """Each drug by all its doses together. More than an adult gets is told of a child too, and
    where a part of it is not known in mg."""
    every = tuple(totals(doses, episode, context))
    if above := [t.too_much for t in every if t.is_above]:
        yield DOSE_HIGH(context, doses="; ".join(above))
    if every and is_child(context):
        kg = weight_kg(episode)
        words = ", ".join(t.words for t in every)
        weight = f"{kg} kg" if kg else "weight not known"
        yield DOSE_OF_A_CHILD(context, age=context.facts.age_years, weight=weight, doses=words)
        return
    if unweighed := [t.words for t in every if t.needs_a_weight]:
        yield WEIGHT_NOT_KNOWN(context, doses="; ".join(unweighed))
    weighed = [t for t in every if not t.needs_a_weight]
    if unknown := [t.words for t in weighed if t.usual is None or not t.is_whole]:
        yield NO_RANGE(context, doses="; ".join(unknown))
    if below := [t.too_little for t in every if t.is_below]:
        yield DOSE_LOW(context, doses="; ".join(below))


def planned_doses_are_usual(episode: Episode, context: Context) -> Findings:
    """At the time-out: what will be given."""
    plan = episode.now.preparation.sedation_plan
    yield from judged((plan and plan.event.drugs) or (), episode, context)


def doses_are_usual(episode: Episode, command: Any, context: Context) -> Findings:
    """When the plan is written down."""
    yield from judged(command.drugs or (), episode, context)


# awake, and watched


def patient_can_tell(episode: Episode, context: Context) -> Findings:
    plan = episode.now.preparation.sedation_plan
    if plan is None:
        return
    awake = plan.event.awake_for_blood
    if awake is Answer.NO or (plan.event.plan in DEEP and awake is not Answer.YES):
        yield TOO_DEEP(context, plan=plan.event.plan)


def sedation_is_watched(episode: Episode, context: Context) -> Findings:
    preparation = episode.now.preparation
    plan = preparation.sedation_plan
    if plan is None or not preparation.sedation_planned:
        return
    there = {
        "awake while the blood goes in": plan.event.awake_for_blood in (Answer.YES, Answer.NO)
        or plan.event.plan is SedationLevel.MINIMAL,
        "somebody who only watches": plan.event.watched is Answer.YES,
        "an antagonist at hand": plan.event.antagonist is Answer.YES,
        "a cannula": preparation.access is not None,
    }
    if parts := [words for words, known in there.items() if not known]:
        yield NOT_READY(context, parts=", ".join(parts))


BEFORE_TIME_OUT = (planned_doses_are_usual, patient_can_tell, sedation_is_watched)

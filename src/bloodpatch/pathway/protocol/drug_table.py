"""Drug tables: how long each drug against clotting is stopped before a needle, and after it.

A table is no part of a protocol's values and is pinned to no episode: what is about drugs applies
in its newest version to every patient. So the shipped tables reach a decision through `Context`,
beside the protocol, and the protocol says only which of them the clinic follows
(`preparation.antithrombotic_policy`, the id of a table). A row counts once a physician of the
clinic has confirmed what it says: its `hash` is what is signed, so a row that says something else
after an update waits to be confirmed again.
"""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from types import MappingProxyType

from bloodpatch.pathway.choices import Choice
from bloodpatch.pathway.clinical.drugs import Antithrombotic, DoseClass
from bloodpatch.pathway.clinical.measured import Comparator, LabUnit, Measured
from bloodpatch.pathway.protocol.protocol import Certainty


class RowDose(Choice):
    """For which dose a row is written."""

    LOW = DoseClass.LOW_PROPHYLACTIC.value, "Low dose"
    HIGH = DoseClass.HIGH_THERAPEUTIC.value, "High dose"
    ANY = "any", "Any dose"


class Kidneys(Choice):
    """For which creatinine clearance a row is written; the limit between them is the table's."""

    UNDER = "crcl_under_limit", "Creatinine clearance below the limit"
    FROM = "crcl_from_limit", "Creatinine clearance at the limit or above"
    ANY = "any", "Any creatinine clearance"


class Lab(Choice):
    """What a row can ask for. Nothing stands here that the rules could not check."""

    INR = "inr", "INR"
    APTT = "aptt", "aPTT"


@dataclass(frozen=True, kw_only=True)
class LowLevel:
    """A level of the drug in the blood that is accepted in place of the waiting time: an activity
    at most, or an amount below."""

    iu_per_ml: Decimal
    ng_per_ml: Decimal

    def holds(self, level: Measured) -> bool:
        """A level that is only known to lie above something is not low."""
        if level.comparator not in (None, Comparator.BELOW, Comparator.AT_MOST):
            return False
        if level.unit is LabUnit.IU_PER_ML:
            return level.value <= self.iu_per_ml
        below = level.value < self.ng_per_ml
        bound = level.comparator is Comparator.BELOW and level.value == self.ng_per_ml
        return level.unit is LabUnit.NG_PER_ML and (below or bound)


@dataclass(frozen=True, kw_only=True)
class Row:
    """One line. `hold_hours` None: no time makes it safe. `restart_hours` None: it tells none."""

    table: str
    drug: Antithrombotic
    dose: RowDose
    kidneys: Kidneys
    hold_hours: int | None
    restart_hours: int | None
    after_blood_hours: int | None
    """At least so long after a needle that drew blood."""
    crcl_limit: int | None
    inr_highest: Decimal | None
    """What the table means by an INR at which the needle may go in; None: the row asks for none."""
    low_level: LowLevel | None
    laboratory: tuple[Lab, ...]
    judged: bool
    certainty: Certainty
    cites: str
    note: str

    @property
    def id(self) -> str:
        """The same for as long as the row is about the same patients."""
        return f"{self.table}.{self.drug.value}.{self.dose.value}.{self.kidneys.value}"

    @cached_property
    def hash(self) -> str:
        """Of all that a physician confirms; of nothing that only says how it was read."""
        says: tuple[object, ...] = (
            self.id,
            self.hold_hours,
            self.restart_hours,
            self.after_blood_hours,
            self.crcl_limit,
            tuple(lab.value for lab in self.laboratory),
            self.judged,
            self.note,
        )
        if self.inr_highest is not None:
            says = (*says, str(self.inr_highest))
        if self.low_level is not None:
            level = (str(self.low_level.iu_per_ml), str(self.low_level.ng_per_ml))
            return hashlib.sha256(repr((says, level)).encode()).hexdigest()[:16]
        return hashlib.sha256(repr(says).encode()).hexdigest()[:16]

    @property
    def needs_a_physician(self) -> bool:
        return self.judged or self.hold_hours is None


@dataclass(frozen=True, kw_only=True)
class Table:
    """A table without fault. Two tables with the same rows have the same hash."""

    id: str
    title: str
    version: str
    cites: str
    read: str
    note: str
    rows: tuple[Row, ...]
    without_a_row: Mapping[Antithrombotic, str]
    """Why a drug has none: known not to be known, never read as no restriction."""

    @cached_property
    def hash(self) -> str:
        return hashlib.sha256("".join(row.hash for row in self.rows).encode()).hexdigest()

    @cached_property
    def of_drug(self) -> Mapping[Antithrombotic, tuple[Row, ...]]:
        named = dict.fromkeys(row.drug for row in self.rows)
        return {drug: tuple(row for row in self.rows if row.drug is drug) for drug in named}

    def rows_for(
        self, drug: Antithrombotic, dose: DoseClass | None, crcl: Decimal | None
    ) -> tuple[Row, ...]:
        """Every row that what was told leaves possible; not told leaves all of them."""
        return tuple(
            row
            for row in self.of_drug.get(drug, ())
            if fits_dose(row, dose) and fits_kidneys(row, crcl)
        )


def fits_dose(row: Row, dose: DoseClass | None) -> bool:
    told = dose not in (None, DoseClass.NOT_TOLD)
    return row.dose is RowDose.ANY or not told or row.dose.value == dose


def fits_kidneys(row: Row, crcl: Decimal | None) -> bool:
    if row.kidneys is Kidneys.ANY or row.crcl_limit is None or crcl is None:
        return True
    return (row.kidneys is Kidneys.UNDER) == (crcl < row.crcl_limit)


Tables = Mapping[str, Table]
NO_TABLES: Tables = MappingProxyType({})

"""The rows of the drug table as a physician reads them before confirming one."""

from dataclasses import dataclass

from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from bloodpatch.clinic import confirmed_rows
from bloodpatch.clinic.models import ConfirmedRow
from bloodpatch.doors.staff.access.request_visitor import StaffRequest
from bloodpatch.doors.ui.findings import cited
from bloodpatch.doors.ui.times import moment
from bloodpatch.pathway.protocol import Certainty, Protocol, Row, RowDose, Table
from bloodpatch.pathway.protocol.drug_table import Kidneys, Lab
from bloodpatch.record.protocols import shipped_tables


@dataclass(frozen=True)
class Line:
    """One row, and who confirmed it."""

    row: Row
    protocol: Protocol
    word: ConfirmedRow | None

    @property
    def id(self) -> str:
        return self.row.id

    @property
    def title(self) -> str:
        parts = [self.row.drug.label]
        if self.row.dose is not RowDose.ANY:
            parts.append(self.row.dose.label.lower())
        if self.row.kidneys is not Kidneys.ANY:
            parts.append(self.kidneys)
        return ", ".join(parts)

    @property
    def kidneys(self) -> str:
        limit = {"limit": self.row.crcl_limit}
        if self.row.kidneys is Kidneys.UNDER:
            return _("creatinine clearance below %(limit)d mL/min") % limit
        return _("creatinine clearance %(limit)d mL/min or above") % limit

    @property
    def says(self) -> tuple[str, ...]:
        """What is confirmed, in sentences."""
        found = [self.before, self.after]
        if self.row.after_blood_hours is not None:
            hours = {"hours": self.row.after_blood_hours}
            found.append(_("After a bloody needle at least %(hours)d hours.") % hours)
        if self.row.low_level is not None:
            levels = {"iu": self.row.low_level.iu_per_ml, "ng": self.row.low_level.ng_per_ml}
            found.append(
                _(
                    "No wait where the level after the last dose is low: anti-Xa at most %(iu)s"
                    " IU/mL, or below %(ng)s ng/mL."
                )
                % levels
            )
        if self.row.laboratory:
            values = ", ".join(map(self.value_asked_for, self.row.laboratory))
            found.append(_("Needed from after the last dose: %(values)s.") % {"values": values})
        return tuple(found)

    def value_asked_for(self, lab: Lab) -> str:
        limited = lab is Lab.INR and self.row.inr_highest is not None
        return f"{lab.label} (≤ {self.row.inr_highest})" if limited else lab.label

    @property
    def before(self) -> str:
        hours = self.row.hold_hours
        if self.row.needs_a_physician:
            if hours is None:
                return _("No time alone makes the needle safe: a physician judges each time.")
            return _("A physician judges each time; %(hours)d hours are told.") % {"hours": hours}
        return _("Needle %(hours)d hours after the last dose.") % {"hours": hours}

    @property
    def after(self) -> str:
        hours = self.row.restart_hours
        if hours is None:
            return _("When it is taken again, the table does not tell.")
        return _("Taken again %(hours)d hours after the needle.") % {"hours": hours}

    @property
    def source(self) -> str:
        return cited(self.row.cites, self.protocol)

    @property
    def sure(self) -> str:
        return self.row.certainty.label

    @property
    def to_be_confirmed(self) -> bool:
        """Not read in the source itself."""
        return self.row.certainty is not Certainty.VERIFIED

    @property
    def standing(self) -> str:
        if self.word is None:
            return _("Not confirmed: every drug on it holds back the patch.")
        who, when = self.word.physician.full_name, moment(self.word.at)
        return _("Confirmed by %(who)s, %(when)s") % {"who": who, "when": when}


@dataclass(frozen=True)
class Shelf:
    """The table that the clinic follows; `table` None: it has chosen none."""

    protocol: Protocol
    table: Table | None
    lines: tuple[Line, ...]

    @cached_property
    def open(self) -> int:
        return sum(line.word is None for line in self.lines)

    @property
    def says(self) -> str:
        if not self.open:
            return _("Every row is confirmed.")
        told = ngettext("%(n)d row is not confirmed", "%(n)d rows are not confirmed", self.open)
        return told % {"n": self.open}

    @property
    def others(self) -> tuple[Table, ...]:
        return tuple(shipped_tables().values())

    def line(self, row: str) -> Line | None:
        return next((line for line in self.lines if line.id == row), None)


def shelf(request: StaffRequest) -> Shelf:
    clinic = request.actor.clinic
    protocol = request.record.protocols.in_force(clinic, None)
    table = shipped_tables().get(protocol.preparation.antithrombotic_policy)
    words = confirmed_rows.words(clinic)
    rows = table.rows if table else ()
    lines = tuple(Line(row, protocol, words.get(row.hash)) for row in rows)
    return Shelf(protocol, table, lines)

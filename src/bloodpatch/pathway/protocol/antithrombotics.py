"""From the text of a drug table to a `Table`, or to every fault in it at once.

What a file cannot say is as important as what it can: no row is confirmed in a file (a physician
of the clinic signs it there), no drug may be left out in silence (it has rows, or a reason why
not), and the rows of a drug cover every dose and every kidney.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from types import MappingProxyType
from typing import Any, TypeVar

from bloodpatch.pathway.choices import Choice
from bloodpatch.pathway.clinical.drugs import Antithrombotic
from bloodpatch.pathway.protocol.citations import Citations, Read
from bloodpatch.pathway.protocol.covering import covered
from bloodpatch.pathway.protocol.drug_table import Kidneys, Lab, LowLevel, Row, RowDose, Table
from bloodpatch.pathway.protocol.faults import Blame, Key
from bloodpatch.pathway.protocol.kinds.kind import met
from bloodpatch.pathway.protocol.kinds.single import invisible
from bloodpatch.pathway.protocol.parse import opened
from bloodpatch.pathway.protocol.protocol import Certainty

HEADER = ("id", "title", "version", "cites", "read", "note", "without_a_row")
MORE = ("crcl_limit", "after_blood", "low_level", "inr_highest")
ROW = ("drug", "dose_class", "renal", "laboratory", "judged", "certainty", "note")
ROW_MORE = ("hold_hours", "restart_hours")
TEXTS = {"id": r"[a-z][a-z0-9_]{0,39}", "title": r".{1,120}", "version": r"[0-9]+(\.[0-9]+){0,2}"}
LONGEST_NOTE = 2000
HOURS = (0, 1000)
CRCL = (1, 200)
LEVELS = ("iu_per_ml", "ng_per_ml")
LOW_LEVEL = {*LEVELS, "certainty", "drugs"}
HIGHEST_LEVEL = 100
INR = (Decimal("1.0"), Decimal("1.5"))

C = TypeVar("C", bound=Choice)


def parse_table(text: str, *, citations: Citations) -> Table:
    """Read a table. Raises ProtocolFaults with every fault, each with its key path and line."""
    document, blame = opened(text)
    for name in document:
        if name not in ("table", "row"):
            blame((name,), "no such key; a drug table has [table] and rows [[row]].")
    head, rows = document.get("table"), document.get("row")
    if not isinstance(head, dict):
        blame(("table",), "missing; a drug table begins with [table], its id and its title.")
        head = {}
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        blame(("row",), "missing; write each line of the table as [[row]].")
        rows = []
    reading = Reading(head, citations, blame)
    reading.head_is_sound()
    found = tuple(reading.row(raw, ("row", i)) for i, raw in enumerate(rows))
    without = reading.without_a_row()
    if not len(blame):
        covered(found, without, blame)
    blame.settle()
    about = {name: head[name] for name in ("id", "title", "version", "cites", "read")}
    sound = tuple(row for row in found if row is not None)
    return Table(**about, note=head["note"].strip(), rows=sound, without_a_row=without)


def level(raw: object) -> Decimal | None:
    """A level in the blood that a file can ask for; None where it cannot."""
    if not isinstance(raw, int | Decimal) or isinstance(raw, bool):
        return None
    return Decimal(raw) if 0 < raw <= HIGHEST_LEVEL else None


@dataclass(frozen=True)
class Reading:
    """One file: its head, the publications that are known, and where to put the blame."""

    head: Mapping[str, Any]
    citations: Citations
    blame: Blame

    def head_is_sound(self) -> None:
        at: Key = ("table",)
        self.keys(self.head, at, HEADER, MORE)
        for name, pattern in TEXTS.items():
            raw = self.head.get(name, "")
            if name in self.head and not (isinstance(raw, str) and re.fullmatch(pattern, raw)):
                self.blame((*at, name), f"{met(raw)} cannot be the {name} of a table.")
        for name, known in (("cites", tuple(self.citations)), ("read", tuple(Read))):
            if name in self.head and self.head[name] not in known:
                self.blame((*at, name), f"{met(self.head[name])} is not known here.")
        self.words(self.head, at)
        if "crcl_limit" in self.head:
            self.limit_is_sound(self.head["crcl_limit"], (*at, "crcl_limit"))
        if "inr_highest" in self.head:
            self.inr_is_sound(self.head["inr_highest"], (*at, "inr_highest"))

    def row(self, raw: Mapping[str, Any], at: Key) -> Row | None:
        """The row, or None after blaming everything that is wrong with it."""
        before = len(self.blame)
        self.keys(raw, at, ROW, ROW_MORE)
        drug = self.chosen(raw, "drug", at, Antithrombotic)
        dose = self.chosen(raw, "dose_class", at, RowDose)
        kidneys = self.chosen(raw, "renal", at, Kidneys)
        certainty = self.certainty(raw, at)
        hours = {n: self.whole(raw, n, at, HOURS) if n in raw else None for n in ROW_MORE}
        labs = self.labs(raw, at)
        if not isinstance(raw.get("judged", False), bool):
            self.blame((*at, "judged"), f"{met(raw['judged'])} is neither yes nor no.")
        elif "hold_hours" not in raw and not raw.get("judged", True):
            self.blame(at, "no hold_hours: write them, or judged = true, so that a physician does.")
        if kidneys is not Kidneys.ANY and "crcl_limit" not in self.head:
            self.blame((*at, "renal"), "the table says no crcl_limit; write it into [table].")
        if Lab.INR in labs and "inr_highest" not in self.head:
            self.blame((*at, "laboratory"), "the table says no inr_highest; write it into [table].")
        self.words(raw, at)
        if len(self.blame) > before or drug is None or dose is None or kidneys is None:
            return None
        return Row(
            table=str(self.head.get("id")),
            drug=drug,
            dose=dose,
            kidneys=kidneys,
            hold_hours=hours["hold_hours"],
            restart_hours=hours["restart_hours"],
            after_blood_hours=self.after_blood(drug),
            crcl_limit=None if kidneys is Kidneys.ANY else self.crcl_limit(),
            inr_highest=self.inr_highest() if Lab.INR in labs else None,
            low_level=self.low_level(drug),
            laboratory=labs,
            judged=raw["judged"],
            certainty=certainty,
            cites=str(self.head.get("cites")),
            note=raw["note"].strip(),
        )

    def keys(
        self, raw: Mapping[str, Any], at: Key, needed: tuple[str, ...], more: tuple[str, ...]
    ) -> None:
        for name in raw:
            if name not in needed + more:
                self.blame((*at, name), f"no such key; there are {', '.join(needed + more)}.")
        for name in needed:
            if name not in raw:
                self.blame(at, f"missing: {name}.")

    def chosen(self, raw: Mapping[str, Any], name: str, at: Key, kind: type[C]) -> C | None:
        if name not in raw:
            return None
        if raw[name] in tuple(kind):
            return kind(raw[name])
        self.blame((*at, name), f"{met(raw[name])} is none of {', '.join(kind)}.")
        return None

    def whole(self, raw: Mapping[str, Any], name: str, at: Key, span: tuple[int, int]) -> int:
        low, high = span
        if type(raw[name]) is int and low <= raw[name] <= high:
            return int(raw[name])
        self.blame((*at, name), f"{met(raw[name])} is no whole number from {low} to {high}.")
        return low

    def labs(self, raw: Mapping[str, Any], at: Key) -> tuple[Lab, ...]:
        listed = raw.get("laboratory", [])
        if not isinstance(listed, list) or any(one not in tuple(Lab) for one in listed):
            known = ", ".join(Lab)
            self.blame((*at, "laboratory"), f"{met(listed)} is no list of values among {known}.")
            return ()
        return tuple(map(Lab, listed))

    def certainty(self, raw: Mapping[str, Any], at: Key) -> Certainty:
        said = raw.get("certainty", Certainty.CLINIC)
        if said not in tuple(Certainty):
            self.blame((*at, "certainty"), f"{met(said)} is none of {', '.join(Certainty)}.")
            return Certainty.CLINIC
        if said == Certainty.VERIFIED and self.head.get("read") != Read.PRIMARY:
            self.blame((*at, "certainty"), "nothing is verified in a table that was not read.")
        return Certainty(said)

    def words(self, raw: Mapping[str, Any], at: Key) -> None:
        note = raw.get("note", "-")
        if not isinstance(note, str) or not note.strip() or len(note) > LONGEST_NOTE:
            self.blame((*at, "note"), f"{met(note)} is no note; say what the row means.")
        elif invisible(note.replace("\n", "")):
            self.blame((*at, "note"), "the text holds an invisible control character.")

    def crcl_limit(self) -> int | None:
        told = self.head.get("crcl_limit")
        return told.get("value") if isinstance(told, dict) else None

    def limit_is_sound(self, told: object, at: Key) -> None:
        if not isinstance(told, dict):
            self.blame(at, f"{met(told)} stands alone; write {{ value, certainty }}.")
            return
        self.keys(told, at, ("value", "certainty"), ())
        self.certainty(told, at)
        if "value" in told:
            self.whole(told, "value", at, CRCL)

    def inr_highest(self) -> Decimal | None:
        told = self.head.get("inr_highest")
        return told.get("value") if isinstance(told, dict) else None

    def inr_is_sound(self, told: object, at: Key) -> None:
        if not isinstance(told, dict):
            self.blame(at, f"{met(told)} stands alone; write {{ value, certainty }}.")
            return
        self.keys(told, at, ("value", "certainty"), ())
        self.certainty(told, at)
        low, high = INR
        value = told.get("value", low)
        if not isinstance(value, Decimal) or not low <= value <= high:
            self.blame((*at, "value"), f"{met(value)} is no INR from {low} to {high}.")

    def after_blood(self, drug: Antithrombotic) -> int | None:
        told = self.head.get("after_blood")
        if told is None:
            return None
        at: Key = ("table", "after_blood")
        drugs = told.get("drugs") if isinstance(told, dict) else None
        if not isinstance(drugs, list) or any(d not in tuple(Antithrombotic) for d in drugs):
            self.blame(at, "write { hours, certainty, drugs }, the drugs from the closed list.")
            return None
        self.keys(told, at, ("hours", "certainty", "drugs"), ())
        self.certainty(told, at)
        if "hours" not in told:
            return None
        hours = self.whole(told, "hours", at, HOURS)
        return hours if drug in drugs else None

    def low_level(self, drug: Antithrombotic) -> LowLevel | None:
        told = self.head.get("low_level")
        if told is None:
            return None
        drugs = told.get("drugs") if isinstance(told, dict) else None
        known = isinstance(drugs, list) and all(d in tuple(Antithrombotic) for d in drugs)
        levels = [level(told.get(name)) for name in LEVELS] if isinstance(told, dict) else []
        sound = [one for one in levels if one is not None]
        if not known or len(sound) < len(LEVELS) or set(told) != LOW_LEVEL:
            words = f"{', '.join(LEVELS)}, certainty, drugs"
            self.blame(("table", "low_level"), f"write {{ {words} }}, each level a number.")
            return None
        self.certainty(told, ("table", "low_level"))
        iu_per_ml, ng_per_ml = sound
        return LowLevel(iu_per_ml=iu_per_ml, ng_per_ml=ng_per_ml) if drug in (drugs or ()) else None

    def without_a_row(self) -> Mapping[Antithrombotic, str]:
        listed = self.head.get("without_a_row", [])
        found: dict[Antithrombotic, str] = {}
        for i, raw in enumerate(listed if isinstance(listed, list) else [None]):
            at: Key = ("table", "without_a_row", i)
            drug = raw.get("drug") if isinstance(raw, dict) else None
            reason = raw.get("reason") if isinstance(raw, dict) else None
            if drug not in tuple(Antithrombotic) or not isinstance(reason, str) or not reason:
                self.blame(at, "write { drug, reason }: which drug has no row, and why.")
            else:
                found[Antithrombotic(drug)] = reason
        return MappingProxyType(found)

"""One entry of a protocol file: a value, and where it comes from.

[recovery.rest_minutes]
value = 30
unit = "min"                  # may be left out; if stated, it must be the right one
low = 30                      # may be left out; may narrow the bounds, never widen them
high = 60
t = ["T8"]                    # left out: as in the layer below
cites = ["treatment"]
certainty = "clinic"
note = "..."
confirmed_by = "..."          # the physician who has confirmed it
"""

import re
from dataclasses import dataclass
from decimal import Decimal

from bloodpatch.pathway.protocol.citations import Citations, Read
from bloodpatch.pathway.protocol.faults import Blame, Key
from bloodpatch.pathway.protocol.kinds.kind import Kind, met
from bloodpatch.pathway.protocol.kinds.single import invisible
from bloodpatch.pathway.protocol.protocol import Certainty, Parameter

NAMES = (
    "value",
    "unit",
    "low",
    "high",
    "t",
    "cites",
    "certainty",
    "note",
    "confirmed_by",
)
LONGEST_NOTE = 2000
NEEDS_A_SOURCE = {Certainty.VERIFIED, Certainty.SECONDARY, Certainty.DERIVED}


@dataclass(frozen=True, kw_only=True)
class Entry:
    """What has to be known to read one entry, and where to put the blame."""

    id: str
    kind: Kind
    below: Parameter | None
    layer: str
    citations: Citations
    blame: Blame

    @property
    def key(self) -> Key:
        return tuple(self.id.split("."))

    def wrong(self, name: str, says: str) -> None:
        self.blame((*self.key, name), says)

    def read(self, raw: object) -> Parameter | None:
        """Return the parameter, or None after blaming everything that is wrong with it."""
        if not isinstance(raw, dict):
            self.blame(
                self.key,
                f"{met(raw)} stands here alone; every value says where it comes from, so write a"
                f" table [{self.id}] with value, cites and certainty.",
            )
            return None
        for name in raw:
            if name not in NAMES:
                self.wrong(name, f"no such key; an entry has {', '.join(NAMES)}.")
        if "unit" in raw and raw["unit"] != self.kind.unit:
            unit = f'"{self.kind.unit}"' if self.kind.unit else '"" (it has none)'
            self.wrong("unit", f"{met(raw['unit'])} is not the unit of this value; it is {unit}.")
        kind = self.bounds(raw)
        if "value" not in raw:
            self.wrong("value", f"missing; write {kind.expects()}.")
            return None
        value = kind.read(raw["value"], (*self.key, "value"), self.blame)
        t, cites = self.treatment(raw), self.sources(raw)
        certainty = self.certainty(raw, cites)
        note, confirmed_by = self.words(raw, "note"), self.words(raw, "confirmed_by")
        if value is None:
            return None
        # A value that can be read is handed on even if its provenance cannot: the file is refused
        # anyway, and whether the value contradicts another one is a fault of its own.
        return Parameter(
            id=self.id,
            value=value,
            meaning=kind.meaning,
            unit=kind.unit,
            low=kind.low,
            high=kind.high,
            t=t,
            cites=cites,
            certainty=certainty,
            note=note,
            from_layer=self.layer,
            confirmed_by=confirmed_by,
        )

    def bounds(self, raw: dict[str, object]) -> Kind:
        """The kind with the bounds that hold here: each layer may narrow those below it."""
        kind = self.kind
        if self.below and kind.bounded:
            kind = kind.tightened(self.below.low, self.below.high)
        low, high = (self.bound(raw, name, kind) for name in ("low", "high"))
        narrow = kind.tightened(low, high) if kind.bounded else kind
        if narrow.low is not None and narrow.high is not None and narrow.low > narrow.high:
            self.wrong("low", f"low {narrow.low} is above high {narrow.high}; exchange them.")
            return kind
        return narrow

    def bound(self, raw: dict[str, object], name: str, kind: Kind) -> Decimal | None:
        if name not in raw:
            return None
        found = raw[name]
        if not kind.bounded:
            self.wrong(name, "this value has no bounds; remove the line.")
        elif type(found) is not int and not (isinstance(found, Decimal) and found.is_finite()):
            self.wrong(name, f"{met(found)} is not a number; write one from {kind.span}.")
        elif not kind.holds(found):
            self.wrong(
                name,
                f"{met(found)} lies outside {kind.span}; a file can narrow the bounds but not"
                " widen them, so write one inside or remove the line.",
            )
        else:
            return Decimal(found)
        return None

    def treatment(self, raw: dict[str, object]) -> tuple[str, ...]:
        if "t" not in raw and self.below:
            return self.below.t
        found = raw.get("t")
        lines = [line for line in found if served(line)] if isinstance(found, list) else []
        if not lines or lines != found:
            self.wrong("t", 'say which lines of the treatment it serves, such as ["T8"].')
        return tuple(lines)

    def sources(self, raw: dict[str, object]) -> tuple[str, ...]:
        found = raw.get("cites", [])
        if not isinstance(found, list):
            self.wrong("cites", f"{met(found)} is not a list; write citation keys in brackets.")
            return ()
        for number, key in enumerate(found):
            if not isinstance(key, str) or key not in self.citations:
                self.blame(
                    (*self.key, "cites", number),
                    f"{met(key)} is not a known citation; add a table [citations.key] that says"
                    " what it is and how it was read.",
                )
        return tuple(key for key in found if isinstance(key, str) and key in self.citations)

    def certainty(self, raw: dict[str, object], cites: tuple[str, ...]) -> Certainty:
        found = raw.get("certainty")
        if not isinstance(found, str) or found not in set(Certainty):
            self.wrong("certainty", f"say how sure it is: one of {', '.join(Certainty)}.")
            return Certainty.CLINIC
        certainty = Certainty(found)
        if certainty in NEEDS_A_SOURCE and not raw.get("cites"):
            self.wrong("certainty", f'"{certainty}" by which source? Name it in cites.')
        elif certainty is Certainty.VERIFIED and not self.read_one_of(cites):
            self.wrong(
                "certainty",
                '"verified" needs a publication that was itself read; none that is cited here'
                ' was, so write "secondary", or cite one.',
            )
        return certainty

    def read_one_of(self, cites: tuple[str, ...]) -> bool:
        return any(self.citations[key].read is Read.PRIMARY for key in cites)

    def words(self, raw: dict[str, object], name: str) -> str:
        found = raw.get(name, "")
        if not isinstance(found, str) or len(found) > LONGEST_NOTE:
            self.wrong(name, f"{met(found)} is not text that fits; write it in quotes.")
            return ""
        if invisible(found.replace("\n", "")):
            self.wrong(name, "the text holds an invisible control character; write it again.")
        return found.strip()


def served(line: object) -> bool:
    return isinstance(line, str) and re.fullmatch(r"T([1-9]|1[0-6])", line) is not None

"""The protocol as the rules read it: typed sections, and behind each value where it comes from."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from decimal import Decimal
from types import MappingProxyType
from typing import Any

from bloodpatch.pathway.choices import Choice
from bloodpatch.pathway.protocol.citations import Citation, Citations
from bloodpatch.pathway.protocol.kinds import Kind, Value, kinds_of
from bloodpatch.pathway.protocol.kinds.kind import with_unit
from bloodpatch.pathway.protocol.sections import (
    AdverseEvent,
    Assessment,
    Booking,
    Clearance,
    Closure,
    Discharge,
    Followup,
    Preparation,
    Procedure,
    Recovery,
    Referral,
    Repeat,
)


class Certainty(Choice):
    """How sure a value is, from the surest down; `clinic` is a choice, not evidence."""

    VERIFIED = "verified", "read in the source itself"
    SECONDARY = "secondary", "read at second hand"
    DERIVED = "derived", "worked out from a source"
    MEMORY_HIGH = "memory-high", "from memory, fairly sure"
    MEMORY_MEDIUM = "memory-medium", "from memory, not very sure"
    MEMORY_LOW = "memory-low", "from memory, unsure"
    CLINIC = "clinic", "this clinic's choice, not evidence"


@dataclass(frozen=True, kw_only=True)
class Parameter:
    """One value with its provenance. `low` and `high` are the bounds that hold for it here."""

    id: str
    value: Value
    meaning: str
    unit: str
    low: Decimal | None
    high: Decimal | None
    t: tuple[str, ...]
    cites: tuple[str, ...]
    certainty: Certainty
    note: str
    from_layer: str
    confirmed_by: str = ""

    @property
    def to_be_confirmed(self) -> bool:
        """Neither read in the source itself, nor confirmed by a physician."""
        return self.certainty is not Certainty.VERIFIED and not self.confirmed_by

    def __str__(self) -> str:
        return with_unit(worded(self.value), self.unit)


@dataclass(frozen=True, kw_only=True)
class Protocol:
    """A protocol without fault. Two protocols with the same values have the same hash."""

    name: str
    version: str
    title: str
    layers: tuple[str, ...]
    referral: Referral
    assessment: Assessment
    booking: Booking
    preparation: Preparation
    procedure: Procedure
    recovery: Recovery
    discharge: Discharge
    followup: Followup
    adverse_event: AdverseEvent
    clearance: Clearance
    repeat: Repeat
    closure: Closure
    parameters: Mapping[str, Parameter] = field(compare=False, repr=False)
    citations: Citations = field(compare=False, repr=False)
    hash: str = field(default="", compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "hash", fingerprint(self.parameters))

    def about(self, parameter: str) -> Parameter:
        """Where a value comes from: `about("recovery.rest_minutes")`."""
        return self.parameters[parameter]

    def citation(self, key: str) -> Citation:
        return self.citations[key]


SECTIONS: Mapping[str, type] = MappingProxyType(
    {
        declared.name: declared.type
        for declared in fields(Protocol)
        if isinstance(declared.type, type)
        and declared.type.__module__.startswith("bloodpatch.pathway.protocol.sections.")
    }
)
"""Name of a stage -> its section, in the order of the treatment."""

KINDS: Mapping[str, Kind] = MappingProxyType(
    {
        f"{section}.{name}": kind
        for section, shape in SECTIONS.items()
        for name, kind in kinds_of(shape).items()
    }
)
"""Every parameter that exists, by id. Nothing else can be written into a protocol."""


def fingerprint(parameters: Mapping[str, Parameter]) -> str:
    """SHA-256 of the effective values: what decides, and nothing that only explains."""
    return hashlib.sha256(canonical(parameters).encode()).hexdigest()


def canonical(parameters: Mapping[str, Parameter]) -> str:
    """The effective values as sorted text, one parameter a line: the same on every machine."""
    return "".join(f"{key} = {plain(parameters[key].value)}\n" for key in sorted(parameters))


def plain(value: Any) -> str:
    """A value as unambiguous text. 38 and 38.0 degrees are the same value, so the same text."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        quoted = value.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
        return f'"{quoted}"'
    if isinstance(value, Decimal):
        return f"{value.normalize():f}"
    if isinstance(value, tuple):
        return "[" + ", ".join(plain(item) for item in value) + "]"
    if value is None or isinstance(value, int):
        return str(value)
    rows = (f"{f.name} = {plain(getattr(value, f.name))}" for f in fields(value))
    return "{" + ", ".join(rows) + "}"


def worded(value: Any) -> str:
    """A value as people read it in a line."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, tuple):
        return ", ".join(worded(item) for item in value)
    return str(getattr(value, "code", value))

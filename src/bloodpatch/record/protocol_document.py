"""A whole protocol as one text that stands on its own, and back from it in a later version.

A file that clinics write states what differs from its base; the base changes with the software.
So what is kept is resolved: every value with where it came from, and the publications that are
cited. The hash that the record knows a protocol by is that of its values, so a text says by itself
whether it still says what it said. A value that today's software has and the text has not, or that
it can no longer read, comes from the newest version, and says so in its note.
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from decimal import Decimal
from types import MappingProxyType
from typing import Any

from bloodpatch.pathway.protocol import (
    KINDS,
    Certainty,
    Citation,
    Parameter,
    Protocol,
    Read,
)
from bloodpatch.pathway.protocol.faults import Blame
from bloodpatch.pathway.protocol.kinds import Kind
from bloodpatch.pathway.protocol.parse import Header, assembled
from bloodpatch.pathway.protocol.protocol import plain

ALWAYS_NEWEST = frozenset(
    {
        "assessment.caffeine_max_mg_per_24h",
        "assessment.caffeine_breastfeeding_max_mg_per_24h",
        "preparation.platelets_caution_below",
        "preparation.platelets_avoid_below",
        "preparation.platelets_caution_outside_childbirth_below",
        "preparation.platelets_valid_hours",
        "preparation.drugs_that_never_wait",
        "preparation.inr_highest",
        "preparation.hellp_platelets_valid_hours",
        "preparation.level_after_dose_hours",
        "preparation.sedation_doses",
        "discharge.reversal_observation_minutes",
    }
)
"""Values about drugs and blood. They are no choice of the clinic, so no episode is left behind
with an old one. Red flags and stops are no values at all: they are in the software."""

PROVENANCE = ("unit", "meaning", "low", "high", "t", "cites", "note", "from_layer", "confirmed_by")


def write(protocol: Protocol) -> str:
    """The text that is kept."""
    document = {
        "name": protocol.name,
        "version": protocol.version,
        "title": protocol.title,
        "layers": protocol.layers,
        "values": {key: entry(one) for key, one in sorted(protocol.parameters.items())},
        "citations": {
            key: {f.name: getattr(one, f.name) for f in fields(one)}
            for key, one in sorted(protocol.citations.items())
        },
    }
    return json.dumps(document, default=said, ensure_ascii=False, indent=1)


def entry(parameter: Parameter) -> dict[str, Any]:
    about = {name: getattr(parameter, name) for name in PROVENANCE}
    return {"value": parameter.value, "certainty": parameter.certainty, **about}


def said(value: Any) -> Any:
    """What JSON has no word for: rows of a table, and numbers that are not whole."""
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    if is_dataclass(value):
        return {f.name: getattr(value, f.name) for f in fields(value)}
    raise TypeError(f"A protocol holds no {type(value).__name__}.")


def opened(text: str) -> dict[str, Any]:
    # Decimal, because 37.8 degrees read as a binary fraction is not 37.8 degrees.
    document: dict[str, Any] = json.loads(text, parse_float=Decimal)
    return document


def fingerprint(document: Mapping[str, Any]) -> str:
    """The hash of the values in a text, whatever today's software makes of them."""
    values = document["values"]
    lines = "".join(f"{key} = {as_hashed(values[key]['value'])}\n" for key in sorted(values))
    return hashlib.sha256(lines.encode()).hexdigest()


def as_hashed(raw: Any) -> str:
    if isinstance(raw, list):
        return "[" + ", ".join(as_hashed(item) for item in raw) + "]"
    if isinstance(raw, dict):
        return "{" + ", ".join(f"{name} = {as_hashed(cell)}" for name, cell in raw.items()) + "}"
    return plain(raw)


def read(document: Mapping[str, Any], newest: Protocol) -> Protocol:
    """The protocol as it was; what the text cannot say is said by `newest`."""
    values = document["values"]
    parameters = {
        key: parameter(key, kind, values.get(key)) or lent(newest, key, NOT_THERE)
        for key, kind in KINDS.items()
    }
    cited = {key: citation(one) for key, one in document["citations"].items()}
    header = Header(document["name"], document["version"], document["title"], None)
    found = assembled(header, None, parameters, MappingProxyType({**newest.citations, **cited}))
    return known_as(fingerprint(document), replace(found, layers=tuple(document["layers"])))


def not_read(document: Mapping[str, Any]) -> tuple[str, ...]:
    """The values of a text that today's software asks for and cannot read."""
    values = document["values"]
    return tuple(
        k for k, kind in KINDS.items() if k in values and not parameter(k, kind, values[k])
    )


def parameter(key: str, kind: Kind, kept: Mapping[str, Any] | None) -> Parameter | None:
    """None: the text has no such value, or none that today's software can read."""
    if kept is None:
        return None
    blame = Blame({})
    value = kind.read(without_nothings(kept["value"]), (key,), blame)
    if value is None or len(blame) or kept["certainty"] not in set(Certainty):
        return None
    about = {name: kept[name] for name in PROVENANCE}
    about |= {name: tuple(kept[name]) for name in ("t", "cites")}
    about |= {name: bound(kept[name]) for name in ("low", "high")}
    return Parameter(id=key, value=value, certainty=Certainty(kept["certainty"]), **about)


def without_nothings(raw: Any) -> Any:
    """A cell that was left out is not there, as in a file."""
    if isinstance(raw, list):
        return [without_nothings(item) for item in raw]
    if isinstance(raw, dict):
        return {name: cell for name, cell in raw.items() if cell is not None}
    return raw


def bound(raw: int | Decimal | None) -> Decimal | None:
    return None if raw is None else Decimal(raw)


def citation(kept: Mapping[str, Any]) -> Citation:
    return Citation(**{**kept, "read": Read(kept["read"])})


NOT_THERE = "The version that was signed does not say it in a way that this software can read"
NO_CHOICE = "About drugs and blood the newest version decides"


def lent(newest: Protocol, key: str, why: str) -> Parameter:
    """A value of the newest version, which says that it is one."""
    theirs = newest.parameters[key]
    note = f"{why}: this is the value of {newest.name} {newest.version}."
    return replace(theirs, note=f"{note} {theirs.note}".strip())


def with_newest(pinned: Protocol, newest: Protocol) -> Protocol:
    """What decides: the clinic's choices as they are pinned, what is about drugs as of today.

    A clinic that has set such a value itself, in a layer of its own, keeps its own.
    """
    changed = {
        key: lent(newest, key, NO_CHOICE)
        for key in ALWAYS_NEWEST
        if pinned.parameters[key].from_layer in newest.layers
        and pinned.parameters[key].value != newest.parameters[key].value
    }
    if not changed:
        return pinned
    header = Header(pinned.name, pinned.version, pinned.title, None)
    together = MappingProxyType({**newest.citations, **pinned.citations})
    found = assembled(header, None, {**pinned.parameters, **changed}, together)
    return known_as(pinned.hash, replace(found, layers=pinned.layers))


def known_as(hash: str, protocol: Protocol) -> Protocol:
    """Under the hash that an episode is pinned to: entries name the version that was signed, and
    the software's version beside it says which newest values came with it."""
    object.__setattr__(protocol, "hash", hash)
    return protocol

"""How the tests of the protocol write a file and hear what is wrong with it."""

import json
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from bloodpatch.pathway.protocol import Fault, Protocol, ProtocolFaults, parse
from bloodpatch.record.protocols import shipped

HEADER = """\
[protocol]
name = "mine"
version = "1.0"
title = "My clinic"
extends = "kaysville"
"""


def mine(entries: str) -> str:
    """A clinic's own file on top of kaysville. The entries begin on line 7."""
    return f"{HEADER}\n{entries}"


def read(entries: str) -> Protocol:
    return parse(mine(entries), base=shipped("kaysville"))


def faults(entries: str) -> tuple[Fault, ...]:
    """Every fault of a clinic's own file; it is an error of the test if there is none."""
    try:
        read(entries)
    except ProtocolFaults as found:
        return found.faults
    raise AssertionError("the file was accepted")


def toml(value: Any) -> str:
    """A value as TOML writes it."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, str):
        return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
    if isinstance(value, Decimal):
        return f"{value:f}" if "." in f"{value:f}" else f"{value:f}.0"
    if isinstance(value, list):
        return "[" + ", ".join(toml(item) for item in value) + "]"
    if isinstance(value, Mapping):
        return "{ " + ", ".join(f"{key} = {toml(item)}" for key, item in value.items()) + " }"
    return str(value)


def entry(parameter: str, **lines: Any) -> str:
    """One entry of a file: entry("recovery.rest_minutes", value=45, certainty="clinic")."""
    written = "".join(f"{name} = {toml(value)}\n" for name, value in lines.items())
    return f"[{parameter}]\n{written}"

"""What a value of a protocol may be: the declarations that the sections are written with.

    rest_minutes: int = whole("The patient rests lying flat for", unit="min", low=30, high=240)

The bounds written there are hard: no file can widen them, only a new version of the software.
"""

from typing import Any

from bloodpatch.pathway.protocol.kinds.kind import Kind, Value, kind_of, kinds_of
from bloodpatch.pathway.protocol.kinds.listed import ascending, rows, some_of
from bloodpatch.pathway.protocol.kinds.single import (
    code,
    number,
    one_of,
    sentence,
    whole,
    yes_no,
)

CODE: Any = code()

__all__ = [
    "CODE",
    "Kind",
    "Value",
    "ascending",
    "code",
    "kind_of",
    "kinds_of",
    "number",
    "one_of",
    "rows",
    "sentence",
    "some_of",
    "whole",
    "yes_no",
]

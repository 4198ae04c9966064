"""Closed lists of answers: an enumeration whose members carry the words that people see.

    class Walked(Choice):
        WHOLE_DISTANCE = "whole_distance", "The whole distance"

The value is stored and never changes once released; the words may.
"""

from enum import StrEnum
from typing import Self


class Choice(StrEnum):
    """A coded answer. `label` is what staff read; the value is what the record keeps."""

    label: str

    def __new__(cls, value: str, label: str = "") -> Self:
        member = str.__new__(cls, value)
        member._value_ = value
        member.label = label or value.replace("_", " ").capitalize()
        return member

"""A field that reads one value of the pathway, and what it says when it cannot.

Nothing that was typed is ever thrown away: a field that refuses shows the same text again, with
the three sentences of the `ValueFault` beside it.
"""

from dataclasses import dataclass
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _later

from bloodpatch.pathway.values import ValueFault


class FaultError(ValidationError):
    """A `ValueFault` on its way through Django's form machinery, with its three sentences whole."""

    def __init__(self, fault: ValueFault) -> None:
        super().__init__(str(fault), code="value")
        self.fault = fault


@dataclass(frozen=True)
class Said:
    """What is wrong with one field, as the page says it; `anchor` is where to mend it."""

    what: str
    why: str = ""
    now: str = ""
    label: str = ""
    anchor: str = ""


OF_DJANGO: dict[str, tuple[str | Promise, str | Promise]] = {
    "max_length": (
        _later("The register keeps no more than that here."),
        _later("Shorten it, and write the rest into a note."),
    ),
    "null_characters_not_allowed": (
        _later("Others could not see them, and they can hide what is meant."),
        _later("Type it again instead of pasting it."),
    ),
    "invalid": (
        _later("It can be read in more than one way, or in none."),
        _later("Type it again, or choose it."),
    ),
    "invalid_choice": (
        _later("Only the listed answers are counted and compared."),
        _later("Choose one of the list."),
    ),
}
"""Why, and what now, for the faults that Django's own fields find (the register's are such)."""


def said(error: ValidationError, *, label: str = "", anchor: str = "") -> Said:
    fault = getattr(error, "fault", None)
    if fault is None:
        why, now = OF_DJANGO.get(error.code or "", ("", ""))
        return Said(" ".join(error.messages), str(why), str(now), label, anchor)
    return Said(fault.what, fault.why, fault.now, label, anchor)


class ValueField(forms.Field):
    """Reads with `read`, shows with `shown`. Nothing said is None, and never a guess."""

    def is_unsaid(self, raw: Any) -> bool:
        return raw is None or (isinstance(raw, str) and not raw.strip())

    def read(self, raw: Any) -> Any:
        raise NotImplementedError

    def shown(self, value: Any) -> Any:
        """A value as the control holds it; what a person typed comes through untouched."""
        return value

    def unsaid(self) -> Any:
        """What nothing said means; a field that must be answered refuses it."""
        if self.required:
            raise ValueFault(
                _("This is not answered."),
                _("Without it the entry says nothing."),
                _("Answer it; nothing else that you typed is lost."),
            )
        return None

    def clean(self, value: Any) -> Any:
        try:
            return self.unsaid() if self.is_unsaid(value) else self.read(value)
        except ValueFault as fault:
            raise FaultError(fault) from fault

    def prepare_value(self, value: Any) -> Any:
        return self.shown(value)


class PartedField(ValueField):
    """A field of several controls: its raw form is a table from part to text."""

    def is_unsaid(self, raw: Any) -> bool:
        return not raw or not any(str(part).strip() for part in raw.values())

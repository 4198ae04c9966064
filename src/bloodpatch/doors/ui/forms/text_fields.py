"""Fields for what is written out: free text, several lines, a needle, a dose."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _

from bloodpatch.doors.ui.forms.choice_fields import in_words
from bloodpatch.doors.ui.forms.value_field import PartedField, ValueField
from bloodpatch.doors.ui.forms.widgets import DoseParts, NeedleParts
from bloodpatch.pathway.values import (
    Dose,
    DoseUnit,
    FreeText,
    Needle,
    NeedleKind,
    Value,
    ValueFault,
)


def area(rows: int) -> forms.Textarea:
    return forms.Textarea(attrs={"class": "input", "rows": rows, "autocomplete": "off"})


class TextField(ValueField):
    def __init__(self, **about: Any) -> None:
        super().__init__(widget=area(3), **about)

    def read(self, raw: str) -> FreeText:
        return FreeText.parse(raw)

    def shown(self, value: Any) -> Any:
        return value.plain() if isinstance(value, FreeText) else value


class TypedField(ValueField):
    """A value without a control of its own, in its own words."""

    def __init__(self, kind: type[Value], **about: Any) -> None:
        self.kind = kind
        text = forms.TextInput(attrs={"class": "input", "autocomplete": "off"})
        super().__init__(widget=text, **about)

    def read(self, raw: str) -> Value:
        return self.kind.parse(raw)

    def shown(self, value: Any) -> Any:
        return value.plain() if isinstance(value, Value) else value


class LinesField(ValueField):
    """Several values of one kind, one to a line; a fault names its line."""

    def __init__(self, kind: type[Value], **about: Any) -> None:
        self.kind = kind
        super().__init__(widget=area(4), **about)

    def read(self, raw: str) -> tuple[Value, ...]:
        lines = enumerate(raw.splitlines(), start=1)
        return tuple(self.read_line(number, text) for number, text in lines if text.strip())

    def read_line(self, number: int, text: str) -> Value:
        try:
            return self.kind.parse(text.strip())
        except ValueFault as fault:
            what = _("Line %(number)d: %(what)s") % {"number": number, "what": fault.what}
            raise ValueFault(what, fault.why, fault.now) from fault

    def shown(self, value: Any) -> Any:
        if isinstance(value, tuple | list):
            return "\n".join(str(one.plain()) for one in value)
        return value


NAMED = {NeedleKind.GERTIE_MARX: "Gertie Marx"}


class NeedleField(PartedField):
    """The tip from a list, the gauge beside it; either may be all that is known."""

    def __init__(self, **about: Any) -> None:
        widget = NeedleParts()
        widget.choices = tuple((k.value, NAMED.get(k, in_words(k.value))) for k in NeedleKind)
        super().__init__(widget=widget, **about)

    def read(self, raw: dict[str, str]) -> Needle:
        gauge = raw["gauge"].strip().removesuffix("G").removesuffix("g").strip()
        return Needle.parse(f"{gauge}G {raw['kind']}".strip() if gauge else raw["kind"])

    def shown(self, value: Any) -> Any:
        if isinstance(value, Needle):
            gauge = "" if value.gauge is None else str(value.gauge)
            return {"kind": value.kind.value, "gauge": gauge}
        return value


class DoseField(PartedField):
    """Drug, amount, unit: the unit is a part of the dose and is never understood."""

    def __init__(self, **about: Any) -> None:
        widget = DoseParts()
        widget.choices = tuple((u.value, u.value.replace("_per_", "/")) for u in DoseUnit)
        super().__init__(widget=widget, **about)

    def read(self, raw: dict[str, str]) -> Dose:
        unit = raw["unit"].replace("_per_", "/")
        return Dose.parse(" ".join(part.strip() for part in (raw["drug"], raw["amount"], unit)))

    def shown(self, value: Any) -> Any:
        if isinstance(value, Dose):
            drug = value.drug.replace("_", " ")
            return {"drug": drug, "amount": str(value.amount), "unit": value.unit.value}
        return value

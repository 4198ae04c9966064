"""The controls. Each is one template in `templates/ui/forms/widgets/`; all work without script."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from django import forms
from django.utils.functional import Promise

from bloodpatch.pathway.values import Answer, Pain, PainPosition
from bloodpatch.pathway.values.local_time import instants_of, offset_words, zone_named

PLACE = "ui/forms/widgets/"
MANY = 12
MOST_ROWS = 15


class MeasureInput(forms.TextInput):
    """A number with its unit behind it. A text control: the server reads it, and explains."""

    template_name = PLACE + "measure.html"

    def __init__(self, *, unit: str = "", whole: bool = False, style: str = "") -> None:
        mode = "numeric" if whole else "decimal"
        super().__init__(attrs={"inputmode": mode, "autocomplete": "off"})
        self.unit = unit
        self.style = style

    def get_context(self, name: str, value: Any, attrs: Any) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        context["widget"] |= {"unit": self.unit, "style": self.style}
        return context


class Radios(forms.RadioSelect):
    """Rows that are targets as a whole. The answer that means *unknown* is drawn as unknown."""

    template_name = PLACE + "radios.html"
    unknown = frozenset({"", Answer.NOT_ASKED.value, "not_stated"})

    def __init__(self, *, style: str = "") -> None:
        super().__init__()
        self.style = style

    def get_context(self, name: str, value: Any, attrs: Any) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        context["widget"] |= {"style": self.style, "unknown": self.unknown}
        return context

    def optgroups(self, name: str, value: Any, attrs: Any = None) -> Any:
        # Django ticks the empty choice where nothing is said. Nothing said is not an answer that
        # somebody gave, so nothing is ticked; what was ticked comes back from the form as data.
        groups = super().optgroups(name, value, attrs)
        for _group, options, _index in groups:
            for option in options:
                if option["value"] == "":
                    option["selected"] = False
                    option["attrs"].pop("checked", None)
        return groups


class Scale(Radios):
    """0 to 10, and *not asked*."""

    template_name = PLACE + "scale.html"


class Checks(forms.CheckboxSelectMultiple):
    """`first`: these stand open, the others behind one line. What is ticked is never folded."""

    template_name = PLACE + "checks.html"
    first: frozenset[str] = frozenset()

    def get_context(self, name: str, value: Any, attrs: Any) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        options = [one for _group, some, _index in context["widget"]["optgroups"] for one in some]
        folded = [one for one in options if self.first and one["value"] not in self.first]
        many = "choices-many" if len(options) > MANY and not folded else ""
        context["widget"] |= {"style": many, "unknown": frozenset()}
        return context | {
            "options": [one for one in options if one not in folded],
            "folded": folded,
            "folded_is_open": any(one["selected"] for one in folded),
        }


class Parts(forms.Widget):
    """Several controls that make one value. Its raw form is a table from part to text."""

    use_fieldset = True
    names: tuple[str, ...] = ()

    def value_from_datadict(self, data: Mapping[str, Any], files: Any, name: str) -> Any:
        return {part: data.get(f"{name}__{part}", "") for part in self.names}

    def value_omitted_from_data(self, data: Any, files: Any, name: str) -> bool:
        return not any(f"{name}__{part}" in data for part in self.names)

    def id_for_label(self, id_: str | None, index: Any = None) -> str:
        return f"{id_}_{self.names[0]}" if id_ else ""

    def format_value(self, value: Any) -> Any:
        return {part: (value or {}).get(part, "") for part in self.names}

    def get_context(self, name: str, value: Any, attrs: Any) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        context["parts"] = self.format_value(value)
        return context


class Pressure(Parts):
    template_name = PLACE + "pressure.html"
    names = ("systolic", "diastolic")


class PainParts(Parts):
    """A score and the position it was taken in, where the question does not say which."""

    template_name = PLACE + "pain.html"
    names = ("score", "position")

    def id_for_label(self, id_: str | None, index: Any = None) -> str:
        return f"{id_}_score_0" if id_ else ""

    def get_context(self, name: str, value: Any, attrs: Any) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        positions = [(p.value, p.value.replace("_", " ").capitalize()) for p in PainPosition]
        scores = [str(n) for n in range(Pain.highest + 1)]
        return context | {"scores": scores, "positions": positions}


class NeedleParts(Parts):
    template_name = PLACE + "needle.html"
    names: tuple[str, ...] = ("kind", "gauge")
    choices: tuple[tuple[str, str], ...] = ()

    def get_context(self, name: str, value: Any, attrs: Any) -> dict[str, Any]:
        return super().get_context(name, value, attrs) | {"choices": self.choices}


class DoseParts(NeedleParts):
    template_name = PLACE + "dose.html"
    names = ("drug", "amount", "unit")


class AnswerRows(Parts):
    """A group of questions: yes, no, not asked; one row each, nothing ticked beforehand. A long
    list is folded after its first rows, and opens by itself where something behind is answered."""

    template_name = PLACE + "answers.html"

    def __init__(
        self, questions: tuple[tuple[str, str], ...], words: Mapping[str, str | Promise]
    ) -> None:
        super().__init__()
        self.names = tuple(code for code, _ in questions)
        self.questions = questions
        self.words = words

    def id_for_label(self, id_: str | None, index: Any = None) -> str:
        return f"{id_}_{self.names[0]}_yes" if id_ and self.names else ""

    def get_context(self, name: str, value: Any, attrs: Any) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        rows = [(code, asked, context["parts"][code]) for code, asked in self.questions]
        seldom = rows[MOST_ROWS:]
        return context | {
            "rows": rows[:MOST_ROWS],
            "seldom": seldom,
            "seldom_is_open": any(given for _code, _asked, given in seldom),
            "words": self.words,
        }


class WhenParts(Parts):
    """Day, time, how exactly it is known; and which of the two where the clocks went back."""

    template_name = PLACE + "when.html"
    names: tuple[str, ...] = ("date", "time", "precision", "offset")
    precisions: tuple[tuple[str, str | Promise], ...] = ()
    zone = ""

    def get_context(self, name: str, value: Any, attrs: Any) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        offsets = self.offsets(context["parts"]["date"], context["parts"]["time"])
        return context | {"precisions": self.precisions, "offsets": offsets}

    def offsets(self, day: str, clock: str) -> tuple[str, ...]:
        """The two offsets that this local time can mean, in the night in which it came twice."""
        try:
            wall = datetime.fromisoformat(f"{day}T{clock}")
            both = instants_of(wall.replace(tzinfo=None), zone_named(self.zone))
        except (ValueError, OverflowError):
            return ()
        zone = ZoneInfo(self.zone)
        return tuple(offset_words(at, zone) for at in both) if len(both) == 2 else ()


class OccurredParts(WhenParts):
    """Now, or earlier. *Now* is ticked: it is the time of the entry, not an answer about a
    patient."""

    template_name = PLACE + "occurred.html"
    names = ("choice", *WhenParts.names)

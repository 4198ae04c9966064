"""Fields for what is measured: a quantity with its unit, pain, blood pressure."""

from typing import Any

from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from bloodpatch.doors.ui.forms.value_field import PartedField, ValueField
from bloodpatch.doors.ui.forms.widgets import MeasureInput, PainParts, Pressure, Scale
from bloodpatch.pathway.statements import read_choice
from bloodpatch.pathway.values import (
    BloodPressure,
    Pain,
    PainPosition,
    Quantity,
    Score,
    ValueFault,
    Whole,
)

SCORES = tuple((str(score), str(score)) for score in range(Pain.highest + 1))


def unit_of(kind: type[Quantity]) -> str:
    """What stands behind the number; a score is shown with the end of its scale."""
    return f"of {kind.maximum}" if issubclass(kind, Score) else kind.unit


class MeasureField(ValueField):
    """A number in one unit. The bounds in the hint are those of the possible."""

    def __init__(self, kind: type[Quantity], **about: Any) -> None:
        self.kind = kind
        widget = MeasureInput(unit=unit_of(kind), whole=issubclass(kind, Whole))
        super().__init__(widget=widget, **about)

    def read(self, raw: str) -> Quantity:
        return self.kind.parse(raw)

    def shown(self, value: Any) -> Any:
        return value.plain() if isinstance(value, Quantity) else value


class PainField(ValueField):
    """0 to 10 in the position that the question names; nothing ticked is not asked."""

    def __init__(self, position: PainPosition, **about: Any) -> None:
        self.position = position
        widget = Scale()
        widget.choices = [*SCORES, ("", _("Not asked"))]
        super().__init__(widget=widget, **about)

    def read(self, raw: str) -> Pain:
        return Pain.parse(raw, position=self.position)

    def shown(self, value: Any) -> Any:
        return str(value.score) if isinstance(value, Pain) else value


class PositionedPainField(PartedField):
    """Where the question does not fix the position, it is asked beside the score."""

    def __init__(self, **about: Any) -> None:
        super().__init__(widget=PainParts(), **about)

    def read(self, raw: dict[str, str]) -> Pain:
        if not raw["position"]:
            raise ValueFault(
                _now("It is not said in which position."),
                _now("The same number means something else lying down and standing up."),
                _now('Choose the position, or "not stated" if nobody knows.'),
            )
        if not raw["score"]:
            raise ValueFault(
                _now("The position is chosen, the score is not."),
                _now("A position alone is no pain score."),
                _now("Choose the number from 0 to 10."),
            )
        return Pain.parse(
            raw["score"], position=PainPosition(read_choice(PainPosition, raw["position"]))
        )

    def shown(self, value: Any) -> Any:
        if isinstance(value, Pain):
            return {"score": str(value.score), "position": value.position.value}
        return value


class PressureField(PartedField):
    def __init__(self, **about: Any) -> None:
        super().__init__(widget=Pressure(), **about)

    def read(self, raw: dict[str, str]) -> BloodPressure:
        return BloodPressure.parse(f"{raw['systolic'].strip()}/{raw['diastolic'].strip()}")

    def shown(self, value: Any) -> Any:
        if isinstance(value, BloodPressure):
            return {"systolic": str(value.systolic), "diastolic": str(value.diastolic)}
        return value

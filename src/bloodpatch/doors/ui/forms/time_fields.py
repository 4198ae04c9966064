"""Fields for when: a local day and time, and how exactly it is known.

The page asks in the clinic's local time; the value keeps the instant, the zone and the precision.
"""

from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from bloodpatch.doors.ui.forms.value_field import PartedField
from bloodpatch.doors.ui.forms.widgets import OccurredParts, WhenParts
from bloodpatch.pathway.statements import read_choice
from bloodpatch.pathway.values import Precision, ValueFault, When

PRECISIONS = (
    (Precision.MINUTE.value, gettext_lazy("Exactly")),
    (Precision.HOUR.value, gettext_lazy("About that hour")),
    (Precision.DAY.value, gettext_lazy("Only the day")),
    (Precision.UNKNOWN.value, gettext_lazy("Not known; over by then")),
)


class WhenField(PartedField):
    """`zone` and `now` come from the form: neither a field nor a widget asks a clock."""

    widget: WhenParts
    zone = "UTC"
    now: datetime | None = None

    def __init__(self, widget: WhenParts | None = None, **about: Any) -> None:
        parts = widget or WhenParts()
        parts.precisions = PRECISIONS
        super().__init__(widget=parts, **about)

    def at(self, zone: str, now: datetime) -> None:
        self.zone = self.widget.zone = zone
        self.now = now

    def read(self, raw: dict[str, str]) -> When:
        day, clock = raw["date"].strip(), raw["time"].strip()
        precision = raw["precision"] or (Precision.MINUTE if clock else Precision.DAY)
        if precision == Precision.UNKNOWN and not day:
            return When(self._latest(), self.zone, Precision.UNKNOWN)
        if not day:
            raise ValueFault(
                _("The day is missing."),
                _("The same time comes again every day."),
                _("Give the day; or choose that the time is not known."),
            )
        # An offset counts only where the clocks went back just then; one that stayed behind from
        # an earlier try at another time says nothing about this one.
        twice = self.widget.offsets(day, clock)
        offset = raw["offset"] if raw["offset"] in twice else ""
        if twice and not offset:
            raise ValueFault(
                _("This time happened twice: the clocks were put back in that night."),
                _("It can mean two different moments."),
                _("Choose below which of the two it was."),
            )
        return When.parse(self.text(day, clock, precision, offset), self.zone)

    def text(self, day: str, clock: str, precision: str, offset: str) -> str:
        """What a person would have typed in one line."""
        match precision:
            case Precision.DAY if not clock:
                return day
            case Precision.DAY:
                raise ValueFault(
                    _("It says that only the day is known, and also gives a time."),
                    _("Only one of the two can be meant."),
                    _("Clear the time, or say how exactly it is known."),
                )
            case Precision.HOUR if clock:
                return f"{day} {clock.partition(':')[0]}h{offset}"
            case Precision.UNKNOWN:
                return f"by {day} {clock}{offset if clock else ''}".strip()
            case Precision.MINUTE if clock:
                return f"{day} {clock}{offset}"
        # Refused with the list of what can be chosen, where it is none of them.
        read_choice(Precision, precision)
        raise ValueFault(
            _("The time of day is missing."),
            _("You said that the time is known exactly, or to the hour."),
            _('Give the time, or choose "only the day".'),
        )

    def _latest(self) -> datetime:
        if self.now is None:
            raise ValueError("A form with a time needs `now`: it was over by then.")
        return self.now

    def shown(self, value: Any) -> Any:
        if not isinstance(value, When):
            return value
        local = value.local
        return {
            "date": f"{local:%Y-%m-%d}",
            "time": "" if value.precision is Precision.DAY else f"{local:%H:%M}",
            "precision": value.precision.value,
            "offset": local.isoformat()[-6:],
        }


class PlannedField(WhenField):
    """A time that lies ahead: it can be rough, and it cannot be over already."""

    def __init__(self, **about: Any) -> None:
        super().__init__(**about)
        self.widget.precisions = PRECISIONS[:-1]


class OccurredField(WhenField):
    """When it happened. Now, unless somebody says *earlier* and when; never both."""

    def __init__(self, **about: Any) -> None:
        super().__init__(widget=OccurredParts(), **about)

    def is_unsaid(self, raw: Any) -> bool:
        return not raw or not (raw["choice"] == "earlier" or raw["date"] or raw["time"])

    def read(self, raw: dict[str, str]) -> When:
        if raw["choice"] == "now":
            raise ValueFault(
                _("It says now, and also gives an earlier time."),
                _("Only one of the two can be meant."),
                _("Choose earlier, or clear the day and the time."),
            )
        return super().read(raw)

    def shown(self, value: Any) -> Any:
        shown = super().shown(value)
        if isinstance(value, When):
            return shown | {"choice": "earlier"}
        return shown or {"choice": "now"}

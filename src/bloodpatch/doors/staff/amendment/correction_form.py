"""The forms of a correction: the field as it was asked the first time, filled with what it says."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

from django.forms import Field
from django.http import Http404
from django.utils.translation import gettext_lazy as _

from bloodpatch.doors.staff import event_entries
from bloodpatch.doors.staff.acts.act_form import SAID_NOW, Asked, askable
from bloodpatch.doors.staff.episode_desk import Desk
from bloodpatch.doors.ui.forms import CommandForm
from bloodpatch.doors.ui.forms.time_fields import WhenField
from bloodpatch.doors.ui.forms.value_field import FaultError
from bloodpatch.pathway.acts import Act
from bloodpatch.pathway.amendment.commands import Correct
from bloodpatch.pathway.codes import Code, PlainForm
from bloodpatch.pathway.events import Happened
from bloodpatch.pathway.statements import plain
from bloodpatch.pathway.treatment import ACTS
from bloodpatch.pathway.values import Count, FreeText, ValueFault

NOTHING_NEW = ValueFault(
    "This is what the entry says already.",
    "A correction that changes nothing would only hide the others.",
    "Change the value, or go back without recording.",
)


def act_of(happened: Happened[Any]) -> Act:
    """The act that an entry came from: its form asks the same questions again."""
    return next(act for act in ACTS.values() if act.becomes is type(happened.event))


@dataclass(frozen=True)
class Target:
    """One field of one entry. `occurred` is the time of any entry."""

    happened: Happened[Any]
    field: str

    @property
    def value(self) -> Any:
        if self.field == "occurred":
            return self.happened.occurred
        return getattr(self.happened.event, self.field)


def correctable(happened: Happened[Any]) -> tuple[str, ...]:
    """A physician's word, or a correction, is struck and given again; it is not edited."""
    if act_of(happened).name in SAID_NOW:
        return ()
    return (*askable(act_of(happened).command), "occurred")


class Reading(CommandForm):
    """Two answers, the right value and the reason, read as one command."""

    target: ClassVar[Target]

    def clean(self) -> None:
        new = self.cleaned_data.pop("new", None)
        if "new" not in self.errors and plain(new) == plain(self.target.value):
            self.add_error("new", FaultError(NOTHING_NEW))
        text = new if isinstance(new, FreeText) else None
        value = None if text or new is None else PlainForm(plain(new))
        self.given = {**self.given, "value": value, "text": text}
        super().clean()


class AskedCorrection(Asked):
    """The field as its own form asks it, filled with what it says, and the reason."""

    def __init__(self, desk: Desk, act: Act, data: Any, target: Target) -> None:
        self.desk, self.target = desk, target
        given: Mapping[str, Any] = {
            "position": Count(target.happened.position),
            "field": Code(target.field),
            "value": None,
            "text": None,
        }
        initial = {"new": target.value}
        super().__init__(desk, act, data, only=("reason",), given=given, initial=initial)
        self.names = ("new", "reason")

    def dressed(self, form: type[CommandForm]) -> type[CommandForm]:
        body = {"target": self.target, "new": self.question(), "field_order": ["new", "reason"]}
        kind: Any = type(form)
        made: type[CommandForm] = kind("CorrectionForm", (Reading, form), body)
        return made

    def question(self) -> Field:
        if self.target.field == "occurred":
            return WhenField(label=_("When was this?"), required=True)
        own = Asked(self.desk, act_of(self.target.happened))
        return own.form.fields[self.target.field]


def correction(desk: Desk, act: Act, data: Any, *, position: int) -> Asked:
    happened = next((h for h in desk.episode.standing if h.position == position), None)
    field = desk.request.GET.get("field", "")
    if happened is None or field not in correctable(happened):
        raise Http404
    assert act.command is Correct
    asked = AskedCorrection(desk, act, data, Target(happened, field))
    asked.entries = event_entries.of(desk, [happened])
    return asked

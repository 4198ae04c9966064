"""A form class from a command class, and back to the command.

The form carries the command's id, drawn with the page (a double click is one command), and the
position that was seen. Neither is typed by anybody, and both come back on every error.
"""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any, ClassVar
from uuid import UUID, uuid4

from django import forms
from django.utils.translation import gettext as _

from bloodpatch.doors.ui.forms.field_table import Question, field_for
from bloodpatch.doors.ui.forms.styled_form import Dressed
from bloodpatch.doors.ui.forms.time_fields import OccurredField, WhenField
from bloodpatch.doors.ui.forms.value_field import FaultError
from bloodpatch.pathway.clinical import TOLD_FIELDS
from bloodpatch.pathway.statements import Command
from bloodpatch.pathway.statements import stated as fields_of
from bloodpatch.pathway.values import ValueFault

Options = Mapping[str, tuple[tuple[str, str], ...]]


def position(carried: str) -> int | None:
    """The position that a page came back with; None for anything that no page of ours carries."""
    ours = carried.isascii() and carried.isdigit() and len(carried) < 10
    return int(carried) if ours else None


class CommandForm(Dressed):
    """Made by `form_for`. `given` are the fields that the page states and nobody is asked: the
    finding that is overridden, the entry that is corrected."""

    command_class: ClassVar[type[Command]]
    given_names: ClassVar[frozenset[str]] = frozenset()

    def __init__(
        self,
        data: Any = None,
        *,
        zone: str,
        now: datetime,
        seen: int | None = None,
        command_id: str = "",
        given: Mapping[str, Any] | None = None,
        initial: Mapping[str, Any] | None = None,
        prefix: str | None = None,
    ) -> None:
        super().__init__(data, initial=dict(initial or {}), prefix=prefix)
        self.given = dict(given or {})
        if missing := self.given_names - set(self.given):
            raise TypeError(f"{self.command_class.name}: give {', '.join(sorted(missing))}.")
        for field in self.fields.values():
            if isinstance(field, WhenField):
                field.at(zone, now)
        self.now = now
        drawn = self.carried("command_id"), self.carried("seen")
        self.command_id = (drawn[0] if self.is_bound else command_id) or str(uuid4())
        self.seen = seen
        if self.is_bound and (back := position(drawn[1])) is not None:
            self.seen = back

    def carried(self, name: str) -> str:
        """What came back of what the page carried along."""
        return str(self.data.get(self.add_prefix(name), "")) if self.is_bound else ""

    def clean(self) -> None:
        """The fields are right one by one; now they make a command, or the command says why not."""
        try:
            self.check_carried()
            if not self.errors:
                stated = {n: v for n, v in self.cleaned_data.items() if v is not None}
                self._command = self.command_class(**stated, **self.given)
        except ValueFault as fault:
            self.add_error(None, FaultError(fault))

    def check_carried(self) -> None:
        try:
            UUID(self.carried("command_id"))
        except ValueError:
            raise ValueFault(
                _("The page came back without its number."),
                _("Without it, two clicks could not be told from two entries."),
                _("Record again from this page; what you typed is still here."),
            ) from None

    @property
    def command(self) -> Command:
        """The command that was typed; only a valid form has one."""
        if not self.is_valid():
            raise ValueError("A form with faults makes no command; ask is_valid() first.")
        return self._command

    def renew(self, *, seen: int | None) -> None:
        """After a refusal or a conflict: a new number and the position that is shown now. What
        was typed stays."""
        self.command_id = str(uuid4())
        self.seen = seen


def form_for(
    command: type[Command],
    *,
    only: tuple[str, ...] = (),
    given: tuple[str, ...] = (),
    options: Options | None = None,
    asks_when: bool = True,
) -> type[CommandForm]:
    """The form of a command.

    only       ask these fields, in this order; the others stay unsaid
    given      fields that the page states itself: pass their values to the form as `given`
    options    (code, words) for fields that hold a code: the clinic's bays, rooms, people; or a
               shorter list of questions for a field of answers
    asks_when  False for a permit: it is always asked now
    """
    fields = {field.name: field for field in fields_of(command)}
    names = only or tuple(sorted(set(fields) - set(given), key=order_of(tuple(fields))))
    asked: dict[str, forms.Field] = {
        name: field_for(Question.of(command, fields[name], (options or {}).get(name, ())))
        for name in names
    }
    if asks_when:
        asked["occurred"] = OccurredField(label=_("When was this?"), required=False)
    about = {"command_class": command, "given_names": frozenset(given)}
    return type(f"{command.__name__}Form", (CommandForm,), {**asked, **about})


def order_of(names: tuple[str, ...]) -> Callable[[str], tuple[bool, int]]:
    """As they are declared; how it was told comes last, because it is said last."""
    return lambda name: (name in TOLD_FIELDS, names.index(name))


def prefill(statement: Any) -> dict[str, Any]:
    """The initial values of a form from something already stated: a command, or an event."""
    values = {field.name: getattr(statement, field.name) for field in fields_of(type(statement))}
    return {name: value for name, value in values.items() if value is not None}


def to_command(form: CommandForm) -> Command:
    return form.command

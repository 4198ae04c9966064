"""The form of an act on somebody's desk: which questions, with which of the clinic's lists."""

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import Any

from django.utils.translation import gettext as _

from bloodpatch.doors.staff.acts.form_tokens import draw
from bloodpatch.doors.staff.acts.usual_choices import AT_THE_BED, fold
from bloodpatch.doors.staff.episode_desk import Desk
from bloodpatch.doors.ui.components import Entry
from bloodpatch.doors.ui.forms import CommandForm, Question, field_for, form_for
from bloodpatch.doors.ui.forms.choice_fields import in_words
from bloodpatch.doors.ui.forms.grouped_questions import RedFlagsField
from bloodpatch.pathway.acts import Act
from bloodpatch.pathway.clinical.red_flags import LIMITS
from bloodpatch.pathway.clinical.shared_statements import TOLD_FIELDS
from bloodpatch.pathway.statements import Command, stated
from bloodpatch.record.ports import Within

SAID_NOW = frozenset(
    {
        "review.override_hold",
        "review.lift_stop",
        "review.acknowledge",
        "amendment.correct",
        "amendment.strike",
        "amendment.expect",
        "amendment.finish_reentry",
        "amendment.adopt_protocol",
    }
)
"""A word on what is recorded is given when it is given, and never back-dated."""


def askable(command: type[Command]) -> tuple[str, ...]:
    """The fields that a form can ask. What no control exists for yet stays unsaid."""
    return tuple(f.name for f in stated(command) if _has_control(command, f))


def _has_control(command: type[Command], field: Any) -> bool:
    try:
        field_for(Question.of(command, field))
    except TypeError:
        return False
    return True


def folded(command: type[Command]) -> frozenset[str]:
    """The fields that a form keeps folded: what is seldom known, and how it was told."""
    seldom = {f.name for f in stated(command) if f.metadata.get("more")}
    return frozenset(seldom | set(TOLD_FIELDS))


RESTRICTIONS = ("restriction", "still_restricted")


def options(desk: Desk, names: tuple[str, ...]) -> Mapping[str, Any]:
    """The clinic's lists, and those of the protocol that it runs."""
    known: dict[str, Any] = dict(desk.names.options(names))
    limits = tuple((one.code, in_words(one.code)) for one in desk.protocol.discharge.restrictions)
    known |= {name: AT_THE_BED for name in ("drawn_by",) if name in names}
    return known | {name: limits for name in RESTRICTIONS if name in names and limits}


def show_limits(form: CommandForm, desk: Desk) -> None:
    """Where a question is about a value of the protocol, the value stands with it."""
    for field in stated(form.command_class):
        if field.name in form.fields and (value := field.metadata.get("value")):
            asked, limit = form.fields[field.name], desk.protocol.about(value)
            asked.help_text = f"{asked.help_text} {_('Here: %(limit)s.') % {'limit': limit}}"
    for asked in form.fields.values():
        if isinstance(asked, RedFlagsField):
            asked.show_limits(limits_of_flags(desk))


def limits_of_flags(desk: Desk) -> dict[str, str]:
    return {
        flag.value: f"{_(word)} {' / '.join(str(desk.protocol.about(v)) for v in values)}"
        for flag, (word, *values) in LIMITS.items()
    }


@cache
def _askable(act: Act) -> tuple[str, ...]:
    return askable(act.command)


@cache
def _folded(act: Act) -> frozenset[str]:
    return folded(act.command)


class Asked:
    """A command's form, and how it stands on the page: `first`, then `more`, folded. `entries`
    are what the act is about, where it is about something that is recorded."""

    entries: tuple[Entry, ...] = ()
    within: tuple[Within, ...] = ()
    """What happens with the command, or not at all."""
    used: Mapping[str, str] = MappingProxyType({})
    """What the page took from outside the episode; kept with what is recorded."""
    then: str = ""
    """The page that follows, where it is not the usual one."""

    def __init__(
        self,
        desk: Desk,
        act: Act,
        data: Any = None,
        *,
        only: tuple[str, ...] = (),
        given: Mapping[str, Any] | None = None,
        initial: Mapping[str, Any] | None = None,
    ) -> None:
        names = only or tuple(n for n in _askable(act) if n not in (given or {}))
        make = form_for(
            act.command,
            only=names,
            given=tuple(given or ()),
            options=options(desk, names),
            asks_when=not act.permit and act.name not in SAID_NOW,
        )
        self.act = act
        self.form: CommandForm = self.dressed(make)(
            data,
            zone=desk.context.zone,
            now=desk.now,
            seen=desk.folded.position,
            given=given,
            initial=initial,
        )
        fold(self.form.fields)
        show_limits(self.form, desk)
        self.whose = draw(desk.id, desk.patient.pk)
        self.names = names

    def dressed(self, form: type[CommandForm]) -> type[CommandForm]:
        """The class of the form; a page that reads it in its own way makes it another."""
        return form

    @property
    def first(self) -> list[Any]:
        hidden = _folded(self.act)
        return [self.form[n] for n in self.names if n not in hidden]

    @property
    def more(self) -> list[Any]:
        hidden = _folded(self.act)
        return [self.form[n] for n in self.names if n in hidden]

    @property
    def more_open(self) -> bool:
        """What went wrong is never folded away; what was typed there neither."""
        return any(bound.errors or _typed(bound) for bound in self.more)

    @property
    def occurred(self) -> Any:
        return self.form["occurred"] if "occurred" in self.form.fields else None


def _typed(bound: Any) -> bool:
    data = bound.data
    if isinstance(data, dict):
        return any(data.values())
    return bool(data)

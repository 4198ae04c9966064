"""One task at a time: which it is, its form with the large number, the clock of the drawn blood."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal
from functools import cached_property
from typing import Any

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from bloodpatch.doors.staff import addresses
from bloodpatch.doors.staff.acts import command_response
from bloodpatch.doors.staff.acts.act_form import Asked
from bloodpatch.doors.staff.episode_desk import Desk
from bloodpatch.doors.staff.procedure.checklist import ACT_OF, NAMES, Line, checklist, next_step
from bloodpatch.doors.ui.charts.ruler import ruler
from bloodpatch.doors.ui.charts.volume import volume_ruler
from bloodpatch.doors.ui.components import Link
from bloodpatch.pathway.acts import Act
from bloodpatch.pathway.treatment import ACTS

START = "procedure.start"
DRAW, INJECT = "procedure.record_draw", "procedure.record_injection"
AMOUNTS = {DRAW: "volume_ml_drawn", INJECT: "volume_ml_injected"}
WHICH = "patch"
BY_THUMB: Mapping[str, tuple[str, ...]] = {
    DRAW: (),
    "procedure.record_needle": (
        "needle", "levels", "loss_of_resistance", "depth_cm", "attempts", "aspirate",
    ),
    INJECT: ("stop_reason", "stayed_sterile"),
}  # fmt: skip
"""Asked at once, with gloves on; the rest is folded, and can be said later as well."""
BESIDE = (
    "procedure.record_local",
    "procedure.record_sedation_given",
    "procedure.record_discard",
    "procedure.record_patch",
)
"""What may happen in this room beside the steps, in no order of its own."""


@dataclass(frozen=True)
class Waiting:
    """Blood that was drawn and is not in the patient yet (T13)."""

    volume: str
    since: datetime
    until: datetime
    late: bool
    ruler: SafeString


@dataclass(frozen=True)
class Bed:
    """What stands around the task: the steps, the clock of the blood, the way out."""

    desk: Desk
    task: str | None

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        return checklist(self.desk, self.task)

    @property
    def title(self) -> str:
        names = {act: str(NAMES[step]) for step, act in ACT_OF.items()}
        if self.task is None:
            return _("Given up") if self.given_up else _("The patch is given")
        return names.get(self.task) or ACTS[self.task].command.title

    @property
    def given_up(self) -> bool:
        procedure = self.desk.round.procedure
        return procedure.given_up is not None and not procedure.patch_given

    @property
    def beside(self) -> tuple[Link, ...]:
        order = {ACT_OF[step] for step in self.desk.protocol.procedure.step_order}
        return tuple(self._link(act) for act in BESIDE if act not in order)

    @property
    def stop(self) -> str:
        return addresses.to_act(self.desk.id, "procedure.record_event_during")

    @property
    def give_up(self) -> str:
        return addresses.to_act(self.desk.id, "procedure.abandon")

    @cached_property
    def waiting(self) -> Waiting | None:
        procedure, now = self.desk.round.procedure, self.desk.now
        draw = procedure.open_draw
        if draw is None:
            return None
        since = (draw.event.drawn_at or draw.occurred).latest
        limit = timedelta(minutes=self.desk.protocol.procedure.draw_to_inject_max_minutes)
        until = since + limit
        drawn = ruler(since, limit, now, what=_("Since the draw"))
        volume = millilitres(procedure.volume_drawn)
        return Waiting(volume, since, until, now > until, drawn)

    def _link(self, act: str) -> Link:
        return Link(ACTS[act].command.title, addresses.to_act(self.desk.id, act), act == self.task)


class AtBedside(Asked):
    """The form of an act in this room; a volume stands first, large, over its ruler."""

    def __init__(self, desk: Desk, act: Act, data: Any = None, **about: Any) -> None:
        super().__init__(desk, act, data, **about)
        self.desk, self.bed = desk, Bed(desk, act.name)
        self.amount_name = AMOUNTS.get(act.name, "")
        if self.amount_name:
            field = self.form.fields[self.amount_name]
            field.widget.style, field.help_text = "measure-big", ""

    @property
    def action(self) -> str:
        """Its own address: from the page of the room, and from the page of the act."""
        own = addresses.to_act(self.desk.id, self.act.name)
        request = self.desk.request
        return request.get_full_path() if request.path == own else own

    @property
    def amount(self) -> Any:
        return self.form[self.amount_name] if self.amount_name else None

    @property
    def first(self) -> list[Any]:
        asked = [bound for bound in super().first if bound.name not in (self.amount_name, WHICH)]
        at_once = BY_THUMB.get(self.act.name)
        return asked if at_once is None else [b for b in asked if b.name in at_once]

    @property
    def more(self) -> list[Any]:
        """Also which patch: the one in hand is that of this round, unless somebody says so."""
        at_once = {self.amount_name, *(bound.name for bound in self.first)}
        return [self.form[name] for name in self.names if name not in at_once]

    @property
    def more_open(self) -> bool:
        """An earlier time is folded with the rest: at the bedside it is nearly always now."""
        when = self.occurred
        said = bool(when.errors) or (when.data or {}).get("choice") == "earlier"
        return said or super().more_open

    @property
    def confirms(self) -> str:
        """What the button says as soon as there is a number; the braces are for the number."""
        said = {DRAW: _("Confirm {} mL drawn"), INJECT: _("Confirm {} mL injected")}
        return said.get(self.act.name, "")

    @property
    def ruler(self) -> SafeString:
        """The protocol's band; before the injection, what there is to inject."""
        rules = self.desk.protocol.procedure
        low, high = Decimal(rules.draw_ml_low), Decimal(rules.draw_ml_high)
        drawn = self.desk.round.procedure.volume_drawn if self.act.name == INJECT else None
        return volume_ruler(low, high, drawn)

    @property
    def most(self) -> str:
        """Never more than this goes in."""
        if self.act.name != INJECT:
            return ""
        return millilitres(self.desk.round.procedure.volume_drawn)


@dataclass(frozen=True)
class NothingLeft:
    """The room's page when there is no next step: the needle is out, or it was given up."""

    bed: Bed
    form: None = None


def millilitres(volume: Decimal | None) -> str:
    return "" if volume is None else f"{volume.normalize():f}"


def task_of(desk: Desk) -> str | None:
    """The act that is next in this room."""
    procedure = desk.round.procedure
    if procedure.began is None:
        return START
    if procedure.finished:
        return None
    return next_step(desk)


def room(desk: Desk) -> Mapping[str, Any]:
    """The page of the room: the next task with its form."""
    name = task_of(desk)
    if name is None:
        return {"asked": NothingLeft(Bed(desk, None))}
    act = ACTS[name]
    found, locked = command_response.beforehand(desk, act)
    return {
        "asked": AtBedside(desk, act),
        "act": act,
        "title": act.command.title,
        "findings": command_response.standing(desk, act, found),
        "locked": locked,
        "cancel": "",
        "by": desk.signatures(desk.request.actor),
    }

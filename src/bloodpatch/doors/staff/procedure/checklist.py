"""The checklist of the bedside: each step of the protocol's order, by whom and when it was done."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from bloodpatch.doors.staff import addresses, event_entries, event_sentences
from bloodpatch.doors.staff.episode_desk import Desk
from bloodpatch.doors.ui.statuses import Status
from bloodpatch.pathway.events import Happened
from bloodpatch.pathway.protocol.sections.procedure import Step
from bloodpatch.pathway.stages.preparation.events import TimeOutTaken
from bloodpatch.pathway.stages.procedure.order import (
    StepShown,
    StepState,
    steps,
)
from bloodpatch.pathway.stages.recovery.events import (
    Received,
    RestStarted,
)
from bloodpatch.pathway.statements import stated
from bloodpatch.pathway.values import Answer

ACT_OF: Mapping[Step, str] = {
    Step.POSITION: "procedure.record_position",
    Step.CLEAN: "procedure.record_cleaned",
    Step.MARK: "procedure.record_marked",
    Step.LOCAL_ANAESTHETIC: "procedure.record_local",
    Step.DRAW: "procedure.record_draw",
    Step.NEEDLE_IN_SPACE: "procedure.record_needle",
    Step.INJECT: "procedure.record_injection",
    Step.WITHDRAW: "procedure.record_needle_out",
}
NAMES = {
    Step.POSITION: gettext_lazy("Position"),
    Step.CLEAN: gettext_lazy("Clean the skin"),
    Step.MARK: gettext_lazy("Mark the site"),
    Step.LOCAL_ANAESTHETIC: gettext_lazy("Local anaesthetic"),
    Step.DRAW: gettext_lazy("Draw the blood"),
    Step.NEEDLE_IN_SPACE: gettext_lazy("Needle in the space"),
    Step.INJECT: gettext_lazy("Inject the blood"),
    Step.WITHDRAW: gettext_lazy("Needle out"),
}


@dataclass(frozen=True, kw_only=True)
class Line:
    """One line of the checklist. What was done leads to its entry, what was not to its form."""

    name: str
    href: str
    look: str
    shape: str
    note: str = ""
    status: Status | None = None
    word: str = ""

    @property
    def here(self) -> bool:
        return self.look == "here"


def checklist(desk: Desk, task: str | None) -> tuple[Line, ...]:
    """From the time-out to the recovery bay; `task` is the act that the page is about."""
    return (time_out(desk), *in_order(desk, task), to_recovery(desk, task))


def in_order(desk: Desk, task: str | None) -> Iterator[Line]:
    shown, reached = far(desk)
    for n, one in enumerate(shown):
        act = ACT_OF[one.step]
        if task == act:
            yield here(str(NAMES[one.step]), addresses.to_act(desk.id, act), one)
        else:
            yield line(desk, one, passed=n < reached)


def next_step(desk: Desk) -> str | None:
    """The first step after all that were done, whatever was left out on the way: with the blood
    injected it is the needle that has to come out, and nobody is asked for the position first."""
    shown, reached = far(desk)
    return next((ACT_OF[one.step] for one in shown[reached + 1 :]), None)


def far(desk: Desk) -> tuple[tuple[StepShown, ...], int]:
    """The steps, and how far in their order somebody has come; -1 is not begun."""
    shown = steps(desk.round.procedure, desk.protocol)
    return shown, max((n for n, one in enumerate(shown) if one.done), default=-1)


def here(name: str, href: str, shown: StepShown | None = None) -> Line:
    again = shown is not None and shown.done is not None
    note = _("Recorded once already") if again else _("Now")
    return Line(name=name, href=href, look="here", shape="ring-here", note=note)


def line(desk: Desk, shown: StepShown, *, passed: bool) -> Line:
    name, href = str(NAMES[shown.step]), addresses.to_act(desk.id, ACT_OF[shown.step])
    if shown.done is not None:
        done = was_done(desk, name, shown.done)
        return out_of_order(done) if shown.state is StepState.OUT_OF_ORDER else done
    if passed or shown.state is StepState.NOT_RECORDED:
        note = _("Not recorded")
        return Line(name=name, href=href, look="skipped", shape="ring-query", note=note)
    return Line(name=name, href=href, look="todo", shape="ring-small")


def was_done(desk: Desk, name: str, done: Happened[Any]) -> Line:
    """What, when, by whom: one line under the name of the step."""
    parts = (value(desk, done), event_entries.clock(done.occurred), desk.signatures(done.by))
    return Line(
        name=name,
        href=addresses.to_entry("entry", desk.id, done.position),
        look="done",
        shape="disc-tick",
        note=", ".join(part for part in parts if part),
    )


def out_of_order(done: Line) -> Line:
    return replace(done, status=Status.ADVISE, word=_("Out of order"))


def value(desk: Desk, done: Happened[Any]) -> str:
    """The first thing that was stated; a bare yes or no would not say to what."""
    for field in stated(type(done.event)):
        said = getattr(done.event, field.name)
        if said is not None and not isinstance(said, Answer | bool):
            return event_sentences.value(said, field, desk.names.by_code)
    return ""


def time_out(desk: Desk) -> Line:
    name, act = _("Identity and time-out"), "preparation.time_out"
    taken = desk.round.preparation.latest(TimeOutTaken)
    if taken is None:
        href, note = addresses.to_act(desk.id, act), _("Not recorded")
        return Line(name=name, href=href, look="skipped", shape="ring-query", note=note)
    at, by = event_entries.clock(taken.occurred), desk.signatures(taken.by)
    href = addresses.to_entry("entry", desk.id, taken.position)
    return Line(name=name, href=href, look="done", shape="disc-tick", note=f"{at}, {by}")


def to_recovery(desk: Desk, task: str | None) -> Line:
    name, href = _("To the recovery bay"), addresses.to_stage(desk.id, "recovery")
    there = desk.round.recovery.latest(Received, RestStarted)
    if there is not None:
        note = f"{event_entries.clock(there.occurred)}, {desk.signatures(there.by)}"
        return Line(name=name, href=href, look="done", shape="disc-tick", note=note)
    if task is None and desk.round.procedure.patch_given:
        return here(name, href)
    return Line(name=name, href=href, look="todo", shape="ring-small")

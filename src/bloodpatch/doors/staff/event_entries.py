"""What happened, newest first, with what was corrected and struck still readable."""

from collections.abc import Iterable, Iterator
from dataclasses import fields, replace
from itertools import groupby
from typing import Any

from django.utils.translation import gettext as _

from bloodpatch.doors.staff import entry_amendments, event_sentences, finding_display
from bloodpatch.doors.staff.episode_desk import Desk
from bloodpatch.doors.ui import times
from bloodpatch.doors.ui.components import Change, Day, Entry
from bloodpatch.doors.ui.statuses import Status
from bloodpatch.pathway.amendment.corrected_history import new_value
from bloodpatch.pathway.events import Happened
from bloodpatch.pathway.statements import hints, plain_fields, reader
from bloodpatch.pathway.values import Precision, When

HIDDEN = frozenset({"amendment.corrected"})
"""Said with the entry that it puts right, and not a second time."""


def of(desk: Desk, history: Iterable[Happened[Any]]) -> tuple[Entry, ...]:
    return tuple(entry(desk, happened) for happened in history)


def days(desk: Desk, *, most: int | None = None) -> tuple[Day, ...]:
    """The timeline: by the day on which it happened, the newest first."""
    told = [h for h in desk.episode.history if h.event.name not in HIDDEN]
    ordered = sorted(told, key=lambda h: h.order, reverse=True)[:most]
    grouped = groupby(ordered, key=lambda h: local_day(h.occurred))
    return tuple(Day(label, of(desk, entries)) for label, entries in grouped)


def local_day(when: When) -> str:
    """The day; of an unknown time the last that it can have been."""
    day = times.long_day(when.local.date())
    return _("By %(day)s") % {"day": day} if when.precision is Precision.UNKNOWN else day


def entry(desk: Desk, happened: Happened[Any]) -> Entry:
    standing = next((h for h in desk.episode.standing if h.position == happened.position), None)
    now = standing or happened
    said = Entry(
        at=clock(now.occurred),
        says=f"{event_sentences.title(happened.event)}.",
        more=event_sentences.summary(now.event, desk.names.by_code),
        by=event_sentences.stamp(happened, desk.signatures(happened.by)),
        changes=tuple(changes(desk, happened)),
        link=entry_amendments.link(desk, happened),
    )
    if standing is None:
        return entry_amendments.struck(desk, said, happened)
    return entry_amendments.now(desk, against(desk, said, happened), happened)


def against(desk: Desk, said: Entry, happened: Happened[Any]) -> Entry:
    """Marks what was recorded against a rule, and what a physician had overridden."""
    if all(mark.startswith("advise:") for mark in happened.findings):
        return said
    found = tuple(f for f in finding_display.noted(desk, happened) if f.status is not Status.ADVISE)
    said = replace(said, findings=found)
    if not happened.against:
        return replace(said, status=Status.OVERRIDDEN)
    stopped = any(finding.status is Status.STOP for finding in found)
    level = Status.STOP if stopped else Status.HOLD
    return replace(said, status=level, word=_("Against a rule"))


def clock(when: When) -> str:
    """The time of day, no more exact than it is known; the day stands above."""
    match when.precision:
        case Precision.MINUTE:
            return f"{when.local:%H:%M}"
        case Precision.HOUR:
            return _("about %(hour)s h") % {"hour": f"{when.local:%H}"}
        case Precision.DAY:
            return _("hour not known")
        case _:
            return _("time not known")


def changes(desk: Desk, happened: Happened[Any]) -> Iterator[Change]:
    """Each correction of this entry: what it said before, and what it says now."""
    about = {f.name: f for f in fields(happened.event)}
    stated = plain_fields(happened.event)
    for later in entry_amendments.corrections(desk, happened.position):
        name, new = later.event.field.plain(), new_value(later.event)
        who = entry_amendments.signed(desk, later)
        if name == "occurred":
            was = times.exactly(happened.occurred)
            yield Change(_("When (%(who)s)") % {"who": who}, was, times.exactly(When.of(new)))
        elif name in about:
            field = about[name]
            read = reader(hints(type(happened.event))[name])  # type: ignore[arg-type]
            said = [
                event_sentences.value(read(v), field, desk.names.by_code)
                if v is not None
                else _("not stated")
                for v in (stated.get(name), new)
            ]
            stated[name] = new
            yield Change(f"{event_sentences.asked(field)} ({who})", *said)

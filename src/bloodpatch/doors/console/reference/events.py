"""events.md: everything that the record can hold, by its stored name and version."""

from collections.abc import Iterator
from dataclasses import fields

from bloodpatch.doors.console.reference.markdown import (
    Page,
    code,
    codes,
    first_sentence,
    heading,
    link,
    paragraphs,
    table,
)
from bloodpatch.doors.console.reference.markdown import page as made
from bloodpatch.pathway.acts import Act
from bloodpatch.pathway.events import UPCASTS, Event, Happened
from bloodpatch.pathway.statements import stated
from bloodpatch.pathway.treatment import ROOMS, Stage

ABOUT = "What happened, as it is kept: every event with its stored name, version and fields."

KEPT = """\
A name and a version never change their meaning. The fields of an event are those of its command,
because both say the same statement; their meaning stands there."""


def page() -> Page:
    rooms = [line for room in ROOMS for line in (*of_room(room), "")]
    return made("events", "Events", ABOUT, (KEPT,), envelope(), rooms, upcasts())


def envelope() -> Iterator[str]:
    yield heading(2, "The envelope")
    yield ""
    yield from paragraphs(Happened.__doc__)
    yield ""
    yield f"Its parts: {codes(field.name for field in fields(Happened))}."


def of_room(room: Stage) -> Iterator[str]:
    if not room.acts:
        return
    yield heading(2, room.name)
    yield ""
    yield first_sentence(room.about)
    for act in room.acts:
        yield ""
        yield from of_act(act)


def of_act(act: Act) -> Iterator[str]:
    event = act.becomes
    yield heading(3, f"{event.name} {event.version}")
    yield ""
    yield f"Follows {link(code(act.name), act.name, 'commands.md')}."
    yield from consequences(event)
    names = codes(field.name for field in stated(event))
    yield f"Fields: {names}." if names else "It has no fields."


def consequences(event: type[Event]) -> Iterator[str]:
    if hasattr(event, "way"):
        yield "It says which way the treatment goes."
    if event.opens_round is not Event.opens_round:
        yield "It may open the next round of the treatment."


def upcasts() -> Iterator[str]:
    yield heading(2, "Older shapes")
    yield ""
    if not UPCASTS:
        yield "There are none: no released version has changed an event."
        return
    rows = ((code(name), str(stored), str(stored + 1)) for name, stored in sorted(UPCASTS))
    yield from table(("Event", "Stored", "Read as"), rows)

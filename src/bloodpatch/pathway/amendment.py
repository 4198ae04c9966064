"""Correction without erasure: a field put right, events struck as entered in error, a note.

Nothing is ever changed or deleted. A correction is an event; the state of an episode is the fold
of the corrected list, and the old value stays visible beside the new one.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from bloodpatch.pathway.acts import record
from bloodpatch.pathway.codes import Code, PlainForm
from bloodpatch.pathway.context import Context
from bloodpatch.pathway.drawers import Drawer
from bloodpatch.pathway.events import Event, Happened
from bloodpatch.pathway.findings import Cause, Findings, Level, declare
from bloodpatch.pathway.statements import (
    Command,
    bare,
    hints,
    item_of,
    of_plain,
    plain_fields,
    said,
    stated,
)
from bloodpatch.pathway.values import Count, FreeText, ValueFault, When

if TYPE_CHECKING:
    from bloodpatch.pathway.episode import Episode


# STATEMENTS


@dataclass(frozen=True, kw_only=True)
class Correction:
    position: Count = said("Position of the event that is put right", required=True)
    field: Code = said("The field, or `occurred` for the time at which it happened", required=True)
    value: PlainForm | None = said("The right value; none where it was never stated")
    text: FreeText | None = said("The right value, where the field is free text")
    reason: FreeText = said("Why", ask="Reason for the correction", required=True)


@dataclass(frozen=True, kw_only=True)
class Strike:
    positions: tuple[Count, ...] = said("Events entered in error", required=True)
    belongs_to: Code | None = said("The episode in which they are entered again: wrong patient")
    reason: FreeText = said("Why", ask="Reason for striking", required=True)


@dataclass(frozen=True, kw_only=True)
class Note:
    text: FreeText = said("Anything that has no field of its own", ask="Note", required=True)


@dataclass(frozen=True, kw_only=True)
class Adoption:
    protocol: Code = said("Hash of the protocol that this episode follows from now", required=True)
    reason: FreeText | None = said("Why", ask="Reason")


# COMMANDS AND EVENTS


class Correct(Correction, Command):
    name = "amendment.correct"
    title = "Correct an entry"


class Corrected(Correction, Event):
    name = "amendment.corrected"


class StrikeEntries(Strike, Command):
    name = "amendment.strike"
    title = "Strike entries made in error"


class Struck(Strike, Event):
    name = "amendment.struck"


class AddNote(Note, Command):
    name = "amendment.note"
    title = "Add a note"


class Noted(Note, Event):
    name = "amendment.noted"


class AdoptProtocol(Adoption, Command):
    name = "amendment.adopt_protocol"
    title = "Move to another protocol"


class ProtocolAdopted(Adoption, Event):
    name = "amendment.protocol_adopted"


# DECIDE

CANNOT_APPLY = declare(
    code="amendment.cannot_apply",
    level=Level.STOP,
    cause=Cause.PRESENT,
    says="This correction cannot be made: {why}",
    rule="A correction names an event of this episode, one of its fields, and a possible value.",
    clears="Check the entry and the value.",
    source="clinic",
    refuses_record=True,
)


def applies(episode: "Episode", command: Correct, context: Context) -> Findings:
    target = episode.recorded(int(command.position.value))
    if target is None:
        yield CANNOT_APPLY(context, why=f"there is no entry {command.position} in this episode.")
        return
    try:
        right = put_right(target, {command.field.plain(): new_value(command)})
        in_its_place(target, command)
        # Together with what was corrected before: the fold must never meet an impossible list.
        corrected((*episode.history, about_to_be(command, episode, context)))
    except ValueFault as fault:
        yield CANNOT_APPLY(context, why=str(fault))
        return
    if right.occurred.earliest > context.now:
        yield CANNOT_APPLY(context, why=f"{right.occurred} has not come yet.")


def entries_exist(episode: "Episode", command: StrikeEntries, context: Context) -> Findings:
    for position in command.positions:
        if episode.recorded(int(position.value)) is None:
            yield CANNOT_APPLY(context, why=f"there is no entry {position} in this episode.")


ACTS = (
    record(Correct, becomes=Corrected, contradicts=(applies,)),
    record(StrikeEntries, becomes=Struck, contradicts=(entries_exist,)),
    record(AddNote, becomes=Noted),
    record(AdoptProtocol, becomes=ProtocolAdopted),
)


# EVOLVE: the corrected list


class Amendment(Drawer):
    """What was put right in this episode."""

    @property
    def protocol(self) -> str | None:
        adopted = self.latest(ProtocolAdopted)
        return adopted.event.protocol.plain() if adopted else None


def new_value(correction: Correction) -> Any:
    if correction.text is not None:
        return correction.text.plain()
    return None if correction.value is None else correction.value.plain()


def in_its_place(target: Happened[Any], command: Correct) -> None:
    """Words go into `text`, where the record keeps them under the patient's key, and nowhere
    else; every other value goes into `value`."""
    annotation = hints(type(target.event)).get(command.field.plain(), When)
    words = (item_of(annotation) or bare(annotation)) is FreeText
    if command.value is not None and words:
        raise ValueFault(
            f"{command.field} holds free text.",
            "Free text is kept under the patient's own key.",
            "State the right words as text.",
        )
    if command.text is not None and not words:
        raise ValueFault(
            f"{command.field} does not hold free text.",
            "Its value is one that is counted and compared.",
            "State the right value as value.",
        )


def about_to_be(command: Correct, episode: "Episode", context: Context) -> Happened[Any]:
    """The correction as it would stand in the episode."""
    event = Corrected(**{f.name: getattr(command, f.name) for f in stated(Corrected)})
    return Happened(
        event=event,
        position=episode.position + 1,
        occurred=When.exact(context.now, context.zone),
        recorded_at=context.now,
        by=context.actor,
    )


def put_right(happened: Happened[Any], changes: Mapping[str, Any]) -> Happened[Any]:
    """The event as it should have been recorded. Raises `ValueFault` where that cannot be."""
    kind = type(happened.event)
    known = {f.name for f in stated(kind)}
    if unknown := set(changes) - known - {"occurred"}:
        raise ValueFault(
            f"{', '.join(sorted(unknown))}: there is no such field.",
            f"The entry has: {', '.join(sorted(known)) or 'no fields'}; and occurred.",
            "Choose one of these.",
        )
    told = plain_fields(happened.event) | {n: v for n, v in changes.items() if n != "occurred"}
    kept = {name: value for name, value in told.items() if value is not None}
    occurred = When.of(changes["occurred"]) if "occurred" in changes else happened.occurred
    return replace(happened, event=of_plain(kind, kept), occurred=occurred)


def corrected(history: Iterable[Happened[Any]]) -> tuple[Happened[Any], ...]:
    """The history with struck events left out and corrected fields put right.

    A strike or a correction may itself be struck or corrected, so the list is read from the
    newest back: where an entry is reached, everything that was said about it is known. A word is
    only ever about what stood before it, and the newest word about a field holds.
    """
    struck: set[int] = set()
    changes: dict[int, dict[str, Any]] = {}
    standing: list[Happened[Any]] = []
    for happened in reversed(tuple(history)):
        if happened.position in struck:
            continue
        if happened.position in changes:
            happened = put_right(happened, changes[happened.position])
        standing.append(happened)
        for position in spoken_of(happened):
            if isinstance(happened.event, Struck):
                struck.add(position)
            else:
                fields = changes.setdefault(position, {})
                fields.setdefault(happened.event.field.plain(), new_value(happened.event))
    return tuple(reversed(standing))


def spoken_of(happened: Happened[Any]) -> Iterator[int]:
    """The earlier entries that a strike or a correction is about; none for any other event."""
    about: tuple[Count, ...] = ()
    if isinstance(happened.event, Struck):
        about = happened.event.positions
    elif isinstance(happened.event, Corrected):
        about = (happened.event.position,)
    return (int(p.value) for p in about if int(p.value) < happened.position)

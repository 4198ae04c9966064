"""What a correction must fit, and who may make it."""

from collections.abc import Iterable, Iterator
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from bloodpatch.pathway.acts import COMMANDS, record
from bloodpatch.pathway.amendment.corrected import corrected, new_value, put_right, spoken_of
from bloodpatch.pathway.amendment.said import (
    AddNote,
    AdoptProtocol,
    Correct,
    Corrected,
    Noted,
    ProtocolAdopted,
    StrikeEntries,
    Struck,
)
from bloodpatch.pathway.context import Context
from bloodpatch.pathway.events import Happened
from bloodpatch.pathway.findings import Cause, Findings, Level, declare
from bloodpatch.pathway.roles import MAY_GIVE, MAY_UNDO, Role
from bloodpatch.pathway.rules.in_its_time import in_its_time
from bloodpatch.pathway.rules.red_flags import with_a_red_flag
from bloodpatch.pathway.statements import bare, hints, item_of, stated
from bloodpatch.pathway.values import FreeText, ValueFault, When

if TYPE_CHECKING:
    from bloodpatch.pathway.episode import Episode

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

NOT_YOURS = declare(
    code="amendment.not_yours",
    level=Level.STOP,
    cause=Cause.PRESENT,
    says="Entry {entry} is put right by: {roles}.",
    rule="Who may not say a thing may not put it right, nor strike it.",
    clears="Ask one of them.",
    source="clinic",
    hazards=("H37",),
    refuses_record=True,
)

PHYSICIANS_WORK = declare(
    code="amendment.physicians_work",
    level=Level.HOLD,
    cause=Cause.PRESENT,
    says="Entry {entry} was work for a physician.",
    rule="What a physician would have looked at is not taken away unseen.",
    clears="A physician looks at what it said, and acknowledges it.",
    source="clinic",
    hazards=("H23", "H36", "H37"),
)


def by_who_may_say_it(
    episode: "Episode", command: Correct | StrikeEntries, context: Context
) -> Findings:
    for happened in concerned(episode, named(episode, command)):
        name = COMMANDS[type(happened.event)].name
        roles = MAY_UNDO.get(name, MAY_GIVE[name])
        if context.actor.role not in roles:
            who = ", ".join(sorted(role.value.replace("_", " ") for role in roles))
            yield NOT_YOURS(context, entry=happened.position, roles=who)
            return


def taken_from_a_physician(
    episode: "Episode", command: Correct | StrikeEntries, context: Context
) -> Findings:
    """A red flag, a draft, an open adverse event, an entry against a rule: struck or changed by
    anybody else, it stays a physician's to look at."""
    if context.actor.role is Role.PHYSICIAN:
        return
    if waiting := sorted(physicians_work(episode).intersection(named(episode, command))):
        yield PHYSICIANS_WORK(context, entry=", ".join(map(str, waiting)))


def physicians_work(episode: "Episode") -> set[int]:
    """The entries that a physician has to look at, or has had to."""
    events = episode.adverse_event
    return {
        *(screen.position for screen in with_a_red_flag(episode)),
        *(draft.source.position for draft in events.drafts(episode.rounds)),
        *(opened.position for opened in events.open_events),
        *(h.position for h in episode.standing if h.against),
    }


def named(episode: "Episode", command: Correct | StrikeEntries) -> Iterator[int]:
    """The entries that a command is about; where it turns a strike or a correction to another
    entry, that one too."""
    if isinstance(command, StrikeEntries):
        yield from (int(position.value) for position in command.positions)
        return
    yield int(command.position.value)
    if (target := episode.recorded(int(command.position.value))) is not None:
        with suppress(ValueFault):  # a value that cannot be is refused by `applies`
            yield from spoken_of(put_right(target, {command.field.plain(): new_value(command)}))


def concerned(episode: "Episode", positions: Iterable[int]) -> Iterator[Happened[Any]]:
    """The entries at these positions; behind a correction or a strike also those it is about."""
    for position in positions:
        if (happened := episode.recorded(position)) is not None:
            yield happened
            yield from concerned(episode, spoken_of(happened))


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
    for cannot in in_its_time(right.event, context):
        yield CANNOT_APPLY(context, why=cannot.says)
    if right.occurred.at > context.now:
        yield CANNOT_APPLY(context, why=f"{right.occurred} has not come yet.")


def in_its_place(target: Happened[Any], command: Correct) -> None:
    """Words go into `text`, where the record keeps them under the patient's key, and nowhere
    else; every other value goes into `value`."""
    kind: type = type(target.event)
    annotation = hints(kind).get(command.field.plain(), When)
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


def entries_exist(episode: "Episode", command: StrikeEntries, context: Context) -> Findings:
    for position in command.positions:
        if episode.recorded(int(position.value)) is None:
            yield CANNOT_APPLY(context, why=f"there is no entry {position} in this episode.")


def clinic_runs_it(_: "Episode", command: AdoptProtocol, context: Context) -> Findings:
    """An episode that followed rules which nobody here knows could never be decided again."""
    if command.protocol.plain() != context.facts.protocol_in_force:
        yield CANNOT_APPLY(context, why="this is not the protocol that the clinic runs now.")


ACTS = (
    record(
        Correct,
        becomes=Corrected,
        fields=(taken_from_a_physician,),
        contradicts=(by_who_may_say_it, applies),
    ),
    record(
        StrikeEntries,
        becomes=Struck,
        fields=(taken_from_a_physician,),
        contradicts=(by_who_may_say_it, entries_exist),
    ),
    record(AddNote, becomes=Noted),
    record(AdoptProtocol, becomes=ProtocolAdopted, contradicts=(clinic_runs_it,)),
)

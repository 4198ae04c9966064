"""What a correction must fit, and who may make it."""

from typing import Any

from bloodpatch.pathway.acts import ACT_BEHIND
from bloodpatch.pathway.amendment.commands import (
    AdoptProtocol,
    Correct,
    ExpectEntries,
    StrikeEntries,
)
from bloodpatch.pathway.amendment.corrected_history import corrected, new_value, put_right
from bloodpatch.pathway.amendment.events import (
    Struck,
)
from bloodpatch.pathway.amendment.findings import CANNOT_APPLY, NOT_YOURS, TWO_RECORDS
from bloodpatch.pathway.context import Context
from bloodpatch.pathway.episode import Episode
from bloodpatch.pathway.events import Happened
from bloodpatch.pathway.findings import Findings
from bloodpatch.pathway.queries.concerned_entries import about_to_be, concerned, named
from bloodpatch.pathway.roles import MAY_GIVE, MAY_UNDO
from bloodpatch.pathway.rules.time import in_its_time
from bloodpatch.pathway.statements import bare, hints, item_of
from bloodpatch.pathway.values import FreeText, ValueFault, When


def by_who_may_say_it(
    episode: Episode, command: Correct | StrikeEntries, context: Context
) -> Findings:
    for happened in concerned(episode, named(episode, command)):
        name = ACT_BEHIND[type(happened.event)].name
        roles = MAY_UNDO.get(name, MAY_GIVE[name])
        if context.actor.role not in roles:
            who = ", ".join(sorted(role.value.replace("_", " ") for role in roles))
            yield NOT_YOURS(context, entry=happened.position, roles=who)
            return


def counts_in_two_records(
    episode: Episode, command: Correct | StrikeEntries, context: Context
) -> Findings:
    """What the other patient's record says cannot be seen from here, so a physician looks there,
    whoever takes the strike back."""
    if isinstance(command, Correct) and command.field.plain() not in ("positions", "belongs_to"):
        return
    for happened in concerned(episode, named(episode, command)):
        if isinstance(happened.event, Struck) and happened.event.belongs_to is not None:
            yield TWO_RECORDS(context, entry=happened.position)
            return


def applies(episode: Episode, command: Correct, context: Context) -> Findings:
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


def entries_exist(episode: Episode, command: StrikeEntries, context: Context) -> Findings:
    for position in command.positions:
        if episode.recorded(int(position.value)) is None:
            yield CANNOT_APPLY(context, why=f"there is no entry {position} in this episode.")
    try:
        corrected((*episode.history, about_to_be(command, episode, context)))
    except ValueFault as fault:  # without a correction, another one may fit no longer
        yield CANNOT_APPLY(context, why=str(fault))


def elsewhere(
    episode: Episode, command: StrikeEntries | ExpectEntries, context: Context
) -> Findings:
    """What belongs to this very episode is corrected here, not moved."""
    other = command.belongs_to if isinstance(command, StrikeEntries) else command.struck_in
    if other is not None and other.plain() == episode.id:
        yield CANNOT_APPLY(context, why="this is the same episode, not another patient's.")


def clinic_runs_it(_: Episode, command: AdoptProtocol, context: Context) -> Findings:
    """An episode that followed rules which nobody here knows could never be decided again."""
    if command.protocol.plain() != context.facts.protocol_in_force:
        yield CANNOT_APPLY(context, why="this is not the protocol that the clinic runs now.")

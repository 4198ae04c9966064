"""What can stand on an entry about an adverse event, and which entries speak of nothing."""

from typing import Any

from bloodpatch.pathway.context import Context
from bloodpatch.pathway.episode import Episode
from bloodpatch.pathway.findings import Findings
from bloodpatch.pathway.stages.adverse_event.findings import (
    NO_SUCH_ENTRY,
    NO_SUCH_EVENT,
    NOT_GRADED,
    WHICH_EVENT,
    WHICH_PATCH,
)
from bloodpatch.pathway.stages.adverse_event.statements import Opening
from bloodpatch.pathway.values import Count


def it_is_graded(episode: Episode, command: Opening, context: Context) -> Findings:
    if command.grade is None:
        grade = episode.adverse_event.grade_if_ungraded(command)
        hours = context.protocol.adverse_event.review_hours(grade)
        yield NOT_GRADED(context, hours=hours, grade=grade)


def which_patch_is_told(episode: Episode, command: Opening, context: Context) -> Findings:
    patched = [r.number for r in episode.rounds if r.procedure.patch_given]
    if command.after_patch is None and len(patched) > 1:
        taken = episode.round_at(context.now).number
        yield WHICH_PATCH(context, patches=len(patched), taken=taken)


def event_exists(episode: Episode, command: Any, context: Context) -> Findings:
    opened = {h.position for h in episode.adverse_event.opened}
    if command.about is None and not opened:
        yield NO_SUCH_EVENT(context, which="What was never opened")
    elif command.about is not None and position(command.about) not in opened:
        yield NO_SUCH_EVENT(context, which=f"Entry {command.about}")


def one_event_is_meant(episode: Episode, command: Any, context: Context) -> Findings:
    number = len(episode.adverse_event.open_events)
    if command.about is None and number > 1:
        yield WHICH_EVENT(context, number=number)


def entry_exists(episode: Episode, command: Any, context: Context) -> Findings:
    entry = command.entry
    if entry is not None and position(entry) not in {h.position for h in episode.standing}:
        yield NO_SUCH_ENTRY(context, entry=entry)


def position(number: Count) -> int:
    return int(number.value)

"""The rungs of booking: questions whose answers are findings."""

from datetime import timedelta
from typing import Any

from bloodpatch.pathway.context import Context
from bloodpatch.pathway.episode import Episode
from bloodpatch.pathway.findings import Findings
from bloodpatch.pathway.queries.severity import is_severe
from bloodpatch.pathway.stages.booking.commands import Book
from bloodpatch.pathway.stages.booking.findings import (
    ALREADY_BOOKED,
    BOOKED_LATE,
    IN_THE_PAST,
    NO_DECISION,
    NOTHING_BOOKED,
)
from bloodpatch.pathway.treatment_way import Way
from bloodpatch.pathway.values import Answer


def is_provisional(command: Any) -> bool:
    """Made while a scan is awaited; it becomes firm by a physician's word."""
    return isinstance(command, Book) and command.provisional is Answer.YES


def patch_was_decided(episode: Episode, context: Context) -> Findings:
    if episode.way is not Way.PATCH:
        yield NO_DECISION(context)


def no_other_booking(episode: Episode, context: Context) -> Findings:
    if booked := episode.now.booking.in_force:
        yield ALREADY_BOOKED(context, starts=booked.event.starts.at)


def still_to_come(_: Episode, command: Book, context: Context) -> Findings:
    if command.starts.latest < context.now:
        yield IN_THE_PAST(context, starts=command.starts.at)


def not_late_for_a_severe_headache(episode: Episode, command: Book, context: Context) -> Findings:
    hours = context.protocol.booking.severe_within_hours
    late = command.starts.earliest > context.now + timedelta(hours=hours)
    if late and is_severe(episode, context.protocol):
        yield BOOKED_LATE(context, starts=command.starts.at, hours=hours)


def something_was_booked(episode: Episode, context: Context) -> Findings:
    if episode.now.booking.in_force is None:
        yield NOTHING_BOOKED(context)

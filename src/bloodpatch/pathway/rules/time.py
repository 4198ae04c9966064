"""Times that can be: what happened is not to come, and what is planned is not years away.

A slip in the year would put what is owed to a patient where nobody ever looks (H24, H36).
"""

from collections.abc import Iterator
from dataclasses import fields
from datetime import timedelta
from typing import Any

from bloodpatch.pathway.context import Context
from bloodpatch.pathway.findings import (
    Cause,
    Findings,
    Level,
    declare,
)
from bloodpatch.pathway.values import When

IN_THE_FUTURE = declare(
    code="time.in_the_future",
    level=Level.STOP,
    cause=Cause.PRESENT,
    says="{occurred} has not come yet; it is {now}.",
    rule="Only what has happened can be recorded.",
    clears="Check the date and the time.",
    source="clinic",
    hazards=("H24",),
    moving=("now",),
    refuses_record=True,
)

TOO_FAR_AHEAD = declare(
    code="time.too_far_ahead",
    level=Level.STOP,
    cause=Cause.PRESENT,
    says="{planned} is more than {days} days away.",
    rule="Nothing in this treatment is planned so far ahead; a wrong year would lose the patient.",
    clears="Check the date, above all the year.",
    value="followup.furthest_planned_days",
    hazards=("H24", "H36"),
    refuses_record=True,
)


def in_its_time(statement: Any, context: Context) -> Findings:
    """A time of unknown precision is told by the latest instant that is possible, so `at` is what
    counts: it has come, however exactly the time is known."""
    days = context.protocol.followup.furthest_planned_days
    for when, ahead in times(statement):
        if ahead and when.at > context.now + timedelta(days=days):
            yield TOO_FAR_AHEAD(context, planned=when, days=days)
        elif not ahead and when.at > context.now:
            yield IN_THE_FUTURE(context, occurred=when, now=context.now)


def times(statement: Any) -> Iterator[tuple[When, bool]]:
    """Each time that is stated, the time of the entry among them; and whether it is planned."""
    for field in fields(statement):
        value = getattr(statement, field.name)
        if isinstance(value, When):
            yield value, bool(field.metadata.get("ahead"))


ASKED_FOR_ANOTHER_TIME = declare(
    code="time.permit_is_for_now",
    level=Level.STOP,
    cause=Cause.PRESENT,
    says="A permit is asked for now, not for {occurred}.",
    rule="What happened earlier is recorded; only what is about to happen is permitted.",
    clears="Record what happened instead.",
    source="clinic",
    hazards=("H24",),
    refuses_record=True,
)

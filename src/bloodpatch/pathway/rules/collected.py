"""What a new fact calls for: advice to whoever recorded it, at the moment of recording.

A record is never refused, so what it means must be said at once: image the head, look for an
infection, ask the haematologist. Each rung here is an ordinary one; the decision asks all of them
before and after the new fact, and notes what is new.
"""

import re
from collections.abc import Callable

from bloodpatch.pathway.context import Context
from bloodpatch.pathway.episode import Episode
from bloodpatch.pathway.findings import Finding, Findings
from bloodpatch.pathway.rules import (
    allergy,
    anatomy,
    caffeine,
    decision,
    diagnosis,
    drug_wait,
    headache_duration,
    imaging,
    late_pregnancy,
    specialist,
    withdrawn_consent,
    workup,
)

Rungs = tuple[Callable[[Episode, Context], Findings], ...]

AT_PERMITS: Rungs = (
    *workup.CALLED_FOR,
    *imaging.CALLED_FOR,
    *headache_duration.CALLED_FOR,
    *diagnosis.CALLED_FOR,
    *specialist.CALLED_FOR,
    *anatomy.CALLED_FOR,
)
"""What still has to be done before a needle is asked for at each permit on the way to it. What
else there is than a patch, and how long a drug waits, have their own places."""

RUNGS: Rungs = (*AT_PERMITS, *decision.CALLED_FOR, *caffeine.CALLED_FOR, *drug_wait.CALLED_FOR)


WHEN_RECORDED: Rungs = (
    *RUNGS,
    *withdrawn_consent.WHEN_RECORDED,
    *late_pregnancy.WHEN_RECORDED,
    *allergy.WHEN_RECORDED,
)
"""Said on the entry; no permit of another day repeats what only the room can act on."""


def advice_stands(episode: Episode, context: Context) -> Findings:
    """All that the record calls for, and not only what was said as it was recorded."""
    for rung in AT_PERMITS:
        yield from rung(episode, context)


def advice_stands_at_the_table(episode: Episode, context: Context) -> Findings:
    """A fever that was measured lately has a hold of its own there."""
    yield from workup.infection_workup_at_time_out(episode, context)
    for rung in AT_PERMITS:
        if rung is not workup.infection_workup:
            yield from rung(episode, context)


def called_for(before: Episode, after: Episode, context: Context) -> Findings:
    """What the newest fact calls for, and nothing that was called for already."""
    for rung in WHEN_RECORDED:
        if found := list(rung(after, context)):
            known = {part for f in rung(before, context) for part in parts(f)}
            yield from (f for f in found if not parts(f) <= known)


def parts(finding: Finding) -> set[tuple[str, ...]]:
    """What a finding names, piece by piece: where one of several causes is gone, nothing is new."""
    named = {(k, part) for k, text in finding.seen.items() for part in re.split("[,;] ", text)}
    return {(finding.code,), *((finding.code, *pair) for pair in named)}

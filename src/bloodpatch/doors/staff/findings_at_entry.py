"""What a finding saw when an act was recorded against it, in its own sentence.

The record keeps which rule stood on an entry, not the words of that hour. They are made again, for
reading only, from what was on record before it: nothing is decided here. Where a rule has changed
since and would say nothing now, only the rule itself is shown.
"""

import logging
from collections.abc import Mapping
from dataclasses import fields, replace
from typing import Any

from bloodpatch.doors.staff.episode_desk import Desk
from bloodpatch.pathway.acts import ACT_BEHIND
from bloodpatch.pathway.decide import decide
from bloodpatch.pathway.events import Happened
from bloodpatch.pathway.findings import Finding

log = logging.getLogger("bloodpatch")


def saw(desk: Desk, happened: Happened[Any]) -> Mapping[str, Finding]:
    """The findings that are met again where an entry was recorded, by code; once for a page."""
    if happened.position not in desk.seen_again:
        desk.seen_again[happened.position] = decided_again(desk, happened)
    return desk.seen_again[happened.position]


def decided_again(desk: Desk, happened: Happened[Any]) -> Mapping[str, Finding]:
    context = replace(desk.context, actor=happened.by, now=happened.recorded_at)
    try:
        before = desk.known_after[happened.position - 1]
        outcome = decide(before, command_of(happened), context)
    except Exception:  # whatever today's rules make of an old entry, its page is shown
        log.exception("What entry %d of %s was recorded against", happened.position, desk.id)
        return {}
    return {finding.code: finding for finding in outcome.findings}


def command_of(happened: Happened[Any]) -> Any:
    """The command that an entry came from."""
    event = happened.event
    act = ACT_BEHIND[type(event)]
    said = {f.name: getattr(event, f.name) for f in fields(event)}
    return act.command(**said, occurred=None if act.permit else happened.occurred)

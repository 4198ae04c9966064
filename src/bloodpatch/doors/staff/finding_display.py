"""A finding as it stands on a page of this door: with names, and with the way to its rule."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from bloodpatch.doors.staff import addresses
from bloodpatch.doors.staff.episode_desk import Desk
from bloodpatch.doors.staff.findings_at_entry import saw
from bloodpatch.doors.ui import findings as ui
from bloodpatch.doors.ui.shown_finding import Shown
from bloodpatch.doors.ui.statuses import Status
from bloodpatch.pathway.events import Happened
from bloodpatch.pathway.findings import KINDS, Finding

MARKS = frozenset(status.value for status in Status)


def shown(desk: Desk, finding: Finding) -> Shown:
    """One that was met just now."""
    about = addresses.to_rule(finding.code)
    return ui.shown(finding, desk.protocol, name_of=desk.signatures, about=about)


def noted(desk: Desk, happened: Happened[Any]) -> tuple[Shown, ...]:
    """Those that stand on an entry. Where today's rules see nothing in it, the rule alone."""
    return tuple(_noted(desk, happened)) if happened.findings else ()


def _noted(desk: Desk, happened: Happened[Any]) -> Iterator[Shown]:
    found = saw(desk, happened)
    for mark in happened.findings:
        level, _colon, code = mark.partition(":")
        if code in KINDS and level in MARKS:
            yield replace(
                shown(desk, found[code]) if code in found else rule(desk, code),
                status=Status(level),
            )


def rule(desk: Desk, code: str) -> Shown:
    about = addresses.to_rule(code)
    return replace(ui.of_rule(KINDS[code], desk.protocol, about=about), says="")

"""What an entry has become: moved from or to another record, put right, or no longer permitted by
what is known today."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from django.utils.translation import gettext as _

from bloodpatch.doors.staff import addresses, finding_display
from bloodpatch.doors.staff.episode_desk import Desk
from bloodpatch.doors.ui import times
from bloodpatch.doors.ui.components import Entry, Link
from bloodpatch.doors.ui.statuses import Status
from bloodpatch.pathway.amendment.events import (
    Corrected,
    EntriesExpected,
    Struck,
)
from bloodpatch.pathway.events import Happened
from bloodpatch.pathway.findings import Finding, Level
from bloodpatch.pathway.queries import reentry


def link(desk: Desk, happened: Happened[Any]) -> Link:
    """From what is expected here to where it was struck; from anything else to its own page."""
    if isinstance(happened.event, EntriesExpected):
        there = addresses.to_episode(happened.event.struck_in.plain())
        return Link(_("The record in which they were struck"), there)
    own = addresses.to_entry("entry", desk.id, happened.position)
    return Link(_("Correct or strike"), own)


# STRUCK


def struck(desk: Desk, said: Entry, happened: Happened[Any]) -> Entry:
    """Who struck it, why, and whose it is."""
    strike = struck_by(desk, happened)
    if strike is None:
        return replace(said, struck=_("Entered in error"), link=None)
    words = _("Entered in error: %(why)s %(who)s, %(when)s") % {
        "why": strike.event.reason,
        "who": desk.signatures(strike.by),
        "when": times.moment(strike.recorded_at),
    }
    other = strike.event.belongs_to
    if other is None:
        return replace(said, struck=words, link=None)
    there = Link(_("The record it belongs to"), addresses.to_episode(other.plain()))
    return replace(said, struck=words, link=there)


def struck_by(desk: Desk, happened: Happened[Any]) -> Happened[Struck] | None:
    """The strike that holds: one that was itself taken back struck nothing."""
    strikes = (h for h in reversed(desk.episode.standing) if isinstance(h.event, Struck))
    return next((h for h in strikes if happened.position in map(int, h.event.positions)), None)


# PUT RIGHT


def corrections(desk: Desk, position: int) -> Iterator[Happened[Corrected]]:
    """The corrections of an entry that stand, as they stand."""
    for later in desk.episode.standing:
        if isinstance(later.event, Corrected) and int(later.event.position) == position:
            yield later


def signed(desk: Desk, correction: Happened[Corrected]) -> str:
    """Who put it right, and who put that right again."""
    again = [desk.signatures(one.by) for one in corrections(desk, correction.position)]
    put_right = [_("put right by %(who)s") % {"who": who} for who in again]
    return "; ".join((desk.signatures(correction.by), *put_right))


# STILL STANDING


def now(desk: Desk, said: Entry, happened: Happened[Any]) -> Entry:
    """Where an entry came from; and beside what was permitted, what would speak against it."""
    if place := reentry.stands_for(happened):
        came = _("First entered in another record, entry %(n)d, and struck there.")
        said = more(said, came % {"n": place[1]})
    if not (findings := desk.broken.get(happened.position, ())):
        return said
    return replace(
        more(said, today(findings)),
        status=level(findings),
        word=_("Not permitted now"),
        findings=(*said.findings, *(finding_display.shown(desk, one) for one in findings)),
    )


def today(findings: tuple[Finding, ...]) -> str:
    words = _("Would not have been permitted by what is known today, because: %(why)s")
    return words % {"why": " ".join(finding.says for finding in findings)}


def level(findings: tuple[Finding, ...]) -> Status:
    stopped = any(finding.kind.level is Level.STOP for finding in findings)
    return Status.STOP if stopped else Status.HOLD


def more(said: Entry, words: str) -> Entry:
    before = f"{said.more.rstrip('.')}. " if said.more else ""
    return replace(said, more=f"{before}{words}")

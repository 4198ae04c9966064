"""What is owed, and when: late, due, or waiting, always with the instant."""

from datetime import datetime, timedelta

from django.utils.translation import gettext as _

from bloodpatch.clinic.directory import ROLE_WORDS
from bloodpatch.doors.staff import addresses
from bloodpatch.doors.staff.acts.command_response import beforehand
from bloodpatch.doors.staff.episode_desk import Desk
from bloodpatch.doors.ui.components import Act, Link, NextAction, Row
from bloodpatch.doors.ui.statuses import Status
from bloodpatch.doors.ui.times import clock, local, moment, span
from bloodpatch.pathway.findings import Cause, Finding
from bloodpatch.pathway.obligations import Obligation
from bloodpatch.pathway.treatment import ACTS
from bloodpatch.pathway.worklist import next_for

MINUTE = timedelta(minutes=1)
NEAR = 10 * MINUTE
"""What falls due so soon is shown as due, and no longer as waiting."""


def standing(due: datetime, now: datetime) -> tuple[Status, str]:
    """One tag: its status and its exact word."""
    if timedelta(0) <= now - due < MINUTE:
        return Status.DUE, _("Due now")
    if now > due:
        return Status.LATE, _("Late %(span)s") % {"span": span((now - due) / MINUTE)}
    if due - now <= NEAR:
        return Status.DUE, _("Due %(when)s") % {"when": clock(due)}
    return Status.WAITING, _("Due %(when)s") % {"when": when(due, now)}


def when(instant: datetime, now: datetime) -> str:
    """The time alone where it is today, with the day where it is not."""
    return clock(instant) if local(instant).date() == local(now).date() else moment(instant)


def rows(desk: Desk) -> tuple[Row, ...]:
    return tuple(row(desk, obligation) for obligation in desk.owed)


def row(desk: Desk, owed: Obligation) -> Row:
    status, word = standing(owed.due, desk.now)
    act = owed.act if owed.act in ACTS else None
    return Row(
        says=owed.says,
        status=status,
        word=word,
        when=_("was due %(when)s") % {"when": when(owed.due, desk.now)}
        if status is Status.LATE
        else "",
        who=str(ROLE_WORDS.get(owed.owner, owed.owner)),
        link=Link(owed.says, addresses.to_act(desk.id, act)) if act and desk.gives(act) else None,
    )


def next_action(desk: Desk, also: tuple[Link, ...] = ()) -> NextAction:
    """The one thing for this person, now; or who acts next."""
    mine = next_for(desk.request.actor.role, desk.owed)
    if mine is not None and mine.act is not None:
        return _mine(desk, mine, mine.act, also)
    theirs = next(iter(desk.owed), None)
    if theirs is None:
        return NextAction(title=_("Nothing is owed"), when=_("This episode is closed."), links=also)
    _status, word = standing(theirs.due, desk.now)
    who = str(ROLE_WORDS.get(theirs.owner, theirs.owner))
    return NextAction(
        title=_("%(who)s next: %(says)s") % {"who": who, "says": theirs.says},
        when=_("Nothing for you now. %(word)s") % {"word": word},
        links=also,
    )


def ways_on(desk: Desk, act: str) -> tuple[Link, ...]:
    """Never a wall: what clears it is on one page, who may decide otherwise on the other."""
    return (
        Link(_("See what is left to do first"), addresses.to_stage(desk.id, ACTS[act].stage)),
        Link(_("Why not, and who may decide otherwise"), addresses.to_act(desk.id, act)),
    )


def whose(desk: Desk, owed: Obligation, word: str, *, late: bool) -> str:
    """What another role owes is never said to be *for you*, also where you may do it."""
    if owed.owner != desk.request.actor.role:
        who = str(ROLE_WORDS.get(owed.owner, owed.owner)).lower()
        return _("Owed by: %(who)s. %(word)s") % {"who": who, "word": word}
    return word if late else _("Next for you. %(word)s") % {"word": word}


def supplies(desk: Desk, found: tuple[Finding, ...]) -> str | None:
    """Where nothing but missing answers stand in the way: the act that supplies the first that
    this person can. What a fact speaks against is never hidden behind a form."""
    blocking = [finding for finding in found if finding.blocks]
    if any(finding.kind.cause is not Cause.MISSING for finding in blocking):
        return None
    acts = (finding.kind.asks for finding in blocking if finding.kind.asks in ACTS)
    return next((act for act in acts if desk.gives(act) and is_free(desk, act)), None)


def is_free(desk: Desk, act: str) -> bool:
    return beforehand(desk, ACTS[act])[1] is None


def _mine(desk: Desk, mine: Obligation, act: str, also: tuple[Link, ...]) -> NextAction:
    found, locked = beforehand(desk, ACTS[act])
    first = supplies(desk, found) if locked else None
    status, word = standing(mine.due, desk.now)
    late = status is Status.LATE
    if late:
        word = _("%(word)s, was due %(when)s") % {"word": word, "when": when(mine.due, desk.now)}
    if locked:
        also = (*also, *ways_on(desk, act))
    return NextAction(
        title=mine.says,
        when=whose(desk, mine, word, late=late),
        act=button(desk, first or act, None if first else locked),
        waits=locked if first else None,
        links=also,
        late=late,
    )


def button(desk: Desk, act: str, locked: Act | None) -> Act:
    return locked or Act(label=ACTS[act].command.title, href=addresses.to_act(desk.id, act))

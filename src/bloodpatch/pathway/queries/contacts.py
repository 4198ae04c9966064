"""The contacts that the protocol plans after a patch (T10 T14): which were made, which is next.

They are counted from the patch, as the protocol says; where its time is not known, from when the
patient left. A contact counts for the planned one that it names; without a name, for the last one
whose window had opened. So one that is made late still counts, and one that was not made stays
owed until somebody has reached the patient: no window that closes ends it.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any

from bloodpatch.pathway.clinical import Milestone, TimeRelation, Timing, hours_between
from bloodpatch.pathway.episode import Round
from bloodpatch.pathway.events import Happened
from bloodpatch.pathway.protocol import Protocol
from bloodpatch.pathway.values import Precision, When
from bloodpatch.pathway.values.units import DAYS_A_WEEK, HOURS_A_DAY

FOLLOWS = frozenset({TimeRelation.AFTER, TimeRelation.AT})


@dataclass(frozen=True, kw_only=True)
class Planned:
    """One contact that is to be made."""

    code: str
    opens: datetime
    due: datetime
    closes: datetime
    why: str
    after_hours: int | None = None
    """After the patch; None where it was promised beside the protocol's."""

    @property
    def words(self) -> str:
        """Up to a day in hours, then in days, from two weeks on in weeks."""
        hours = self.after_hours
        if hours is None:
            return "as promised"
        days, broken = divmod(hours, HOURS_A_DAY)
        if hours <= HOURS_A_DAY or broken:
            return f"{hours} hours after the patch"
        weeks, odd = divmod(days, DAYS_A_WEEK)
        long = f"{days} days" if odd or weeks == 1 else f"{weeks} weeks"
        return f"{long} after the patch"


def counted_from(round: Round) -> When | None:
    given, departed = round.procedure.given_at, round.discharge.departed
    if given is not None and given.precision is not Precision.UNKNOWN:
        return given
    return departed.occurred if departed else given


def planned(round: Round, protocol: Protocol) -> tuple[Planned, ...]:
    """All that the protocol plans, earliest first.

    Where the time is known to the hour or the day only, each is due from its first instant on:
    too early is the safe side.
    """
    start = counted_from(round)
    return () if start is None else tuple(rows(start.at, protocol))


def rows(start: datetime, protocol: Protocol) -> Iterator[Planned]:
    for contact in protocol.followup.contacts:
        due = start + timedelta(hours=contact.after_hours)
        yield Planned(
            code=contact.code,
            after_hours=contact.after_hours,
            opens=due - timedelta(hours=contact.opens_hours_before),
            due=due,
            closes=due + timedelta(hours=contact.closes_hours_after),
            why=contact.why,
        )


def counts_as(contact: Happened[Any], round: Round, protocol: Protocol) -> int | None:
    """For which of the planned contacts one counts, from 0; None where it came before them all.

    A name counts only once its window has opened: a call on day 1 that was filed as the one at
    three months must not end all the calls between.
    """
    contacts = protocol.followup.contacts
    since = hours_since(contact, round)
    open_ = [
        n
        for n, c in enumerate(contacts)
        if since is None or c.after_hours - c.opens_hours_before <= since
    ]
    named = getattr(contact.event, "planned", None)
    if named is not None:
        for n in open_:
            if contacts[n].code == named.plain():
                return n
    return open_[-1] if open_ and since is not None else None


def hours_since(contact: Happened[Any], round: Round) -> Decimal | None:
    """At least so many hours after the patch, as it was told, but never more than by the clock:
    "three months after" on the first day would end all the contacts between."""
    told = hours_after_patch(contact.event.timing, contact.occurred, round)
    clock = hours_between(None, counted_from(round), contact.occurred)
    most = clock[1] if clock else None
    return told if told is None or most is None else min(told, most)


def hours_after_patch(told: Timing | None, at: When, round: Round) -> Decimal | None:
    """At least so many hours; None where nothing is known. What was told comes first."""
    if told is not None and not (
        told.told_from(Milestone.PATCH, round.number) and (told.link or told.relation) in FOLLOWS
    ):
        told = None
    bounds = hours_between(told, counted_from(round), at)
    return None if bounds is None else bounds[0] or Decimal(0)


def made(round: Round, protocol: Protocol) -> Mapping[str, Happened[Any]]:
    """The planned contacts at which the patient was reached, each with the first entry of it."""
    found: dict[str, Happened[Any]] = {}
    for contact in round.followup.reached:
        if (n := counts_as(contact, round, protocol)) is not None:
            found.setdefault(protocol.followup.contacts[n].code, contact)
    return found


def next_planned(round: Round, protocol: Protocol) -> Planned | None:
    """The first that comes after the last one made. Those skipped before it are `missed`."""
    all_, done = planned(round, protocol), made(round, protocol)
    last = max((n for n, one in enumerate(all_) if one.code in done), default=-1)
    return all_[last + 1] if last + 1 < len(all_) else None


def missed(round: Round, protocol: Protocol) -> tuple[Planned, ...]:
    """Planned contacts at which nobody reached the patient, although somebody did later."""
    done = made(round, protocol)
    upcoming = next_planned(round, protocol)
    before = (p for p in planned(round, protocol) if upcoming is None or p.due < upcoming.due)
    return tuple(p for p in before if p.code not in done)


def next_contact(round: Round, protocol: Protocol) -> Planned | None:
    """The next of the protocol's contacts and of those that somebody promised beside them."""
    promised = [
        Planned(code="promised", opens=at, due=at, closes=at, why="Promised to the patient.")
        for at in round.followup.promised
    ]
    upcoming = next_planned(round, protocol)
    return min((*promised, *([upcoming] if upcoming else [])), key=lambda p: p.due, default=None)

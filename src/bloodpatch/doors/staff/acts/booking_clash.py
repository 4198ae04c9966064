"""Who is in the way: said by name, because somebody has to talk to somebody."""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from bloodpatch.clinic import patients
from bloodpatch.clinic.reservations import Clash
from bloodpatch.doors.staff.episode_desk import Desk
from bloodpatch.doors.ui.times import clock, day
from bloodpatch.pathway.values import ValueFault


def who_has_it(desk: Desk, clashes: Iterable[Clash]) -> ValueFault:
    """Everything that is taken, in one answer."""
    clashes = tuple(clashes)
    people = patients.patients_of(desk.request.actor.clinic, {c.taken_by for c in clashes})
    taken = "; ".join(
        _("%(what)s is held for %(who)s, %(day)s %(start)s to %(end)s")
        % {
            "what": desk.names.by_code.get(c.wanted.resource, c.wanted.kind.label),
            "who": people.get(c.taken_by) or _("somebody else"),
            "day": day(c.start),
            "start": clock(c.start),
            "end": clock(c.end),
        }
        for c in clashes
    )
    return ValueFault(
        f"{taken}.",
        _("A room, a physician and a bay are each for one patient at a time."),
        _("Choose another time, room, physician or bay. What you typed is still here."),
    )

"""Entered for the wrong patient: whose it is, struck here and expected there in one step, and
entered there one by one in the ordinary form, filled with what was struck."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any, ClassVar
from uuid import NAMESPACE_URL, uuid5

from django.http import Http404
from django.utils.translation import gettext as _

from bloodpatch.clinic import patients
from bloodpatch.clinic.models import Patient
from bloodpatch.doors.staff import addresses, event_entries
from bloodpatch.doors.staff.access import secondary_access
from bloodpatch.doors.staff.acts.act_form import SAID_NOW, Asked
from bloodpatch.doors.staff.amendment.correction_form import act_of
from bloodpatch.doors.staff.entry_amendments import struck_by
from bloodpatch.doors.staff.episode_desk import Desk, desk_of
from bloodpatch.doors.staff.patient_banner import number_of
from bloodpatch.doors.ui.components import Entry, Link
from bloodpatch.doors.ui.forms import CommandForm, prefill
from bloodpatch.doors.ui.forms.value_field import FaultError
from bloodpatch.pathway.acts import Act
from bloodpatch.pathway.amendment.commands import ExpectEntries
from bloodpatch.pathway.amendment.physicians_work import physicians_work
from bloodpatch.pathway.codes import Code
from bloodpatch.pathway.events import Happened
from bloodpatch.pathway.queries import reentry
from bloodpatch.pathway.values import Count, ValueFault
from bloodpatch.pathway.whereabouts import Whereabouts
from bloodpatch.record import episodes
from bloodpatch.record.errors import RecordFault
from bloodpatch.record.handle import handle
from bloodpatch.record.outcomes import Accepted

FINISH = "amendment.finish_reentry"

NOT_HERE = ValueFault(
    "No open episode of another patient of this clinic has this address.",
    "What is struck as another patient's must be entered for that patient, and followed there.",
    "Go back, and choose the patient again; or strike it without naming anybody.",
)
DONE_ALREADY = ValueFault(
    "This entry stands here already, was left out for a reason, or is struck there no longer.",
    "Entered twice, a dose or a reading would count twice.",
    "Go back to the list of what is still to be entered.",
)


@dataclass(frozen=True)
class Whose:
    """The other patient, told by two identifiers."""

    episode: str
    patient: Patient
    where: Whereabouts
    href: str = ""

    @property
    def number(self) -> str:
        return number_of(self.patient)


def open_elsewhere(desk: Desk) -> dict[str, Whereabouts]:
    """Every other open episode of this clinic."""
    found = episodes.open_episodes(desk.request.record, desk.request.actor.clinic)
    return {one.episode: one.whereabouts for one in found if one.episode != desk.id}


def candidates(desk: Desk, asked: str, position: int) -> Iterator[Whose]:
    """Those who are searched for and have an open episode, each with the way to the strike."""
    known = open_elsewhere(desk)
    strike = addresses.to_entry("amendment.strike", desk.id, position)
    found = patients.find(desk.request.actor.clinic, asked)
    theirs = patients.episodes_of_each(found)
    for patient in found:
        for episode in theirs.get(patient.pk, ()):
            if episode in known:
                yield Whose(episode, patient, known[episode], f"{strike}?belongs={episode}")


def whose(desk: Desk, episode: str) -> Whose | None:
    known = open_elsewhere(desk)
    patient = patients.patient_of(desk.request.actor.clinic, episode)
    if patient is None or episode not in known:
        return None
    secondary_access.look(desk.request, episode)
    return Whose(episode, patient, known[episode])


# STRUCK HERE, EXPECTED THERE


class Striking(CommandForm):
    """A strike that names another patient's episode, if there is one."""

    unknown: ClassVar[bool] = False

    def clean(self) -> None:
        if self.unknown:
            self.add_error(None, FaultError(NOT_HERE))
        super().clean()


class AskedStrike(Asked):
    """The reason of a strike; `belongs` is the patient whose entry it is."""

    belongs: Whose | None = None
    unknown: bool = False
    elsewhere: Link | None = None

    def __init__(self, desk: Desk, act: Act, data: Any, position: int) -> None:
        self.desk = desk
        asked = desk.request.GET.get("belongs", "")
        self.belongs = whose(desk, asked) if asked else None
        self.unknown = bool(asked) and self.belongs is None
        there = Code(self.belongs.episode) if self.belongs else None
        given = {"positions": (Count(position),), "belongs_to": there}
        super().__init__(desk, act, data, only=("reason",), given=given)
        if self.belongs is not None:
            self.within = (self.expected,)
            self.then = addresses.to_act(self.belongs.episode, FINISH)

    def dressed(self, form: type[CommandForm]) -> type[CommandForm]:
        kind: Any = type(form)
        made: type[CommandForm] = kind("StrikingForm", (Striking, form), {"unknown": self.unknown})
        return made

    def expected(self, struck: Accepted) -> None:
        """In the transaction of the strike: both are recorded, or neither."""
        assert self.belongs is not None
        positions = self.form.given["positions"]
        work = physicians_work(struck.episode.up_to(struck.positions[0] - 1), self.desk.protocol)
        marked = tuple(p for p in positions if int(p) in work) or None
        outcome = handle(
            self.desk.request.record,
            ExpectEntries(
                struck_in=Code(self.desk.id), positions=positions, physicians_work=marked
            ),
            episode=self.belongs.episode,
            actor=self.desk.request.actor,
            command_id=str(uuid5(NAMESPACE_URL, f"expected/{self.form.command_id}")),
            seen=None,
        )
        assert isinstance(outcome, Accepted), outcome


def strike(desk: Desk, act: Act, data: Any, *, position: int) -> Asked:
    asked = AskedStrike(desk, act, data, position)
    asked.entries = event_entries.of(desk, [desk.recorded(position)])
    label = _("It belongs to another patient")
    asked.elsewhere = Link(label, addresses.to_entry("elsewhere", desk.id, position))
    return asked


# ENTERED THERE


@dataclass(frozen=True)
class Line:
    """One struck entry: what it said, and how it stands here."""

    entry: Entry
    enter: Link | None = None
    entered: Link | None = None
    says: str = ""


class AskedEnd(Asked):
    """Why the rest is not entered; above it, what there is to enter."""

    lines: tuple[Line, ...] = ()
    left: int = 0


def finish(desk: Desk, act: Act, data: Any) -> Asked:
    waiting = list(reentry.missing(desk.episode))
    other = waiting[0][0] if waiting else "nobody"
    positions = tuple(Count(position) for episode, position in waiting if episode == other)
    given = {"struck_in": Code(other), "positions": positions}
    asked = AskedEnd(desk, act, data, only=("reason",), given=given)
    asked.lines = tuple(lines(desk))
    asked.left = len(waiting)
    return asked


def lines(desk: Desk) -> Iterator[Line]:
    here, waiting = reentry.entered(desk.episode), reentry.missing(desk.episode)
    for place in reentry.expected(desk.episode):
        there, happened = struck_there(desk, place)
        told = readable(there, happened)
        if place in here:
            own = addresses.to_entry("entry", desk.id, here[place])
            yield Line(told, entered=Link(_("Entered here"), own))
        elif place not in waiting:
            yield Line(told, says=_("Left out, for a reason."))
        elif struck_by(there, happened) is None:
            yield Line(told, says=_("It is no longer struck there: leave it out."))
        elif not enterable(desk, happened):
            yield Line(told, says=_("A permit or a physician's word is given anew where needed."))
        else:
            yield Line(told, enter=Link(_("Enter it here"), address(desk, place)))


def readable(there: Desk, happened: Happened[Any]) -> Entry:
    """What it says, to be read and entered: not through a line that strikes it out."""
    return replace(event_entries.entry(there, happened), link=None, struck="")


def enterable(desk: Desk, happened: Happened[Any]) -> bool:
    act = act_of(happened)
    return not act.permit and act.name not in SAID_NOW and desk.gives(act.name)


def address(desk: Desk, place: reentry.Place) -> str:
    return addresses.to_reentry(desk.id, *place)


def struck_there(desk: Desk, place: reentry.Place) -> tuple[Desk, Happened[Any]]:
    """The other record of this clinic, and the entry in it. Only what is expected here is shown."""
    if place not in reentry.expected(desk.episode):
        raise Http404
    there = desk_of(desk.request, place[0])
    secondary_access.look(desk.request, place[0])
    return there, there.recorded(place[1])


def came_from(desk: Desk, happened: Happened[Any]) -> Link | None:
    """From an entry to the record in which it was struck."""
    place = reentry.stands_for(happened)
    return place and Link(_("The record in which it was struck"), addresses.to_episode(place[0]))


class Entering(CommandForm):
    """An ordinary form, which does not take the same struck entry twice."""

    taken: ClassVar[bool] = False

    def clean(self) -> None:
        if self.taken:
            self.add_error(None, FaultError(DONE_ALREADY))
        super().clean()


class AskedAgain(Asked):
    """The ordinary form of an entry, filled with what was struck in the other record."""

    def __init__(self, desk: Desk, act: Act, data: Any, place: reentry.Place) -> None:
        there, happened = struck_there(desk, place)
        missing = place in reentry.missing(desk.episode)
        self.place, self.taken = place, not missing or struck_by(there, happened) is None
        initial = {**prefill(happened.event), "occurred": happened.occurred}
        super().__init__(desk, act, data, initial=initial)
        self.entries = (readable(there, happened),)
        self.used, self.within = reentry.kept(place), (self.once,)
        self.then = addresses.to_act(desk.id, FINISH)

    def once(self, entered: Accepted) -> None:
        """Of two who enter it at the same time the second is told so, and nothing is recorded."""
        here = [reentry.stands_for(happened) for happened in entered.episode.standing]
        if here.count(self.place) > 1:
            raise RecordFault(DONE_ALREADY.what, DONE_ALREADY.why, DONE_ALREADY.now)

    def dressed(self, form: type[CommandForm]) -> type[CommandForm]:
        kind: Any = type(form)
        made: type[CommandForm] = kind("EnteringForm", (Entering, form), {"taken": self.taken})
        return made


def again(desk: Desk, act: Act, data: Any, *, other: str, at: int) -> Asked:
    return AskedAgain(desk, act, data, (other, at))

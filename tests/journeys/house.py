"""The clinic of the journeys: its people, its clock, its patients, and what is owed to them."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from bloodpatch.clinic import clinics
from bloodpatch.clinic.models import Bay, Clinic, Room, Staff
from bloodpatch.config import records
from bloodpatch.config.clock import OwnedClock
from bloodpatch.doors.staff import addresses
from bloodpatch.pathway.episode import Episode
from bloodpatch.pathway.roles import Role
from bloodpatch.pathway.values import When
from bloodpatch.pathway.whereabouts import Whereabouts
from bloodpatch.pathway.worklist import owed
from bloodpatch.record.folds import current
from tests.journeys.visitor import PASSWORD, Visitor

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from tests.journeys.looking import Looking

ZONE = "America/Denver"
PEOPLE = (
    ("nisha", "Nisha Iyer", "Dr", Role.PHYSICIAN),
    ("tobi", "Tobi Okafor", "", Role.NURSE),
    ("grace", "Grace Lindqvist", "", Role.NURSE),
    ("lena", "Lena Ruiz", "", Role.FRONT_DESK),
    ("jonas", "Jonas Brandt", "", Role.SERVICE_LEAD),
)


@dataclass
class House:
    clinic: Clinic
    clock: OwnedClock
    new_page: "Callable[[], Page]"
    looking: "Looking | None"
    visitors: dict[str, Visitor] = field(default_factory=dict)
    patient: str = ""
    episode: str = ""

    # people

    def person(self, username: str) -> Visitor:
        if username not in self.visitors:
            seen = Visitor(self, self.new_page(), username, self.looking)
            self.visitors[username] = seen
        return self.visitors[username]

    # places

    def at(self, where: str = "") -> str:
        return f"/staff/episodes/{self.episode}/{where}"

    def at_act(self, act: str) -> str:
        stage = act.partition(".")[0].replace("_", "-")
        return self.at(f"{stage}/{addresses.words_of(act)}/")

    # time

    def it_is(self, text: str) -> None:
        """On the clinic's wall; everybody has looked away meanwhile."""
        self.look_away()
        self.clock.set(When.parse(text, ZONE).at)

    def later(self, **span: float) -> None:
        self.look_away()
        self.clock.advance(timedelta(**span))

    def look_away(self) -> None:
        """A screen that nobody looks at: a live one would ask to sign in again by itself."""
        for visitor in self.visitors.values():
            visitor.page.goto("about:blank")

    # the record

    def state(self) -> Episode:
        folded: Any = current(records.record(), self.clinic.pk, self.episode)
        return folded.state  # type: ignore[no-any-return]

    def history(self) -> list[str]:
        return [happened.event.name for happened in self.state().history]

    def owed(self) -> list[str]:
        state = self.state()
        protocol = records.record().protocols.in_force(self.clinic.pk, state.protocol)
        return [obligation.code for obligation in owed(state, protocol)]

    def nobody_is_lost(self) -> None:
        """No open episode is without something owed."""
        state = self.state()
        if state.whereabouts is not Whereabouts.CLOSED:
            assert self.owed(), f"{self.patient}, {state.whereabouts}: nobody owes anything"


def open_clinic() -> Clinic:
    clinic = clinics.open_clinic(
        code="juniper",
        name="Juniper Street",
        phone="+1 801 555 0142",
        address="12 Juniper Street",
        zone=ZONE,
    )
    for username, name, title, role in PEOPLE:
        person = Staff(clinic=clinic, username=username, name=name, title=title, role=role)
        person.set_password(PASSWORD)
        person.save()
    for number in (1, 2):
        Room.objects.create(clinic=clinic, name=f"Room {number}")
    for letter in "AB":
        Bay.objects.create(clinic=clinic, name=f"Bay {letter}")
    return clinic

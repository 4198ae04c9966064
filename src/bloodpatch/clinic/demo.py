"""The demo's clinic and staff: invented, printed with passwords, never among real ones."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.conf import settings
from django.db import transaction

from bloodpatch.clinic import clinics, signatures
from bloodpatch.clinic.models import Bay, Clinic, Room, Staff, StaffChange
from bloodpatch.pathway.protocol import Protocol
from bloodpatch.pathway.roles import Role
from bloodpatch.record.protocols import shipped

CODE = "juniper"
RUNS = "kaysville"
"""The protocol that the demo's physician has signed."""


SIGNED_BEFORE = timedelta(days=60)


class NotADemo(RuntimeError):
    """Somebody wanted invented people in a folder that is not marked as a demo."""


@dataclass(frozen=True)
class SignIn:
    """`name` is what is typed to sign in; `person` is who that is."""

    role: Role
    name: str
    person: str
    title: str
    password: str


PEOPLE = (
    SignIn(Role.PHYSICIAN, "nisha", "Nisha Iyer", "Dr", "quiet lantern over seven hills"),
    SignIn(Role.PHYSICIAN, "paul", "Paul Brandt", "Dr", "copper kettle under slow rain"),
    SignIn(Role.NURSE, "tobi", "Tobi Okafor", "", "green ladder beside old harbour"),
    SignIn(Role.FRONT_DESK, "lena", "Lena Ruiz", "", "paper boat along wide river"),
    SignIn(Role.SERVICE_LEAD, "ama", "Ama Osei", "", "silver needle among tall pines"),
    SignIn(Role.ADMINISTRATOR, "kit", "Kit Moreau", "", "wooden clock behind blue door"),
)


@transaction.atomic
def accounts(clinic: Clinic, *, marked_as_demo: bool, now: datetime) -> tuple[SignIn, ...]:
    """The demo's staff, once; and whom to sign in as. Refused unless the folder bears the mark."""
    if not marked_as_demo:
        raise NotADemo(
            "Invented accounts with printed passwords belong in a demo folder only. "
            "Make one with `bloodpatch serve --demo`, in an empty folder."
        )
    for one in PEOPLE:
        if Staff.objects.filter(username=one.name).exists():
            continue
        person = Staff(
            clinic=clinic, username=one.name, name=one.person, title=one.title, role=one.role
        )
        # Past the checks of passwords on purpose: they refuse the demo's, which are printed.
        person.set_password(one.password)
        person.save(force_insert=True)
        StaffChange.objects.create(
            staff=person, what="added", after=one.role, by="the demo", at=now
        )
    return PEOPLE


def house(*, marked_as_demo: bool) -> Clinic:
    """The demo's clinic, with a room and three bays."""
    if not marked_as_demo:
        raise NotADemo("An invented clinic belongs in a demo folder only.")
    found = Clinic.objects.filter(pk=CODE).first()
    if found is not None:
        return found
    clinic = clinics.open_clinic(
        code=CODE,
        name="Juniper Street (demo)",
        phone="+1 801 555 0142",
        address="12 Juniper Street, Kaysville, Utah",
        zone="America/Denver",
    )
    Room.objects.create(clinic=clinic, name="Procedure room 1")
    Bay.objects.bulk_create(Bay(clinic=clinic, name=f"Bay {letter}") for letter in "ABC")
    return clinic


def signed(clinic: Clinic, protocol: Protocol, now: datetime) -> None:
    """The demo's first physician has read the rules and signed them, before anybody came."""
    if clinics.active_protocol(clinic.pk) is None:
        physician = Staff.objects.get(clinic=clinic, username=PEOPLE[0].name)
        signatures.sign(clinic, protocol, by=physician, now=now - SIGNED_BEFORE)


def load() -> tuple[SignIn, ...]:
    """What `bloodpatch serve --demo` calls, each time; the second time changes nothing."""
    marked = bool(settings.DEMO)
    with transaction.atomic():
        clinic = house(marked_as_demo=marked)
        people = accounts(clinic, marked_as_demo=marked, now=settings.NOW())
        signed(clinic, shipped(RUNS), settings.NOW())
    return people

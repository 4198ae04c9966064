"""How much is explored: the patients of each domain, and how many unusual things happen to them.

Patients have the same treatment with other difficulties: a drug against clotting, sedation, a
headache that comes back (then the second round is explored). In `short` nothing unusual happens to
anybody. In `small` one thing of a short list happens to the patient without difficulties, whenever
it can; in `large` anything at all does, one of the short list to those who take a drug or are
sedated, and another patch is decided too early.
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime

from bloodpatch.doors.console.explore.moves import Domain, Move, Patient
from bloodpatch.doors.console.explore.scenario_moves import BACK, DRUG, MOVES, SEDATED, WAITS
from bloodpatch.pathway.clinical import Setting
from bloodpatch.pathway.protocol.sections.preparation import AntithromboticPolicy
from bloodpatch.pathway.roles import Role
from bloodpatch.pathway.stages.referral.commands import Receive
from bloodpatch.pathway.whereabouts import Whereabouts

# fmt: off
FIRST = ("sorted, with puncture and onset", "headache told", "flags: none", "patch decided")
CHECKED = (
    "booked", "comes, and is identified", "flags again, no infection, temperature",
    "legs examined, allergies asked",
)
PATCHED = (
    "position, skin, blood drawn", "needle placed", "blood injected", "needle out",
    "received, rests", "until the rest is over", "may stand", "walks",
)
AGAIN = (
    "until the next contact", "headache comes back", "until another patch is possible",
    "assessed again", "another patch decided",
)
# fmt: on


def prepared(*traits: str) -> tuple[str, ...]:
    """From the booking until everything that the time-out asks for is there."""
    bleeding = "bleeding asked: takes a drug" if DRUG in traits else "bleeding asked: nothing"
    planned = ("sedation planned, fasting, escort",) if SEDATED in traits else ()
    return (*CHECKED, bleeding, "consents", *planned)


def walked(*traits: str) -> tuple[str, ...]:
    started = "sedated, procedure started" if SEDATED in traits else "procedure started"
    return (*prepared(*traits), "time-out", started, *PATCHED)


def gone_home(*traits: str) -> tuple[str, ...]:
    planned = ("drug: when again",) if DRUG in traits else ()
    awake = ("awake, with an escort",) if SEDATED in traits else ()
    permitted = ("may go home", "goes home")
    return (*walked(*traits), "observed", "legs as before", "instructed", *planned, *awake,
            *permitted)  # fmt: skip


BEFORE_THE_PATCH = (
    "declines the patch", "withdraws", "headache told", "flags: none", "flags: one that stops",
    "flags: one that holds", "no patch decided", "sent elsewhere", "called off", "does not come",
    "patched elsewhere", "comes, and is identified", "comes, and is not identified",
    "sedation planned without an escort", "fever, told an hour late", "bleeds easily",
    "a drug whose last dose nobody knows", "consent struck",
)  # fmt: skip
"""The short list: a way that turns before the needle, or a fact that speaks against it. What makes
most states for what it shows is left to the large domain: a fever, an infection or a flag on the
day, which are asked again between any two answers, and all that happens from the table on."""
TOO_EARLY = (
    "another patch decided", "answered: another patch decided",
    "until a minute before another patch is possible",
)  # fmt: skip
"""For the headache that comes back: decided before it was assessed again, or before its time."""

EVERYBODY: tuple[tuple[str, ...], ...] = ((), (DRUG,), (SEDATED,), (BACK,))


def patient(
    *traits: str,
    unusual: int,
    done: tuple[str, ...] | None = None,
    things: Iterable[str] = (),
) -> Patient:
    """Everybody comes from somewhere else, and so has an entry of their own."""
    setting = tuple(Setting)[EVERYBODY.index(traits)]
    empty = frozenset({Whereabouts.EMPTY})
    says = (Receive(setting=setting),)
    first = Move(name="referred", role=Role.FRONT_DESK, says=says, at=empty, ever=True)
    back = (*FIRST, *gone_home(*traits), *AGAIN) if BACK in traits else ()
    return Patient(traits, unusual, first, back if done is None else done, frozenset(things))


SMALL = Domain(
    name="small",
    patients=(
        patient(DRUG, unusual=0),
        patient(SEDATED, unusual=0),
        patient(BACK, unusual=0),
        patient(unusual=1, things=BEFORE_THE_PATCH),
    ),
    moves=MOVES,
    waits=WAITS,
    begins=datetime(2026, 11, 16, 15, 0, tzinfo=UTC),
    zone="America/Denver",
    protocol="kaysville",
    follows=AntithromboticPolicy.ASRA_REGIONAL_2025,
)
LARGE = Domain(
    name="large",
    patients=(
        patient(unusual=1),
        patient(DRUG, unusual=1, things=BEFORE_THE_PATCH),
        patient(SEDATED, unusual=1, things=BEFORE_THE_PATCH),
        patient(BACK, unusual=1, things=TOO_EARLY),
    ),
    moves=MOVES,
    waits=WAITS,
    begins=SMALL.begins,
    zone=SMALL.zone,
    protocol=SMALL.protocol,
    follows=SMALL.follows,
)
SHORT = replace(
    SMALL,
    name="short",
    patients=tuple(patient(*traits, unusual=0) for traits in ((), (DRUG,), (SEDATED,), (BACK,))),
)
DOMAINS = {domain.name: domain for domain in (SHORT, SMALL, LARGE)}

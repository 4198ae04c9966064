"""The treatment page, put together: a clinic and its protocol in, plain words out.

Nothing is asked and nothing is decided here; the templates only arrange what this says.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from bloodpatch.clinic.models import Clinic
from bloodpatch.doors.public import studies, when_to_call
from bloodpatch.doors.public.rules import InForce
from bloodpatch.doors.public.steps import Shown, steps
from bloodpatch.doors.public.words import counted, hours, listed, span
from bloodpatch.pathway.protocol import Protocol

EASY = "take_it_easy"


@dataclass(frozen=True)
class Told:
    """All numbers of one protocol, as patients read them."""

    rules: str
    signed_on: str
    facts: tuple[tuple[str, str], ...]
    steps: tuple[Shown, ...]
    sedation: tuple[str, ...]
    easy: str
    limits: tuple[str, ...]
    contacts: str
    again: tuple[str, ...]
    groups: tuple[studies.Group, ...]
    dots: tuple[studies.Dot, ...]
    groups_people: int
    groups_source: str
    second: studies.Known
    harms_source: str
    unsure: tuple[studies.Known, ...]
    without: tuple[studies.Known, ...]
    hundred: int = studies.HUNDRED


@dataclass(frozen=True)
class Page:
    """`told` is None where the rules that the clinic signed are not known here."""

    clinic: Clinic
    told: Told | None
    harms: tuple[tuple[str, str], ...] = studies.HARMS
    at_once: tuple[when_to_call.Sign, ...] = when_to_call.AT_ONCE
    same_day: tuple[when_to_call.Sign, ...] = when_to_call.SAME_DAY
    emergency: str = field(default=when_to_call.EMERGENCY)

    @property
    def template(self) -> str:
        return "public/treatment.html" if self.told else "public/numberless.html"

    @property
    def phone_link(self) -> str:
        return "tel:" + "".join(sign for sign in self.clinic.phone if sign in "+0123456789")


def page_of(clinic: Clinic, rules: InForce | None) -> Page:
    if rules is None:
        return Page(clinic, None)
    return Page(clinic, told(rules.protocol, rules.signed_on(clinic.zone)))


def told(protocol: Protocol, signed_on: str) -> Told:
    easy = easy_for(protocol)
    groups = studies.out_of_100(studies.GROUPS)
    return Told(
        rules=f"{protocol.title}, version {protocol.version}",
        signed_on=signed_on,
        facts=tuple(facts(protocol, easy)),
        steps=steps(protocol),
        sedation=tuple(sedation(protocol)),
        easy=easy,
        limits=tuple(limits(protocol)),
        contacts=listed([hours(c.after_hours) for c in protocol.followup.contacts]),
        again=tuple(again(protocol)),
        groups=groups,
        dots=studies.dots(groups),
        groups_people=sum(group.people for group in studies.GROUPS),
        groups_source=studies.named(protocol.citation(studies.GROUPS_STUDY)),
        second=studies.sourced(studies.SECOND, protocol),
        harms_source=studies.named(protocol.citation(studies.HARMS_STUDY)),
        unsure=tuple(
            studies.sourced(known, protocol) for known in (studies.rest(protocol), *studies.UNSURE)
        ),
        without=tuple(studies.sourced(known, protocol) for known in studies.WITHOUT),
    )


def facts(protocol: Protocol, easy: str) -> Iterator[tuple[str, str]]:
    """The line under the drawing: what most people want to know first (T4 T6 T8 T11)."""
    procedure = protocol.procedure
    yield "The injection takes", "a few minutes"
    yield "Your own blood", f"{span(procedure.draw_ml_low, procedure.draw_ml_high)} mL"
    yield "Rest after it", f"{counted(protocol.recovery.rest_minutes, 'minute')}"
    if easy:
        yield "Take it easy for", easy


def sedation(protocol: Protocol) -> Iterator[str]:
    """T5: what it asks of a patient to be given a calming drug."""
    ready, home = protocol.preparation, protocol.discharge
    yield (
        f"Eat nothing for {hours(ready.fasting_light_hours)} before. After a fatty meal, for"
        f" {hours(ready.fasting_fatty_hours)}."
    )
    yield f"Drink nothing for {hours(ready.fasting_clear_hours)} before."
    yield f"Bring an adult who stays with you for {hours(ready.escort_hours)}."
    yield f"Do not drive for {hours(home.driving_after_sedation_hours)}."


def easy_for(protocol: Protocol) -> str:
    """T11: for how long to take it easy; nothing where this clinic does not ask for it."""
    asked = (limit for limit in protocol.discharge.restrictions if limit.code == EASY)
    return next((counted(limit.days, "day") for limit in asked if limit.days), "")


def limits(protocol: Protocol) -> Iterator[str]:
    """T11 T12: each restriction in the protocol's own words."""
    for limit in protocol.discharge.restrictions:
        until = f"{counted(limit.days, 'day')} after the patch" if limit.days else ""
        words = limit.sentence.replace("{until}", until)
        yield words.replace("{kg}", str(protocol.discharge.lift_limit_kg))


def again(protocol: Protocol) -> Iterator[str]:
    """T15: a second patch, and when somebody else has a look first."""
    repeat = protocol.repeat
    patches = counted(repeat.specialist_review_after_patches, "patch", "patches")
    yield f"It is given {hours(repeat.min_interval_hours)} after the first, or later."
    yield f"After {patches} a specialist has a look before there is one more."

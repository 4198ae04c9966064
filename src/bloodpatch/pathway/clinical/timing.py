"""A time as people tell it: counted from something, more or less exactly.

"18 hours after the puncture", "day 2 after the patch", "for 3 months". Reports and patients say
when in this way far more often than by the clock, and a date made up from it would be a lie. A
rule reads `hours`, the bounds that the words leave, and takes the one that is safe.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar, Self

from bloodpatch.pathway.clinical.birth import listed, shortest
from bloodpatch.pathway.clinical.bounds import (
    AT_ONCE,
    NEXT_PART_OF_DAY,
    Bounds,
    at_least,
    at_most,
)
from bloodpatch.pathway.clinical.milestones import DayPart, Milestone, Pace, TimeRelation, TimeUnit
from bloodpatch.pathway.clinical.told_time import PLAIN, canonical
from bloodpatch.pathway.values.fault import ValueFault, quoted
from bloodpatch.pathway.values.value import Value, not_plain

SPANS = frozenset({TimeRelation.WITHIN, TimeRelation.UNTIL, TimeRelation.FOR, TimeRelation.EVERY})
LINKS = frozenset({TimeRelation.AFTER, TimeRelation.BEFORE})
WITHOUT_ORDINAL = frozenset(
    {
        Milestone.BIRTH,
        Milestone.FIRST_VISIT,
        Milestone.NEXT_PUNCTURE,
        Milestone.NOT_STATED,
        Milestone.NOW,
        Milestone.PREVIOUS_PATCH,
    }
)

MOST, MOST_TIMES = 1000, 99
LISTED = {
    "relation": TimeRelation,
    "event": Milestone,
    "unit": TimeUnit,
    "part": DayPart,
    "pace": Pace,
    "link": TimeRelation,
}


@dataclass(frozen=True, slots=True)
class Timing(Value):
    """`[about] [LOW[-HIGH] UNIT] [PART or PACE] RELATION EVENT [ORDINAL]`; a span has its
    relation first: "within 24 hour after patch 1", "for 3 month", "until discharge"."""

    relation: TimeRelation
    event: Milestone | None = None
    low: Decimal | None = None
    high: Decimal | None = None
    unit: TimeUnit | None = None
    about: bool = False
    part: DayPart | None = None
    pace: Pace | None = None
    ordinal: int | None = None
    """Which one: the second patch."""
    link: TimeRelation | None = None
    """Only with a span: whether it lies after or before the event."""

    title: ClassVar[str] = "time told from an event, such as 18 hour after puncture"
    example: ClassVar[str] = "18 hours after puncture"

    def __post_init__(self) -> None:
        for name, kind in LISTED.items():
            listed(getattr(self, name), kind)
        for name in ("low", "high"):
            if (number := getattr(self, name)) is not None:
                object.__setattr__(self, name, shortest(number, places=2, largest=MOST))
        if self.high is not None and self.high == self.low:
            object.__setattr__(self, "high", None)
        if fault := self._amount_fault() or self._shape_fault():
            raise ValueFault(
                fault,
                "A told time is a number and a unit, a direction, and an event.",
                "Say it like this: 18 hours after puncture; 2-3 days after patch 1; for 3 months.",
            )

    def _amount_fault(self) -> str:
        """What is wrong with the number and its unit; nothing where they fit."""
        if (self.low is None) != (self.unit is None):
            return "A number and its unit come together."
        if self.high is not None and (self.low is None or self.high < self.low):
            return "The range does not go upwards."
        if self.about and self.low is None:
            return "Without a number there is nothing that could be about so much."
        if self.pace and (self.part or self.low is not None):
            return f"{self.pace.label} says how soon; a number or a part of the day says it too."
        return ""

    def _shape_fault(self) -> str:
        """What is wrong with relation, event and link; nothing where they fit."""
        if self.ordinal is not None and (
            self.event is None
            or self.event in WITHOUT_ORDINAL
            or type(self.ordinal) is not int
            or not 1 <= self.ordinal <= MOST_TIMES
        ):
            return "Only an event that can happen again has a number."
        if self.event is Milestone.BIRTH and not (
            self.unit is TimeUnit.YEAR or self.relation is TimeRelation.SINCE
        ):
            return "Birth is the patient's own, counted in years; the other is the delivery."
        if self.relation not in SPANS:
            return "" if self.event and not self.link else "It does not say from which event."
        if self.pace or self.part:
            return "A span has no pace and no part of the day."
        if self.low is None:
            fits = self.relation is TimeRelation.UNTIL and self.event and not self.link
            return "" if fits else f"{self.relation.label} how long?"
        if (self.event is None) != (self.link is None) or (self.link and self.link not in LINKS):
            return "A span lies after or before its event."
        return ""

    @property
    def hours(self) -> Bounds | None:
        """The hours that it leaves between the event and what is told; the length of a span.
        None where the words leave everything open.

        Never below zero: whether before or after is said by `relation` and `link`.
        """
        if self.low is not None and self.unit is not None:
            low = at_least(self.low, self.unit, about=self.about)
            high = at_most(
                self.low if self.high is None else self.high, self.unit, about=self.about
            )
            if self.relation is TimeRelation.WITHIN:
                return (Decimal(0), high)
            return (None, high) if self.relation is TimeRelation.UNTIL else (low, high)
        if self.part and self.relation is not TimeRelation.SINCE:
            return NEXT_PART_OF_DAY
        if self.pace is Pace.IMMEDIATELY:
            return AT_ONCE
        if self.relation is TimeRelation.AT and self.pace is None:
            return (Decimal(0), Decimal(0))
        return None

    def told_from(self, event: Milestone, ordinal: int | None = None) -> bool:
        """Whether it is counted from this event. A patch without a number may be any patch."""
        return self.event is event and (ordinal is None or self.ordinal in (None, ordinal))

    def plain(self) -> str:
        amount = self._amount(self.unit.value if self.unit else "")
        words = (self.part, self.pace, self.relation, self.event, self.ordinal)
        if self.relation in SPANS:
            return _joined(self.relation, amount, self.link, self.event, self.ordinal)
        return _joined(amount, *words)

    def _amount(self, unit: str) -> str:
        if self.low is None:
            return ""
        about = "about " if self.about else ""
        return f"{about}{self.low}{f'-{self.high}' if self.high is not None else ''} {unit}"

    @classmethod
    def of(cls, plain: object) -> Self:
        match = PLAIN.fullmatch(plain) if isinstance(plain, str) else None
        if match is None:
            raise not_plain("told time", plain)
        value = cls._from(match.groupdict())
        if value.plain() != plain:
            raise not_plain("told time", plain)
        return value

    @classmethod
    def parse(cls, text: str) -> Self:
        match = PLAIN.fullmatch(canonical(text))
        if match is None:
            raise ValueFault(
                f"{quoted(text)} is not a told time.",
                "Its parts do not stand in an order that is read here.",
                "Say it like this: 18 hours after puncture; about 2-3 days after patch 1.",
            )
        return cls._from(match.groupdict())

    @classmethod
    def _from(cls, said: dict[str, str | None]) -> Self:
        """The value of these words, each under its name in the pattern."""
        opens, relation = said["opens"], said["relation"]
        if not opens and not relation:
            raise ValueFault(
                "It does not say after or before which event.",
                "An event alone, or a pace alone, is no time.",
                "Say it like this: after puncture; immediately after patch 1; at delivery.",
            )
        link = TimeRelation(relation) if opens and relation else None
        return cls(
            TimeRelation(opens or relation or ""),
            Milestone(event) if (event := said["event"]) else None,
            Decimal(low) if (low := said["low"]) else None,
            Decimal(high) if (high := said["high"]) else None,
            TimeUnit(unit) if (unit := said["unit"]) else None,
            about=said["about"] is not None,
            part=DayPart(part) if (part := said["part"]) else None,
            pace=Pace(pace) if (pace := said["pace"]) else None,
            ordinal=int(ordinal) if (ordinal := said["ordinal"]) else None,
            link=link,
        )

    def __str__(self) -> str:
        one = self.low == 1 and self.high is None
        unit = f"{self.unit}{'' if one else 's'}" if self.unit else ""
        event = self.event.label if self.event else ""
        if self.ordinal is not None:
            event = f"{event.removeprefix('the ')} {self.ordinal}"
        amount = self._amount(unit)
        if self.relation in SPANS:
            return _joined(self.relation, amount, self.link, event)
        part = self.part and f"({self.part})" if self.low is not None else self.part
        during = self.pace is Pace.DURING and self.relation is TimeRelation.AT
        return _joined(amount, part, self.pace, "" if during else self.relation, event)


def _joined(*words: object) -> str:
    return " ".join(str(word) for word in words if word)

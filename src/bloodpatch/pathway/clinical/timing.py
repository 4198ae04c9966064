"""A time as people tell it: counted from something, more or less exactly.

"18 hours after the puncture", "day 2 after the patch", "for 3 months". Reports and patients say
when in this way far more often than by the clock, and a date made up from it would be a lie. A
rule reads `hours`, the bounds that the words leave, and takes the one that is safe.
"""

from __future__ import annotations

from dataclasses import KW_ONLY, dataclass
from decimal import Decimal
from typing import ClassVar, Self

from bloodpatch.pathway.clinical.milestones import DayPart, Milestone, Pace, TimeRelation, TimeUnit
from bloodpatch.pathway.clinical.told_time import PLAIN, Parts, exactly, read
from bloodpatch.pathway.values.fault import ValueFault
from bloodpatch.pathway.values.value import Value, not_plain

Bounds = tuple[Decimal | None, Decimal | None]
"""At least and at most so many hours; None where the words set no bound on that side."""

SPANS = frozenset(
    {TimeRelation.WITHIN, TimeRelation.UNTIL, TimeRelation.FOR, TimeRelation.EVERY}
)
LINKS = frozenset({TimeRelation.AFTER, TimeRelation.BEFORE})
WITHOUT_ORDINAL = frozenset({Milestone.NOW, Milestone.NOT_STATED, Milestone.BIRTH})

HOURS = {TimeUnit.MINUTE: Decimal(1) / 60, TimeUnit.HOUR: Decimal(1)}
DAYS = {
    TimeUnit.DAY: (1, 1),
    TimeUnit.WEEK: (7, 7),
    TimeUnit.MONTH: (28, 31),
    TimeUnit.YEAR: (365, 366),
}
"""The shortest and the longest such unit."""

NIGHT_HOURS = Decimal(36)
"""The next morning, evening or night begins within a day and is over within half a day more."""
AT_ONCE_HOURS = Decimal("0.5")
LARGEST = Decimal(1000)


@dataclass(frozen=True, slots=True)
class Timing(Value):
    """`[about] [LOW[-HIGH] UNIT] [PART or PACE] RELATION EVENT [ORDINAL]`; a span has its
    relation first: "within 24 hour after patch 1", "for 3 month", "until discharge"."""

    relation: TimeRelation
    event: Milestone | None = None
    low: Decimal | None = None
    high: Decimal | None = None
    unit: TimeUnit | None = None
    _: KW_ONLY
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
        for name in ("low", "high"):
            object.__setattr__(self, name, exactly(getattr(self, name)))
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
        if (self.low is None) != (self.unit is None) or (self.high and self.low is None):
            return "A number and its unit come together."
        if self.low is not None and not 0 <= self.low <= (self.high or LARGEST) <= LARGEST:
            return "The number is too large, or the range does not go upwards."
        if self.about and self.low is None:
            return "Without a number there is nothing that could be about so much."
        if self.pace and (self.part or self.low is not None):
            return f"{self.pace.label} says how soon; a number or a part of the day says it too."
        return ""

    def _shape_fault(self) -> str:
        """What is wrong with relation, event and link; nothing where they fit."""
        if self.ordinal is not None and (
            self.event is None or self.event in WITHOUT_ORDINAL or not 1 <= self.ordinal <= 99
        ):
            return "Only an event that can happen again has a number."
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

    # --- what a rule reads ---

    @property
    def hours(self) -> Bounds | None:
        """The hours that it leaves between the event and what is told; the length of a span.
        None where the words leave everything open.

        Days are those of the calendar: one day after is tomorrow, which is anything up to 48
        hours. Always positive: whether before or after is said by `relation` and `link`.
        """
        if self.low is not None and self.unit is not None:
            low, high = self._at_least(self.low), self._at_most(self.high or self.low)
            if self.relation is TimeRelation.WITHIN:
                return (Decimal(0), high)
            return (None, high) if self.relation is TimeRelation.UNTIL else (low, high)
        if self.part and self.relation is not TimeRelation.SINCE:
            return (Decimal(0), NIGHT_HOURS)
        if self.pace is Pace.IMMEDIATELY:
            return (Decimal(0), AT_ONCE_HOURS)
        if self.relation is TimeRelation.AT and self.pace is None:
            return (Decimal(0), Decimal(0))
        return None

    def _at_least(self, number: Decimal) -> Decimal:
        assert self.unit is not None  # noqa: S101  asked by hours
        if self.unit in HOURS:
            least = number * HOURS[self.unit]
        else:
            least = (number * DAYS[self.unit][0] - 1) * 24
        return max(Decimal(0), least - self._slack(number))

    def _at_most(self, number: Decimal) -> Decimal:
        assert self.unit is not None  # noqa: S101  asked by hours
        if self.unit in HOURS:
            most = number * HOURS[self.unit]
        else:
            most = (number * DAYS[self.unit][1] + 1) * 24
        return most + self._slack(number)

    def _slack(self, number: Decimal) -> Decimal:
        """What `about` adds on both sides: half a unit, or a tenth of the whole if that is more."""
        if not self.about or self.unit is None:
            return Decimal(0)
        one = HOURS[self.unit] if self.unit in HOURS else Decimal(DAYS[self.unit][1] * 24)
        return one * max(Decimal("0.5"), number / 10)

    def told_from(self, event: Milestone, ordinal: int | None = None) -> bool:
        """Whether it is counted from this event. A patch without a number may be any patch."""
        return self.event is event and (ordinal is None or self.ordinal in (None, ordinal))

    # --- its forms ---

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
        return f"{about}{self.low}{f'-{self.high}' if self.high else ''} {unit}"

    @classmethod
    def of(cls, plain: object) -> Self:
        match = PLAIN.fullmatch(plain) if isinstance(plain, str) else None
        if match is None:
            raise not_plain("told time", plain)
        value = cls._from(Parts.matched(match))
        if value.plain() != plain:
            raise not_plain("told time", plain)
        return value

    @classmethod
    def parse(cls, text: str) -> Self:
        return cls._from(read(text))

    @classmethod
    def _from(cls, parts: Parts) -> Self:
        relation, link = parts.relation, parts.link
        if parts.opens is not None:
            relation, link = parts.opens, parts.relation
        return cls(
            relation or TimeRelation.AFTER,
            parts.event,
            parts.low,
            parts.high,
            parts.unit,
            about=parts.about,
            part=parts.part,
            pace=parts.pace,
            ordinal=parts.ordinal,
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
        return _joined(amount, part, self.pace, self.relation, event)


def _joined(*words: object) -> str:
    return " ".join(str(word) for word in words if word)

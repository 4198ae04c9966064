"""Reading a told time: its stored words, and what people type instead of them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Self

from bloodpatch.pathway.clinical.milestones import DayPart, Milestone, Pace, TimeRelation, TimeUnit
from bloodpatch.pathway.values.fault import ValueFault, quoted
from bloodpatch.pathway.values.typed import number_and_rest, tidied

NUMBER = r"(?:0|[1-9][0-9]{0,3})(?:\.[0-9]{1,2})?"


def either(words: object) -> str:
    return "|".join(words)  # type: ignore[arg-type]


AMOUNT = (
    rf"(?P<about>about )?(?P<low>{NUMBER})(?:-(?P<high>{NUMBER}))? (?P<unit>{either(TimeUnit)})"
)
PLAIN = re.compile(
    rf"(?:(?P<opens>within|until|for|every)(?: |$))?"
    rf"(?:{AMOUNT}(?: |$))?"
    rf"(?:(?P<part>{either(DayPart)}) |(?P<pace>{either(Pace)}) )?"
    rf"(?:(?P<relation>after|before|at|since) )?"
    rf"(?P<event>{either(Milestone)})?(?: (?P<ordinal>[1-9][0-9]?))?"
)

# Said for a unit; `m` is left out, because it could be minutes or months.
UNITS = {
    **{word: TimeUnit.MINUTE for word in ("min", "mins")},
    **{word: TimeUnit.HOUR for word in ("h", "hr", "hrs")},
    **{word: TimeUnit.DAY for word in ("d",)},
    **{word: TimeUnit.WEEK for word in ("w", "wk", "wks")},
    **{word: TimeUnit.MONTH for word in ("mo", "mos")},
    **{word: TimeUnit.YEAR for word in ("y", "yr", "yrs")},
    **{f"{unit}s": unit for unit in TimeUnit},
}
EVENTS = {
    "lumbar puncture": Milestone.PUNCTURE,
    "dural puncture": Milestone.PUNCTURE,
    "removal of catheter": Milestone.CATHETER_REMOVAL,
    "operation": Milestone.PROCEDURE,
    "surgery": Milestone.PROCEDURE,
    "injection": Milestone.PROCEDURE,
    "blood patch": Milestone.PATCH,
    "ebp": Milestone.PATCH,
    "start": Milestone.ONSET,
    "onset of headache": Milestone.ONSET,
    "last dose": Milestone.ANTICOAGULANT_DOSE,
    "event not stated": Milestone.NOT_STATED,
    **{
        phrase: milestone
        for milestone in Milestone
        for phrase in (milestone.value.replace("_", " "), milestone.label.removeprefix("the "))
    },
}
ORDINALS = {"first": 1, "second": 2, "third": 3, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4}
RELATIONS = {"over": "for", "following": "after", "post": "after", "in": "within"}
ABOUT = re.compile(r"^(within|until|for|every)? ?(?:~|approximately|approx\.?|around|roughly|ca\.?) ?")
RANGE = re.compile(rf"({NUMBER}) ?(?:-|\u2013|to) ?({NUMBER})")
TIGHT = re.compile(r"([0-9])([a-z]+)")
DAY_NUMBER = re.compile(r"\b(day|week|month) ([0-9]+)\b")


@dataclass(frozen=True, slots=True)
class Parts:
    """The words of a told time, each under its name."""

    opens: TimeRelation | None
    about: bool
    low: Decimal | None
    high: Decimal | None
    unit: TimeUnit | None
    part: DayPart | None
    pace: Pace | None
    relation: TimeRelation | None
    event: Milestone | None
    ordinal: int | None

    link: TimeRelation | None = None

    @classmethod
    def matched(cls, match: re.Match[str]) -> Self:
        g = match.groupdict()
        return cls(
            opens=TimeRelation(g["opens"]) if g["opens"] else None,
            about=bool(g["about"]),
            low=Decimal(g["low"]) if g["low"] else None,
            high=Decimal(g["high"]) if g["high"] else None,
            unit=TimeUnit(g["unit"]) if g["unit"] else None,
            part=DayPart(g["part"]) if g["part"] else None,
            pace=Pace(g["pace"]) if g["pace"] else None,
            relation=TimeRelation(g["relation"]) if g["relation"] else None,
            event=Milestone(g["event"]) if g["event"] else None,
            ordinal=int(g["ordinal"]) if g["ordinal"] else None,
        )

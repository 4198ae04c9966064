"""What a script is made of, once it has been read; and the keys that each part of it knows."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bloodpatch.pathway.roles import Role
from bloodpatch.pathway.statements import Command
from bloodpatch.pathway.values import Precision

SCHEMA = "bloodpatch-case-script/1"

POINTS: Mapping[str, str] = {
    "referral": "somebody refers the patient; puncture and onset are told",
    "assessment": "history, examination, investigations, treatment without a needle",
    "red_flag_screen": "the red flags are asked",
    "decision": "patch, wait, or something else",
    "booking": "a time is booked, put off or cancelled",
    "checklist": "on the day, before the needle; the time-out",
    "consent": "consent, told or taken back",
    "sedation": "sedation planned or given, fasting, escort",
    "procedure": "at the table",
    "rest": "resting after it",
    "stand_walk": "the first standing and walking",
    "discharge": "leaving, or being sent home",
    "follow_up": "contacts and reports after it",
    "clearance": "activity is cleared",
    "adverse_event": "what went wrong, and what was done about it",
    "repeat_patch": "whether to give another",
    "closure": "the outcome, and closing",
}
"""The points of the pathway at which published cases are scored. A point only says where a step
belongs; it decides nothing."""

TIMES: Mapping[str, str] = {
    Precision.MINUTE.value: "a step without `when` happened now, at the minute of the clock",
    Precision.UNKNOWN.value: "a record without `when` happened at an unknown time up to now",
}

KEYS: Mapping[str, str] = {
    "schema": f'required: "{SCHEMA}"',
    "case": "the name of the case; the answer repeats it",
    "title": "a line for people",
    "protocol": 'the rules that are in force, of those that come along; left out: "house"',
    "times": "what a step without `when` means (see below)",
    "members": "so many patients; left out: as many as there are `[[member]]`, or one",
    "clock": "a table: `starts` is a local time, `zone` a name such as America/Denver; left out: "
    "2000-01-03 12:00 in UTC",
    "member": "one table for each patient (see below)",
    "step": "one table for each step, in the order in which they are taken",
    "facts": "for tests of published cases; not read here",
    "notes": "for whoever reads the file; not read here",
}
STEP_KEYS: Mapping[str, str] = {
    "id": "a name of this step; other steps name its entry by it",
    "at": "required: the point of the pathway (see below)",
    "by": "required: the role that acts (see below)",
    "clock": 'moves the clock first: by a span ("+2 h", "+1 d 30 min"), or to a local time',
    "when": "when it happened, where that is not now: a time of the clock (see values.md); a"
    " permit is always for now, and does not read it",
    "do": "a command is given",
    "ask": "may this be done now? nothing is recorded; with `said`: may exactly this be done?",
    "said": "a table: the fields of the command; see commands.md",
    "members": "the numbers of the patients who take this step; left out: all of them",
}
MEMBER_KEYS: Mapping[str, str] = {
    "age_years": "the age in whole years, where it is stated",
    "language": 'the language, by its code: "en", "es"',
}


@dataclass(frozen=True, kw_only=True)
class Step:
    id: str
    at: str
    by: Role
    command: type[Command]
    said: Mapping[str, Any]
    asks: bool
    clock: str
    when: str
    members: frozenset[int] | None = None
    """Who takes it, by their numbers; None: everybody."""

    def taken_by(self, number: int) -> bool:
        return self.members is None or number in self.members


@dataclass(frozen=True, kw_only=True)
class Member:
    """One patient of the case: what is known from outside the episode. Counted from 1."""

    number: int = 1
    age_years: int | None = None
    language: str | None = None
    confirmed_rows: frozenset[str] = frozenset()
    """Rows of the drug table that the clinic has signed; no script says so of itself."""


@dataclass(frozen=True, kw_only=True)
class Script:
    case: str
    title: str
    protocol: str
    zone: str
    starts: datetime
    times: Precision
    members: tuple[Member, ...]
    steps: tuple[Step, ...]

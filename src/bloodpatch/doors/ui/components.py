"""What each component is given: plain words, already decided. No component asks a question.

One dataclass for one template in `templates/ui/components/`, with the tag of the same name in
`templatetags/ui.py`. A door fills them from its read model; the templates only arrange.
"""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Literal, Self

from bloodpatch.doors.ui.shown_finding import Shown
from bloodpatch.doors.ui.statuses import Status


@dataclass(frozen=True)
class Link:
    label: str
    href: str
    current: bool = False


@dataclass(frozen=True, kw_only=True)
class Frame:
    """The page around everything. `now` is the clinic's time when the page was made."""

    now: datetime
    nav: tuple[Link, ...] = ()
    home: str = "/"
    user: str = ""
    role: str = ""
    clinic: str = ""
    sign_out: str = ""
    warning: str = ""
    theme: Literal["", "light", "dim"] = ""
    language: str = "en"
    direction: Literal["ltr", "rtl"] = "ltr"


class Asked(StrEnum):
    NOT_ASKED = "not_asked"
    NONE = "none"
    SOME = "some"


@dataclass(frozen=True)
class Known:
    """Allergies, antithrombotics: what is known, in full. *Not asked* is never *none*."""

    asked: Asked
    says: tuple[str, ...] = ()
    when: str = ""

    @classmethod
    def not_asked(cls) -> Self:
        return cls(Asked.NOT_ASKED)

    @classmethod
    def none(cls, when: str) -> Self:
        return cls(Asked.NONE, when=when)

    @classmethod
    def some(cls, *says: str, when: str = "") -> Self:
        return cls(Asked.SOME, says=says, when=when)


@dataclass(frozen=True, kw_only=True)
class Person:
    """The dark band: whose record this is. `heading`: the name is the page's h1."""

    name: str
    born: date | None
    age: str = ""
    number: str = ""
    place: str = ""
    patch: str = ""
    language: str = ""
    allergies: Known = Known(Asked.NOT_ASKED)
    antithrombotics: Known = Known(Asked.NOT_ASKED)
    more: tuple[tuple[str, str], ...] = ()
    heading: bool = False


@dataclass(frozen=True)
class Step:
    name: str
    state: Literal["done", "here", "todo", "skipped"]
    note: str = ""


@dataclass(frozen=True)
class Path:
    """One way through the treatment. A repeated patch is a second one, labelled."""

    steps: tuple[Step, ...]
    label: str = ""

    @property
    def here(self) -> tuple[int, Step] | None:
        places = (n for n, step in enumerate(self.steps, start=1) if step.state == "here")
        number = next(places, None)
        return None if number is None else (number, self.steps[number - 1])


@dataclass(frozen=True, kw_only=True)
class Act:
    """A button. With `why_not` it is shown, cannot be pressed, and says why, until when (`opens`)
    and after which rule (`finding`)."""

    label: str
    href: str = ""
    why_not: str = ""
    opens: str = ""
    finding: Shown | None = None


@dataclass(frozen=True, kw_only=True)
class NextAction:
    """The one thing for this person, now. Without an act it says who acts next. `waits`: what is
    wanted, and is locked only until the act has supplied what is missing."""

    title: str
    when: str
    says: str = ""
    act: Act | None = None
    waits: Act | None = None
    links: tuple[Link, ...] = ()
    late: bool = False


@dataclass(frozen=True)
class Change:
    """A corrected field: what it said before, and what it says now."""

    field: str
    before: str
    after: str


@dataclass(frozen=True, kw_only=True)
class Entry:
    """Something that happened, and the findings that it was recorded against. `struck`: entered
    in error; it stays readable."""

    at: str
    says: str
    by: str
    more: str = ""
    changes: tuple[Change, ...] = ()
    struck: str = ""
    status: Status | None = None
    word: str = ""
    link: Link | None = None
    findings: tuple[Shown, ...] = ()


@dataclass(frozen=True)
class Day:
    label: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, kw_only=True)
class Row:
    """A line of restrictions, of planned contacts, of what is owed: one tag, and when."""

    says: str
    status: Status
    word: str = ""
    when: str = ""
    who: str = ""
    link: Link | None = None


@dataclass(frozen=True, kw_only=True)
class Fact:
    """A line of a summary. An unknown one shows its own shape, never an empty cell or a dash."""

    name: str
    says: str = ""
    unknown: str = ""
    link: Link | None = None


@dataclass(frozen=True, kw_only=True)
class Table:
    """`numbers` names the columns, by index, whose figures stand under each other."""

    caption: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    numbers: tuple[int, ...] = ()
    caption_seen: bool = True

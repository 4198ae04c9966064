"""told-times.md: how a time is written that is counted from something, with worked examples.

Each example is read by the reader itself as the page is made, so none of them can go wrong unseen.
"""

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal

from bloodpatch.doors.console.reference.markdown import Page, code, codes, heading, table
from bloodpatch.doors.console.reference.markdown import page as made
from bloodpatch.pathway.clinical import Milestone, Timing
from bloodpatch.pathway.clinical.milestones import DayPart, Pace
from bloodpatch.pathway.clinical.timing import WITHOUT_ORDINAL
from bloodpatch.pathway.clinical.told_time import (
    ABOUT,
    EVENTS,
    OPENERS,
    ORDINALS,
    PARTS,
    RELATIONS,
    UNITS,
)
from bloodpatch.pathway.values import ValueFault

ABOUT_PAGE = "How a time is written that is counted from an event: every form, word and anchor."

INTRO = """\
Reports and patients seldom name a date. They say *18 hours after the puncture*, and that is what
is kept: a date made up from it would be a lie. Every field whose value is a told time takes these
forms. A time of the clock (`2026-11-22 14:05`) is another kind of value; see
[values](values.md#time).

    [about] [NUMBER[-NUMBER] UNIT] [PART OF DAY or PACE] after | before | at | since EVENT [WHICH]
    within | until | for | every [about] NUMBER[-NUMBER] UNIT [after | before EVENT [WHICH]]
    until EVENT [WHICH]

Capitals and the words *the, a, an* make no difference. What is not in this grammar is refused, and
never guessed. *At least* and *at most* are the hours that a rule reads from it: a day is a day of
the calendar, so *1 day after* is anything up to 48 hours; a dash means that the words leave it
open."""

EXAMPLES: Mapping[str, tuple[str, ...]] = {
    "A number, a unit, and an event": (
        "18 hours after puncture",
        "1.5 h after patch 1",
        "30 min after patch 1",
        "about 6 hours after the patch",
        "2-3 days after the second patch",
        "2 to 3 weeks before admission",
        "day 2 after delivery",
        "1 day after puncture",
        "2 days (morning) after patch 1",
        "34 years after birth",
    ),
    "No number": (
        "after puncture",
        "before discharge",
        "at delivery",
        "since onset",
        "immediately after patch 1",
        "soon after patch 1",
        "later after puncture",
        "over_weeks after patch 2",
        "during the procedure",
        "in the morning after patch 1",
        "in the evening after patch 1",
        "at night after discharge",
    ),
    "How long it lasted, or by when": (
        "for 3 months",
        "over 2 weeks",
        "for 2 days after patch 1",
        "within 24 hours after patch 1",
        "within 24 hours",
        "until discharge",
        "until 3 days after puncture",
        "every 6 hours",
    ),
    "From today, or from something that nobody named": (
        "3 days ago",
        "2 weeks before now",
        "now",
        "day 2",
        "2 days later",
        "next morning",
        "the following night",
        "2 days after not_stated",
    ),
}

INSTEAD: tuple[tuple[str, str, str], ...] = (
    ("on day 2", "day 2 after puncture", "name what it is counted from, or write `day 2` alone"),
    ("the next day", "1 day after puncture", "the next day of the calendar"),
    ("the next day", "1 day after not_stated", "where the report does not say next to what"),
    ("yesterday", "1 day before now", ""),
    ("several hours after puncture", "later after puncture", "no number was told: put none"),
    ("a few days after puncture", "after puncture", "it stays open how long: quote it"),
    (
        "more than 2 years after puncture",
        "after puncture",
        "no form is a lower bound alone",
    ),
    ("less than 24 hours after patch 1", "within 24 hours after patch 1", ""),
    ("a week after the patch", "1 week after patch", "write the number as a digit"),
    ("half an hour after patch 1", "30 min after patch 1", ""),
    ("postpartum day 3", "day 3 after delivery", ""),
    ("on admission", "at admission", ""),
    ("18 hours", "18 hours after puncture", "or `for 18 hours`, if it lasted so long"),
    ("5 m after patch 1", "5 min after patch 1", "m could be minutes or months"),
)
"""(as a report says it, as it is written here, why). The page says itself where the first became
readable."""


def page() -> Page:
    return made(
        "told-times",
        "Told times",
        ABOUT_PAGE,
        (INTRO,),
        worked(),
        not_read(),
        words(),
        anchors(),
    )


def worked() -> Iterator[str]:
    for title, examples in EXAMPLES.items():
        yield heading(2, title)
        yield ""
        yield from table(
            ("Written", "Kept as", "At least", "At most", "Shown as"),
            (row(example) for example in examples),
        )
        yield ""


def row(written: str) -> tuple[str, ...]:
    value = Timing.parse(written)
    low, high = value.hours or (None, None)
    return (code(written), code(value.plain()), hours(low), hours(high), str(value))


def hours(number: Decimal | None) -> str:
    return "-" if number is None else f"{number.normalize():f} h"


def not_read() -> Iterator[str]:
    yield heading(2, "What is said otherwise, and how to write it")
    yield ""
    yield (
        "`over 2 years` is read as *for* 2 years. What a report says beyond these forms belongs in"
        " the `note`, in its own words."
    )
    yield ""
    yield from table(("Said", "Read?", "Write", "Because"), (instead(*one) for one in INSTEAD))


def instead(said: str, write: str, why: str) -> tuple[str, ...]:
    Timing.parse(write)
    try:
        read = f"as {code(Timing.parse(said).plain())}"
    except ValueFault:
        read = "no"
    return (said, read, code(write), why)


def words() -> Iterator[str]:
    yield heading(2, "Words")
    yield ""
    rows = (
        ("About", ABOUT),
        ("A span begins with", OPENERS),
        ("Units", UNITS),
        ("Part of the day", {w: kept for w, kept in PARTS.items() if kept in set(DayPart)}),
        ("Pace, where no number was told", {w: k for w, k in PARTS.items() if k in set(Pace)}),
        ("Relations", RELATIONS),
    )
    yield from table(
        ("What", "Kept as", "Written"),
        ((what, code(kept), codes(said)) for what, all_ in rows for kept, said in grouped(all_)),
    )


def grouped(words: Mapping[str, str]) -> Iterator[tuple[str, Iterable[str]]]:
    for kept in dict.fromkeys(words.values()):
        yield kept, [word for word, stands_for in words.items() if stands_for == kept]


def anchors() -> Iterator[str]:
    yield heading(2, "Events that time is counted from")
    yield ""
    yield (
        "*Which* is the number of an event that can happen again: `patch 2`, or `the second"
        f" patch` ({', '.join(word.strip() for word in ORDINALS)}). `not_stated` is for a time"
        " whose event nobody named."
    )
    yield ""
    rows = dict(grouped(EVENTS))
    yield from table(
        ("Kept as", "Means", "Written", "Which"),
        (
            (
                code(event.value),
                event.label,
                codes(dict.fromkeys(rows[event.value])),
                "" if event in WITHOUT_ORDINAL else "may have a number",
            )
            for event in Milestone
        ),
    )

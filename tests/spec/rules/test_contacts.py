"""T10 T14: for which of the planned contacts a call counts, and which one is next."""

from dataclasses import replace
from datetime import timedelta

import pytest
from samples import minimal
from story import ZONE, Story, moment

from bloodpatch.pathway.clinical import Timing
from bloodpatch.pathway.codes import Code
from bloodpatch.pathway.queries import contacts
from bloodpatch.pathway.queries.contacts import Planned
from bloodpatch.pathway.stages.discharge.commands import RecordDeparture
from bloodpatch.pathway.stages.followup.commands import PlanContact, RecordContact
from bloodpatch.pathway.stages.procedure.commands import RecordPatch
from bloodpatch.pathway.statements import Command
from bloodpatch.pathway.values import Answer, Precision, When

PATCHED = moment("2026-11-16 08:00")
ALL = ["h4", "h24", "h48", "d5", "d7", "d14", "w6", "m3"]


@pytest.fixture
def patched(story: Story) -> Story:
    """Patched at 08:00; 200 days later everything that is told of it is written down."""
    story.physician(minimal(RecordPatch, occurred=PATCHED))
    return story.wait(days=200)


def unknown(story: Story) -> When:
    return When(story.now, ZONE, Precision.UNKNOWN)


def call(
    hours: float | None = None, code: str | None = None, told: str | None = None
) -> RecordContact:
    """Reached so many hours after the patch; at some time, where no hours are given."""
    at = When(PATCHED.at + timedelta(days=200), ZONE, Precision.UNKNOWN)
    if hours is not None:
        at = When.exact(PATCHED.at + timedelta(hours=hours), ZONE)
    return RecordContact(
        answered=Answer.YES,
        planned=Code(code) if code else None,
        timing=Timing.parse(told) if told else None,
        occurred=at,
    )


def made(story: Story) -> list[str]:
    return list(contacts.made(story.episode.now, story.protocol))


def upcoming(story: Story) -> str | None:
    planned = contacts.next_planned(story.episode.now, story.protocol)
    return planned and planned.code


@pytest.mark.parametrize(
    ("hours", "words"),
    [
        (None, "as promised"),
        (4, "4 hours after the patch"),
        (24, "24 hours after the patch"),
        (30, "30 hours after the patch"),
        (48, "2 days after the patch"),
        (60, "60 hours after the patch"),
        (168, "7 days after the patch"),
        (240, "10 days after the patch"),
        (336, "2 weeks after the patch"),
        (1008, "6 weeks after the patch"),
    ],
)
def test_a_planned_contact_in_words(hours: int | None, words: str) -> None:
    at = PATCHED.at
    row = Planned(code="x", opens=at, due=at, closes=at, why="", after_hours=hours)
    assert row.words == words


def test_each_says_how_long_after_and_why(patched: Story) -> None:
    rows = contacts.planned(patched.episode.now, patched.protocol)
    asked = patched.protocol.followup.contacts
    assert [(r.code, r.after_hours, r.why) for r in rows] == [
        (c.code, c.after_hours, c.why) for c in asked
    ]
    assert [r.code for r in rows] == ALL


LEFT = moment("2026-11-16 11:00")


def at_some_time(text: str) -> When:
    return When(moment(text).at, ZONE, Precision.UNKNOWN)


FIRST_DUE: dict[str, tuple[When, When | None, str]] = {
    "from the patch": (PATCHED, None, "2026-11-16 12:00"),
    "and not from the departure": (PATCHED, LEFT, "2026-11-16 12:00"),
    "from the first instant of its hour": (moment("2026-11-16 08h"), LEFT, "2026-11-16 12:00"),
    "from the first instant of its day": (moment("2026-11-16"), LEFT, "2026-11-16 04:00"),
    "from the departure, where nobody knows": (
        at_some_time("2026-11-16 10:00"),
        LEFT,
        "2026-11-16 15:00",
    ),
    "at the latest, before the departure": (
        at_some_time("2026-11-16 10:00"),
        None,
        "2026-11-16 14:00",
    ),
}


@pytest.mark.parametrize(("patch", "left", "due"), FIRST_DUE.values(), ids=FIRST_DUE)
def test_from_when_they_are_counted(story: Story, patch: When, left: When | None, due: str) -> None:
    story.at("2026-11-17 08:00").physician(minimal(RecordPatch, occurred=patch))
    if left is not None:
        story.physician(RecordDeparture(occurred=left))
    first, *_ = contacts.planned(story.episode.now, story.protocol)
    assert first.due == moment(due).at


def test_without_a_patch_nothing_is_planned(story: Story) -> None:
    assert contacts.planned(story.episode.now, story.protocol) == ()
    assert contacts.next_contact(story.episode.now, story.protocol) is None


COUNTS_AS: dict[str, tuple[Command, list[str]]] = {
    "before the first window": (call(1.9), []),
    "as the first window opens": (call(2), ["h4"]),
    "in the window": (call(24), ["h24"]),
    "between two": (call(38), ["h24"]),
    "as the next opens": (call(40), ["h48"]),
    "after them all": (call(4000), ["m3"]),
    "by its name": (call(49, "h24"), ["h24"]),
    "by its name as the window opens": (call(18, "h24"), ["h24"]),
    "named too early": (call(17, "h24"), ["h4"]),
    "named before any window": (call(1, "h4"), []),
    "by a name that is not planned": (call(24, "d3"), ["h24"]),
    "at some time": (call(), []),
    "at some time, named": (call(None, "d7"), ["d7"]),
    "at some time, told": (call(None, told="24 hours after patch"), ["h24"]),
    "told of this patch": (call(None, told="24 hours after patch 1"), ["h24"]),
    "told of another patch": (call(None, told="24 hours after patch 2"), []),
    "told within": (call(None, told="within 2 hours after patch"), []),
    "told at the patch": (call(None, told="at patch"), []),
    "told at the patch, whatever its name": (call(None, "d7", "at patch"), []),
    "told within, whatever its name": (call(None, "d7", "within 2 hours after patch"), []),
    "told until, whatever its name": (call(None, "d7", "until 24 hours after patch"), []),
    "told from before, whatever its name": (call(None, "d7", "2 hours before patch"), ["d7"]),
    "told from before": (call(None, told="24 hours before patch"), []),
    "told from within before": (call(None, told="within 24 hours before patch"), []),
    "told until": (call(None, told="until 24 hours after patch"), []),
    "told from something else": (call(None, told="24 hours after puncture"), []),
    "told from something else, by the clock": (
        call(24, told="3 months after puncture"),
        ["h24"],
    ),
    "told earlier than the clock": (call(200, told="24 hours after patch"), ["h24"]),
    "told later than the clock": (call(24, told="3 months after patch"), ["h24"]),
}


@pytest.mark.parametrize(("contact", "counted"), COUNTS_AS.values(), ids=COUNTS_AS)
def test_for_which_planned_contact_it_counts(
    patched: Story, contact: Command, counted: list[str]
) -> None:
    patched.physician(contact)
    assert made(patched) == counted


def test_of_an_hour_that_is_known_roughly_the_earliest_counts(story: Story) -> None:
    """Patched some time that day: a call at 18:00 may have been before the first window."""
    story.at("2026-11-17 08:00").physician(minimal(RecordPatch, occurred=moment("2026-11-16")))
    story.physician(RecordContact(answered=Answer.YES, occurred=moment("2026-11-16 18:00")))
    assert made(story) == []


def test_what_was_told_stands_as_far_as_the_clock_allows_it(story: Story) -> None:
    """Patched some time on the day before: 24 hours may well have passed."""
    story.at("2026-11-17 08:00").physician(minimal(RecordPatch, occurred=moment("2026-11-16")))
    told = Timing.parse("24 hours after patch")
    story.physician(RecordContact(answered=Answer.YES, timing=told))
    assert made(story) == ["h24"]


def test_told_at_the_patch_is_no_time_after_it(patched: Story) -> None:
    """Also where a clinic plans its first contacts within the hour."""
    first, second, *others = patched.protocol.followup.contacts
    first = replace(first, after_hours=1, opens_hours_before=1)
    second = replace(second, after_hours=2, opens_hours_before=1)
    followup = replace(patched.protocol.followup, contacts=(first, second, *others))
    patched.protocol = replace(patched.protocol, followup=followup)
    patched.physician(call(None, told="at patch"))
    assert made(patched) == ["h4"]


def test_a_told_time_counts_also_where_nobody_knows_when_the_patch_was(story: Story) -> None:
    story.physician(minimal(RecordPatch, occurred=unknown(story)))
    story.wait(days=200).physician(call(None, told="24 hours after patch"))
    assert made(story) == ["h24"]


def test_the_first_entry_of_a_contact_is_the_one(patched: Story) -> None:
    patched.physician(call(23), call(24), call(25))
    (first,) = contacts.made(patched.episode.now, patched.protocol).values()
    assert first.occurred.at == PATCHED.at + timedelta(hours=23)


NEXT: dict[str, tuple[tuple[Command, ...], str | None, list[str]]] = {
    "none made": ((), "h4", []),
    "the first": ((call(4),), "h24", []),
    "the second, and the first missed": ((call(24),), "h48", ["h4"]),
    "a gap": ((call(4), call(120)), "d7", ["h24", "h48"]),
    "the last but one": ((call(4), call(1008)), "m3", ["h24", "h48", "d5", "d7", "d14"]),
    "the last": ((call(4), call(2184)), None, ["h24", "h48", "d5", "d7", "d14", "w6"]),
}


@pytest.mark.parametrize(("calls", "code", "missed"), NEXT.values(), ids=NEXT)
def test_which_is_next_and_which_were_missed(
    patched: Story, calls: tuple[Command, ...], code: str | None, missed: list[str]
) -> None:
    patched.physician(*calls)
    here = patched.episode.now
    assert upcoming(patched) == code
    assert [row.code for row in contacts.missed(here, patched.protocol)] == missed


@pytest.mark.parametrize(
    ("promised", "code"), [("2026-11-16 11:59", "promised"), ("2026-11-16 12:01", "h4")]
)
def test_the_earlier_of_what_is_planned_and_what_was_promised(
    story: Story, promised: str, code: str
) -> None:
    story.physician(minimal(RecordPatch, occurred=PATCHED), PlanContact(due=moment(promised)))
    following = contacts.next_contact(story.episode.now, story.protocol)
    assert following is not None and following.code == code
    at = moment(promised).at
    if code == "promised":
        assert (following.opens, following.due, following.closes) == (at, at, at)
        assert following.words == "as promised"


def test_a_promise_is_left_where_all_planned_ones_were_made(patched: Story) -> None:
    patched.physician(call(2184))
    assert contacts.next_contact(patched.episode.now, patched.protocol) is None
    patched.physician(PlanContact(due=moment("2027-09-01 09:00")))
    following = contacts.next_contact(patched.episode.now, patched.protocol)
    assert following is not None and following.code == "promised"

"""A finding: the sentence that is read, what it saw, who may override it, how sure it is; and of
several about one fact the strongest."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from story import PHYSICIAN, Story, moment

from bloodpatch.pathway.clinical import RedFlag
from bloodpatch.pathway.findings import (
    KINDS,
    Cause,
    Finding,
    FindingKind,
    Grounds,
    Level,
    declare,
    one_per_fact,
)
from bloodpatch.pathway.protocol import Certainty
from bloodpatch.pathway.values import Answer, Celsius

KIND = FindingKind(
    code="time.example",
    level=Level.HOLD,
    cause=Cause.PRESENT,
    says="{flag}: {temperature} since {since}, {hours} hours ago, {told}.",
    rule="It is so.",
    clears="Wait until {until}.",
    moving=("hours",),
)
ABOUT = {
    "code": "time.example",
    "level": Level.ADVISE,
    "cause": Cause.PRESENT,
    "says": "It is.",
    "rule": "It is so.",
    "clears": "Look.",
}


def met(story: Story, **about: Any) -> Finding:
    inputs = {
        "flag": RedFlag.LEG_WEAKNESS,
        "temperature": Celsius.parse("38.4"),
        "since": moment("2026-11-15 20:00").at,
        "hours": 12,
        "told": Answer.YES,
        "until": moment("2026-11-16 14:52").at,
    }
    return KIND(story.context(PHYSICIAN), **inputs | about)


# the sentence, and what it saw


def test_it_is_said_in_the_words_of_its_inputs(story: Story) -> None:
    """A time as the clock of the clinic shows it, an answer by its label, a value with its unit."""
    found = met(story)
    weak = RedFlag.LEG_WEAKNESS.label
    assert found.says == f"{weak}: 38.4 °C since Sun 15 Nov 20:00, 12 hours ago, {Answer.YES}."
    assert found.clears == "Wait until 14:52."
    assert met(story, told="").says.endswith("12 hours ago, .")


def test_what_it_saw_is_kept_as_it_is_compared_but_for_what_moves_with_the_clock(
    story: Story,
) -> None:
    found = met(story)
    assert found.seen == {
        "flag": "leg_weakness",
        "temperature": "38.4",
        "since": "2026-11-16T03:00:00+00:00",
        "told": "yes",
        "until": "2026-11-16T21:52:00+00:00",
    }
    assert found.seen == met(story, hours=13).seen


def test_its_end_and_what_it_rests_on_are_its_own(story: Story) -> None:
    plain = met(story)
    assert (plain.valid_until, plain.rests_on) == (None, None)
    rows = Grounds(source="A table.", certainty=Certainty.SECONDARY)
    found = met(story, valid_until=story.now, rests_on=rows)
    assert (found.valid_until, found.rests_on) == (story.now, rows)
    assert found.seen == plain.seen


# who may override it

OVERRIDING = {
    "advice": (Level.ADVISE, False, "Nobody needs to: it is shown and blocks nothing."),
    "a hold": (Level.HOLD, False, "A physician of this clinic, by name and with a reason."),
    "a stop": (Level.STOP, False, "Nobody. Only the fact itself can change it."),
    "a stop for review": (
        Level.STOP,
        True,
        "Nobody. A recorded examination or image may lift it.",
    ),
}


@pytest.mark.parametrize(("level", "lifted", "words"), OVERRIDING.values(), ids=OVERRIDING)
def test_who_may_override_it(level: Level, lifted: bool, words: str) -> None:
    assert replace(KIND, level=level, lifted_by_review=lifted).who_may_override == words


@pytest.mark.parametrize("level", Level)
def test_it_blocks_from_a_hold_on_until_a_physician_overrides_it(
    story: Story, level: Level
) -> None:
    found = replace(met(story), kind=replace(KIND, level=level))
    assert found.blocks is (level in (Level.HOLD, Level.STOP))
    iyer = story.context(PHYSICIAN).actor
    overridden = found.overridden(iyer, "Mastitis.")
    assert (overridden.overridden_by, overridden.override_reason) == (iyer, "Mastitis.")
    assert not overridden.blocks


# how sure it is


@pytest.mark.parametrize(
    ("certainty", "sure", "open_"),
    [
        (None, Certainty.CLINIC, True),
        (Certainty.VERIFIED, Certainty.VERIFIED, False),
        (Certainty.SECONDARY, Certainty.SECONDARY, True),
    ],
)
def test_a_rule_is_as_sure_as_it_was_read(
    story: Story, certainty: Certainty | None, sure: Certainty, open_: bool
) -> None:
    kind = replace(KIND, certainty=certainty)
    for one in (kind, replace(met(story), kind=kind)):
        assert one.sure(story.protocol) is sure
        assert one.to_be_confirmed(story.protocol) is open_


@pytest.mark.parametrize("signed", [False, True])
def test_one_that_reads_a_value_is_as_sure_as_the_protocol_says(story: Story, signed: bool) -> None:
    key = "recovery.rest_minutes"
    value = replace(story.protocol.about(key), confirmed_by="Dr Nisha Iyer" if signed else "")
    protocol = replace(story.protocol, parameters={**story.protocol.parameters, key: value})
    kind = replace(KIND, value=key)
    for one in (kind, replace(met(story), kind=kind)):
        assert one.sure(protocol) is value.certainty
        assert one.to_be_confirmed(protocol) is (not signed)


@pytest.mark.parametrize(
    ("certainty", "confirmed", "open_"),
    [
        (Certainty.VERIFIED, False, False),
        (Certainty.VERIFIED, True, False),
        (Certainty.SECONDARY, False, True),
        (Certainty.SECONDARY, True, False),
    ],
)
def test_one_that_rests_on_rows_of_a_table_is_as_sure_as_these(
    story: Story, certainty: Certainty, confirmed: bool, open_: bool
) -> None:
    rows = Grounds(source="A table.", certainty=certainty, confirmed=confirmed)
    for sure in (None, Certainty.VERIFIED):
        found = replace(met(story, rests_on=rows), kind=replace(KIND, certainty=sure))
        assert found.sure(story.protocol) is certainty
        assert found.to_be_confirmed(story.protocol) is open_


# the closed list


@pytest.fixture
def listed() -> Iterator[None]:
    before = dict(KINDS)
    yield
    KINDS.clear()
    KINDS.update(before)


@pytest.mark.usefixtures("listed")
def test_what_is_declared_is_on_the_list_once() -> None:
    kind = declare(**ABOUT, source="uppal2023", certainty="secondary", replay=("A", "B"))
    assert KINDS[kind.code] is kind
    assert kind.certainty is Certainty.SECONDARY
    with pytest.raises(ValueError, match="declared twice"):
        declare(**ABOUT)


@pytest.mark.usefixtures("listed")
def test_where_a_value_of_the_protocol_says_how_sure_it_is_the_source_may_stand_beside_it() -> None:
    kind = declare(**ABOUT, value="recovery.rest_minutes", source="uppal2023")
    assert kind.certainty is None


@pytest.mark.usefixtures("listed")
def test_it_has_two_replay_codes_at_most() -> None:
    with pytest.raises(ValueError, match="more than two replay codes"):
        declare(**ABOUT, replay=("A", "B", "C"))
    assert "time.example" not in KINDS


# one cause makes one finding


def about(code: str, level: Level, fact: str = "", by: Any = None) -> Finding:
    kind = replace(KIND, code=code, level=level, fact=fact)
    return Finding(kind=kind, says="", seen={}, clears="", overridden_by=by)


def codes(*found: Finding) -> list[str]:
    return [finding.code for finding in one_per_fact(found)]


A, H, S = Level.ADVISE, Level.HOLD, Level.STOP


def test_of_several_about_one_fact_the_strongest_is_shown() -> None:
    weak, strong = about("a.weak", H, "pain"), about("a.strong", S, "pain")
    assert codes(weak, strong) == codes(strong, weak) == ["a.strong"]


def test_of_equals_about_one_fact_the_first_is_shown() -> None:
    assert codes(about("a.first", H, "pain"), about("a.second", H, "pain")) == ["a.first"]


def test_a_fact_of_another_finding_is_named_by_its_code() -> None:
    assert codes(about("a.pain", H), about("a.worse", S, "a.pain")) == ["a.worse"]


def test_each_fact_has_its_own_the_strongest_first() -> None:
    found = (about("a.x", A), about("a.y", H), about("a.z", S), about("a.w", H))
    assert codes(*found) == ["a.z", "a.y", "a.w", "a.x"]


def test_what_was_overridden_never_hides_what_was_not(story: Story) -> None:
    iyer = story.context(PHYSICIAN).actor
    overridden, open_ = about("a.known", S, "pain", iyer), about("a.new", H, "pain")
    assert codes(overridden, open_) == codes(open_, overridden) == ["a.new"]
    assert codes(overridden, about("a.told", A, "pain")) == ["a.known"]

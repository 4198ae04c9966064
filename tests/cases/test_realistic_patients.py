"""The realistic patients: fit for a patch, with what people have. Nobody is told more than is due.

What goes red here is a rule that says more than before, or one that says less: then
`python -m tests.cases.burden --write` takes the patient off the list.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from bloodpatch.doors.console.replay.play import Answer
from bloodpatch.pathway.treatment import ACTS
from bloodpatch.pathway.whereabouts import Whereabouts
from tests.cases.burden import (
    BARS,
    NOTHING,
    REALISTIC,
    Burden,
    burden,
    files,
    group,
    kept,
    played,
    played_once,
    script,
    spoken,
    today,
)

FILES = sorted(REALISTIC.glob("*.toml"))
GAP = "gap_"
"""So begins the name of a step that makes good what had not been asked."""

PERMITS = {name for name, act in ACTS.items() if act.permit} - {"repeat.decide"}
by_name = pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)


# the bar


@pytest.mark.parametrize("path", files(), ids=lambda path: path.stem)
def test_nothing_more_is_said_than_before(path: Path) -> None:
    """Up to the bar of the group; who is over it today, up to what is kept."""
    allowed = BARS[group(path)] | kept().get(path.stem, {})
    assert burden(path).over(allowed) == {}


def test_who_meets_the_bar_is_off_the_list() -> None:
    """And what has come down to its bar stands there no more."""
    over = today()
    better = {n: sorted(set(k) - set(over.get(n, {}))) for n, k in kept().items()}
    assert {name: counts for name, counts in better.items() if counts} == {}


def test_the_list_holds_only_what_is_over_the_bar() -> None:
    groups = {path.stem: group(path) for path in files()}
    for name, counts in kept().items():
        assert counts
        assert all(n > BARS[groups[name]][count] for count, n in counts.items()), name


# what was not asked


def gaps() -> Iterator[Any]:
    for path in FILES:
        for number, step in enumerate(script(path).steps):
            if step.id.startswith(GAP):
                yield pytest.param(path, number, id=f"{path.stem}-{step.id}")


def sentences(answer: Answer) -> set[str]:
    return {finding.says for finding in answer.findings}


@pytest.mark.parametrize(("path", "number"), tuple(gaps()))
def test_each_gap_is_named_until_it_is_closed(path: Path, number: int) -> None:
    """One finding may name several of them, but none may vanish in it: asked in time, what is said
    at the question before is another."""
    steps = script(path).steps
    asked = max(i for i, step in enumerate(steps[:number]) if step.asks)
    in_time = replace(steps[number], clock="")
    mended = (*steps[:asked], in_time, *steps[asked:number], *steps[number + 1 :])
    open_ = sentences(played_once(path, steps).answers[asked])
    closed = sentences(played_once(path, mended).answers[asked + 1])
    assert open_ - closed


# what they are


def test_there_are_thirty_of_four_groups() -> None:
    assert [path.stem for path in FILES] == [f"R{n:02}" for n in range(1, 31)]
    assert Counter(map(group, FILES)) == {
        "plain-like": 10,
        "well-charted": 9,
        "routine-gaps": 8,
        "settled-fact": 3,
    }
    assert {group(path) for path in files()} == set(BARS)


def test_each_protocol_has_its_share() -> None:
    protocols = Counter(script(path).protocol for path in FILES)
    assert set(protocols) == {"kaysville", "house", "multisociety"}
    assert min(protocols.values()) >= len(FILES) // 4
    assert len({script(path).title for path in FILES}) == len(FILES)


@by_name
def test_each_is_asked_done_and_closed(path: Path) -> None:
    steps = script(path).steps
    assert {step.command.name for step in steps if step.asks} == PERMITS
    for before, step in pairwise(steps):
        if step.command.name in PERMITS and not step.asks:
            assert before.asks or before.id.startswith(GAP)
    assert played(path).episode.whereabouts is Whereabouts.CLOSED
    assert group(path) != "routine-gaps" or any(step.id.startswith(GAP) for step in steps)


# how it is counted


def step(act: str, *codes: str, asks: bool = False, **more: Any) -> dict[str, Any]:
    found = [{"code": code, "level": "hold"} | more for code in codes]
    return {"id": "one", "ask" if asks else "do": act, "findings": found}


def counted(*steps: dict[str, Any]) -> list[str]:
    return [one.code for one in spoken(steps)]


def test_asked_and_then_done_is_one_look() -> None:
    assert counted(step("a", "x", asks=True), step("a", "x")) == ["x"]
    assert counted(step("a", "x", asks=True), step("a", "x", "y")) == ["x", "y"]
    override = step("review.override_hold")
    assert counted(step("a", "x", asks=True), override, step("a", "x")) == ["x"]


def test_what_is_said_again_elsewhere_counts_again() -> None:
    assert counted(step("a", "x"), step("b", "x")) == ["x", "x"]
    assert counted(step("a", "x"), step("b"), step("a", "x")) == ["x", "x"]


def test_what_is_only_listed_or_was_overridden_does_not_count() -> None:
    assert counted(step("a", "x"), step("b", "x", again=True)) == ["x"]
    assert counted(step("a", "x", level="overridden")) == []


def test_over_the_bar_is_what_is_above_it() -> None:
    assert Burden(holds=1, advises=2).over(NOTHING | {"advises": 2}) == {"holds": 1}
    assert Burden(advises=9).over({"holds": 0}) == {}

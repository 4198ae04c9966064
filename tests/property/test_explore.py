"""Every state of a small clinic.

The small domain is explored in every test run, the large one under BLOODPATCH_PROVE=1. What makes
the counts true is here too: the shares of two processes are one graph, and no order that was
left out made another state.
"""

import json
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from bloodpatch.doors.console.explore import scenario_moves
from bloodpatch.doors.console.explore import search as searching
from bloodpatch.doors.console.explore.graph import Graph
from bloodpatch.doors.console.explore.scenarios import FIRST, SMALL, patient, prepared, walked
from bloodpatch.doors.console.explore.search import Found, Search, Share
from bloodpatch.doors.console.explore.state_marks import LOW, MINUTES, Marks, Statements, key_of
from bloodpatch.doors.console.explore.verb import whole
from bloodpatch.doors.console.main import guarded
from bloodpatch.pathway.treatment import ACTS


def pictured(found: Found) -> dict[str, Any]:
    """A graph without its numbers, which differ from process to process."""
    graph, names = found.graph, list(found.graph.known)
    return {
        "states": dict(zip(names, graph.cost, strict=True)),
        "transitions": Counter(
            (names[a], names[b]) for a, b in zip(graph.sources, graph.targets, strict=True)
        ),
        "closed": {names[id] for id in graph.closed},
        "ways": {name: len(graph.way(id)) for id, name in enumerate(names)},
        "figures": (found.commands_tried, found.unsafe, found.dead_ends, found.exhausted),
        "faults": set(found.ways),
    }


SHARED = ("gets up early", "may stand", "until a minute before the rest is over", "died")
TO_THE_WALK = tuple(
    move
    for move in scenario_moves.MOVES
    if move
    not in (*scenario_moves.DISCHARGE, *scenario_moves.FOLLOWUP, *scenario_moves.SIGNED[:-3])
)


@pytest.mark.parametrize(
    ("unusual", "things", "of"), [(1, SHARED, 2), (1, SHARED, 3), (2, SHARED[:2], 2)]
)
def test_shares_put_together_are_the_whole(
    unusual: int, things: tuple[str, ...], of: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = ACTS["recovery.permit_standing"]
    monkeypatch.setitem(ACTS, asked.name, replace(asked, state=()))
    domain = replace(SMALL, moves=TO_THE_WALK)
    begins = patient(unusual=unusual, done=(*FIRST, *walked()[:-3]), things=things)
    at_once = Search(domain, begins, domain.rules).run()
    parts = [Search(domain, begins, domain.rules, Share(n, of)).run() for n in range(of)]
    (together,) = whole(parts)
    assert pictured(together) == pictured(at_once)
    assert together.unsafe > 0


def found_by(*ways: tuple[str, bytes, int, str]) -> Graph:
    """A graph by its ways: from where, to where, for how many unusual things, by what; what is
    named "closed" is a closing."""
    graph = Graph(("referred",), ["called", "closed", "fever"])
    graph.known[b"start"] = 0
    graph.reached(0, 0, -1, 0)
    for parent, child, cost, by in ways:
        id = graph.known.setdefault(child, len(graph.known))
        graph.leads(graph.known[parent.encode()], id)
        graph.reached(id, cost, graph.known[parent.encode()], graph.labels.index(by))
        if by == "closed":
            graph.closed.add(id)
    return graph


def test_what_two_shares_found_is_one_state_with_the_nearest_way() -> None:
    one = found_by(("start", b"far", 2, "fever"), ("far", b"end", 2, "called"))
    two = found_by(("start", b"far", 1, "called"), ("far", b"over", 1, "closed"))
    assert len(one.dead_ends()) == 3
    one.take_in(two)
    assert dict(zip(one.known, one.cost, strict=True)) == {
        b"start": 0, b"far": 1, b"end": 2, b"over": 1
    }  # fmt: skip
    assert one.way(one.known[b"over"]) == ("referred", "called", "closed")
    assert one.closed == {one.known[b"over"]}
    assert one.dead_ends() == [one.known[b"end"]]


def test_what_leads_on_from_a_state_that_two_shares_found_counts_once() -> None:
    one = found_by(("start", b"ill", 1, "fever"), ("ill", b"over", 1, "closed"))
    two = found_by(("start", b"ill", 1, "called"), ("ill", b"over", 1, "closed"))
    one.take_in(two)
    assert sorted(zip(one.sources, one.targets, strict=True)) == [(0, 1), (0, 1), (1, 2)]


TO_THE_TABLE = (
    *scenario_moves.REFERRAL,
    *scenario_moves.ASSESSMENT,
    *scenario_moves.BOOKING,
    *scenario_moves.PREPARATION,
)
TO_THE_DOOR = (
    *TO_THE_TABLE,
    *scenario_moves.PROCEDURE,
    *scenario_moves.RECOVERY,
    *scenario_moves.DISCHARGE,
)
PLAIN: tuple[str, ...] = ()
ANSWERING = [
    PLAIN,
    pytest.param((scenario_moves.DRUG,), marks=pytest.mark.prove),
    pytest.param((scenario_moves.SEDATED,), marks=pytest.mark.prove),
]


@pytest.mark.parametrize("who", ANSWERING)
@pytest.mark.parametrize("where", ["at the checklist", "at the door"])
def test_the_order_of_answers_of_one_group_makes_no_other_state(
    where: str, who: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each order is walked, as if it made a state; sorted afterwards, nothing else was found."""
    moves, done = {
        "at the checklist": (TO_THE_TABLE, (*FIRST, *prepared()[:2])),
        "at the door": (TO_THE_DOOR, (*FIRST, *walked(*who))),
    }[where]
    domain = replace(SMALL, moves=moves)
    begins = patient(*who, unusual=0, done=done)
    told = edges(Search(domain, begins, domain.rules).run().graph)
    search = Search(domain, begins, domain.rules)
    sort, groups, known = Statements.appended, search.clinic.statements, {}

    def key(marks: Marks, minute: int) -> bytes:
        tidy: Marks = ()
        for mark in marks:
            tidy = sort(groups, tidy, mark >> MINUTES, mark & LOW)
        found = key_of(marks, minute)
        known[found] = key_of(tidy, minute)
        return found

    monkeypatch.setattr(Statements, "appended", lambda _, marks, *mark: (*marks, joined(*mark)))
    monkeypatch.setattr(searching, "key_of", key)
    graph = search.run().graph
    assert len(graph.known) > len({one for edge in told for one in edge})
    assert {(known[a], known[b]) for a, b in edges(graph)} == told


def joined(statement: int, minute: int) -> int:
    return statement << MINUTES | minute


def edges(graph: Graph) -> set[tuple[bytes, bytes]]:
    names = list(graph.known)
    return {(names[a], names[b]) for a, b in zip(graph.sources, graph.targets, strict=True)}


def explored(name: str, capsys: pytest.CaptureFixture[str]) -> dict[str, Any]:
    code = guarded(["explore", "--json", "--domain", name])
    figures: dict[str, Any] = json.loads(capsys.readouterr().out)
    assert figures["ways"] == {}
    assert code == 0
    return figures


def test_every_state_of_the_small_domain_is_safe(capsys: pytest.CaptureFixture[str]) -> None:
    figures = explored("small", capsys)
    assert figures["states"] >= 50_000
    assert (figures["exhausted"], figures["unsafe"], figures["dead_ends"]) == (True, 0, 0)


@pytest.mark.prove
def test_every_state_of_the_large_domain_is_safe(
    capsys: pytest.CaptureFixture[str], record_property: Callable[[str, object], None]
) -> None:
    figures = explored("large", capsys)
    for name in ("states", "transitions", "unsafe", "dead_ends", "seconds"):
        record_property(name.replace("_", " "), figures[name])
    assert figures["exhausted"]

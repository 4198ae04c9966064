"""Promise 7 after random histories: what is live is what a rebuild from nothing makes.

Each patient stands somewhere in the treatment; then random commands are given through `handle`,
which must answer as the pathway alone does. 30 histories here, 10,000 under BLOODPATCH_PROVE=1.
"""

import os
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import count, islice
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from histories import PROTOCOLS, Told, begin, history
from story import Story, protocol

from bloodpatch.pathway.episode import Episode
from bloodpatch.pathway.protocol import Protocol
from bloodpatch.record import bulk, rebuild
from bloodpatch.record.decider import PATHWAY
from bloodpatch.record.episode_table import EPISODES
from bloodpatch.record.readmodels import ReadModel
from tests.contract.conftest import Desk, a_record, close_database, open_database, sqlite_in

HISTORIES = 10_000 if os.environ.get("BLOODPATCH_PROVE") else 30
COMMANDS_EACH = 6
LIVE = EPISODES

Rows = list[tuple[Any, ...]]


class Teller:
    """The story that is being given: its clock, its rules and its facts are the record's."""

    story: Story

    def __init__(self) -> None:
        self.by_hash = {protocol(name).hash: protocol(name) for name in PROTOCOLS}

    def in_force(self, clinic: str, pinned: str | None) -> Protocol:
        return self.story.protocol

    def known(self, clinic: str, pinned: str) -> Protocol:
        return self.by_hash[pinned]

    def desk(self, using: str, live: ReadModel = LIVE) -> Desk:
        record = a_record(
            using,
            clock=lambda: self.story.now,
            decider=PATHWAY,
            protocols=self,
            facts=lambda clinic, episode: self.story.facts,
            read_models=(live,),
        )
        return Desk(record, "clinic-1")


@pytest.fixture
def using(tmp_path: Path, django_db_blocker: Any) -> Iterator[str]:
    alias = f"rebuild_{uuid4().hex[:8]}"
    with django_db_blocker.unblock():
        open_database(alias, sqlite_in(tmp_path))
        yield alias
        close_database(alias)


def seeds() -> Iterator[int]:
    """Only a referral opens an episode; these begin with one."""
    return (seed for seed in count() if begin(seed).episode.position)


def give(desk: Desk, teller: Teller, seed: int, seen: Counter[str]) -> None:
    """One history: what had happened at once, the rest command by command."""
    for number, told in enumerate(history(seed, COMMANDS_EACH)):
        teller.story = told.story
        if number == 0:
            bulk.append_all(desk.record, desk.clinic, entries(seed, told.before))
        seen[type(told.outcome).__name__] += 1
        seen["answered otherwise"] += not same(desk, seed, told)


def entries(seed: int, before: Episode) -> Iterator[bulk.Entry]:
    for h in before.history:
        yield bulk.Entry(
            episode=f"patient-{seed}",
            event=h.event,
            occurred=h.occurred,
            recorded_at=h.recorded_at,
            by=h.by,
            command_id=f"{seed}-{h.position}",
            protocol=h.protocol,
            findings=h.findings,
        )


def same(desk: Desk, seed: int, told: Told) -> bool:
    """Whether `handle` answers as the pathway alone did, and leaves the patient at that place."""
    by = told.story.context(told.role).actor
    outcome = desk.give(told.command, f"patient-{seed}", actor=by)
    return (
        type(outcome).__name__ == type(told.outcome).__name__
        and outcome.episode.whereabouts is told.story.episode.whereabouts
        and outcome.position == told.story.episode.position
    )


def rows(desk: Desk) -> Rows:
    columns = ", ".join(("clinic", "episode", *LIVE.columns))
    return desk.rows(f"SELECT {columns} FROM {LIVE.table} ORDER BY clinic, episode")


def test_p07_rebuilt_is_live_after_random_histories(
    using: str, record_property: Callable[[str, object], None]
) -> None:
    teller, seen = Teller(), Counter[str]()
    desk = teller.desk(using)
    for seed in islice(seeds(), HISTORIES):
        give(desk, teller, seed, seen)
    differ = rebuild.compare(desk.record, desk.clinic)
    live = rows(desk)
    desk.run(f"DELETE FROM {LIVE.table}")
    made = rebuild.rebuild(desk.record, desk.clinic)
    record_property("histories", made)
    record_property("commands", seen["Accepted"] + seen["Refused"])
    record_property("accepted", seen["Accepted"])
    record_property("rows that differ", len(differ) + len(set(live) ^ set(rows(desk))))
    assert seen["answered otherwise"] == 0
    assert differ == []
    assert rows(desk) == live
    assert len(live) == made == HISTORIES
    assert seen["Accepted"] > 2 * HISTORIES


def test_p07_teeth_a_forgotten_row_is_a_difference(using: str) -> None:
    """The control off: with every fifth command the live row is left as it was."""
    teller, seen, puts = Teller(), Counter[str](), count(1)

    class Forgetful(ReadModel):
        def put(self, sql: Any, folded: Any, protocol: Any) -> None:
            if next(puts) % 5:
                super().put(sql, folded, protocol)

    told = {name: getattr(LIVE, name) for name in ("table", "columns", "rows", "one_each")}
    desk = teller.desk(using, Forgetful(**told))
    for seed in islice(seeds(), 30):
        give(desk, teller, seed, seen)
    differ = rebuild.compare(desk.record, desk.clinic)
    live = rows(desk)
    honest = replace(desk.record, read_models=(LIVE,))
    rebuild.rebuild(honest, desk.clinic)
    assert differ
    assert {d.episode for d in differ} == {r[1] for r in set(live) ^ set(rows(desk))}

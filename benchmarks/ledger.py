"""The record by itself: commands through `handle`, and whether rebuild and verify stay linear."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from uuid import uuid4

from django.conf import settings
from django.db import connection

from benchmarks import clinic as patients
from benchmarks.figures import Figure, at_least, at_most, in_turn, seconds
from bloodpatch.clinic.models import Clinic
from bloodpatch.config import records
from bloodpatch.pathway.roles import Role
from bloodpatch.pathway.stages.recovery.commands import RecordObservations
from bloodpatch.pathway.stages.referral.commands import Receive
from bloodpatch.pathway.values import BeatsPerMinute, Pain
from bloodpatch.record import rebuild
from bloodpatch.record.handle import handle
from bloodpatch.record.outcomes import Accepted
from bloodpatch.record.verify import verify

COMMANDS = 100
ROUNDS = 7
LONGEST_EPISODE = 25


def figures(clinic: Clinic) -> Iterator[Figure]:
    yield from commands_against_raw_inserts(clinic)
    yield from linear(clinic)


def commands_against_raw_inserts(clinic: Clinic) -> Iterator[Figure]:
    """Both durable, both one row of fact a time, both on the same disk, in turn."""
    by = patients.actor(clinic, Role.NURSE)
    said = RecordObservations(heart_rate=BeatsPerMinute(72), pain_lying=Pain.parse("2 lying"))

    def give(command: object, episode: str) -> None:
        outcome = handle(
            records.record(), command, episode=episode, actor=by,
            command_id=str(uuid4()), seen=None,
        )  # fmt: skip
        assert isinstance(outcome, Accepted), outcome

    def through_handle() -> None:
        for start in range(0, COMMANDS, LONGEST_EPISODE):
            episode = next(episodes)
            for _ in range(start, start + LONGEST_EPISODE):
                give(said, episode)

    needed = (ROUNDS + 1) * COMMANDS // LONGEST_EPISODE
    waiting = patients.with_people(clinic, needed)
    for episode in waiting:
        give(Receive(), episode)
    episodes = iter(waiting)
    with raw_table() as insert:
        through_handle()
        through, raw = in_turn(ROUNDS, through_handle, insert)
    yield Figure("commands through handle", COMMANDS / through, "per second")
    yield Figure("raw durable single-row inserts", COMMANDS / raw, "per second")
    yield at_least("handle against raw inserts", raw / through, 0.20)


class raw_table:  # noqa: N801  reads as a phrase: with raw_table()
    """The least that a durable insert costs here: one row, one commit, the same settings."""

    def __enter__(self) -> "raw_table":
        name = Path(settings.DATABASES["default"]["NAME"]).with_name("raw.sqlite3")
        self.database = sqlite3.connect(name, isolation_level=None)
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA synchronous")
            (synchronous,) = cursor.fetchone()
        self.database.execute("PRAGMA journal_mode=WAL")
        self.database.execute(f"PRAGMA synchronous={synchronous}")
        self.database.execute("CREATE TABLE row (id INTEGER PRIMARY KEY, body BLOB)")
        return self

    def __call__(self) -> None:
        for _ in range(COMMANDS):
            self.database.execute("INSERT INTO row (body) VALUES (zeroblob(300))")

    def __exit__(self, *_: object) -> None:
        with closing(self.database):
            pass


def linear(clinic: Clinic) -> Iterator[Figure]:
    """Time per event at 10,000 and at 100,000 events."""
    record = records.record()
    small = verify(record.using, clinic.pk).events
    patients.append_closed(clinic, 10_000 - small)
    each = {}
    for size in (10_000, 100_000):
        if size > 10_000:
            patients.append_closed(clinic, size - 10_000, first=10_000)
        events = verify(record.using, clinic.pk).events
        # As many events in each measurement, and the least of three: what else the machine did
        # only ever adds, and a short measurement finds a quiet moment sooner than a long one.
        times = 100_000 // size

        def rebuilt(times: int = times) -> None:
            for _ in range(times):
                rebuild.rebuild(record, clinic.pk)

        def verified(times: int = times) -> None:
            for _ in range(times):
                verify(record.using, clinic.pk)

        each[size] = [
            min(seconds(work) for _ in range(3)) / (times * events) for work in (rebuilt, verified)
        ]
    for i, what in enumerate(("rebuild", "verify")):
        first, second = each[10_000][i], each[100_000][i]
        yield Figure(f"{what} at 100,000 events", second * 1e6, "us per event")
        yield at_most(f"{what}, per event, 100,000 against 10,000 events", second / first, 1.3)

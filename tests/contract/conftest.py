"""The two databases of the contract suite, and a record on them with everything faked above it."""

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from threading import Lock
from typing import Any
from uuid import uuid4

import pytest
from django.db import connections
from django.db.migrations.executor import MigrationExecutor

from bloodpatch.config import database
from bloodpatch.pathway.context import Facts
from bloodpatch.pathway.events import Actor
from bloodpatch.pathway.roles import Role
from bloodpatch.pathway.statements import Command
from bloodpatch.record import folds
from bloodpatch.record.fold_cache import Folds
from bloodpatch.record.handle import handle
from bloodpatch.record.outcomes import Accepted, Outcome
from bloodpatch.record.ports import Record
from bloodpatch.record.sql import Row, Sql, Statement
from tests.contract import jar

SERVER = os.environ.get("BLOODPATCH_TEST_POSTGRES", "")


def open_database(alias: str, settings: dict[str, Any]) -> None:
    """Make a database known to Django under a name of its own, with the record's tables in it."""
    filled = connections.configure_settings({"default": {}, alias: settings})
    connections.settings[alias] = filled[alias]
    executor = MigrationExecutor(connections[alias])
    executor.migrate([n for n in executor.loader.graph.leaf_nodes() if n[0] == "record"])
    with connections[alias].cursor() as cursor:
        for table in jar.TABLES:
            cursor.execute(table)


def close_database(alias: str) -> None:
    connections[alias].close()
    del connections.settings[alias]


def sqlite_in(folder: Path) -> dict[str, Any]:
    return database.embedded(folder)


@pytest.fixture(
    scope="session", params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)]
)
def using(
    request: pytest.FixtureRequest,
    tmp_path_factory: pytest.TempPathFactory,
    django_db_blocker: Any,
) -> Iterator[str]:
    """Both databases in turn, each as `config` would open it."""
    alias = f"contract_{request.param}"
    with django_db_blocker.unblock():
        if request.param == "sqlite":
            open_database(alias, sqlite_in(tmp_path_factory.mktemp("ledger")))
            yield alias
            close_database(alias)
            return
        name = f"contract_{uuid4().hex[:8]}"
        with server_cursor() as cursor:
            cursor.execute(f"CREATE DATABASE {name}")
        open_database(alias, {**database.server(SERVER), "NAME": name})
        yield alias
        close_database(alias)
        with server_cursor() as cursor:
            cursor.execute(f"DROP DATABASE {name} WITH (FORCE)")


def server_cursor(name: str = "postgres") -> Any:
    import psycopg

    return psycopg.connect(SERVER, dbname=name, autocommit=True)


@pytest.fixture
def sqlite_alone(tmp_path: Path, django_db_blocker: Any) -> Iterator[str]:
    """A SQLite of this test's own, to be filled, locked, or forged."""
    alias = f"alone_{uuid4().hex[:8]}"
    with django_db_blocker.unblock():
        open_database(alias, sqlite_in(tmp_path))
        yield alias
        close_database(alias)


@dataclass
class FakeKeys:
    """A key for each episode, drawn when it is first asked for."""

    kept: dict[tuple[str, str], bytes | None] = field(default_factory=dict)
    asked: int = 0
    lock: Lock = field(default_factory=Lock)

    def of_episode(self, clinic: str, episode: str) -> bytes | None:
        with self.lock:
            self.asked += 1
            return self.kept.setdefault((clinic, episode), os.urandom(32))

    def erase(self, clinic: str, episode: str) -> None:
        self.kept[clinic, episode] = None


@dataclass(frozen=True)
class FakeProtocol:
    hash: str = "p" * 64


class FakeProtocols:
    def in_force(self, clinic: str, pinned: str | None) -> FakeProtocol:
        return FakeProtocol()

    known = in_force


@dataclass
class OwnClock:
    """Goes on by a second each time that it is asked."""

    at: datetime = datetime(2026, 11, 22, 15, 0, tzinfo=UTC)
    lock: Lock = field(default_factory=Lock)

    def __call__(self) -> datetime:
        with self.lock:
            self.at += timedelta(seconds=1)
            return self.at


def a_record(using: str, **changes: Any) -> Record:
    parts: dict[str, Any] = {
        "clock": OwnClock(),
        "keys": FakeKeys(),
        "protocols": FakeProtocols(),
        "facts": lambda clinic, episode: Facts(age_years=70, language="en"),
        "zone": lambda clinic: "America/Denver",
        "software": "test",
        "using": using,
        "decider": jar.JAR,
        "read_models": (jar.JARS, jar.MARBLES),
    }
    return Record(**parts | changes)


@dataclass
class Desk:
    """Somebody of one clinic at work on the record."""

    record: Record
    clinic: str = field(default_factory=lambda: f"clinic-{uuid4().hex[:8]}")

    @property
    def actor(self) -> Actor:
        return Actor("nurse-7", Role.NURSE, self.clinic)

    @property
    def sql(self) -> Sql:
        return Sql(self.record.using)

    def give(
        self,
        command: Command,
        episode: str = "jar-1",
        *,
        command_id: str = "",
        seen: int | None = None,
        **more: Any,
    ) -> Outcome:
        return handle(
            self.record,
            command,
            episode=episode,
            actor=more.pop("actor", self.actor),
            command_id=command_id or uuid4().hex,
            seen=seen,
            **more,
        )

    def accepted(self, command: Command, episode: str = "jar-1", **more: Any) -> Accepted:
        outcome = self.give(command, episode, **more)
        assert isinstance(outcome, Accepted), outcome
        return outcome

    def state(self, episode: str = "jar-1") -> Any:
        return folds.current(self.record, self.clinic, episode).state

    def afresh(self) -> Any:
        """The same record with nothing kept in memory, as another process sees it."""
        changed = {name: getattr(self.record, name) for name in Record.__dataclass_fields__}
        return Desk(Record(**changed | {"folds": Folds()}), self.clinic)

    def rows(self, text: str, *values: Any) -> list[Row]:
        return self.sql.rows(Statement.of(text), values)

    def run(self, text: str, *values: Any) -> int:
        return self.sql.run(Statement.of(text), values)


@pytest.fixture
def desk(using: str) -> Desk:
    return Desk(a_record(using))


@pytest.fixture
def desk_alone(sqlite_alone: str) -> Desk:
    return Desk(a_record(sqlite_alone))


def in_threads(using: str, count: int, work: Callable[[int], Any]) -> list[Any]:
    """What each of `count` threads comes back with, raised faults included, all started at once."""
    from threading import Barrier, Thread

    gate, found = Barrier(count), [None] * count

    def run(i: int) -> None:
        gate.wait()
        try:
            found[i] = work(i)
        except Exception as fault:
            found[i] = fault  # type: ignore[call-overload]
        finally:
            connections[using].close()

    threads = [Thread(target=run, args=(i,)) for i in range(count)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return found

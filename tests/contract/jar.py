"""A decider that is as small as can be: a jar that is found, filled, labelled, and closed once.

It has what the record must carry: a command that opens, one that can be refused, words, a fact
from outside, a corrected entry that others depend on, and a shape that has changed since.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, replace
from typing import Any

from bloodpatch.pathway.acts import Act, permit, record
from bloodpatch.pathway.context import Context
from bloodpatch.pathway.decide import Accepted, Refused
from bloodpatch.pathway.events import Event, Happened
from bloodpatch.pathway.findings import Cause, FindingKind, Level
from bloodpatch.pathway.statements import Command, payload
from bloodpatch.pathway.values import Count, FreeText, When
from bloodpatch.record.decider import Decider
from bloodpatch.record.folded import Folded
from bloodpatch.record.readmodels import ReadModel


@dataclass(frozen=True, kw_only=True)
class Place:
    where: FreeText | None = payload("Where it stood")


@dataclass(frozen=True, kw_only=True)
class Filling:
    count: Count = payload("How many marbles", required=True)
    labels: tuple[FreeText, ...] | None = payload("What was written on it")
    fragile: bool | None = payload("Handle with care")


@dataclass(frozen=True, kw_only=True)
class Closing:
    pass


class Find(Place, Command):
    name = "jar.find"


class Found(Place, Event):
    name = "jar.found"


class Fill(Filling, Command):
    name = "jar.fill"


class Filled(Filling, Event):
    name = "jar.filled"
    version = 2


class Close(Closing, Command):
    name = "jar.close"


class Closed(Closing, Event):
    name = "jar.closed"


class Shake(Closing, Command):
    """Becomes two events, of which both are recorded or none."""

    name = "jar.shake"


class Shaken(Closing, Event):
    name = "jar.shaken"


IS_CLOSED = FindingKind(
    code="jar.is_closed",
    level=Level.STOP,
    cause=Cause.PRESENT,
    says="The lid is on, over {inside} marbles.",
    rule="A jar is closed once.",
    clears="Find another jar.",
)
OLD = FindingKind(
    code="jar.old",
    level=Level.ADVISE,
    cause=Cause.PRESENT,
    says="Whoever closes it is {age} years old.",
    rule="Old hands close jars well.",
    clears="Nothing.",
)


@dataclass(frozen=True)
class Jar:
    id: str
    found: bool = False
    inside: int = 0
    closed: bool = False
    labels: tuple[str, ...] = ()
    shaken: int = 0


def evolve(jar: Jar, happened: Happened[Any]) -> Jar:
    match happened.event:
        case Found():
            return replace(jar, found=True)
        case Filled() as filled:
            labels = tuple(label.text for label in filled.labels or ())
            return replace(
                jar, inside=jar.inside + int(filled.count), labels=(*jar.labels, *labels)
            )
        case Closed():
            return replace(jar, closed=True)
        case _:
            return replace(jar, shaken=jar.shaken + 1)


def decide(jar: Jar, command: Command, context: Context) -> Accepted | Refused:
    found = []
    if isinstance(command, Close):
        if jar.closed:
            return Refused((IS_CLOSED(context, inside=jar.inside),))
        if (context.facts.age_years or 0) > 64:
            found.append(OLD(context, age=context.facts.age_years))
    act = ACTS[command.name]
    said = {f.name: getattr(command, f.name) for f in fields(act.becomes)}
    events = (act.becomes(**said),) * (2 if isinstance(command, Shake) else 1)
    occurred = command.occurred or When.exact(context.now, context.zone)
    return Accepted(events, tuple(found), occurred)


ACTS: Mapping[str, Act] = {
    act.name: act
    for act in (
        record(Find, becomes=Found),
        record(Fill, becomes=Filled),
        permit(Close, becomes=Closed, depends_on=("jar.fill",)),
        record(Shake, becomes=Shaken),
    )
}


def counted(said: Mapping[str, Any]) -> Mapping[str, Any]:
    """Version 1 of `jar.filled` had one label, and called the count `marbles`."""
    now = {"count": said["marbles"]}
    return now | ({"labels": [said["label"]]} if "label" in said else {})


JAR = Decider(
    acts=ACTS,
    events={(a.becomes.name, a.becomes.version): a.becomes for a in ACTS.values()},
    findings={kind.code: kind for kind in (IS_CLOSED, OLD)},
    empty=Jar,
    evolve=evolve,
    decide=decide,
    opens=lambda name: name == "jar.find",
    touched=lambda _, happened: (happened.event.name,),
    pinned=lambda _: None,
    upcasts={("jar.filled", 1): counted},
)

# Two read models: one row for each jar, and one for each marble in it.
JARS = ReadModel(
    table="test_jars",
    columns=("position", "inside", "closed"),
    rows=lambda f, _: [(f.position, f.state.inside, int(f.state.closed))],
    one_each=True,
)


def marbles(folded: Folded, _: Any) -> Iterator[tuple[int]]:
    return ((n,) for n in range(min(folded.state.inside, 20)))


MARBLES = ReadModel(table="test_marbles", columns=("marble",), rows=marbles)

TABLES = (
    "CREATE TABLE test_jars (clinic TEXT, episode TEXT, position BIGINT, inside BIGINT,"
    " closed BIGINT, PRIMARY KEY (clinic, episode))",
    "CREATE TABLE test_marbles (clinic TEXT, episode TEXT, marble BIGINT)",
    "CREATE INDEX test_marbles_of ON test_marbles (clinic, episode)",
    "CREATE TABLE test_slots (slot TEXT PRIMARY KEY)",
)

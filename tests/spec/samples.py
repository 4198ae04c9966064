"""An example of every command, built from nothing but the types of its fields.

    minimal(RecordDraw)    only what must be stated
    full(RecordDraw)       every field, each with an example of its type
    drawn(RecordDraw, chance, now)    some fields, plausible and absurd by turns

A new command, a new field or a new value class needs no care here: it is found by its type.
"""

from collections.abc import Mapping
from datetime import datetime, timedelta
from decimal import Decimal
from enum import StrEnum
from random import Random
from typing import Any, TypeVar

from bloodpatch.pathway.findings import KINDS
from bloodpatch.pathway.statements import bare, hints, item_of, stated
from bloodpatch.pathway.treatment import ACTS
from bloodpatch.pathway.values import (
    Answer,
    Answers,
    Pain,
    PainPosition,
    Precision,
    Quantity,
    Value,
    When,
)

S = TypeVar("S")

ZONE = "America/Denver"
BEFORE = When.parse("2026-11-13 14:05", ZONE)
PLANNED = When.parse("2026-11-30 14:05", ZONE)
"""Before and after all that the stories tell of."""


def minimal(kind: type[S], /, **said: Any) -> S:
    """The least that can be said, and whatever is given in `said`."""
    must = {f.name for f in stated(kind) if hints(kind)[f.name] == bare(hints(kind)[f.name])}
    return kind(**{name: of_field(kind, name) for name in must - set(said)} | said)


def full(kind: type[S], /, **said: Any) -> S:
    """Everything that can be said; `said` replaces what it names."""
    return kind(**{f.name: of_field(kind, f.name) for f in stated(kind)} | said)


def of_field(kind: type, name: str) -> Any:
    """An example for one field of a statement."""
    told: Mapping[str, Any] = next(f for f in stated(kind) if f.name == name).metadata
    annotation = hints(kind)[name]
    item = item_of(annotation)
    one = example(item or bare(annotation), told)
    return (one,) if item else one


def example(kind: Any, told: Mapping[str, Any]) -> Any:
    if kind is bool:
        return True
    if issubclass(kind, StrEnum):
        return next(iter(kind))
    if kind is Pain:
        return Pain(7, told["position"] or PainPosition.STANDING)
    if kind is Answers:
        return Answers({code: Answer.NO for code, _ in told["choices"]})
    if kind is When:
        return PLANNED if told["ahead"] else BEFORE
    assert issubclass(kind, Value)
    return kind.parse(kind.example)


# by chance


def drawn(kind: type[S], chance: Random, now: datetime, /, **said: Any) -> S:
    """A command as somebody might give it: much or little said, sensible or absurd."""
    share = chance.choice((0.1, 0.3, 0.6))
    fields = {
        f.name: by_chance(kind, f.name, chance, now)
        for f in stated(kind)
        if f.name not in said
        and (hints(kind)[f.name] == bare(hints(kind)[f.name]) or chance.random() < share)
    }
    return kind(**fields | said)


def by_chance(kind: type, name: str, chance: Random, now: datetime) -> Any:
    told: Mapping[str, Any] = next(f for f in stated(kind) if f.name == name).metadata
    annotation = hints(kind)[name]
    if item := item_of(annotation):
        many = (value(item, told, chance, now) for _ in range(chance.randint(1, 3)))
        return tuple(dict.fromkeys(many))
    return value(bare(annotation), told, chance, now)


def value(kind: Any, told: Mapping[str, Any], chance: Random, now: datetime) -> Any:
    if kind is bool:
        return chance.random() < 0.5
    if issubclass(kind, StrEnum):
        return chance.choice(tuple(kind))
    if kind is Pain:
        return Pain(chance.randint(0, 10), told["position"] or chance.choice(tuple(PainPosition)))
    if kind is Answers:
        asked = [code for code, _ in told["choices"] if chance.random() < 0.7]
        return Answers({code: answer(chance) for code in asked})
    if kind is When:
        return moment(chance, now + timedelta(days=3) if told["ahead"] else now)
    if issubclass(kind, Quantity):
        return quantity(kind, chance)
    return kind.parse(kind.example)


def answer(chance: Random) -> Answer:
    return Answer.YES if chance.random() < 0.05 else Answer.NO


def quantity(kind: type[Quantity], chance: Random) -> Quantity:
    """Anywhere in its bounds, and on them."""
    if chance.random() < 0.2:
        return kind(chance.choice((kind.low, kind.high)))
    step = Decimal(1).scaleb(-kind.places)
    return kind(kind.low + step * chance.randint(0, int((kind.high - kind.low) / step)))


def moment(chance: Random, now: datetime) -> When:
    """Mostly of the last hours, sometimes of another day, seldom of the future; more or less
    exactly known."""
    hours = chance.choice((0, 0, 1, 3, 30, 400, -2)) * chance.random()
    at = (now - timedelta(hours=hours)).replace(second=0, microsecond=0)
    return When(at, ZONE, chance.choice((*Precision, Precision.MINUTE)))


EVERY = tuple(act.command for act in ACTS.values())
"""Every command of the treatment, in its order."""

EVERY_FINDING = tuple(KINDS.values())

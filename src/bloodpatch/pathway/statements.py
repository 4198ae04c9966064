"""What people say: statements, and the commands that say them.

A *statement* is a frozen dataclass of what one person stated at one time. The same statement is
the body of a command ("please record this", "may we do this?") and of the event that follows, so
each field is declared once, with its meaning, and everything else is derived from that: the form
on the staff page, the fields of a case script, the stored event and the generated reference.

`None` always means *not stated*. It never means "no".
"""

from collections.abc import Callable, Mapping
from dataclasses import MISSING, Field, dataclass, field, fields
from enum import StrEnum
from functools import cache
from types import NoneType, UnionType
from typing import Any, ClassVar, TypeVar, Union, get_args, get_origin, get_type_hints

from bloodpatch.pathway.values import PainPosition, Value, ValueFault, When

S = TypeVar("S")


def payload(
    meaning: str,
    *,
    ask: str = "",
    required: bool = False,
    position: PainPosition | None = None,
    choices: tuple[tuple[str, str], ...] = (),
    more: bool = False,
    ahead: bool = False,
    value: str = "",
) -> Any:
    """A field of a statement: what it means, and the words that ask for it.

    `position` fixes the position that a pain score was taken in; `choices` is the closed list of
    (code, words) of a group of yes / no / not asked answers; `more` marks what is seldom known,
    which a form keeps folded; `ahead` marks a time that is planned, where all others have been;
    `value` is the protocol's value that the question is about, which a form shows. A field is
    optional unless `required`, because a record must take what is known, however little.
    """
    metadata = {
        "meaning": meaning,
        "ask": ask,
        "position": position,
        "choices": choices,
        "more": more,
        "ahead": ahead,
        "value": value,
    }
    return field(default=MISSING if required else None, metadata=metadata)


@dataclass(frozen=True, kw_only=True)
class Command:
    """What a person asks of the record. `occurred` is when it happened; None means now."""

    name: ClassVar[str] = ""
    title: ClassVar[str] = ""

    occurred: When | None = None

    def __init_subclass__(cls) -> None:
        """A command takes the fields of its statement and the time; no decorator is needed."""
        super().__init_subclass__()
        dataclass(frozen=True, kw_only=True)(cls)

    def __post_init__(self) -> None:
        refuse_empty(self)


def stated(kind: type) -> tuple[Field[Any], ...]:
    """The fields that somebody states: all but the time, which the event's envelope carries."""
    return tuple(f for f in fields(kind) if f.name != "occurred")


def refuse_empty(statement: Any) -> None:
    """A list that must be given names something: "none known" is an answer, nothing is not."""
    kind: type = type(statement)
    for name in required_lists(kind):
        if not getattr(statement, name):
            raise ValueFault(
                f"{name} names nothing.",
                "Without it the statement says nothing.",
                "Name at least one.",
            )


@cache
def required_lists(kind: type) -> tuple[str, ...]:
    must = (f.name for f in stated(kind) if f.default is MISSING)
    return tuple(name for name in must if item_of(hints(kind)[name]))


@cache
def hints(kind: type) -> Mapping[str, Any]:
    """Resolved annotations of a statement's fields."""
    return get_type_hints(kind)


def bare(annotation: Any) -> Any:
    """The type without `| None`."""
    if get_origin(annotation) in (Union, UnionType):
        return next(a for a in get_args(annotation) if a is not NoneType)
    return annotation


def item_of(annotation: Any) -> Any | None:
    """The type of the members of `tuple[X, ...]`; None where the field holds one value."""
    kind = bare(annotation)
    return get_args(kind)[0] if get_origin(kind) is tuple else None


# --- the plain form: what JSON and TOML can carry, and back without loss ---


def plain(value: Any) -> Any:
    """A value as text, numbers, lists and tables."""
    if isinstance(value, Value):
        return value.plain()
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, tuple):
        return [plain(item) for item in value]
    return value


def plain_fields(statement: Any) -> dict[str, Any]:
    """All stated fields of a command or an event; what was not stated is left out."""
    return {
        f.name: plain(value)
        for f in stated(type(statement))
        if (value := getattr(statement, f.name)) is not None
    }


@cache
def reader(annotation: Any) -> Callable[[Any], Any]:
    """The function that turns a plain form back into a value of this type."""
    if item := item_of(annotation):
        read = reader(item)
        return lambda given: tuple(read(one) for one in read_list(given))
    kind = bare(annotation)
    if issubclass(kind, Value):
        return kind.of  # type: ignore[no-any-return]
    if issubclass(kind, StrEnum):
        return lambda given: read_choice(kind, given)
    return lambda given: read_flag(given)


def read_list(given: Any) -> list[Any]:
    if isinstance(given, list):
        return given
    raise ValueFault(f"{given!r} is not a list.", "Here several can be named.", "Give a list.")


def read_choice(kind: type[StrEnum], given: Any) -> StrEnum:
    try:
        return kind(given)
    except ValueError:
        known = ", ".join(kind)
        raise ValueFault(
            f"{given!r} is not one of the answers.",
            "Only the listed answers are counted and compared.",
            f"Choose one of: {known}.",
        ) from None


def read_flag(given: Any) -> bool:
    if isinstance(given, bool):
        return given
    raise ValueFault(
        f"{given!r} is neither true nor false.", "This is a yes or a no.", "Say which."
    )


@cache
def readers(kind: type) -> Mapping[str, Callable[[Any], Any]]:
    return {f.name: reader(hints(kind)[f.name]) for f in stated(kind)}


def of_plain(kind: type[S], given: Mapping[str, Any], **envelope: Any) -> S:
    """Build a command or an event from its plain form.

    Raises `ValueFault` for a field that this statement does not have, one that is missing
    although it is required, or a value that cannot be.
    """
    known: Mapping[str, Callable[[Any], Any]] = readers(kind)  # type: ignore[arg-type]
    if unknown := set(given) - set(known):
        raise ValueFault(
            f"{', '.join(sorted(unknown))}: there is no such field.",
            f"{kind.__name__} has: {', '.join(known) or 'no fields'}.",
            "Correct the name, or leave it out.",
        )
    must = {f.name for f in stated(kind) if f.default is MISSING}
    if missing := must - set(given):
        raise ValueFault(
            f"{', '.join(sorted(missing))} is missing.",
            "Without it the statement says nothing.",
            "State it.",
        )
    statement = kind(**{name: known[name](value) for name, value in given.items()}, **envelope)
    refuse_empty(statement)
    return statement

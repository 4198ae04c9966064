"""values.md: what may be written in a field that is not a closed list, each kind with examples."""

from collections.abc import Iterator
from functools import cache

from bloodpatch.doors.console.reference.closed_lists import kinds_of_values
from bloodpatch.doors.console.reference.markdown import (
    Page,
    code,
    codes,
    heading,
    link,
    table,
)
from bloodpatch.doors.console.reference.markdown import page as made
from bloodpatch.doors.console.reference.value_examples import TOLD, Told
from bloodpatch.pathway.clinical import Timing
from bloodpatch.pathway.values import Quantity, Value, ValueFault, When
from bloodpatch.pathway.values.spinal_level import SPACES, SpinalLevel

NAME = "values"
ABOUT = "What may be written in a field: numbers with units, times, needles, levels, signs, doses."
NUMBERS = "Numbers"

INTRO = """\
A value is written as one would type it on a form. Capitals and single spaces make no difference. A
decimal sign is a point; commas, signs before the number and powers of ten are refused, because
they mean different things to different people. In a script a value is text in quotes; a bare number
does where the unit is plain."""

NUMBERS_SAY = """\
Each kind has one unit, which may be left out. Outside the bounds a number is refused as a slip of
the pen; what is unwise inside them is for the protocol to say."""

ZONE = "UTC"


def page() -> Page:
    compound = [kind for kind in kinds_of_values() if not issubclass(kind, Quantity)]
    return made(
        NAME,
        "Values",
        ABOUT,
        (INTRO,),
        (heading(2, NUMBERS), "", NUMBERS_SAY, "", *numbers()),
        *(of_kind(kind, TOLD[kind]) for kind in compound),
    )


@cache
def to_kind(kind: type[Value]) -> str:
    """The name of a kind, as a link to what may be written."""
    if kind is Timing:
        return "[told time](told-times.md)"
    title = NUMBERS if issubclass(kind, Quantity) else headed(kind)
    return link(named(kind), title, f"{NAME}.md")


def named(kind: type[Value]) -> str:
    """Short, for a cell of a table: what stands in brackets is told where the link leads."""
    return "told time" if kind is Timing else kind.title.partition(" (")[0]


def headed(kind: type[Value]) -> str:
    return named(kind)[0].upper() + named(kind)[1:]


def numbers() -> Iterator[str]:
    kinds = [kind for kind in kinds_of_values() if issubclass(kind, Quantity)]
    yield from table(
        ("Kind", "Unit", "From", "To", "Decimals", "The unit may also be written", "Example"),
        (
            (
                kind.title,
                kind.unit,
                f"{kind.low}",
                f"{kind.high}",
                str(kind.places),
                codes(spellings(kind)),
                code(kind.example),
            )
            for kind in sorted(kinds, key=lambda kind: kind.title.casefold())
        ),
    )


def spellings(kind: type[Quantity]) -> Iterator[str]:
    """The other ways to write a unit, as far as the reader takes them."""
    for unit in sorted(kind.also):
        try:
            kind.parse(f"{kind.high} {unit}")
        except ValueFault:
            continue
        yield unit


def of_kind(kind: type[Value], told: Told) -> Iterator[str]:
    yield heading(2, headed(kind))
    yield ""
    yield told.grammar
    yield ""
    yield from table(
        ("Written", "Kept as", "Shown as"),
        ((code(written), *read(kind, written)) for written in told.examples),
    )
    for title, choices in told.lists.items():
        yield ""
        yield heading(3, title)
        yield ""
        members = ((code(m.value), getattr(m, "label", m.value.replace("_", " "))) for m in choices)
        yield from table(("Written", "Means"), members)
    if kind is SpinalLevel:
        yield ""
        yield f"All spaces, from above: {codes(SPACES)}."


def read(kind: type[Value], written: str) -> tuple[str, str]:
    value = kind.parse(written, ZONE) if issubclass(kind, When) else kind.parse(written)
    return (code(str(value.plain())), str(value))

"""What holds for every value: it has one plain form, it is frozen, and it explains refusals."""

from contextlib import suppress
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bloodpatch.pathway import values
from bloodpatch.pathway.values import (
    ALL,
    Answer,
    Answers,
    BloodPressure,
    Dose,
    DoseUnit,
    FreeText,
    Needle,
    NeedleKind,
    Pain,
    PainPosition,
    Precision,
    Quantity,
    SpinalLevel,
    Value,
    ValueFault,
    When,
)
from bloodpatch.pathway.values.spinal_level import SPACES

FIRST = datetime(1900, 1, 3, tzinfo=UTC)
ZONES = ("America/Denver", "Europe/London", "Australia/Lord_Howe", "Pacific/Apia", "UTC")
CODES = st.from_regex(r"[a-z][a-z0-9_]{0,20}", fullmatch=True)
PRINTABLE = st.characters(exclude_categories=("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"))


def quantities(kind: type[Quantity]) -> st.SearchStrategy[Quantity]:
    return st.builds(kind, st.decimals(kind.low, kind.high, places=kind.places))


def moments() -> st.SearchStrategy[When]:
    span = int(timedelta(days=299 * 365).total_seconds())
    seconds = st.integers(0, span) | st.integers(0, span // 3600).map(lambda hours: hours * 3600)
    fractions = st.sampled_from([0, 0, 1, 999_999])
    instants = st.builds(
        lambda s, f: FIRST + timedelta(seconds=s, microseconds=f), seconds, fractions
    )
    return st.builds(When, instants, st.sampled_from(ZONES), st.sampled_from(Precision))


COMPOUND: dict[type[Value], st.SearchStrategy[Any]] = {
    BloodPressure: st.builds(BloodPressure, st.integers(100, 350), st.integers(0, 99)),
    Pain: st.builds(Pain, st.integers(0, 10), st.sampled_from(PainPosition)),
    SpinalLevel: st.builds(SpinalLevel, st.sampled_from(SPACES)),
    Needle: st.builds(Needle, st.sampled_from(NeedleKind), st.none() | st.integers(10, 34)),
    When: moments(),
    FreeText: st.builds(
        FreeText, st.text(PRINTABLE | st.just("\n"), min_size=1, max_size=300).filter(str.strip)
    ),
    Dose: st.builds(
        Dose,
        st.from_regex(r"[a-z][a-z0-9_-]{1,20}", fullmatch=True),
        st.decimals("0.0001", 1_000_000, places=4),
        st.sampled_from(DoseUnit),
    ),
    Answers: st.builds(Answers, st.dictionaries(CODES, st.sampled_from(Answer), max_size=8)),
}


def any_of(kind: type[Value]) -> st.SearchStrategy[Any]:
    return quantities(kind) if issubclass(kind, Quantity) else COMPOUND[kind]


every_value = pytest.mark.parametrize("kind", ALL, ids=lambda kind: kind.__name__)


def subclasses(kind: type) -> set[type]:
    return {kind}.union(*(subclasses(each) for each in kind.__subclasses__()))


def test_no_value_class_is_missing_from_the_list() -> None:
    bases = {values.Quantity, values.Whole, values.Score}
    here = {each for each in subclasses(Value) if each.__module__.startswith(values.__name__)}
    # A dataclass with slots is made twice; the first, nameless one is still known to its parent.
    named = {each for each in here if getattr(values, each.__name__, None) is each}
    assert named - bases - {Value} == set(ALL)


@every_value
def test_the_example_can_be_typed(kind: type[Value]) -> None:
    assert isinstance(kind.parse(kind.example), kind)


@every_value
def test_it_has_a_title_for_the_reference(kind: type[Value]) -> None:
    assert kind.title
    assert kind.title == kind.title.strip()


@every_value
@given(data=st.data())
def test_the_plain_form_and_back_is_the_same_value(kind: type[Value], data: st.DataObject) -> None:
    value = data.draw(any_of(kind))
    again = kind.of(value.plain())
    assert again == value
    assert hash(again) == hash(value)
    assert again.plain() == value.plain()


@every_value
def test_it_is_frozen(kind: type[Value]) -> None:
    value = kind.parse(kind.example)
    for name in (*value.__slots__, "value", "remark"):
        with pytest.raises((AttributeError, TypeError)):
            setattr(value, name, 1)
    assert value == kind.parse(kind.example)


@every_value
def test_it_is_never_equal_to_a_value_of_another_kind(kind: type[Value]) -> None:
    value = kind.parse(kind.example)
    others = [other.parse(other.example) for other in ALL if other is not kind]
    assert value not in others


HOSTILE = {
    "empty": "",
    "only spaces": "  \t ",
    "50 kB": "8" * 50_000,
    "a direction override": "8 \u202e gnidnats",
    "a right-to-left mark": "\u200f8",
    "a null": "8\x00",
    "an escape": "\x1b[31m8",
    "half a character": "8\ud800",
    "a zero-width space": "2\u200b2",
    "a byte order mark": "\ufeff22",
    "a private character": "22\ue000",
    "a hidden tag": "22\U000e0041",
}


@every_value
@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_it_refuses_what_nobody_means(kind: type[Value], text: str) -> None:
    with pytest.raises(ValueFault) as caught:
        kind.parse(text)
    fault = caught.value
    for sentence in (fault.what, fault.why, fault.now):
        assert sentence.endswith((".", ")"))
        assert sentence.isprintable()
    assert len(str(fault)) < 600
    assert str(fault) == f"{fault.what} {fault.why} {fault.now}"


FOREIGN_FORMS = [None, True, 22, 22.5, b"22", ["22"], {"value": "22"}, "", " ", "22 apples", "NaN"]


@every_value
@pytest.mark.parametrize("form", FOREIGN_FORMS, ids=repr)
def test_it_refuses_a_stored_form_that_it_never_wrote(kind: type[Value], form: object) -> None:
    with pytest.raises(ValueFault):
        # Any visible text is a text; so that one gets a space in front, which is never stored.
        kind.of(f" {form}" if kind is FreeText and isinstance(form, str) else form)


@every_value
@pytest.mark.parametrize("typed", [None, 22, b"22"])
def test_only_text_is_typed(kind: type[Value], typed: str) -> None:
    with pytest.raises(ValueFault):
        kind.parse(typed)


@every_value
@given(form=st.text(max_size=40))
def test_what_it_accepts_as_stored_it_would_store_so(kind: type[Value], form: str) -> None:
    with suppress(ValueFault):  # any other exception is a bug
        assert kind.of(form).plain() == form


@every_value
@given(text=st.text(max_size=40))
def test_anything_typed_is_a_value_or_a_fault(kind: type[Value], text: str) -> None:
    with suppress(ValueFault):  # any other exception is a bug
        value = kind.parse(text)
        assert kind.of(value.plain()) == value


def test_a_number_is_the_same_however_it_was_written() -> None:
    ways = {values.Millilitres(w) for w in (22, "22", Decimal("22.0"), Decimal("2.2E+1"))}
    assert {way.plain() for way in ways} == {"22"}
    assert len(ways) == 1

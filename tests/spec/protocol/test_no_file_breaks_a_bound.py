"""H28: a protocol that is set wrongly is an unsafe default for everyone.

Whatever is written into a file, by mistake or on purpose: either it is refused with faults, or
every value of the protocol lies inside its hard bounds. The referee below knows the bounds and
the invariants by itself and asks none of the code that reads files.
"""

import os
from collections import Counter
from collections.abc import Callable
from dataclasses import fields, is_dataclass, replace
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import HealthCheck, event, given, settings
from hypothesis import strategies as st

from bloodpatch.pathway.protocol import KINDS, Fault, Protocol, ProtocolFaults, parse
from bloodpatch.pathway.protocol.kinds import Kind
from bloodpatch.record.protocols import (
    on_shipped_base,
    shipped,
    shipped_citations,
    shipped_text,
)
from tests.spec.protocol.writing import entry, mine

STEPS = ["position", "clean", "mark", "local_anaesthetic", "draw", "needle_in_space"]
STEPS += ["inject", "withdraw"]
DOCUMENTS = int(os.environ.get("BLOODPATCH_DOCUMENTS", "100000"))


# --- the referee ---


def broken(protocol: Protocol) -> list[str]:
    """What is wrong with an accepted protocol; nothing, if the promise is kept."""
    found = [name for name, kind in KINDS.items() if outside(kind, protocol.about(name).value)]
    order = list(protocol.procedure.step_order)
    if len(set(order)) < len(order) or not set(order) <= set(STEPS):
        found.append("a step twice, or an unknown one")
    if not order.index("draw") < order.index("inject") < order.index("withdraw"):
        found.append("draw, inject, withdraw")
    if not order.index("clean") < order.index("needle_in_space") < order.index("inject"):
        found.append("clean, needle, inject")
    if order.index("position") > order.index("needle_in_space"):
        found.append("position, needle")
    volumes = protocol.procedure
    if not 5 <= volumes.draw_ml_low <= volumes.planned_ml <= volumes.draw_ml_high <= 30:
        found.append("volumes")
    if volumes.inject_default_ml > volumes.planned_ml:
        found.append("more injected than drawn")
    if not 30 <= protocol.recovery.rest_minutes <= protocol.booking.recovery_bay_minutes:
        found.append("rest")
    return found


def outside(kind: Any, value: Any) -> bool:
    if isinstance(value, tuple):
        return any(outside(kind, item) for item in value)
    if is_dataclass(value):
        return any(
            outside(f.metadata["kind"], getattr(value, f.name))
            for f in fields(value)
            if getattr(value, f.name) is not None
        )
    if isinstance(value, bool) or not isinstance(value, int | Decimal):
        return kind.low is not None
    return not kind.low <= value <= kind.high


def test_the_referee_sees_a_rest_of_three_minutes() -> None:
    """The referee's own teeth: a protocol that no file could make is caught."""
    protocol = shipped("kaysville")
    short = protocol.parameters | {"recovery.rest_minutes": rest_of(protocol, 3)}
    assert broken(with_values(protocol, short)) == ["recovery.rest_minutes"]


def rest_of(protocol: Protocol, minutes: int) -> Any:
    return replace(protocol.about("recovery.rest_minutes"), value=minutes)


def with_values(protocol: Protocol, parameters: Any) -> Protocol:
    return replace(protocol, parameters=parameters)


def test_without_the_bounds_the_referee_goes_red(monkeypatch: pytest.MonkeyPatch) -> None:
    """The teeth of the tests below: with the control taken away, they fail."""
    text = mine(entry("recovery.rest_minutes", value=3, certainty="clinic"))
    assert judged(text, base=shipped("kaysville")) == "refused"
    monkeypatch.setattr(Kind, "holds", lambda kind, number: True)
    with pytest.raises(AssertionError, match=r"recovery\.rest_minutes"):
        judged(text, base=shipped("kaysville"))


# --- the documents ---


def judged(text: str, **how: Any) -> str:
    """The promise, for one text; says which of the two it was."""
    found: tuple[Fault, ...] = ()
    try:
        protocol = parse(text, **how)
    except ProtocolFaults as refused:
        found = refused.faults
    if found:
        assert all(0 < fault.line <= text.count("\n") + 1 for fault in found)
        return "refused"
    assert broken(protocol) == []
    return "accepted"


ANYTHING = st.one_of(
    st.integers(-5, 300),
    st.integers(),
    st.decimals(-5, 300, places=1, allow_nan=False),
    st.booleans(),
    st.text(max_size=5),
    st.lists(st.integers(-5, 300), max_size=4),
    st.lists(st.sampled_from(STEPS), max_size=9),
    st.permutations(STEPS),
    st.lists(st.fixed_dictionaries({"code": st.text(max_size=3)}), max_size=2),
)


def row(**cells: st.SearchStrategy[Any]) -> st.SearchStrategy[list[dict[str, Any]]]:
    return st.lists(st.fixed_dictionaries(cells), min_size=1, max_size=3)


HOURS = st.integers(-1, 200)
LIKELY: dict[str, st.SearchStrategy[Any]] = {
    "procedure.step_order": st.permutations(STEPS),
    "followup.contacts": row(
        code=st.sampled_from("abc"),
        after_hours=HOURS,
        opens_hours_before=HOURS,
        closes_hours_after=HOURS,
        why=st.just("To ask."),
    ),
    "discharge.restrictions": row(
        code=st.sampled_from("abc"),
        sentence=st.sampled_from(["Rest until {until}.", "Rest for 3 days.", "Rest."]),
        days=st.integers(-1, 50),
    ),
}


def near(parameter: str) -> st.SearchStrategy[Any]:
    """Values that a hurried person might write: around the bounds, on both sides of them."""
    kind = KINDS[parameter]
    if parameter in LIKELY or kind.low is None or kind.high is None:
        return LIKELY.get(parameter, ANYTHING)
    low, high = int(kind.low), int(kind.high)
    inside = st.integers(low, high)
    return inside | inside | inside | st.integers(low - 2, high + 2)


@st.composite
def clinics(draw: st.DrawFn) -> str:
    """Mostly what somebody could mean, so that many are accepted; sometimes anything."""
    chosen = draw(st.lists(st.sampled_from(sorted(KINDS)), max_size=4, unique=True))
    seldom = st.integers(0, 9).map(lambda die: die == 9)
    entries = []
    for parameter in chosen:
        lines: dict[str, Any] = {"value": draw(ANYTHING if draw(seldom) else near(parameter))}
        for bound in ("low", "high"):
            if draw(seldom):
                lines[bound] = draw(st.integers(-5, 300))
        lines["certainty"] = "verified" if draw(seldom) else "clinic"
        entries.append(entry(parameter, **lines))
    return mine("".join(entries))


def a_clinics_own_file(text: str) -> None:
    event(judged(text, base=shipped("kaysville")))


test_a_clinics_own_file = settings(max_examples=300, deadline=None)(
    given(clinics())(a_clinics_own_file)
)


@pytest.mark.prove
def test_a_clinics_own_file_a_hundred_thousand_times(
    record_property: Callable[[str, object], None],
) -> None:
    came = Counter[str]()

    def one(text: str) -> None:
        came[judged(text, base=shipped("kaysville"))] += 1

    many = settings(max_examples=DOCUMENTS, deadline=None, suppress_health_check=list(HealthCheck))
    many(given(clinics())(one))()
    record_property("documents", came.total())
    for name, number in came.items():
        record_property(name, number)
    assert min(came["accepted"], came["refused"]) > 0


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_the_house_with_a_few_letters_changed(data: st.DataObject) -> None:
    """A slip of the finger anywhere: a digit, a bracket, a line that is lost."""
    text = shipped_text("house")
    for _ in range(data.draw(st.integers(1, 3))):
        start = data.draw(st.integers(0, len(text) - 1))
        end = start + data.draw(st.integers(0, 30))
        text = text[:start] + data.draw(st.text('0123456789-.[]"= \n', max_size=4)) + text[end:]
    event(judged(text, citations=shipped_citations()))


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=60))
def test_any_text_at_all(text: str) -> None:
    with pytest.raises(ProtocolFaults):
        on_shipped_base(text)

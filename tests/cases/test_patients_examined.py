"""The invented patients: no line that is met may be lost, and no met one stays in the ratchet."""

from datetime import UTC, datetime
from functools import cache
from typing import Any

import pytest

from tests.cases.expectations import (
    PATIENTS,
    Line,
    concepts,
    expected,
    left_out,
    line_of,
    unmet_at,
    unmet_by,
)
from tests.cases.patients_examined import (
    Judged,
    all_judged,
    as_ratchet,
    judged,
    known,
    script_of,
)

NOW = datetime(2026, 3, 2, 10, 0, tzinfo=UTC)
WRITE = "python -m tests.cases.patients_examined --write"


@cache
def verdicts() -> tuple[Judged, ...]:
    return all_judged()


def test_no_line_is_lost() -> None:
    lost = [f"{v.line.key}: {v.unmet}" for v in verdicts() if v.unmet and v.line.key not in known()]
    assert lost == [], "\n".join(lost)


def test_a_line_that_is_met_leaves_the_ratchet() -> None:
    unmet = {v.line.key for v in verdicts() if v.unmet}
    stale = sorted(set(known()) - unmet)
    assert stale == [], "\n".join((*stale, f"now: {WRITE}"))


def test_each_reason_is_said() -> None:
    assert all(why.strip() for why in (*known().values(), *left_out().values()))


# the files


def test_each_script_is_expected_or_left_out() -> None:
    named = [one.patient for one in expected()]
    assert len(set(named)) == len(named)
    assert sorted([*named, *left_out()]) == sorted(path.stem for path in PATIENTS.glob("P-*.toml"))


def test_what_the_physician_wrote_stands_at_both_places() -> None:
    for one in expected():
        (first, *_) = (PATIENTS / f"{one.patient}.toml").read_text("utf-8").splitlines()
        assert first == f"# Expect: {one.means}"


def test_each_patient_has_a_line_and_no_line_stands_twice() -> None:
    keys = [line.key for one in expected() for line in one.lines]
    assert all(one.lines for one in expected())
    assert len(set(keys)) == len(keys)


def test_each_concept_is_expected_of_somebody() -> None:
    assert {line.concept for one in expected() for line in one.lines} - {""} == set(concepts())


def test_each_script_has_one_name_for_each_step() -> None:
    for path in PATIENTS.glob("P-*.toml"):
        ids = [step.id for step in script_of(path.stem).steps]
        assert len(set(ids)) == len(ids), path.name


# the grammar


@pytest.mark.parametrize(
    "row",
    [
        {"at": "decision", "that": "shouted", "concept": "seizure"},
        {"at": "decision", "that": "refused"},
        {"at": "decision", "that": "silent"},
        {"at": "decision", "that": "refused", "concept": "a fact without words"},
        {"at": "decision", "that": ["refused", "free"], "concept": "seizure"},
        {"at": "decision", "that": [], "concept": "seizure"},
        {"at": "decision", "that": "free", "concept": "seizure"},
        {"at": "decision", "that": "held", "concept": "seizure", "within_minutes": 15},
    ],
)
def test_what_is_not_in_the_grammar_is_refused(row: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match="X decision"):
        line_of("X", row)


# how a line is judged


def line(that: str | list[str], **more: Any) -> Line:
    return line_of("X", {"at": "decision", "that": that, **more})


def step(*findings: tuple[str, str], outcome: str = "permitted") -> dict[str, Any]:
    found = [{"level": level, "code": "a.code", "says": says} for level, says in findings]
    return {"id": "decision", "outcome": outcome, "findings": found}


SEIZURE = "Red flag: Seizure."
STOPPED = step(("stop", SEIZURE), outcome="refused")


@pytest.mark.parametrize(
    ("expectation", "met"),
    [
        (line("refused", concept="seizure"), True),
        (line("held", concept="seizure"), False),
        (line(["held", "refused"], concept="seizure"), True),
        (line("refused", concept="thunderclap"), False),
        (line("refused", concept="seizure", naming="red flag"), True),
        (line("refused", concept="seizure", naming="14:48"), False),
        (line("silent", concept="thunderclap"), True),
        (line("silent", concept="seizure"), False),
        (line("free"), False),
    ],
)
def test_a_line_counts_where_its_concept_stands_as_expected(expectation: Line, met: bool) -> None:
    assert (unmet_at(expectation, STOPPED) == "") is met


@pytest.mark.parametrize(
    ("concept", "sentence"),
    [
        ("leg_weakness", "Not examined for this visit: straight leg raise left."),
        ("rest", "No plan when it is restarted; the restrictions stand."),
        ("fever", "Not measured for this visit: temperature."),
        ("high_blood_pressure", "Not measured for this visit: blood pressure."),
        ("severe_blood_pressure", "A severe headache."),
        ("seizure", "Every red flag was asked."),
    ],
)
def test_a_sentence_that_only_asks_is_not_about_the_fact(concept: str, sentence: str) -> None:
    assert unmet_at(line("silent", concept=concept), step(("hold", sentence))) == ""


def test_free_is_neither_refused_nor_held_though_advised() -> None:
    assert unmet_at(line("free"), step(("advise", SEIZURE))) == ""
    assert unmet_at(line("free"), step(("hold", SEIZURE), outcome="recorded")) != ""
    assert unmet_at(line("free"), step(outcome="refused")) != ""


def test_a_hold_that_was_overridden_holds_nothing() -> None:
    overridden = step(("overridden", SEIZURE))
    assert unmet_at(line("free"), overridden) == ""
    assert unmet_at(line("held", concept="seizure"), overridden) != ""


OWED = [
    {"code": "x", "owner": "physician", "due": "2026-03-02T10:15:00+00:00", "says": "Call her"},
    {"code": "y", "owner": "nurse", "due": "2026-03-02T10:05:00+00:00", "says": "Start the rest"},
]


@pytest.mark.parametrize(
    ("expectation", "met"),
    [
        (line("owed", owner="physician", within_minutes=15), True),
        (line("owed", owner="physician", within_minutes=14), False),
        (line("owed", owner="physician", concept="rest"), False),
        (line("owed", owner="front_desk"), False),
        (line("owed", concept="rest"), True),
        (line("not_owed", concept="rest"), False),
        (line("not_owed", concept="seizure"), True),
    ],
)
def test_what_is_owed_has_its_owner_and_its_time(expectation: Line, met: bool) -> None:
    assert (unmet_by(expectation, OWED, NOW) == "") is met


def test_a_line_at_no_step_of_the_script_is_a_fault() -> None:
    one = next(one for one in expected() if one.patient == "P-00")
    nowhere = line_of("P-00", {"at": "nowhere", "that": "free"})
    with pytest.raises(ValueError, match="no such step"):
        list(judged(type(one)(patient="P-00", means="", drug_table="", lines=(nowhere,))))


def test_a_reason_in_better_words_is_kept() -> None:
    unmet = Judged(line("refused", concept="seizure"), "found by the machine")
    before = {unmet.line.key: "put in words", "a line that is met now": "gone"}
    assert "put in words" in as_ratchet((unmet,), before)
    assert "found by the machine" in as_ratchet((unmet,), {})
    assert "gone" not in as_ratchet((unmet,), before)

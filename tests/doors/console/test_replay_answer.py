"""The answer of a replay: its shape, what was said before, each member's course, how it ends."""

import json
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from bloodpatch.doors.console.clocked import in_words
from bloodpatch.doors.console.exits import Exit
from bloodpatch.doors.console.main import dispatch
from bloodpatch.doors.console.reference.answer_schema import SCHEMA
from bloodpatch.doors.console.replay.answer import as_table
from bloodpatch.doors.console.replay.verb import played_from
from bloodpatch.pathway.values import When
from tests.doors.console.shapes import faults

SCRIPTS = sorted((Path(__file__).parents[2] / "cases" / "scripts").glob("*.toml"))
WRITTEN = Path(__file__).parents[3] / "docs" / "reference" / "replay-answer.schema.json"

Table = dict[str, Any]


@cache
def answer(path: Path) -> Table:
    """As a program reads it."""
    table: Table = json.loads(json.dumps(as_table(played_from(path))))
    return table


def script(tmp_path: Path, *steps: str, head: str = "") -> Path:
    path = tmp_path / f"{len(list(tmp_path.iterdir()))}.toml"
    text = f'schema = "bloodpatch-case-script/1"\ncase = "X"\n{head}\n'
    path.write_text(text + "\n".join(f"[[step]]\n{step}" for step in steps), "utf-8")
    return path


def step(id: str, command: str, said: str = "", *, by: str = "physician", more: str = "") -> str:
    verb = "ask" if command.startswith("?") else "do"
    lines = f'id = "{id}"\nat = "decision"\nby = "{by}"\n{verb} = "{command.lstrip("?")}"\n{more}\n'
    return lines + (f"[step.said]\n{said}\n" if said else "")


PUNCTURE = step("puncture", "referral.record_puncture", 'technique = "spinal"')
MAY = step("may", "?assessment.decide_patch")


# --- the shape ---


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.stem)
def test_each_answer_has_the_shape_that_the_schema_says(path: Path) -> None:
    assert list(faults([answer(path)], SCHEMA, SCHEMA)) == []


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (lambda case: case.pop("may_close"), "may_close is missing"),
        (lambda case: case.update(more=1), "more is not in the schema"),
        (lambda case: case["steps"][0].update(ask="x"), "not one of"),
        (lambda case: case["steps"][0].update(outcome="done"), "'done' is not listed"),
        (lambda case: case["steps"][0]["events"][0].update(position=0), "0 is too small"),
        (lambda case: case["steps"][0]["events"][0].update(position=True), "True is not integer"),
        (lambda case: case["members"][0].update(age_years="31"), "'31' is not"),
    ],
)
def test_what_has_another_shape_is_seen(spoil: Callable[[Table], object], said: str) -> None:
    case = json.loads(json.dumps(answer(SCRIPTS[0])))
    spoil(case)
    (fault,) = faults([case], SCHEMA, SCHEMA)
    assert said in fault


def test_the_schema_stands_with_the_reference_as_it_is() -> None:
    assert json.loads(WRITTEN.read_text("utf-8")) == SCHEMA


# --- what was said before ---


def test_what_stood_already_is_said_again(tmp_path: Path) -> None:
    flags = step("flags", "assessment.screen_red_flags", 'flags = { seizure = "no" }')
    case = answer(script(tmp_path, PUNCTURE, MAY, MAY, flags, MAY))
    first, second, third = (s for s in case["steps"] if s["id"] == "may")
    again = [{f["code"]: f["again"] for f in one["findings"]} for one in (first, second, third)]
    assert not any(again[0].values()) and again[0]
    assert all(again[1][code] for code in again[1]) and again[1].keys() <= again[0].keys()
    # One flag fewer is asked: other values were seen, so it is new.
    assert again[2]["red_flag.not_asked"] is False
    assert again[2]["assessment.not_assessed"] is True


def test_people_read_it_in_full_once_and_in_one_line_then(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    dispatch(["replay", str(script(tmp_path, PUNCTURE, MAY, MAY))])
    told = capsys.readouterr().out
    assert told.count("The headache has not been recorded.") == 1
    (still,) = (line for line in told.splitlines() if line.startswith("      still  "))
    assert "hold red_flag.not_asked; hold assessment.not_assessed" in still


# --- several members ---


def test_each_member_has_a_course_of_its_own(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = PUNCTURE.replace('"puncture"', '"another"').replace(
        "[step.said]", "members = 2\n[step.said]"
    )
    head = "[[member]]\nage_years = 31\n[[member]]\nage_years = 70\n"
    path = script(tmp_path, PUNCTURE, other, MAY, head=head)
    case = answer(path)
    assert [s["members"] for s in case["steps"]] == [[1, 2], [2], [1, 2]]
    assert [e["position"] for s in case["steps"] for e in s["events"]] == [1, 2]
    first, second = case["members"]
    assert [first["age_years"], second["age_years"]] == [31, 70]
    assert [s["outcome"] for s in first["steps"]] == ["recorded", "not_taken", "refused"]
    assert [s["outcome"] for s in second["steps"]] == ["recorded", "recorded", "refused"]
    (found,) = (f for f in case["steps"][1]["findings"])
    assert found["members"] == [2]
    assert list(faults([case], SCHEMA, SCHEMA)) == []
    dispatch(["replay", str(path)])
    told = capsys.readouterr().out
    assert "  2 patients\n" in told
    assert "patient 1: decision referral.record_puncture: not taken" in told


def test_what_was_said_to_another_member_is_not_said_again(tmp_path: Path) -> None:
    mine = MAY.replace('id = "may"', 'id = "mine"\nmembers = [1]')
    case = answer(script(tmp_path, PUNCTURE, mine, MAY, head="members = 2"))
    held = {f["code"]: f for f in case["steps"][2]["findings"]}["assessment.not_assessed"]
    assert (held["again"], held["members"]) == (True, [1, 2])
    theirs = MAY.replace('id = "may"', 'id = "theirs"\nmembers = [2]')
    case = answer(script(tmp_path, PUNCTURE, mine, theirs, head="members = 2"))
    assert not any(f["again"] for f in case["steps"][2]["findings"])


# --- entries named by their step ---


def test_an_entry_is_named_by_its_step(tmp_path: Path) -> None:
    said = 'positions = ["puncture"]\nreason = "Entered twice."'
    strike = step("strike", "amendment.strike", said)
    case = answer(script(tmp_path, step("in", "referral.receive"), PUNCTURE, strike))
    assert case["steps"][2]["events"][0]["fields"]["positions"] == ["2"]
    by_number = strike.replace('["puncture"]', "[2]")
    same = answer(script(tmp_path, step("in", "referral.receive"), PUNCTURE, by_number))
    assert same["steps"][2]["events"] == case["steps"][2]["events"]


# --- an unknown time is no clock time ---


def test_an_unknown_time_is_told_in_words(tmp_path: Path) -> None:
    case = answer(script(tmp_path, PUNCTURE, head='times = "unknown"'))
    (event,) = case["steps"][0]["events"]
    assert (event["precision"], event["when"]) == ("unknown", "at an unknown time")
    assert in_words(When.parse("2026-11-22", "UTC")) == "2026-11-22 UTC"
    assert in_words(When.parse("2026-11-22 14h", "UTC")) == "2026-11-22 14h UTC"
    assert in_words(When.parse("by 2026-11-22 14:05", "UTC")) == "at an unknown time"


# --- how it ends ---


@pytest.mark.parametrize(
    ("last", "words", "code"),
    [
        (MAY.replace("ask =", "do ="), [], Exit.DONE),
        (MAY.replace("ask =", "do ="), ["--strict"], Exit.FAULT),
        (MAY, ["--strict"], Exit.DONE),
        (PUNCTURE, ["--strict", "--json"], Exit.DONE),
    ],
)
def test_a_refused_step_ends_with_1_where_that_was_asked_for(
    last: str, words: list[str], code: Exit, tmp_path: Path
) -> None:
    assert dispatch(["replay", *words, str(script(tmp_path, PUNCTURE, last))]) is code

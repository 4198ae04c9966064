"""A finding says the same five things at a terminal, and to a program."""

import json
from pathlib import Path

import pytest

from bloodpatch.doors.console.main import dispatch
from bloodpatch.doors.console.timeline import said_of
from bloodpatch.doors.ui.chapters import EVERY_RULE
from bloodpatch.record.protocols import shipped

CASE = Path(__file__).parents[2] / "cases" / "scripts" / "O01.toml"


def test_a_replay_says_to_a_program_what_a_page_says_to_people(
    capsys: pytest.CaptureFixture[str],
) -> None:
    dispatch(["replay", "--json", str(CASE)])
    (case,) = json.loads(capsys.readouterr().out)
    findings = [found for step in case["steps"] for found in step["findings"]]
    assert findings
    for found in findings:
        kind = EVERY_RULE[found["code"]]
        assert found["rule"] == kind.rule and found["clears"]
        assert found["who_may_override"] == kind.who_may_override
        assert found["certainty"] and isinstance(found["seen"], dict)
        assert found["to_be_confirmed"] is kind.to_be_confirmed(shipped("kaysville"))


def test_a_replay_says_it_to_people_too(capsys: pytest.CaptureFixture[str]) -> None:
    dispatch(["replay", str(CASE)])
    told = capsys.readouterr().out
    kind = EVERY_RULE["red_flag.not_asked"]
    for said in (kind.rule, f"Clears it: {kind.clears}", kind.who_may_override):
        assert said in told
    assert "(from memory, not very sure; to be confirmed by a clinician)" in told


def test_a_timeline_says_the_rule_behind_a_mark() -> None:
    kind, protocol = EVERY_RULE["recovery.rest_not_over"], shipped("kaysville")
    mark, *told = said_of(f"hold:{kind.code}", protocol)
    assert mark == "hold:recovery.rest_not_over"
    assert told[0].strip() == kind.rule
    assert kind.who_may_override in " ".join(told) and "martin1994" in told[-1]
    assert list(said_of("hold:no.such_rule", protocol)) == ["hold:no.such_rule"]

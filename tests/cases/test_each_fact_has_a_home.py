"""The 39 published cases: every fact that a report states is found again in the events."""

import tomllib
from functools import cache
from typing import Any

import pytest

from bloodpatch.doors.console.replay.answer import as_table
from bloodpatch.doors.console.replay.play import all_members
from bloodpatch.doors.console.replay.script import read
from bloodpatch.record.protocols import shipped
from tests.cases import homes

CASES = tuple(sorted(homes.published()))
MOST_NOTES = 0.05


@cache
def script_of(case: str) -> homes.Encoded:
    text = (homes.SCRIPTS / f"{case}.toml").read_text("utf-8")
    script = read(text, f"{case}.toml")
    return homes.encoded(
        tomllib.loads(text), as_table(all_members(script, shipped(script.protocol)))
    )


@pytest.mark.parametrize("case", CASES)
def test_each_fact_has_a_home_and_nothing_is_invented(case: str) -> None:
    found = list(homes.faults(script_of(case), homes.published()[case]))
    assert not found, "\n".join(found)


def test_few_facts_are_kept_only_as_words(record_property: Any) -> None:
    stated = sum(len(homes.stated(case)) for case in homes.published().values())
    notes = [f"{case} {path}" for case in CASES for path in script_of(case).notes]
    record_property("notes", notes)
    assert len(notes) <= MOST_NOTES * stated, f"{len(notes)} of {stated}:\n" + "\n".join(notes)


def altered(script: homes.Encoded, step: str, **fields: Any) -> homes.Encoded:
    said = {**script.said, step: {**script.said[step], **fields}}
    return homes.Encoded(**{**script.__dict__, "said": said})


def test_a_changed_number_a_lost_fact_and_an_invented_one_are_found() -> None:
    case = homes.published()["O27"]
    script = script_of("O27")
    assert not list(homes.faults(script, case))
    path, (home, *_) = next((p, h) for p, h in script.facts.items() if "hours_last_dose" in p)
    step, _, field = home.partition(".")
    changed = str(script.said[step][field]).replace("18", "19")
    assert list(homes.faults(altered(script, step, **{field: changed}), case))
    assert list(homes.faults(altered(script, step, invented_ml="20"), case))
    fewer = {p: h for p, h in script.facts.items() if p != path}
    lost = homes.Encoded(**{**script.__dict__, "facts": fewer})
    assert any("has no home" in fault for fault in homes.faults(lost, case))

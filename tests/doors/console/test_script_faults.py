"""All that is wrong with a script is said at once, each with its line, its step and its key."""

from dataclasses import dataclass
from pathlib import Path

import pytest

from bloodpatch.doors.console.exits import Exit, Refusal
from bloodpatch.doors.console.main import dispatch
from bloodpatch.doors.console.replay.entries import FIELDS, stand_ins
from bloodpatch.doors.console.replay.faults import line_of, lines_of, near
from bloodpatch.doors.console.replay.script import ScriptFaults, read
from bloodpatch.doors.console.replay.step_fields import read_said
from bloodpatch.pathway.statements import Command, bare, hints, item_of, payload, stated
from bloodpatch.pathway.treatment import ACTS
from bloodpatch.pathway.values import Count

WRONG = """\
schema = "bloodpatch-case-script/1"
case = "X"
protocol = "kaysvile"
times = "unknow"
titel = "no such key"
members = 2

[clock]
zone = "Utah"

[[member]]
age_years = "31"

[[step]]
id = "puncture"
at = "referal"
by = "doctor"
do = "referral.record_punctur"

[[step]]
id = "drugs"
at = "assessment"
by = "physician"
when = "yesterday"
do = "assessment.record_conservative"
[step.said]
measures = [
    "analgesics",
    "flat",
]
timing = "18 hours"
mesure = "x"
effect = true

[[step]]
id = "flags"
at = "assessment"
by = "physician"
clock = "2 h"
members = [3]
do = "assessment.screen_red_flags"
[step.said.flags]
fevr = "no"
seizure = "maybe"

[[step]]
at = "closure"
by = "nurse"
do = "amendment.strike"
said = { positions = ["punctur", 3] }

[[step]]
at = "closure"
by = "nurse"
"""
EXPECTED = (
    "X.toml:3: protocol: 'kaysvile' does not come along. Did you mean kaysville?",
    "X.toml:4: times: 'unknow' is none of: minute, unknown. Did you mean unknown?",
    "X.toml:5: titel: a script has no such key. Did you mean title",
    "X.toml:6: members: it is 2, but there are 1 [[member]] tables.",
    "X.toml:9: clock.zone: 'Utah' is no zone",
    "X.toml:12: member[1].age_years: '31' is no age",
    "X.toml:16: puncture: at: 'referal' is none of these: referral,",
    "X.toml:17: puncture: by: 'doctor' is none of these: physician,",
    "X.toml:18: puncture: do: there is no command 'referral.record_punctur'. Did you mean"
    " referral.record_puncture",
    'X.toml:24: drugs: when: "yesterday" is not a time',
    "X.toml:27: drugs: said.measures[1]: 'flat' is not one of the answers. Did you mean"
    " lying_flat?",
    'X.toml:31: drugs: said.timing: "18 hours" does not say from what',
    "X.toml:32: drugs: said.mesure: assessment.record_conservative has no field 'mesure'. Did you"
    " mean measures",
    "X.toml:33: drugs: said.effect: True is not one of the answers.",
    'X.toml:39: flags: clock: "2 h" is not a time',
    "X.toml:40: flags: members: there is no member 3: they go from 1 to 1.",
    "X.toml:43: flags: said.flags.fevr: 'fevr' is not asked here. Did you mean fever",
    "X.toml:44: flags: said.flags.seizure: 'maybe' is no answer",
    'X.toml:50: step 4: said.positions[0]: "punctur" is no step before this one.',
    "X.toml:50: step 4: said.reason: amendment.strike needs reason",
    "X.toml:52: step 5: a step has either `do` or `ask`.",
)


def all_of(text: str) -> tuple[str, ...]:
    with pytest.raises(ScriptFaults) as found:
        read(text, "X.toml")
    return found.value.faults


def test_every_fault_is_told_at_once_and_in_the_order_of_the_file() -> None:
    told = all_of(WRONG)
    assert len(told) == len(EXPECTED)
    for fault, start in zip(told, EXPECTED, strict=True):
        assert fault.startswith(start)


def test_nothing_is_played_and_the_code_is_that_of_a_wrong_command(tmp_path: Path) -> None:
    wrong, right = tmp_path / "a.toml", tmp_path / "b.toml"
    wrong.write_text(WRONG, "utf-8")
    right.write_text("not toml", "utf-8")
    with pytest.raises(Refusal, match="Mend 22 faults first") as refused:
        dispatch(["replay", str(tmp_path)])
    assert refused.value.code is Exit.USAGE == 2
    assert "b.toml: this is not TOML" in str(refused.value)


STRIKE = """\
schema = "bloodpatch-case-script/1"
[[step]]
id = "asked"
at = "decision"
by = "physician"
ask = "assessment.decide_patch"
[[step]]
id = "strike"
at = "decision"
by = "physician"
do = "amendment.strike"
[step.said]
reason = "Wrong patient."
positions = ["asked"]
"""


def test_a_step_that_recorded_nothing_cannot_be_named(tmp_path: Path) -> None:
    path = tmp_path / "case.toml"
    path.write_text(STRIKE, "utf-8")
    said = 'case.toml:12: strike: said: The step "asked" recorded nothing'
    with pytest.raises(Refusal, match=said):
        dispatch(["replay", str(path)])


def test_an_id_of_two_steps_names_neither() -> None:
    first, second = (f"[[step]]{step}" for step in STRIKE.split("[[step]]")[1:])
    (fault,) = all_of(f"{STRIKE.split('[[step]]')[0]}{first}{first}{second}")
    assert '"asked" is the id of several steps.' in fault


def test_a_number_of_something_else_is_no_entry() -> None:
    """`patch = "patch1"` would count a position as the number of a patch."""
    relief = STRIKE.replace("amendment.strike", "followup.record_relief")
    relief = relief.replace('reason = "Wrong patient."\npositions = ["asked"]', 'patch = "asked"')
    (fault,) = all_of(relief)
    assert "said.patch:" in fault and "There is no number" in fault


def test_the_fields_that_take_entries_ask_for_one() -> None:
    found = {
        field.name: field.metadata["meaning"].lower()
        for act in ACTS.values()
        for field in stated(act.command)
        if field.name in FIELDS
        and (item_of(kind := hints(act.command)[field.name]) or bare(kind)) is Count
    }
    assert set(found) == FIELDS
    assert all(
        any(word in says for word in ("entry", "entries", "event", "those among them"))
        for says in found.values()
    )
    assert stand_ins({"patch": Count(2)}) == {"patch": Count(2)}


@pytest.mark.parametrize(
    ("said", "fault"),
    [
        ('technique = ["spinal"]', "is not one of the answers"),
        ('needle = ["17G tuohy"]', "This is a list."),
        ("needle = 3.5", 'needle: "3.5"'),
    ],
)
def test_a_value_of_the_wrong_shape_is_a_fault_and_no_crash(said: str, fault: str) -> None:
    head, step = STRIKE.split("[[step]]")[0], STRIKE.split("[[step]]")[2]
    step = step.replace("amendment.strike", "referral.record_puncture")
    (told,) = all_of(f"{head}[[step]]{step.split('[step.said]')[0]}[step.said]\n{said}\n")
    assert fault in told


@dataclass(frozen=True, kw_only=True)
class Asking:
    sure: bool | None = payload("Whether it is sure")


class Ask(Asking, Command):
    name = "test.ask"


@pytest.mark.parametrize(("written", "kept"), [("yes", True), ("no", False), (True, True)])
def test_a_bare_yes_or_no_is_read_as_the_reference_writes_it(written: object, kept: bool) -> None:
    assert read_said(Ask, {"sure": written}).values == {"sure": kept}
    assert [path for path, _ in read_said(Ask, {"sure": "maybe"}).faults] == ["sure"]


def test_lines_are_found_by_key_and_else_by_table() -> None:
    lines = lines_of(WRONG)
    assert lines["step[2].said.timing"] == 31
    assert line_of("step[2].said.measures[1]", lines) == 27
    assert line_of("step[4].said.positions[0]", lines) == 50
    assert line_of("step[5].by.x", lines) == 54
    assert line_of('step[1].said.a key: "odd"', lines) == line_of("step[1].said", lines) == 14
    assert line_of("nowhere", lines) is None


def test_only_what_is_alike_is_offered() -> None:
    assert near("analgesic", ["analgesics", "tramadol"]) == " Did you mean analgesics?"
    assert near("flat", ["lying_flat", "fluids"]) == " Did you mean lying_flat?"
    assert near("phone", ["call"], {"call": "Telephone call"}) == " Did you mean call?"
    assert near("zzz", ["analgesics"]) == near(3, ["analgesics"]) == ""

"""The pages from which a stranger writes a script: each example is read, each list is whole."""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from bloodpatch.doors.console import docs
from bloodpatch.doors.console.reference.answer_schema import PARTS
from bloodpatch.doors.console.reference.closed_lists import kinds_of_values
from bloodpatch.doors.console.reference.example_script import SCRIPT as EXAMPLE
from bloodpatch.doors.console.reference.told_times import EXAMPLES, INSTEAD, hours
from bloodpatch.doors.console.reference.value_examples import TOLD
from bloodpatch.doors.console.reference.which_command import (
    CHOICES,
    IMPLIED,
    NAMED,
    NEAR_BIRTH,
    effect,
    finding,
)
from bloodpatch.doors.console.replay.entries import FIELDS
from bloodpatch.doors.console.replay.script import read
from bloodpatch.doors.console.replay.shape import KEYS, MEMBER_KEYS, POINTS, STEP_KEYS, TIMES
from bloodpatch.doors.console.replay.verb import played_from
from bloodpatch.pathway.clinical import Milestone, RedFlag, Timing
from bloodpatch.pathway.roles import MAY_GIVE, Role
from bloodpatch.pathway.statements import stated
from bloodpatch.pathway.treatment import ACTS
from bloodpatch.pathway.values import Quantity, ValueFault, When

MADE = docs.files()
TIMES_PAGE, VALUES = MADE["told-times.md"], MADE["values.md"]
SCRIPT, WHICH = MADE["case-script.md"], MADE["which-command.md"]
WORKED = [example for examples in EXAMPLES.values() for example in examples]


# --- told times ---


@pytest.mark.parametrize("written", WORKED)
def test_each_form_of_a_told_time_is_read_as_the_page_says(written: str) -> None:
    value = Timing.parse(written)
    low, high = value.hours or (None, None)
    kept = f"| `{written}` | `{value.plain()}` | {hours(low)} | {hours(high)} | {value} |"
    assert kept in TIMES_PAGE
    assert Timing.of(value.plain()) == value


def test_every_part_of_the_grammar_has_an_example() -> None:
    """Each relation, unit, part of the day; a range, an ordinal, a link: by some example."""
    read = [Timing.parse(written) for written in WORKED]
    for name in ("relation", "unit", "part"):
        kind = type(next(v for one in read if (v := getattr(one, name))))
        assert set(kind) <= {getattr(one, name) for one in read}, name
    for name in ("high", "ordinal", "link", "pace", "about"):
        assert any(getattr(one, name) for one in read), name


@pytest.mark.parametrize(("said", "write", "why"), INSTEAD)
def test_what_is_not_read_is_told_with_what_is(said: str, write: str, why: str) -> None:
    Timing.parse(write)
    try:
        read = f"as `{Timing.parse(said).plain()}`"
    except ValueFault:
        read = "no"
    assert f"| {said} | {read} | `{write}` |" in TIMES_PAGE


@pytest.mark.parametrize("event", Milestone)
def test_each_anchor_is_told(event: Milestone) -> None:
    table = TIMES_PAGE.partition("## Events that time is counted from")[2]
    (row,) = (line for line in table.splitlines() if line.startswith(f"| `{event.value}` | "))
    written = row.split("|")[3]
    for words in re.findall(r"`([^`]+)`", written):
        assert Timing.parse(f"since {words}").event is event


# --- values ---


@pytest.mark.parametrize("kind", kinds_of_values(), ids=lambda kind: kind.__name__)
def test_each_kind_of_value_is_told_and_its_examples_are_read(kind: type) -> None:
    if issubclass(kind, Quantity):
        start = f"| {kind.title} | {kind.unit} | {kind.low} | {kind.high} |"
        (row,) = (line for line in VALUES.splitlines() if line.startswith(start))
        for spelled in re.findall(r"`([^`]+)`", row.split("|")[6]):
            assert kind.parse(f"{kind.low} {spelled}").value == kind.low
        assert f"| `{kind.example}` |" in row and kind.parse(kind.example)
        return
    for written in TOLD[kind].examples:
        value = kind.parse(written, "UTC") if issubclass(kind, When) else kind.parse(written)
        assert f"| `{written}` | `{value.plain()}` | {value} |" in VALUES
    for title, choices in TOLD[kind].lists.items():
        whole = re.search(rf"^### {title}\n(.*?)(?=^#|\Z)", VALUES, re.M | re.S)
        assert whole and all(f"| `{member.value}` |" in whole[1] for member in choices)


def test_each_field_of_a_value_leads_to_its_kind() -> None:
    commands = MADE["commands.md"]
    assert "[needle](values.md#needle)" in commands
    assert "[volume in mL](values.md#numbers)" in commands
    assert "[count](values.md#numbers), or the id of a step" in commands


# --- scripts ---


@pytest.mark.parametrize(
    ("known", "title"),
    [
        (KEYS, "Keys"),
        (MEMBER_KEYS, "Keys of a member"),
        (STEP_KEYS, "Keys of a step"),
        (POINTS, "at: the point of the pathway"),
        (TIMES, "times: what a step without a time means"),
    ],
)
def test_each_key_and_word_of_a_script_is_told(known: dict[str, str], title: str) -> None:
    table = re.search(rf"^#+ {title}\n(.*?)(?=^#|\Z)", SCRIPT, re.M | re.S)
    assert table and re.findall(r"^\| `(\w+)` \|", table[1], re.M)[-len(known) :] == list(known)


def test_each_role_that_may_give_a_command_is_told() -> None:
    givers = {role for may in MAY_GIVE.values() for role in may}
    assert {role for role in Role if f"| `{role.value}` | " in SCRIPT} == givers
    assert all(f"`{name}`" in SCRIPT for name in FIELDS)


def indented(page: str) -> Iterator[str]:
    """What a page shows as code, each piece without its margin."""
    for piece in re.findall(r"(?:^    .*\n|^\n(?=    ))+", page, re.M):
        yield "\n".join(line[4:] for line in piece.splitlines())


def test_the_script_on_the_page_is_played() -> None:
    whole = next(text for text in indented(SCRIPT) if text.lstrip().startswith("schema"))
    script = read(whole, "page")
    assert [step.id for step in script.steps] == ["puncture", "step 2"]
    assert set(tomllib.loads(whole)["step"][0]) == set(STEP_KEYS) - {"ask", "members"}


def test_the_whole_script_is_played_and_nothing_done_is_refused(tmp_path: Path) -> None:
    assert all(f"    {line}".rstrip() in SCRIPT for line in EXAMPLE.splitlines())
    path = tmp_path / "example.toml"
    path.write_text(EXAMPLE, "utf-8")
    (played,) = played_from(path)
    done = {answer.outcome for answer in played.answers if not answer.step.asks}
    assert done == {"recorded"}
    assert {a.outcome for a in played.answers if a.step.asks} == {"refused"}


# --- which command ---


def test_every_command_that_the_prose_names_is_one() -> None:
    named = {name for _, text in CHOICES for name in NAMED.findall(text)}
    assert named | set(NAMED.findall(IMPLIED)) <= set(ACTS) and len(named) >= 30
    assert "[`procedure.record_patch`](commands.md#procedurerecord_patch)" in WHICH


@pytest.mark.parametrize(
    ("command", "fields"),
    [
        ("procedure.record_patch", {"by", "number", "stands_for", "blood_patches_before"}),
        ("procedure.record_injection", {"patch", "stop_reason"}),
        ("followup.record_contact", {"answered", "symptoms", "flags"}),
        ("followup.record_report", {"symptoms"}),
        ("followup.record_relief", {"relief", "certainty", "note"}),
        ("assessment.record_investigation", {"signs", "values"}),
        ("assessment.record_headache", {"position_dependent", "certainty"}),
        ("repeat.record_decision", {"decision"}),
    ],
)
def test_the_fields_that_the_prose_names_are_there(command: str, fields: set[str]) -> None:
    assert fields <= {field.name for field in stated(ACTS[command].command)}


TWO = """\
schema = "bloodpatch-case-script/1"
[[step]]
at = "procedure"
by = "physician"
do = "procedure.record_injection"
said = { volume_ml_injected = "20 mL" }
"""
REPORTED = TWO.split("\n", 1)[1].replace("record_injection", "record_patch")


@pytest.mark.parametrize(
    ("also", "patches"), [("", 1), (', by = "this_clinic"', 1), (', by = "another_hospital"', 2)]
)
def test_both_ways_for_one_patch_count_as_the_page_says(
    also: str, patches: int, tmp_path: Path
) -> None:
    path = tmp_path / "case.toml"
    path.write_text(TWO + REPORTED.replace('"20 mL"', '"20 mL"' + also), "utf-8")
    (played,) = played_from(path)
    assert played.episode.now.procedure.patches == patches


FLAG = """\
schema = "bloodpatch-case-script/1"
[[step]]
at = "referral"
by = "nurse"
do = "referral.record_puncture"
said = { {puncture} }
[[step]]
at = "assessment"
by = "physician"
do = "assessment.screen_red_flags"
said = { flags = { {flag} = "yes" } }
[[step]]
at = "decision"
by = "physician"
ask = "assessment.decide_patch"
"""


@pytest.mark.parametrize("flag", RedFlag)
def test_each_flag_does_what_the_page_says(flag: RedFlag, tmp_path: Path) -> None:
    path = tmp_path / "case.toml"
    puncture = 'purpose = "caesarean"' if effect(flag) == NEAR_BIRTH else ""
    path.write_text(FLAG.replace("{flag}", flag.value).replace("{puncture}", puncture), "utf-8")
    (played,) = played_from(path)
    (said,) = (f for f in played.answers[-1].findings if f.code == finding(flag))
    assert said.kind.level.name.lower() in (effect(flag).split(",")[0], "advise")
    told = re.escape(f"{effect(flag)} | [`{finding(flag)}`]")
    assert re.search(rf"^\| `{flag.value}` \| .* \| {told}", WHICH, re.M)


# --- the answer ---


def test_each_key_of_the_answer_is_told() -> None:
    page = MADE["replay-answer.md"]
    for name, part in PARTS.items():
        table = re.search(rf"^## {name.capitalize()}\n(.*?)(?=^#|\Z)", page, re.M | re.S)
        assert table
        assert all(f"| `{key}` |" in table[1] for key in part["properties"])
    assert "`steps[].findings`" in page

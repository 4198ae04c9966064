"""Scripts that name a finding by the code that it had before the stairs are read as they were."""

from pathlib import Path

import pytest

from bloodpatch.doors.console.replay.old_names import FINDINGS, NAMES_A_FINDING
from bloodpatch.doors.console.replay.script import Script, read
from bloodpatch.pathway.findings import KINDS
from bloodpatch.pathway.statements import stated
from bloodpatch.pathway.treatment import ACTS
from tests.tidy.files import ROOT

SCRIPTS = sorted(
    path
    for path in (ROOT / "tests/cases").rglob("*.toml")
    if 'schema = "bloodpatch-case-script/1"' in path.read_text("utf-8")
)
NAMING = sorted(
    name
    for name, act in ACTS.items()
    if NAMES_A_FINDING in {field.name for field in stated(act.command)}
)

HEAD = 'schema = "bloodpatch-case-script/1"\n'
OVERRIDE = """
[[step]]
id = "word"
at = "decision"
by = "physician"
do = "review.override_hold"
[step.said]
finding = "{code}"
act = "assessment.decide_patch"
patch_number = "1"
saw = {{}}
reason = "Seen and judged"
"""
LIFT = """
[[step]]
id = "word"
at = "decision"
by = "physician"
do = "review.lift_stop"
[step.said]
finding = "{code}"
saw = {{}}
examination = "clinical"
result = "Normal"
"""


def naming(script: Script) -> str:
    return str(script.steps[-1].said["finding"].text)


def test_a_finding_is_named_by_these_commands() -> None:
    assert NAMING == ["review.lift_stop", "review.override_hold"]


def test_the_table_leads_from_codes_that_are_gone_to_codes_that_there_are() -> None:
    assert set(FINDINGS.values()) <= set(KINDS)
    assert not set(FINDINGS) & set(KINDS)


@pytest.mark.parametrize("step", [OVERRIDE, LIFT], ids=["override", "lift"])
@pytest.mark.parametrize("old", FINDINGS)
def test_an_old_code_means_the_new_one(old: str, step: str) -> None:
    script = read(HEAD + step.format(code=old), "old")
    assert naming(script) == FINDINGS[old]
    assert script == read(HEAD + step.format(code=FINDINGS[old]), "new")


def test_a_code_of_today_stays_what_it_is() -> None:
    assert (
        naming(read(HEAD + OVERRIDE.format(code="workup.infection"), "now")) == "workup.infection"
    )


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.stem)
def test_every_script_is_read_with_an_old_name_in_it(path: Path) -> None:
    text = path.read_text("utf-8")
    old, new = next(iter(FINDINGS.items()))
    with_old = read(text + OVERRIDE.format(code=old), path.name)
    assert with_old == read(text + OVERRIDE.format(code=new), path.name)
    assert with_old.steps[:-1] == read(text, path.name).steps

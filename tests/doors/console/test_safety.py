"""`bloodpatch safety`: the pages say what the hazard log says, all of it, and are checked."""

import shutil
from argparse import ArgumentParser
from pathlib import Path

import pytest

from bloodpatch.doors.console.exits import Exit, Refusal
from bloodpatch.doors.console.safety import hazard_log, removed_controls, verb
from bloodpatch.doors.console.safety.page_phrases import heading_of
from bloodpatch.doors.console.safety.safety_case import counted
from tests.tidy.files import ROOT

PAGES = {page.name: page.text() for page in verb.pages(ROOT)}
LOG = hazard_log.read(ROOT / hazard_log.LOG)


def told(*words: str) -> Exit:
    parser = ArgumentParser()
    verb.words(parser)
    return verb.run(parser.parse_args(words))


@pytest.fixture
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the hazard log and no pages yet."""
    (tmp_path / hazard_log.PLACE).mkdir(parents=True)
    (tmp_path / "tests").mkdir()
    shutil.copy(ROOT / hazard_log.LOG, tmp_path / hazard_log.LOG)
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("page", PAGES)
def test_the_scores_are_called_drafts_until_somebody_signed(page: str) -> None:
    assert "**The scores are drafts.**" in PAGES[page]


def test_each_hazard_stands_in_the_report_with_all_that_is_said_of_it() -> None:
    for hazard in LOG:
        assert f"### {heading_of(hazard)}\n" in PAGES["case"]
        said = (hazard.control, hazard.site, hazard.not_yet, hazard.part, hazard.reason)
        assert all(words in PAGES["case"] for words in said), hazard.id


def test_the_clinic_reads_what_it_must_do_of_every_hazard_that_needs_it() -> None:
    need = [hazard for hazard in LOG if hazard.needs_site]
    assert all(f"[{h.id}](case.md#" in PAGES["deployment"] for h in need)
    assert all(h.site.replace("|", "\\|") in PAGES["deployment"] for h in need)
    assert f"{len(need)} of {len(need)} hazards that need the clinic" in PAGES["deployment"]


def test_controls_and_proofs_lead_both_ways() -> None:
    for control in LOG.controls:
        assert PAGES["traceability"].count(control.removeprefix("bloodpatch.")) >= 1, control
        assert f"| `{control.partition(':')[2]}` |" in PAGES["traceability"], control
    for proof in LOG.proofs:
        assert f"| `{proof}` |" in PAGES["traceability"], proof


@pytest.mark.parametrize(
    ("kept", "said"),
    [
        ({}, "not run yet"),
        ({"a:b": "tests/x.py::test_y"}, "taken out, red: tests/x.py::test_y"),
        ({"a:b": ""}, "TAKEN OUT, NOTHING TURNED RED"),
    ],
)
def test_the_last_result_is_told_as_it_was(kept: dict[str, str], said: str) -> None:
    assert removed_controls.result("a:b", kept) == said


def test_only_what_turned_red_is_counted_as_proven() -> None:
    one, other, *_ = LOG.controls
    said = "\n".join(counted(LOG, {one: "tests/x.py::test_y", other: ""}))
    assert f"Taken out, 1 of {len(LOG.controls)} controls" in said


def test_a_page_that_is_old_or_missing_is_said(
    elsewhere: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert told("--check") is Exit.FAULT
    assert told() is Exit.DONE
    assert told("--check") is Exit.DONE
    (elsewhere / hazard_log.PLACE / "case.md").write_text("Nothing can happen.")
    assert told("--check") is Exit.FAULT
    assert "docs/safety/case.md is not what the hazard log makes." in capsys.readouterr().out


def test_it_is_made_where_the_code_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(Refusal):
        told()

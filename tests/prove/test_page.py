"""The page of the figures says what was run, and never more."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from tests.prove import __main__ as prove
from tests.prove import page, running
from tests.prove.demands import DEMANDS, Demand
from tests.prove.page import Verdict
from tests.prove.running import Run, Tally

KILL = Demand(
    name="kill",
    title="The writer is killed",
    holds="Nothing is lost.",
    proof=("tests/a.py::test_kill",),
    wanted={"kills": 1000},
    teeth=("tests/a.py::test_teeth",),
    off="the answer is given early",
)
GOOD = Run(
    date="2026-11-22",
    commit="c84cb69",
    seed=7,
    seconds=1234,
    proof=Tally(tests=2, figures={"kills": 1000, "lost": 0}),
    teeth=Tally(tests=1),
)
JUNIT = """<testsuites><testsuite>
<testcase name="a"><properties><property name="kills" value="600"/></properties></testcase>
<testcase name="b"><properties><property name="kills" value="400"/>
<property name="seeds" value="0 to 9"/></properties></testcase>
<testcase name="c"><failure message="no"/></testcase>
<testcase name="d"><error message="no"/></testcase>
<testcase name="e"><skipped message="no PostgreSQL here"/></testcase>
</testsuite></testsuites>"""


def test_what_the_tests_told_is_added_up() -> None:
    assert running.tally_of(JUNIT) == Tally(
        5, ("c", "d"), ("e",), {"kills": 1000, "seeds": "0 to 9"}
    )


@pytest.mark.parametrize(
    ("run", "verdict", "red"),
    [
        (None, Verdict.NOT_RUN, False),
        (GOOD, Verdict.HOLDS, False),
        (replace(GOOD, proof=Tally(2, figures={"kills": 999})), Verdict.SHORT, False),
        (replace(GOOD, proof=Tally(2)), Verdict.SHORT, False),
        (replace(GOOD, proof=replace(GOOD.proof, failed=("a",))), Verdict.FAILS, True),
        (replace(GOOD, proof=Tally()), Verdict.FAILS, True),
        (replace(GOOD, teeth=Tally(1, failed=("t",))), Verdict.NO_TEETH, True),
        (replace(GOOD, teeth=Tally()), Verdict.NO_TEETH, True),
        (replace(GOOD, proof=replace(GOOD.proof, left_out=("p",))), Verdict.LEFT_OUT, True),
    ],
)
def test_the_verdict_is_never_better_than_the_run(
    run: Run | None, verdict: Verdict, red: bool
) -> None:
    found = page.verdict(KILL, run)
    assert (found, found.red) == (verdict, red)
    told = page.page({"kill": run} if run else {}, (KILL,))
    assert f"| [The writer is killed](#the-writer-is-killed) | {verdict} |" in told
    assert f"- Result: **{verdict}**" in told


def test_the_page_says_what_was_run_where_and_when() -> None:
    told = page.page({"kill": GOOD}, (KILL,))
    for part in (
        "`make prove ONLY=kill`",
        "`tests/a.py::test_kill`",
        "- Demanded: 1,000 kills",
        "- Run: 2 tests; 1,000 kills; 0 lost",
        "- Teeth: the answer is given early (seen, in 1 test)",
        "- Seed 7, commit c84cb69, run on 2026-11-22 in 1,234 s",
    ):
        assert part in told


def test_what_failed_or_fell_short_is_named() -> None:
    proof = Tally(2, failed=("test_kill[x]",), figures={"kills": 12})
    told = page.page({"kill": replace(GOOD, proof=proof)}, (KILL,))
    assert "- Failed: `test_kill[x]`" in told
    assert "- Reached only: 12 of 1,000 kills" in told
    assert "Not run yet in this file" in page.page({}, (KILL,))


def test_what_is_kept_comes_back(tmp_path: Path) -> None:
    runs = {"kill": GOOD, "power": replace(GOOD, proof=Tally(1, ("a",), ("b",)))}
    page.keep(runs, tmp_path)
    assert page.kept(tmp_path) == runs
    assert (tmp_path / "figures.md").read_text("utf-8") == page.page(runs)


def test_the_page_in_the_repository_is_what_its_figures_say() -> None:
    assert (page.FOLDER / "figures.md").read_text("utf-8") == page.page(page.kept())


@pytest.mark.parametrize(("failed", "code"), [((), 0), (("test_x",), 1)])
def test_a_failing_proof_is_written_down_and_ends_in_failure(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    failed: tuple[str, ...],
    code: int,
) -> None:
    keep, kept = page.keep, page.kept
    monkeypatch.setattr(page, "keep", lambda runs: keep(runs, tmp_path))
    monkeypatch.setattr(page, "kept", lambda: kept(tmp_path))

    def run(demand: Demand, *, date: str) -> Run:
        proof = Tally(2, failed if demand.name == "kill" else (), (), demand.wanted)
        return replace(GOOD, date=date, proof=proof)

    assert prove.main(["--date", "2026-12-01", "kill", "power"], run) == code
    written = kept(tmp_path)
    assert {name: one.proof.failed for name, one in written.items()} == {
        "kill": failed,
        "power": (),
    }
    assert {one.date for one in written.values()} == {"2026-12-01"}
    assert "power: holds" in capsys.readouterr().out


def test_a_demand_that_nobody_made_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert prove.main(["--date", "2026-12-01", "fire"]) == 2
    assert "No demand is called fire" in capsys.readouterr().out


def test_a_test_that_fails_is_told_as_failing(capfd: pytest.CaptureFixture[str]) -> None:
    """Through a real pytest: a test that is not there is a failure, not a silence."""
    tally = running.tests_of(("tests/prove/test_page.py::test_that_is_not_there",))
    assert tally.failed == ("pytest ended with 4",)
    assert "not found" in capfd.readouterr().out


def test_figures_come_through_a_real_pytest() -> None:
    here = "tests/prove/test_page.py::test_a_figure_is_told"
    assert running.tests_of((here,)) == Tally(1, figures={"figures": 2})


def test_a_figure_is_told(record_property: Any) -> None:
    record_property("figures", 2)
    assert DEMANDS

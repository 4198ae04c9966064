"""The whole of it, on one small module: who is missed is dead, who is not is alive."""

import ast
import json
import os
import subprocess
import sys
from importlib import import_module
from typing import Any

import pytest

from tests.mutation import page, running
from tests.mutation.__main__ import judged
from tests.mutation.mutants import MODULES, dotted, mutants
from tests.tidy.files import ROOT

FEVER = "tests/spec/preparation/test_fever_bleeding_and_sedation.py"
ELSEWHERE = "tests/spec/values/test_needle.py"
ONE_MODULE = """
import json
from tests.mutation import running
from tests.mutation.mutants import MODULES

def done(path, verdicts):
    print("TOLD", json.dumps([[v.mutant.text, v.tests, v.red, v.why] for v in verdicts]))

chosen = [p for p in MODULES if p.stem == "temperature"]
print("RED", json.dumps(running.run(chosen, 2, done, {tests!r})))
"""


def run(*tests: str) -> dict[str, Any]:
    done = subprocess.run(
        [sys.executable, "-c", ONE_MODULE.replace("{tests!r}", repr(tests))],
        cwd=ROOT,
        env=os.environ | {"DJANGO_SETTINGS_MODULE": "tests.settings"},
        capture_output=True,
        text=True,
        check=False,
    )
    lines = [line.partition(" ") for line in done.stdout.splitlines()]
    told = {word: json.loads(rest) for word, _, rest in lines if word in ("TOLD", "RED")}
    assert told, done.stdout + done.stderr
    return told


def test_what_a_test_misses_is_dead() -> None:
    told = run(FEVER)
    assert told["RED"] == []
    assert any(red.startswith(FEVER) and not why for _, tests, red, why in told["TOLD"] if tests)


def test_teeth_what_no_test_reaches_is_alive() -> None:
    told = run(ELSEWHERE)
    inside = [(tests, red) for text, tests, red, why in told["TOLD"] if text.startswith("yield")]
    assert set(inside) == {(0, "")}


def test_what_is_put_into_its_own_place_is_not_felt() -> None:
    words = ["--unchanged", "--tests", FEVER, "queries/temperature"]
    done = subprocess.run(
        [sys.executable, "-m", "tests.mutation", *words],
        cwd=ROOT,
        env=os.environ | {"DJANGO_SETTINGS_MODULE": "tests.settings"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stdout.splitlines()[-1] == "3 in their own places, 0 felt.", done.stderr
    assert done.returncode == 0


def test_teeth_tests_that_are_red_as_they_are_prove_nothing() -> None:
    told = run("tests/spec/nowhere.py")
    assert told["RED"]
    assert "TOLD" not in told


def test_what_is_named_through_its_module_is_found_as_well() -> None:
    """`rules.outcome_fits` in a table of acts, as `outcome_fits` would be."""
    from bloodpatch.pathway.stages.closure import (
        acts,
        rules,
    )

    node = ast.parse("rules.outcome_fits", mode="eval").body
    assert running.named_by(node, acts) is rules.outcome_fits
    assert running.named_by(node, rules) is None


# The page and the explanations

RAN = page.Ran(
    date="2026-11-23", commit="abc", mutants=40, red=37, timed_out=1, unreadable=0,
    alive=(page.Alive("f", "a < b -> a <= b", 3, 12), page.Alive("g", "x -> y", 9)),
)  # fmt: skip
EQUAL = {("decide.py", "f", "a < b -> a <= b"): "They are never equal."}


def test_the_page_says_what_is_alive_and_why() -> None:
    told = page.page({"decide.py": RAN}, EQUAL)
    assert "| decide.py | 40 | 38 | 1 | 2 | 1 | 95.0 % | 2026-11-23, abc |" in told
    assert "| rules/imaging.py | | | | | | not run | |" in told
    assert "decide.py:3 `f` (12 tests): They are never equal." in told
    assert "decide.py:9 `g` (reached by no test): **not explained**" in told


def test_an_explanation_of_what_is_not_alive_is_stale() -> None:
    gone = EQUAL | {("decide.py", "f", "b -> c"): "It was so once."}
    assert page.stale({"decide.py": RAN}, EQUAL) == []
    assert page.stale({"decide.py": RAN}, gone) == ["decide.py | f | b -> c"]
    assert page.stale({}, gone) == []


@pytest.mark.parametrize(
    ("mutants_made", "explained", "code"),
    [(40, 2, 0), (40, 1, 1), (39, 2, 1)],
    ids=["all is well", "one is not explained", "too few are noticed"],
)
def test_the_bar(
    mutants_made: int, explained: int, code: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    ran = page.Ran(**{**vars(RAN), "mutants": mutants_made})
    keys = [("decide.py", alive.function, alive.text) for alive in RAN.alive]
    monkeypatch.setattr(page, "kept", lambda: {"decide.py": ran})
    monkeypatch.setattr(page, "reasons", lambda: dict.fromkeys(keys[:explained], "Equal."))
    assert judged({"decide.py"}) == code


def test_every_explanation_is_of_a_mutant_that_is_made() -> None:
    made = set()
    explained = page.reasons()
    for path in (p for p in MODULES if page.name(p) in {module for module, _, _ in explained}):
        _, found = mutants(path, import_module(dotted(path)))
        made |= {(page.name(path), m.function, m.text) for m in found}
    assert set(explained) - made == set()


def test_the_page_is_made_of_what_was_run() -> None:
    kept = (page.FOLDER / "mutation.md").read_text("utf-8")
    assert kept == page.page(page.kept(), page.reasons())

"""Hazard, control, finding, rung and test: each leads to the others, and none is left over."""

from pathlib import Path

import pytest

from bloodpatch.doors.console.safety.traceability import named_in
from bloodpatch.pathway.findings import KINDS
from bloodpatch.pathway.rules import collected
from bloodpatch.pathway.treatment import ACTS, CAUSES
from tests.safety.test_the_log import BY_ID, LOG, raises
from tests.tidy.files import ROOT, listed


def path(function: object) -> str:
    return f"{function.__module__}:{function.__qualname__}"  # type: ignore[attr-defined]


def rungs() -> set[str]:
    """All of the ladders, of what a fact calls for, and the causes of what is owed."""
    ladders = [
        rung for act in ACTS.values() for rung in (*act.state, *act.fields, *act.contradicts)
    ]
    return {path(rung) for rung in (*ladders, *collected.WHEN_RECORDED, *CAUSES)}


def test_each_rung_of_the_pathway_is_a_control_or_says_why_it_is_none() -> None:
    named = {*LOG.controls, *LOG.no_control}
    assert rungs() - named == set()
    assert len(rungs()) > 150


def test_what_is_no_control_is_a_rung_and_stands_there_with_a_reason() -> None:
    assert set(LOG.no_control) - rungs() == set()
    assert set(LOG.no_control) & set(LOG.controls) == set()
    assert all(len(why.split()) > 3 for why in LOG.no_control.values())


@pytest.mark.parametrize("code", KINDS)
def test_each_hazard_of_a_finding_is_in_the_log_and_is_held_back_there(code: str) -> None:
    for hazard in KINDS[code].hazards:
        assert BY_ID[hazard].controls, f"{hazard} of {code} has no control"


def test_each_finding_is_raised_by_a_control_of_each_of_its_hazards() -> None:
    """As far as the control's own code names it; some raise it through another function."""
    raised = {control: {kind.code for kind in raises(control)} for control in LOG.controls}
    of_hazard = {h.id: {code for c in h.controls for code in raised[c]} for h in LOG}
    directly = set().union(*raised.values())
    lost = [
        f"{kind.code} is about {hazard}, and no control of {hazard} raises it"
        for kind in KINDS.values()
        if kind.code in directly
        for hazard in kind.hazards
        if kind.code not in of_hazard[hazard]
    ]
    assert lost == [], listed(lost)
    about = {kind.code for kind in KINDS.values() if kind.hazards}
    assert len(about & directly) > 0.8 * len(about)


def test_each_hazard_that_a_test_names_by_number_is_in_the_log() -> None:
    named = named_in(ROOT / "tests")
    assert set().union(*named.values()) - set(BY_ID) == set()
    assert "H01" in named["tests/doors/staff/acts/test_all_pairs.py"]


def test_each_proof_that_names_a_hazard_in_its_own_name_proves_it() -> None:
    for proof, held in LOG.proofs.items():
        name = proof.rpartition("::")[2]
        if name.startswith("test_h") and name[6:8].isdigit():
            assert f"H{name[6:8]}" in {hazard.id for hazard in held}


def test_a_hazard_is_named_in_words_or_in_the_name_of_a_test(tmp_path: Path) -> None:
    words = 'def test_h36_is_there() -> None:\n    """H40: called "h24" after a day."""\n'
    (tmp_path / "test_calls.py").write_text(words)
    assert named_in(tmp_path) == {"tests/test_calls.py": {"H36", "H40"}}

"""The hazard log is whole: every hazard once, scores by the matrix, controls and proofs there."""

import ast
from dataclasses import replace
from functools import cache

import pytest

from bloodpatch.doors.console.safety import hazard_log
from bloodpatch.doors.console.safety.deployment import WORK
from bloodpatch.doors.console.safety.hazard_log import MUST_BE_REDUCED_FROM, Hazard, Log
from bloodpatch.pathway.findings import FindingKind, Level
from tests.safety import allow
from tests.tidy.files import ROOT, listed, tree

LOG = hazard_log.read(ROOT / hazard_log.LOG)
BY_ID = {hazard.id: hazard for hazard in LOG}


def faults(log: Log) -> list[str]:
    return [f"{h.id}: {fault}" for h in log for fault in faults_of(h)]


def faults_of(hazard: Hazard) -> list[str]:
    scores = (hazard.initial, hazard.residual)
    states = (bool(hazard.controls), bool(hazard.part), not hazard.applies)
    says_work = bool(hazard.site and hazard.site_does)
    lists = (hazard.controls, hazard.proofs)
    told = {
        "its risk is not that of the matrix": any(s.risk != s.by_matrix for s in scores),
        "the software changes its severity": len({s.severity for s in scores}) > 1,
        "its risk grows": hazard.residual.risk > hazard.initial.risk,
        "it has controls, or a part, or does not apply; one of these": sum(states) != 1,
        "it has controls and nothing that proves them": bool(hazard.controls) > bool(hazard.proofs),
        "it does not say why it does not apply": hazard.applies == bool(hazard.reason),
        "it needs the clinic and does not say for what": hazard.needs_site and not says_work,
        "it says what the clinic does, and not that it is needed": says_work
        and not hazard.needs_site,
        "what the clinic does is of no known kind": not set(hazard.site_does) <= set(WORK),
        "a control or a proof stands there twice": any(len(set(x)) < len(x) for x in lists),
        "it keeps a risk that needs an argument, and has none": hazard.needs_argument
        > bool(hazard.argument),
        "it argues for a risk that needs no argument": bool(hazard.argument)
        > hazard.needs_argument,
        "a word of it is missing": not (hazard.title and hazard.cause and hazard.effect),
    }
    return [fault for fault, so in told.items() if so]


@cache
def functions_in(file: str) -> frozenset[str]:
    path = ROOT / file
    if not path.exists():
        return frozenset()
    found = ast.walk(tree(path))
    return frozenset(node.name for node in found if isinstance(node, ast.FunctionDef))


def test_every_hazard_stands_there_once() -> None:
    assert [hazard.id for hazard in LOG] == [f"H{number:02}" for number in range(1, 75)]


def test_each_is_whole() -> None:
    assert faults(LOG) == [], listed(faults(LOG))


@pytest.mark.parametrize(
    ("changed", "fault"),
    [
        ({"part": "later"}, "one of these"),
        ({"proofs": ()}, "nothing that proves them"),
        ({"site": ""}, "does not say for what"),
        ({"needs_site": False}, "not that it is needed"),
        ({"site_does": ("hope",)}, "of no known kind"),
        ({"initial": replace(BY_ID["H01"].initial, risk=2)}, "not that of the matrix"),
        ({"controls": BY_ID["H01"].controls[:1] * 2}, "twice"),
        ({"reason": "because"}, "why it does not apply"),
        ({"title": ""}, "missing"),
        ({"argument": ""}, "and has none"),
        ({"residual": replace(BY_ID["H01"].residual, likelihood=1, risk=2)}, "needs no argument"),
    ],
)
def test_what_is_wrong_with_one_is_seen(changed: dict[str, object], fault: str) -> None:
    assert any(fault in found for found in faults_of(replace(BY_ID["H01"], **changed)))


@pytest.mark.parametrize("control", LOG.controls)
def test_each_control_is_there_and_can_be_taken_out(control: str) -> None:
    *_, real = allow.found(control)
    assert allow.instead_of(real, LOG.allow.get(control, "")) is not real


def test_nothing_stands_in_for_a_control_that_nobody_names() -> None:
    assert set(LOG.allow) - set(LOG.controls) == set()


@pytest.mark.parametrize("proof", LOG.proofs)
def test_each_proof_is_there(proof: str) -> None:
    file, _, name = proof.partition("::")
    assert name in functions_in(file)


def raises(control: str) -> set[FindingKind]:
    """The kinds of finding that the code of a control names."""
    *_, real = allow.found(control)
    rooms = [real.__globals__, *(vars(v) for v in real.__globals__.values() if is_findings(v))]
    named = (room.get(name) for room in rooms for name in real.__code__.co_names)
    return {kind for kind in named if isinstance(kind, FindingKind)}


def is_findings(thing: object) -> bool:
    return getattr(thing, "__name__", "").endswith(".findings")


def only_informs(control: str) -> bool:
    """Whether all that it does is to advise."""
    kinds = raises(control)
    return bool(kinds) and all(kind.level is Level.ADVISE for kind in kinds)


def test_no_great_risk_is_held_back_by_words_alone() -> None:
    great = [h for h in LOG if h.initial.risk >= MUST_BE_REDUCED_FROM and h.controls]
    assert [h.id for h in great if all(only_informs(c) for c in h.controls)] == []
    advice = "bloodpatch.pathway.rules.imaging:head_is_imaged"
    assert advice in LOG.controls
    assert only_informs(advice)
    assert not only_informs("bloodpatch.pathway.rules.red_flag:red_flags_were_asked")

"""The closed list of findings: each is named, worded, sourced, and raised by some rung."""

import ast
import importlib
import re
import string
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from types import ModuleType

import pytest
from samples import EVERY_FINDING
from story import protocol

import bloodpatch.pathway
from bloodpatch.pathway import treatment
from bloodpatch.pathway.findings import KINDS, Cause, FindingKind, Level, declare
from bloodpatch.pathway.protocol import Certainty, Read
from bloodpatch.record.protocols import shipped_citations, shipped_names

PATHWAY = Path(bloodpatch.pathway.__file__).parent
FAMILIES = {room.name for room in treatment.ROOMS} | {
    path.stem.removesuffix("_findings") for path in (PATHWAY / "rules").glob("*.py")
}
NOT_IN_THE_LITERATURE = {"treatment", "clinic"}
# The codes by which published cases are scored (cases/README.md of the evidence).
REPLAY = set(
    """
    ALLOW_PATCH HOLD_PATCH RED_FLAG IMAGE_FIRST VENOGRAM SPINE_MRI_URGENT ESCALATE
    CONSERVATIVE_FIRST ANTICOAG_CHECK LABS_FIRST INFECTION_WORKUP BP_WORKUP CONSENT_SPECIAL
    SEDATION_RULE VOLUME_CHECK STOP_RULE LEVEL_CHECK MONITOR STAND_WALK SAFETY_NET FOLLOW_UP
    AE_OPEN REVIEW_DIAGNOSIS REPEAT_OK REPEAT_HOLD ALT_TREATMENT NO_CLEARANCE CLOSE_OK KEEP_OPEN
    RECORD_REFUSAL OTHER_PATHWAY MISSING_DATA RECORD_EVENT NOT_ROUTINE
    """.split()  # noqa: SIM905  a list of words reads better as words
)
HAZARDS = {f"H{number:02}" for number in range(1, 75)}
TREATMENT = {f"T{number}" for number in range(1, 17)}

every = pytest.mark.parametrize("kind", EVERY_FINDING, ids=lambda kind: kind.code)


# the code reads the same everywhere


@every
def test_a_code_is_a_family_and_a_name(kind: FindingKind) -> None:
    family, _, name = kind.code.partition(".")
    assert family in FAMILIES
    assert re.fullmatch("[a-z][a-z0-9_]*", name)


@cache
def declared() -> dict[str, tuple[str, str]]:
    """Code -> the module that declares it and the name that it has there."""
    found: dict[str, tuple[str, str]] = {}
    for module in modules():
        for name, value in vars(module).items():
            if isinstance(value, FindingKind) and name.isupper():
                found.setdefault(value.code, (module.__name__, name))
    return found


@cache
def modules() -> tuple[ModuleType, ...]:
    files = sorted(PATHWAY.rglob("*.py"), key=lambda path: (len(path.parts), path))
    names = (path.relative_to(PATHWAY.parent).with_suffix("").parts for path in files)
    dotted = (".".join(n for n in parts if n != "__init__") for parts in names)
    return tuple(importlib.import_module(f"bloodpatch.{name}") for name in dotted)


def test_each_is_declared_under_a_name() -> None:
    assert set(declared()) == set(KINDS)


@every
def test_a_stage_declares_findings_of_its_own_name(kind: FindingKind) -> None:
    family = kind.code.partition(".")[0]
    module, _ = declared()[kind.code]
    stage = re.match(r"bloodpatch\.pathway\.stages\.([a-z_]+)", module)
    assert stage is None or stage.group(1) == family


# what it says


@every
def test_its_sentences_are_sentences(kind: FindingKind) -> None:
    for sentence in (kind.says, kind.rule, kind.clears):
        assert sentence == sentence.strip()
        assert sentence[:1].isupper() or sentence.startswith("{")
        assert sentence.endswith((".", "}", "?"))


@every
def test_no_number_stands_in_its_words(kind: FindingKind) -> None:
    """Numbers are the protocol's; in a sentence they come from there."""
    assert re.findall(r"\d", kind.says + kind.rule + kind.clears) == []


@cache
def calls() -> dict[str, list[set[str]]]:
    """Code -> the names of the inputs of each place in the source that raises it."""
    found: dict[str, list[set[str]]] = {code: [] for code in KINDS}
    for module in modules():
        tree = ast.parse(Path(module.__file__ or "").read_text(encoding="utf-8"))
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and (kind := kind_called(module, node.func)):
                found[kind.code].append({k.arg for k in node.keywords if k.arg})
    return found


def kind_called(module: ModuleType, called: ast.expr) -> FindingKind | None:
    if isinstance(called, ast.Name):
        value = getattr(module, called.id, None)
    elif isinstance(called, ast.Attribute) and isinstance(called.value, ast.Name):
        value = getattr(getattr(module, called.value.id, None), called.attr, None)
    else:
        return None
    return value if isinstance(value, FindingKind) else None


def blanks(text: str) -> Iterator[str]:
    return (name for _, name, _, _ in string.Formatter().parse(text) if name is not None)


@every
def test_every_blank_is_filled_wherever_it_is_raised(kind: FindingKind) -> None:
    needed = {*blanks(kind.says), *blanks(kind.clears), *kind.moving}
    assert calls()[kind.code], "no rung raises it"
    assert [needed - given for given in calls()[kind.code] if needed - given] == []


# where it comes from


@every
def test_its_source_is_in_the_list_of_citations(kind: FindingKind) -> None:
    assert kind.source in NOT_IN_THE_LITERATURE | set(shipped_citations())


@every
@pytest.mark.parametrize("name", shipped_names())
def test_the_value_that_it_reads_is_in_every_protocol(kind: FindingKind, name: str) -> None:
    if kind.value is None:
        assert kind.source
    else:
        assert protocol(name).about(kind.value).id == kind.value
    for further in kind.also:
        assert protocol(name).about(further).id == further != kind.value


def test_each_further_number_that_its_sentences_tell_is_shown_with_the_rule() -> None:
    assert {kind.code: kind.also for kind in EVERY_FINDING if kind.also} == {
        "workup.pre_eclampsia": ("assessment.high_systolic_mmhg", "assessment.high_diastolic_mmhg"),
        "workup.severe_pressure": (
            "assessment.severe_diastolic_mmhg",
            "assessment.severe_pressure_minutes",
        ),
        "caffeine.too_much": ("assessment.caffeine_breastfeeding_max_mg_per_24h",),
        "vital_signs.unsteady": (
            "preparation.pulse_hold_below",
            "preparation.pulse_hold_above",
            "preparation.spo2_hold_below",
        ),
        "blood_values.platelets_old": ("preparation.hellp_platelets_valid_hours",),
        "special_patient.child_volume": ("procedure.child_ml_per_kg_low",),
        "discharge.sedation_missing": ("discharge.min_padss",),
        "discharge.sedation_low": ("discharge.min_aldrete",),
        "followup.too_little_tried": ("followup.channels_before_escalation",),
        "preparation.fasted_briefly": (
            "preparation.fasting_clear_hours",
            "preparation.fasting_light_hours",
            "preparation.fasting_fatty_hours",
        ),
        "preparation.not_fasted": (
            "preparation.fasting_clear_hours",
            "preparation.fasting_light_hours",
            "preparation.fasting_fatty_hours",
        ),
        "preparation.vitals_unstable": (
            "preparation.pulse_hold_below",
            "preparation.pulse_hold_above",
            "preparation.spo2_hold_below",
        ),
        "procedure.drawn_outside": ("procedure.draw_ml_low",),
    }


@every
@pytest.mark.parametrize("name", shipped_names())
def test_it_says_how_sure_it_is(kind: FindingKind, name: str) -> None:
    """Of a value the protocol says it; of the treatment and the clinic it is no evidence."""
    sure = kind.sure(protocol(name))
    if kind.value is not None:
        assert sure is protocol(name).about(kind.value).certainty
    elif kind.source in NOT_IN_THE_LITERATURE:
        assert sure is Certainty.CLINIC
    else:
        assert kind.certainty is sure is not Certainty.CLINIC


@every
def test_it_is_not_surer_than_its_source_was_read(kind: FindingKind) -> None:
    """Verified is what was read itself; what was not read at all is from memory."""
    if kind.certainty is not None:
        read = shipped_citations()[kind.source].read
        assert (kind.certainty is not Certainty.VERIFIED) or read is Read.PRIMARY
        assert kind.certainty.startswith("memory") or read is not Read.MEMORY


@pytest.mark.parametrize(
    "about",
    [
        {"source": "uppal2023"},
        {"source": "clinic", "certainty": "verified"},
        {"source": "treatment", "certainty": "clinic"},
        {"value": "recovery.rest_minutes", "certainty": "verified"},
    ],
)
def test_how_sure_is_declared_exactly_where_nothing_else_says_it(about: dict[str, str]) -> None:
    words = {"says": "It is.", "rule": "It is so.", "clears": "Look."}
    with pytest.raises(ValueError, match="certainty"):
        declare(code="time.never", level=Level.ADVISE, cause=Cause.PRESENT, **words, **about)
    assert "time.never" not in KINDS


@every
def test_the_hazards_that_it_controls_exist(kind: FindingKind) -> None:
    assert set(kind.hazards) <= HAZARDS
    assert len(set(kind.hazards)) == len(kind.hazards)


@every
def test_it_serves_a_line_of_the_treatment_or_a_hazard_or_the_clinic(kind: FindingKind) -> None:
    assert set(kind.treatment) <= TREATMENT
    assert kind.treatment or kind.hazards or kind.source == "clinic"


@every
def test_it_has_at_most_two_codes_of_the_published_cases(kind: FindingKind) -> None:
    assert set(kind.replay) <= REPLAY
    assert len(kind.replay) == len(set(kind.replay)) <= 2


# how strongly it speaks


@every
def test_only_a_stop_is_lifted_by_a_review_and_only_a_stop_refuses_the_pen(
    kind: FindingKind,
) -> None:
    if kind.lifted_by_review or kind.refuses_record:
        assert kind.level is Level.STOP
    assert not (kind.lifted_by_review and kind.refuses_record)


def test_the_pen_is_refused_for_few_reasons() -> None:
    """A closed list: a new one is a change of what the record promises."""
    assert {k.code for k in EVERY_FINDING if k.refuses_record} == {
        "person.not_your_act",
        "time.in_the_future",
        "time.too_far_ahead",
        "time.permit_is_for_now",
        "referral.onset_before_puncture",
        "procedure.more_than_drawn",
        "procedure.before_the_draw",
        "procedure.ended_before_it_began",
        "adverse_event.which_event",
        "adverse_event.no_such_event",
        "adverse_event.no_such_entry",
        "review.not_a_hold",
        "review.not_lifted_by_review",
        "review.stands_otherwise",
        "review.stands_no_more",
        "review.no_such_act",
        "amendment.cannot_apply",
        "amendment.not_yours",
    }


def test_what_nobody_asked_is_told_apart_from_what_speaks_against_it() -> None:
    asked = [k for k in EVERY_FINDING if k.code.endswith(("not_asked", "not_taken", "not_known"))]
    assert {kind.cause for kind in asked} == {Cause.MISSING}
    assert {kind.cause for kind in EVERY_FINDING} == set(Cause)


# and each has its specification


SPEC = Path(__file__).parents[1]


def texts(folder: Path) -> Iterator[str]:
    """Every text in the tests of a folder, but for these tables."""
    for path in folder.rglob("test_*.py"):
        if path.parent != Path(__file__).parent:
            tree = ast.parse(path.read_text(encoding="utf-8"))
            nodes = (node for node in ast.walk(tree) if isinstance(node, ast.Constant))
            yield from (node.value for node in nodes if isinstance(node.value, str))


@cache
def in_specs() -> frozenset[str]:
    return frozenset(texts(SPEC))


@every
def test_some_specification_raises_it(kind: FindingKind) -> None:
    assert kind.code in in_specs()


@pytest.mark.parametrize("line", sorted(TREATMENT, key=lambda t: int(t[1:])))
def test_every_line_of_the_treatment_is_named_by_a_test(line: str) -> None:
    """T1 to T16: a promise that no test names is a promise that nobody keeps."""
    named = re.compile(rf"\b{line}\b")
    assert any(named.search(text) for text in in_specs() | set(texts(SPEC.parent / "doors")))

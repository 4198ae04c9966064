"""Each gate against its independent table (`oracle`): 0 differences, or one that is agreed.

In an ordinary run each pair of facts, and the small grids whole; every combination of every table,
and every triple of facts across the joined ones, under BLOODPATCH_PROVE=1. What a difference is
stands in `compared.comparing`; what is agreed, with its reason, in `compared.agreed`.
"""

from collections import Counter
from collections.abc import Callable

import pytest
from story import protocol

from bloodpatch.pathway.findings import KINDS, Level
from bloodpatch.pathway.protocol.sections.procedure import PatientPosition
from tests.safety.compared.agreed import AGREED
from tests.safety.compared.antithrombotics import cells, drug_difference
from tests.safety.compared.comparing import Compared, difference, differences, reread
from tests.safety.compared.gates import ASKED, TOGETHER, agreed
from tests.safety.oracle import GATES
from tests.safety.oracle.antithrombotics import WINDOW
from tests.safety.oracle.table import full, harmless, size, together

SMALL = 200
"""A grid of no more vectors than this is compared whole in an ordinary run."""
DRUG_STEP = 41
"""Every so-many-th cell of the grid of drugs, in an ordinary run: it meets every axis."""

EACH = pytest.mark.parametrize("one", ASKED, ids=lambda one: one.gate.name)
BY_NAME = {one.gate.name: one for one in ASKED}
Tell = Callable[[str, object], None]


def ordinary(one: Compared) -> list[dict[str, str | int | float]]:
    return list(full(one.gate) if size(one.gate) <= SMALL else together(one.gate, 2))


def test_every_table_is_compared() -> None:
    assert {*BY_NAME, WINDOW.name} == {gate.name for gate in GATES}


@EACH
def test_a_plain_patient_meets_nothing(one: Compared) -> None:
    found = [f.code for f in one.asks(harmless(one.gate))]
    assert [code for code in found if code not in one.beside] == []


@EACH
def test_the_rules_say_what_the_table_says(one: Compared) -> None:
    vectors = ordinary(one)
    assert len(vectors) > len(one.gate.inputs)
    assert list(differences(agreed(one), vectors)) == []


@pytest.mark.parametrize("one", TOGETHER, ids=lambda one: one.gate.name)
def test_the_rules_say_what_the_tables_of_one_act_say_together(one: Compared) -> None:
    assert list(differences(agreed(one), together(one.gate, 2))) == []


def test_h06_each_drug_waits_as_the_table_says() -> None:
    found = [drug_difference(*cell) for cell in cells(DRUG_STEP)]
    assert len(found) > 800
    assert [each for each in found if each] == []


@pytest.mark.parametrize("each", AGREED, ids=lambda each: f"{each.gate}: {each.why}")
def test_what_is_agreed_is_needed_has_a_reason_and_somebody_who_decides(each: object) -> None:
    without = [other for other in AGREED if other is not each]
    assert each.reason and each.who  # type: ignore[attr-defined]
    one = BY_NAME[each.gate]  # type: ignore[attr-defined]
    left = Compared(reread(one.gate, without), one.asks, one.beside)
    assert any(found.why for found in differences(left, ordinary(one)))


# the whole grids


@pytest.mark.prove
@EACH
def test_every_vector_of_a_table(one: Compared, record_property: Tell) -> None:
    counted = Counter[str]()
    found = list(differences(agreed(one), full(one.gate), counted))
    record_property("vectors of the tables", counted["compared"])
    record_property("with a silent row", counted["beside a silent row"])
    assert found[:3] == []


@pytest.mark.prove
@pytest.mark.parametrize("one", TOGETHER, ids=lambda one: one.gate.name)
def test_every_triple_across_the_tables_of_one_act(one: Compared, record_property: Tell) -> None:
    counted = Counter[str]()
    found = list(differences(agreed(one), together(one.gate, 3), counted))
    record_property("vectors of the tables", counted["compared"])
    assert found[:3] == []


@pytest.mark.prove
def test_h06_every_cell_of_the_grid_of_drugs(record_property: Tell) -> None:
    found = [drug_difference(*cell) for cell in cells()]
    record_property("vectors of the tables", len(found))
    assert [each for each in found if each][:3] == []


# teeth

SWAPPED = {
    "time-out, who and consent": ("preparation.blood_refused", Level.HOLD),
    "time-out, asked and examined again": ("preparation.vitals_not_taken", Level.ADVISE),
    "time-out, sedation": ("preparation.no_escort", Level.ADVISE),
    "needle": ("anatomy.same_space_again", Level.HOLD),
    "draw": ("procedure.drawn_outside", Level.HOLD),
    "injection": ("procedure.not_stopped", Level.ADVISE),
    "recovery": ("recovery.legs_changed", Level.HOLD),
    "discharge, legs and bladder": ("discharge.neurology_worse", Level.HOLD),
    "discharge, after sedation": ("discharge.no_escort", Level.STOP),
    "discharge, the plan": ("discharge.not_instructed", Level.ADVISE),
    "repeat": ("repeat.imaging_first", Level.ADVISE),
    "clearance": ("red_flag.stop", Level.HOLD),
    "laboratory": ("coagulation.bleeding_tendency", Level.STOP),
    "antithrombotics, the question": ("preparation.drug_not_named", Level.ADVISE),
    "antithrombotics, two drugs": ("antithrombotics.several_drugs", Level.HOLD),
}
ALTERED: dict[str, tuple[str, str, str, object]] = {
    "position": ("house", "procedure", "positions_allowed", (PatientPosition.PRONE,)),
    "time-out, who and consent": ("kaysville", "preparation", "min_operators", 1),
    "draw": ("multisociety", "procedure", "draw_ml_high", 21),
    "injection": ("house", "procedure", "draw_to_inject_max_minutes", 6),
    "recovery": ("kaysville", "recovery", "rest_minutes", 29),
    "discharge, after sedation": ("kaysville", "discharge", "min_aldrete", 8),
    "repeat": ("kaysville", "repeat", "min_interval_hours", 23),
    "clearance": ("kaysville", "clearance", "max_upright_nrs", 4),
}


@pytest.mark.parametrize("gate", SWAPPED)
def test_teeth_a_swapped_level_is_reported(monkeypatch: pytest.MonkeyPatch, gate: str) -> None:
    code, level = SWAPPED[gate]
    assert KINDS[code].level is not level
    monkeypatch.setitem(KINDS[code].__dict__, "level", level)
    one = agreed(BY_NAME[gate])
    assert any(code in found.codes for found in differences(one, ordinary(one)))


@pytest.mark.parametrize("gate", ALTERED)
def test_teeth_an_altered_limit_is_reported(monkeypatch: pytest.MonkeyPatch, gate: str) -> None:
    name, section, field, value = ALTERED[gate]
    limits = getattr(protocol(name), section)
    assert getattr(limits, field) != value
    monkeypatch.setitem(limits.__dict__, field, value)
    one = agreed(BY_NAME[gate])
    assert any(True for _ in differences(one, ordinary(one)))


def test_teeth_an_hour_less_is_reported(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        "bloodpatch.pathway.queries.hold_times.Wait.hold_hours",
        property(lambda wait: max((row.hold_hours or 1 for row in wait.rows), default=1) - 1),
    )
    assert any(drug_difference(*cell) for cell in cells(DRUG_STEP))


def test_teeth_a_rule_that_says_too_much_is_reported() -> None:
    quiet = agreed(BY_NAME["draw"])
    loud = Compared(quiet.gate, lambda _: BY_NAME["recovery"].asks(weak_legs()))
    assert difference(loud, harmless(quiet.gate))


def weak_legs() -> dict[str, str | int | float]:
    return harmless(BY_NAME["recovery"].gate) | {"legs": "weak"}

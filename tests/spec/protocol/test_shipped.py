"""What the shipped protocols say.

Three come with the software: `house` proposes every value, `kaysville` states what the clinic
tells its patients, `multisociety` what is known to us of the consensus of 2023.
"""

import re
from decimal import Decimal

import pytest

from bloodpatch.pathway.protocol import KINDS, Certainty, PatientPosition, Read, difference
from bloodpatch.pathway.protocol.sections import Step
from bloodpatch.record.protocols import NoSuchProtocol, shipped, shipped_names, shipped_text

HOUSE, KAYSVILLE, MULTISOCIETY = map(shipped, ("house", "kaysville", "multisociety"))
ALL = (HOUSE, KAYSVILLE, MULTISOCIETY)


def stated(name: str) -> set[str]:
    """What a layer states itself, and does not take from the layer below."""
    return {p.id for p in shipped(name).parameters.values() if p.from_layer == name}


def test_three_protocols_are_shipped() -> None:
    assert shipped_names() == ("house", "kaysville", "multisociety")


def test_another_name_is_answered_with_the_names_that_there_are() -> None:
    with pytest.raises(NoSuchProtocol, match="house, kaysville, multisociety"):
        shipped("citations")


# --- kaysville: treatment.md and nothing else ---


def test_kaysville_rests_thirty_minutes() -> None:
    """T8. The note says that the one trial found longer better, on every page that shows it."""
    rest = KAYSVILLE.about("recovery.rest_minutes")
    assert KAYSVILLE.recovery.rest_minutes == 30
    assert rest.t == ("T8",)
    assert "120 minutes better than 30" in rest.note


def test_kaysville_draws_20_to_25_ml_before_the_needle_is_in_the_space() -> None:
    """T6, T7: position, clean, mark; only then draw; needle in the space, inject, out."""
    procedure = KAYSVILLE.procedure
    assert (procedure.draw_ml_low, procedure.draw_ml_high) == (20, 25)
    assert procedure.step_order == (
        Step.POSITION,
        Step.CLEAN,
        Step.MARK,
        Step.DRAW,
        Step.NEEDLE_IN_SPACE,
        Step.INJECT,
        Step.WITHDRAW,
    )


def test_kaysville_lies_prone_under_local_anaesthetic() -> None:
    assert KAYSVILLE.procedure.positions_allowed == (PatientPosition.PRONE,)
    assert KAYSVILLE.procedure.local_anaesthetic_usual


def test_kaysville_asks_for_easy_days_and_waits_for_the_physician() -> None:
    """T11: a day or two. T12: normal activity only when a physician has approved it."""
    easy, normal = KAYSVILLE.discharge.restrictions
    assert (easy.code, easy.days) == ("take_it_easy", 2)
    assert (normal.code, normal.days) == ("no_normal_activity", None)


def test_kaysville_states_only_what_the_treatment_states() -> None:
    assert stated("kaysville") == {
        "procedure.step_order",
        "procedure.draw_ml_low",
        "procedure.draw_ml_high",
        "procedure.positions_allowed",
        "procedure.local_anaesthetic_usual",
        "recovery.rest_minutes",
        "discharge.restrictions",
    }
    for name in stated("kaysville"):
        assert "treatment" in KAYSVILLE.about(name).cites


# --- multisociety: the consensus, as far as it is known here ---


def test_multisociety_has_the_needle_in_the_space_before_the_draw() -> None:
    order = MULTISOCIETY.procedure.step_order
    assert order.index(Step.NEEDLE_IN_SPACE) < order.index(Step.DRAW) < order.index(Step.INJECT)


def test_multisociety_draws_15_to_20_ml() -> None:
    assert (MULTISOCIETY.procedure.draw_ml_low, MULTISOCIETY.procedure.draw_ml_high) == (15, 20)


def test_multisociety_never_claims_to_have_read_the_consensus() -> None:
    """Its text could not be read; what rests on it alone is from memory."""
    resting = [p for p in MULTISOCIETY.parameters.values() if p.cites == ("uppal2023",)]
    assert resting
    assert all(p.certainty.startswith("memory") for p in resting)


def test_multisociety_takes_the_rest_from_the_house() -> None:
    assert MULTISOCIETY.about("recovery.rest_minutes").from_layer == "house"


# --- house: a proposal for everything ---


def test_house_states_every_value_that_there_is() -> None:
    assert stated("house") == set(KINDS)


def test_house_prints_the_bounds_that_the_software_keeps() -> None:
    """Doctors read the bounds in the file; what they read must be what holds."""
    text = shipped_text("house")
    for key, kind in KINDS.items():
        table = text.partition(f"[{key}]\n")[2].partition("\n\n[")[0]
        printed = re.findall(r"^(?:low|high) = (.+)$", table, re.MULTILINE)
        assert [Decimal(bound) for bound in printed] == [
            bound for bound in (kind.low, kind.high) if bound is not None
        ], key


def test_nothing_is_signed_before_a_physician_of_the_clinic_signs_it() -> None:
    assert {p.confirmed_by for protocol in ALL for p in protocol.parameters.values()} == {""}


def test_no_policy_for_antithrombotics_is_preset() -> None:
    """The published tables differ; the clinic must choose one itself."""
    assert HOUSE.preparation.antithrombotic_policy == "not_chosen"


# --- where each value comes from ---


@pytest.mark.parametrize("protocol", ALL, ids=lambda protocol: protocol.name)
def test_every_value_serves_a_line_of_the_treatment(protocol) -> None:
    assert [p.id for p in protocol.parameters.values() if not p.t] == []


@pytest.mark.parametrize("protocol", ALL, ids=lambda protocol: protocol.name)
def test_a_value_is_verified_only_by_a_publication_that_was_read(protocol) -> None:
    for parameter in protocol.parameters.values():
        if parameter.certainty is Certainty.VERIFIED:
            ways = {protocol.citation(key).read for key in parameter.cites}
            assert Read.PRIMARY in ways, parameter.id


def test_no_file_names_an_address_or_a_copy() -> None:
    """A citation names the primary publication, never where a copy of it lies."""
    for name in (*shipped_names(), "citations"):
        assert not re.search(r"https?:|www\.|\.(com|org|gov|net)\b|PMC\d", shipped_text(name))


# --- the hard bounds that matter most, once more and by hand ---


@pytest.mark.parametrize(
    ("parameter", "low", "high"),
    [
        ("recovery.rest_minutes", 30, 240),
        ("procedure.draw_ml_high", 5, 30),
        ("procedure.inject_default_ml", 5, 30),
        ("procedure.warn_ml_over", 15, 30),
        ("procedure.draw_to_inject_max_minutes", 1, 10),
        ("preparation.fever_hold_c", Decimal("37.5"), Decimal("38.5")),
        ("preparation.min_identifiers", 2, 4),
        ("preparation.fasting_clear_hours", 2, 8),
        ("preparation.fasting_light_hours", 6, 12),
        ("preparation.platelets_avoid_below", 50, 100),
        ("discharge.min_aldrete", 9, 10),
        ("discharge.min_padss", 9, 10),
        ("discharge.driving_after_sedation_hours", 24, 72),
        ("followup.red_flag_call_minutes", 5, 60),
        ("repeat.min_interval_hours", 24, 168),
        ("repeat.specialist_review_after_patches", 1, 2),
        ("adverse_event.review_grade_4_hours", 1, 4),
    ],
)
def test_hard_bounds(parameter: str, low: int | Decimal, high: int | Decimal) -> None:
    """Whoever loosens one of these in the software changes this table too, and says why."""
    assert (KINDS[parameter].low, KINDS[parameter].high) == (low, high)


def test_the_two_practices_differ_from_the_house_where_they_say_so() -> None:
    assert {d.id for d in difference(HOUSE, KAYSVILLE)} == {
        "procedure.step_order",
        "procedure.draw_ml_low",
        "procedure.positions_allowed",
        "recovery.rest_minutes",
        "discharge.restrictions",
    }
    assert {d.id for d in difference(HOUSE, MULTISOCIETY)} == {
        "procedure.step_order",
        "procedure.draw_ml_high",
    }

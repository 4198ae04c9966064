"""Layers: a clinic states what it does otherwise, and takes the rest from below.

Each value remembers the layer that states it, so that nobody takes a proposal for a decision.
"""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bloodpatch.pathway.protocol import Certainty, canonical, extends
from bloodpatch.pathway.protocol.protocol import plain
from bloodpatch.record.protocols import shipped
from tests.spec.protocol.writing import entry, faults, mine, read

KAYSVILLE = shipped("kaysville")
LONGER_REST = entry("recovery.rest_minutes", value=45, certainty="clinic", note="We rest longer.")


def test_a_file_says_which_layer_it_stands_on() -> None:
    assert extends(mine("")) == "kaysville"


def test_a_value_that_is_stated_counts_and_the_others_come_from_below() -> None:
    protocol = read(LONGER_REST)
    assert protocol.layers == ("house", "kaysville", "mine")
    assert (protocol.recovery.rest_minutes, protocol.recovery.walk_metres) == (45, 10)


def test_each_value_names_its_own_layer() -> None:
    protocol = read(LONGER_REST)
    layers = [
        protocol.about(name).from_layer
        for name in ("recovery.rest_minutes", "procedure.draw_ml_low", "recovery.walk_metres")
    ]
    assert layers == ["mine", "kaysville", "house"]


def test_a_stated_value_brings_its_own_source_and_keeps_the_line_of_the_treatment() -> None:
    """A clinic's 45 minutes must not carry the citation of somebody else's 30."""
    rest = read(LONGER_REST).about("recovery.rest_minutes")
    assert (rest.t, rest.cites, rest.certainty) == (("T8",), (), Certainty.CLINIC)
    assert rest.note == "We rest longer."


def test_a_clinic_may_cite_what_we_do_not_know() -> None:
    protocol = read(
        entry("citations.ours2026", read="primary", authors="Ours", year=2026)
        + entry("recovery.rest_minutes", value=45, certainty="verified", cites=["ours2026"])
    )
    assert protocol.citation("ours2026").year == 2026


def test_a_clinic_may_narrow_the_bounds_for_itself() -> None:
    protocol = read(entry("recovery.rest_minutes", value=45, low=40, high=60, certainty="clinic"))
    rest = protocol.about("recovery.rest_minutes")
    assert (rest.low, rest.high) == (40, 60)


def test_a_value_outside_the_bounds_that_its_file_narrowed_is_refused() -> None:
    [fault] = faults(entry("recovery.rest_minutes", value=35, low=40, certainty="clinic"))
    assert fault.says.startswith("35 min is outside 40 to 240 min")


def test_a_temperature_is_not_a_binary_fraction() -> None:
    protocol = read(entry("preparation.fever_hold_c", value=Decimal("37.8"), certainty="clinic"))
    assert protocol.preparation.fever_hold_c == Decimal("37.8")


def test_a_physician_may_be_named_who_confirmed_a_value() -> None:
    protocol = read(
        entry("recovery.rest_minutes", value=45, certainty="clinic", confirmed_by="Dr Example")
    )
    assert protocol.about("recovery.rest_minutes").confirmed_by == "Dr Example"


# --- the hash: of what decides, and of nothing else ---


def test_the_hash_changes_with_a_value() -> None:
    assert read(LONGER_REST).hash != KAYSVILLE.hash


def test_the_hash_does_not_change_with_words_or_layers() -> None:
    same = entry("recovery.rest_minutes", value=30, certainty="clinic", note="As before.")
    assert read(same).hash == KAYSVILLE.hash


@pytest.mark.parametrize("written", ["38", "38.0", "38.00"])
def test_the_hash_does_not_change_with_the_way_a_number_is_written(written: str) -> None:
    text = f'[preparation.fever_hold_c]\nvalue = {written}\ncertainty = "clinic"\n'
    assert read(text).hash == KAYSVILLE.hash


def test_the_hash_is_of_one_sorted_line_for_each_value() -> None:
    lines = canonical(KAYSVILLE.parameters).splitlines()
    assert lines == sorted(lines)
    assert len(lines) == len(KAYSVILLE.parameters)
    assert "recovery.rest_minutes = 30" in lines


TEXTS = st.text(st.sampled_from('",\\[] an1'), max_size=4)


@given(st.lists(TEXTS, max_size=3), st.lists(TEXTS, max_size=3))
def test_different_values_never_have_the_same_text(one: list[str], other: list[str]) -> None:
    """Else two protocols that differ could share a hash."""
    assert (plain(tuple(one)) == plain(tuple(other))) == (one == other)

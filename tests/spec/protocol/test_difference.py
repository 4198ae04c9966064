"""How two protocols differ, value by value: what a physician reads before signing a new one."""

from bloodpatch.pathway.protocol import difference
from bloodpatch.record.protocols import shipped
from tests.spec.protocol.writing import entry, read

KAYSVILLE = shipped("kaysville")


def test_a_protocol_does_not_differ_from_itself() -> None:
    assert difference(KAYSVILLE, KAYSVILLE) == ()


def test_a_changed_value_is_told_with_both_layers() -> None:
    mine = read(entry("recovery.rest_minutes", value=45, certainty="clinic"))
    [one] = difference(KAYSVILLE, mine)
    assert str(one) == "recovery.rest_minutes: 30 min (from kaysville) -> 45 min (from mine)"


def test_the_same_value_from_another_layer_is_no_difference() -> None:
    mine = read(entry("recovery.rest_minutes", value=30, certainty="clinic", note="Ours now."))
    assert difference(KAYSVILLE, mine) == ()


def test_rows_are_compared_row_by_row() -> None:
    """Eight contacts and one changed hour: the hour is told, not eight contacts twice."""
    rows = [
        {"code": "take_it_easy", "sentence": "Take it easy until {until}.", "days": 1},
        {"code": "no_sport", "sentence": "No sport until your doctor says so."},
    ]
    mine = read(entry("discharge.restrictions", value=rows, certainty="clinic"))
    [one] = difference(KAYSVILLE, mine)
    assert str(one) == (
        "discharge.restrictions: take_it_easy days 2 -> 1; no_normal_activity removed;"
        " no_sport added (from kaysville -> from mine)"
    )


def test_rows_in_another_order_are_told_as_such() -> None:
    """The order of the steps is a value too."""
    order = ["position", "mark", "clean", "draw", "needle_in_space", "inject", "withdraw"]
    mine = read(entry("procedure.step_order", value=order, certainty="clinic"))
    [one] = difference(KAYSVILLE, mine)
    assert "position, clean, mark" in str(one)
    assert "position, mark, clean" in str(one)

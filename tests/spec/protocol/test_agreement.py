"""Values that are right by themselves and wrong together."""

from decimal import Decimal

import pytest

from bloodpatch.pathway.protocol import KINDS
from bloodpatch.pathway.protocol.agreement import AT_MOST, BEFORE
from bloodpatch.record.protocols import shipped
from tests.spec.protocol.writing import entry, faults, read


def stating(**values: object) -> str:
    """recovery__rest_minutes=45 states recovery.rest_minutes."""
    return "".join(
        entry(name.replace("__", "."), value=value, certainty="clinic")
        for name, value in values.items()
    )


@pytest.mark.parametrize("rule", AT_MOST, ids=lambda rule: f"{rule.small}, {rule.great}")
def test_what_may_not_be_more_than_what(rule) -> None:
    """The smaller is set to its greatest, the greater to its smallest: told, with the reason."""
    small, great = KINDS[rule.small], KINDS[rule.great]
    limit = small.high or Decimal(0)
    least = great.low or Decimal(0)
    assert limit > least or (rule.strictly and limit >= least), "no file could break this rule"
    ends = {rule.small: limit, rule.great: least}
    values = {k.replace(".", "__"): int(v) if v == int(v) else v for k, v in ends.items()}
    told = [fault for fault in faults(stating(**values)) if rule.why in fault.says]
    assert [fault.key_path for fault in told] == [f"{rule.small}.value"]


def test_a_longer_rest_needs_a_bay_that_is_held_longer() -> None:
    """The file states only the rest; the fault names the other half and the layer it is from."""
    [fault] = faults(stating(recovery__rest_minutes=150))
    assert (fault.key_path, fault.line) == ("recovery.rest_minutes.value", 8)
    assert "booking.recovery_bay_minutes (120 min, from house)" in fault.says
    longer = stating(recovery__rest_minutes=150, booking__recovery_bay_minutes=180)
    assert read(longer).recovery.rest_minutes == 150


def test_it_is_the_half_stated_here_that_is_blamed() -> None:
    [fault] = faults(stating(booking__recovery_bay_minutes=30, recovery__rest_minutes=60))
    assert fault.line == 11
    [fault] = faults(stating(procedure__warn_ml_over=20))
    assert fault.key_path == "procedure.warn_ml_over.value"


@pytest.mark.parametrize(("first", "then", "why"), BEFORE)
def test_which_step_comes_before_which(first: str, then: str, why: str) -> None:
    order = [s.value for s in shipped("house").procedure.step_order]
    one, other = order.index(first), order.index(then)
    order[one], order[other] = order[other], order[one]
    told = faults(stating(procedure__step_order=order))
    assert any(f'"{first}" comes after "{then}", but {why}' in fault.says for fault in told)


def test_both_published_orders_of_draw_and_needle_are_right() -> None:
    for name in ("kaysville", "multisociety"):
        order = [s.value for s in shipped(name).procedure.step_order]
        assert read(stating(procedure__step_order=order)).procedure.step_order == tuple(order)


def contact(code: str, after: int, opens: int, closes: int) -> dict[str, object]:
    return {
        "code": code,
        "after_hours": after,
        "opens_hours_before": opens,
        "closes_hours_after": closes,
        "why": "To ask.",
    }


@pytest.mark.parametrize(
    ("contacts", "words"),
    [
        ([contact("d1", 24, 4, 12), contact("d2", 48, 13, 4)], '"d1" closes at 36'),
        ([contact("h4", 4, 5, 1)], "the patch is at 0"),
    ],
)
def test_an_answer_belongs_to_one_contact(contacts: list[object], words: str) -> None:
    [fault] = faults(stating(followup__contacts=contacts))
    assert fault.key_path == f"followup.contacts.value[{len(contacts)}].opens_hours_before"
    assert words in fault.says


def test_windows_may_touch() -> None:
    contacts = [contact("d1", 24, 4, 12), contact("d2", 48, 12, 4)]
    assert len(read(stating(followup__contacts=contacts)).followup.contacts) == 2


def dose(least: float, most: float) -> dict[str, object]:
    return {"code": "midazolam", "unit": "mg", "least": Decimal(least), "most": Decimal(most)}


@pytest.mark.parametrize(
    ("least", "most", "right"), [(1, 1, True), (1, 9, True), (1, 10, False), (2, 1, False)]
)
def test_a_dose_ten_times_too_high_leads_out_of_its_range(
    least: float, most: float, right: bool
) -> None:
    text = stating(preparation__sedation_doses=[dose(least, most)])
    if right:
        assert read(text).preparation.sedation_doses[0].most == most
        return
    [fault] = faults(text)
    assert fault.key_path == "preparation.sedation_doses.value[1].most"
    assert "ten times too high" in fault.says

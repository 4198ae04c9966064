"""Putting right what was recorded: the old value stays in sight, and so does who changed it."""

from typing import TYPE_CHECKING

import pytest

from bloodpatch.pathway.amendment.commands import Correct
from bloodpatch.pathway.codes import Code, PlainForm
from bloodpatch.pathway.roles import Role
from bloodpatch.pathway.values import Count, FreeText

if TYPE_CHECKING:
    from tests.doors.staff.conftest import House

pytestmark = pytest.mark.django_db(transaction=True)
NURSE = Role.NURSE


@pytest.fixture
def observed(house: "House", patched: str) -> tuple[str, int]:
    page = house.at(patched, "recovery/record-observations/")
    assert house.sends(NURSE, page, heart_rate="172", note="Well").status_code == 303
    return patched, len(house.history(patched))


def corrects(house: "House", at: tuple[str, int], field: str, **typed: str) -> int:
    page = house.at(at[0], f"entries/{at[1]}/correct/?field={field}")
    answer = house.sends(NURSE, page, reason="Typing error", **typed)
    return int(answer.status_code)


def test_a_field_is_corrected_and_the_old_value_stays_visible(
    house: "House", observed: tuple[str, int]
) -> None:
    assert corrects(house, observed, "heart_rate", new="72") == 303
    page = house.client(NURSE).get(house.at(observed[0], "")).content.decode()
    assert "<del>172/min</del> <ins>" not in page and "<del>172/min</del>" in page
    assert "<ins>72/min</ins>" in page and "Heart rate (Ama Osei, nurse)" in page


def test_words_and_times_are_corrected_too(house: "House", observed: tuple[str, int]) -> None:
    assert corrects(house, observed, "note", new="Well, and hungry") == 303
    earlier = {"new__date": "2026-11-16", "new__time": "13:50", "new__precision": "minute"}
    assert corrects(house, observed, "occurred", **earlier) == 303
    page = house.client(NURSE).get(house.at(observed[0], "")).content.decode()
    assert "Well, and hungry" in page and "13:50" in page


@pytest.mark.parametrize(("new", "status"), [("172", 422), ("lots", 422), ("", 303)])
def test_the_new_value_must_be_new_and_possible(
    house: "House", observed: tuple[str, int], new: str, status: int
) -> None:
    """Nothing typed takes the value back: it was never measured."""
    assert corrects(house, observed, "heart_rate", new=new) == status


def test_a_struck_entry_stays_readable(house: "House", observed: tuple[str, int]) -> None:
    episode, position = observed
    page = house.at(episode, f"entries/{position}/strike/")
    assert house.sends(NURSE, page, reason="Another patient's reading").status_code == 303
    said = house.client(NURSE).get(house.at(episode, "")).content.decode()
    assert 'class="struck"' in said and "Another patient" in said and "172/min" in said


def test_a_note_is_added(house: "House", patched: str) -> None:
    page = house.at(patched, "amendment/note/")
    assert house.sends(NURSE, page, text="Husband waits outside.").status_code == 303
    assert (
        "Husband waits outside." in house.client(NURSE).get(house.at(patched, "")).content.decode()
    )


def test_a_correction_put_right_again_says_both_and_is_taken_back_on_its_own_page(
    house: "House", observed: tuple[str, int]
) -> None:
    """The newest word is shown, with whose it is; struck, the first value stands again."""
    episode, position = observed
    assert corrects(house, observed, "heart_rate", new="72") == 303
    correction = len(house.history(episode))
    house.record(episode, Role.PHYSICIAN, right("74", correction))
    whole, one = house.at(episode, ""), house.at(episode, f"entries/{position}/")
    page = house.client(NURSE).get(whole).content.decode()
    assert "<ins>74/min</ins>" in page and "<ins>72/min</ins>" not in page
    assert "(Ama Osei, nurse; put right by Dr Nisha Iyer, physician)" in page
    its_own = house.at(episode, f"entries/{correction}/")
    assert its_own in house.client(NURSE).get(one).content.decode()
    assert house.sends(NURSE, f"{its_own}strike/", reason="It was 172.").status_code == 303
    page = house.client(NURSE).get(whole).content.decode()
    assert "172/min" in page and "<ins>" not in page


def right(value: str, entry: int) -> Correct:
    return Correct(
        position=Count(entry),
        field=Code("value"),
        value=PlainForm(value),
        reason=FreeText("Counted again."),
    )

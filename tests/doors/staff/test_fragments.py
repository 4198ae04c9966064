"""The answer to a page that is open already: the part that is new, whatever came of the act."""

from typing import TYPE_CHECKING, Any

import pytest

from bloodpatch.pathway.roles import Role
from tests.doors.staff.conftest import fields_of

if TYPE_CHECKING:
    from tests.doors.staff.conftest import House

pytestmark = pytest.mark.django_db(transaction=True)
NURSE = Role.NURSE
BY_SCRIPT = {"HX-Request": "true"}
REST, WALK = "recovery/start-rest/", "recovery/record-stand-and-walk/"


def sent(house: "House", episode: str, where: str, **typed: Any) -> Any:
    """A form, sent as the script sends it: the redirection is followed with the same headers."""
    client, page = house.client(NURSE), house.at(episode, where)
    form = fields_of(client.get(page)).form
    return client.post(page, {**form, **typed}, headers=BY_SCRIPT, follow=True)


def is_fragment(answer: Any) -> bool:
    said = answer.content.decode()
    assert said.count('id="page"') == 1, "what takes the place of the page is there once"
    return said.lstrip().startswith("<title>") and "<html" not in said and "<head>" not in said


def test_what_is_accepted_is_answered_with_the_new_state(house: "House", patched: str) -> None:
    answer = sent(house, patched, REST)
    said = answer.content.decode()
    assert answer.status_code == 200 and is_fragment(answer)
    assert answer.redirect_chain == [(house.at(patched, "recovery/?recorded=3"), 303)]
    assert "Rest, 30 minutes" in said and "<b>Recorded.</b>" in said
    assert "Whose record this is" in said, "the band is part of what is new"


def test_without_script_it_is_a_redirection_and_a_whole_page(house: "House", patched: str) -> None:
    assert house.sends(NURSE, house.at(patched, REST)).status_code == 303
    whole = house.client(NURSE).get(house.at(patched, "recovery/")).content.decode()
    assert whole.startswith("<!doctype html>") and whole.rstrip().endswith("</html>")
    assert whole.count('id="page"') == 1 and whole.count("<title>Recovery") == 1


@pytest.mark.parametrize(
    ("where", "typed", "says"),
    [
        ("recovery/record-observations/", {"heart_rate": "seventy"}, 'value="seventy"'),
        ("recovery/permit-standing/", {}, "Not permitted: "),
    ],
    ids=["cannot_be_read", "refused"],
)
def test_what_is_refused_is_422_with_what_was_typed(
    house: "House", patched: str, where: str, typed: dict[str, str], says: str
) -> None:
    house.sends(NURSE, house.at(patched, REST))
    answer = sent(house, patched, where, **typed)
    assert answer.status_code == 422 and is_fragment(answer)
    assert says in answer.content.decode()
    assert answer["HX-Replace-Url"] == house.at(patched, where)


def test_what_was_overtaken_is_409_and_says_by_what(house: "House", patched: str) -> None:
    client, page = house.client(NURSE), house.at(patched, WALK)
    form = fields_of(client.get(page)).form
    house.sends(NURSE, page, walked="less")
    typed = {**form, "walked": "whole_distance", "note": "Smiling"}
    answer = client.post(page, typed, headers=BY_SCRIPT)
    said = answer.content.decode()
    assert answer.status_code == 409 and is_fragment(answer)
    assert "something happened meanwhile" in said and "Smiling" in said


def test_another_patients_form_is_a_fragment_too(house: "House", patched: str) -> None:
    answer = sent(house, patched, REST, whose="x")
    assert answer.status_code == 409 and is_fragment(answer)


@pytest.mark.parametrize(
    ("page", "pulse"),
    [("", "pulse/"), ("procedure/", "procedure/pulse/"), (REST, "pulse/")],
    ids=["episode", "bedside", "act"],
)
def test_an_open_page_is_told_when_the_record_has_changed(
    house: "House", patched: str, page: str, pulse: str
) -> None:
    """H19: 304 until something happens; an act's page asks for no minute, only for the record."""
    client = house.client(NURSE)
    shown = client.get(house.at(patched, page)).content.decode()
    tag = shown.split('"If-None-Match": "')[1].split('"')[0]
    assert f'hx-get="{house.at(patched, pulse)}"' in shown

    def asks() -> Any:
        headers = {**BY_SCRIPT, "If-None-Match": tag}
        return client.get(house.at(patched, pulse), headers=headers)

    assert asks().status_code == 304
    house.sends(NURSE, house.at(patched, REST))
    answer = asks()
    assert answer.status_code == 200 and is_fragment(answer)
    assert answer["ETag"].partition(".")[0] == "3"

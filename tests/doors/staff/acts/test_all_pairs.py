"""H01 for all pairs: the form of every patient at the address of every other one.

Five patients in `make test`, fifty under BLOODPATCH_PROVE=1.
"""

import os
from collections import Counter
from collections.abc import Callable
from itertools import permutations
from typing import TYPE_CHECKING

import pytest
from django.db import connection

from bloodpatch.doors.staff.acts import form_tokens
from bloodpatch.pathway.roles import Role
from tests.doors.staff.conftest import fields_of

if TYPE_CHECKING:
    from tests.doors.staff.conftest import House

pytestmark = pytest.mark.django_db(transaction=True)
PATIENTS = 50 if os.environ.get("BLOODPATCH_PROVE") else 5
PAGE = "recovery/record-observations/"
TYPED = {"heart_rate": "71", "note": "Feels well"}


def events() -> int:
    with connection.cursor() as cursor:
        cursor.execute("SELECT COUNT(*) FROM record_event")
        found: int = cursor.fetchone()[0]
    return found


def open_episodes(house: "House", number: int) -> list[str]:
    return [house.refer("Sofia", f"Marchetti {n}") for n in range(number)]


def crossed(house: "House", opened: list[str]) -> Counter[int]:
    """What each form is answered at each address that is not its own."""
    client, answers = house.client(Role.NURSE), Counter[int]()
    forms = {e: fields_of(client.get(house.at(e, PAGE))).form | TYPED for e in opened}
    for mine, theirs in permutations(opened, 2):
        answers[client.post(house.at(theirs, PAGE), forms[mine]).status_code] += 1
    return answers


def test_h01_no_form_reaches_another(
    house: "House", record_property: Callable[[str, object], None]
) -> None:
    opened = open_episodes(house, PATIENTS)
    before = events()
    answers = crossed(house, opened)
    record_property("pairs", answers.total())
    record_property("events recorded", events() - before)
    assert answers == {409: PATIENTS * (PATIENTS - 1)}
    assert events() == before
    sent = house.sends(Role.NURSE, house.at(opened[0], PAGE), **TYPED)
    assert (sent.status_code, events()) == (303, before + 1), "at its own address it is recorded"


def test_h01_teeth_without_the_token(house: "House", monkeypatch: pytest.MonkeyPatch) -> None:
    opened = open_episodes(house, 3)
    before = events()
    monkeypatch.setattr(form_tokens, "belongs", lambda token, episode, patient: True)
    assert crossed(house, opened)[303] > 0
    assert events() > before

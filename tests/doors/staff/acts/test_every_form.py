"""Every form can be sent: empty it is recorded or says what is needed, and it never breaks."""

import re
from typing import TYPE_CHECKING

import pytest
from django.urls import reverse

from bloodpatch.doors.staff.acts.act_form import SAID_NOW
from bloodpatch.doors.staff.stage_page import STAGE_WORDS, acts_of
from bloodpatch.pathway.roles import Role
from bloodpatch.pathway.treatment import ACTS
from tests.doors.staff.conftest import fields_of

if TYPE_CHECKING:
    from tests.doors.staff.conftest import House

pytestmark = pytest.mark.django_db(transaction=True)
FORMS = [name for stage in STAGE_WORDS for name in acts_of(stage)]


def first_of_each(page: str) -> dict[str, str]:
    """The first answer to every choice of a page, as somebody in a great hurry would give it."""
    found: dict[str, str] = {}
    pattern = r'<input type="(?:radio|checkbox)" name="([^"]+)" value="([^"]+)"'
    for name, value in re.findall(pattern, page):
        found.setdefault(name, value)
    return found


def test_every_form_can_be_sent_empty_and_in_a_hurry(house: "House", patched: str) -> None:
    assert len(FORMS) > 60 and not SAID_NOW & set(FORMS)
    told: dict[str, list[int]] = {}
    for name in FORMS:
        page = reverse(f"staff:{name}", args=[patched])
        client = house.client(Role.PHYSICIAN)
        opened = client.get(page)
        if opened.status_code == 302:
            continue  # the password is asked again first
        form = fields_of(opened).form
        hurry = client.get(page).content.decode()
        answers = [client.post(page, form), client.post(page, form | first_of_each(hurry))]
        told[name] = [answer.status_code for answer in answers]
    odd = {n: s for n, s in told.items() if not set(s) <= {303, 409, 422}}
    assert odd == {}
    recorded = [name for name, said in told.items() if 303 in said]
    assert len(recorded) > len(told) / 2, sorted(set(told) - set(recorded))
    assert set(told) <= set(ACTS)


@pytest.mark.parametrize(
    ("command", "shown"),
    [
        ("preparation.record_bleeding_history", "without a count of platelets. Here: 4 d.</p>"),
        ("preparation.screen_again", "Began late after the puncture: over 5 d<"),
        ("preparation.screen_again", "Fever, measured: from 38.0 °C<"),
        ("preparation.screen_again", "High blood pressure: from 140 mmHg / 90 mmHg<"),
    ],
)
def test_a_question_about_a_value_of_the_protocol_shows_it(
    house: "House", patched: str, command: str, shown: str
) -> None:
    page = house.client(Role.NURSE).get(reverse(f"staff:{command}", args=[patched]))
    assert shown in page.content.decode()

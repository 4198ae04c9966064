"""T10: what the patch did, in the postures that were asked before it and since."""

from typing import TYPE_CHECKING

import pytest

from bloodpatch.pathway.roles import Role
from bloodpatch.pathway.stages.assessment.commands import RecordHeadache
from bloodpatch.pathway.stages.followup.commands import RecordContact
from bloodpatch.pathway.stages.procedure.commands import RecordInjection
from bloodpatch.pathway.values import Pain

if TYPE_CHECKING:
    from tests.doors.staff.conftest import House

pytestmark = pytest.mark.django_db(transaction=True)
PAGES = ("", "followup/", "clearance/")


def shown(house: "House", before: RecordHeadache, now: str) -> dict[str, str]:
    """Each page of a patient who was asked before the patch, and four hours after it."""
    episode = house.refer()
    house.record(episode, Role.PHYSICIAN, before)
    house.wait(hours=1)
    house.record(episode, Role.PHYSICIAN, RecordInjection())
    house.wait(hours=4)
    house.record(episode, Role.NURSE, RecordContact(pain=(Pain.of(now),)))
    client = house.client(Role.NURSE)
    return {page: client.get(house.at(episode, page)).content.decode() for page in PAGES}


@pytest.mark.parametrize(
    ("now", "said"),
    [
        ("2 standing", "Upright: 8 before the patch, 2 now; 6 less (75 %)."),
        ("8 upright", "Upright: 8, as before the patch."),
        ("10 sitting", "Upright: 8 before the patch, 10 now; 2 more (25 %)."),
        ("1 lying", "Lying: 0 before the patch, 1 now; 1 more."),
    ],
)
def test_relief_is_said_against_the_score_before(house: "House", now: str, said: str) -> None:
    before = RecordHeadache(pain_upright=Pain.of("8 upright"), pain_lying=Pain.of("0 lying"))
    for page, words in shown(house, before, now).items():
        assert said in words, page


def test_without_a_score_in_the_same_posture_nothing_is_compared(house: "House") -> None:
    """H22: lying and upright are different findings."""
    before = RecordHeadache(pain_upright=Pain.of("8 upright"))
    for page, words in shown(house, before, "2 lying").items():
        assert " now; " not in words, page

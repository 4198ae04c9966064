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
    episode = house.refer()
    before = RecordHeadache(pain_upright=Pain.of("8 upright"), pain_lying=Pain.of("0 lying"))
    house.record(episode, Role.PHYSICIAN, before)
    house.wait(hours=1)
    house.record(episode, Role.PHYSICIAN, RecordInjection())
    house.wait(hours=4)
    house.record(episode, Role.NURSE, RecordContact(pain=(Pain.of(now),)))
    for page in PAGES:
        shown = house.client(Role.NURSE).get(house.at(episode, page)).content.decode()
        assert said in shown, page


def test_without_a_score_in_the_same_posture_nothing_is_compared(house: "House") -> None:
    """H22: lying and upright are different findings."""
    episode = house.refer()
    house.record(episode, Role.PHYSICIAN, RecordHeadache(pain_upright=Pain.of("8 upright")))
    house.wait(hours=1)
    house.record(episode, Role.PHYSICIAN, RecordInjection())
    house.wait(hours=4)
    house.record(episode, Role.NURSE, RecordContact(pain=(Pain.of("2 lying"),)))
    for page in PAGES:
        shown = house.client(Role.NURSE).get(house.at(episode, page)).content.decode()
        assert " now; " not in shown, page

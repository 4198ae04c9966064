"""A booking holds a room, a physician and a bay; whoever comes second is told who has them."""

from typing import TYPE_CHECKING, Any

import pytest

from bloodpatch.clinic import reservations
from bloodpatch.clinic.models import SlotClaim
from bloodpatch.pathway.clinical.red_flags import RED_FLAG_CHOICES
from bloodpatch.pathway.roles import Role
from bloodpatch.pathway.stages.assessment import commands as assessment
from bloodpatch.pathway.stages.assessment.choices import Decided
from bloodpatch.pathway.values import Answer, Answers

if TYPE_CHECKING:
    from tests.doors.staff.conftest import House

pytestmark = pytest.mark.django_db(transaction=True)
DESK, PHYSICIAN = Role.FRONT_DESK, Role.PHYSICIAN


def decided(house: "House", given: str, family: str) -> str:
    """An episode for which a physician has said: a patch, whatever the way there was."""
    episode = house.refer(given, family)
    no = Answers({code: Answer.NO for code, _words in RED_FLAG_CHOICES})
    house.record(episode, Role.NURSE, assessment.ScreenRedFlags(flags=no))
    house.record(episode, PHYSICIAN, patch_decided())
    return episode


def patch_decided() -> Any:
    return assessment.RecordDecision(decision=Decided.PATCH)


def slot(house: "House", time: str, bay: int = 0, room: int = 0) -> dict[str, str]:
    return {
        "room": house.rooms[room].pk,
        "bay": house.bays[bay].pk,
        "physician": house.people[PHYSICIAN].pk,
        "starts__date": "2026-11-17",
        "starts__time": time,
        "starts__precision": "minute",
    }


def books(house: "House", episode: str, **typed: str) -> Any:
    return house.sends(DESK, house.at(episode, "booking/book/"), **typed)


def test_a_booking_claims_and_a_cancellation_gives_back(house: "House") -> None:
    episode = decided(house, "Maya", "Lindqvist")
    booked = books(house, episode, **slot(house, "10:00"))
    assert booked.status_code == 303, booked.content.decode()[-6000:]
    assert {claim.kind for claim in reservations.held("juniper", episode)} == {
        "room",
        "physician",
        "bay",
    }
    page = house.at(episode, "booking/cancel/")
    assert house.sends(DESK, page, reason="patient_wish").status_code == 303
    assert SlotClaim.objects.count() == 0


def test_the_second_is_told_who_holds_the_room(house: "House") -> None:
    first, second = decided(house, "Maya", "Lindqvist"), decided(house, "Daniel", "Okonkwo")
    books(house, first, **slot(house, "10:00"))
    taken = books(house, second, **slot(house, "10:15", bay=1))
    said = taken.content.decode()
    assert taken.status_code == 409
    assert "Room 1 is held for Maya Lindqvist, Tue 17 Nov 10:00 to" in said
    assert "Dr Nisha Iyer is held for Maya Lindqvist" in said
    assert 'value="10:15"' in said, "what was typed is kept"
    assert "booking.booked" not in house.history(second)
    assert books(house, second, **slot(house, "14:00", bay=1)).status_code == 303


def test_a_struck_booking_gives_its_room_back(house: "House") -> None:
    episode = decided(house, "Maya", "Lindqvist")
    books(house, episode, **slot(house, "10:00"))
    at = house.history(episode).index("booking.booked") + 1
    page = house.at(episode, f"entries/{at}/strike/")
    assert house.sends(DESK, page, reason="The wrong patient").status_code == 303
    assert SlotClaim.objects.count() == 0

"""Which adverse event is meant is chosen by what it says; nobody knows entries by number."""

from typing import TYPE_CHECKING, Any

import pytest
from django.urls import reverse

from bloodpatch.pathway.clinical import AdverseKind
from bloodpatch.pathway.roles import Role
from bloodpatch.pathway.stages.adverse_event.commands import OpenEvent
from bloodpatch.pathway.stages.procedure.choices import DuringKind
from bloodpatch.pathway.stages.procedure.commands import RecordEventDuring
from tests.doors.staff.conftest import fields_of

if TYPE_CHECKING:
    from tests.doors.staff.conftest import House

pytestmark = pytest.mark.django_db(transaction=True)
NURSE, PHYSICIAN = Role.NURSE, Role.PHYSICIAN


def offered(page: Any, field: str) -> list[str]:
    return [words for code, words in page.context["asked"].form.fields[field].options]


def test_the_review_offers_the_events_that_were_opened(house: "House", patched: str) -> None:
    for kind in (AdverseKind.BACK_PAIN, AdverseKind.FEVER):
        house.record(patched, NURSE, OpenEvent(kinds=(kind,)))
    review = reverse("staff:adverse_event.review", args=[patched])
    page = house.client(PHYSICIAN).get(review)
    assert ["Fever" in offered(page, "about")[0], "Back pain" in offered(page, "about")[1]] == [
        True, True,
    ]  # fmt: skip
    first = str(house.history(patched).index("adverse_event.opened") + 1)
    assert house.sends(PHYSICIAN, review, about=first).status_code == 303
    assert house.sends(PHYSICIAN, review, about="1").status_code == 422


def test_a_dismissal_offers_what_was_noted(house: "House", patched: str) -> None:
    house.record(patched, NURSE, RecordEventDuring(kind=DuringKind.VASOVAGAL))
    page = house.client(PHYSICIAN).get(reverse("staff:adverse_event.dismiss", args=[patched]))
    assert len(offered(page, "entry")) == 1


def test_a_draft_fills_in_what_is_known_and_ticks_no_guess(house: "House", patched: str) -> None:
    """H23: which entry, when, after which patch; what it is, only where it can be one thing."""
    house.record(patched, NURSE, RecordEventDuring(kind=DuringKind.VASOVAGAL))
    entry = len(house.history(patched))
    address = reverse("staff:adverse_event.open", args=[patched])
    page = house.client(NURSE).get(address)
    form = fields_of(page).form
    assert (form["entry"], form["after_patch"]) == (str(entry), "1")
    assert (form["noticed_at__date"], form["noticed_at__time"]) == ("2026-11-16", "14:00")
    assert len(page.context["asked"].entries) == 1, "what was noted stands above the questions"
    assert [b.name for b in page.context["asked"].first][:2] == ["kinds", "noticed_at"]
    kinds = page.context["asked"].form.initial["kinds"]
    assert house.sends(NURSE, address, entry=str(entry), kinds=kinds[0].value).status_code == 303
    assert house.history(patched)[-1] == "adverse_event.opened"

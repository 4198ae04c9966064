"""Every page of an episode opens for every role: looking is never refused, and changes nothing."""

from typing import TYPE_CHECKING

import pytest
from django.urls import reverse

from bloodpatch.doors.staff.access.routes import every_route
from bloodpatch.doors.staff.acts.views import SIGNED
from bloodpatch.pathway.roles import STAFF, Role

if TYPE_CHECKING:
    from tests.doors.staff.conftest import House

pytestmark = pytest.mark.django_db(transaction=True)
OWN = ("review.override_hold", "review.lift_stop")
"""Pages about a finding: they open from the finding only."""


def pages() -> list[str]:
    """Every address that needs an episode and nothing else."""
    return sorted(
        r.name.partition(":")[2]
        for r in every_route()
        if r.name.startswith("staff:") and "<str:episode>" in r.path and r.path.count("<") == 1
    )


@pytest.mark.parametrize("role", sorted(STAFF))
def test_every_page_opens_and_changes_nothing(house: "House", patched: str, role: Role) -> None:
    before = house.history(patched)
    client = house.client(role)
    answers = {
        name: client.get(reverse(f"staff:{name}", args=[patched])).status_code
        for name in pages()
        if name not in OWN
    }
    shut = {name for name, status in answers.items() if status == 403}
    assert {name: status for name, status in answers.items() if status not in (200, 403)} == {}
    assert shut <= SIGNED, "only a page of a signature is for those who sign"
    assert len(answers) > 80
    assert house.history(patched) == before


def test_pages_of_another_clinic_do_not_exist(house: "House") -> None:
    answer = house.client(Role.NURSE).get(reverse("staff:episode", args=["0000000000000000"]))
    assert answer.status_code == 404

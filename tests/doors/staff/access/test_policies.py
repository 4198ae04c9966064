"""Every address says whom it is for; what says nothing is not served (A1, A2)."""

from types import ModuleType

import pytest
from django.conf import LazySettings
from django.core.exceptions import ImproperlyConfigured
from django.http import Http404, HttpRequest, HttpResponse
from django.test import Client, RequestFactory
from django.urls import path

from bloodpatch.doors.staff.access import checks, routes
from bloodpatch.doors.staff.access.guard import Guard
from bloodpatch.doors.staff.access.policies import open_to_everybody, policy, policy_of
from bloodpatch.pathway.roles import Role
from tests.doors.staff.access import house

OPEN = {"/sign-in/", "/sign-in/second/", "/sign-in/passkey/", "/sign-in/closed/", "/sign-out/"}


@pytest.fixture
def unsaid(settings: LazySettings, monkeypatch: pytest.MonkeyPatch) -> None:
    """One address more, which says nothing of its visitor."""
    more = [*house.urlpatterns, path("staff/new/", house.nobody_said, name="new")]
    house_with_a_hole = ModuleType("house_with_a_hole")
    house_with_a_hole.__dict__["urlpatterns"] = more
    settings.ROOT_URLCONF = house_with_a_hole


def test_an_address_that_says_nothing_stops_the_start(unsaid: None) -> None:
    with pytest.raises(ImproperlyConfigured, match=r"/staff/new/ \(new\)"):
        Guard(lambda request: HttpResponse())
    (error,) = checks.every_address_has_a_policy(None)
    assert error.id == "access.E001"
    assert "/staff/new/" in error.msg


def test_and_it_is_not_served_even_then(unsaid: None) -> None:
    guard = Guard.__new__(Guard)
    with pytest.raises(Http404):
        guard.process_view(RequestFactory().get("/staff/new/"), house.nobody_said, (), {})


def test_every_address_of_this_house_says_whom_it_is_for() -> None:
    """The real ones, all doors together."""
    assert routes.unguarded() == ()
    assert checks.every_address_has_a_policy(None) == []
    open_ones = {r.path for r in routes.every_route() if r.policy and r.policy.everybody}
    assert open_ones == OPEN


def test_the_table_names_every_address(pages: None) -> None:
    told = dict(line.split("  ") for line in routes.table())
    assert told["/sign-in/"] == "everybody"
    assert told["/staff/doctors/"] == "physician"
    assert told["/staff/episode/<str:episode>/clearance/"] == "physician, signing"
    assert told["/staff/board/"].endswith("service_lead, heartbeat")


def test_a_policy_is_carried_through_a_decorator() -> None:
    from django.views.decorators.http import require_GET

    @require_GET
    @policy(Role.NURSE)
    def view(request: HttpRequest) -> HttpResponse:
        return HttpResponse()

    found = policy_of(view)
    assert found is not None
    assert found.admits(Role.NURSE)
    assert not found.admits(Role.PHYSICIAN)
    assert policy_of(open_to_everybody(lambda request: None)) is not None


def test_a_policy_names_somebody() -> None:
    with pytest.raises(ValueError, match="at least one role"):
        policy()


@pytest.mark.django_db
@pytest.mark.parametrize("method", ["get", "post", "put", "patch", "delete", "options", "head"])
def test_nobody_gets_in_without_signing_in(method: str, pages: None) -> None:
    for route in routes.every_route():
        if route.policy and route.policy.everybody:
            continue
        address = route.path.replace("<str:episode>", "E1").replace("<str:patient>", "P1")
        answer = getattr(Client(), method)(address.replace("<int:pk>", "1"))
        assert answer.status_code == 302, route
        assert answer["Location"].startswith("/sign-in/?next="), route
        assert b"secret" not in answer.content
        assert answer["Cache-Control"] == "no-store"

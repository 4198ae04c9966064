"""The demo's staff exist in a demo only."""

import pytest
from django.conf import LazySettings

from bloodpatch.clinic import clinics, demo, signatures
from bloodpatch.clinic.models import Bay, Clinic, Staff
from bloodpatch.pathway.roles import Role
from bloodpatch.record.protocols import shipped
from tests.clinic.conftest import NOW

pytestmark = pytest.mark.django_db


def test_each_role_can_sign_in_and_there_are_two_physicians() -> None:
    clinic = demo.house(marked_as_demo=True)
    people = demo.accounts(clinic, marked_as_demo=True, now=NOW)
    assert [p.role for p in people].count(Role.PHYSICIAN) == 2
    assert {p.role for p in people} == set(Role) - {Role.PATIENT, Role.SYSTEM}
    for person in people:
        account = Staff.objects.get(username=person.name)
        assert account.check_password(person.password)
        assert account.role == person.role


def test_nothing_is_written_into_a_folder_that_is_not_marked(settings: LazySettings) -> None:
    settings.DEMO = False
    with pytest.raises(demo.NotADemo):
        demo.load()
    clinic = demo.house(marked_as_demo=True)
    with pytest.raises(demo.NotADemo):
        demo.accounts(clinic, marked_as_demo=False, now=NOW)
    assert not Staff.objects.exists()


def test_loading_again_changes_nothing(settings: LazySettings) -> None:
    settings.DEMO = True
    first = demo.load()
    before = list(Staff.objects.order_by("id").values())
    assert demo.load() == first
    assert list(Staff.objects.order_by("id").values()) == before
    assert (Clinic.objects.count(), Bay.objects.count()) == (1, 3)


def test_the_demo_runs_by_a_signature_that_a_second_start_leaves_alone(
    settings: LazySettings,
) -> None:
    settings.DEMO = True
    demo.load()
    first = clinics.active_protocol(demo.CODE)
    assert first is not None and first.protocol == demo.RUNS
    assert first.signed_by.role == Role.PHYSICIAN
    other = shipped("multisociety")
    signatures.sign(first.clinic, other, by=first.signed_by, now=settings.NOW())
    demo.load()
    now = clinics.active_protocol(demo.CODE)
    assert now is not None and now.hash == other.hash

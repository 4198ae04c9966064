"""Who brings a protocol, who signs it, and what waits for a second person."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.db import Error, transaction

from bloodpatch.clinic import signatures
from bloodpatch.clinic.clinics import ActivationRefused, active_protocol
from bloodpatch.clinic.models import Clinic, FirstSignature, ProtocolActivation, Staff
from bloodpatch.pathway.protocol import Protocol
from bloodpatch.pathway.roles import Role
from bloodpatch.record import protocol_versions
from bloodpatch.record.protocols import on_shipped_base, shipped
from tests.clinic.conftest import NOW
from tests.spec.protocol.writing import entry, mine

Engage = Callable[..., Staff]
LATER = NOW + timedelta(hours=1)
PHYSICIAN, NURSE = Role.PHYSICIAN, Role.NURSE


@pytest.fixture
def ours() -> Protocol:
    return on_shipped_base(mine(entry("recovery.rest_minutes", value=45, certainty="clinic")))


def in_force(clinic: Clinic) -> str | None:
    found = active_protocol(clinic.pk)
    return found.hash if found else None


def test_one_physician_signs_what_ships_and_its_text_is_kept(
    here: Clinic, works_at: Engage
) -> None:
    theirs, doctor = shipped("multisociety"), works_at(here, PHYSICIAN)
    assert protocol_versions.find("default", here.pk, theirs.hash) is None
    signatures.sign(here, theirs, by=doctor, now=NOW)
    assert in_force(here) == theirs.hash
    assert protocol_versions.find("default", here.pk, theirs.hash) == theirs
    signatures.sign(here, theirs, by=doctor, now=LATER)
    assert ProtocolActivation.objects.count() == 1, "a second click signs nothing more"


@pytest.mark.parametrize("order", [(PHYSICIAN, NURSE), (NURSE, PHYSICIAN), (PHYSICIAN, PHYSICIAN)])
def test_own_values_wait_for_a_second_person(
    here: Clinic, works_at: Engage, ours: Protocol, order: tuple[Role, Role]
) -> None:
    first, second = (works_at(here, role) for role in order)
    assert signatures.propose(here, ours, NOW) and not signatures.propose(here, ours, LATER)
    assert [one.hash for one in signatures.proposals(here.pk)] == [ours.hash]
    signatures.sign(here, ours, by=first, now=NOW)
    waiting = signatures.first_signature(here.pk, ours.hash)
    assert in_force(here) is None and waiting is not None and waiting.signed_by == first
    with pytest.raises(ActivationRefused, match=r"cannot sign twice|physician's signature"):
        signatures.sign(here, ours, by=first, now=LATER)
    signatures.sign(here, ours, by=second, now=LATER)
    active = active_protocol(here.pk)
    assert active is not None and active.hash == ours.hash
    assert active.signed_by.role == PHYSICIAN
    assert {active.signed_by, active.seconded_by} == {first, second}
    assert signatures.first_signature(here.pk, ours.hash) is None, "it no longer waits"


def test_who_may_not_sign_own_values(
    here: Clinic, elsewhere: Clinic, works_at: Engage, ours: Protocol
) -> None:
    gone = works_at(here, PHYSICIAN)
    gone.is_active = False
    lead = works_at(here, Role.SERVICE_LEAD)
    for who in (gone, lead, works_at(elsewhere, PHYSICIAN)):
        with pytest.raises(ActivationRefused):
            signatures.sign(here, ours, by=who, now=NOW)
    assert not FirstSignature.objects.exists()
    signatures.sign(here, ours, by=works_at(here), now=NOW)
    with pytest.raises(ActivationRefused, match="physician's signature"):
        signatures.sign(here, ours, by=works_at(here), now=LATER)
    assert in_force(here) is None


def test_a_first_signature_lapses_when_something_else_comes_into_force(
    here: Clinic, works_at: Engage, ours: Protocol
) -> None:
    """It was given to the difference from what was in force then."""
    nurse, doctor = works_at(here), works_at(here, PHYSICIAN)
    signatures.sign(here, ours, by=nurse, now=NOW)
    signatures.sign(here, shipped("multisociety"), by=doctor, now=LATER)
    assert signatures.first_signature(here.pk, ours.hash) is None
    signatures.sign(here, ours, by=doctor, now=LATER + timedelta(hours=1))
    assert in_force(here) == shipped("multisociety").hash


def test_the_signature_of_somebody_who_left_does_not_wait(
    here: Clinic, works_at: Engage, ours: Protocol
) -> None:
    left = works_at(here)
    signatures.sign(here, ours, by=left, now=NOW)
    Staff.objects.filter(pk=left.pk).update(is_active=False)
    assert signatures.first_signature(here.pk, ours.hash) is None


def test_what_ships_is_not_brought_as_ones_own(here: Clinic) -> None:
    with pytest.raises(ActivationRefused, match="ships"):
        signatures.propose(here, on_shipped_base(mine("")), NOW)
    assert signatures.proposals(here.pk) == ()


def test_a_first_signature_is_not_rewritten(here: Clinic, works_at: Engage, ours: Protocol) -> None:
    signatures.sign(here, ours, by=works_at(here), now=NOW)
    with pytest.raises(Error), transaction.atomic():
        FirstSignature.objects.update(hash="cd" * 32)


def test_a_signature_is_under_what_was_in_force_when_it_was_read(
    here: Clinic, works_at: Engage, ours: Protocol
) -> None:
    """Looked at behind the lock: of two who sign at once the second one read something else."""
    doctor, other, nurse = works_at(here, PHYSICIAN), works_at(here, PHYSICIAN), works_at(here)
    first, read = shipped("multisociety"), shipped("kaysville").hash
    signatures.sign(here, first, by=doctor, now=NOW, against=read)
    for who, protocol in ((other, shipped("kaysville")), (nurse, ours)):
        with pytest.raises(signatures.Overtaken):
            signatures.sign(here, protocol, by=who, now=LATER, against=read)
    assert in_force(here) == first.hash and not FirstSignature.objects.exists()
    signatures.sign(here, shipped("kaysville"), by=other, now=LATER, against=first.hash)
    assert in_force(here) == read

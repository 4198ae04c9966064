"""Erasing a person: what names them and the key to their words are destroyed; the episode stays.

Afterwards the ledger still verifies (its chain covers the sealed words, not the clear ones), every
count is what it was, and nobody can say any more whose episode it was.
"""

from datetime import datetime

from django.db import connection, transaction

from bloodpatch.clinic import watch
from bloodpatch.clinic.models import Patient, Staff
from bloodpatch.clinic.patients import FIELDS
from bloodpatch.pathway.roles import Role


class ErasureRefused(ValueError):
    """Why nothing was erased; the text is for the one who asked."""


def erase(patient: Patient, *, by: Staff, now: datetime) -> None:
    """Cannot be undone: there is no copy of the key."""
    if by.clinic_id != patient.clinic_id or not by.is_active or by.role != Role.ADMINISTRATOR:
        raise ErasureRefused("Only an administrator of the patient's own clinic can erase them.")
    if connection.vendor == "sqlite":
        # Deleted text would otherwise stay in the free pages of the file until it is written over.
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA secure_delete = ON")
    with transaction.atomic():
        _empty(Patient.objects.select_for_update().get(pk=patient.pk), now)
        watch.erased(by.actor, patient.pk, now)
        transaction.on_commit(_leave_no_copy)


def _empty(patient: Patient, now: datetime) -> None:
    patient.names.all().delete()
    patient.numbers.all().delete()
    patient.changes.all().delete()
    nobody = Patient()
    for what in FIELDS:
        setattr(patient, what, getattr(nobody, what))
    patient.phone_digits = ""
    patient.key = None
    patient.erased_at = patient.erased_at or now
    patient.save()


def _leave_no_copy() -> None:
    """On SQLite the pages from before are still in the write-ahead log: fold it into the file.

    PostgreSQL keeps dead rows until it vacuums, and its log until it is recycled; backups keep what
    they hold until they are rotated. `docs/` says so to whoever answers for a deletion.
    """
    if connection.vendor == "sqlite" and not connection.in_atomic_block:
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")

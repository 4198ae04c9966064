"""Which rows of the drug tables this clinic's physicians have confirmed, one by one.

Until a row is confirmed, every drug on it holds back the patch. Nothing is ever changed: a word
taken back is a word added.
"""

from collections.abc import Iterator
from datetime import datetime

from bloodpatch.clinic.models import Clinic, ConfirmedRow, Staff
from bloodpatch.pathway.protocol import Row
from bloodpatch.pathway.roles import Role


class ConfirmationRefused(ValueError):
    """Why a word on a row was not taken; the text is for the one who gave it."""


def confirm_row(clinic: Clinic, row: Row, *, by: Staff, now: datetime) -> ConfirmedRow:
    """A physician confirms what this row says. Said twice it is one word."""
    return _word(clinic, row, by, now, withdrawn=False)


def withdraw_row(clinic: Clinic, row: Row, *, by: Staff, now: datetime) -> ConfirmedRow:
    """A physician takes it back, whoever gave it: from now on the row holds again."""
    if word_on(clinic.pk, row) is None:
        raise ConfirmationRefused("Nobody has confirmed this row, so there is nothing to withdraw.")
    return _word(clinic, row, by, now, withdrawn=True)


def confirmed_rows(clinic: str) -> frozenset[str]:
    """The hashes of the rows that stand confirmed: what a decision asks for."""
    return frozenset(words(clinic))


def words(clinic: str) -> dict[str, ConfirmedRow]:
    """By row hash: who confirmed it, and when."""
    newest: dict[str, ConfirmedRow] = {}
    given = ConfirmedRow.objects.filter(clinic_id=clinic).order_by("id")
    for word in given.select_related("physician"):
        newest[word.row_hash] = word
    return {row: word for row, word in newest.items() if not word.withdrawn}


def history(clinic: str, row: Row) -> Iterator[ConfirmedRow]:
    """Every word on this row, newest first."""
    rows = ConfirmedRow.objects.filter(clinic_id=clinic, row_hash=row.hash).order_by("-id")
    yield from rows.select_related("physician")


def word_on(clinic: str, row: Row) -> ConfirmedRow | None:
    return words(clinic).get(row.hash)


def _word(clinic: Clinic, row: Row, by: Staff, now: datetime, *, withdrawn: bool) -> ConfirmedRow:
    if by.clinic_id != clinic.pk or not by.is_active or by.role != Role.PHYSICIAN:
        raise ConfirmationRefused("A row is confirmed by a physician of this clinic.")
    stands = word_on(clinic.pk, row)
    if stands is not None and not withdrawn:
        return stands
    return ConfirmedRow.objects.create(
        clinic=clinic, row_hash=row.hash, table=row.table, physician=by, at=now, withdrawn=withdrawn
    )

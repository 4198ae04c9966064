"""The pages of the drug table: every row, one of them to be read again, and the word on it."""

from collections.abc import Callable

from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext_lazy as lazily
from django.views.decorators.http import require_POST, require_safe

from bloodpatch.clinic.confirmed_rows import (
    ConfirmationRefused,
    confirm_row,
    history,
    withdraw_row,
)
from bloodpatch.doors.staff.access.policies import policy
from bloodpatch.doors.staff.access.request_visitor import StaffRequest
from bloodpatch.doors.staff.drugs.drug_table_rows import Line, shelf
from bloodpatch.doors.staff.page_frame import SeeOther, in_clinic_time, page
from bloodpatch.doors.ui.components import Act
from bloodpatch.pathway.roles import CLINICAL, Role

OTHERWISE = lazily(
    "The row says something else than when this page was opened. Nothing was recorded. Read it "
    "again, then confirm it."
)
NOT_YOURS = lazily("A physician of this clinic confirms a row.")


@policy(*CLINICAL)
@require_safe
def table(request: StaffRequest) -> HttpResponse:
    in_clinic_time(request)
    return page(request, "staff/drugs/table.html", {"shelf": shelf(request)})


@policy(*CLINICAL)
@require_safe
def row(request: StaffRequest, row: str) -> HttpResponse:
    return shown(request, line_of(request, row))


@policy(Role.PHYSICIAN, signing=True)
@require_POST
def confirm(request: StaffRequest, row: str) -> HttpResponse:
    return said(request, row, confirm_row)


@policy(Role.PHYSICIAN, signing=True)
@require_POST
def withdraw(request: StaffRequest, row: str) -> HttpResponse:
    return said(request, row, withdraw_row)


def said(request: StaffRequest, row: str, word: Callable[..., object]) -> HttpResponse:
    line = line_of(request, row)
    if request.POST.get("read") != line.row.hash:
        return shown(request, line, refused=str(OTHERWISE), status=409)
    try:
        word(request.user.clinic, line.row, by=request.user, now=request.record.clock())
    except ConfirmationRefused as fault:
        return shown(request, line, refused=str(fault), status=422)
    return SeeOther(reverse("staff:drugs"))


def line_of(request: StaffRequest, row: str) -> Line:
    in_clinic_time(request)
    found = shelf(request).line(row)
    if found is None:
        raise Http404
    return found


def shown(
    request: StaffRequest, line: Line, *, refused: str = "", status: int = 200
) -> HttpResponse:
    barred = "" if request.actor.role == Role.PHYSICIAN else str(NOT_YOURS)
    label = lazily("I confirm this row") if line.word is None else lazily("I withdraw this row")
    given = {
        "line": line,
        "refused": refused,
        "act": Act(label=str(label), why_not=barred),
        "words": tuple(history(request.actor.clinic, line.row)),
    }
    return page(request, "staff/drugs/row.html", given, status=status)

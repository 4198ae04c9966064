"""What a visitor is told when no page could be made: what, why, what now.

Every exception that nobody caught ends here, whatever floor or middleware it came from. A fault of
the record is a 503 in the record's own sentence, an address that leads nowhere a 404, the
unforeseen a 500 with a number that stands in the log as well. None of them shows a trace, and what
was typed comes back: as a form that can be sent again, which the record enters once at most.
"""

import logging
import sys
from dataclasses import dataclass, replace
from http import HTTPStatus
from secrets import token_hex

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from bloodpatch.doors.ui.findings import Kept
from bloodpatch.record.errors import (
    RecordFault,
    StorageBusy,
    StorageFailed,
    StorageFault,
    StorageFull,
)
from bloodpatch.record.sql import abandon, is_the_databases, storage_fault

log = logging.getLogger("bloodpatch.faults")

CARRIED = ("csrfmiddlewaretoken", "command_id", "seen", "whose")
"""Typed by nobody: it goes along with what is sent again, and is not read out."""
ON_READING = {
    StorageBusy: "Others are writing, and a look at a patient's record is shown only when it can "
    "be written down.",
    StorageFull: "The disk of the record is full, and as many looks at patients' records wait to "
    "be written down as can be remembered.",
    StorageFailed: "The disk or the database failed.",
}
RETRY_SECONDS = "5"


@dataclass(frozen=True)
class Told:
    what: str
    why: str
    now: str
    number: str = ""


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """One answer for what is nowhere and for what is another clinic's."""
    told = Told(
        _("There is nothing at this address."),
        _("It may be mistyped, or it belongs to another clinic."),
        _("Nothing was recorded. Look the patient up by name, or start from the first page."),
    )
    return page(request, told, HTTPStatus.NOT_FOUND)


def not_readable(request: HttpRequest, exception: Exception) -> HttpResponse:
    told = Told(
        _("What was sent cannot be read."),
        _("It is far larger than any form here, or it was damaged on its way."),
        _("Nothing was recorded. Go back, shorten what is very long, and send it again."),
    )
    return page(request, told, HTTPStatus.BAD_REQUEST)


def not_from_here(request: HttpRequest, reason: str = "") -> HttpResponse:
    """The form does not carry this session's mark. It is never sent again by a click from here:
    it may have come from elsewhere."""
    told = Told(
        _("This was not recorded."),
        _("The page is from before you signed in, or it came from another place."),
        _("Open the page anew and enter it there."),
    )
    return page(request, told, HTTPStatus.FORBIDDEN)


def unforeseen(request: HttpRequest) -> HttpResponse:
    """Called while the exception is still being handled."""
    error = sys.exc_info()[1]
    fault = fault_of(error)
    if isinstance(fault, StorageFailed):
        abandon("default")
    if fault is not None:
        return page(request, told_of(fault, request), HTTPStatus.SERVICE_UNAVAILABLE)
    told = Told(
        _("Something went wrong that nobody has foreseen."),
        _("It is written down for those who look after the software."),
        _("Look at what is recorded before you go on. Say the number when you tell them."),
        number=token_hex(4),
    )
    kind = type(error).__name__
    log.error("Fault %s: %s, staff %s", told.number, kind, getattr(actor(request), "id", "nobody"))
    return page(request, told, HTTPStatus.INTERNAL_SERVER_ERROR)


def fault_of(error: BaseException | None) -> RecordFault | None:
    """The record's own word, or the database's where it was asked beside the record."""
    if isinstance(error, RecordFault):
        return error
    if isinstance(error, Exception) and is_the_databases(error):
        return storage_fault(error)
    return None


def told_of(fault: RecordFault, request: HttpRequest) -> Told:
    if request.method == "POST" or not isinstance(fault, StorageFault):
        return Told(fault.what, fault.why, fault.now)
    return Told(
        _("This page cannot be shown just now."),
        ON_READING.get(type(fault), fault.why),
        _("Nothing was changed. Try again in a minute; if it stays so, work on paper and tell "
          "whoever looks after the machine."),
    )  # fmt: skip


def page(request: HttpRequest, told: Told, status: HTTPStatus) -> HttpResponse:
    broken = status >= HTTPStatus.INTERNAL_SERVER_ERROR
    if broken and actor(request) is None:
        told = replace(for_anybody(), number=told.number)
    fields = sent(request)
    given = {
        "told": told,
        "staff": actor(request) is not None,
        "again": fields if broken else (),
        "kept": tuple(Kept(name=said(n), says=v) for n, v in fields if v and n not in CARRIED),
        "where": request.get_full_path(),
    }
    response = render(request, "ui/fault.html", given, status=status)
    if status == HTTPStatus.SERVICE_UNAVAILABLE:
        response.headers["Retry-After"] = RETRY_SECONDS
    return response


def for_anybody() -> Told:
    """A patient reads this one: nothing of the machine, and where help is."""
    return Told(
        _("This page cannot be shown just now."),
        _("Something behind it does not work."),
        _("Try again in a few minutes. If you feel worse, do not wait for this page: call your "
          "clinic, or the emergency number."),
    )  # fmt: skip


def actor(request: HttpRequest) -> object | None:
    return getattr(request, "actor", None)


def sent(request: HttpRequest) -> tuple[tuple[str, str], ...]:
    """What a member of staff had typed into a page of the staff door; no password is asked there.
    Nobody else is shown their own words: they may be somebody else's."""
    match = request.resolver_match
    if request.method != "POST" or actor(request) is None or not match or match.app_name != "staff":
        return ()
    return tuple(
        (name, value)
        for name, values in request.POST.lists()
        if name != "csrfmiddlewaretoken"
        for value in values
        if isinstance(value, str)
    )


def said(name: str) -> str:
    """The name of a control in words: blood_pressure__systolic is "Blood pressure systolic"."""
    return " ".join(name.replace("_", " ").split()).capitalize()

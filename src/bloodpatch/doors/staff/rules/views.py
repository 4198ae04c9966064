"""The pages of the rules: every version, one of them beside the one in force, and signing it."""

from typing import Any

from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext_lazy as lazily
from django.views.decorators.http import require_POST, require_safe

from bloodpatch.clinic import signatures
from bloodpatch.clinic.clinics import ActivationRefused
from bloodpatch.clinic.signatures import Overtaken
from bloodpatch.doors.staff.access.policies import EVERY_ROLE, policy
from bloodpatch.doors.staff.access.request_visitor import StaffRequest
from bloodpatch.doors.staff.page_frame import SeeOther, in_clinic_time, page
from bloodpatch.doors.staff.rules import protocol_values
from bloodpatch.doors.staff.rules.all_rules import everything
from bloodpatch.doors.staff.rules.protocol_versions import Version, named, versions
from bloodpatch.doors.ui.components import Act
from bloodpatch.pathway.roles import CLINICAL

OTHERWISE = lazily(
    "Something else has come into force since this page was opened, so what differs is not what "
    "you read. Nothing was signed. Read it again, then sign."
)


@policy(*EVERY_ROLE)
@require_safe
def rules(request: StaffRequest) -> HttpResponse:
    in_clinic_time(request)
    found = tuple(versions(request))
    given = {"current": found[0], "others": found[1:]}
    return page(request, "staff/rules/list.html", given, here="rules")


@policy(*EVERY_ROLE)
@require_safe
def every(request: StaffRequest) -> HttpResponse:
    in_clinic_time(request)
    return page(request, "staff/rules/every.html", everything(request), here="rules")


@policy(*EVERY_ROLE)
@require_safe
def version(request: StaffRequest, version: str) -> HttpResponse:
    return shown(request, one_of(request, version))


@policy(*CLINICAL, signing=True)
@require_POST
def sign(request: StaffRequest, version: str) -> HttpResponse:
    one = one_of(request, version)
    against = request.POST.get("against", "")
    try:
        if against != one.current.hash:
            raise Overtaken
        give(request, one, against)
    except Overtaken:
        newer = one_of(request, version)
        return shown(request, newer, refused=str(OTHERWISE), status=409)
    except ActivationRefused as fault:
        return shown(request, one, refused=str(fault), status=422)
    return SeeOther(reverse("staff:rules"))


def give(request: StaffRequest, one: Version, against: str) -> None:
    clinic, by, now = request.user.clinic, request.user, request.record.clock()
    signatures.sign(clinic, one.protocol, by=by, now=now, against=against)


def one_of(request: StaffRequest, version: str) -> Version:
    in_clinic_time(request)
    found = named(request, version)
    if found is None:
        raise Http404
    return found


def shown(
    request: StaffRequest, one: Version, *, refused: str = "", status: int = 200
) -> HttpResponse:
    given: dict[str, Any] = {
        "one": one,
        "refused": refused,
        "act": None if one.signed else Act(label=one.act, why_not=one.why_not(request)),
        "changed": [protocol_values.changed(each, one.protocol) for each in one.differences],
        "sections": tuple(protocol_values.sections(one.protocol)),
    }
    return page(request, "staff/rules/version.html", given, status=status, here="rules")

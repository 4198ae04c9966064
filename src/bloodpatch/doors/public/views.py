"""The one page of this door, and the word that the service is up."""

from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.views.decorators.http import require_safe

from bloodpatch.clinic import access_log_buffer
from bloodpatch.doors.public.page import page_of
from bloodpatch.doors.public.rules import PublicRequest, clinics, in_force

KEPT_BRIEFLY = {"Cache-Control": "public, max-age=60", "X-Robots-Tag": "all"}


@require_safe
def treatment(request: PublicRequest, clinic: str = "") -> HttpResponse:
    """T16: what patients read, with the numbers of the protocol in force."""
    found = clinics(clinic)
    if clinic and not found:
        raise Http404
    if len(found) != 1:
        return TemplateResponse(request, "public/clinics.html", {"clinics": found})
    page = page_of(found[0], in_force(request.record, found[0].code))
    return TemplateResponse(request, page.template, {"page": page}, headers=KEPT_BRIEFLY)


@require_safe
def up(_: HttpRequest) -> HttpResponse:
    """For whoever watches the machine. Whether it is sound, `bloodpatch doctor` says. A full disk
    is said, and is no fault here: what reads is still served, and must not be taken away."""
    said = (
        "up; nothing can be recorded: the disk is full"
        if access_log_buffer.disk_is_full()
        else "up"
    )
    return HttpResponse(
        f"{said}\n", content_type="text/plain", headers={"Cache-Control": "no-store"}
    )

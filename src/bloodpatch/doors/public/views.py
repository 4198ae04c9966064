"""The one page of this door."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from bloodpatch.doors.public.page import page_of
from bloodpatch.doors.public.rules import clinics, in_force

KEPT_BRIEFLY = {"Cache-Control": "public, max-age=60", "X-Robots-Tag": "all"}


@require_safe
def treatment(request: HttpRequest, clinic: str = "") -> HttpResponse:
    """T16: what patients read, with the numbers of the protocol in force."""
    found = clinics(clinic)
    if clinic and not found:
        raise Http404
    if len(found) != 1:
        return render(request, "public/clinics.html", {"clinics": found})
    page = page_of(found[0], in_force(found[0].code))
    return render(request, page.template, {"page": page}, headers=KEPT_BRIEFLY)

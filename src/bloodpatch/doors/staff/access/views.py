"""The pages of signing in that are not allauth's."""

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET

from bloodpatch.doors.staff.access import saved_draft
from bloodpatch.doors.staff.access.policies import EVERY_ROLE, policy
from bloodpatch.doors.staff.access.request_visitor import StaffRequest


@policy(*EVERY_ROLE)
@require_GET
def kept(request: StaffRequest) -> HttpResponse:
    """ "You are signed in again. Nothing was saved yet." """
    found = saved_draft.read(request, request.actor.id)
    if found is None:
        return redirect(settings.LOGIN_REDIRECT_URL)
    return render(request, "access/kept.html", {"kept": found})

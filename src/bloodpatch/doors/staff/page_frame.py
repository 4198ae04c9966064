"""What stands around every page of this door: the bar at the top, the clinic's time."""

from collections.abc import Mapping
from zoneinfo import ZoneInfo

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazily

from bloodpatch.clinic import access_log_buffer
from bloodpatch.doors.staff.access.request_visitor import StaffRequest, is_fragment
from bloodpatch.doors.ui.components import Frame, Link

DISK_FULL = lazily(
    "Nothing can be recorded now: the disk of the record is full. Reading goes on. Write on paper, "
    "and tell whoever looks after the machine to make room."
)
FRAGMENT = "ui/fragment.html"


class SeeOther(HttpResponseRedirect):
    """Recorded: look at the result with a new GET, so that reloading sends nothing again."""

    status_code = 303


def in_clinic_time(request: StaffRequest) -> None:
    """From here on every time is said in the clinic's zone, until the answer has left."""
    timezone.activate(ZoneInfo(request.clinic.zone))


def frame_of(request: StaffRequest, here: str = "") -> Frame:
    in_clinic_time(request)
    clinic = request.clinic
    places = (
        ("list", _("Patients"), reverse("staff:list")),
        ("find", _("Find"), reverse("staff:patients")),
        ("new", _("New referral"), reverse("staff:new_patient")),
        ("rules", _("Rules"), reverse("staff:rules")),
    )
    return Frame(
        now=timezone.localtime(request.record.clock()),
        nav=tuple(Link(says, href, current=here == name) for name, says, href in places),
        home=reverse("staff:list"),
        user=request.user.full_name,
        role=request.user.get_role_display(),
        clinic=clinic.name,
        sign_out=reverse("account_logout"),
        warning=str(DISK_FULL) if access_log_buffer.disk_is_full() else "",
    )


def page(
    request: StaffRequest, template: str, given: Mapping[str, object], *, status: int = 200,
    here: str = "",
) -> HttpResponse:  # fmt: skip
    """A page of this door. Times in it are the clinic's. A page that is open already and asks for
    the next one gets what is new of it, and its address says what it is about."""
    frame = frame_of(request, here)
    about = {"frame": frame, "now": frame.now, **given}
    if not is_fragment(request):
        return render(request, template, about, status=status)
    answer = render(request, template, {**about, "shell": FRAGMENT}, status=status)
    if status >= 400:
        answer.headers["HX-Replace-Url"] = request.get_full_path()
    return answer

"""Addresses as a staff door has them, each saying what was asked and by whom."""

from django.http import HttpRequest, HttpResponse
from django.urls import include, path

from bloodpatch.doors.staff.access.policies import EVERY_ROLE, policy
from bloodpatch.doors.staff.access.request_visitor import StaffRequest
from bloodpatch.pathway.roles import Role


def says(request: StaffRequest, **about: str) -> HttpResponse:
    sent = ", ".join(f"{k}={v}" for k, v in sorted(request.POST.items()) if "csrf" not in k)
    whom = f"{request.actor.id} {request.actor.role} of {request.clinic.code}"
    response = HttpResponse(f"secret page for {whom}; {about}; sent {sent}")
    response["Cache-Control"] = "max-age=600"
    return response


@policy(*EVERY_ROLE)
def home(request: StaffRequest) -> HttpResponse:
    return says(request)


@policy(*EVERY_ROLE)
def episode(request: StaffRequest, episode: str) -> HttpResponse:
    return says(request, episode=episode)


@policy(*EVERY_ROLE)
def patient(request: StaffRequest, patient: str) -> HttpResponse:
    return says(request, patient=patient)


@policy(*EVERY_ROLE, heartbeat=True)
def board(request: StaffRequest) -> HttpResponse:
    return says(request)


@policy(*EVERY_ROLE, search="q")
def find(request: StaffRequest) -> HttpResponse:
    return says(request)


@policy(Role.PHYSICIAN)
def doctors(request: StaffRequest) -> HttpResponse:
    return says(request)


@policy(Role.PHYSICIAN, signing=True)
def clearance(request: StaffRequest, episode: str) -> HttpResponse:
    return says(request, episode=episode)


def nobody_said(request: HttpRequest) -> HttpResponse:
    return HttpResponse("secret page")


urlpatterns = [
    path("", include("bloodpatch.doors.staff.access.urls")),
    path("staff/", home, name="home"),
    path("staff/episode/<str:episode>/", episode, name="episode"),
    path("staff/patient/<str:patient>/", patient, name="patient"),
    path("staff/board/", board, name="board"),
    path("staff/find/", find, name="find"),
    path("staff/doctors/", doctors, name="doctors"),
    path("staff/episode/<str:episode>/clearance/", clearance, name="clearance"),
]

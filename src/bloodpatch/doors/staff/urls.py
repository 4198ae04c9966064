"""The addresses behind this door."""

from django.urls import include, path

from bloodpatch.doors.staff.episodes import views as episodes
from bloodpatch.doors.staff.patients import views as patients

app_name = "staff"

ROOMS = (
    "referral",
    "assessment",
    "booking",
    "preparation",
    "procedure",
    "recovery",
    "discharge",
    "followup",
    "adverse_event",
    "clearance",
    "repeat",
    "closure",
    "review",
    "amendment",
)

urlpatterns = [
    path("", episodes.people, name="list"),
    path("pulse/", episodes.pulse, name="list_pulse"),
    path("patients/", patients.search, name="patients"),
    path("patients/new/", patients.new, name="new_patient"),
    path("patients/<str:patient>/", patients.one, name="patient"),
    path("patients/<str:patient>/change/", patients.change, name="change_patient"),
    path("patients/<str:patient>/new-episode/", patients.again, name="new_episode"),
    path("patients/<str:patient>/same/<int:pair>/", patients.answer, name="same_person"),
    path("episodes/<str:episode>/", episodes.episode, name="episode"),
    *(
        path("episodes/<str:episode>/", include(f"bloodpatch.doors.staff.{room}.urls"))
        for room in ROOMS
    ),
]

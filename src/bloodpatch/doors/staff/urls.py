"""The addresses behind this door."""

from django.urls import include, path

from bloodpatch.doors.staff.drugs import views
from bloodpatch.doors.staff.episodes import views as episodes
from bloodpatch.doors.staff.patients import views as patients
from bloodpatch.doors.staff.rules import views as rules

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
    path("rules/", rules.rules, name="rules"),
    path("rules/every/", rules.every, name="every_rule"),
    path("rules/<str:version>/", rules.version, name="rules_version"),
    path("rules/<str:version>/sign/", rules.sign, name="rules_sign"),
    path("drugs/", views.table, name="drugs"),
    path("drugs/<str:row>/", views.row, name="drug_row"),
    path("drugs/<str:row>/confirm/", views.confirm, name="drug_row_confirm"),
    path("drugs/<str:row>/withdraw/", views.withdraw, name="drug_row_withdraw"),
    path("episodes/<str:episode>/", episodes.episode, name="episode"),
    path("episodes/<str:episode>/pulse/", episodes.episode_pulse, name="episode_pulse"),
    *(
        path("episodes/<str:episode>/", include(f"bloodpatch.doors.staff.{room}.urls"))
        for room in ROOMS
    ),
]

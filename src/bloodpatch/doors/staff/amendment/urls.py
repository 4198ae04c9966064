"""The addresses of entries and their corrections."""

from django.urls import path

from bloodpatch.doors.staff.acts.views import act_view
from bloodpatch.doors.staff.amendment import (
    correction_form,
    protocol_adoption,
    views,
    wrong_patient,
)

urlpatterns = [
    path("entries/<int:position>/", views.entry, name="entry"),
    path(
        "entries/<int:position>/correct/",
        act_view("amendment.correct", correction_form.correction),
        name="amendment.correct",
    ),
    path(
        "entries/<int:position>/strike/",
        act_view("amendment.strike", wrong_patient.strike, "staff/amendment/strike.html"),
        name="amendment.strike",
    ),
    path("entries/<int:position>/elsewhere/", views.elsewhere, name="elsewhere"),
    path(
        "amendment/finish-reentry/",
        act_view("amendment.finish_reentry", wrong_patient.finish, "staff/amendment/reentry.html"),
        name="amendment.finish_reentry",
    ),
    path("amendment/reenter/<str:other>/<int:at>/", views.reenter, name="reenter"),
    path(
        "amendment/adopt-protocol/",
        act_view("amendment.adopt_protocol", protocol_adoption.adopt, "staff/amendment/adopt.html"),
        name="amendment.adopt_protocol",
    ),
    path("amendment/note/", act_view("amendment.note"), name="amendment.note"),
]

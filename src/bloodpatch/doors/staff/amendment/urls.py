"""The addresses of entries and their corrections."""

from django.urls import path

from bloodpatch.doors.staff.acts.views import act_view
from bloodpatch.doors.staff.amendment import correction_form as asking
from bloodpatch.doors.staff.amendment import protocol_adoption as adopting
from bloodpatch.doors.staff.amendment import views
from bloodpatch.doors.staff.amendment import wrong_patient as elsewhere

urlpatterns = [
    path("entries/<int:position>/", views.entry, name="entry"),
    path(
        "entries/<int:position>/correct/",
        act_view("amendment.correct", asking.correction),
        name="amendment.correct",
    ),
    path(
        "entries/<int:position>/strike/",
        act_view("amendment.strike", elsewhere.strike, "staff/amendment/strike.html"),
        name="amendment.strike",
    ),
    path("entries/<int:position>/elsewhere/", views.elsewhere, name="elsewhere"),
    path(
        "amendment/finish-reentry/",
        act_view("amendment.finish_reentry", elsewhere.finish, "staff/amendment/reentry.html"),
        name="amendment.finish_reentry",
    ),
    path("amendment/reenter/<str:other>/<int:at>/", views.reenter, name="reenter"),
    path(
        "amendment/adopt-protocol/",
        act_view("amendment.adopt_protocol", adopting.adopt, "staff/amendment/adopt.html"),
        name="amendment.adopt_protocol",
    ),
    path("amendment/note/", act_view("amendment.note"), name="amendment.note"),
]

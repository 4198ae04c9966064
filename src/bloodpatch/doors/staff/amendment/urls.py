"""The addresses of entries and their corrections."""

from django.urls import path

from bloodpatch.doors.staff.acts.views import act_view
from bloodpatch.doors.staff.amendment import asking, views

urlpatterns = [
    path("entries/<int:position>/", views.entry, name="entry"),
    path(
        "entries/<int:position>/correct/",
        act_view("amendment.correct", asking.correction),
        name="amendment.correct",
    ),
    path(
        "entries/<int:position>/strike/",
        act_view("amendment.strike", asking.strike),
        name="amendment.strike",
    ),
    path("amendment/note/", act_view("amendment.note"), name="amendment.note"),
]

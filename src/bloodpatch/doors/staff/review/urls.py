"""The addresses of a physician's word."""

from django.urls import path

from bloodpatch.doors.staff.acts.views import act_view
from bloodpatch.doors.staff.review import review_form as asking

PAGE = "staff/review/word.html"

urlpatterns = [
    path(
        "review/override-hold/",
        act_view("review.override_hold", asking.override, PAGE),
        name="review.override_hold",
    ),
    path(
        "review/lift-stop/",
        act_view("review.lift_stop", asking.lift, PAGE),
        name="review.lift_stop",
    ),
    path(
        "review/acknowledge/",
        act_view("review.acknowledge", asking.acknowledge, PAGE),
        name="review.acknowledge",
    ),
]

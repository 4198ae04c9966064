"""The addresses of a physician's word."""

from django.urls import path

from bloodpatch.doors.staff.acts.views import act_view
from bloodpatch.doors.staff.review import review_form

PAGE = "staff/review/word.html"

urlpatterns = [
    path(
        "review/override-hold/",
        act_view("review.override_hold", review_form.override, PAGE),
        name="review.override_hold",
    ),
    path(
        "review/lift-stop/",
        act_view("review.lift_stop", review_form.lift, PAGE),
        name="review.lift_stop",
    ),
    path(
        "review/acknowledge/",
        act_view("review.acknowledge", review_form.acknowledge, PAGE),
        name="review.acknowledge",
    ),
]

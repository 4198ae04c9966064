"""The address of each door, and who speaks when none of them can answer."""

from django.urls import include, path

urlpatterns = [
    path("", include("bloodpatch.doors.public.urls")),
    path("staff/", include("bloodpatch.doors.staff.urls")),
    path("", include("bloodpatch.doors.staff.access.urls")),
]

handler400 = "bloodpatch.config.faults.not_readable"
handler404 = "bloodpatch.config.faults.not_found"
handler500 = "bloodpatch.config.faults.unforeseen"

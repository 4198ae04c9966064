"""The address of each door."""

from django.urls import include, path

urlpatterns = [
    path("", include("bloodpatch.doors.public.urls")),
    path("staff/", include("bloodpatch.doors.staff.urls")),
    path("", include("bloodpatch.doors.staff.access.urls")),
]

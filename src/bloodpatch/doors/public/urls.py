"""The addresses behind this door: `/`, one address for each clinic where there are several, and
the one that only says that the service is up."""

from django.urls import path

from bloodpatch.doors.public import views

urlpatterns = [
    path("", views.treatment, name="public"),
    path("up/", views.up, name="up"),
    path("clinics/<slug:clinic>/", views.treatment, name="public_clinic"),
]

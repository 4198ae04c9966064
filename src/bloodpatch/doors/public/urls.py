"""The addresses behind this door: `/`, and one address for each clinic where there are several."""

from django.urls import path

from bloodpatch.doors.public import views

urlpatterns = [
    path("", views.treatment, name="public"),
    path("clinics/<slug:clinic>/", views.treatment, name="public_clinic"),
]

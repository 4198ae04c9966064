"""A clinic."""

from zoneinfo import available_timezones

from django.core.exceptions import ValidationError
from django.db import models


def known_zone(zone: str) -> None:
    if zone not in available_timezones():
        raise ValidationError(f"“{zone}” is not a time zone. Write it as “America/Denver”.")


class Clinic(models.Model):
    """`code` is the clinic's name in the record and in every chain number: it never changes."""

    code = models.SlugField(primary_key=True, max_length=32)
    name = models.CharField(max_length=120)
    phone = models.CharField(max_length=40)
    address = models.CharField(max_length=240)
    zone = models.CharField(max_length=64, validators=[known_zone])
    language = models.CharField(max_length=16, default="en")

    def __str__(self) -> str:
        return self.name

"""Rooms, bays, and the claims that keep them, and a physician's time, free of overlap."""

from django.db import models
from django.db.models import F, Q

from bloodpatch.clinic.models.clinic import Clinic
from bloodpatch.clinic.opaque import new_id


class Place(models.Model):
    id = models.CharField(primary_key=True, max_length=20, default=new_id, editable=False)
    name = models.CharField(max_length=60)
    active = models.BooleanField(default=True)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.name


class Room(Place):
    """Where a patch is given."""

    clinic = models.ForeignKey(Clinic, on_delete=models.PROTECT, related_name="rooms")

    class Meta:
        constraints = (models.UniqueConstraint(fields=("clinic", "name"), name="room_name_once"),)


class Bay(Place):
    """Where somebody rests afterwards."""

    clinic = models.ForeignKey(Clinic, on_delete=models.PROTECT, related_name="bays")

    class Meta:
        constraints = (models.UniqueConstraint(fields=("clinic", "name"), name="bay_name_once"),)


class Resource(models.TextChoices):
    """What a booking claims: all three, or nothing."""

    ROOM = "room", "Room"
    PHYSICIAN = "physician", "Physician"
    BAY = "bay", "Recovery bay"


class SlotClaim(models.Model):
    """From `start` up to, not including, `end`, this is taken. The database refuses an overlap
    (migration 0002), so two people who book at once cannot both be told yes."""

    clinic = models.ForeignKey(Clinic, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=10, choices=Resource.choices)
    resource = models.CharField(max_length=20)
    start = models.DateTimeField()
    end = models.DateTimeField()
    episode = models.CharField(max_length=40, db_index=True)

    class Meta:
        indexes = (models.Index(fields=("clinic", "kind", "resource", "start"), name="claim_of"),)
        constraints = (
            models.CheckConstraint(condition=Q(end__gt=F("start")), name="claim_ends_later"),
            models.CheckConstraint(condition=Q(kind__in=Resource.values), name="claim_kind_known"),
        )

    def __str__(self) -> str:
        return f"{self.kind} {self.resource} {self.start:%Y-%m-%d %H:%M}"

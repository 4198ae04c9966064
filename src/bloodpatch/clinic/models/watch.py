"""Who looked at whom, and who was turned away."""

from django.db import models


class AccessLog(models.Model):
    """One look, or one refusal. Ids only; the database refuses to change or delete a row.

    It has no foreign keys on purpose: it outlives what it names, and a refused attempt may name
    something that does not exist.
    """

    at = models.DateTimeField(db_index=True)
    clinic = models.CharField(max_length=32)
    staff = models.CharField(max_length=20)
    role = models.CharField(max_length=20)
    what = models.CharField(max_length=12)  # looked, changed, searched, refused, erased
    episode = models.CharField(max_length=40, blank=True)
    patient = models.CharField(max_length=20, blank=True)
    route = models.CharField(max_length=80, blank=True)
    why = models.CharField(max_length=40, blank=True)

    class Meta:
        # Its table is made, and guarded, by the migrations; nothing else of Django may empty it.
        managed = False
        indexes = (
            models.Index(fields=("clinic", "episode", "at"), name="looks_at_episode"),
            models.Index(fields=("clinic", "patient", "at"), name="looks_at_patient"),
            models.Index(fields=("staff", "at"), name="looks_by_staff"),
        )

    def __str__(self) -> str:
        return f"{self.staff} {self.what} {self.episode or self.patient}"

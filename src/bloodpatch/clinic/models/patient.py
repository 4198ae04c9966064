"""Patients: who they are, the key to their words, and which episodes are theirs.

An erased patient is an empty row: the id stays, so that an episode still belongs to somebody who
cannot be named, and the database itself refuses a row that is erased and still says something.
"""

import secrets

from django.db import models
from django.db.models import Q

from bloodpatch.clinic.models.clinic import Clinic
from bloodpatch.clinic.opaque import new_id

KEY_BYTES = 32


def new_key() -> bytes:
    return secrets.token_bytes(KEY_BYTES)


class Sex(models.TextChoices):
    FEMALE = "female", "Female"
    MALE = "male", "Male"
    OTHER = "other", "Other"
    NOT_STATED = "", "Not stated"


class Needed(models.TextChoices):
    """Not asked is never no."""

    YES = "yes", "Yes"
    NO = "no", "No"
    NOT_ASKED = "not_asked", "Not asked"


class Patient(models.Model):
    id = models.CharField(primary_key=True, max_length=20, default=new_id, editable=False)
    clinic = models.ForeignKey(Clinic, on_delete=models.PROTECT, related_name="patients")
    given = models.CharField(max_length=120, blank=True)
    family = models.CharField(max_length=120, blank=True)
    other = models.CharField(max_length=120, blank=True, help_text="Former or other family name")
    born = models.DateField(null=True, blank=True)
    sex = models.CharField(max_length=10, choices=Sex.choices, blank=True)
    phone = models.CharField(max_length=40, blank=True)
    phone_digits = models.CharField(max_length=20, blank=True, editable=False)
    language = models.CharField(max_length=16, blank=True)
    interpreter = models.CharField(max_length=10, choices=Needed.choices, default=Needed.NOT_ASKED)
    key = models.BinaryField(max_length=KEY_BYTES, null=True, default=new_key, editable=False)
    registered_at = models.DateTimeField()
    erased_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes = (
            models.Index(fields=("clinic", "born"), name="patient_born"),
            models.Index(fields=("clinic", "phone_digits"), name="patient_phone"),
        )
        constraints = (
            models.CheckConstraint(
                name="patient_erased_is_empty",
                condition=Q(erased_at__isnull=True, key__isnull=False)
                | Q(
                    erased_at__isnull=False,
                    key__isnull=True,
                    born__isnull=True,
                    given="",
                    family="",
                    other="",
                    sex="",
                    phone="",
                    phone_digits="",
                    language="",
                ),
            ),
        )

    def __str__(self) -> str:
        return self.full_name or f"Erased person {self.id}"

    @property
    def full_name(self) -> str:
        return f"{self.given} {self.family}".strip()

    @property
    def initials(self) -> str:
        """For a screen that visitors can see."""
        return "".join(part[0].upper() for part in (self.given, self.family) if part)


class RecordNumber(models.Model):
    """A number that some system knows this person by. The same one twice asks, it is no error."""

    patient = models.ForeignKey(Patient, on_delete=models.CASCADE, related_name="numbers")
    system = models.CharField(max_length=80)
    value = models.CharField(max_length=64)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("patient", "system", "value"), name="number_once_a_person"
            ),
        )
        indexes = (models.Index(fields=("system", "value"), name="number_lookup"),)

    def __str__(self) -> str:
        return f"{self.system} {self.value}"


class PatientName(models.Model):
    """The search table: each word of a person's names, filed under its spelling and under each
    spelling with a letter left out. Goes with the person when they are erased."""

    patient = models.ForeignKey(Patient, on_delete=models.CASCADE, related_name="names")
    clinic = models.ForeignKey(Clinic, on_delete=models.CASCADE, related_name="+")
    key = models.CharField(max_length=120)

    class Meta:
        indexes = (models.Index(fields=("clinic", "key"), name="name_key"),)

    def __str__(self) -> str:
        return self.key


class PatientChange(models.Model):
    """What a person's details were before somebody changed them. Goes with the person."""

    patient = models.ForeignKey(Patient, on_delete=models.CASCADE, related_name="changes")
    what = models.CharField(max_length=20)
    before = models.CharField(max_length=250, blank=True)
    after = models.CharField(max_length=250, blank=True)
    by = models.CharField(max_length=20)
    at = models.DateTimeField()

    class Meta:
        ordering = ("id",)

    def __str__(self) -> str:
        return self.what


class EpisodeOf(models.Model):
    """The register of episodes: the one place where an episode meets a person."""

    clinic = models.ForeignKey(Clinic, on_delete=models.PROTECT, related_name="episodes")
    episode = models.CharField(max_length=40, default=new_id)
    patient = models.ForeignKey(Patient, on_delete=models.PROTECT, related_name="episodes")

    class Meta:
        constraints = (models.UniqueConstraint(fields=("episode",), name="episode_one_person"),)

    def __str__(self) -> str:
        return self.episode

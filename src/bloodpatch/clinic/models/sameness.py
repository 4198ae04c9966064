"""Pairs of patients who may be one person, and what people have said about each pair."""

from django.db import models
from django.db.models import F, Q

from bloodpatch.clinic.models.patient import Patient


class PossibleDuplicate(models.Model):
    """A question. `one` is always the smaller id, so that a pair is asked about once."""

    one = models.ForeignKey(Patient, on_delete=models.PROTECT, related_name="+")
    other = models.ForeignKey(Patient, on_delete=models.PROTECT, related_name="+")
    score = models.PositiveSmallIntegerField()
    reasons = models.JSONField(default=list)
    found_at = models.DateTimeField()

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("one", "other"), name="pair_once"),
            models.CheckConstraint(condition=Q(one__lt=F("other")), name="pair_in_order"),
        )

    def __str__(self) -> str:
        return f"{self.one_id} and {self.other_id}"


class SamenessAnswer(models.Model):
    """One person's answer. Rows are only ever added; what holds is worked out from all of them.

    `reasons` are those that the person saw: when a stronger reason turns up later, the question
    is open again.
    """

    pair = models.ForeignKey(PossibleDuplicate, on_delete=models.PROTECT, related_name="answers")
    same = models.BooleanField()
    reasons = models.JSONField(default=list)
    by = models.CharField(max_length=20)
    at = models.DateTimeField()

    class Meta:
        ordering = ("id",)

    def __str__(self) -> str:
        return "same" if self.same else "different"

"""Which protocol a clinic runs, by whose signature."""

from django.db import models

from bloodpatch.clinic.models.clinic import Clinic
from bloodpatch.clinic.models.staff import Staff


class ProtocolActivation(models.Model):
    """A physician's signature under a version of the protocol. The newest one is in force.

    Rows are only ever added: the database refuses to change or delete them.
    """

    clinic = models.ForeignKey(Clinic, on_delete=models.PROTECT, related_name="activations")
    protocol = models.CharField(max_length=64)
    version = models.CharField(max_length=32)
    hash = models.CharField(max_length=64)
    signed_by = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+")
    seconded_by = models.ForeignKey(
        Staff, on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )
    signed_at = models.DateTimeField()

    class Meta:
        ordering = ("-id",)

    def __str__(self) -> str:
        return f"{self.protocol} {self.version}"


class ProtocolProposal(models.Model):
    """A version with values of the clinic's own, brought here to be read and signed."""

    clinic = models.ForeignKey(Clinic, on_delete=models.PROTECT, related_name="proposals")
    protocol = models.CharField(max_length=64)
    version = models.CharField(max_length=32)
    hash = models.CharField(max_length=64)
    proposed_at = models.DateTimeField()

    class Meta:
        ordering = ("-id",)
        constraints = (
            models.UniqueConstraint(fields=("clinic", "hash"), name="proposal_once_a_version"),
        )

    def __str__(self) -> str:
        return f"{self.protocol} {self.version}"


class FirstSignature(models.Model):
    """The first of the two signatures that values of a clinic's own need. It puts nothing into
    force, and counts for nothing once something else was put into force after it."""

    clinic = models.ForeignKey(Clinic, on_delete=models.PROTECT, related_name="+")
    hash = models.CharField(max_length=64)
    signed_by = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+")
    signed_at = models.DateTimeField()

    class Meta:
        ordering = ("-id",)

    def __str__(self) -> str:
        return f"{self.signed_by} under {self.hash[:12]}"


class ConfirmedRow(models.Model):
    """A physician's word that a row of a drug table is right for this clinic, or that it is no
    longer. The newest word on a row counts; it is given on what the row says (`row_hash`), so a
    row that says something else after an update has nobody's word.

    Rows are only ever added: the database refuses to change or delete one.
    """

    clinic = models.ForeignKey(Clinic, on_delete=models.PROTECT, related_name="+")
    row_hash = models.CharField(max_length=64)
    table = models.CharField(max_length=64)
    physician = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    withdrawn = models.BooleanField(default=False)

    class Meta:
        ordering = ("-id",)
        indexes = (models.Index(fields=("clinic", "row_hash"), name="words_on_a_row"),)

    def __str__(self) -> str:
        return f"{self.table} {self.row_hash}{' withdrawn' if self.withdrawn else ''}"

"""The people who work here: who may sign in, and as what."""

from __future__ import annotations

from typing import Any, ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models.functions import Lower
from django.utils.crypto import salted_hmac

from bloodpatch.clinic.models.clinic import Clinic
from bloodpatch.clinic.opaque import new_id
from bloodpatch.pathway.events import Actor
from bloodpatch.pathway.roles import Role

ROLES = (
    (Role.PHYSICIAN, "Physician"),
    (Role.NURSE, "Nurse"),
    (Role.FRONT_DESK, "Front desk"),
    (Role.SERVICE_LEAD, "Service lead"),
    (Role.ADMINISTRATOR, "Administrator"),
)


class StaffAccounts(BaseUserManager["Staff"]):
    """Accounts are made by `bloodpatch.clinic.staff.add`, which writes down who made them."""

    def get_by_natural_key(self, username: str | None) -> Staff:
        return self.get(username=(username or "").strip().casefold())


class Staff(AbstractBaseUser):
    """One person, one role, one clinic. `id` is what the record knows of them.

    Nobody is deleted: an account that is no longer used is disabled, so that an event of ten years
    ago can still be read with the name of the person who signed it.
    """

    id = models.CharField(primary_key=True, max_length=20, default=new_id, editable=False)
    username = models.CharField(max_length=64, unique=True)
    email = models.EmailField(blank=True)
    name = models.CharField(max_length=120)
    title = models.CharField(max_length=40, blank=True)
    role = models.CharField(max_length=20, choices=ROLES)
    clinic = models.ForeignKey(Clinic, on_delete=models.PROTECT, related_name="staff")
    is_active = models.BooleanField(default=True)
    sessions_end = models.PositiveIntegerField(default=0)
    """Raised by one to end every session of this person at the next call."""

    USERNAME_FIELD = "username"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []

    objects: ClassVar[StaffAccounts] = StaffAccounts()

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=models.Q(role__in=[role for role, _ in ROLES]), name="staff_role_known"
            ),
            models.UniqueConstraint(
                Lower("email"), condition=~models.Q(email=""), name="staff_email_once"
            ),
        )

    def __str__(self) -> str:
        return self.full_name

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.username = self.username.strip().casefold()
        super().save(*args, **kwargs)

    @property
    def full_name(self) -> str:
        """ "Dr Nisha Iyer": as it stands beside a signature."""
        return f"{self.title} {self.name}".strip()

    @property
    def actor(self) -> Actor:
        return Actor(id=self.id, role=Role(self.role), clinic=self.clinic_id)

    def get_session_auth_hash(self) -> str:
        return self._sessions_are_for(None)

    def get_session_auth_fallback_hash(self) -> Any:
        from django.conf import settings

        for secret in settings.SECRET_KEY_FALLBACKS:
            yield self._sessions_are_for(secret)

    def _sessions_are_for(self, secret: str | bytes | None) -> str:
        """A session holds for this password, this role and this clinic, and dies with any of them.

        So a change of role cannot race an act of the old role, whichever process serves it.
        """
        stands_for = f"{self.password}|{self.role}|{self.clinic_id}|{self.sessions_end}"
        return salted_hmac(
            "bloodpatch.clinic.staff", stands_for, secret=secret, algorithm="sha256"
        ).hexdigest()


class StaffChange(models.Model):
    """Who changed whose account, and how. Rows are only ever added."""

    staff = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="changes")
    what = models.CharField(max_length=20)
    before = models.CharField(max_length=120, blank=True)
    after = models.CharField(max_length=120, blank=True)
    by = models.CharField(max_length=80)
    at = models.DateTimeField()

    class Meta:
        ordering = ("id",)

    def __str__(self) -> str:
        return f"{self.what}: {self.before or '-'} to {self.after or '-'}"

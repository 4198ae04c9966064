"""Which of many answers an act is usually given: they stand open, the others are one touch away.

Nothing here forbids an answer. What is common is this clinic's to say, not a rule of the medicine.
"""

from collections.abc import Mapping

from django.forms import Field

from bloodpatch.clinic.directory import ROLE_WORDS
from bloodpatch.doors.ui.forms.widgets import Checks
from bloodpatch.pathway.roles import Role
from bloodpatch.pathway.stages.assessment.choices import Basis

USUAL: Mapping[str, frozenset[str]] = {
    "basis": frozenset(
        {
            Basis.DISABLING,
            Basis.CONSERVATIVE_FAILED,
            Basis.POSITIONAL_PERSISTED,
            Basis.RECURRENCE,
            Basis.RISK_DISCUSSED,
            Basis.PATIENT_CHOICE,
        }
    ),
}
"""By the name of the field."""

AT_THE_BED = tuple((role.value, str(ROLE_WORDS[role])) for role in (Role.PHYSICIAN, Role.NURSE))
"""Who puts a needle into a patient: nobody of the desk, and no machine."""


def fold(fields: Mapping[str, Field]) -> None:
    for name in USUAL.keys() & fields.keys():
        if isinstance(widget := fields[name].widget, Checks):
            widget.first = USUAL[name]

"""The form of a person: what they are called, when they were born, how they are reached."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from bloodpatch.clinic.languages import LANGUAGES
from bloodpatch.clinic.models.patient import Needed, Sex
from bloodpatch.clinic.patients import Identity
from bloodpatch.doors.ui.forms import Dressed
from bloodpatch.doors.ui.forms.value_field import FaultError
from bloodpatch.doors.ui.forms.widgets import Radios
from bloodpatch.pathway.values import ValueFault

NAMELESS = ValueFault(
    "A person needs at least one name.",
    "Without one, nobody can ask for them or find their record.",
    'Write it as the person says it; for somebody unknown, "Unknown" and where they came from.',
)


def radios(choices: Any) -> Radios:
    widget = Radios(style="choices-short")
    widget.choices = list(choices)
    return widget


class PersonForm(Dressed):
    given = forms.CharField(label=_("Given names"), max_length=120, required=False)
    family = forms.CharField(label=_("Family name"), max_length=120, required=False)
    other = forms.CharField(label=_("Former or other family name"), max_length=120, required=False)
    born = forms.DateField(
        label=_("Date of birth"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}),
        help_text=_("Left empty only where nobody knows it."),
    )
    number = forms.CharField(
        label=_("Record number"), max_length=64, required=False,
        help_text=_("As it stands on the referral or the wrist band."),
    )  # fmt: skip
    phone = forms.CharField(label=_("Telephone"), max_length=40, required=False)
    sex = forms.ChoiceField(
        label=_("Sex"), choices=Sex.choices, required=False, widget=radios(Sex.choices)
    )
    language = forms.ChoiceField(
        label=_("Language"), choices=(("", _("Not recorded")), *LANGUAGES.items()), required=False
    )
    interpreter = forms.ChoiceField(
        label=_("Is an interpreter needed?"),
        choices=Needed.choices,
        required=False,
        widget=radios(Needed.choices),
    )

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        if not said.get("given") and not said.get("family"):
            self.add_error("family", FaultError(NAMELESS))
        return said

    @property
    def identity(self) -> Identity:
        said = self.cleaned_data
        born: date | None = said["born"]
        return Identity(
            given=said["given"],
            family=said["family"],
            other=said["other"],
            born=born,
            sex=said["sex"],
            phone=said["phone"],
            language=said["language"],
            interpreter=said["interpreter"] or Needed.NOT_ASKED,
            numbers=(("our number", said["number"]),) if said["number"] else (),
        )

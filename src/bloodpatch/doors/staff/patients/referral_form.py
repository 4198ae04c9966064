"""The two forms of a referral, person and letter, and what stands between them: who is alike."""

from dataclasses import replace
from typing import Any

from bloodpatch.clinic.models import Patient
from bloodpatch.clinic.patients import Identity
from bloodpatch.doors.staff.access.request_visitor import StaffRequest
from bloodpatch.doors.staff.acts.act_form import askable, folded
from bloodpatch.doors.staff.patients import patient_page
from bloodpatch.doors.staff.patients.duplicate_check import Alike, alike
from bloodpatch.doors.staff.patients.patient_form import PersonForm
from bloodpatch.doors.staff.patients.referral_intake import episode_of
from bloodpatch.doors.ui.forms import CommandForm, form_for
from bloodpatch.pathway.stages.referral.choices import Sex
from bloodpatch.pathway.stages.referral.commands import Receive
from bloodpatch.pathway.statements import Command

NEW, ANYWAY = "somebody_new", "all_the_same"


class Referral:
    """`person` is None where the patient is known already."""

    def __init__(self, request: StaffRequest, known: Patient | None = None) -> None:
        data = request.POST if request.method == "POST" else None
        # Where the person is asked too, their sex is asked once, with the person.
        names = tuple(n for n in askable(Receive) if known or n != "sex")
        make = form_for(Receive, only=names)
        self.request, self.known = request, known
        self.person = None if known else PersonForm(data)
        self.form: CommandForm = make(
            data, zone=request.clinic.zone, now=request.record.clock(), command_id=""
        )
        hidden = folded(Receive)
        self.first = [self.form[n] for n in names if n not in hidden]
        self.more = [self.form[n] for n in names if n in hidden]
        self.alike: tuple[Alike, ...] = ()
        self.died = self.open_episode = ""

    def ready(self) -> bool:
        """Both are readable, and nobody who is alike was passed over unseen."""
        person_is_valid = self.person is None or self.person.is_valid()
        if not (self.form.is_valid() and person_is_valid):
            return False
        if self.person is None:
            return bool(self.request.POST.get(ANYWAY)) or not self.something_is_asked_first()
        if self.request.POST.get(NEW):
            return True
        self.alike = alike(self.request.actor.clinic, self.person.identity)
        return not self.alike

    def something_is_asked_first(self) -> bool:
        """This person has died, or is still under treatment: in whichever record of theirs."""
        assert self.known is not None
        self.died = patient_page.death(self.request, self.known)
        opened_by_this_form = episode_of(self.form.command_id)
        self.open_episode = patient_page.open_episode_of(
            self.request, self.known, besides=opened_by_this_form
        )
        return bool(self.died or self.open_episode)

    @property
    def who(self) -> Identity | Patient:
        if self.known is not None:
            return self.known
        assert self.person is not None
        return self.person.identity

    @property
    def command(self) -> Command:
        stated = self.form.command
        sex = self.person.cleaned_data["sex"] if self.person else ""
        return replace(stated, sex=Sex(sex)) if sex else stated  # type: ignore[call-arg]

    @property
    def shown(self) -> dict[str, Any]:
        return {"referral": self, "form": self.form, "person_form": self.person}

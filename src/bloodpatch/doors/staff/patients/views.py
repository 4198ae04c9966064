"""Find a patient, take in a referral, answer whether two records are one person."""

from django.forms import Form
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from bloodpatch.clinic import duplicates, patients
from bloodpatch.clinic.models import Patient
from bloodpatch.doors.staff.access.policies import policy
from bloodpatch.doors.staff.access.request_visitor import StaffRequest
from bloodpatch.doors.staff.acts import form_tokens
from bloodpatch.doors.staff.page_frame import in_clinic_time, page
from bloodpatch.doors.staff.patients import patient_page
from bloodpatch.doors.staff.patients.patient_form import PersonForm
from bloodpatch.doors.staff.patients.referral_form import Referral
from bloodpatch.doors.staff.patients.referral_intake import named, not_kept, take_in
from bloodpatch.doors.ui.forms.value_field import FaultError
from bloodpatch.pathway.roles import STAFF
from bloodpatch.pathway.values import ValueFault
from bloodpatch.record.errors import RecordFault
from bloodpatch.record.outcomes import Accepted

ASKED = ("GET", "HEAD", "POST")

ANOTHERS_FORM = ValueFault(
    "This form was opened for another patient.",
    "What was typed for one person must never stand in the record of another.",
    "Nothing was changed. Open this patient's own page, and type it there.",
)


@policy(*STAFF, search="asked")
@require_http_methods(ASKED)
def search(request: StaffRequest) -> HttpResponse:
    """Asked by POST: a name never stands in an address, a history or a log."""
    in_clinic_time(request)
    asked = request.POST.get("asked", "").strip()
    found = patients.find(request.actor.clinic, asked)
    given = {"asked": asked, "found": patient_page.listed(request, found)}
    return page(request, "staff/patients/search.html", given, here="find")


@policy(*STAFF)
@require_http_methods(ASKED)
def new(request: StaffRequest) -> HttpResponse:
    return _taken_in(request, Referral(request))


@policy(*STAFF)
@require_http_methods(ASKED)
def again(request: StaffRequest, patient: str) -> HttpResponse:
    """A known patient is referred again: another puncture, another episode."""
    referral = Referral(request, Patient.objects.get(pk=patient))
    return _taken_in(request, referral, whose=form_tokens.draw("", patient))


def _taken_in(request: StaffRequest, referral: Referral, whose: str = "") -> HttpResponse:
    in_clinic_time(request)
    known_as = referral.known.pk if referral.known else ""
    if request.method == "POST" and _theirs(request, referral.form, known_as) and referral.ready():
        try:
            episode, outcome = take_in(
                request, referral.who, referral.command, referral.form.command_id
            )
        except patients.IdentityFault as fault:
            referral.form.add_error(None, FaultError(named(fault)))
        except RecordFault as fault:
            referral.form.add_error(None, FaultError(not_kept(fault)))
        else:
            if isinstance(outcome, Accepted):
                return redirect(patient_page.first_page(request, episode))
    status = 422 if request.method == "POST" else 200
    given = {**referral.shown, "whose": whose}
    return page(request, "staff/patients/new.html", given, status=status, here="new")


def _theirs(request: StaffRequest, form: Form, patient: str) -> bool:
    """H01: a form that was opened for one person is not taken for another."""
    if not patient or form_tokens.belongs(request.POST.get(form_tokens.FIELD, ""), "", patient):
        return True
    form.add_error(None, FaultError(ANOTHERS_FORM))
    return False


@policy(*STAFF)
@require_safe
def one(request: StaffRequest, patient: str) -> HttpResponse:
    in_clinic_time(request)
    given = patient_page.everything(request, Patient.objects.get(pk=patient))
    return page(request, "staff/patients/one.html", given, here="list")


@policy(*STAFF)
@require_http_methods(ASKED)
def change(request: StaffRequest, patient: str) -> HttpResponse:
    """New details of a person; what they were before is kept."""
    in_clinic_time(request)
    person = Patient.objects.get(pk=patient)
    form = PersonForm(request.POST or None, initial=patient_page.initial(person))
    sent = request.method == "POST" and form.is_valid() and _theirs(request, form, patient)
    if sent and patient_page.changed(request, person, form):
        return redirect("staff:patient", patient=patient)
    status = 422 if request.method == "POST" else 200
    given = {"form": form, "patient": person, "whose": form_tokens.draw("", patient)}
    return page(request, "staff/patients/change.html", given, status=status, here="find")


@policy(*STAFF)
@require_POST
def answer(request: StaffRequest, patient: str, pair: int) -> HttpResponse:
    """ "The same person" takes two people; "different" takes one."""
    asked = next((q for q in duplicates.questions(patient) if q.pair.pk == pair), None)
    said = request.POST.get("same", "")
    if asked is None or said not in ("yes", "no"):
        raise Http404
    now = request.record.clock()
    duplicates.answer(asked.pair, same=said == "yes", by=request.user, now=now)
    return redirect("staff:patient", patient=patient)

"""Who may give which command: one table.

A role that is not named for a command may not give it. Signatures that end or change the
treatment (clearance, repeat, closure, an override) are a physician's alone; no table of a clinic
can widen that.
"""

from collections.abc import Mapping
from enum import StrEnum


class Role(StrEnum):
    PHYSICIAN = "physician"
    NURSE = "nurse"
    FRONT_DESK = "front_desk"
    SERVICE_LEAD = "service_lead"
    ADMINISTRATOR = "administrator"
    PATIENT = "patient"
    SYSTEM = "system"


PHYSICIAN = frozenset({Role.PHYSICIAN})
CLINICAL = frozenset({Role.PHYSICIAN, Role.NURSE})
# A service lead is a clinician who also runs the service; a signature still needs a physician.
STAFF = frozenset({Role.PHYSICIAN, Role.NURSE, Role.FRONT_DESK, Role.SERVICE_LEAD})
REPORTING = CLINICAL | {Role.PATIENT, Role.SERVICE_LEAD}

MAY_GIVE: Mapping[str, frozenset[Role]] = {
    "referral.receive": STAFF,
    "referral.sort": CLINICAL,
    "referral.record_puncture": STAFF,
    "referral.record_onset": STAFF,
    "referral.record_declined": STAFF,
    "referral.withdraw": STAFF,
    "referral.record_movement": STAFF,
    "assessment.record_headache": CLINICAL,
    "assessment.record_symptoms": CLINICAL,
    "assessment.screen_red_flags": CLINICAL,
    "assessment.record_vitals": CLINICAL,
    "assessment.record_obstetric": CLINICAL,
    "assessment.record_history": CLINICAL,
    "assessment.record_investigation": CLINICAL,
    "assessment.record_opinion": CLINICAL,
    "assessment.record_conservative": CLINICAL,
    "assessment.record_other_treatment": CLINICAL,
    "assessment.record_diagnosis": PHYSICIAN,
    "assessment.decide_patch": PHYSICIAN,
    "assessment.record_decision": PHYSICIAN,
    "booking.book": STAFF,
    "booking.confirm": PHYSICIAN,
    "booking.cancel": STAFF,
    "booking.defer": STAFF,
    "booking.record_did_not_attend": STAFF,
    "booking.record_setting": CLINICAL,
    "preparation.record_arrival": STAFF,
    "preparation.screen_again": CLINICAL,
    "preparation.record_vitals": CLINICAL,
    "preparation.record_neurology": CLINICAL,
    "preparation.record_bleeding_history": CLINICAL,
    "preparation.record_antithrombotic": CLINICAL,
    "preparation.record_labs": CLINICAL,
    "preparation.record_pregnancy_question": CLINICAL,
    "preparation.record_allergies": CLINICAL,
    "preparation.record_access": CLINICAL,
    "preparation.record_anxiety": CLINICAL,
    "preparation.record_sedation_plan": PHYSICIAN,
    "preparation.record_fasting": CLINICAL,
    "preparation.record_escort": CLINICAL,
    "preparation.record_consent": CLINICAL,
    "preparation.withdraw_consent": STAFF,
    "preparation.time_out": CLINICAL,
    "procedure.start": CLINICAL,
    "procedure.record_position": CLINICAL,
    "procedure.record_cleaned": CLINICAL,
    "procedure.record_marked": CLINICAL,
    "procedure.record_local": CLINICAL,
    "procedure.record_sedation_given": CLINICAL,
    "procedure.record_draw": CLINICAL,
    "procedure.record_needle": CLINICAL,
    "procedure.record_injection": CLINICAL,
    "procedure.record_needle_out": CLINICAL,
    "procedure.record_discard": CLINICAL,
    "procedure.record_event_during": CLINICAL,
    "procedure.abandon": CLINICAL,
    "procedure.record_patch": CLINICAL | {Role.SERVICE_LEAD},
    "recovery.receive": CLINICAL,
    "recovery.start_rest": CLINICAL,
    "recovery.record_observations": CLINICAL,
    "recovery.record_got_up": CLINICAL,
    "recovery.record_lay_down": CLINICAL,
    "recovery.permit_standing": CLINICAL,
    "recovery.record_stand_and_walk": CLINICAL,
    "discharge.record_neurology": CLINICAL,
    "discharge.record_sedation_score": CLINICAL,
    "discharge.record_instructions": CLINICAL,
    "discharge.record_restart_plan": PHYSICIAN,
    "discharge.permit": CLINICAL,
    "discharge.record_departure": STAFF,
    "discharge.record_left": STAFF,
    "followup.plan_contact": STAFF,
    "followup.record_contact": CLINICAL | {Role.SERVICE_LEAD},
    "followup.record_report": REPORTING | STAFF,
    "followup.record_no_reply": STAFF,
    "followup.record_relief": CLINICAL | {Role.SERVICE_LEAD},
    "followup.record_lost": PHYSICIAN,
    "followup.record_status": CLINICAL | {Role.SERVICE_LEAD},
    "adverse_event.open": CLINICAL | {Role.SERVICE_LEAD},
    "adverse_event.record_action": CLINICAL | {Role.SERVICE_LEAD},
    "adverse_event.record_outcome": CLINICAL | {Role.SERVICE_LEAD},
    "adverse_event.review": PHYSICIAN,
    "adverse_event.dismiss": PHYSICIAN,
    "clearance.clear": PHYSICIAN,
    "clearance.defer": PHYSICIAN,
    "clearance.change_restriction": PHYSICIAN,
    "clearance.record_told": STAFF | {Role.SYSTEM},
    "repeat.decide": PHYSICIAN,
    "repeat.record_decision": PHYSICIAN,
    "closure.close": PHYSICIAN,
    "closure.record_outcome": CLINICAL | {Role.SERVICE_LEAD},
    "closure.record_died": STAFF,
    "closure.reopen": CLINICAL | {Role.SERVICE_LEAD},
    "review.override_hold": PHYSICIAN,
    "review.lift_stop": PHYSICIAN,
    "review.acknowledge": PHYSICIAN,
    "amendment.correct": STAFF,
    "amendment.strike": STAFF,
    "amendment.expect": STAFF,
    "amendment.finish_reentry": CLINICAL,
    "amendment.note": STAFF,
    "amendment.adopt_protocol": PHYSICIAN,
}

# Taking a word back can give what only others may give: a reopening struck closes the episode, a
# withdrawal struck is a consent, a report struck silences the patient, an expectation struck leaves
# what was struck elsewhere in nobody's record.
MAY_UNDO: Mapping[str, frozenset[Role]] = {
    "closure.reopen": PHYSICIAN,
    "preparation.withdraw_consent": CLINICAL,
    "followup.record_report": CLINICAL,
    "amendment.expect": CLINICAL,
}
"""Who may strike or correct an entry, where that is not everybody who may make it."""

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
    "recovery.receive": CLINICAL,
    "recovery.start_rest": CLINICAL,
    "recovery.record_observations": CLINICAL,
    "recovery.record_got_up": CLINICAL,
    "recovery.record_lay_down": CLINICAL,
    "recovery.permit_standing": CLINICAL,
    "recovery.record_stand_and_walk": CLINICAL,
    "review.override_hold": PHYSICIAN,
    "review.lift_stop": PHYSICIAN,
    "review.acknowledge": PHYSICIAN,
    "amendment.correct": STAFF,
    "amendment.strike": STAFF,
    "amendment.note": STAFF,
    "amendment.adopt_protocol": PHYSICIAN,
}

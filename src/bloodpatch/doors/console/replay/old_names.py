"""Names of findings that scripts of schema /1 were written with, and what they are called now.

A finding's code begins with the name of its module since the stairs were built (ARCHITECTURE.md).
A script stays readable for ever: where it names a finding, the old name means the new one.
"""

from collections.abc import Mapping
from typing import Any

FINDINGS: Mapping[str, str] = {
    "preparation.fever": "fever.measured",
    "diagnosis.late_onset": "headache_duration.late_onset",
    "diagnosis.long_lasting": "headache_duration.long_lasting",
    "diagnosis.began_at_once": "headache_duration.began_at_once",
    "workup.image_again": "imaging.again",
    "workup.image_head": "imaging.head",
    "workup.image_spine": "imaging.spine",
    "workup.venography": "imaging.venography",
    "joint.specialist": "specialist.needed",
    "joint.cancer_of_the_blood": "specialist.blood_cancer",
    "booking.inside_hold_time": "antithrombotics.inside_hold_time",
    "antithrombotics.slot_inside_hold_time": "antithrombotics.inside_hold_time",
    "special.laboratory": "blood_values.not_known",
    "special.platelets_low": "blood_values.platelets_low",
    "special.platelets_old": "blood_values.platelets_old",
    "special.bleeding_tendency": "coagulation.bleeding_tendency",
    "special.inr_high": "coagulation.inr_high",
    "special.aptt_out_of_range": "coagulation.aptt_out_of_range",
    "repeat.patched_already": "patched_already.in_this_round",
    "closure.reopen_first": "closed_episode.reopen_first",
    "closure.patient_died": "closed_episode.patient_died",
    "amendment.not_entered_here": "reentry.not_entered_here",
    "special.consent_topics": "special_patient.consent_topics",
    "special.guardian": "special_patient.guardian",
    "special.child_plan": "special_patient.child_plan",
    "special.age_not_known": "special_patient.age_not_known",
    "special.child_weight": "special_patient.child_weight",
    "special.child_volume": "special_patient.child_volume",
    "preparation.antithrombotic": "antithrombotics.no_table_chosen",
    "preparation.drug_without_row": "antithrombotics.drug_without_row",
    "preparation.row_not_confirmed": "antithrombotics.row_not_confirmed",
    "preparation.drug_is_judged": "antithrombotics.drug_is_judged",
    "preparation.drug_still_given": "antithrombotics.drug_still_given",
    "preparation.last_dose_not_known": "antithrombotics.last_dose_not_known",
    "preparation.dose_class_not_known": "antithrombotics.dose_class_not_known",
    "preparation.inside_hold_time": "antithrombotics.inside_hold_time",
    "preparation.several_drugs": "antithrombotics.several_drugs",
    "preparation.drug_laboratory_not_known": "antithrombotics.drug_laboratory_not_known",
    "preparation.drug_laboratory_out_of_range": "antithrombotics.drug_laboratory_out_of_range",
    "preparation.level_is_low": "antithrombotics.level_is_low",
    "preparation.on_a_drug": "antithrombotics.on_a_drug",
}

NAMES_A_FINDING = "finding"
"""The field in which a command names a finding: an override, and the lifting of a stop."""


def in_new_names(said: Mapping[str, Any]) -> dict[str, Any]:
    """What a step says, with the finding that it names under its name of today."""
    if (named := said.get(NAMES_A_FINDING)) is None:
        return dict(said)
    return {**said, NAMES_A_FINDING: FINDINGS.get(str(named), named)}

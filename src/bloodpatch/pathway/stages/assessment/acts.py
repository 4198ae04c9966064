"""Each command of assessment with the event that follows and the rungs that it climbs."""

from bloodpatch.pathway.acts import Act, permit, record
from bloodpatch.pathway.rules.caffeine import caffeine_is_fit
from bloodpatch.pathway.rules.closed_episode import episode_is_open
from bloodpatch.pathway.rules.collected import advice_stands
from bloodpatch.pathway.rules.decision import (
    care_was_tried,
    is_bad_enough,
    is_not_preventive,
    not_too_early,
)
from bloodpatch.pathway.rules.drug_wait import patch_waits_for_drugs
from bloodpatch.pathway.rules.fever import no_fever_was_measured
from bloodpatch.pathway.rules.patched_already import no_patch_in_this_round
from bloodpatch.pathway.rules.red_flag import red_flags_are_clear, red_flags_were_asked
from bloodpatch.pathway.rules.weighed import WEIGHED
from bloodpatch.pathway.rules.workup import blood_pressure_is_taken
from bloodpatch.pathway.stages.assessment.commands import (
    DecidePatch,
    RecordConservative,
    RecordDecision,
    RecordDiagnosis,
    RecordHeadache,
    RecordHistory,
    RecordInvestigation,
    RecordObstetric,
    RecordOpinion,
    RecordOtherTreatment,
    RecordSymptoms,
    RecordVitals,
    ScreenRedFlags,
)
from bloodpatch.pathway.stages.assessment.events import (
    ConservativeRecorded,
    DecisionRecorded,
    DiagnosisRecorded,
    HeadacheRecorded,
    HistoryRecorded,
    InvestigationRecorded,
    ObstetricRecorded,
    OpinionRecorded,
    OtherTreatmentRecorded,
    PatchDecided,
    RedFlagsScreened,
    SymptomsRecorded,
    VitalsRecorded,
)
from bloodpatch.pathway.stages.assessment.rules import (
    flags_speak_against_a_patch,
    headache_was_assessed,
    puncture_is_known,
)

BEFORE_DECIDING = (
    episode_is_open,
    no_patch_in_this_round,
    red_flags_are_clear,
    no_fever_was_measured,
    red_flags_were_asked,
    headache_was_assessed,
    puncture_is_known,
    blood_pressure_is_taken,
    advice_stands,
    not_too_early,
    *WEIGHED,
    caffeine_is_fit,
    patch_waits_for_drugs,
)


ACTS: tuple[Act, ...] = (
    record(RecordHeadache, becomes=HeadacheRecorded),
    record(RecordSymptoms, becomes=SymptomsRecorded),
    record(ScreenRedFlags, becomes=RedFlagsScreened),
    record(RecordVitals, becomes=VitalsRecorded),
    record(RecordObstetric, becomes=ObstetricRecorded),
    record(RecordHistory, becomes=HistoryRecorded),
    record(RecordInvestigation, becomes=InvestigationRecorded),
    record(RecordOpinion, becomes=OpinionRecorded),
    record(RecordConservative, becomes=ConservativeRecorded),
    record(RecordOtherTreatment, becomes=OtherTreatmentRecorded),
    record(RecordDiagnosis, becomes=DiagnosisRecorded),
    permit(
        DecidePatch,
        becomes=PatchDecided,
        state=BEFORE_DECIDING,
        fields=(care_was_tried, is_bad_enough),
        depends_on=(
            "assessment.patch_decided",
            "assessment.decision_recorded",
            "referral.declined",
        ),
    ),
    record(
        RecordDecision,
        becomes=DecisionRecorded,
        fields=(flags_speak_against_a_patch, is_not_preventive, care_was_tried, is_bad_enough),
        depends_on=("assessment.patch_decided", "assessment.decision_recorded"),
    ),
)

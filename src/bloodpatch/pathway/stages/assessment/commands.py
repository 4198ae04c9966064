"""The commands and events of assessment, and what is decided about them."""

from typing import TYPE_CHECKING

from bloodpatch.pathway.acts import Act, permit, record
from bloodpatch.pathway.context import Context
from bloodpatch.pathway.events import Event
from bloodpatch.pathway.findings import Cause, Findings, Level, declare
from bloodpatch.pathway.rules.closed_episode import episode_is_open
from bloodpatch.pathway.rules.decision import care_was_tried, is_not_preventive
from bloodpatch.pathway.rules.diagnosis import it_is_this_pathway, no_air_in_the_head
from bloodpatch.pathway.rules.drug_wait import patch_waits_for_drugs
from bloodpatch.pathway.rules.headache_duration import has_not_lasted_too_long
from bloodpatch.pathway.rules.patched_already import no_patch_in_this_round
from bloodpatch.pathway.rules.red_flag import red_flags_are_clear, red_flags_were_asked
from bloodpatch.pathway.rules.workup import blood_pressure_is_taken, pressure_is_not_severe
from bloodpatch.pathway.stages.assessment import statements as said
from bloodpatch.pathway.statements import Command
from bloodpatch.pathway.values import Answer

if TYPE_CHECKING:
    from bloodpatch.pathway.episode import Episode


class RecordHeadache(said.Headache, Command):
    name = "assessment.record_headache"
    title = "Record the headache"


class HeadacheRecorded(said.Headache, Event):
    name = "assessment.headache_recorded"


class RecordSymptoms(said.Symptoms, Command):
    name = "assessment.record_symptoms"
    title = "Record other symptoms"


class SymptomsRecorded(said.Symptoms, Event):
    name = "assessment.symptoms_recorded"


class ScreenRedFlags(said.RedFlagScreen, Command):
    name = "assessment.screen_red_flags"
    title = "Ask about red flags"


class RedFlagsScreened(said.RedFlagScreen, Event):
    name = "assessment.red_flags_screened"


class RecordVitals(said.VitalSigns, Command):
    name = "assessment.record_vitals"
    title = "Record vital signs"


class VitalsRecorded(said.VitalSigns, Event):
    name = "assessment.vitals_recorded"


class RecordObstetric(said.Obstetrics, Command):
    name = "assessment.record_obstetric"
    title = "Record pregnancy and birth"


class ObstetricRecorded(said.Obstetrics, Event):
    name = "assessment.obstetric_recorded"


class RecordHistory(said.History, Command):
    name = "assessment.record_history"
    title = "Record an item of the history"


class HistoryRecorded(said.History, Event):
    name = "assessment.history_recorded"


class RecordInvestigation(said.Examination, Command):
    name = "assessment.record_investigation"
    title = "Record an investigation"


class InvestigationRecorded(said.Examination, Event):
    name = "assessment.investigation_recorded"


class RecordOpinion(said.Opinion, Command):
    name = "assessment.record_opinion"
    title = "Record a specialist's opinion"


class OpinionRecorded(said.Opinion, Event):
    name = "assessment.opinion_recorded"


class RecordConservative(said.Care, Command):
    name = "assessment.record_conservative"
    title = "Record care without a patch"


class ConservativeRecorded(said.Care, Event):
    name = "assessment.conservative_recorded"


class RecordOtherTreatment(said.OtherCare, Command):
    name = "assessment.record_other_treatment"
    title = "Record another treatment"


class OtherTreatmentRecorded(said.OtherCare, Event):
    name = "assessment.other_treatment_recorded"


class RecordDiagnosis(said.Naming, Command):
    name = "assessment.record_diagnosis"
    title = "Record a diagnosis"


class DiagnosisRecorded(said.Naming, Event):
    name = "assessment.diagnosis_recorded"


class DecidePatch(said.PatchPlan, Command):
    name = "assessment.decide_patch"
    title = "Decide on a patch"


class PatchDecided(said.PatchPlan, Event):
    name = "assessment.patch_decided"


class RecordDecision(said.Decision, Command):
    name = "assessment.record_decision"
    title = "Record a decision"


class DecisionRecorded(said.Decision, Event):
    name = "assessment.decision_recorded"


# DECIDE

NOT_ASSESSED = declare(
    code="assessment.not_assessed",
    level=Level.HOLD,
    cause=Cause.MISSING,
    says="The headache has not been recorded.",
    rule="A patch is decided on an assessed headache: pain, posture, what it leaves possible.",
    clears="Record the headache.",
    asks="assessment.record_headache",
    hazards=("H10",),
    treatment=("T3",),
    replay=("MISSING_DATA",),
)

POSTURE_NOT_ASKED = declare(
    code="assessment.posture_not_asked",
    level=Level.HOLD,
    cause=Cause.MISSING,
    says="Nobody has asked whether the headache changes with posture.",
    rule="This headache is worse upright and better lying; it must be asked.",
    clears="Ask, or record pain lying and upright.",
    asks="assessment.record_headache",
    source="ichd3",
    certainty="verified",
    hazards=("H10",),
    treatment=("T3",),
    replay=("MISSING_DATA",),
)

PUNCTURE_NOT_RECORDED = declare(
    code="assessment.puncture_not_recorded",
    level=Level.HOLD,
    cause=Cause.MISSING,
    says="No puncture is recorded.",
    rule="An epidural blood patch treats the headache after a dural puncture.",
    clears="Record the puncture, or that there was none.",
    asks="referral.record_puncture",
    source="ichd3",
    certainty="verified",
    hazards=("H10",),
    treatment=("T2",),
    replay=("MISSING_DATA",),
)


def headache_was_assessed(episode: "Episode", context: Context) -> Findings:
    if episode.assessment.assessed is None:
        yield NOT_ASSESSED(context)
    elif not episode.assessment.posture_known:
        yield POSTURE_NOT_ASKED(context)


def puncture_is_known(episode: "Episode", context: Context) -> Findings:
    if not episode.referral.punctures:
        yield PUNCTURE_NOT_RECORDED(context)


def flags_speak_against_a_patch(
    episode: "Episode", command: RecordDecision, context: Context
) -> Findings:
    if command.decision in said.PATCHES:
        yield from red_flags_are_clear(episode, context)


BEFORE_DECIDING = (
    episode_is_open,
    no_patch_in_this_round,
    red_flags_are_clear,
    red_flags_were_asked,
    it_is_this_pathway,
    headache_was_assessed,
    puncture_is_known,
    blood_pressure_is_taken,
    pressure_is_not_severe,
    has_not_lasted_too_long,
    no_air_in_the_head,
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
        fields=(care_was_tried,),
        depends_on=(
            "assessment.patch_decided",
            "assessment.decision_recorded",
            "referral.declined",
        ),
    ),
    record(
        RecordDecision,
        becomes=DecisionRecorded,
        fields=(flags_speak_against_a_patch, is_not_preventive, care_was_tried),
        depends_on=("assessment.patch_decided", "assessment.decision_recorded"),
    ),
)

POSTURE_SAID = frozenset({Answer.YES, Answer.NO})

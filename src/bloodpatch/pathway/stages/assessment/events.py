"""The events of assessment: what was recorded, under the names that the record stores."""

from bloodpatch.pathway.events import Event
from bloodpatch.pathway.stages.assessment import statements as said


class HeadacheRecorded(said.Headache, Event):
    name = "assessment.headache_recorded"


class SymptomsRecorded(said.Symptoms, Event):
    name = "assessment.symptoms_recorded"


class RedFlagsScreened(said.RedFlagScreen, Event):
    name = "assessment.red_flags_screened"


class VitalsRecorded(said.VitalSigns, Event):
    name = "assessment.vitals_recorded"


class ObstetricRecorded(said.Obstetrics, Event):
    name = "assessment.obstetric_recorded"


class HistoryRecorded(said.History, Event):
    name = "assessment.history_recorded"


class InvestigationRecorded(said.Examination, Event):
    name = "assessment.investigation_recorded"


class OpinionRecorded(said.Opinion, Event):
    name = "assessment.opinion_recorded"


class ConservativeRecorded(said.Care, Event):
    name = "assessment.conservative_recorded"


class OtherTreatmentRecorded(said.OtherCare, Event):
    name = "assessment.other_treatment_recorded"


class DiagnosisRecorded(said.Naming, Event):
    name = "assessment.diagnosis_recorded"


class PatchDecided(said.PatchPlan, Event):
    name = "assessment.patch_decided"


class DecisionRecorded(said.Decision, Event):
    name = "assessment.decision_recorded"

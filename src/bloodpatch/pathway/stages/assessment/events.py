"""The events of assessment: what was recorded, under the names that the record stores."""

from bloodpatch.pathway.events import Event
from bloodpatch.pathway.stages.assessment import statements


class HeadacheRecorded(statements.Headache, Event):
    name = "assessment.headache_recorded"


class SymptomsRecorded(statements.Symptoms, Event):
    name = "assessment.symptoms_recorded"


class RedFlagsScreened(statements.RedFlagScreen, Event):
    name = "assessment.red_flags_screened"


class VitalsRecorded(statements.VitalSigns, Event):
    name = "assessment.vitals_recorded"


class ObstetricRecorded(statements.Obstetrics, Event):
    name = "assessment.obstetric_recorded"


class HistoryRecorded(statements.History, Event):
    name = "assessment.history_recorded"


class InvestigationRecorded(statements.Examination, Event):
    name = "assessment.investigation_recorded"


class OpinionRecorded(statements.Opinion, Event):
    name = "assessment.opinion_recorded"


class ConservativeRecorded(statements.Care, Event):
    name = "assessment.conservative_recorded"


class OtherTreatmentRecorded(statements.OtherCare, Event):
    name = "assessment.other_treatment_recorded"


class DiagnosisRecorded(statements.Naming, Event):
    name = "assessment.diagnosis_recorded"


class PatchDecided(statements.PatchPlan, Event):
    name = "assessment.patch_decided"


class DecisionRecorded(statements.Decision, Event):
    name = "assessment.decision_recorded"

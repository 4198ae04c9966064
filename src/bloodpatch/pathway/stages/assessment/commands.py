"""The commands of assessment: what a person may ask or record there."""

from bloodpatch.pathway.stages.assessment import statements
from bloodpatch.pathway.statements import Command


class RecordHeadache(statements.Headache, Command):
    name = "assessment.record_headache"
    title = "Record the headache"


class RecordSymptoms(statements.Symptoms, Command):
    name = "assessment.record_symptoms"
    title = "Record other symptoms"


class ScreenRedFlags(statements.RedFlagScreen, Command):
    name = "assessment.screen_red_flags"
    title = "Ask about red flags"


class RecordVitals(statements.VitalSigns, Command):
    name = "assessment.record_vitals"
    title = "Record vital signs"


class RecordObstetric(statements.Obstetrics, Command):
    name = "assessment.record_obstetric"
    title = "Record pregnancy and birth"


class RecordHistory(statements.History, Command):
    name = "assessment.record_history"
    title = "Record an item of the history"


class RecordInvestigation(statements.Examination, Command):
    name = "assessment.record_investigation"
    title = "Record an investigation"


class RecordOpinion(statements.Opinion, Command):
    name = "assessment.record_opinion"
    title = "Record a specialist's opinion"


class RecordConservative(statements.Care, Command):
    name = "assessment.record_conservative"
    title = "Record care without a patch"


class RecordOtherTreatment(statements.OtherCare, Command):
    name = "assessment.record_other_treatment"
    title = "Record another treatment"


class RecordDiagnosis(statements.Naming, Command):
    name = "assessment.record_diagnosis"
    title = "Record a diagnosis"


class DecidePatch(statements.PatchPlan, Command):
    name = "assessment.decide_patch"
    title = "Decide on a patch"


class RecordDecision(statements.Decision, Command):
    name = "assessment.record_decision"
    title = "Record a decision"

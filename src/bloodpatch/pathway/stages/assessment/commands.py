"""The commands and events of assessment, and what is decided about them."""

from bloodpatch.pathway.stages.assessment import statements as said
from bloodpatch.pathway.statements import Command


class RecordHeadache(said.Headache, Command):
    name = "assessment.record_headache"
    title = "Record the headache"


class RecordSymptoms(said.Symptoms, Command):
    name = "assessment.record_symptoms"
    title = "Record other symptoms"


class ScreenRedFlags(said.RedFlagScreen, Command):
    name = "assessment.screen_red_flags"
    title = "Ask about red flags"


class RecordVitals(said.VitalSigns, Command):
    name = "assessment.record_vitals"
    title = "Record vital signs"


class RecordObstetric(said.Obstetrics, Command):
    name = "assessment.record_obstetric"
    title = "Record pregnancy and birth"


class RecordHistory(said.History, Command):
    name = "assessment.record_history"
    title = "Record an item of the history"


class RecordInvestigation(said.Examination, Command):
    name = "assessment.record_investigation"
    title = "Record an investigation"


class RecordOpinion(said.Opinion, Command):
    name = "assessment.record_opinion"
    title = "Record a specialist's opinion"


class RecordConservative(said.Care, Command):
    name = "assessment.record_conservative"
    title = "Record care without a patch"


class RecordOtherTreatment(said.OtherCare, Command):
    name = "assessment.record_other_treatment"
    title = "Record another treatment"


class RecordDiagnosis(said.Naming, Command):
    name = "assessment.record_diagnosis"
    title = "Record a diagnosis"


class DecidePatch(said.PatchPlan, Command):
    name = "assessment.decide_patch"
    title = "Decide on a patch"


class RecordDecision(said.Decision, Command):
    name = "assessment.record_decision"
    title = "Record a decision"


# DECIDE

"""The commands and events of preparation."""

from bloodpatch.pathway.stages.preparation import statements as said
from bloodpatch.pathway.statements import Command


class RecordArrival(said.Arrival, Command):
    name = "preparation.record_arrival"
    title = "Receive the patient"


class ScreenAgain(said.Rescreen, Command):
    name = "preparation.screen_again"
    title = "Ask about red flags again"


class RecordVitals(said.VitalSigns, Command):
    name = "preparation.record_vitals"
    title = "Record vital signs"


class RecordNeurology(said.Baseline, Command):
    name = "preparation.record_neurology"
    title = "Record legs and bladder before the patch"


class RecordBleedingHistory(said.BleedingHistory, Command):
    name = "preparation.record_bleeding_history"
    title = "Ask about bleeding"


class RecordAntithrombotic(said.AntithromboticDrug, Command):
    name = "preparation.record_antithrombotic"
    title = "Record a drug against clotting"


class RecordLabs(said.Laboratory, Command):
    name = "preparation.record_labs"
    title = "Record laboratory values"


class RecordPregnancyQuestion(said.PregnancyQuestion, Command):
    name = "preparation.record_pregnancy_question"
    title = "Ask about pregnancy"


class RecordAllergies(said.Allergies, Command):
    name = "preparation.record_allergies"
    title = "Record allergies"


class RecordAccess(said.Access, Command):
    name = "preparation.record_access"
    title = "Record a cannula"


class RecordAnxiety(said.Anxiety, Command):
    name = "preparation.record_anxiety"
    title = "Ask about anxiety"


class RecordSedationPlan(said.SedationPlan, Command):
    name = "preparation.record_sedation_plan"
    title = "Decide on sedation"


class RecordFasting(said.Fasting, Command):
    name = "preparation.record_fasting"
    title = "Ask about food and drink"


class RecordEscort(said.Escort, Command):
    name = "preparation.record_escort"
    title = "Ask who takes the patient home"


class RecordConsent(said.Consent, Command):
    name = "preparation.record_consent"
    title = "Record consent"


class WithdrawConsent(said.ConsentWithdrawal, Command):
    name = "preparation.withdraw_consent"
    title = "Record that consent is withdrawn"


class TakeTimeOut(said.TimeOut, Command):
    name = "preparation.time_out"
    title = "Take the time-out"

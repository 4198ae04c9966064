"""The commands of preparation: what a person may ask or record there."""

from bloodpatch.pathway.stages.preparation import statements
from bloodpatch.pathway.statements import Command


class RecordArrival(statements.Arrival, Command):
    name = "preparation.record_arrival"
    title = "Receive the patient"


class ScreenAgain(statements.Rescreen, Command):
    name = "preparation.screen_again"
    title = "Ask about red flags again"


class RecordVitals(statements.VitalSigns, Command):
    name = "preparation.record_vitals"
    title = "Record vital signs"


class RecordNeurology(statements.Baseline, Command):
    name = "preparation.record_neurology"
    title = "Record legs and bladder before the patch"


class RecordBleedingHistory(statements.BleedingHistory, Command):
    name = "preparation.record_bleeding_history"
    title = "Ask about bleeding"


class RecordAntithrombotic(statements.AntithromboticDrug, Command):
    name = "preparation.record_antithrombotic"
    title = "Record a drug against clotting"


class RecordLabs(statements.Laboratory, Command):
    name = "preparation.record_labs"
    title = "Record laboratory values"


class RecordPregnancyQuestion(statements.PregnancyQuestion, Command):
    name = "preparation.record_pregnancy_question"
    title = "Ask about pregnancy"


class RecordAllergies(statements.Allergies, Command):
    name = "preparation.record_allergies"
    title = "Record allergies"


class RecordAccess(statements.Access, Command):
    name = "preparation.record_access"
    title = "Record a cannula"


class RecordAnxiety(statements.Anxiety, Command):
    name = "preparation.record_anxiety"
    title = "Ask about anxiety"


class RecordSedationPlan(statements.SedationPlan, Command):
    name = "preparation.record_sedation_plan"
    title = "Decide on sedation"


class RecordFasting(statements.Fasting, Command):
    name = "preparation.record_fasting"
    title = "Ask about food and drink"


class RecordEscort(statements.Escort, Command):
    name = "preparation.record_escort"
    title = "Ask who takes the patient home"


class RecordConsent(statements.Consent, Command):
    name = "preparation.record_consent"
    title = "Record consent"


class WithdrawConsent(statements.ConsentWithdrawal, Command):
    name = "preparation.withdraw_consent"
    title = "Record that consent is withdrawn"


class TakeTimeOut(statements.TimeOut, Command):
    name = "preparation.time_out"
    title = "Take the time-out"

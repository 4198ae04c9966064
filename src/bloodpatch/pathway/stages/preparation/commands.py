"""The commands and events of preparation."""

from bloodpatch.pathway.acts import Act, permit, record
from bloodpatch.pathway.events import Event
from bloodpatch.pathway.rules.sedation import doses_are_usual
from bloodpatch.pathway.stages.preparation import readiness as at_hand
from bloodpatch.pathway.stages.preparation import statements as said
from bloodpatch.pathway.stages.preparation.rules import BEFORE_TIME_OUT, identified_again
from bloodpatch.pathway.statements import Command


class RecordArrival(said.Arrival, Command):
    name = "preparation.record_arrival"
    title = "Receive the patient"


class Arrived(said.Arrival, Event):
    name = "preparation.arrived"


class ScreenAgain(said.Rescreen, Command):
    name = "preparation.screen_again"
    title = "Ask about red flags again"


class ScreenedAgain(said.Rescreen, Event):
    name = "preparation.screened_again"


class RecordVitals(said.VitalSigns, Command):
    name = "preparation.record_vitals"
    title = "Record vital signs"


class VitalsRecorded(said.VitalSigns, Event):
    name = "preparation.vitals_recorded"


class RecordNeurology(said.Baseline, Command):
    name = "preparation.record_neurology"
    title = "Record legs and bladder before the patch"


class NeurologyRecorded(said.Baseline, Event):
    name = "preparation.neurology_recorded"


class RecordBleedingHistory(said.BleedingHistory, Command):
    name = "preparation.record_bleeding_history"
    title = "Ask about bleeding"


class BleedingHistoryRecorded(said.BleedingHistory, Event):
    name = "preparation.bleeding_history_recorded"


class RecordAntithrombotic(said.AntithromboticDrug, Command):
    name = "preparation.record_antithrombotic"
    title = "Record a drug against clotting"


class AntithromboticRecorded(said.AntithromboticDrug, Event):
    name = "preparation.antithrombotic_recorded"


class RecordLabs(said.Laboratory, Command):
    name = "preparation.record_labs"
    title = "Record laboratory values"


class LabsRecorded(said.Laboratory, Event):
    name = "preparation.labs_recorded"


class RecordPregnancyQuestion(said.PregnancyQuestion, Command):
    name = "preparation.record_pregnancy_question"
    title = "Ask about pregnancy"


class PregnancyAsked(said.PregnancyQuestion, Event):
    name = "preparation.pregnancy_asked"


class RecordAllergies(said.Allergies, Command):
    name = "preparation.record_allergies"
    title = "Record allergies"


class AllergiesRecorded(said.Allergies, Event):
    name = "preparation.allergies_recorded"


class RecordAccess(said.Access, Command):
    name = "preparation.record_access"
    title = "Record a cannula"


class AccessRecorded(said.Access, Event):
    name = "preparation.access_recorded"


class RecordAnxiety(said.Anxiety, Command):
    name = "preparation.record_anxiety"
    title = "Ask about anxiety"


class AnxietyRecorded(said.Anxiety, Event):
    name = "preparation.anxiety_recorded"


class RecordSedationPlan(said.SedationPlan, Command):
    name = "preparation.record_sedation_plan"
    title = "Decide on sedation"


class SedationPlanned(said.SedationPlan, Event):
    name = "preparation.sedation_planned"


class RecordFasting(said.Fasting, Command):
    name = "preparation.record_fasting"
    title = "Ask about food and drink"


class FastingRecorded(said.Fasting, Event):
    name = "preparation.fasting_recorded"


class RecordEscort(said.Escort, Command):
    name = "preparation.record_escort"
    title = "Ask who takes the patient home"


class EscortRecorded(said.Escort, Event):
    name = "preparation.escort_recorded"


class RecordConsent(said.Consent, Command):
    name = "preparation.record_consent"
    title = "Record consent"


class Consented(said.Consent, Event):
    name = "preparation.consented"


class WithdrawConsent(said.ConsentWithdrawal, Command):
    name = "preparation.withdraw_consent"
    title = "Record that consent is withdrawn"


class ConsentWithdrawn(said.ConsentWithdrawal, Event):
    name = "preparation.consent_withdrawn"


class TakeTimeOut(said.TimeOut, Command):
    name = "preparation.time_out"
    title = "Take the time-out"


class TimeOutTaken(said.TimeOut, Event):
    name = "preparation.time_out_taken"


ACTS: tuple[Act, ...] = (
    record(RecordArrival, becomes=Arrived),
    record(ScreenAgain, becomes=ScreenedAgain),
    record(RecordVitals, becomes=VitalsRecorded),
    record(RecordNeurology, becomes=NeurologyRecorded),
    record(RecordBleedingHistory, becomes=BleedingHistoryRecorded),
    record(RecordAntithrombotic, becomes=AntithromboticRecorded),
    record(RecordLabs, becomes=LabsRecorded),
    record(RecordPregnancyQuestion, becomes=PregnancyAsked),
    record(RecordAllergies, becomes=AllergiesRecorded),
    record(RecordAccess, becomes=AccessRecorded),
    record(RecordAnxiety, becomes=AnxietyRecorded),
    record(RecordSedationPlan, becomes=SedationPlanned, fields=(doses_are_usual,)),
    record(RecordFasting, becomes=FastingRecorded),
    record(RecordEscort, becomes=EscortRecorded),
    record(RecordConsent, becomes=Consented),
    record(WithdrawConsent, becomes=ConsentWithdrawn),
    permit(
        TakeTimeOut,
        becomes=TimeOutTaken,
        state=BEFORE_TIME_OUT,
        fields=(identified_again, *at_hand.ALOUD),
        depends_on=("preparation.", "booking.", "assessment.red_flags_screened"),
    ),
)

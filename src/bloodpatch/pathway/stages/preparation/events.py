"""The events of preparation: what was recorded, under the names that the record stores."""

from bloodpatch.pathway.events import Event
from bloodpatch.pathway.stages.preparation import statements as said


class Arrived(said.Arrival, Event):
    name = "preparation.arrived"


class ScreenedAgain(said.Rescreen, Event):
    name = "preparation.screened_again"


class VitalsRecorded(said.VitalSigns, Event):
    name = "preparation.vitals_recorded"


class NeurologyRecorded(said.Baseline, Event):
    name = "preparation.neurology_recorded"


class BleedingHistoryRecorded(said.BleedingHistory, Event):
    name = "preparation.bleeding_history_recorded"


class AntithromboticRecorded(said.AntithromboticDrug, Event):
    name = "preparation.antithrombotic_recorded"


class LabsRecorded(said.Laboratory, Event):
    name = "preparation.labs_recorded"


class PregnancyAsked(said.PregnancyQuestion, Event):
    name = "preparation.pregnancy_asked"


class AllergiesRecorded(said.Allergies, Event):
    name = "preparation.allergies_recorded"


class AccessRecorded(said.Access, Event):
    name = "preparation.access_recorded"


class AnxietyRecorded(said.Anxiety, Event):
    name = "preparation.anxiety_recorded"


class SedationPlanned(said.SedationPlan, Event):
    name = "preparation.sedation_planned"


class FastingRecorded(said.Fasting, Event):
    name = "preparation.fasting_recorded"


class EscortRecorded(said.Escort, Event):
    name = "preparation.escort_recorded"


class Consented(said.Consent, Event):
    name = "preparation.consented"


class ConsentWithdrawn(said.ConsentWithdrawal, Event):
    name = "preparation.consent_withdrawn"


class TimeOutTaken(said.TimeOut, Event):
    name = "preparation.time_out_taken"

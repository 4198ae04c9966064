"""The events of preparation: what was recorded, under the names that the record stores."""

from bloodpatch.pathway.events import Event
from bloodpatch.pathway.stages.preparation import statements


class Arrived(statements.Arrival, Event):
    name = "preparation.arrived"


class ScreenedAgain(statements.Rescreen, Event):
    name = "preparation.screened_again"


class VitalsRecorded(statements.VitalSigns, Event):
    name = "preparation.vitals_recorded"


class NeurologyRecorded(statements.Baseline, Event):
    name = "preparation.neurology_recorded"


class BleedingHistoryRecorded(statements.BleedingHistory, Event):
    name = "preparation.bleeding_history_recorded"


class AntithromboticRecorded(statements.AntithromboticDrug, Event):
    name = "preparation.antithrombotic_recorded"


class LabsRecorded(statements.Laboratory, Event):
    name = "preparation.labs_recorded"


class PregnancyAsked(statements.PregnancyQuestion, Event):
    name = "preparation.pregnancy_asked"


class AllergiesRecorded(statements.Allergies, Event):
    name = "preparation.allergies_recorded"


class AccessRecorded(statements.Access, Event):
    name = "preparation.access_recorded"


class AnxietyRecorded(statements.Anxiety, Event):
    name = "preparation.anxiety_recorded"


class SedationPlanned(statements.SedationPlan, Event):
    name = "preparation.sedation_planned"


class FastingRecorded(statements.Fasting, Event):
    name = "preparation.fasting_recorded"


class EscortRecorded(statements.Escort, Event):
    name = "preparation.escort_recorded"


class Consented(statements.Consent, Event):
    name = "preparation.consented"


class ConsentWithdrawn(statements.ConsentWithdrawal, Event):
    name = "preparation.consent_withdrawn"


class TimeOutTaken(statements.TimeOut, Event):
    name = "preparation.time_out_taken"

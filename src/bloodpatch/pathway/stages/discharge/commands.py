"""The commands of discharge and the events that follow; one of them is a permit."""

from bloodpatch.pathway.events import Event
from bloodpatch.pathway.stages.discharge import statements as said
from bloodpatch.pathway.statements import Command


class RecordNeurology(said.NeurologyCheck, Command):
    name = "discharge.record_neurology"
    title = "Record legs, feeling and bladder"


class NeurologyChecked(said.NeurologyCheck, Event):
    name = "discharge.neurology_checked"


class RecordSedationScore(said.SedationScore, Command):
    name = "discharge.record_sedation_score"
    title = "Record the scores after sedation"


class SedationScored(said.SedationScore, Event):
    name = "discharge.sedation_scored"


class RecordInstructions(said.Instructions, Command):
    name = "discharge.record_instructions"
    title = "Record the instructions given"


class Instructed(said.Instructions, Event):
    name = "discharge.instructed"


class RecordRestartPlan(said.RestartPlan, Command):
    name = "discharge.record_restart_plan"
    title = "Record when a drug is taken again"


class RestartPlanned(said.RestartPlan, Event):
    name = "discharge.restart_planned"


class PermitDischarge(said.GoingHome, Command):
    name = "discharge.permit"
    title = "Let the patient go home"


class DischargePermitted(said.GoingHome, Event):
    name = "discharge.permitted"


class RecordDeparture(said.Departure, Command):
    name = "discharge.record_departure"
    title = "Record that the patient left"


class Departed(said.Departure, Event):
    name = "discharge.departed"


class RecordLeft(said.Leaving, Command):
    name = "discharge.record_left"
    title = "Record that the patient left against advice"


class Left(said.Leaving, Event):
    name = "discharge.left"

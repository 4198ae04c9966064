"""The commands of discharge and the events that follow; one of them is a permit."""

from bloodpatch.pathway.stages.discharge import statements as said
from bloodpatch.pathway.statements import Command


class RecordNeurology(said.NeurologyCheck, Command):
    name = "discharge.record_neurology"
    title = "Record legs, feeling and bladder"


class RecordSedationScore(said.SedationScore, Command):
    name = "discharge.record_sedation_score"
    title = "Record the scores after sedation"


class RecordInstructions(said.Instructions, Command):
    name = "discharge.record_instructions"
    title = "Record the instructions given"


class RecordRestartPlan(said.RestartPlan, Command):
    name = "discharge.record_restart_plan"
    title = "Record when a drug is taken again"


class PermitDischarge(said.GoingHome, Command):
    name = "discharge.permit"
    title = "Let the patient go home"


class RecordDeparture(said.Departure, Command):
    name = "discharge.record_departure"
    title = "Record that the patient left"


class RecordLeft(said.Leaving, Command):
    name = "discharge.record_left"
    title = "Record that the patient left against advice"

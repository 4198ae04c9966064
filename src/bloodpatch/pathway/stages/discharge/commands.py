"""The commands of discharge: what a person may ask or record there."""

from bloodpatch.pathway.stages.discharge import statements
from bloodpatch.pathway.statements import Command


class RecordNeurology(statements.NeurologyCheck, Command):
    name = "discharge.record_neurology"
    title = "Record legs, feeling and bladder"


class RecordSedationScore(statements.SedationScore, Command):
    name = "discharge.record_sedation_score"
    title = "Record the scores after sedation"


class RecordInstructions(statements.Instructions, Command):
    name = "discharge.record_instructions"
    title = "Record the instructions given"


class RecordRestartPlan(statements.RestartPlan, Command):
    name = "discharge.record_restart_plan"
    title = "Record when a drug is taken again"


class PermitDischarge(statements.GoingHome, Command):
    name = "discharge.permit"
    title = "Let the patient go home"


class RecordDeparture(statements.Departure, Command):
    name = "discharge.record_departure"
    title = "Record that the patient left"


class RecordLeft(statements.Leaving, Command):
    name = "discharge.record_left"
    title = "Record that the patient left against advice"

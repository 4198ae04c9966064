"""The events of discharge: what was recorded, under the names that the record stores."""

from bloodpatch.pathway.events import Event
from bloodpatch.pathway.stages.discharge import statements


class NeurologyChecked(statements.NeurologyCheck, Event):
    name = "discharge.neurology_checked"


class SedationScored(statements.SedationScore, Event):
    name = "discharge.sedation_scored"


class Instructed(statements.Instructions, Event):
    name = "discharge.instructed"


class RestartPlanned(statements.RestartPlan, Event):
    name = "discharge.restart_planned"


class DischargePermitted(statements.GoingHome, Event):
    name = "discharge.permitted"


class Departed(statements.Departure, Event):
    name = "discharge.departed"


class Left(statements.Leaving, Event):
    name = "discharge.left"

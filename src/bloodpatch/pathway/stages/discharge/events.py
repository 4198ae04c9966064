"""The events of discharge: what was recorded, under the names that the record stores."""

from bloodpatch.pathway.events import Event
from bloodpatch.pathway.stages.discharge import statements as said


class NeurologyChecked(said.NeurologyCheck, Event):
    name = "discharge.neurology_checked"


class SedationScored(said.SedationScore, Event):
    name = "discharge.sedation_scored"


class Instructed(said.Instructions, Event):
    name = "discharge.instructed"


class RestartPlanned(said.RestartPlan, Event):
    name = "discharge.restart_planned"


class DischargePermitted(said.GoingHome, Event):
    name = "discharge.permitted"


class Departed(said.Departure, Event):
    name = "discharge.departed"


class Left(said.Leaving, Event):
    name = "discharge.left"

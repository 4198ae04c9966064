"""The commands of clearance and the events that follow; one of them is a permit."""

from bloodpatch.pathway.stages.clearance import statements as said
from bloodpatch.pathway.statements import Command


class ClearActivity(said.AllClear, Command):
    name = "clearance.clear"
    title = "Clear normal activity"


class DeferClearance(said.NotYet, Command):
    name = "clearance.defer"
    title = "Defer the all-clear"


class ChangeRestriction(said.Restriction, Command):
    name = "clearance.change_restriction"
    title = "Lift or extend a restriction"


class RecordTold(said.Message, Command):
    name = "clearance.record_told"
    title = "Record that the patient was told"

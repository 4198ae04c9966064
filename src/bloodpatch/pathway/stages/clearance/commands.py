"""The commands of clearance: what a person may ask or record there."""

from bloodpatch.pathway.stages.clearance import statements
from bloodpatch.pathway.statements import Command


class ClearActivity(statements.AllClear, Command):
    name = "clearance.clear"
    title = "Clear normal activity"


class DeferClearance(statements.NotYet, Command):
    name = "clearance.defer"
    title = "Defer the all-clear"


class ChangeRestriction(statements.Restriction, Command):
    name = "clearance.change_restriction"
    title = "Lift or extend a restriction"


class RecordTold(statements.Message, Command):
    name = "clearance.record_told"
    title = "Record that the patient was told"

"""The commands of followup: what a person may ask or record there."""

from bloodpatch.pathway.stages.followup import statements
from bloodpatch.pathway.statements import Command


class PlanContact(statements.Plan, Command):
    name = "followup.plan_contact"
    title = "Promise a contact"


class RecordContact(statements.Contact, Command):
    name = "followup.record_contact"
    title = "Record a contact"


class RecordReport(statements.Report, Command):
    name = "followup.record_report"
    title = "Record what the patient reports"


class RecordNoReply(statements.NoReply, Command):
    name = "followup.record_no_reply"
    title = "Record that nobody was reached"


class RecordRelief(statements.ReliefTold, Command):
    name = "followup.record_relief"
    title = "Record the relief"


class RecordLost(statements.Loss, Command):
    name = "followup.record_lost"
    title = "Sign that the patient cannot be found"


class RecordStatus(statements.Status, Command):
    name = "followup.record_status"
    title = "Record how the patient went on"

"""The commands of adverse event: what a person may ask or record there."""

from bloodpatch.pathway.stages.adverse_event import statements
from bloodpatch.pathway.statements import Command


class OpenEvent(statements.Opening, Command):
    name = "adverse_event.open"
    title = "Open an adverse event"


class RecordAction(statements.Action, Command):
    name = "adverse_event.record_action"
    title = "Record what was done about it"


class RecordEnding(statements.Ending, Command):
    name = "adverse_event.record_outcome"
    title = "Record what became of it"


class ReviewEvent(statements.Judgement, Command):
    name = "adverse_event.review"
    title = "Review an adverse event"


class DismissDraft(statements.Dismissal, Command):
    name = "adverse_event.dismiss"
    title = "Say why it is no adverse event"

"""The commands about adverse events and the events that follow: all of them say what happened."""

from bloodpatch.pathway.stages.adverse_event import statements as said
from bloodpatch.pathway.statements import Command


class OpenEvent(said.Opening, Command):
    name = "adverse_event.open"
    title = "Open an adverse event"


class RecordAction(said.Action, Command):
    name = "adverse_event.record_action"
    title = "Record what was done about it"


class RecordEnding(said.Ending, Command):
    name = "adverse_event.record_outcome"
    title = "Record what became of it"


class ReviewEvent(said.Judgement, Command):
    name = "adverse_event.review"
    title = "Review an adverse event"


class DismissDraft(said.Dismissal, Command):
    name = "adverse_event.dismiss"
    title = "Say why it is no adverse event"

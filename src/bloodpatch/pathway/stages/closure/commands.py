"""The commands of closure: what a person may ask or record there."""

from bloodpatch.pathway.stages.closure import statements
from bloodpatch.pathway.statements import Command


class CloseEpisode(statements.Signature, Command):
    name = "closure.close"
    title = "Close the episode"


class RecordOutcome(statements.OutcomeTold, Command):
    name = "closure.record_outcome"
    title = "Record the outcome"


class RecordDied(statements.Death, Command):
    name = "closure.record_died"
    title = "Record that the patient died"


class Reopen(statements.Reopening, Command):
    name = "closure.reopen"
    title = "Reopen the episode"

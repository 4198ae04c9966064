"""The commands of closure and the events that follow; one of them is a permit."""

from bloodpatch.pathway.stages.closure import statements as said
from bloodpatch.pathway.statements import Command


class CloseEpisode(said.Signature, Command):
    name = "closure.close"
    title = "Close the episode"


class RecordOutcome(said.OutcomeTold, Command):
    name = "closure.record_outcome"
    title = "Record the outcome"


class RecordDied(said.Death, Command):
    name = "closure.record_died"
    title = "Record that the patient died"


class Reopen(said.Reopening, Command):
    name = "closure.reopen"
    title = "Reopen the episode"

"""The commands of the repeat decision and the events that follow; one of them is a permit."""

from bloodpatch.pathway.stages.repeat import statements as said
from bloodpatch.pathway.statements import Command


class DecideRepeat(said.AnotherPatch, Command):
    name = "repeat.decide"
    title = "Decide on another patch"


class RecordRepeatDecision(said.Decision, Command):
    name = "repeat.record_decision"
    title = "Record what was decided about another patch"

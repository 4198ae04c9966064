"""The commands of repeat: what a person may ask or record there."""

from bloodpatch.pathway.stages.repeat import statements
from bloodpatch.pathway.statements import Command


class DecideRepeat(statements.AnotherPatch, Command):
    name = "repeat.decide"
    title = "Decide on another patch"


class RecordRepeatDecision(statements.Decision, Command):
    name = "repeat.record_decision"
    title = "Record what was decided about another patch"

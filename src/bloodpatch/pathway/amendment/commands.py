"""The commands of correction."""

from bloodpatch.pathway.amendment.statements import (
    Adoption,
    Correction,
    Expectation,
    Note,
    ReentryEnd,
    Strike,
)
from bloodpatch.pathway.statements import Command


class Correct(Correction, Command):
    name = "amendment.correct"
    title = "Correct an entry"


class StrikeEntries(Strike, Command):
    name = "amendment.strike"
    title = "Strike entries made in error"


class ExpectEntries(Expectation, Command):
    name = "amendment.expect"
    title = "Expect what was entered for another patient"


class FinishReentry(ReentryEnd, Command):
    name = "amendment.finish_reentry"
    title = "Enter what was struck in another record"


class AddNote(Note, Command):
    name = "amendment.note"
    title = "Add a note"


class AdoptProtocol(Adoption, Command):
    name = "amendment.adopt_protocol"
    title = "Move to another protocol"

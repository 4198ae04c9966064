"""The statements, commands and events of correction."""

from dataclasses import dataclass

from bloodpatch.pathway.codes import Code, PlainForm
from bloodpatch.pathway.events import Event
from bloodpatch.pathway.statements import Command, said
from bloodpatch.pathway.values import Count, FreeText

# STATEMENTS


@dataclass(frozen=True, kw_only=True)
class Correction:
    position: Count = said("Position of the event that is put right", required=True)
    field: Code = said("The field, or `occurred` for the time at which it happened", required=True)
    value: PlainForm | None = said("The right value; none where it was never stated")
    text: FreeText | None = said("The right value, where the field is free text")
    reason: FreeText = said("Why", ask="Reason for the correction", required=True)


@dataclass(frozen=True, kw_only=True)
class Strike:
    positions: tuple[Count, ...] = said("Events entered in error", required=True)
    belongs_to: Code | None = said("The episode in which they are entered again: wrong patient")
    reason: FreeText = said("Why", ask="Reason for striking", required=True)


@dataclass(frozen=True, kw_only=True)
class Expectation:
    struck_in: Code = said("The episode in which they were struck", required=True)
    positions: tuple[Count, ...] = said("The entries that belong to this patient", required=True)
    physicians_work: tuple[Count, ...] | None = said(
        "Those among them that a physician would have looked at there"
    )


@dataclass(frozen=True, kw_only=True)
class ReentryEnd:
    struck_in: Code = said("The episode in which they were struck", required=True)
    positions: tuple[Count, ...] = said("The entries that are not entered here", required=True)
    reason: FreeText = said(
        "Why they are not entered", ask="Why is the rest not entered?", required=True
    )


@dataclass(frozen=True, kw_only=True)
class Note:
    text: FreeText = said("Anything that has no field of its own", ask="Note", required=True)


@dataclass(frozen=True, kw_only=True)
class Adoption:
    protocol: Code = said("Hash of the protocol that this episode follows from now", required=True)
    reason: FreeText | None = said("Why", ask="Reason")


# COMMANDS AND EVENTS


class Correct(Correction, Command):
    name = "amendment.correct"
    title = "Correct an entry"


class Corrected(Correction, Event):
    name = "amendment.corrected"


class StrikeEntries(Strike, Command):
    name = "amendment.strike"
    title = "Strike entries made in error"


class Struck(Strike, Event):
    name = "amendment.struck"


class ExpectEntries(Expectation, Command):
    name = "amendment.expect"
    title = "Expect what was entered for another patient"


class EntriesExpected(Expectation, Event):
    name = "amendment.expected"


class FinishReentry(ReentryEnd, Command):
    name = "amendment.finish_reentry"
    title = "Enter what was struck in another record"


class ReentryFinished(ReentryEnd, Event):
    name = "amendment.reentry_finished"


class AddNote(Note, Command):
    name = "amendment.note"
    title = "Add a note"


class Noted(Note, Event):
    name = "amendment.noted"


class AdoptProtocol(Adoption, Command):
    name = "amendment.adopt_protocol"
    title = "Move to another protocol"


class ProtocolAdopted(Adoption, Event):
    name = "amendment.protocol_adopted"

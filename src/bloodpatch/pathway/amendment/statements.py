"""The statements, commands and events of correction."""

from dataclasses import dataclass

from bloodpatch.pathway.codes import Code, PlainForm
from bloodpatch.pathway.statements import said
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

"""The statements, commands and events of correction."""

from dataclasses import dataclass

from bloodpatch.pathway.codes import Code, PlainForm
from bloodpatch.pathway.statements import payload
from bloodpatch.pathway.values import Count, FreeText

# STATEMENTS


@dataclass(frozen=True, kw_only=True)
class Correction:
    position: Count = payload("Position of the event that is put right", required=True)
    field: Code = payload(
        "The field, or `occurred` for the time at which it happened", required=True
    )
    value: PlainForm | None = payload("The right value; none where it was never stated")
    text: FreeText | None = payload("The right value, where the field is free text")
    reason: FreeText = payload("Why", ask="Reason for the correction", required=True)


@dataclass(frozen=True, kw_only=True)
class Strike:
    positions: tuple[Count, ...] = payload("Events entered in error", required=True)
    belongs_to: Code | None = payload("The episode in which they are entered again: wrong patient")
    reason: FreeText = payload("Why", ask="Reason for striking", required=True)


@dataclass(frozen=True, kw_only=True)
class Expectation:
    struck_in: Code = payload("The episode in which they were struck", required=True)
    positions: tuple[Count, ...] = payload("The entries that belong to this patient", required=True)
    physicians_work: tuple[Count, ...] | None = payload(
        "Those among them that a physician would have looked at there"
    )


@dataclass(frozen=True, kw_only=True)
class ReentryEnd:
    struck_in: Code = payload("The episode in which they were struck", required=True)
    positions: tuple[Count, ...] = payload("The entries that are not entered here", required=True)
    reason: FreeText = payload(
        "Why they are not entered", ask="Why is the rest not entered?", required=True
    )


@dataclass(frozen=True, kw_only=True)
class Note:
    text: FreeText = payload("Anything that has no field of its own", ask="Note", required=True)


@dataclass(frozen=True, kw_only=True)
class Adoption:
    protocol: Code = payload(
        "Hash of the protocol that this episode follows from now", required=True
    )
    reason: FreeText | None = payload("Why", ask="Reason")


# COMMANDS AND EVENTS

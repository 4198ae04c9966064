"""The events of correction."""

from bloodpatch.pathway.amendment.statements import (
    Adoption,
    Correction,
    Expectation,
    Note,
    ReentryEnd,
    Strike,
)
from bloodpatch.pathway.events import Event


class Corrected(Correction, Event):
    name = "amendment.corrected"


class Struck(Strike, Event):
    name = "amendment.struck"


class EntriesExpected(Expectation, Event):
    name = "amendment.expected"


class ReentryFinished(ReentryEnd, Event):
    name = "amendment.reentry_finished"


class Noted(Note, Event):
    name = "amendment.noted"


class ProtocolAdopted(Adoption, Event):
    name = "amendment.protocol_adopted"

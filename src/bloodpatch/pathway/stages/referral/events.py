"""The events of referral: what was recorded, under the names that the record stores."""

from bloodpatch.pathway.events import Event
from bloodpatch.pathway.stages.referral import statements as said


class Received(said.Reference, Event):
    name = "referral.received"


class Sorted(said.Triage, Event):
    name = "referral.sorted"


class PunctureRecorded(said.Puncture, Event):
    name = "referral.puncture_recorded"


class OnsetRecorded(said.Onset, Event):
    name = "referral.onset_recorded"


class Declined(said.Declining, Event):
    name = "referral.declined"


class Withdrawn(said.Withdrawal, Event):
    name = "referral.withdrawn"


class MovementRecorded(said.Movement, Event):
    name = "referral.movement_recorded"

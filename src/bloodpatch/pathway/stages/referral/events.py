"""The events of referral: what was recorded, under the names that the record stores."""

from bloodpatch.pathway.events import Event
from bloodpatch.pathway.stages.referral import statements


class Received(statements.Reference, Event):
    name = "referral.received"


class Sorted(statements.Triage, Event):
    name = "referral.sorted"


class PunctureRecorded(statements.Puncture, Event):
    name = "referral.puncture_recorded"


class OnsetRecorded(statements.Onset, Event):
    name = "referral.onset_recorded"


class Declined(statements.Declining, Event):
    name = "referral.declined"


class Withdrawn(statements.Withdrawal, Event):
    name = "referral.withdrawn"


class MovementRecorded(statements.Movement, Event):
    name = "referral.movement_recorded"

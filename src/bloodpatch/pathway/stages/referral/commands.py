"""The commands and events of referral, and what is decided about them."""

from bloodpatch.pathway.stages.referral import statements as said
from bloodpatch.pathway.statements import Command


class Receive(said.Reference, Command):
    name = "referral.receive"
    title = "Take in a referral"


class Sort(said.Triage, Command):
    name = "referral.sort"
    title = "Read and sort the referral"


class RecordPuncture(said.Puncture, Command):
    name = "referral.record_puncture"
    title = "Record the puncture"


class RecordOnset(said.Onset, Command):
    name = "referral.record_onset"
    title = "Record when the headache began"


class RecordDeclined(said.Declining, Command):
    name = "referral.record_declined"
    title = "Record that the patient declines"


class Withdraw(said.Withdrawal, Command):
    name = "referral.withdraw"
    title = "Record that the patient left or withdrew"


class RecordMovement(said.Movement, Command):
    name = "referral.record_movement"
    title = "Record an admission, a return, a transfer"


# DECIDE

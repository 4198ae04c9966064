"""The commands of referral: what a person may ask or record there."""

from bloodpatch.pathway.stages.referral import statements
from bloodpatch.pathway.statements import Command


class Receive(statements.Reference, Command):
    name = "referral.receive"
    title = "Take in a referral"


class Sort(statements.Triage, Command):
    name = "referral.sort"
    title = "Read and sort the referral"


class RecordPuncture(statements.Puncture, Command):
    name = "referral.record_puncture"
    title = "Record the puncture"


class RecordOnset(statements.Onset, Command):
    name = "referral.record_onset"
    title = "Record when the headache began"


class RecordDeclined(statements.Declining, Command):
    name = "referral.record_declined"
    title = "Record that the patient declines"


class Withdraw(statements.Withdrawal, Command):
    name = "referral.withdraw"
    title = "Record that the patient left or withdrew"


class RecordMovement(statements.Movement, Command):
    name = "referral.record_movement"
    title = "Record an admission, a return, a transfer"

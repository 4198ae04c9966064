"""The commands of review."""

from bloodpatch.pathway.review.statements import Acknowledgement, Lift, Override
from bloodpatch.pathway.statements import Command


class OverrideHold(Override, Command):
    name = "review.override_hold"
    title = "Override a hold"


class LiftStop(Lift, Command):
    name = "review.lift_stop"
    title = "Record the review that lifts a stop"


class Acknowledge(Acknowledgement, Command):
    name = "review.acknowledge"
    title = "Look at what was recorded against a rule"

"""The events of review."""

from bloodpatch.pathway.events import Event
from bloodpatch.pathway.review.statements import Acknowledgement, Lift, Override


class HoldOverridden(Override, Event):
    name = "review.hold_overridden"


class StopLifted(Lift, Event):
    name = "review.stop_lifted"


class Acknowledged(Acknowledgement, Event):
    name = "review.acknowledged"

"""Each command of review with its event and its rungs."""

from bloodpatch.pathway.acts import record
from bloodpatch.pathway.review.commands import Acknowledge, LiftStop, OverrideHold
from bloodpatch.pathway.review.events import Acknowledged, HoldOverridden, StopLifted
from bloodpatch.pathway.review.rules import can_be_lifted, is_a_hold

ACTS = (
    record(OverrideHold, becomes=HoldOverridden, contradicts=(is_a_hold,)),
    record(LiftStop, becomes=StopLifted, contradicts=(can_be_lifted,)),
    record(Acknowledge, becomes=Acknowledged),
)

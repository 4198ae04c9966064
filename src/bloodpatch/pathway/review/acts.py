"""Each command of review with its event and its rungs."""

from bloodpatch.pathway.acts import record
from bloodpatch.pathway.review.commands import Acknowledge, LiftStop, OverrideHold
from bloodpatch.pathway.review.events import Acknowledged, HoldOverridden, StopLifted
from bloodpatch.pathway.review.rules import (
    can_be_lifted,
    hold_is_as_it_was_seen,
    is_a_hold,
    is_for_a_permit,
    stop_is_as_it_was_seen,
)

ACTS = (
    record(
        OverrideHold,
        becomes=HoldOverridden,
        contradicts=(is_a_hold, is_for_a_permit, hold_is_as_it_was_seen),
    ),
    record(LiftStop, becomes=StopLifted, contradicts=(can_be_lifted, stop_is_as_it_was_seen)),
    record(Acknowledge, becomes=Acknowledged),
)

"""Each command of clearance with the event that follows and the rungs that it climbs."""

from bloodpatch.pathway.acts import Act, permit, record
from bloodpatch.pathway.stages.clearance import rules
from bloodpatch.pathway.stages.clearance.commands import (
    ChangeRestriction,
    ClearActivity,
    DeferClearance,
    RecordTold,
)
from bloodpatch.pathway.stages.clearance.events import (
    Cleared,
    Deferred,
    PatientTold,
    RestrictionChanged,
)

ACTS: tuple[Act, ...] = (
    permit(
        ClearActivity,
        becomes=Cleared,
        state=rules.BEFORE_CLEARING,
        depends_on=("clearance", "followup", "adverse_event", "referral.withdrawn"),
    ),
    record(DeferClearance, becomes=Deferred, depends_on=("clearance",)),
    record(ChangeRestriction, becomes=RestrictionChanged),
    record(RecordTold, becomes=PatientTold),
)

"""Each command of discharge with the event that follows and the rungs that it climbs."""

from bloodpatch.pathway.acts import Act, permit, record
from bloodpatch.pathway.stages.discharge import commands as c
from bloodpatch.pathway.stages.discharge.events import (
    Departed,
    DischargePermitted,
    Instructed,
    Left,
    NeurologyChecked,
    RestartPlanned,
    SedationScored,
)
from bloodpatch.pathway.stages.discharge.rules import (
    BEFORE_LEAVING,
    discharge_was_permitted,
    left_against_advice,
    neurology_as_before,
    somebody_is_at_home,
)

ACTS: tuple[Act, ...] = (
    record(c.RecordNeurology, becomes=NeurologyChecked),
    record(c.RecordSedationScore, becomes=SedationScored),
    record(c.RecordInstructions, becomes=Instructed),
    record(c.RecordRestartPlan, becomes=RestartPlanned),
    permit(
        c.PermitDischarge,
        becomes=DischargePermitted,
        state=BEFORE_LEAVING,
        depends_on=("discharge.departed", "discharge.left", "adverse_event", "procedure"),
    ),
    record(
        c.RecordDeparture,
        becomes=Departed,
        judged_by=(discharge_was_permitted, neurology_as_before),
        fields=(somebody_is_at_home,),
        depends_on=("discharge.departed", "discharge.left"),
    ),
    record(
        c.RecordLeft,
        becomes=Left,
        judged_by=(left_against_advice, neurology_as_before),
        depends_on=("discharge.departed", "discharge.left"),
    ),
)

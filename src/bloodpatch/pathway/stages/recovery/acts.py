"""Each command of recovery with the event that follows and the rungs that it climbs."""

from bloodpatch.pathway.acts import permit, record
from bloodpatch.pathway.stages.recovery.commands import (
    PermitStanding,
    Receive,
    RecordGotUp,
    RecordLayDown,
    RecordObservations,
    RecordStandAndWalk,
    StartRest,
)
from bloodpatch.pathway.stages.recovery.events import (
    GotUp,
    LayDown,
    Observed,
    Received,
    RestStarted,
    StandingPermitted,
    StoodAndWalked,
)
from bloodpatch.pathway.stages.recovery.rules import (
    BEFORE_STANDING,
    failed_test_lies_down,
    got_up_early,
    patch_was_given,
    rest_is_over,
    rest_was_started,
)

ACTS = (
    record(Receive, becomes=Received, judged_by=(patch_was_given,)),
    record(StartRest, becomes=RestStarted, judged_by=(patch_was_given,)),
    record(RecordObservations, becomes=Observed),
    record(RecordGotUp, becomes=GotUp, judged_by=(rest_was_started, got_up_early)),
    record(RecordLayDown, becomes=LayDown),
    permit(
        PermitStanding,
        becomes=StandingPermitted,
        state=BEFORE_STANDING,
        depends_on=("recovery.got_up", "recovery.lay_down", "recovery.stood_and_walked"),
    ),
    record(
        RecordStandAndWalk,
        becomes=StoodAndWalked,
        judged_by=(rest_is_over,),
        fields=(failed_test_lies_down,),
        depends_on=("recovery.stood_and_walked",),
    ),
)

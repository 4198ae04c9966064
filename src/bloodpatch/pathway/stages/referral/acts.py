"""Each command of referral with the event that follows and the rungs that it climbs."""

from bloodpatch.pathway.acts import Act, record
from bloodpatch.pathway.stages.referral.commands import (
    Receive,
    RecordDeclined,
    RecordMovement,
    RecordOnset,
    RecordPuncture,
    Sort,
    Withdraw,
)
from bloodpatch.pathway.stages.referral.events import (
    Declined,
    MovementRecorded,
    OnsetRecorded,
    PunctureRecorded,
    Received,
    Sorted,
    Withdrawn,
)
from bloodpatch.pathway.stages.referral.rules import (
    one_puncture_at_a_time,
    onset_follows_puncture,
    puncture_precedes_onset,
    refusal_is_whole,
)

ACTS: tuple[Act, ...] = (
    record(Receive, becomes=Received),
    record(Sort, becomes=Sorted),
    record(
        RecordPuncture,
        becomes=PunctureRecorded,
        fields=(one_puncture_at_a_time,),
        contradicts=(puncture_precedes_onset,),
    ),
    record(RecordOnset, becomes=OnsetRecorded, contradicts=(onset_follows_puncture,)),
    record(
        RecordDeclined,
        becomes=Declined,
        fields=(refusal_is_whole,),
        depends_on=("referral.declined",),
    ),
    record(Withdraw, becomes=Withdrawn, depends_on=("referral.withdrawn",)),
    record(RecordMovement, becomes=MovementRecorded),
)

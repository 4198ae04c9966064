"""Each command of adverse event with the event that follows and the rungs that it climbs."""

from bloodpatch.pathway.acts import Act, record
from bloodpatch.pathway.stages.adverse_event import rules
from bloodpatch.pathway.stages.adverse_event.commands import (
    DismissDraft,
    OpenEvent,
    RecordAction,
    RecordEnding,
    ReviewEvent,
)
from bloodpatch.pathway.stages.adverse_event.events import (
    ActionRecorded,
    Dismissed,
    Ended,
    Opened,
    Reviewed,
)

ACTS: tuple[Act, ...] = (
    record(
        OpenEvent,
        becomes=Opened,
        fields=(rules.which_patch_is_told, rules.it_is_graded),
        contradicts=(rules.entry_exists,),
    ),
    record(RecordAction, becomes=ActionRecorded, contradicts=(rules.event_exists,)),
    record(RecordEnding, becomes=Ended, contradicts=(rules.event_exists,)),
    record(
        ReviewEvent,
        becomes=Reviewed,
        contradicts=(rules.event_exists, rules.one_event_is_meant),
        depends_on=("adverse_event.opened", "adverse_event.reviewed"),
    ),
    record(
        DismissDraft,
        becomes=Dismissed,
        contradicts=(rules.entry_exists,),
        depends_on=("adverse_event.opened", "adverse_event.dismissed"),
    ),
)

"""Each command of followup with the event that follows and the rungs that it climbs."""

from bloodpatch.pathway.acts import Act, record
from bloodpatch.pathway.rules.imaging import collection_was_imaged_again
from bloodpatch.pathway.stages.followup import rules
from bloodpatch.pathway.stages.followup.commands import (
    PlanContact,
    RecordContact,
    RecordLost,
    RecordNoReply,
    RecordRelief,
    RecordReport,
    RecordStatus,
)
from bloodpatch.pathway.stages.followup.events import (
    Contacted,
    ContactPlanned,
    Lost,
    NotReached,
    ReliefRecorded,
    Reported,
    StatusRecorded,
)

TOLD = (rules.red_flag_goes_to_a_physician, rules.complaint_is_an_adverse_event_until_looked_at)
RELAPSE = (rules.headache_stays_or_came_back, rules.restrictions_hold_again)


ACTS: tuple[Act, ...] = (
    record(PlanContact, becomes=ContactPlanned),
    record(
        RecordContact,
        becomes=Contacted,
        fields=(*TOLD, *RELAPSE, rules.everything_was_asked),
    ),
    record(RecordReport, becomes=Reported, fields=(*TOLD, *RELAPSE, rules.red_flags_were_asked)),
    record(RecordNoReply, becomes=NotReached),
    record(
        RecordRelief,
        becomes=ReliefRecorded,
        judged_by=(rules.next_contact_is_set, collection_was_imaged_again),
        fields=RELAPSE,
    ),
    record(RecordLost, becomes=Lost, judged_by=(rules.enough_was_tried,)),
    record(
        RecordStatus,
        becomes=StatusRecorded,
        judged_by=(rules.next_contact_is_set, collection_was_imaged_again),
        fields=RELAPSE,
    ),
)

"""The commands of follow-up and the events that follow: all of them say what happened."""

from bloodpatch.pathway.acts import Act, record
from bloodpatch.pathway.events import Event
from bloodpatch.pathway.rules.imaging import collection_was_imaged_again
from bloodpatch.pathway.stages.followup import rules
from bloodpatch.pathway.stages.followup import statements as said
from bloodpatch.pathway.statements import Command


class PlanContact(said.Plan, Command):
    name = "followup.plan_contact"
    title = "Promise a contact"


class ContactPlanned(said.Plan, Event):
    name = "followup.contact_planned"


class RecordContact(said.Contact, Command):
    name = "followup.record_contact"
    title = "Record a contact"


class Contacted(said.Contact, Event):
    name = "followup.contacted"


class RecordReport(said.Report, Command):
    name = "followup.record_report"
    title = "Record what the patient reports"


class Reported(said.Report, Event):
    name = "followup.reported"


class RecordNoReply(said.NoReply, Command):
    name = "followup.record_no_reply"
    title = "Record that nobody was reached"


class NotReached(said.NoReply, Event):
    name = "followup.not_reached"


class RecordRelief(said.ReliefTold, Command):
    name = "followup.record_relief"
    title = "Record the relief"


class ReliefRecorded(said.ReliefTold, Event):
    name = "followup.relief_recorded"


class RecordLost(said.Loss, Command):
    name = "followup.record_lost"
    title = "Sign that the patient cannot be found"


class Lost(said.Loss, Event):
    name = "followup.lost"


class RecordStatus(said.Status, Command):
    name = "followup.record_status"
    title = "Record how the patient went on"


class StatusRecorded(said.Status, Event):
    name = "followup.status_recorded"


TOLD = (rules.red_flag_goes_to_a_physician, rules.complaint_is_an_adverse_event_until_looked_at)

ACTS: tuple[Act, ...] = (
    record(PlanContact, becomes=ContactPlanned),
    record(
        RecordContact,
        becomes=Contacted,
        fields=(*TOLD, rules.headache_stays_or_came_back, rules.everything_was_asked),
    ),
    record(RecordReport, becomes=Reported, fields=(*TOLD, rules.headache_stays_or_came_back)),
    record(RecordNoReply, becomes=NotReached),
    record(
        RecordRelief,
        becomes=ReliefRecorded,
        judged_by=(rules.next_contact_is_set, collection_was_imaged_again),
        fields=(rules.headache_stays_or_came_back,),
    ),
    record(RecordLost, becomes=Lost, judged_by=(rules.enough_was_tried,)),
    record(
        RecordStatus,
        becomes=StatusRecorded,
        judged_by=(rules.next_contact_is_set, collection_was_imaged_again),
        fields=(rules.headache_stays_or_came_back,),
    ),
)

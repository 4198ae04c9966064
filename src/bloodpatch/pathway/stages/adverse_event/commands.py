"""The commands about adverse events and the events that follow: all of them say what happened."""

from bloodpatch.pathway.acts import Act, record
from bloodpatch.pathway.events import Event
from bloodpatch.pathway.stages.adverse_event import rules
from bloodpatch.pathway.stages.adverse_event import statements as said
from bloodpatch.pathway.statements import Command


class OpenEvent(said.Opening, Command):
    name = "adverse_event.open"
    title = "Open an adverse event"


class Opened(said.Opening, Event):
    name = "adverse_event.opened"


class RecordAction(said.Action, Command):
    name = "adverse_event.record_action"
    title = "Record what was done about it"


class ActionRecorded(said.Action, Event):
    name = "adverse_event.action_recorded"


class RecordEnding(said.Ending, Command):
    name = "adverse_event.record_outcome"
    title = "Record what became of it"


class Ended(said.Ending, Event):
    name = "adverse_event.outcome_recorded"


class ReviewEvent(said.Judgement, Command):
    name = "adverse_event.review"
    title = "Review an adverse event"


class Reviewed(said.Judgement, Event):
    name = "adverse_event.reviewed"


class DismissDraft(said.Dismissal, Command):
    name = "adverse_event.dismiss"
    title = "Say why it is no adverse event"


class Dismissed(said.Dismissal, Event):
    name = "adverse_event.dismissed"


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

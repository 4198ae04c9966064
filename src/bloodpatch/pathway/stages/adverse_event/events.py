"""The events of adverse event: what was recorded, under the names that the record stores."""

from bloodpatch.pathway.events import Event
from bloodpatch.pathway.stages.adverse_event import statements


class Opened(statements.Opening, Event):
    name = "adverse_event.opened"


class ActionRecorded(statements.Action, Event):
    name = "adverse_event.action_recorded"


class Ended(statements.Ending, Event):
    name = "adverse_event.outcome_recorded"


class Reviewed(statements.Judgement, Event):
    name = "adverse_event.reviewed"


class Dismissed(statements.Dismissal, Event):
    name = "adverse_event.dismissed"

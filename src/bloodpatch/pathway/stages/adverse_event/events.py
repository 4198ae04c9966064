"""The events of adverse event: what was recorded, under the names that the record stores."""

from bloodpatch.pathway.events import Event
from bloodpatch.pathway.stages.adverse_event import statements as said


class Opened(said.Opening, Event):
    name = "adverse_event.opened"


class ActionRecorded(said.Action, Event):
    name = "adverse_event.action_recorded"


class Ended(said.Ending, Event):
    name = "adverse_event.outcome_recorded"


class Reviewed(said.Judgement, Event):
    name = "adverse_event.reviewed"


class Dismissed(said.Dismissal, Event):
    name = "adverse_event.dismissed"

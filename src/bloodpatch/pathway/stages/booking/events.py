"""The events of booking: what was recorded, under the names that the record stores."""

from bloodpatch.pathway.events import Event
from bloodpatch.pathway.stages.booking import statements


class Booked(statements.Slot, Event):
    name = "booking.booked"


class Confirmed(statements.Firmness, Event):
    name = "booking.confirmed"


class Cancelled(statements.CallingOff, Event):
    name = "booking.cancelled"


class Deferred(statements.CallingOff, Event):
    name = "booking.deferred"


class DidNotAttend(statements.Absence, Event):
    name = "booking.did_not_attend"


class SettingRecorded(statements.Place, Event):
    name = "booking.setting_recorded"

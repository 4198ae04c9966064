"""The events of booking: what was recorded, under the names that the record stores."""

from bloodpatch.pathway.events import Event
from bloodpatch.pathway.stages.booking import statements as said


class Booked(said.Slot, Event):
    name = "booking.booked"


class Confirmed(said.Firmness, Event):
    name = "booking.confirmed"


class Cancelled(said.CallingOff, Event):
    name = "booking.cancelled"


class Deferred(said.CallingOff, Event):
    name = "booking.deferred"


class DidNotAttend(said.Absence, Event):
    name = "booking.did_not_attend"


class SettingRecorded(said.Place, Event):
    name = "booking.setting_recorded"

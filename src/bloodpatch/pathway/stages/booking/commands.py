"""The commands and events of booking, and what is decided about them."""

from bloodpatch.pathway.stages.booking import statements as said
from bloodpatch.pathway.statements import Command


class Book(said.Slot, Command):
    name = "booking.book"
    title = "Book the patch"


class Confirm(said.Firmness, Command):
    name = "booking.confirm"
    title = "Make the booking firm"


class Cancel(said.CallingOff, Command):
    name = "booking.cancel"
    title = "Cancel the booking"


class Defer(said.CallingOff, Command):
    name = "booking.defer"
    title = "Defer the booking"


class RecordDidNotAttend(said.Absence, Command):
    name = "booking.record_did_not_attend"
    title = "Record that the patient did not come"


class RecordSetting(said.Place, Command):
    name = "booking.record_setting"
    title = "Record where a patch was planned"


# DECIDE

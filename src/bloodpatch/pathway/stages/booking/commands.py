"""The commands of booking: what a person may ask or record there."""

from bloodpatch.pathway.stages.booking import statements
from bloodpatch.pathway.statements import Command


class Book(statements.Slot, Command):
    name = "booking.book"
    title = "Book the patch"


class Confirm(statements.Firmness, Command):
    name = "booking.confirm"
    title = "Make the booking firm"


class Cancel(statements.CallingOff, Command):
    name = "booking.cancel"
    title = "Cancel the booking"


class Defer(statements.CallingOff, Command):
    name = "booking.defer"
    title = "Defer the booking"


class RecordDidNotAttend(statements.Absence, Command):
    name = "booking.record_did_not_attend"
    title = "Record that the patient did not come"


class RecordSetting(statements.Place, Command):
    name = "booking.record_setting"
    title = "Record where a patch was planned"

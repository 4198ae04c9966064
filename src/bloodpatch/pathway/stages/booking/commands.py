"""The commands and events of booking, and what is decided about them."""

from typing import TYPE_CHECKING

from bloodpatch.pathway.acts import Act, permit, record
from bloodpatch.pathway.context import Context
from bloodpatch.pathway.events import Event
from bloodpatch.pathway.findings import Cause, Findings, Level, declare
from bloodpatch.pathway.rules.closed_episode import episode_is_open
from bloodpatch.pathway.rules.drug_wait import slot_is_after_the_hold_time
from bloodpatch.pathway.rules.patched_already import no_patch_in_this_round
from bloodpatch.pathway.rules.person import one_patient_one_record
from bloodpatch.pathway.rules.red_flag import red_flags_are_clear, red_flags_were_asked
from bloodpatch.pathway.stages.booking import statements as said
from bloodpatch.pathway.statements import Command
from bloodpatch.pathway.treatment_way import Way

if TYPE_CHECKING:
    from bloodpatch.pathway.episode import Episode


class Book(said.Slot, Command):
    name = "booking.book"
    title = "Book the patch"


class Booked(said.Slot, Event):
    name = "booking.booked"


class Confirm(said.Firmness, Command):
    name = "booking.confirm"
    title = "Make the booking firm"


class Confirmed(said.Firmness, Event):
    name = "booking.confirmed"


class Cancel(said.CallingOff, Command):
    name = "booking.cancel"
    title = "Cancel the booking"


class Cancelled(said.CallingOff, Event):
    name = "booking.cancelled"


class Defer(said.CallingOff, Command):
    name = "booking.defer"
    title = "Defer the booking"


class Deferred(said.CallingOff, Event):
    name = "booking.deferred"


class RecordDidNotAttend(said.Absence, Command):
    name = "booking.record_did_not_attend"
    title = "Record that the patient did not come"


class DidNotAttend(said.Absence, Event):
    name = "booking.did_not_attend"


class RecordSetting(said.Place, Command):
    name = "booking.record_setting"
    title = "Record where a patch was planned"


class SettingRecorded(said.Place, Event):
    name = "booking.setting_recorded"


# DECIDE

NO_DECISION = declare(
    code="booking.no_decision",
    level=Level.HOLD,
    cause=Cause.MISSING,
    says="No physician has decided on a patch.",
    rule="A patch is booked once a physician has decided on it.",
    clears="A physician decides.",
    asks="assessment.decide_patch",
    treatment=("T3", "T4"),
    replay=("HOLD_PATCH",),
)

ALREADY_BOOKED = declare(
    code="booking.already_booked",
    level=Level.HOLD,
    cause=Cause.PRESENT,
    says="There is a booking already, for {starts}.",
    rule="A patient has one booking at a time.",
    clears="Cancel or defer that one first.",
    source="clinic",
    hazards=("H18",),
)

IN_THE_PAST = declare(
    code="booking.in_the_past",
    level=Level.HOLD,
    cause=Cause.PRESENT,
    says="{starts} is over.",
    rule="A booking is for a time that is still to come.",
    clears="Choose a later time.",
    source="clinic",
)

NOTHING_BOOKED = declare(
    code="booking.nothing_booked",
    level=Level.ADVISE,
    cause=Cause.MISSING,
    says="There was no booking to call off.",
    rule="What is called off was booked before.",
    clears="Nothing to do, unless the booking was forgotten.",
    source="clinic",
)


def patch_was_decided(episode: "Episode", context: Context) -> Findings:
    if episode.way is not Way.PATCH:
        yield NO_DECISION(context)


def no_other_booking(episode: "Episode", context: Context) -> Findings:
    if booked := episode.now.booking.in_force:
        yield ALREADY_BOOKED(context, starts=booked.event.starts.at)


def still_to_come(_: "Episode", command: Book, context: Context) -> Findings:
    if command.starts.latest < context.now:
        yield IN_THE_PAST(context, starts=command.starts.at)


def something_was_booked(episode: "Episode", context: Context) -> Findings:
    if episode.now.booking.in_force is None:
        yield NOTHING_BOOKED(context)


OTHER_BOOKINGS = ("booking.booked", "booking.cancelled", "booking.deferred")

ACTS: tuple[Act, ...] = (
    permit(
        Book,
        becomes=Booked,
        state=(
            episode_is_open,
            patch_was_decided,
            no_patch_in_this_round,
            one_patient_one_record,
            red_flags_are_clear,
            red_flags_were_asked,
            no_other_booking,
        ),
        fields=(still_to_come, slot_is_after_the_hold_time),
        depends_on=OTHER_BOOKINGS,
    ),
    record(
        Confirm, becomes=Confirmed, judged_by=(something_was_booked,), depends_on=OTHER_BOOKINGS
    ),
    record(Cancel, becomes=Cancelled, judged_by=(something_was_booked,), depends_on=OTHER_BOOKINGS),
    record(Defer, becomes=Deferred, judged_by=(something_was_booked,), depends_on=OTHER_BOOKINGS),
    record(RecordDidNotAttend, becomes=DidNotAttend, judged_by=(something_was_booked,)),
    record(RecordSetting, becomes=SettingRecorded),
)

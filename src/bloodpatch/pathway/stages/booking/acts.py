"""Each command of booking with the event that follows and the rungs that it climbs."""

from bloodpatch.pathway.acts import Act, permit, record
from bloodpatch.pathway.rules.closed_episode import episode_is_open
from bloodpatch.pathway.rules.collected import advice_stands
from bloodpatch.pathway.rules.drug_wait import slot_is_after_the_hold_time
from bloodpatch.pathway.rules.fever import no_fever_was_measured
from bloodpatch.pathway.rules.patched_already import no_patch_in_this_round
from bloodpatch.pathway.rules.person import one_patient_one_record
from bloodpatch.pathway.rules.red_flag import red_flags_are_clear, red_flags_were_asked
from bloodpatch.pathway.stages.booking.commands import (
    Book,
    Cancel,
    Confirm,
    Defer,
    RecordDidNotAttend,
    RecordSetting,
)
from bloodpatch.pathway.stages.booking.events import (
    Booked,
    Cancelled,
    Confirmed,
    Deferred,
    DidNotAttend,
    SettingRecorded,
)
from bloodpatch.pathway.stages.booking.rules import (
    is_provisional,
    no_other_booking,
    not_late_for_a_severe_headache,
    patch_was_decided,
    something_was_booked,
    still_to_come,
)

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
            no_fever_was_measured,
            red_flags_were_asked,
            no_other_booking,
            advice_stands,
        ),
        waived=(is_provisional, (red_flags_are_clear, no_fever_was_measured, red_flags_were_asked)),
        fields=(still_to_come, slot_is_after_the_hold_time, not_late_for_a_severe_headache),
        depends_on=OTHER_BOOKINGS,
    ),
    record(
        Confirm,
        becomes=Confirmed,
        judged_by=(something_was_booked, red_flags_are_clear),
        depends_on=OTHER_BOOKINGS,
    ),
    record(Cancel, becomes=Cancelled, judged_by=(something_was_booked,), depends_on=OTHER_BOOKINGS),
    record(Defer, becomes=Deferred, judged_by=(something_was_booked,), depends_on=OTHER_BOOKINGS),
    record(RecordDidNotAttend, becomes=DidNotAttend, judged_by=(something_was_booked,)),
    record(RecordSetting, becomes=SettingRecorded),
)

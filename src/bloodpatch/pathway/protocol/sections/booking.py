"""What the protocol says about booking (T4 T5): how long the room and the bay are held."""

from dataclasses import dataclass

from bloodpatch.pathway.protocol.kinds import whole


@dataclass(frozen=True, kw_only=True)
class Booking:
    """Times held in the calendar, and how soon somebody acts when a booking falls through."""

    planned_minutes: int = whole("The procedure room is held for", unit="min", low=15, high=180)
    recovery_bay_minutes: int = whole(
        "The recovery bay is held for, counted from the end of the procedure",
        unit="min",
        low=30,
        high=480,
    )
    red_flag_screen_valid_hours: int = whole(
        "A red-flag screen counts for the day's procedure when no older than",
        unit="h",
        low=1,
        high=24,
    )
    book_due_hours: int = whole(
        "A patch that was decided is booked within", unit="h", low=1, high=48
    )
    severe_within_hours: int = whole(
        "A patch for a severe headache that is booked further ahead than this is said to be late",
        unit="h",
        low=6,
        high=72,
    )
    provisional_review_due_hours: int = whole(
        "A provisional booking (a scan is awaited) is looked at again within",
        unit="h",
        low=1,
        high=72,
    )
    no_show_call_minutes: int = whole(
        "A patient who did not attend is called within", unit="min", low=5, high=240
    )
    rebook_due_hours: int = whole(
        "Cancelled, deferred or not attended: booked again or decided otherwise within",
        unit="h",
        low=1,
        high=72,
    )
    image_from_kg: int = whole(
        "A patient of this weight or more is patched under imaging, with a long needle at hand",
        unit="kg",
        low=90,
        high=200,
    )

"""What can speak against an act of booking, or is worth knowing before it."""

from bloodpatch.pathway.findings import Cause, Level, declare

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


BOOKED_LATE = declare(
    code="booking.late",
    level=Level.ADVISE,
    cause=Cause.PRESENT,
    says="{starts} is more than {hours} hours from now, and the headache is severe: is there "
    "anything sooner?",
    rule="A headache that keeps somebody in bed does not wait for days.",
    clears="Choose an earlier time; or book it, and look at the patient daily.",
    value="booking.severe_within_hours",
    hazards=("H36",),
    treatment=("T4",),
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

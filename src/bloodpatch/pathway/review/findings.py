"""What can speak against a physician's word."""

from bloodpatch.pathway.findings import Cause, Level, declare

NOT_A_HOLD = declare(
    code="review.not_a_hold",
    level=Level.STOP,
    cause=Cause.PRESENT,
    says="{finding} is not a hold, so it cannot be overridden.",
    rule="Only a hold can be overridden; a stop needs the fact or a recorded review to change.",
    clears="Record the examination or the imaging that settles it.",
    source="clinic",
    hazards=("H06",),
    refuses_record=True,
)


NOT_LIFTED_BY_REVIEW = declare(
    code="review.not_lifted_by_review",
    level=Level.STOP,
    cause=Cause.PRESENT,
    says="{finding} cannot be lifted by an examination.",
    rule="A stop is lifted by a review only where the rule says which review settles it.",
    clears="Change the fact: see what the finding says would clear it.",
    source="clinic",
    refuses_record=True,
)


STANDS_OTHERWISE = declare(
    code="review.stands_otherwise",
    level=Level.STOP,
    cause=Cause.PRESENT,
    says="It has changed since you looked. Now: {now}",
    rule="A physician's word counts for the values that were looked at.",
    clears="Look at it as it stands now, and decide again.",
    source="clinic",
    hazards=("H06", "H08"),
    refuses_record=True,
)


STANDS_NO_MORE = declare(
    code="review.stands_no_more",
    level=Level.STOP,
    cause=Cause.PRESENT,
    says="{finding} does not stand now, so there is nothing to lift.",
    rule="A review lifts a stop that stands; it does not lift one beforehand.",
    clears="Record what was examined as an examination or an image.",
    source="clinic",
    hazards=("H08",),
    refuses_record=True,
)


NO_SUCH_ACT = declare(
    code="review.no_such_act",
    level=Level.STOP,
    cause=Cause.PRESENT,
    says="{act} is nothing that a hold can hold back.",
    rule="A hold is overridden for an act that is asked for beforehand.",
    clears="Override it from the page on which it stands.",
    source="clinic",
    refuses_record=True,
)

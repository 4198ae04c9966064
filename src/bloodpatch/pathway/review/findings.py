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

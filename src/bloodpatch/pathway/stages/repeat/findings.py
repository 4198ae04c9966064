"""What can speak against an act of repeat, or is worth knowing before it."""

from bloodpatch.pathway.findings import Cause, Level, declare

NO_PATCH = declare(
    code="repeat.no_patch",
    level=Level.HOLD,
    cause=Cause.MISSING,
    says="No patch is recorded since the last decision on one.",
    rule="A patch can be repeated only after one was given.",
    clears="Record the patch; or decide on the first one at the assessment.",
    asks="procedure.record_patch",
    treatment=("T15",),
)


NOT_REASSESSED = declare(
    code="repeat.not_reassessed",
    level=Level.HOLD,
    cause=Cause.MISSING,
    says="The headache has not been assessed since the patch, or since it was given up.",
    rule="Another patch is decided on a headache that was assessed again after the last try.",
    clears="Record the headache as it is now.",
    asks="assessment.record_headache",
    hazards=("H49",),
    treatment=("T15",),
    fact="repeat.reassessed",
    replay=("REVIEW_DIAGNOSIS", "REPEAT_HOLD"),
)


REASSESSED_LONG_AGO = declare(
    code="repeat.reassessed_long_ago",
    level=Level.HOLD,
    cause=Cause.MISSING,
    says="The headache was last assessed {at}, more than {hours} hours ago.",
    rule="The assessment behind the decision is fresh.",
    clears="Record the headache as it is now.",
    asks="assessment.record_headache",
    value="repeat.reassessment_valid_hours",
    hazards=("H49",),
    treatment=("T15",),
    fact="repeat.reassessed",
    replay=("REVIEW_DIAGNOSIS", "REPEAT_HOLD"),
)


FLAGS_NOT_ASKED = declare(
    code="repeat.flags_not_asked",
    level=Level.HOLD,
    cause=Cause.MISSING,
    says="Red flags have not all been asked in the last {hours} hours, after the last try.",
    rule="Before another patch every red flag is asked again; not asked is never no.",
    clears="Ask, and record the answers.",
    asks="assessment.screen_red_flags",
    value="repeat.reassessment_valid_hours",
    hazards=("H49", "H08"),
    treatment=("T15",),
    replay=("REVIEW_DIAGNOSIS", "MISSING_DATA"),
)


TOO_SOON = declare(
    code="repeat.too_soon",
    level=Level.HOLD,
    cause=Cause.PRESENT,
    says="The last patch is less than {hours} hours ago; the next one is possible from {until}.",
    rule="Relief may still come: between one patch and the next some time passes.",
    clears="Wait until {until}.",
    value="repeat.min_interval_hours",
    hazards=("H49",),
    treatment=("T15",),
    replay=("REPEAT_HOLD",),
)


LAST_PATCH_UNTIMED = declare(
    code="repeat.last_patch_untimed",
    level=Level.HOLD,
    cause=Cause.MISSING,
    says="When the last patch was given is not known; {hours} hours must lie between.",
    rule="Relief may still come: between one patch and the next some time passes.",
    clears="Correct the time of the last patch.",
    value="repeat.min_interval_hours",
    hazards=("H49",),
    treatment=("T15",),
    replay=("MISSING_DATA",),
)


SPECIALIST_FIRST = declare(
    code="repeat.specialist_first",
    level=Level.HOLD,
    cause=Cause.MISSING,
    says="{patches} patches were given: no specialist's opinion is recorded since the last.",
    rule="After several patches the diagnosis may be wrong; a specialist looks before another.",
    clears="Record the opinion of a specialist.",
    asks="assessment.record_opinion",
    value="repeat.specialist_review_after_patches",
    hazards=("H49",),
    treatment=("T15",),
    replay=("REPEAT_HOLD", "ESCALATE"),
)


THINK_AGAIN = declare(
    code="repeat.think_again",
    level=Level.ADVISE,
    cause=Cause.PRESENT,
    says="{because}: think again whether the diagnosis is right, before another patch.",
    rule="Before another patch the diagnosis is looked at again.",
    clears="Record the diagnosis as it now stands.",
    source="uppal2023",
    certainty="memory-medium",
    hazards=("H10", "H49"),
    treatment=("T15",),
    replay=("REVIEW_DIAGNOSIS",),
)


EVENT_OPEN = declare(
    code="repeat.event_open",
    level=Level.HOLD,
    cause=Cause.PRESENT,
    says="Not yet looked at by a physician: {what}.",
    rule="What the last patch did is looked at before another one.",
    clears="A physician reviews it.",
    hazards=("H48", "H49"),
    treatment=("T14", "T15"),
    replay=("REPEAT_HOLD", "AE_OPEN"),
)

"""What can speak against an act of assessment, or is worth knowing before it."""

from bloodpatch.pathway.findings import Cause, Level, declare

NOT_ASSESSED = declare(
    code="assessment.not_assessed",
    level=Level.HOLD,
    cause=Cause.MISSING,
    says="The headache has not been recorded.",
    rule="A patch is decided on an assessed headache: pain, posture, what it leaves possible.",
    clears="Record the headache.",
    asks="assessment.record_headache",
    hazards=("H10",),
    treatment=("T3",),
    replay=("MISSING_DATA",),
)


POSTURE_NOT_ASKED = declare(
    code="assessment.posture_not_asked",
    level=Level.HOLD,
    cause=Cause.MISSING,
    says="Nobody has asked whether the headache changes with posture.",
    rule="This headache is worse upright and better lying; it must be asked.",
    clears="Ask, or record pain lying and upright.",
    asks="assessment.record_headache",
    source="ichd3",
    certainty="verified",
    hazards=("H10",),
    treatment=("T3",),
    replay=("MISSING_DATA",),
)


PUNCTURE_NOT_RECORDED = declare(
    code="assessment.puncture_not_recorded",
    level=Level.HOLD,
    cause=Cause.MISSING,
    says="No puncture is recorded.",
    rule="An epidural blood patch treats the headache after a dural puncture.",
    clears="Record the puncture, or that there was none.",
    asks="referral.record_puncture",
    source="ichd3",
    certainty="verified",
    hazards=("H10",),
    treatment=("T2",),
    replay=("MISSING_DATA",),
)

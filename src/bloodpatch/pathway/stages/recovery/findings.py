"""What can speak against an act of recovery, or is worth knowing before it."""

from bloodpatch.pathway.findings import Cause, Level, declare

NO_PATCH_YET = declare(
    code="recovery.no_patch_yet",
    level=Level.HOLD,
    cause=Cause.MISSING,
    says="No patch is recorded for this patient yet.",
    rule="Recovery follows the procedure.",
    clears="Record the procedure, or that it was abandoned.",
    asks="procedure.record_patch",
    treatment=("T7",),
)


REST_NOT_STARTED = declare(
    code="recovery.rest_not_started",
    level=Level.HOLD,
    cause=Cause.MISSING,
    says="No rest has been started.",
    rule="The patient rests before standing.",
    clears="Start the rest, or record when it began.",
    asks="recovery.start_rest",
    value="recovery.rest_minutes",
    hazards=("H29", "H30"),
    treatment=("T8",),
    replay=("STAND_WALK", "MONITOR"),
)


REST_NOT_OVER = declare(
    code="recovery.rest_not_over",
    level=Level.HOLD,
    cause=Cause.PRESENT,
    says="The patient has rested {rested} of {rest} minutes and may stand from {until}.",
    rule="The patient rests before standing.",
    clears="Wait until {until}; or a physician ends the rest early, with a reason.",
    value="recovery.rest_minutes",
    hazards=("H29", "H30"),
    treatment=("T8",),
    moving=("rested",),
    fact="recovery.rest",
    replay=("STAND_WALK",),
)


REST_CUT_SHORT = declare(
    code="recovery.rest_cut_short",
    level=Level.HOLD,
    cause=Cause.PRESENT,
    says="The patient is up before the rest was over, and has not lain down again.",
    rule="The patient rests before standing; a rest that was broken goes on for what was left.",
    clears="Help the patient to lie down again; or a physician ends the rest, with a reason.",
    value="recovery.rest_minutes",
    hazards=("H29",),
    treatment=("T8", "T9"),
    fact="recovery.rest",
    replay=("STAND_WALK",),
)


LEGS_CHANGED = declare(
    code="recovery.legs_changed",
    level=Level.STOP,
    cause=Cause.PRESENT,
    says="Weakness or numbness of the legs after the patch, since {since}.",
    rule="New signs in the legs after a patch need urgent assessment of the spine, not a walk.",
    clears="A physician examines the patient, images the spine where needed, and records it.",
    source="yentis2020",
    certainty="secondary",
    hazards=("H34",),
    treatment=("T14",),
    lifted_by_review=True,
    replay=("SPINE_MRI_URGENT", "ESCALATE"),
)


KEPT_LYING = declare(
    code="recovery.kept_lying",
    level=Level.HOLD,
    cause=Cause.PRESENT,
    says="{what} since the needle: a physician looks before the patient stands.",
    rule="Severe back pain after a needle may be a bleed; a reaction may come back on standing.",
    clears="A physician looks, and overrides with a reason; or it is told gone.",
    source="yentis2020",
    certainty="secondary",
    hazards=("H34",),
    treatment=("T9", "T14"),
    replay=("ESCALATE",),
)


GOT_UP_EARLY = declare(
    code="recovery.got_up_early",
    level=Level.ADVISE,
    cause=Cause.PRESENT,
    says="Up with {left} minutes of rest left: help the patient back; the rest goes on for those.",
    rule="The patient rests before standing; a short way on her feet does not undo the rest.",
    clears="Record that the patient lies down again.",
    asks="recovery.record_lay_down",
    value="recovery.rest_minutes",
    hazards=("H29",),
    treatment=("T8",),
    fact="recovery.rest",
)


TEST_FAILED = declare(
    code="recovery.test_failed",
    level=Level.ADVISE,
    cause=Cause.PRESENT,
    says="Lie down again for {minutes} minutes, and take the blood pressure and the pulse.",
    rule="Who cannot walk after the patch lies down, is looked at, and tries again later.",
    clears="Record that the patient lies down, and the observations.",
    asks="recovery.record_lay_down",
    value="recovery.lie_down_again_minutes",
    hazards=("H29",),
    treatment=("T9",),
    replay=("STAND_WALK", "MONITOR"),
)


REST_SHORT = declare(
    code="recovery.rest_short",
    level=Level.ADVISE,
    cause=Cause.PRESENT,
    says="The patient has rested {rested} minutes; those who tried it advise {least} or more.",
    rule="In the only trial those who rested longer had less headache.",
    clears="Let the patient rest longer, if she can; nothing to clear otherwise.",
    value="recovery.rest_advise_under_minutes",
    hazards=("H33",),
    treatment=("T8",),
    moving=("rested",),
    fact="recovery.rest",
)


FAILED_TOO_OFTEN = declare(
    code="recovery.failed_too_often",
    level=Level.HOLD,
    cause=Cause.PRESENT,
    says="{failed} stand-and-walk tests failed.",
    rule="After repeated failed tests a physician decides what comes next.",
    clears="A physician sees the patient and overrides this, or plans otherwise.",
    value="recovery.failed_tests_before_physician",
    treatment=("T9",),
)

"""What can stand on an entry of the procedure room. None of it refuses the pen."""

from bloodpatch.pathway.findings import Cause, Level, declare

NOT_TIMED_OUT = declare(
    code="procedure.not_timed_out",
    level=Level.HOLD,
    cause=Cause.MISSING,
    says="No time-out is recorded before this procedure.",
    rule="Patient, consent and blood are checked aloud before the procedure begins.",
    clears="Do the time-out; or a physician looks at what was done without it.",
    asks="preparation.time_out",
    source="clinic",
    hazards=("H01", "H04"),
    treatment=("T6", "T13"),
    fact="procedure.time_out",
    replay=("MISSING_DATA",),
)

EARLIER_STEPS = declare(
    code="procedure.earlier_steps",
    level=Level.ADVISE,
    cause=Cause.MISSING,
    says="Not recorded before this: {steps}.",
    rule="The steps follow each other in the order of the protocol.",
    clears="Record them with the times at which they were done.",
    value="procedure.step_order",
    treatment=("T6",),
    fact="procedure.before",
)

OUT_OF_ORDER = declare(
    code="procedure.out_of_order",
    level=Level.ADVISE,
    cause=Cause.PRESENT,
    says="The protocol has this step ({step}) before: {done}.",
    rule="The steps follow each other in the order of the protocol.",
    clears="Correct the time of the entry that is wrong, if one is.",
    value="procedure.step_order",
    treatment=("T6",),
    fact="procedure.before",
)

POSITION_NOT_USUAL = declare(
    code="procedure.position_not_usual",
    level=Level.ADVISE,
    cause=Cause.PRESENT,
    says="{position}: the protocol has {usual}.",
    rule="The patient lies as the protocol says.",
    clears="Nothing, if it was meant so.",
    value="procedure.positions_allowed",
    treatment=("T6",),
)

ON_THE_WOMB = declare(
    code="procedure.on_the_womb",
    level=Level.ADVISE,
    cause=Cause.PRESENT,
    says="{weeks}: not prone, not flat on the back. Turn her on her left side.",
    rule="Late in pregnancy a woman lies on her left side, so that the womb presses on no vessel.",
    clears="Turn her on her left side, and record the position.",
    value="procedure.tilted_from_weeks",
    hazards=("H20",),
    treatment=("T6",),
    fact="procedure.position_not_usual",
    replay=("LEVEL_CHECK",),
)

SEDATION_NOT_DECIDED = declare(
    code="procedure.sedation_not_decided",
    level=Level.HOLD,
    cause=Cause.MISSING,
    says="No physician's decision to sedate is recorded.",
    rule="A physician decides on sedation before it is given.",
    clears="Record the decision.",
    asks="preparation.record_sedation_plan",
    hazards=("H17",),
    treatment=("T5",),
    replay=("SEDATION_RULE",),
)

# the blood

DRAWN_OUTSIDE = declare(
    code="procedure.drawn_outside",
    level=Level.ADVISE,
    cause=Cause.PRESENT,
    says="{drawn} mL drawn; the protocol has {low} to {high} mL.",
    rule="The drawn volume lies inside the protocol.",
    clears="Correct the volume if it is wrong.",
    value="procedure.draw_ml_high",
    also=("procedure.draw_ml_low",),
    hazards=("H21",),
    treatment=("T6",),
    fact="procedure.volume",
    replay=("VOLUME_CHECK",),
)

OTHER_DRAW = declare(
    code="procedure.other_draw",
    level=Level.HOLD,
    cause=Cause.PRESENT,
    says="Blood of another patient is drawn and waits in this room.",
    rule="One patient's blood at a time in one room.",
    clears="Throw the blood away and draw again, if there is any doubt whose it is.",
    hazards=("H04",),
    treatment=("T13",),
    fact="procedure.custody",
)

NOT_OWN_BLOOD = declare(
    code="procedure.not_own_blood",
    level=Level.HOLD,
    cause=Cause.PRESENT,
    says="{material}: not the patient's own blood.",
    rule="The patch is the patient's own blood; its low risk rests on that.",
    clears="A physician looks at it.",
    hazards=("H04",),
    treatment=("T1", "T13"),
    fact="procedure.custody",
)

NO_DRAW = declare(
    code="procedure.no_draw",
    level=Level.HOLD,
    cause=Cause.MISSING,
    says="No draw of this patient's blood is recorded for this injection.",
    rule="The blood injected was drawn from the same patient in the same procedure.",
    clears="Record the draw with its time.",
    asks="procedure.record_draw",
    hazards=("H04",),
    treatment=("T13",),
    fact="procedure.before",
    replay=("MISSING_DATA",),
)

LEFT_THE_FIELD = declare(
    code="procedure.left_the_field",
    level=Level.HOLD,
    cause=Cause.PRESENT,
    says="The blood left the sterile field and was injected.",
    rule="Blood that left the sterile field is thrown away.",
    clears="A physician looks at it; the patient is watched for infection.",
    hazards=("H04",),
    treatment=("T13", "T14"),
    fact="procedure.custody",
)

FIELD_NOT_TOLD = declare(
    code="procedure.field_not_told",
    level=Level.ADVISE,
    cause=Cause.MISSING,
    says="Nobody says whether the blood stayed in the sterile field.",
    rule="That the blood never left the sterile field is confirmed.",
    clears="Record it with the injection.",
    hazards=("H04",),
    treatment=("T13",),
    fact="procedure.custody",
    replay=("MISSING_DATA",),
)

WAITED_TOO_LONG = declare(
    code="procedure.waited_too_long",
    level=Level.ADVISE,
    cause=Cause.PRESENT,
    says="{minutes} minutes from the draw to the injection; the protocol has {most} at most.",
    rule="The blood goes in at once: it clots within minutes.",
    clears="Correct the times if one is wrong.",
    value="procedure.draw_to_inject_max_minutes",
    hazards=("H04",),
    treatment=("T7", "T13"),
)

STOP_NOT_TOLD = declare(
    code="procedure.stop_not_told",
    level=Level.ADVISE,
    cause=Cause.MISSING,
    says="{injected} mL injected, {planned} mL planned, and no reason why it stopped there.",
    rule="What differs from the plan has its reason recorded.",
    clears="Record why the injection stopped.",
    value="procedure.inject_default_ml",
    treatment=("T7",),
    fact="procedure.volume",
    replay=("VOLUME_CHECK", "STOP_RULE"),
)

INJECTED_MUCH = declare(
    code="procedure.injected_much",
    level=Level.ADVISE,
    cause=Cause.PRESENT,
    says="{injected} mL injected; more than {most} mL is warned about.",
    rule="Large volumes have done harm, and no benefit of them has been shown.",
    clears="Watch the legs and the back; correct the volume if it is wrong.",
    value="procedure.warn_ml_over",
    hazards=("H21",),
    treatment=("T7", "T14"),
    fact="procedure.volume",
    replay=("VOLUME_CHECK",),
)

# the needle

CSF_OR_BLOOD = declare(
    code="procedure.csf_or_blood",
    level=Level.ADVISE,
    cause=Cause.PRESENT,
    says="{seen} from the needle: nothing is injected here.",
    rule="CSF or blood means that the needle is not in the epidural space.",
    clears="Take the needle out; try another space, or give it up.",
    source="nysora",
    certainty="memory-high",
    hazards=("H20",),
    treatment=("T7", "T14"),
    fact="procedure.needle",
    replay=("STOP_RULE",),
)

INJECTED_ALL_THE_SAME = declare(
    code="procedure.injected_all_the_same",
    level=Level.STOP,
    cause=Cause.PRESENT,
    says="{seen} came from the needle, and the injection went through it.",
    rule="Nothing is injected through a needle from which CSF or blood came.",
    clears="A physician examines the patient and records it.",
    source="nysora",
    certainty="memory-high",
    hazards=("H23", "H34"),
    treatment=("T7", "T14"),
    fact="procedure.needle",
    lifted_by_review=True,
    replay=("STOP_RULE",),
)

ALARM = declare(
    code="procedure.alarm",
    level=Level.ADVISE,
    cause=Cause.PRESENT,
    says="{what} while the blood went in: stop, and look at the patient again before discharge.",
    rule="Pain, tingling or any change during the injection ends it, and is followed up.",
    clears="Open an adverse event, or say that it was none.",
    source="nysora",
    certainty="memory-medium",
    hazards=("H23",),
    treatment=("T7", "T14"),
    fact="procedure.needle",
    replay=("STOP_RULE", "AE_OPEN"),
)

NERVE_SIGN = declare(
    code="procedure.nerve_sign",
    level=Level.STOP,
    cause=Cause.PRESENT,
    says="{what} while the blood went in: a new sign of a nerve.",
    rule="A change of power, feeling or speech ends the injection and needs a look at the spine.",
    clears="A physician examines the patient, images the spine where needed, and records it.",
    source="nysora",
    certainty="memory-medium",
    hazards=("H23", "H34"),
    treatment=("T7", "T14"),
    fact="procedure.needle",
    lifted_by_review=True,
    replay=("STOP_RULE", "SPINE_MRI_URGENT"),
)

GRAVE_EVENT = declare(
    code="procedure.grave_event",
    level=Level.STOP,
    cause=Cause.PRESENT,
    says="{what}: stop, needle out, call for help. A physician examines before anything else.",
    rule="A seizure, a sudden severe headache or a collapse on the table ends the procedure.",
    clears="A physician examines the patient, images where needed, and records it.",
    source="uppal2023",
    certainty="memory-medium",
    hazards=("H08", "H23"),
    treatment=("T7", "T14"),
    fact="procedure.needle",
    lifted_by_review=True,
    replay=("STOP_RULE", "ESCALATE"),
)

WATCH_THE_HEART = declare(
    code="procedure.watch_the_heart",
    level=Level.ADVISE,
    cause=Cause.PRESENT,
    says="{what}: watch pulse, blood pressure and ECG, longer than usual; a physician looks before "
    "discharge.",
    rule="A slow heart while the blood goes in usually passes, and is watched until it has.",
    clears="Record the observations.",
    source="clinic",
    hazards=("H23", "H35"),
    treatment=("T7", "T10"),
    replay=("STOP_RULE", "MONITOR"),
)

ALTERNATIVES = declare(
    code="procedure.alternatives",
    level=Level.ADVISE,
    cause=Cause.MISSING,
    says="No patch was given: offer pain relief or a nerve block, and say when to try again.",
    rule="A patient who gets no patch is offered the alternatives.",
    clears="Record what was offered or given, and what was decided.",
    source="uppal2023",
    certainty="memory-medium",
    hazards=("H36",),
    treatment=("T3", "T7"),
    replay=("ALT_TREATMENT", "FOLLOW_UP"),
)

WENT_ON = declare(
    code="procedure.went_on",
    level=Level.ADVISE,
    cause=Cause.MISSING,
    says="{what} while the blood went in. Did it settle when paused? If not, a physician examines "
    "before discharge.",
    rule="Marked pain in the back or head: pause; go on if it settles, stop if it does not.",
    clears="Record whether it settled in the pause.",
    source="uppal2023",
    certainty="memory-medium",
    hazards=("H23",),
    treatment=("T7", "T14"),
    fact="procedure.needle",
    replay=("STOP_RULE",),
)

NOT_STOPPED = declare(
    code="procedure.not_stopped",
    level=Level.STOP,
    cause=Cause.PRESENT,
    says="{what} while the blood went in, and the injection went on.",
    rule="Pain down a leg, tingling, a slow heart, or what does not settle ends the injection.",
    clears="A physician examines the patient and records it.",
    source="nysora",
    certainty="memory-medium",
    hazards=("H23",),
    treatment=("T7", "T14"),
    fact="procedure.needle",
    lifted_by_review=True,
    replay=("STOP_RULE", "AE_OPEN"),
)

LOSS_TO_AIR = declare(
    code="procedure.loss_to_air",
    level=Level.ADVISE,
    cause=Cause.PRESENT,
    says="Loss of resistance to air: saline is preferred.",
    rule="Air that enters the head is a headache of its own.",
    clears="Nothing to clear: think of air in the head if a headache comes at once.",
    source="accessanesthesiology",
    certainty="verified",
    hazards=("H20",),
    treatment=("T7",),
)

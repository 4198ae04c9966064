"""What can speak against going home, and what can stand on a departure."""

from bloodpatch.pathway.findings import Cause, Level, declare

ALREADY_GONE = declare(
    code="discharge.already_gone",
    level=Level.STOP,
    cause=Cause.PRESENT,
    says="The patient left at {at}.",
    rule="Discharge is permitted before the patient leaves.",
    clears="Correct the departure, if it is wrong.",
    source="clinic",
    treatment=("T11",),
    fact="discharge.walked",
)

NOT_WALKED = declare(
    code="discharge.not_walked",
    level=Level.HOLD,
    cause=Cause.MISSING,
    says="The patient has not stood and walked.",
    rule="The patient stands and walks before going home.",
    clears="Do the stand-and-walk test and record it.",
    asks="recovery.record_stand_and_walk",
    hazards=("H29", "H34"),
    treatment=("T9", "T11"),
    fact="discharge.walked",
    replay=("STAND_WALK",),
)

NEUROLOGY_MISSING = declare(
    code="discharge.neurology_missing",
    level=Level.HOLD,
    cause=Cause.MISSING,
    says="Not examined since the patch: {parts}.",
    rule="Leg power, sensation, saddle and bladder are examined before the patient goes home.",
    clears="Examine the patient, and record when: a day alone is not known to be after it.",
    asks="discharge.record_neurology",
    source="yentis2020",
    certainty="secondary",
    hazards=("H34",),
    treatment=("T11", "T14"),
    fact="discharge.neurology",
    replay=("STAND_WALK", "NO_CLEARANCE"),
)

NEUROLOGY_WORSE = declare(
    code="discharge.neurology_worse",
    level=Level.STOP,
    cause=Cause.PRESENT,
    says="Worse than before the patch, at the worst so far: {parts}.",
    rule="New weakness, numbness or retention after a patch needs urgent assessment of the spine.",
    clears="A physician examines the patient, images the spine where needed, and records it.",
    source="yentis2020",
    certainty="secondary",
    hazards=("H34",),
    treatment=("T11", "T14"),
    fact="discharge.neurology",
    lifted_by_review=True,
    replay=("SPINE_MRI_URGENT", "NO_CLEARANCE"),
)

WORSE_THAN_BEFORE = declare(
    code="discharge.worse_than_before",
    level=Level.HOLD,
    cause=Cause.PRESENT,
    says="Worse after the patch: upright {now}, {before} before it. A physician looks first.",
    rule="A headache that is worse after the patch is a red flag, and is looked at in the house.",
    clears="A physician looks, and overrides with a reason; or a lower score is recorded.",
    source="uppal2023",
    certainty="memory-medium",
    hazards=("H08", "H34"),
    treatment=("T10", "T11"),
    replay=("REVIEW_DIAGNOSIS", "NO_CLEARANCE"),
)

ALONE = declare(
    code="discharge.alone",
    level=Level.ADVISE,
    cause=Cause.PRESENT,
    says="Goes alone: an adult stays at home with the patient for {hours} hours.",
    rule="Somebody is there who notices what the patient may not, and can call.",
    clears="Ask who is at home; keep the patient if nobody is.",
    value="discharge.adult_at_home_hours",
    hazards=("H36",),
    treatment=("T11",),
    replay=("SAFETY_NET",),
)

SEDATION_MISSING = declare(
    code="discharge.sedation_missing",
    level=Level.HOLD,
    cause=Cause.MISSING,
    says="The patient was sedated. Not recorded since: {parts}.",
    rule="After sedation both scores and the escort are recorded before the patient goes home.",
    clears="Record them, with the hour and the minute.",
    asks="discharge.record_sedation_score",
    value="discharge.min_aldrete",
    also=("discharge.min_padss",),
    hazards=("H17",),
    treatment=("T5", "T11"),
    fact="discharge.sedation",
    replay=("SEDATION_RULE",),
)

SEDATION_LOW = declare(
    code="discharge.sedation_low",
    level=Level.HOLD,
    cause=Cause.PRESENT,
    says="{scores}: not fit to go home yet after sedation.",
    rule="After sedation both scores reach the values of the protocol.",
    clears="Wait, and score again.",
    value="discharge.min_padss",
    also=("discharge.min_aldrete",),
    hazards=("H17",),
    treatment=("T5", "T11"),
    fact="discharge.sedation_low",
    replay=("SEDATION_RULE",),
)

REVERSED = declare(
    code="discharge.reversed",
    level=Level.HOLD,
    cause=Cause.PRESENT,
    says="Sedation was reversed; it can come back. The patient is watched until {until}.",
    rule="After a drug that reverses sedation the patient is watched until it has worn off.",
    clears="Wait until {until}.",
    value="discharge.reversal_observation_minutes",
    hazards=("H17",),
    treatment=("T5", "T11"),
    replay=("SEDATION_RULE",),
)

NO_ESCORT = declare(
    code="discharge.no_escort",
    level=Level.HOLD,
    cause=Cause.PRESENT,
    says="Nobody is here to take the sedated patient home.",
    rule="A sedated patient goes home with a responsible adult.",
    clears="Wait for the escort, or keep the patient.",
    value="preparation.escort_hours",
    hazards=("H17",),
    treatment=("T5", "T11"),
    replay=("SEDATION_RULE",),
)

RESTART_NOT_PLANNED = declare(
    code="discharge.restart_not_planned",
    level=Level.HOLD,
    cause=Cause.MISSING,
    says="No plan when it is taken again: {drugs}.",
    rule="A patient on an antithrombotic goes home knowing when to take it again.",
    clears="A physician records the plan for each drug.",
    asks="discharge.record_restart_plan",
    source="clinic",
    hazards=("H47",),
    treatment=("T11",),
    replay=("ANTICOAG_CHECK",),
)

DRUGS_NOT_ASKED = declare(
    code="discharge.drugs_not_asked",
    level=Level.HOLD,
    cause=Cause.MISSING,
    says="Nobody asked whether the patient takes {kinds}.",
    rule="A patient on an antithrombotic goes home knowing when to take it again.",
    clears="Ask, and record the answers.",
    asks="preparation.record_bleeding_history",
    source="clinic",
    hazards=("H06", "H47"),
    treatment=("T11",),
    replay=("ANTICOAG_CHECK", "MISSING_DATA"),
)

RESTART_TOO_EARLY = declare(
    code="discharge.restart_too_early",
    level=Level.HOLD,
    cause=Cause.PRESENT,
    says="Planned earlier than the drug table allows: {drugs}.",
    rule="After a needle in the back a drug against clotting is taken again after its own time.",
    clears="A physician records a later plan, or overrides with a reason.",
    value="preparation.antithrombotic_policy",
    hazards=("H06", "H47"),
    treatment=("T11",),
    replay=("ANTICOAG_CHECK",),
)

NOT_INSTRUCTED = declare(
    code="discharge.not_instructed",
    level=Level.HOLD,
    cause=Cause.MISSING,
    says="Not recorded about the instructions: {parts}.",
    rule="The patient gets written instructions, explained in person and said back.",
    clears="Give and explain them, and record it.",
    asks="discharge.record_instructions",
    hazards=("H15", "H36"),
    treatment=("T11",),
    fact="discharge.instructions",
    replay=("SAFETY_NET", "FOLLOW_UP"),
)

ANOTHER_LANGUAGE = declare(
    code="discharge.another_language",
    level=Level.HOLD,
    cause=Cause.PRESENT,
    says="The instructions are in {given}; the patient reads {reads}.",
    rule="The patient gets the instructions in a language that he or she reads.",
    clears="Give them in {reads}, or with an interpreter.",
    hazards=("H15",),
    treatment=("T11",),
    fact="discharge.instructions",
    replay=("SAFETY_NET",),
)

EVENT_OPEN = declare(
    code="discharge.event_open",
    level=Level.HOLD,
    cause=Cause.PRESENT,
    says="Not yet looked at by a physician: {what}.",
    rule="What went wrong is looked at before the patient goes home.",
    clears="A physician reviews it.",
    hazards=("H23", "H34"),
    treatment=("T11", "T14"),
    replay=("NO_CLEARANCE", "AE_OPEN"),
)

OBSERVATIONS_MISSED = declare(
    code="discharge.observations_missed",
    level=Level.HOLD,
    cause=Cause.MISSING,
    says="Observations not recorded: {missed} minutes after the rest began.",
    rule="The observations that the protocol plans are made before the patient goes home.",
    clears="Record them with their times, or observe the patient now.",
    asks="recovery.record_observations",
    value="recovery.observation_minutes",
    hazards=("H35",),
    treatment=("T10", "T11"),
    replay=("MONITOR",),
)

NOT_PERMITTED = declare(
    code="discharge.not_permitted",
    level=Level.HOLD,
    cause=Cause.MISSING,
    says="The patient left, and discharge had not been permitted.",
    rule="Discharge is permitted before the patient leaves.",
    clears="A physician looks at it, and the patient is called.",
    asks="review.acknowledge",
    source="clinic",
    hazards=("H17", "H36"),
    treatment=("T11",),
)

AGAINST_ADVICE = declare(
    code="discharge.against_advice",
    level=Level.HOLD,
    cause=Cause.PRESENT,
    says="The patient left against advice.",
    rule="A patient may leave at any time; a physician looks at what that leaves open.",
    clears="A physician looks at it, and the patient is called.",
    source="clinic",
    hazards=("H36",),
    treatment=("T11", "T14"),
    replay=("RECORD_REFUSAL", "FOLLOW_UP"),
)

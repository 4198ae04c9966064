"""What can speak against the time-out. Most of it is that nobody asked."""

from typing import Any

from bloodpatch.pathway.findings import Cause, FindingKind, Level, declare


def missing(code: str, says: str, rule: str, clears: str, **more: Any) -> FindingKind:
    """A hold because nobody asked: the commonest kind in this room."""
    more = {"level": Level.HOLD, "cause": Cause.MISSING, "replay": ("MISSING_DATA",)} | more
    return declare(code=f"preparation.{code}", says=says, rule=rule, clears=clears, **more)


NO_CONSENT = missing(
    "no_consent",
    "There is no consent.",
    "Without consent there is no patch.",
    "Explain the patch, and record the consent.",
    asks="preparation.record_consent",
    level=Level.STOP,
    source="clinic",
    hazards=("H14",),
    replay=("HOLD_PATCH",),
)

CONSENT_WITHDRAWN = declare(
    code="preparation.consent_withdrawn",
    level=Level.STOP,
    cause=Cause.PRESENT,
    says="Consent was withdrawn at {at}.",
    rule="A patient may withdraw consent at any time; then there is no patch.",
    clears="Only a new consent of the patient.",
    source="clinic",
    hazards=("H14",),
    fact="preparation.no_consent",
    replay=("HOLD_PATCH",),
)

NO_PATCH_DECIDED = missing(
    "no_patch_decided",
    "No physician has decided on a patch.",
    "A patch is a physician's decision.",
    "A physician decides.",
    asks="assessment.decide_patch",
    treatment=("T3",),
    replay=("HOLD_PATCH",),
)

NOT_IDENTIFIED = missing(
    "not_identified",
    "For this visit the patient has been identified by {given} of {needed} identifiers.",
    "The patient says who he or she is, and not by the name alone.",
    "Ask for the name and the date of birth.",
    asks="preparation.record_arrival",
    value="preparation.min_identifiers",
    hazards=("H01",),
    treatment=("T13",),
)

TEMPERATURE_NOT_TAKEN = missing(
    "temperature_not_taken",
    "No temperature was taken in the last {hours} hours.",
    "Fever holds back a patch, so the temperature is taken.",
    "Take the temperature.",
    asks="preparation.record_vitals",
    value="preparation.fever_window_hours",
    hazards=("H07",),
)

INFECTION_NOT_ASKED = missing(
    "infection_not_asked",
    "Nobody has asked for this visit whether there is an infection anywhere.",
    "An infection elsewhere may reach the epidural space with the blood.",
    "Ask, and record the answer.",
    asks="preparation.screen_again",
    source="uppal2023",
    certainty="memory-medium",
    hazards=("H07",),
)

INFECTION = declare(
    code="preparation.infection",
    level=Level.HOLD,
    cause=Cause.PRESENT,
    says="An infection is recorded.",
    rule="An infection elsewhere may reach the epidural space with the blood.",
    clears="A physician judges it, and overrides with a reason.",
    source="uppal2023",
    certainty="memory-medium",
    hazards=("H07",),
    replay=("HOLD_PATCH", "INFECTION_WORKUP"),
)

NEUROLOGY_NOT_EXAMINED = missing(
    "neurology_not_examined",
    "Not examined for this visit: {parts}.",
    "Without a baseline nobody can tell afterwards what is new.",
    "Examine and record them.",
    asks="preparation.record_neurology",
    source="yentis2020",
    certainty="secondary",
    hazards=("H34",),
    treatment=("T14",),
)

LEGS_CHANGED = declare(
    code="preparation.legs_changed",
    level=Level.STOP,
    cause=Cause.PRESENT,
    says="Worse than before the needle, at the worst so far: {parts}.",
    rule="New weakness, numbness or retention after a needle needs urgent assessment of the spine.",
    clears="A physician examines the patient, images the spine where needed, and records it.",
    source="yentis2020",
    certainty="secondary",
    hazards=("H34",),
    treatment=("T14",),
    lifted_by_review=True,
    replay=("SPINE_MRI_URGENT", "HOLD_PATCH"),
)

BLEEDING_NOT_ASKED = missing(
    "bleeding_not_asked",
    "Not asked for this visit: {questions}.",
    "Bleeding, and drugs against clotting, are asked about before every needle.",
    "Ask, and record the answer.",
    asks="preparation.record_bleeding_history",
    source="asra_pain_2018",
    certainty="secondary",
    hazards=("H06",),
    replay=("ANTICOAG_CHECK", "LABS_FIRST"),
)

DRUG_NOT_NAMED = missing(
    "drug_not_named",
    "Takes something against clotting, and nobody recorded what.",
    "Each drug against clotting has a hold time of its own.",
    "Record the drug, and when it was last taken.",
    asks="preparation.record_antithrombotic",
    value="preparation.antithrombotic_policy",
    hazards=("H06",),
    fact="antithrombotics.no_table_chosen",
    replay=("ANTICOAG_CHECK", "MISSING_DATA"),
)

ALLERGY_TOLD_ELSEWHERE = declare(
    code="preparation.allergy_told_elsewhere",
    level=Level.HOLD,
    cause=Cause.PRESENT,
    says="Allergy told in another episode and left out here: {allergies}.",
    rule="An allergy belongs to the person; where two answers differ, the more dangerous counts.",
    clears="Ask the patient again and record the answer; a physician settles what stays open.",
    asks="preparation.record_allergies",
    source="clinic",
    hazards=("H11",),
    treatment=("T6",),
)
ALLERGIES_NOT_ASKED = missing(
    "allergies_not_asked",
    "Allergies were not asked about for this visit{known}.",
    "Allergies are known before anything touches the skin.",
    "Ask, and read back what is known; none known is an answer.",
    asks="preparation.record_allergies",
    source="clinic",
    hazards=("H11",),
)

PREGNANCY_NOT_ASKED = missing(
    "pregnancy_not_asked",
    "X-rays are planned and pregnancy was not asked about for this visit.",
    "X-rays are avoided in pregnancy.",
    "Ask, and record the answer.",
    asks="preparation.record_pregnancy_question",
    source="clinic",
)

SEDATION_NOT_DECIDED = missing(
    "sedation_not_decided",
    "The patient is anxious (APAIS {anxiety}) and nobody has decided on sedation.",
    "A physician may sedate a particularly anxious patient.",
    "A physician decides on sedation, also if it is none.",
    asks="preparation.record_sedation_plan",
    level=Level.ADVISE,
    value="preparation.anxious_from_apais",
    treatment=("T5",),
    replay=("SEDATION_RULE",),
)

FASTING_NOT_ASKED = missing(
    "fasting_not_asked",
    "Sedation is planned, and not told for this visit: how long ago {parts} was.",
    "Sedation needs an empty stomach: each kind of drink and meal has its own time.",
    "Ask for each; where there was none of that kind, tell the time since the last meal.",
    asks="preparation.record_fasting",
    source="asa_fasting",
    certainty="memory-low",
    treatment=("T5",),
    replay=("SEDATION_RULE",),
)

FASTED_BRIEFLY = declare(
    code="preparation.fasted_briefly",
    level=Level.ADVISE,
    cause=Cause.PRESENT,
    says="Minimal sedation is planned; {what} was {hours} ago, "
    "{needed} hours of fasting are usual.",
    rule="Minimal sedation leaves the airway alone, and may become more than was planned.",
    clears="Wait, give less, or do without.",
    also=(
        "preparation.fasting_clear_hours",
        "preparation.fasting_light_hours",
        "preparation.fasting_fatty_hours",
    ),
    source="asa_fasting",
    certainty="memory-low",
    treatment=("T5",),
    fact="preparation.not_fasted",
    replay=("SEDATION_RULE",),
)

NOT_FASTED = declare(
    code="preparation.not_fasted",
    level=Level.HOLD,
    cause=Cause.PRESENT,
    says="Sedation is planned; {what} was {hours} ago, {needed} hours are needed.",
    rule="Sedation needs an empty stomach.",
    clears="Wait, or do without sedation.",
    also=(
        "preparation.fasting_clear_hours",
        "preparation.fasting_light_hours",
        "preparation.fasting_fatty_hours",
    ),
    source="asa_fasting",
    certainty="memory-low",
    treatment=("T5",),
    replay=("SEDATION_RULE",),
)

NO_ESCORT = missing(
    "no_escort",
    "Sedation is planned and no adult is named for this visit who takes the patient home.",
    "After sedation a responsible adult takes the patient home.",
    "Name an escort, or do without sedation.",
    asks="preparation.record_escort",
    value="preparation.escort_hours",
    hazards=("H17",),
    treatment=("T5",),
    replay=("SEDATION_RULE",),
)

"""How the patient lies and where the needle goes: `procedure.record_position`, `record_needle`.

Both are records: nothing is refused, a verdict is the level of what is said on the entry. A plain
patient: a lumbar puncture at L3/4 in an adult, time-out taken, no history.
"""

from .table import NOTHING_AGAINST, Gate, Input, Row

POSITION = Gate(
    "position",
    "procedure.record_position",
    (
        Input("protocol", ("house", "kaysville", "multisociety"), "", "of the episode"),
        Input(
            "position",
            ("prone", "left_lateral", "sitting", "supine", "not_told"),
            "procedure.record_position.position",
            "as recorded; not_told: the code not_told",
        ),
        Input(
            "pregnant",
            ("no", "yes", "not_told"),
            "preparation.record_pregnancy_question.pregnant assessment.record_obstetric.state",
            "yes: state pregnant, 32 weeks; not_told: neither recorded",
        ),
    ),
    (
        Row(
            "silent",
            {"pregnant": ["yes"], "position": ["prone", "supine"]},
            "left tilt in pregnancy; the level is not said",
            "4.1 K-H (left tilt); against T6 and kaysville, which know prone only",
            "advise",
        ),
        Row(
            "silent",
            {"protocol": ["kaysville"], "position": ["left_lateral", "sitting"]},
            "the clinic's own practice is prone; the level of another position is not said",
            "T6; kaysville positions_allowed; 6 V [S-NYS-EBP] allows them",
        ),
        Row(
            "silent",
            {"position": ["supine", "not_told"]},
            "lateral, sitting or prone; the level of anything else is not said",
            "6 V [S-NYS-EBP]; house positions_allowed",
        ),
        NOTHING_AGAINST,
    ),
)

NEEDLE = Gate(
    "needle",
    "procedure.record_needle",
    (
        Input(
            "level",
            ("one_below", "at_the_puncture", "two_below", "one_above", "not_told"),
            "procedure.record_needle.levels procedure.record_needle.level_relation "
            "referral.record_puncture.level",
            "L4/5, L3/4, L5/S1, L2/3 for a puncture at L3/4; not_told: the puncture's level was "
            "never recorded",
        ),
        Input(
            "round",
            ("first", "repeat_in_another_space", "repeat_in_the_last_space", "repeat_not_told"),
            "procedure.record_needle.levels procedure.record_patch.levels",
            "repeat: an earlier patch in another space, in the very same space, or without its "
            "space; the earlier patch was neither at nor near the puncture unless it must be",
        ),
        Input(
            "region",
            ("lumbar", "thoracic", "cervical"),
            "procedure.record_needle.region referral.record_puncture.region",
            "of puncture and needle; for thoracic and cervical the spaces are moved accordingly",
        ),
        Input(
            "imaging",
            ("fluoroscopy", "ultrasound", "none"),
            "procedure.record_needle.imaging",
            "what showed the way; the patient is not pregnant",
        ),
        Input(
            "back",
            ("plain", "operated", "hardware", "scoliosis", "spina_bifida", "weight_150_kg"),
            "assessment.record_history.condition assessment.record_vitals.weight_kg",
            "operated: spinal_surgery, discectomy; the others by their own words",
        ),
        Input(
            "aspirate",
            ("clear", "csf", "blood", "not_told"),
            "procedure.record_needle.aspirate",
            "not_told: the field left out",
        ),
        Input(
            "loss_of_resistance",
            ("saline", "air", "not_told"),
            "procedure.record_needle.loss_of_resistance",
            "the medium",
        ),
        Input(
            "route",
            ("interlaminar", "transforaminal_after_failure", "transforaminal_first"),
            "procedure.record_needle.route",
            "after failure: on a repeat whose first patch was interlaminar",
        ),
    ),
    (
        Row(
            "stop",
            {"aspirate": ["csf"]},
            "spinal fluid at the needle: nothing is injected here",
            "cases R7; 6 (second dural puncture); design stage procedure",
        ),
        Row(
            "silent",
            {"aspirate": ["blood"]},
            "the aspirate is to be free of blood; the level is not said",
            "design stage procedure; 6 (bloody tap is a field)",
            "advise",
        ),
        Row(
            "silent",
            {"aspirate": ["not_told"]},
            "nobody said that it came clear; the level is not said",
            "cases R15; design 'not asked is never no'",
        ),
        Row(
            "silent",
            {"level": ["not_told"]},
            "27 % of punctures are found by the headache: the level may be known to nobody",
            "1.2 V [S-PAECH01]; 12 (allow a case without a known puncture)",
        ),
        Row(
            "silent",
            {"round": ["repeat_not_told"]},
            "not the same space for a repeat, but nobody knows which it was",
            "6 V [S-JACR]; cases R6",
        ),
        Row(
            "silent",
            {"route": ["transforaminal_first"]},
            "transforaminal after interlaminar failed; first is not spoken of",
            "6 [S-AETNA]",
        ),
        Row(
            "silent",
            {"loss_of_resistance": ["not_told"]},
            "the medium was not said",
            "6 K-H",
        ),
        Row(
            "advise",
            {"level": ["two_below", "one_above"]},
            "at the puncture or one space below",
            "3.1 V2; 6 V; house max_spaces_below 1",
        ),
        Row(
            "advise",
            {"round": ["repeat_in_the_last_space"]},
            "a repeat is better given in another space",
            "6 V [S-JACR]; cases R6",
        ),
        Row(
            "advise",
            {
                "round": ["repeat_in_another_space", "repeat_in_the_last_space"],
                "level": ["at_the_puncture"],
            },
            "a case report advises against the punctured space for a repeat",
            "6 V [S-JACR]; against 3.1 V2 'at, or one space below'",
        ),
        Row(
            "advise",
            {
                "back": ["operated", "hardware", "scoliosis", "spina_bifida", "weight_150_kg"],
                "imaging": ["none"],
            },
            "a difficult back is seen, or another level is taken",
            "4.1 K-H (caution); cases R6 (scar, hardware, obesity); house image_from_kg 130",
        ),
        Row(
            "advise",
            {"region": ["thoracic", "cervical"]},
            # Read again: R6 asks for more than a picture, so a picture alone does not settle it.
            "outside the lumbar spine the cord is near: a specialist, a picture and less blood",
            "cases R6 (cervical/thoracic site); evidence.md itself says nothing",
        ),
        Row(
            "advise",
            {
                "round": ["repeat_in_another_space", "repeat_in_the_last_space"],
                "imaging": ["none"],
            },
            "imaging is considered after a failure",
            "3.1 K-M (consider for prior failure); against 6 'blind acceptable'",
        ),
        Row(
            "advise",
            {"loss_of_resistance": ["air"]},
            "saline is preferred to air",
            "6 K-H",
        ),
        NOTHING_AGAINST,
    ),
    ({"round": ["first"], "route": ["transforaminal_after_failure"]},),
)

NOTES = [
    "Spinal fluid is a stop by the cases' rule R7; the design's closed list of stops does not name "
    "it, and no row of the evidence gives a level. Worth asking.",
]

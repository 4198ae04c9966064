"""The blood: `procedure.record_draw` and `procedure.record_injection`. May the injection go on?

Both are records: a verdict is the level of what is said on the entry. A plain patient: an adult of
70 kg, needle placed, aspirate clear, time-out taken, nobody else's blood in the room.
"""

from .table import NOTHING_AGAINST, Gate, Input, Row

DRAW = Gate(
    "draw",
    "procedure.record_draw",
    (
        Input("protocol", ("house", "kaysville", "multisociety"), "", "of the episode"),
        Input(
            "drawn_ml",
            (20, 14.9, 15, 19.9, 20.1, 25, 25.1, 30, 30.1, "not_told"),
            "procedure.record_draw.volume_ml_drawn",
            "of an adult",
        ),
    ),
    (
        Row(
            "silent",
            {"drawn_ml": ["not_told"]},
            "the volume is checked; what its absence meets is not said",
            "T6; H21",
        ),
        Row(
            "advise",
            {"drawn_ml": [14.9, 25.1, 30, 30.1]},
            "outside the volume of every protocol",
            "T6; 3.1 V2; house 15-25, kaysville 20-25, multisociety 15-20",
        ),
        Row(
            "advise",
            {"protocol": ["kaysville"], "drawn_ml": [15, 19.9]},
            "less than the clinic's 20 mL",
            "T6 (20-25 mL)",
        ),
        Row(
            "advise",
            {"protocol": ["multisociety"], "drawn_ml": [20.1, 25]},
            "more than the consensus' 20 mL",
            "3.1 V2 (usually 15-20 mL)",
        ),
        NOTHING_AGAINST,
    ),
)

INJECTION = Gate(
    "injection",
    "procedure.record_injection",
    (
        Input(
            "draw_to_inject_min",
            (5, 0, 6, 10, 11, "not_told"),
            "procedure.record_draw.drawn_at procedure.record_injection.started",
            "minutes; not_told: no draw recorded",
        ),
        Input(
            "against_drawn",
            ("equal", "less", "more_by_0.1", "not_told"),
            "procedure.record_draw.volume_ml_drawn procedure.record_injection.volume_ml_injected",
            "injected against drawn; not_told: the volume drawn is missing",
        ),
        Input(
            "injected_ml",
            (20, 30, 30.1),
            "procedure.record_injection.volume_ml_injected",
            "in an adult; the drawn volume follows from against_drawn",
        ),
        Input(
            "felt",
            (
                "nothing",
                "pressure_that_settled",
                "back_pain",
                "leg_pain_or_tingling",
                "headache",
                "slow_heart_or_faint",
                "change_of_power_feeling_speech",
            ),
            "procedure.record_injection.symptoms_during procedure.record_injection.stop_reason "
            "procedure.record_event_during.kind",
            "back_pain and headache: not settled in the pause; each as stop_reason if stopped, "
            "else as a symptom or an event during",
        ),
        Input(
            "then",
            ("stopped", "went_on"),
            "procedure.record_injection.stop_reason",
            "stopped for what was felt (volume_reached where nothing was, or it settled); went_on: "
            "felt, and stop_reason volume_reached",
        ),
        Input(
            "sedation",
            ("none", "moderate_awake", "deep_awake", "not_awake", "awake_not_told"),
            "procedure.record_sedation_given.level "
            "procedure.record_sedation_given.awake_at_injection",
            "as planned by a physician; not_awake: moderate, awake_at_injection no",
        ),
        Input(
            "blood_of",
            ("patient", "donor", "not_told"),
            "procedure.record_draw.source procedure.record_injection.material",
            "donor: source donor or material allogeneic; not_told: both left out",
        ),
        Input(
            "stayed_sterile",
            ("yes", "no", "not_told"),
            "procedure.record_injection.stayed_sterile",
            "whether the blood never left the sterile field",
        ),
    ),
    (
        Row(
            "stop",
            {"against_drawn": ["more_by_0.1"]},
            "more than was drawn cannot be this patient's blood, or the record is wrong",
            "T7 (never more than drawn); H21 (refused)",
        ),
        Row(
            "stop",
            {"blood_of": ["donor"]},
            "only the patient's own blood",
            "T1, T13; H04",
        ),
        Row(
            "stop",
            {"felt": ["change_of_power_feeling_speech"]},
            "a new sign of a nerve: the injection ends, and it stays a stop afterwards",
            "6 V2, K-M (neuro change); 2.2 V2; design stop list",
        ),
        Row(
            "stop",
            {
                "felt": ["back_pain", "leg_pain_or_tingling", "headache", "slow_heart_or_faint"],
                "then": ["went_on"],
            },
            "a stop condition, and the injection went on",
            "6 core V2 [S-DR-WORSE], pause K-M; cases R5",
        ),
        Row(
            "silent",
            {
                "felt": ["back_pain", "leg_pain_or_tingling", "headache", "slow_heart_or_faint"],
                "then": ["stopped"],
            },
            "rightly stopped; it is an adverse event until looked at, of a level not said",
            "H23 (draft); T14",
            "advise",
        ),
        Row(
            "silent",
            {"draw_to_inject_min": [11]},
            "over ten minutes: blocked by one source, advised on by another",
            "6 K-M (block reuse of >10 min) and H04 against design 'its limit advises'",
            "advise",
        ),
        Row(
            "silent",
            {"draw_to_inject_min": ["not_told"]},
            "blood without a recorded draw",
            "H04 (no path without a matching draw); T13; cases R15",
            "advise",
        ),
        Row(
            "silent",
            {"against_drawn": ["not_told"]},
            "never more than drawn, and nobody knows how much that was",
            "T7; H21",
        ),
        Row(
            "silent",
            {"blood_of": ["not_told"]},
            "nobody said whose blood it is; the only blood in the room was this patient's",
            "T13",
        ),
        Row(
            "silent",
            {"sedation": ["not_awake"]},
            "the patient could not report pressure or tingling; the level is not said",
            "5 K-H (sedation caveat)",
            "advise",
        ),
        Row(
            "silent",
            {"sedation": ["deep_awake"]},
            "deeper than the cap, and yet able to report",
            "5 K-H (sedation caveat)",
        ),
        Row(
            "silent",
            {"sedation": ["awake_not_told"]},
            "sedated, and nobody said whether the patient could report",
            "5 K-H (sedation caveat)",
        ),
        Row(
            "silent",
            {"stayed_sterile": ["no"]},
            "strict asepsis; the level of a break is not said",
            "3.1 V2 (asepsis)",
            "advise",
        ),
        Row(
            "silent",
            {"stayed_sterile": ["not_told"]},
            "nobody said",
            "3.1 V2 (asepsis)",
        ),
        Row(
            "advise",
            {"draw_to_inject_min": [6, 10]},
            "more than five minutes from draw to injection",
            "6 K-M; 13 max_draw_to_inject_min 5; design 'its limit advises'",
        ),
        Row(
            "advise",
            {"injected_ml": [30.1]},
            "more than 30 mL",
            "0 row 2 (hard warning >30); 13 warn_ml_over; 6 V [S-DIAZ]",
        ),
        NOTHING_AGAINST,
    ),
    ({"draw_to_inject_min": ["not_told"], "against_drawn": ["equal", "less", "more_by_0.1"]},),
)

CHILD = Gate(
    "injection, child",
    "procedure.record_injection",
    (
        Input(
            "weight",
            ("30_kg", "not_told"),
            "assessment.record_vitals.weight_kg",
            "of a child of 9 (age from the clinic's patient)",
        ),
        Input(
            "injected_ml",
            (10, 6, 5.9, 12, 12.1, 15, 15.1),
            "procedure.record_injection.volume_ml_injected",
            "drawn as much",
        ),
    ),
    (
        Row(
            "silent",
            {"weight": ["not_told"]},
            "mL for each kg, and nobody knows the weight",
            "cases R5; evidence.md has no row for children",
        ),
        Row(
            "silent",
            {"injected_ml": [5.9]},
            "less than 0.2 mL/kg: a floor, or a right stop on symptoms",
            "cases R5 (0.2-0.4 mL/kg)",
        ),
        Row(
            "advise",
            {"injected_ml": [12.1, 15, 15.1]},
            "more than 0.4 mL/kg",
            "cases R5 (volume warning)",
        ),
        NOTHING_AGAINST,
    ),
)

NOTES = [
    "30 mL itself is no warning of the injection, but lies outside what is drawn in any protocol.",
    "A ceiling for children of '10-15 mL' (cases R5) is a range: between them nothing is said, so "
    "the child of the table is light enough for it not to matter.",
    "The stop conditions are orders to the hand: on the record a 'stop' is that something is said "
    "of that strength. Whether the design's closed list allows it is worth asking.",
    "'felt pressure_that_settled' and 'nothing' with 'went_on' are the same plain course.",
]

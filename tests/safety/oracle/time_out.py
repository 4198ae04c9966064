"""May the procedure begin? The permit `preparation.time_out`, in three tables.

A plain patient: decided, booked, arrived today, afebrile, no infection, no drug against clotting,
no history of bleeding, not sedated. Fever, infection and fasting are the gates of infection.py and
sedation.py; drugs and laboratory have tables of their own. TIME_OUT joins the three.
"""

from .table import NOTHING_AGAINST, Gate, Input, Row, joined

WHO_AND_CONSENT = Gate(
    "time-out, who and consent",
    "preparation.time_out",
    (
        Input(
            "identifiers",
            ("two", "one", "none"),
            "preparation.time_out.identity",
            "name and date of birth; name; the empty list",
        ),
        Input(
            "consent",
            ("given", "not_told", "withdrawn", "for_an_earlier_patch"),
            "preparation.record_consent.signed_by preparation.record_consent.named "
            "preparation.withdraw_consent.note",
            "given: recorded in this round; not_told: none recorded; withdrawn: one second before "
            "the time-out; for_an_earlier_patch: recorded before the first patch, none since",
        ),
        Input(
            "risks_named",
            ("all", "one_left_out", "one_not_agreed"),
            "preparation.record_consent.named preparation.record_consent.refused",
            "all: every item of the list; one_left_out: without second_puncture; one_not_agreed: "
            "second_puncture in refused",
        ),
        Input(
            "blood_use",
            ("accepted", "refused", "witness_closed_circuit", "witness_not_told"),
            "preparation.record_consent.blood_use assessment.record_history.condition",
            "accepted; refused; a Jehovah's Witness with accepted_closed_circuit; a Jehovah's "
            "Witness with the field left out",
        ),
        Input(
            "allergies",
            ("none", "chlorhexidine", "not_told"),
            "preparation.record_allergies.allergies",
            "not_told: no record of allergies",
        ),
        Input(
            "allergies_read",
            ("yes", "no", "not_told"),
            "preparation.time_out.allergies_read",
            "as answered at the time-out",
        ),
        Input(
            "operators",
            ("two", "one", "none"),
            "preparation.time_out.physician preparation.time_out.second",
            "two different people; the physician alone; both left out",
        ),
    ),
    (
        Row(
            "stop",
            {"consent": ["not_told", "withdrawn", "for_an_earlier_patch"]},
            "there is no valid consent for this patch",
            "4.1 absolute (no valid consent); design stop list; H14, H49",
        ),
        Row(
            "stop",
            {"blood_use": ["refused"]},
            "the patient refuses the use of the own blood",
            "4.1 absolute (refusal)",
        ),
        Row(
            "hold",
            {"identifiers": ["one", "none"]},
            "identity is checked by two identifiers",
            "4.4 K-H; H01; T13; house min_identifiers 2",
        ),
        Row(
            "hold",
            {"allergies": ["not_told"]},
            "nobody asked about allergies",
            "4.4 K-H; H11",
        ),
        Row(
            "hold",
            {"allergies_read": ["no", "not_told"]},
            "allergies were not confirmed at the time-out",
            "H11 (time-out refused until confirmed); 4.4",
        ),
        Row(
            "hold",
            {"operators": ["one", "none"]},
            "two operators are named",
            "4.4 (two operators named); 13 ebp.min_operators 2; 6 V [S-RRN]",
        ),
        Row(
            "silent",
            {"risks_named": ["one_left_out"]},
            "written consent names four risks; what a gap meets is not said",
            "12 item 8 (100 %); 3.1 V2",
            "advise",
        ),
        Row(
            "silent",
            {"risks_named": ["one_not_agreed"]},
            "consent to the patch without one of its risks: valid or not is not said",
            "silent; 4.1 'no valid consent'",
            "advise",
        ),
        Row(
            "silent",
            {"blood_use": ["witness_not_told"]},
            "acceptance is documented explicitly; what its absence meets is not said",
            "4.1 V [S-JW03]",
            "advise",
        ),
        Row(
            "advise",
            {"blood_use": ["witness_closed_circuit"]},
            "the technique changes: one closed, continuous circuit",
            "4.1 V [S-JW03] (technique change: read as 'plan')",
        ),
        Row(
            "advise",
            {"allergies": ["chlorhexidine"]},
            "something else is used for the skin",
            "4.1 K-H (substitute: read as 'plan')",
        ),
        NOTHING_AGAINST,
    ),
)

SCREENED = Gate(
    "time-out, asked and examined again",
    "preparation.time_out",
    (
        Input(
            "flags",
            (
                "all_no",
                "asked_too_long_ago",
                "one_not_told",
                "hold_class_yes",
                "stop_class_yes",
                "stop_class_reviewed",
            ),
            "preparation.screen_again.flags review.lift_stop.finding",
            "all_no: the twelve, now; asked_too_long_ago: only the screen of the day before; "
            "one_not_told: seizure left out; hold_class_yes: severe_vomiting; stop_class_yes: "
            "seizure; stop_class_reviewed: seizure yes, then lifted with imaging and result",
        ),
        Input(
            "neurology",
            ("complete", "one_part_not_tested", "not_told", "known_from_before"),
            "preparation.record_neurology.power_left preparation.record_neurology.bladder "
            "preparation.record_neurology.straight_leg_left "
            "preparation.record_neurology.sensation preparation.record_neurology.old_deficit",
            "complete: power, straight leg, sensation, bladder all normal; one part: bladder left "
            "out; not_told: no record; known_from_before: left leg power 4 with old_deficit "
            "leg_weakness, the rest normal",
        ),
        Input(
            "blood_pressure",
            ("taken", "not_told"),
            "preparation.record_vitals.blood_pressure preparation.screen_again.blood_pressure",
            "118/74 today, or none today",
        ),
        Input("spo2", ("taken", "not_told"), "preparation.record_vitals.spo2", "98 %, or none"),
        Input(
            "imaging_planned",
            ("none", "ultrasound", "fluoroscopy", "ct"),
            "preparation.record_pregnancy_question.imaging_planned booking.book.imaging_plan",
            "the same in both",
        ),
        Input(
            "pregnant",
            ("no", "yes", "not_told"),
            "preparation.record_pregnancy_question.pregnant",
            "of a woman of 30 whose obstetric state was not recorded",
        ),
        Input(
            "cannula",
            ("yes", "not_told"),
            "preparation.record_access.gauge",
            "a cannula was recorded, or not",
        ),
    ),
    (
        Row(
            "stop",
            {"flags": ["stop_class_yes"]},
            "a red flag that nobody overrides",
            "2.2 V2; 4.1 absolute; design stop list",
        ),
        Row(
            "hold",
            {"flags": ["hold_class_yes"]},
            "a red flag that needs a senior review",
            "2.2; design 'other red flags'",
        ),
        Row(
            "hold",
            {"flags": ["asked_too_long_ago", "one_not_told"]},
            "red flags were not all asked again today",
            "2.2 rule design; 4.4 (same day); H08, H09",
        ),
        Row(
            "hold",
            {"neurology": ["one_part_not_tested", "not_told"]},
            "the baseline of legs and bladder is not complete",
            "4.4 K-H (straight leg raise, power, sensation, bladder); H34",
        ),
        Row(
            "hold",
            {"blood_pressure": ["not_told"]},
            "no blood pressure today",
            "4.4 K-H (vitals incl. temp, BP, SpO2)",
        ),
        Row(
            "hold",
            {"spo2": ["not_told"]},
            "no oxygen saturation today",
            "4.4 K-H (vitals incl. temp, BP, SpO2)",
        ),
        Row(
            "hold",
            {"imaging_planned": ["fluoroscopy", "ct"], "pregnant": ["not_told"]},
            "X-rays are planned and nobody asked about pregnancy",
            "4.4 K-H (pregnancy status if fluoroscopy)",
        ),
        Row(
            "hold",
            {"pregnant": ["yes"]},
            # Read again: the weeks are not told, so she may be far on, and nobody asked the fetus.
            "pregnant, weeks not told: on her side, the fetus well and the labour ward told first",
            "4.1 K-H (left tilt); design 'not asked is never no'",
        ),
        Row(
            "advise",
            {"cannula": ["not_told"]},
            "intravenous access, for a slow heart at the injection",
            "4.1 K-M (haemodynamic: prepare, read as 'plan')",
        ),
        NOTHING_AGAINST,
    ),
)

SEDATION_DEPTH = Gate(
    "time-out, sedation",
    "preparation.time_out",
    (
        Input(
            "plan",
            ("none", "minimal", "moderate", "deep", "general", "not_told"),
            "preparation.record_sedation_plan.plan",
            "not_told: no plan recorded; food and drink long ago in every vector",
        ),
        Input(
            "awake_for_blood",
            ("yes", "no", "not_told"),
            "preparation.record_sedation_plan.awake_for_blood",
            "with the plan; with none, or none recorded, the field is left out",
        ),
        Input(
            "anxiety",
            (10, 11, "not_told"),
            "preparation.record_anxiety.anxiety",
            "APAIS",
        ),
        Input(
            "escort_planned",
            ("yes", "no", "not_told"),
            "preparation.record_escort.escort",
            "who takes the patient home",
        ),
    ),
    (
        Row(
            "hold",
            {
                "plan": ["minimal", "moderate", "deep", "general"],
                "escort_planned": ["no", "not_told"],
            },
            "sedation is planned, and nobody takes the patient home or nobody asked",
            "4.4 (escort if sedation); 5 K-H; H17; T5",
        ),
        Row(
            "silent",
            {"plan": ["deep", "general"]},
            "sedation is capped, minimal or light moderate; the level of going over is not said",
            "5 K-H (sedation caveat)",
            "advise",
        ),
        Row(
            "silent",
            {"plan": ["minimal", "moderate"], "awake_for_blood": ["no", "not_told"]},
            "the patient must be able to report pressure and tingling; the level is not said",
            "5 K-H (sedation caveat)",
        ),
        Row(
            "silent",
            {"plan": ["not_told"], "anxiety": ["not_told"]},
            "fear is measured before the day; whether silence is said at the time-out is not said",
            "T5; 5",
        ),
        Row(
            "advise",
            {"plan": ["not_told"], "anxiety": [11]},
            "an anxious patient and no decision about sedation",
            "5 K-H (>=11); T5",
        ),
        NOTHING_AGAINST,
    ),
    ({"plan": ["none", "not_told"], "awake_for_blood": ["no", "not_told"]},),
)

TIME_OUT = joined("time-out", (WHO_AND_CONSENT, SCREENED, SEDATION_DEPTH))

NOTES = [
    "4.4 is a checklist without levels: what is missing from it holds, by the design ('what is "
    "missing blocks the permit that needs it'). Lactation, equipment, leaflet version and "
    "interpreter stand in 4.4 too and are not in the grid.",
    "'No consent' stops also where nobody recorded any: no valid consent is absolute in 4.1.",
    "'prepare', 'substitute' and 'technique change' of 4.1 are not in the design's mapping; they "
    "are read as 'plan', so advise. Worth asking.",
]

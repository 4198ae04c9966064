"""May the patient go home? The permit `discharge.permit`, in three tables.

A plain patient: patched, rested, observed as planned, baseline neurology normal and complete
(`preparation.record_neurology`), time-out passed. DISCHARGE joins the three.
"""

from .table import NOTHING_AGAINST, Gate, Input, Row, joined

EXAMINED = ("as_before", "changed", "not_told", "abnormal_without_baseline")
PARTS = ("power", "straight_leg_raise", "sensation", "saddle", "bladder")
MEANS = (
    "as_before: normal, as at the baseline; changed: worse than the baseline (power 3, limited, "
    "changed); not_told: left out or not_tested; abnormal_without_baseline: the same worse value "
    "where the baseline left this part out"
)

NEUROLOGY = Gate(
    "discharge, legs and bladder",
    "discharge.permit",
    (
        Input(
            "power",
            EXAMINED,
            "discharge.record_neurology.power_left discharge.record_neurology.power_right "
            "preparation.record_neurology.power_left preparation.record_neurology.power_right",
            MEANS,
        ),
        Input(
            "straight_leg_raise",
            EXAMINED,
            "discharge.record_neurology.straight_leg_left "
            "discharge.record_neurology.straight_leg_right "
            "preparation.record_neurology.straight_leg_left "
            "preparation.record_neurology.straight_leg_right",
            MEANS,
        ),
        Input(
            "sensation",
            EXAMINED,
            "discharge.record_neurology.sensation preparation.record_neurology.sensation",
            MEANS,
        ),
        Input(
            "saddle",
            EXAMINED,
            "discharge.record_neurology.saddle preparation.record_neurology.saddle",
            MEANS,
        ),
        Input(
            "bladder",
            EXAMINED,
            "discharge.record_neurology.bladder preparation.record_neurology.bladder",
            MEANS,
        ),
        Input(
            "gait",
            ("as_before", "changed", "not_told"),
            "discharge.record_neurology.gait",
            "as_before: normal; changed; not_told: left out or not_tested",
        ),
    ),
    (
        *(
            Row(
                "stop",
                {part: ["changed"]},
                f"{part} is worse than before the patch",
                "2.2 V2 (legs, saddle, bladder: emergency); design stop list; H34",
            )
            for part in PARTS
        ),
        *(
            Row(
                "hold",
                {part: ["not_told"]},
                f"{part} was not examined",
                "12 item 13 and 4.4 (straight leg raise, power, sensation, bladder); H34",
            )
            for part in ("power", "straight_leg_raise", "sensation", "bladder")
        ),
        *(
            Row(
                "silent",
                {part: ["abnormal_without_baseline"]},
                f"{part} is abnormal, and nobody knows whether it was so before",
                "2.2 'not assessed' is not 'absent'; whether stop or hold is not said",
                "hold",
            )
            for part in PARTS
        ),
        Row(
            "silent",
            {"saddle": ["not_told"]},
            "the saddle area is a red flag but stands in no list of the examination",
            "2.2 V2 names it, 4.4 and 12 item 13 do not",
        ),
        Row(
            "silent",
            {"gait": ["changed"]},
            "gait belongs to stand-and-walk and to PADSS; alone it has no level",
            "7 proposal K-M; 5 V [S-PADSS]",
            "advise",
        ),
        Row("silent", {"gait": ["not_told"]}, "gait was not examined", "7 proposal K-M"),
        NOTHING_AGAINST,
    ),
)

SCORES = (9, 10, 8, "not_told")
AFTER_SEDATION = Gate(
    "discharge, after sedation",
    "discharge.permit",
    (
        Input(
            "sedation",
            ("none", "given", "planned_and_not_recorded"),
            "procedure.record_sedation_given.level preparation.record_sedation_plan.plan",
            "none: plan none, nothing given; given: level minimal or moderate at the procedure; "
            "planned_and_not_recorded: plan moderate, no record_sedation_given",
        ),
        Input("aldrete", SCORES, "discharge.record_sedation_score.aldrete", "the latest score"),
        Input("padss", SCORES, "discharge.record_sedation_score.padss", "the latest score"),
        Input(
            "escort",
            ("yes", "no", "not_told"),
            "discharge.record_sedation_score.escort",
            "whether a responsible adult is here; the time-out's answer was yes",
        ),
        Input(
            "reversal_min",
            ("not_given", 121, 120, 119),
            "procedure.record_event_during.action",
            "minutes from the event with action sedation_reversed to the permit",
        ),
    ),
    (
        Row(
            "hold",
            {"sedation": ["given"], "aldrete": [8, "not_told"]},
            "the Aldrete score is under 9, or nobody took it",
            "5 V, >=9 K-H; 13; H17",
        ),
        Row(
            "hold",
            {"sedation": ["given"], "padss": [8, "not_told"]},
            "the PADSS is under 9, or nobody took it",
            "5 V [S-PADSS]; 13; H17",
        ),
        Row(
            "hold",
            {"sedation": ["given"], "escort": ["no", "not_told"]},
            "after sedation nobody goes home alone, and silence is no escort",
            "5 K-H; 13 sedation.escort_hours; H17; T5",
        ),
        Row(
            "hold",
            {"sedation": ["given"], "reversal_min": [119]},
            "a reversal wears off: two hours",
            "5 K-M; house reversal_observation_minutes 120",
        ),
        Row(
            "silent",
            {"sedation": ["planned_and_not_recorded"]},
            "sedation was planned and nobody recorded that it was or was not given",
            "silent",
        ),
        NOTHING_AGAINST,
    ),
    ({"sedation": ["none", "planned_and_not_recorded"], "reversal_min": [121, 120, 119]},),
)

GOING_HOME = Gate(
    "discharge, the plan",
    "discharge.permit",
    (
        Input(
            "walk",
            ("whole", "unsteady", "dizzy", "less", "not_at_all", "not_done"),
            "recovery.record_stand_and_walk.walked recovery.record_stand_and_walk.distance_m "
            "recovery.record_stand_and_walk.steady recovery.record_stand_and_walk.dizzy",
            "whole: whole_distance, steady yes, dizzy no; unsteady: whole_distance, steady no; "
            "dizzy: whole_distance, dizzy yes; not_done: no stand-and-walk recorded",
        ),
        Input(
            "observations",
            ("as_planned", "one_overdue", "none"),
            "recovery.record_observations.heart_rate recovery.record_observations.blood_pressure "
            "recovery.record_observations.oxygen recovery.record_observations.legs",
            "as in the recovery table; none: no record_observations at all",
        ),
        Input(
            "adverse_event",
            ("none", "settled", "draft", "opened", "still_watched"),
            "adverse_event.open.kinds adverse_event.review.conclusion "
            "procedure.record_injection.stop_reason",
            "draft: the injection stopped for leg_pain and nobody opened, reviewed or dismissed "
            "anything; opened: opened and not reviewed; settled, still_watched: reviewed so",
        ),
        Input(
            "instructions",
            ("given", "in_another_language", "without_warnings", "not_given"),
            "discharge.record_instructions.language discharge.record_instructions.warned_of "
            "discharge.record_instructions.in_person",
            "given: in the patient's language with warned_of; in_another_language: without an "
            "interpreter; without_warnings: warned_of left out; not_given: none recorded",
        ),
        Input(
            "whom_to_call",
            ("yes", "no", "not_told"),
            "discharge.record_instructions.return_route",
            "whether the patient knows whom to call at any hour",
        ),
        Input(
            "restart",
            (
                "no_drug",
                "planned",
                "stays_off",
                "planned_too_early",
                "not_planned",
                "one_of_two_planned",
                "drugs_not_told",
            ),
            "discharge.record_restart_plan.drug discharge.record_restart_plan.plan "
            "discharge.record_restart_plan.restart_at preparation.record_bleeding_history."
            "antithrombotic preparation.record_antithrombotic.drug",
            "planned: restart at the table's hour or later; planned_too_early: one minute before "
            "it; not_planned: a drug was recorded and no plan; one_of_two_planned: two drugs, a "
            "plan for the first by name; drugs_not_told: the question was never answered (the "
            "patch was given all the same)",
        ),
    ),
    (
        Row(
            "hold",
            {"walk": ["not_done"]},
            "the patient has not stood and walked",
            "T9; 7 proposal; cases R8",
        ),
        Row(
            "hold",
            {"walk": ["less", "not_at_all"]},
            "the patient did not walk 10 metres: lie down, repeat once, then a physician",
            "7 proposal; 13 discharge.walk_m 10",
        ),
        Row(
            "hold",
            {"observations": ["none"]},
            "nobody observed the patient",
            "7 proposal K-M; cases R8",
        ),
        Row(
            "hold",
            {"adverse_event": ["draft", "opened"]},
            "what went wrong was not looked at",
            "H23 (resolved before discharge); H34",
        ),
        Row(
            "hold",
            {"instructions": ["not_given", "without_warnings"]},
            "nobody told the patient what needs assessment",
            "3.2 V [S-OAA18]; 12 items 5 and 6; T11",
        ),
        Row(
            "hold",
            {"whom_to_call": ["no", "not_told"]},
            "the patient does not know whom to call, or nobody asked",
            "3.2 V [S-OAA18] (contact); 3.1 V2 (whom to call); cases R9",
        ),
        Row(
            "hold",
            {"restart": ["not_planned", "one_of_two_planned"]},
            "a drug was stopped and nobody said when it is taken again",
            "H47 (each drug); 4.3 rule design; 4.1 V [S-GGC]",
        ),
        Row(
            "hold",
            {"restart": ["drugs_not_told"]},
            "nobody knows whether there is a drug to be taken again",
            "4.3 rule design (never 'no anticoagulant'); H47",
        ),
        Row(
            "silent",
            {"restart": ["planned_too_early"]},
            "the table gives an earliest restart; what an earlier plan meets is not said",
            "4.2, 4.3 restart columns; 4.3 rule design (earliest_restart_at)",
            "advise",
        ),
        Row(
            "silent",
            {"walk": ["unsteady", "dizzy"]},
            "recorded, but what makes a test fail is not said",
            "7 proposal; PADSS asks for a steady gait after sedation only; 15 item 6",
            "permitted",
        ),
        Row(
            "silent",
            {"observations": ["one_overdue"]},
            "overdue observations are escalated; whether they keep the patient is not said",
            "7 proposal K-M; H35",
        ),
        Row(
            "silent",
            {"adverse_event": ["still_watched"]},
            "reviewed, and to be reviewed again: resolved or not is not said",
            "H23",
        ),
        Row(
            "silent",
            {"instructions": ["in_another_language"]},
            "nobody falls back to another language silently; the level is not said",
            "H15, H42; 10 languages and interpreter",
            "advise",
        ),
        NOTHING_AGAINST,
    ),
)

DISCHARGE = joined("discharge", (NEUROLOGY, AFTER_SEDATION, GOING_HOME))

NOTES = [
    "Who was not sedated needs no score and no escort.",
    "Headache on standing does not keep a patient (5, local caution).",
    "Time since the last sedative (H17) has no number in the evidence and is no input.",
    "Temperature once (7) is no item of discharge in the evidence and is no input.",
    "A patient who leaves is a record: nothing here refuses it.",
]

"""May normal activity be resumed? The permit `clearance.clear`.

A plain patient: patched, gone home, heard twice or more since. All thresholds are proposals (13).
"""

from .table import NOTHING_AGAINST, Gate, Input, Row

TOLD = ("no", "yes", "not_told")

CLEARANCE = Gate(
    "clearance",
    "clearance.clear",
    (
        Input(
            "upright",
            (
                "3_at_both_ends_of_48h",
                "0_at_both_ends_of_48h",
                "3_at_both_ends_of_47h59",
                "one_score_of_3",
                "4_between_two_of_3",
                "4_now",
                "not_told",
                "3_for_48h_last_heard_8_days_ago",
            ),
            "followup.record_contact.pain_upright followup.record_report.pain_upright",
            "upright scores after discharge, the last at the permit unless it says otherwise; "
            "4_now: two days of 3, then 4",
        ),
        Input(
            "flags",
            ("all_no", "hold_class_yes", "stop_class_yes", "one_not_told", "not_told"),
            "followup.record_contact.flags",
            "the screen of the last contact; hold_class_yes: severe_vomiting; stop_class_yes: "
            "thunderclap, nothing lifted; one_not_told: seizure left out; not_told: no screen "
            "since discharge",
        ),
        Input(
            "neuro_deficit",
            TOLD,
            "followup.record_contact.adverse_effects followup.record_contact.symptoms",
            "nerve_damage of the five questions at the last contact (yes with leg_weakness); "
            "leg flags are no",
        ),
        Input(
            "temperature_c",
            (37.9, 38.0, "not_told"),
            "followup.record_contact.temperature",
            "at the last contact; not_told: left out, while the flag 'fever' was answered no",
        ),
        Input(
            "back_pain",
            (4, 0, 5, "not_told"),
            "followup.record_contact.back_pain_score",
            "at the last contact; 4 before too",
        ),
        Input(
            "back_pain_worse",
            TOLD,
            "followup.record_contact.adverse_effects",
            "more_pain of the five questions, said of the back",
        ),
        Input(
            "opioids",
            TOLD,
            "followup.record_contact.strong_painkillers",
            "at the last contact",
        ),
        Input(
            "adverse_event",
            ("none", "settled", "opened", "still_watched"),
            "adverse_event.open.kinds adverse_event.review.conclusion",
            "none; reviewed as settled; opened and not reviewed; reviewed as watched",
        ),
    ),
    (
        Row(
            "stop",
            {"flags": ["stop_class_yes"]},
            "a red flag that nobody overrides",
            "13 (no red flag); design stop list; H38",
        ),
        Row(
            "stop",
            {"neuro_deficit": ["yes"]},
            "a new sign of a nerve",
            "13 (no neuro deficit); 2.2 V2; design stop list",
        ),
        Row(
            "hold",
            {"flags": ["hold_class_yes"]},
            "a red flag is open",
            "13 (no red flag); H38",
        ),
        Row(
            "hold",
            {"flags": ["one_not_told", "not_told"]},
            "red flags were not all asked",
            "2.2 rule design; 13 (all red flags assessed)",
        ),
        Row(
            "hold",
            {"upright": ["not_told"]},
            "the patient was not heard: no upright score",
            "13; cases R15",
        ),
        Row(
            "hold",
            {"upright": ["4_now"]},
            "upright pain is over 3",
            "13 proposal (upright NRS<=3 and stable >=48 h)",
        ),
        Row(
            "hold",
            {"upright": ["4_between_two_of_3"]},
            "upright pain was over 3 within the 48 hours",
            "13 proposal (upright NRS<=3 and stable >=48 h)",
        ),
        Row(
            "hold",
            {"upright": ["3_at_both_ends_of_47h59", "one_score_of_3"]},
            "not stable for 48 hours, or nobody knows",
            "13 proposal",
        ),
        Row(
            "hold",
            {"temperature_c": [38.0]},
            "fever",
            "13 (afebrile); 4.1 K-M threshold",
        ),
        Row(
            "hold",
            {"back_pain": [5]},
            "back pain is over 4",
            "13 proposal",
        ),
        Row(
            "hold",
            {"back_pain": ["not_told"]},
            "nobody asked how bad the back is",
            "13 proposal; design 'not asked is never no'",
        ),
        Row(
            "hold",
            {"back_pain_worse": ["yes"]},
            "back pain gets worse",
            "13 proposal; 9 (alert)",
        ),
        Row(
            "hold",
            {"back_pain_worse": ["not_told"]},
            "nobody asked whether the back gets worse",
            "13 proposal; design 'not asked is never no'",
        ),
        Row(
            "hold",
            {"opioids": ["yes"]},
            "strong painkillers are needed",
            "13 proposal",
        ),
        Row(
            "hold",
            {"opioids": ["not_told"]},
            "nobody asked about strong painkillers",
            "13 proposal; design 'not asked is never no'",
        ),
        Row(
            "hold",
            {"adverse_event": ["opened"]},
            "an adverse event is open",
            "H38",
        ),
        Row(
            "silent",
            {"adverse_event": ["still_watched"]},
            "reviewed, and to be reviewed again: open or not is not said",
            "H38",
        ),
        # Read again: legs, saddle and bladder are three of the flags, and flags that nobody asked
        # hold by their own row; whether they are to be asked twice is said nowhere.
        Row(
            "silent",
            {"neuro_deficit": ["not_told"]},
            "asked as flags, and not again by the five questions",
            "13; 2.2 V2 (new leg weakness, saddle numbness, bladder/bowel change)",
        ),
        Row(
            "silent",
            {"upright": ["3_for_48h_last_heard_8_days_ago"]},
            "how old the last word may be is not said",
            "13 has no window",
        ),
        Row(
            "silent",
            {"temperature_c": ["not_told"]},
            "'afebrile' by the answer to the fever question, or by a thermometer",
            "13 (afebrile)",
        ),
        NOTHING_AGAINST,
    ),
)

NOTES = [
    "'Otherwise defer' is a hold by the design's mapping: a physician may clear with a reason.",
    "Days since the patch are no criterion of their own: 48 stable hours are the least (T12 'a "
    "few days' is no number).",
    "Clearing is a physician's act (H37): the table of roles.",
]

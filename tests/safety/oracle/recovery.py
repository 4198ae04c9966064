"""May the patient be stood up now? The permit `recovery.permit_standing`.

A plain patient: the patch was given, the needle came out, the patient came to the bay.
"""

from .table import NOTHING_AGAINST, Gate, Input, Row

RECOVERY = Gate(
    "recovery",
    "recovery.permit_standing",
    (
        Input(
            "protocol",
            ("house", "kaysville", "multisociety"),
            "",
            "the protocol of the episode; it rests 60, 30 and 60 minutes",
        ),
        Input(
            "resting_s",
            (7200, 3601, 3600, 3599, 1801, 1800, 1799, 0, "not_started", "got_up_at_600_of_7200"),
            "recovery.start_rest.position recovery.record_got_up.reason "
            "recovery.record_lay_down.position",
            "seconds from the instant of start_rest to the permit, 7200: two hours or more; "
            "not_started: no start_rest; "
            "got_up_at_600_of_7200: record_got_up at second 600, record_lay_down at once, permit "
            "at second 7200",
        ),
        Input(
            "legs",
            ("normal", "weak", "numb", "not_told"),
            "recovery.record_observations.legs",
            "the latest observation; not_told: observations without the field",
        ),
        Input(
            "failed_tests",
            (
                "none",
                "one_lying_60_min",
                "one_lying_30_min",
                "one_lying_29_min",
                "one_still_up",
                "two_lying_60_min",
                "three_lying_60_min",
            ),
            "recovery.record_stand_and_walk.walked recovery.record_lay_down.position",
            "stand_and_walk with walked=not_at_all after the first rest; lying: minutes from "
            "record_lay_down after the last of them to the permit; "
            "no physician has decided anything",
        ),
        Input(
            "observations",
            ("as_planned", "one_overdue", "none"),
            "recovery.record_observations.heart_rate recovery.record_observations.blood_pressure "
            "recovery.record_observations.oxygen",
            "as_planned: at 0, 15, 30, 60 minutes and then each hour; one_overdue: the latest "
            "planned one is missing; none: no record_observations at all, legs not_told with it",
        ),
    ),
    (
        Row(
            "stop",
            {"legs": ["weak", "numb"]},
            "a new sign of the legs is no matter of rest",
            "2.2 V2 (new leg weakness); 6 neuro change; design stop list; H34",
        ),
        Row(
            "hold",
            {"resting_s": ["not_started"]},
            "no rest was started",
            "T8; H29",
        ),
        Row(
            "hold",
            {"resting_s": [1799, 0]},
            "the rest is not over in any protocol",
            "T8; H29 (-1 s / 0 / +1 s); 7 V [S-MARTIN]",
        ),
        Row(
            "hold",
            {"protocol": ["house", "multisociety"], "resting_s": [3599, 1801, 1800]},
            "the rest of 60 minutes is not over",
            "13 recovery.rest_min 60; H29",
        ),
        Row(
            "hold",
            {"failed_tests": ["one_still_up", "one_lying_29_min"]},
            "after a failed test: lie flat for at least 30 minutes",
            "7 proposal (30-60 min); house lie_down_again_minutes 30",
        ),
        Row(
            "hold",
            {"failed_tests": ["two_lying_60_min", "three_lying_60_min"]},
            "the test is repeated once, then a physician decides",
            "7 proposal; house failed_tests_before_physician 2",
        ),
        Row(
            "silent",
            {"failed_tests": ["one_lying_30_min"]},
            "30 to 60 minutes: at 30 it may be enough (value in force) or not",
            "7 proposal is a range; house lie_down_again_minutes 30 permits",
        ),
        Row(
            "silent",
            {"resting_s": ["got_up_at_600_of_7200"]},
            "whether getting up starts the rest anew is not said",
            "silent; T8 says only 'rests about 30 minutes'",
        ),
        Row(
            "silent",
            {"legs": ["not_told"]},
            "legs are observed at 0, 15, 30, 60 minutes; whether silence blocks is not said",
            "7 proposal K-M; H34 asks at discharge only",
        ),
        Row(
            "silent",
            {"observations": ["one_overdue", "none"]},
            "overdue observations are escalated; whether they keep the patient lying is not said",
            "7 proposal K-M; H35",
        ),
        Row(
            "silent",
            {"protocol": ["kaysville"], "resting_s": [1800, 1801, 3599, 3600, 3601, 7200]},
            "the clinic rests 30 minutes; the trial's hour is for who signs that, or for each bed",
            "T8; 0 row 1 V [S-MARTIN]; trial of 30 November, part B: a note to every patient",
        ),
        NOTHING_AGAINST,
    ),
    (
        {
            "failed_tests": [
                "one_lying_60_min",
                "one_lying_30_min",
                "one_lying_29_min",
                "one_still_up",
                "two_lying_60_min",
                "three_lying_60_min",
            ],
            "resting_s": [
                3601,
                3600,
                3599,
                1801,
                1800,
                1799,
                0,
                "not_started",
                "got_up_at_600_of_7200",
            ],
        },
        {"observations": ["none"], "legs": ["normal", "weak", "numb"]},
    ),
)

NOTES = [
    "30 min against the trial's 120: 'shorter than the trial's' could also mean under 120, and "
    "then the house's 60 would be advised on; section 0 says under 60, and that is followed.",
    "Standing up early may be permitted by a physician's override (design, hold); not in the grid.",
    "More headache on standing is an outcome, no failed test (5, local caution).",
]

"""May another patch be decided? The permit `repeat.decide`.

A plain patient: one patch, no relief, everything asked again since. A first patch that is not
counted as failed needs no repeat and is not in the grid.
"""

from .table import NOTHING_AGAINST, Gate, Input, Row

REPEAT = Gate(
    "repeat",
    "repeat.decide",
    (
        Input(
            "since_last_patch_min",
            (1441, 1440, 1439, "not_told"),
            "procedure.record_injection.ended procedure.record_needle_out.patch "
            "procedure.record_patch.timing",
            "minutes from the needle out of the last patch to the permit; not_told: a patch "
            "reported without its time",
        ),
        Input(
            "reassessed",
            ("yes", "no"),
            "assessment.record_headache.pain_upright assessment.record_symptoms.symptoms",
            "headache and symptoms recorded since the last patch, within the protocol's validity",
        ),
        Input(
            "flags",
            ("all_no", "hold_class_yes", "stop_class_yes", "one_not_told", "not_asked_again"),
            "assessment.screen_red_flags.flags",
            "the screen since the last patch: the twelve asked answered no; severe_vomiting yes; "
            "focal_deficit yes (nothing lifted); thunderclap left out; no screen since the patch",
        ),
        Input(
            "patches",
            ("one_failed", "two_failed", "two_second_helped_then_back", "three_failed"),
            "repeat.decide.reason followup.record_relief.relief followup.record_relief.recurred",
            "given here, each with its own round; failed: relief none; helped then back: relief "
            "complete and recurred yes after the second",
        ),
        Input(
            "imaging",
            ("brain_normal", "brain_abnormal", "asked_for", "not_told"),
            "assessment.record_investigation.kind assessment.record_investigation.region "
            "assessment.record_investigation.done assessment.record_investigation.result",
            "an MRI of the brain after the last patch: done and normal, done and abnormal, "
            "requested only, nothing recorded",
        ),
        Input(
            "specialist",
            ("neurology_agrees", "not_told"),
            "assessment.record_opinion.specialty assessment.record_opinion.advice",
            "an opinion of neurology after the last patch, or none",
        ),
        Input(
            "adverse_event",
            ("none", "reviewed", "opened"),
            "adverse_event.open.kinds adverse_event.review.conclusion",
            "after the last patch: none, reviewed as settled, or opened and not reviewed",
        ),
        Input(
            "space",
            ("one_below_the_puncture", "same_as_the_puncture", "above", "not_told"),
            "repeat.decide.level_relation",
            "where the next patch is planned: below, same_space, above, left out",
        ),
        Input(
            "planned_ml",
            (20, 30, 30.1),
            "repeat.decide.planned_ml",
            "the volume planned",
        ),
    ),
    (
        Row(
            "stop",
            {"flags": ["stop_class_yes"]},
            "a red flag that nobody overrides",
            "2.2 V2 STOP row; 4.1 absolute; design stop list",
        ),
        Row(
            "hold",
            {"flags": ["hold_class_yes"]},
            "a red flag that needs a senior review",
            "2.2; design 'other red flags'",
        ),
        Row(
            "hold",
            {"flags": ["one_not_told", "not_asked_again"]},
            "red flags were not all asked again since the patch",
            "2.2 rule design; H49 (new screening); H08",
        ),
        Row(
            "hold",
            {"since_last_patch_min": [1439]},
            "less than 24 hours since the last patch",
            "13 V [S-HARR]; cases R10",
        ),
        Row(
            "hold",
            {"since_last_patch_min": ["not_told"]},
            "nobody knows how long ago the last patch was",
            "13; design 'not asked is never no'; cases R15",
        ),
        Row(
            "hold",
            {"reassessed": ["no"]},
            "the diagnosis is reconsidered first",
            "3.1 K-M (reconsider diagnosis first); H49",
        ),
        Row(
            "hold",
            {"patches": ["two_failed", "three_failed"], "imaging": ["asked_for", "not_told"]},
            "after two failures: imaging before a third",
            "2.2 V2 (failure of 2 EBPs); 3.1 K-M; cases R10",
        ),
        Row(
            "hold",
            {
                "patches": ["two_failed", "two_second_helped_then_back", "three_failed"],
                "specialist": ["not_told"],
            },
            "after two patches: a specialist",
            "2.2 V2; 13 max_before_mandatory_specialist_review 2",
        ),
        Row(
            "silent",
            {"imaging": ["brain_abnormal"]},
            "what was found decides, and the grid does not say what",
            "2.2 (subdural, thrombosis)",
        ),
        Row(
            "silent",
            {"patches": ["two_second_helped_then_back"], "imaging": ["asked_for", "not_told"]},
            "two patches, of which one helped: imaging is asked for after two failures",
            "2.2 'failure of 2 EBPs' against 13 'max_before' (any two)",
        ),
        Row(
            "silent",
            {"adverse_event": ["opened"]},
            "an adverse event that nobody reviewed: named for discharge and clearance only",
            "H23, H38",
        ),
        Row(
            "silent",
            {"space": ["not_told"]},
            "the space is planned at the time-out; whether the decision names it is not said",
            "cases R6",
        ),
        Row(
            "advise",
            {"space": ["same_as_the_puncture"]},
            "a case report advises against the punctured space for a repeat",
            "6 V [S-JACR]; against 3.1 V2 'at, or one space below'",
        ),
        Row(
            "advise",
            {"space": ["above"]},
            "at the puncture or one space below it",
            "3.1 V2; cases R6",
        ),
        Row(
            "advise",
            {"planned_ml": [30.1]},
            "more than 30 mL",
            "0 row 2; 13 ebp.warn_ml_over; 6 V [S-DIAZ]",
        ),
        NOTHING_AGAINST,
    ),
)

NOTES = [
    "Consent anew (H49) is asked at the time-out: see consent 'for_an_earlier_patch' there.",
    "The physician alone decides (H49): the table of roles.",
]

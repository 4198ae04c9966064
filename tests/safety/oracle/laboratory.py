"""Are the laboratory values there, and good enough? The permit `preparation.time_out`.

Values are needed only where something recorded asks for them; the bleeding question is always
asked. A plain patient as in time_out.py. Drugs here are past their hours, with their rows signed.
"""

from collections.abc import Mapping

from .table import NOTHING_AGAINST, Facts, Gate, Input, Row

MOVING: Mapping[str, Facts] = {
    "heparin": {"long_on_heparin": ["yes"]},
    "pressure": {"obstetric": ["hypertension"]},
    "ITP": {"blood_disease": ["itp"]},
}

LABORATORY = Gate(
    "laboratory",
    "preparation.time_out",
    (
        Input(
            "bleeding_history",
            ("no", "yes", "not_told"),
            "preparation.record_bleeding_history.bleeding_history",
            "asked today; not_told: the field left out",
        ),
        Input(
            "long_on_heparin",
            ("no", "yes", "not_told"),
            "preparation.record_bleeding_history.long_on_heparin",
            "asked today; the heparin itself is long over",
        ),
        Input(
            "obstetric",
            ("no", "postpartum", "hypertension", "hellp"),
            "assessment.record_obstetric.state assessment.record_obstetric.hypertension "
            "assessment.record_history.condition",
            "hypertension: postpartum with hypertension yes (blood pressure 118/74 today); hellp: "
            "postpartum with condition hellp",
        ),
        Input(
            "blood_disease",
            ("none", "itp", "leukaemia", "bleeding_tendency"),
            "assessment.record_history.condition",
            "active",
        ),
        Input(
            "drug",
            ("none", "warfarin", "heparin_iv"),
            "preparation.record_antithrombotic.drug",
            "under asra_regional_2025, last dose ten days ago, row signed",
        ),
        Input(
            "platelets",
            (100, 70, 69.9, 50, 49.9, "not_told"),
            "preparation.record_labs.platelets",
            "10^9/L",
        ),
        Input(
            "platelets_age_min",
            (359, 360, 361, 1440, 1441, "not_told"),
            "preparation.record_labs.taken",
            "minutes from the sample to the permit; not_told: taken with precision unknown",
        ),
        Input("inr", (1.0, 1.4, 1.41, "not_told"), "preparation.record_labs.inr", "INR"),
        Input(
            "aptt",
            ("normal", "raised", "not_told"),
            "preparation.record_labs.values",
            "as a measured value; nobody gives its limit",
        ),
        Input(
            "haematology",
            ("agrees", "not_told"),
            "assessment.record_opinion.specialty assessment.record_opinion.advice",
            "an opinion of haematology, or none",
        ),
    ),
    (
        Row(
            "hold",
            {"bleeding_history": ["not_told"]},
            "the bleeding question is always asked",
            "design; 4.1; H06 (unknown is never no)",
        ),
        Row(
            "hold",
            {"platelets": [49.9], "obstetric": ["postpartum", "hypertension", "hellp"]},
            "platelets under 50 in childbirth: avoid",
            "4.1 V [S-SOAP]; 13 block 50",
        ),
        Row(
            "hold",
            {"platelets": ["not_told"], "long_on_heparin": ["yes"]},
            "platelets after heparin over four days",
            "4.4 V [S-ACCESSA2]",
        ),
        Row(
            "hold",
            {"platelets": ["not_told"], "obstetric": ["hypertension", "hellp"]},
            "platelets in hypertension of pregnancy",
            "4.4 K-H; 4.1 V [S-SOAP]",
        ),
        Row(
            "hold",
            {"obstetric": ["hellp"], "platelets_age_min": [361, 1440, 1441, "not_told"]},
            "in HELLP the count is at most six hours old",
            "4.1 V [S-SOAP]",
        ),
        *(
            Row(
                "hold",
                {**cause, "platelets_age_min": [1441, "not_told"]},
                f"the count is of today: {name}",
                "4.1 V [S-SOAP] gives hours for HELLP alone; house platelets_valid_hours 24",
            )
            for name, cause in MOVING.items()
        ),
        Row(
            "hold",
            {"platelets": ["not_told"], "blood_disease": ["itp"]},
            "platelets in ITP",
            "4.4 K-H; 4.1 V",
        ),
        Row(
            "hold",
            {"platelets": ["not_told"], "inr": ["not_told"], "bleeding_history": ["yes"]},
            "a history of bleeding and no value at all",
            "design (a bleeding history asks); 4.4 (if indicated)",
        ),
        Row(
            "hold",
            {
                "platelets": ["not_told"],
                "inr": ["not_told"],
                "blood_disease": ["leukaemia", "bleeding_tendency"],
            },
            "a disease of the blood and no value at all",
            "design (blood disease asks); 4.4 (if indicated)",
        ),
        Row(
            "hold",
            {"inr": [1.41]},
            "the INR is over the highest value in force",
            "4.1 mixed (<=1.4 V2); house inr_highest 1.4",
        ),
        Row(
            "hold",
            {"drug": ["warfarin"], "inr": [1.4]},
            "after warfarin this table asks for a normal INR",
            "4.1 (ASRA neuraxial: normal; one hospital <1.2); 4.3 K-H",
        ),
        Row(
            "hold",
            {"drug": ["warfarin"], "inr": ["not_told"]},
            "warfarin: five days and a normal INR",
            "4.2 V2, 4.3 K-H",
        ),
        Row(
            "hold",
            {"drug": ["heparin_iv"], "aptt": ["not_told", "raised"]},
            "heparin into a vein: hours and a normal aPTT",
            "4.3 K-H",
        ),
        Row(
            "hold",
            {"blood_disease": ["leukaemia"], "haematology": ["not_told"]},
            "relative: discussed first",
            "4.1 K-M (leukaemia: relative, discuss); cases R13",
        ),
        Row(
            "hold",
            {"blood_disease": ["bleeding_tendency"]},
            "a known bleeding tendency",
            "4.1 (coagulopathy: hold)",
        ),
        Row(
            "silent",
            {"blood_disease": ["leukaemia"], "haematology": ["agrees"]},
            "discussed; whether the discussion itself lifts it is not said",
            "4.1 K-M; design (relative = hold, a physician overrides)",
        ),
        Row(
            "silent",
            {"platelets": [49.9], "obstetric": ["no"]},
            "no figure outside childbirth: a prompt by the row, a danger by common sense",
            "4.1 K-M (prompt); 4.1 coagulopathy",
            "advise",
        ),
        Row(
            "silent",
            {"platelets": [69.9, 50], "obstetric": ["no"]},
            "no figure outside childbirth: 'commonly >=70-100'",
            "4.1 K-M (prompt)",
            "advise",
        ),
        Row(
            "silent",
            {"platelets": ["not_told"], "bleeding_history": ["yes"]},
            "whether a history of bleeding asks for platelets is not said",
            "4.4 (if indicated)",
        ),
        Row(
            "silent",
            {"inr": ["not_told"], "bleeding_history": ["yes"]},
            "whether a history of bleeding asks for the INR is not said",
            "4.4 (if indicated)",
        ),
        Row(
            "silent",
            {"inr": ["not_told"], "blood_disease": ["itp"]},
            "whether ITP asks for the INR is not said",
            "4.4 (if indicated)",
        ),
        Row(
            "silent",
            {"aptt": ["raised"]},
            "a raised aPTT that nobody asked for",
            "4.1 (coagulopathy: hold) names the INR only",
            "advise",
        ),
        Row(
            "silent",
            {"long_on_heparin": ["not_told"]},
            "always asked is the bleeding question; of this one it is not said",
            "4.4; design",
        ),
        Row(
            "advise",
            {"platelets": [69.9, 50], "obstetric": ["postpartum", "hypertension", "hellp"]},
            "50 to 69 in childbirth: an individual decision",
            "13 warn 70; house platelets_caution_below; 4.1 V 'individual decision' could be hold",
        ),
        *(
            Row(
                "advise",
                {**cause, "platelets": [70, 69.9, 50, 49.9]},
                f"a low count, once, and it may fall: {name}",
                "4.1 K-M (trend matters); P-01",
            )
            for name, cause in {**MOVING, "HELLP": {"obstetric": ["hellp"]}}.items()
        ),
        Row(
            "advise",
            {"platelets": [70], "obstetric": ["no"]},
            "70 to 99 outside childbirth: local policy, and the trend",
            "4.1 K-M (prompt); house platelets_caution_outside_childbirth_below 100",
        ),
        NOTHING_AGAINST,
    ),
)

NOTES = [
    "A value is judged also where nothing asked for it: a fact that speaks is heard.",
    "An aPTT after heparin stopped ten days ago is asked for by the letter of the row.",
    "aPTT not told with no heparin into a vein is nobody's need: no row.",
]

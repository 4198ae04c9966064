"""Three drug tables: hours between last dose and needle, and between needle and next dose.

Each row: policy, drug, dose class (low | high | any), renal band (normal | crcl_below_30 | any),
hold_h (None: the table gives no safe time), restart_h (None: the table gives none), laboratory
needs, evidence tag. A range in the evidence is written as its longer end. All rows are drafts until
a physician of the clinic has signed them.
"""

from typing import NamedTuple

ASRA_RA = "asra_ra_2025"  # evidence 4.3
ASRA_PAIN = "asra_pain_2018"  # evidence 4.2, intermediate column
AAGBI = "aagbi_2013"  # evidence 4.3, comparator line
POLICIES = (ASRA_RA, ASRA_PAIN, AAGBI)

NONE: tuple[str, ...] = ()
INR = ("inr",)
APTT = ("aptt",)
ANTI_XA = ("anti_xa_considered",)
LOW_WEIGHT = ("enoxaparin", "dalteparin", "lmwh")


class Row(NamedTuple):
    """One line of a drug table."""

    policy: str
    drug: str
    dose: str
    renal: str
    hold_h: float | None
    restart_h: float | None
    labs: tuple[str, ...]
    tag: str


def days(count: float) -> float:
    """Days of a table, in hours."""
    return count * 24.0


RA_ROWS = (
    Row(ASRA_RA, "rivaroxaban", "high", "any", 72, 24, NONE, "V2"),
    Row(ASRA_RA, "rivaroxaban", "low", "normal", 24, 6, NONE, "V2"),
    Row(ASRA_RA, "rivaroxaban", "low", "crcl_below_30", 30, 6, NONE, "V2"),
    Row(ASRA_RA, "apixaban", "high", "any", 72, 24, NONE, "V2"),
    Row(ASRA_RA, "apixaban", "low", "any", 36, 6, NONE, "V2, restart K-M"),
    Row(ASRA_RA, "edoxaban", "high", "any", 72, 24, NONE, "K-M"),
    Row(ASRA_RA, "edoxaban", "low", "any", 24, 6, NONE, "K-M"),
    Row(ASRA_RA, "dabigatran", "high", "normal", 120, 24, NONE, "K-M; longest of 72/96/120"),
    Row(ASRA_RA, "dabigatran", "high", "crcl_below_30", None, 24, NONE, "K-M; avoid"),
    Row(ASRA_RA, "dabigatran", "low", "any", 48, 6, NONE, "K-M"),
    *(Row(ASRA_RA, one, "low", "any", 12, 12, NONE, "K-H") for one in LOW_WEIGHT),
    *(Row(ASRA_RA, one, "high", "normal", 24, 24, NONE, "K-H") for one in LOW_WEIGHT),
    *(Row(ASRA_RA, one, "high", "crcl_below_30", 24, 24, ANTI_XA, "K-H") for one in LOW_WEIGHT),
    Row(ASRA_RA, "heparin_sc", "low", "any", 6, 1, NONE, "K-H; 4-6 h or normal aPTT"),
    Row(ASRA_RA, "heparin_sc", "high", "any", 24, None, APTT, "K-H, V; over 20,000 a day"),
    Row(ASRA_RA, "heparin_sc_7500_10000_bd", "any", "any", 12, None, APTT, "K-H, V; case by case"),
    Row(ASRA_RA, "heparin_iv", "any", "any", 6, 1, APTT, "K-H; 4-6 h + normal aPTT"),
    Row(ASRA_RA, "warfarin", "any", "any", days(5), 0, INR, "K-H; no delay afterwards"),
    Row(ASRA_RA, "aspirin", "any", "any", 0, 0, NONE, "K-H"),
    Row(ASRA_RA, "nsaid", "any", "any", 0, 0, NONE, "K-H"),
    Row(ASRA_RA, "clopidogrel", "any", "any", days(7), 24, NONE, "K-M; 5-7 d"),
    Row(ASRA_RA, "ticagrelor", "any", "any", days(7), 24, NONE, "K-M; 5-7 d"),
    Row(ASRA_RA, "prasugrel", "any", "any", days(10), 24, NONE, "K-M; 7-10 d"),
    Row(ASRA_RA, "fondaparinux", "any", "any", None, 12, NONE, "K-M; avoid/36-42 h; 6-12 h"),
)

PAIN_ROWS = (
    Row(ASRA_PAIN, "aspirin", "any", "any", None, 24, NONE, "V2; shared assessment"),
    Row(ASRA_PAIN, "nsaid", "any", "any", 0, 24, NONE, "V2; no need"),
    Row(ASRA_PAIN, "cilostazol", "any", "any", 0, 24, NONE, "V2; no"),
    Row(ASRA_PAIN, "dipyridamole", "any", "any", 0, 24, NONE, "V2; no"),
    Row(ASRA_PAIN, "warfarin", "any", "any", days(5), 6, INR, "V2"),
    Row(ASRA_PAIN, "acenocoumarol", "any", "any", days(3), 24, INR, "V2"),
    Row(ASRA_PAIN, "heparin_iv", "any", "any", 6, 2, NONE, "V2"),
    Row(ASRA_PAIN, "heparin_sc", "any", "any", 6, 2, NONE, "V2; bid/tid"),
    Row(ASRA_PAIN, "enoxaparin", "low", "any", 12, 24, NONE, "V2; restart 12-24 h"),
    Row(ASRA_PAIN, "enoxaparin", "high", "any", 24, 24, NONE, "V2; restart 12-24 h"),
    Row(ASRA_PAIN, "dalteparin", "any", "any", 24, 24, NONE, "V2; restart 12-24 h"),
    Row(ASRA_PAIN, "fondaparinux", "any", "any", days(4), 24, NONE, "K-H"),
    Row(ASRA_PAIN, "clopidogrel", "any", "any", days(7), 24, NONE, "K-H; restart 12 or 24 h"),
    Row(ASRA_PAIN, "prasugrel", "any", "any", days(10), 24, NONE, "K-H; 7-10 d"),
    Row(ASRA_PAIN, "ticagrelor", "any", "any", days(5), 24, NONE, "K-H"),
    Row(ASRA_PAIN, "dabigatran", "any", "normal", days(4), 24, NONE, "K-H"),
    Row(ASRA_PAIN, "dabigatran", "any", "crcl_below_30", days(6), 24, NONE, "K-H; 5-6 d"),
    Row(ASRA_PAIN, "rivaroxaban", "any", "any", days(3), 24, NONE, "K-H"),
    Row(ASRA_PAIN, "apixaban", "any", "any", days(3), 24, NONE, "K-H"),
    Row(ASRA_PAIN, "edoxaban", "any", "any", days(3), 24, NONE, "K-M"),
    Row(ASRA_PAIN, "fibrinolytic", "any", "any", 48, 48, NONE, "K-M"),
    Row(ASRA_PAIN, "abciximab", "any", "any", days(5), 12, NONE, "K-M; 2-5 d; 8-12 h"),
    Row(ASRA_PAIN, "eptifibatide", "any", "any", 24, 12, NONE, "K-M; 8-24 h; 8-12 h"),
    Row(ASRA_PAIN, "tirofiban", "any", "any", 24, 12, NONE, "K-M; 8-24 h; 8-12 h"),
    Row(ASRA_PAIN, "ssri_or_herbal", "any", "any", 0, None, NONE, "K-M; no; restart -"),
)

AAGBI_ROWS = (
    Row(AAGBI, "heparin_iv", "any", "any", 4, None, NONE, "V2; UFH 4 h"),
    Row(AAGBI, "heparin_sc", "any", "any", 4, None, NONE, "V2; UFH 4 h"),
    *(Row(AAGBI, one, "low", "any", 12, None, NONE, "V2; 12/24 h") for one in LOW_WEIGHT),
    *(Row(AAGBI, one, "high", "any", 24, None, NONE, "V2; 12/24 h") for one in LOW_WEIGHT),
    Row(AAGBI, "rivaroxaban", "low", "any", 18, None, NONE, "V2; 18/48 h"),
    Row(AAGBI, "rivaroxaban", "high", "any", 48, None, NONE, "V2; 18/48 h"),
    Row(AAGBI, "apixaban", "any", "any", 48, None, NONE, "V2; 24-48 h"),
    Row(AAGBI, "clopidogrel", "any", "any", days(7), None, NONE, "V2"),
    Row(AAGBI, "prasugrel", "any", "any", days(7), None, NONE, "V2"),
    Row(AAGBI, "ticagrelor", "any", "any", days(5), None, NONE, "V2"),
    Row(AAGBI, "tirofiban", "any", "any", 8, None, NONE, "V2"),
    Row(AAGBI, "eptifibatide", "any", "any", 8, None, NONE, "V2"),
    Row(AAGBI, "abciximab", "any", "any", 48, None, NONE, "V2"),
    Row(AAGBI, "warfarin", "any", "any", 0, None, INR, "V2; INR <=1.4, no hours given"),
)

ROWS = (*RA_ROWS, *PAIN_ROWS, *AAGBI_ROWS)

NOTES = [
    "Fondaparinux 2025 ('avoid/36-42 h', the hours from another society): no safe time, always a "
    "hold. The other reading is 42 h.",
    "Dabigatran high 2025: 120 h, the longest grade, at any clearance from 30; below 30 'avoid': "
    "no safe time. The low-dose row names no renal rule; 48 h stands for all, although the "
    "'avoid if <30' may be meant for both. Worth asking.",
    "Dabigatran 2018 'renal impairment' is read as the only band there is, clearance below 30.",
    "Aspirin 2018, 'shared assessment': no safe time, so a hold until a physician decides.",
    "Subcutaneous heparin 2025 has three doses and two classes: low 5,000; high = over 20,000 a "
    "day (the longer of the two high ones); the middle one is a drug word of its own.",
    "'4-6 h or normal aPTT': the time alone is the rule; the laboratory value as a way out is a "
    "physician's override. Same for the level <30 ng/mL of an anti-Xa drug.",
    "'24 h (48-72 h if high bleeding risk)' after high-dose LMWH: 24 h; the condition is no range.",
    "'~5 d' of warfarin is 120 h. 'immediate-1 h' is 1 h. Restart '-' and 'case by case' are "
    "None. Restart 2018 of clopidogrel: 24 h, the loading-dose row, because the dose may not be "
    "told. Restart 2018 of LMWH: 24 h; '4 h low risk' is the other column.",
    "The comparator's 'LMWH 12/24, rivaroxaban 18/48' is read as low/high; 'apixaban 24-48' as a "
    "range, so 48 h for every dose; 'UFH 4 h' for both routes; 'INR <=1.4' as the warfarin row "
    "with 0 h. It gives no restart times at all.",
    "2018 names enoxaparin and dalteparin only; another LMWH has no row there.",
]

"""Three tables of hours between last dose and needle, and between needle out and next dose.

Read from evidence 4.2 (intermediate column), 4.3 and its comparator line, in the words of the
commands. A range is written as its longer end. `hold_h` JUDGED: the evidence gives no hours, or
says 'avoid' or 'shared assessment': a physician judges. A drug that is not here has no row, and no
row never means no restriction.
"""

from typing import NamedTuple

REGIONAL = "asra_regional_2025"
PAIN = "asra_pain_2018"
AAGBI = "aagbi_2013"
TABLES = (REGIONAL, PAIN, AAGBI)

LOW, HIGH = "low_prophylactic", "high_therapeutic"
UNDER, FROM = "crcl_under_limit", "crcl_from_limit"
ANY = "any"
JUDGED = "judged"
CRCL_LIMIT = 30
HEPARINS_LOW_WEIGHT = ("enoxaparin", "dalteparin", "tinzaparin", "lmwh")


class Drug(NamedTuple):
    """One line: table, drug, dose class, kidney band, hours before and after, values asked for."""

    table: str
    drug: str
    dose: str
    renal: str
    hold_h: int | str
    restart_h: int | None
    labs: tuple[str, ...]
    rests_on: str


DRUGS = (
    Drug(REGIONAL, "aspirin", ANY, ANY, 0, 0, (), "4.3 K-H; no restriction"),
    Drug(REGIONAL, "nsaid", ANY, ANY, 0, 0, (), "4.3 K-H; no restriction"),
    Drug(REGIONAL, "clopidogrel", ANY, ANY, 168, 24, (), "4.3 K-M; 5-7 d"),
    Drug(REGIONAL, "ticagrelor", ANY, ANY, 168, 24, (), "4.3 K-M; 5-7 d"),
    Drug(REGIONAL, "prasugrel", ANY, ANY, 240, 24, (), "4.3 K-M; 7-10 d"),
    Drug(REGIONAL, "warfarin", ANY, ANY, 120, 0, ("inr",), "4.3 K-H; ~5 d; no delay"),
    Drug(REGIONAL, "heparin_iv", ANY, ANY, 6, 1, ("aptt",), "4.3 K-H; 4-6 h + aPTT"),
    Drug(REGIONAL, "heparin_sc", LOW, ANY, 6, 1, (), "4.3 K-H; 4-6 h or normal aPTT"),
    Drug(REGIONAL, "heparin_sc", HIGH, ANY, 24, None, ("aptt",), "4.3 K-H; 12 or 24 h + aPTT"),
    *(
        Drug(REGIONAL, each, LOW, ANY, 12, 12, (), "4.3 K-H; LMWH low dose")
        for each in HEPARINS_LOW_WEIGHT
    ),
    *(
        Drug(REGIONAL, each, HIGH, ANY, 24, 24, (), "4.3 K-H; LMWH high dose")
        for each in HEPARINS_LOW_WEIGHT
    ),
    Drug(REGIONAL, "fondaparinux", ANY, ANY, JUDGED, 12, (), "4.3 K-M; avoid/36-42 h; 6-12 h"),
    Drug(REGIONAL, "rivaroxaban", HIGH, ANY, 72, 24, (), "4.3 V2"),
    Drug(REGIONAL, "rivaroxaban", LOW, FROM, 24, 6, (), "4.3 V2"),
    Drug(REGIONAL, "rivaroxaban", LOW, UNDER, 30, 6, (), "4.3 V2; CrCl <30"),
    Drug(REGIONAL, "apixaban", HIGH, ANY, 72, 24, (), "4.3 V2"),
    Drug(REGIONAL, "apixaban", LOW, ANY, 36, 6, (), "4.3 V2; restart K-M"),
    Drug(REGIONAL, "edoxaban", HIGH, ANY, 72, 24, (), "4.3 K-M"),
    Drug(REGIONAL, "edoxaban", LOW, ANY, 24, 6, (), "4.3 K-M"),
    Drug(REGIONAL, "dabigatran", HIGH, FROM, 120, 24, (), "4.3 K-M; graded 72/96/120 h"),
    Drug(REGIONAL, "dabigatran", HIGH, UNDER, JUDGED, 24, (), "4.3 K-M; avoid if <30"),
    Drug(REGIONAL, "dabigatran", LOW, ANY, 48, 6, (), "4.3 K-M; 'avoid if <30' may mean it too"),
    Drug(PAIN, "aspirin", ANY, ANY, JUDGED, 24, (), "4.2 V2; shared assessment"),
    Drug(PAIN, "nsaid", ANY, ANY, 0, 24, (), "4.2 V2; no need"),
    Drug(PAIN, "cilostazol", ANY, ANY, 0, 24, (), "4.2 V2; no"),
    Drug(PAIN, "dipyridamole", ANY, ANY, 0, 24, (), "4.2 V2; no"),
    Drug(PAIN, "clopidogrel", ANY, ANY, 168, 24, (), "4.2 K-H; 12 h or 24 h (loading)"),
    Drug(PAIN, "prasugrel", ANY, ANY, 240, 24, (), "4.2 K-H; 7-10 d"),
    Drug(PAIN, "ticagrelor", ANY, ANY, 120, 24, (), "4.2 K-H"),
    Drug(PAIN, "gp_iib_iiia", ANY, ANY, 120, 12, (), "4.2 K-M; abciximab 2-5 d; 8-12 h"),
    Drug(PAIN, "ssri_snri", ANY, ANY, 0, None, (), "4.2 K-M; no"),
    Drug(PAIN, "warfarin", ANY, ANY, 120, 6, ("inr",), "4.2 V2"),
    Drug(PAIN, "acenocoumarol", ANY, ANY, 72, 24, ("inr",), "4.2 V2"),
    Drug(PAIN, "heparin_iv", ANY, ANY, 6, 2, (), "4.2 V2"),
    Drug(PAIN, "heparin_sc", ANY, ANY, 6, 2, (), "4.2 V2; bid/tid"),
    Drug(PAIN, "enoxaparin", LOW, ANY, 12, 24, (), "4.2 V2; 12-24 h"),
    Drug(PAIN, "enoxaparin", HIGH, ANY, 24, 24, (), "4.2 V2; 12-24 h"),
    Drug(PAIN, "dalteparin", ANY, ANY, 24, 24, (), "4.2 V2; 12-24 h"),
    Drug(PAIN, "fondaparinux", ANY, ANY, 96, 24, (), "4.2 K-H"),
    Drug(PAIN, "dabigatran", ANY, ANY, 144, 24, (), "4.2 K-H; 4 d, 5-6 d renal, no band given"),
    Drug(PAIN, "rivaroxaban", ANY, ANY, 72, 24, (), "4.2 K-H"),
    Drug(PAIN, "apixaban", ANY, ANY, 72, 24, (), "4.2 K-H"),
    Drug(PAIN, "edoxaban", ANY, ANY, 72, 24, (), "4.2 K-M"),
    Drug(PAIN, "fibrinolytic", ANY, ANY, JUDGED, 48, (), "4.2 K-M; and fibrinogen, 0012 row 8"),
    Drug(AAGBI, "clopidogrel", ANY, ANY, 168, None, (), "4.3 comparator V2"),
    Drug(AAGBI, "prasugrel", ANY, ANY, 168, None, (), "4.3 comparator V2"),
    Drug(AAGBI, "ticagrelor", ANY, ANY, 120, None, (), "4.3 comparator V2"),
    Drug(AAGBI, "gp_iib_iiia", ANY, ANY, 48, None, (), "4.3 comparator V2; abciximab"),
    Drug(AAGBI, "warfarin", ANY, ANY, JUDGED, None, ("inr",), "4.3 comparator V2; INR, no hours"),
    Drug(AAGBI, "heparin_iv", ANY, ANY, 4, None, (), "4.3 comparator V2; UFH 4 h"),
    Drug(AAGBI, "heparin_sc", ANY, ANY, 4, None, (), "4.3 comparator V2; UFH 4 h"),
    *(
        Drug(AAGBI, each, LOW, ANY, 12, None, (), "4.3 comparator V2; LMWH 12/24 h")
        for each in HEPARINS_LOW_WEIGHT
    ),
    *(
        Drug(AAGBI, each, HIGH, ANY, 24, None, (), "4.3 comparator V2; LMWH 12/24 h")
        for each in HEPARINS_LOW_WEIGHT
    ),
    Drug(AAGBI, "rivaroxaban", LOW, ANY, 18, None, (), "4.3 comparator V2; 18/48 h"),
    Drug(AAGBI, "rivaroxaban", HIGH, ANY, 48, None, (), "4.3 comparator V2; 18/48 h"),
    Drug(AAGBI, "apixaban", ANY, ANY, 48, None, (), "4.3 comparator V2; 24-48 h"),
)

NEVER_WAIT = ("nsaid", "ssri_snri")  # 4.3 no restriction; 4.2 no need, no; house, and 0012 row 1
INR_AT_MOST = {REGIONAL: 1.1, PAIN: 1.1, AAGBI: 1.4}  # 4.1: normal (one hospital <1.2); UK <=1.4

NAMED = (
    "aspirin",
    "nsaid",
    "cilostazol",
    "dipyridamole",
    "warfarin",
    "acenocoumarol",
    "heparin_iv",
    "heparin_sc",
    "enoxaparin",
    "dalteparin",
    "lmwh",
    "tinzaparin",
    "fondaparinux",
    "clopidogrel",
    "prasugrel",
    "ticagrelor",
    "dabigatran",
    "rivaroxaban",
    "apixaban",
    "edoxaban",
    "fibrinolytic",
    "gp_iib_iiia",
    "ssri_snri",
    "anticoagulant_not_named",
    "other",
)

AFTER_BLOOD_H = 24  # 4.3 V2 [S-DR-LMWH]: a bloody puncture, low molecular weight heparin

NOTES = [
    "Dabigatran 2018: 4 d for healthy kidneys would be 96 h; the band of 'renal impairment' is not "
    "given, so the longest, as in the table in force. The evidence permits 96 h at a clearance of "
    "85, the table in force does not.",
    "Fondaparinux 2025: 'avoid/36-42 h', the hours from another society: judged.",
    "AAGBI: 'UFH 4 h' for both ways; '12/24' and '18/48' are read as low and high; tinzaparin and "
    "other low molecular weight heparins by the class.",
    "2018 names enoxaparin and dalteparin only: lmwh and tinzaparin have no row there.",
    "Levels in place of hours (<30 ng/mL, anti-Xa <=0.1, a normal aPTT) are no rows.",
]

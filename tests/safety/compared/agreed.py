"""Rows of the tables that the rules read in another way on purpose: why, and who decides.

Only where the evidence is a proposal, says two things, or has no word for the level. Each row of
this list is needed: without it the grid reports a difference.
"""

from tests.safety.compared.comparing import Agreed

PHYSICIAN = "the physician of the clinic who signs the protocol"
LEAD = "the clinic's safety officer, with the physician"

AGREED = (
    Agreed(
        "time-out, asked and examined again",
        "intravenous access, for a slow heart at the injection",
        "permitted",
        "4.1 says 'prepare' (K-M), a word without a level in the design; a local anaesthetic is "
        "usually enough (T4), and who is advised at every patch stops reading",
        PHYSICIAN,
    ),
    Agreed(
        "needle",
        "spinal fluid at the needle: nothing is injected here",
        "advise",
        "to see it and take the needle out is right; the stop is on the injection through it "
        "(procedure.injected_all_the_same), and no row of the evidence gives the level",
        LEAD,
    ),
    Agreed(
        "needle",
        "imaging is considered after a failure",
        "permitted",
        "3.1 'consider' (K-M) against 6 'blind acceptable' (V)",
        PHYSICIAN,
    ),
    Agreed(
        "injection",
        "only the patient's own blood",
        "hold",
        "a record is noted alike as hold and as stop, and both call a physician; donor blood is "
        "not in the design's closed list of stops",
        LEAD,
    ),
    Agreed(
        "injection, child",
        "more than 0.4 mL/kg",
        "hold",
        "the evidence has no row for children, only a rule of the cases that warns: on a record a "
        "hold refuses nothing and has a physician look",
        LEAD,
    ),
    Agreed(
        "laboratory",
        "50 to 69 in childbirth: an individual decision",
        "hold",
        "4.1 'individual decision' (V): a physician's, by name and with a reason, so a hold; 13 "
        "only warns",
        PHYSICIAN,
    ),
    *(
        Agreed(
            "clearance",
            why,
            "advise",
            "13 proposes it without a study, and clearing is a physician's own act (T12): it is "
            "said to who decides, and asks for no second word",
            PHYSICIAN,
        )
        for why in (
            "not stable for 48 hours, or nobody knows",
            "upright pain was over 3 within the 48 hours",
            "back pain is over 4",
            "strong painkillers are needed",
        )
    ),
    *(
        Agreed(
            "clearance",
            why,
            "permitted",
            "what would only be advised on is not asked for by a hold; the sheet of the contact "
            "asks it",
            PHYSICIAN,
        )
        for why in (
            "nobody asked how bad the back is",
            "nobody asked whether the back gets worse",
            "nobody asked about strong painkillers",
        )
    ),
)

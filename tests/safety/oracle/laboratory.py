"""Gate 4: laboratory values, asked for only where something recorded asks for them.

Facts:
    "bleeding_history", "blood_disease", "hypertension_of_pregnancy", "hellp":
        "yes" | "no" | "not_asked"
    "heparin_days": days of heparin of either kind, if any
    the drug facts of gate 3 (the rows of the named drugs ask for INR, aPTT, anti-Xa)
    "platelets": 10^9/L; "platelets_hours_ago": needed with HELLP
    "inr": number; "aptt_normal": "yes" | "no" | "not_asked"; "anti_xa": number
    "platelets_warn", "platelets_block", "inr_limit": settings, default 70, 50, 1.4
"""

from .antithrombotics import drug_labs
from .outcome import Facts, Finding, Limit, Outcome, age, answer, limits, number

# What asks (a "yes"), which values it asks for, section and tag.
ASKS = (
    ("bleeding_history", ("platelets", "inr"), "4.4 K-H; design"),
    ("blood_disease", ("platelets", "inr"), "4.1 mixed; 4.4 K-H (ITP: count); design"),
    ("hypertension_of_pregnancy", ("platelets",), "4.1 V; 4.4 K-H; design"),
    ("hellp", ("platelets",), "4.1 V; count within 6 h"),
)

HEPARIN_DAYS = 4.0  # 4.4 V: check platelets after more than four days
HELLP_HOURS = 6.0  # 4.1 V

LIMITS = (
    Limit("platelets", "below", 70, "platelets_warn", "platelets_low", "advise", "4.1 V; 13 warn"),
    Limit(
        "platelets", "below", 50, "platelets_block", "platelets_very_low", "hold", "4.1 V; 13 block"
    ),
    Limit("inr", "above", 1.4, "inr_limit", "inr_high", "hold", "4.1 mixed, V2: hold"),
)


def labs_asked(facts: Facts) -> frozenset[str]:
    """Which values something recorded asks for."""
    asked = {lab for key, labs, _ in ASKS if answer(facts, key) == "yes" for lab in labs}
    days = number(facts, "heparin_days")
    if days is not None and days > HEPARIN_DAYS:
        asked.add("platelets")
    return frozenset(asked) | drug_labs(facts)


def have(facts: Facts, lab: str) -> bool:
    """Whether an asked value is there; in HELLP a count older than six hours is not."""
    if lab == "aptt":
        return answer(facts, "aptt_normal") != "not_asked"
    if lab == "platelets" and answer(facts, "hellp") == "yes":
        taken = age(facts, "platelets_hours_ago")
        return number(facts, lab) is not None and taken is not None and taken <= HELLP_HOURS
    return number(facts, lab) is not None


def laboratory(facts: Facts) -> Outcome:
    """Known values against their limits, and each asked value that is not there."""
    found = limits(LIMITS, facts)
    if answer(facts, "aptt_normal") == "no":
        found.add(Finding("aptt_not_normal", "hold", "present"))
    if answer(facts, "bleeding_history") == "not_asked":
        found.add(Finding("bleeding_history_not_told", "hold", "missing"))
    for lab in labs_asked(facts) - {"anti_xa_considered"}:
        if not have(facts, lab):
            found.add(Finding(f"{lab}_needed", "hold", "missing"))
    if "anti_xa_considered" in labs_asked(facts) and not have(facts, "anti_xa"):
        found.add(Finding("anti_xa_considered", "advise", "missing"))
    return frozenset(found)


NOTES = [
    "Platelets: below 70 advise, below 50 hold; 70 and 50 themselves are on the better side. "
    "Section 13 says warn / block, and no coagulation value is on the closed list of stops. "
    "Other readings: 50-69 'individual decision' is a hold, below 50 'avoid' is a stop. Worth "
    "asking.",
    "The 70/50 limits are obstetric in the evidence; for others it says only 'prompt, local "
    "policy, commonly >=70-100'. The same limits are used for all; 70-99 raises nothing.",
    "INR 1.4 is allowed. 'Normal INR' of the drug rows is read as <=1.4.",
    "A recorded value is judged even when nothing asked for it: a fact that speaks is heard.",
    "Only the bleeding question is always asked (design); silence on the other three asks nothing.",
    "Bleeding history and blood disease ask for platelets and INR, not aPTT; the evidence only "
    "says 'if indicated'.",
    "Heparin: more than four days, so exactly four does not ask.",
    "A bleeding history alone raises no finding once the values are there.",
    "Age of a value is judged only in HELLP; the evidence gives no other window.",
]

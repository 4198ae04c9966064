"""Gate 3: antithrombotics before the needle, and the earliest instants before and after it.

Facts:
    "antithrombotics_taken": "yes" | "no" | "not_asked"
    "policy": one of the three table names; anything else: none chosen
    "renal_band": "normal" | "crcl_below_30" | "not_told"
    "drug_1" ... "drug_9": a drug word of the tables; for each, with the same number:
    "dose_class_1": "low" | "high" | "not_told"; "row_confirmed_1": True when signed
    "last_dose_precision_1": "minute" | "hour" | "day" | "unknown"
    "last_dose_start_s_1": the first instant of what was stated, in seconds
    "last_dose_span_s_1": length of the stated hour or day (a day may be 82800 or 90000)
    "now_s": the instant of the patch, in seconds
    "needle_out_s", "bloody_puncture": for the restart
"""

from collections.abc import Iterator
from math import inf

from .drug_tables import LOW_WEIGHT, POLICIES, ROWS, Row
from .outcome import Facts, Finding, Outcome, answer, number, word

HOUR_S = 3600.0
LARGEST_SPAN_S = {"minute": 0.0, "hour": HOUR_S, "day": 25 * HOUR_S}  # when no span is told
BLOODY_LMWH_H = 24.0  # 4.3 V2
HOLD = {
    "antithrombotics_not_told": "missing",  # 4.3 rule design
    "antithrombotic_not_named": "missing",  # 4.3 rule design
    "policy_not_chosen": "missing",  # 4.3 rule design; 13 'unit must choose'
    "antithrombotic_without_row": "missing",  # never read as 'no restriction'
    "antithrombotic_row_unconfirmed": "missing",  # 15 item 2
    "antithrombotic_last_dose_unknown": "missing",  # 4.3 rule design
    "antithrombotic_no_safe_time": "present",  # 'avoid', 'shared assessment'
    "antithrombotic_inside_window": "present",  # 4.1 hold until next_safe_at
}


def drug_numbers(facts: Facts) -> Iterator[int]:
    """The numbers under which a drug is named."""
    return (n for n in range(1, 10) if word(facts, f"drug_{n}", ""))


def matching(policy: str, drug: str, dose: str, renal: str) -> list[Row]:
    """Every row that what was told leaves possible."""
    doses = {"any", dose} if dose in ("low", "high") else {"any", "low", "high"}
    bands = {"normal", "crcl_below_30"}
    renals = {"any", renal} if renal in bands else {"any", *bands}
    return [
        row
        for row in ROWS
        if (row.policy, row.drug) == (policy, drug) and row.dose in doses and row.renal in renals
    ]


def rows_of(facts: Facts, n: int) -> list[Row]:
    """The possible rows of the drug with this number under the chosen policy."""
    dose, renal = word(facts, f"dose_class_{n}", ""), word(facts, "renal_band", "")
    return matching(word(facts, "policy", ""), word(facts, f"drug_{n}", ""), dose, renal)


def hold_h(rows: list[Row]) -> float:
    """The longest wait of the possible rows; without end where one gives no safe time."""
    return max((inf if row.hold_h is None else row.hold_h for row in rows), default=inf)


def last_dose_s(facts: Facts, n: int) -> float | None:
    """The latest instant at which the last dose may have been taken."""
    start = number(facts, f"last_dose_start_s_{n}")
    precision = word(facts, f"last_dose_precision_{n}", "unknown")
    if start is None or precision not in LARGEST_SPAN_S:
        return None
    span = number(facts, f"last_dose_span_s_{n}")
    if precision == "minute" or span is None or span <= 0:
        span = LARGEST_SPAN_S[precision]
    return start + span


def earliest_one_s(facts: Facts, n: int) -> float | None:
    """From when this drug alone would allow the needle; None: from no known instant."""
    taken, wait = last_dose_s(facts, n), hold_h(rows_of(facts, n))
    return None if taken is None or wait == inf else taken + wait * HOUR_S


def earliest_patch_s(facts: Facts) -> float | None:
    """From when all named drugs allow the needle: the latest of them; None: not known."""
    each = [earliest_one_s(facts, n) for n in drug_numbers(facts)]
    known = [one for one in each if one is not None]
    return max(known) if known and len(known) == len(each) else None


def drug_labs(facts: Facts) -> frozenset[str]:
    """The laboratory values that the possible rows of the named drugs ask for."""
    rows = [row for n in drug_numbers(facts) for row in rows_of(facts, n)]
    return frozenset(lab for row in rows for lab in row.labs)


def codes_of(facts: Facts, n: int) -> Iterator[str]:
    """What one named drug says under a chosen policy."""
    rows = rows_of(facts, n)
    if not rows:
        yield "antithrombotic_without_row"
        return
    if answer(facts, f"row_confirmed_{n}") != "yes":
        yield "antithrombotic_row_unconfirmed"
    if last_dose_s(facts, n) is None:
        yield "antithrombotic_last_dose_unknown"
    if hold_h(rows) == inf:
        yield "antithrombotic_no_safe_time"
        return
    earliest, now = earliest_one_s(facts, n), number(facts, "now_s")
    if earliest is not None and (now is None or now < earliest):
        yield "antithrombotic_inside_window"


def codes(facts: Facts) -> Iterator[str]:
    """What the antithrombotic answers say, drug by drug."""
    drugs, told = list(drug_numbers(facts)), answer(facts, "antithrombotics_taken")
    if told == "not_asked" and not drugs:
        yield "antithrombotics_not_told"
    elif told == "yes" and not drugs:
        yield "antithrombotic_not_named"
    elif drugs and word(facts, "policy", "") not in POLICIES:
        yield "policy_not_chosen"
    else:
        for n in drugs:
            yield from codes_of(facts, n)


def antithrombotics(facts: Facts) -> Outcome:
    """Whether the drugs allow the needle now; several drugs are also said aloud."""
    found = {
        Finding(code, "hold", "present" if HOLD[code] == "present" else "missing")
        for code in codes(facts)
    }
    if len(list(drug_numbers(facts))) > 1:
        found.add(Finding("several_antithrombotics", "advise", "present"))
    return frozenset(found)


def restart_h(policy: str, drug: str, dose: str, renal: str, bloody: bool) -> float | None:
    """Hours from needle out to the next dose; None: the table gives none, a physician decides."""
    rows = matching(policy, drug, dose, renal)
    waits = [row.restart_h for row in rows if row.restart_h is not None]
    if not rows or len(waits) < len(rows):
        return None
    return max(*waits, BLOODY_LMWH_H) if bloody and drug in LOW_WEIGHT else max(waits)


def earliest_restart_s(facts: Facts, n: int) -> float | None:
    """From when the drug with this number may be given again."""
    out = number(facts, "needle_out_s")
    bloody = answer(facts, "bloody_puncture") != "no"
    dose, renal = word(facts, f"dose_class_{n}", ""), word(facts, "renal_band", "")
    drug = word(facts, f"drug_{n}", "")
    wait = restart_h(word(facts, "policy", ""), drug, dose, renal, bloody)
    return None if out is None or wait is None else out + wait * HOUR_S


NOTES = [
    "At the very instant of earliest + hold the needle is allowed; one second before it is not.",
    "Minute precision is the stated instant itself; hour and day end at start + span (exclusive "
    "end, so the first instant of the next hour or day). No span told: 3600 s, 90000 s for a "
    "day.",
    "Unknown time or unsigned row holds always, also for a drug with 0 h (aspirin 2025): the "
    "letter of the rule. The other reading: a wait of 0 h needs no time.",
    "A dose in the future holds like any other; a span of zero or less is read as not told.",
    "No policy chosen holds only when a drug is named: without a drug nothing needs the policy. "
    "It then is the only finding, since no row can be read.",
    "A named drug outweighs 'no' and 'not_asked' to the question.",
    "Dose class or renal band not told: the longer possible row, without a finding of its own; "
    "if the longer one is 'avoid', always hold. Inside the longer but outside the shorter row "
    "the cause is still 'present': there is a recorded dose.",
    "Findings carry no drug name: two drugs inside their windows are one code in the set.",
    "Bloody puncture not told counts as bloody for the restart of LMWH.",
    "'Several bleeding risks move up one class' (4.2 K-H) is not turned into a rule.",
]

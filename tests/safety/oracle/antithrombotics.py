"""Do the drugs against clotting allow the needle now? The permit `preparation.time_out`.

A plain patient as in time_out.py, one drug recorded, laboratory values normal and fresh. `WINDOW`
is the table of verdicts; `grid()` gives every combination of the commands' own words with the row
that decides, by way of the drug tables. ASKED is about the question, TWO about two drugs.
"""

from collections.abc import Iterator
from itertools import product

from .drug_tables import (
    ANY,
    CRCL_LIMIT,
    DRUGS,
    FROM,
    HIGH,
    JUDGED,
    LOW,
    NAMED,
    NEVER_WAIT,
    TABLES,
    UNDER,
)
from .table import NOT_TOLD, NOTHING_AGAINST, Gate, Input, Plain, Row, Vector, decided

ASKED = Gate(
    "antithrombotics, the question",
    "preparation.time_out",
    (
        Input(
            "anticoagulant",
            ("no", "yes_named_and_over", "yes_not_named", "not_told"),
            "preparation.record_bleeding_history.antithrombotic "
            "preparation.record_antithrombotic.drug",
            "yes_named_and_over: warfarin, last dose ten days ago, INR 1.0, row signed; "
            "yes_not_named: yes and no record of a drug",
        ),
        Input(
            "antiplatelet",
            ("no", "yes_named_and_over", "yes_not_named", "not_told"),
            "preparation.record_bleeding_history.antiplatelet "
            "preparation.record_antithrombotic.drug",
            "yes_named_and_over: clopidogrel, last dose eight days ago, row signed",
        ),
    ),
    (
        Row(
            "hold",
            {"anticoagulant": ["not_told"]},
            "nobody asked about anticoagulants",
            "4.3 rule design (never 'no anticoagulant'); H06",
        ),
        Row(
            "hold",
            {"antiplatelet": ["not_told"]},
            "nobody asked about aspirin and alike",
            "H06 (anticoagulant, antiplatelet; unknown is never no)",
        ),
        Row(
            "hold",
            {"anticoagulant": ["yes_not_named"]},
            "an anticoagulant is taken, and nobody said which",
            "4.3 rule design (missing_inputs); H06",
        ),
        Row(
            "hold",
            {"antiplatelet": ["yes_not_named"]},
            "a drug against platelets is taken, and nobody said which",
            "4.3 rule design (missing_inputs); H06",
        ),
        Row(
            "advise",
            {"anticoagulant": ["yes_named_and_over"], "antiplatelet": ["yes_named_and_over"]},
            "two drugs: the longest applies, and it is flagged",
            "4.3 rule design (two agents = longest applies + flag)",
        ),
        NOTHING_AGAINST,
    ),
)

MAY_WAIT: list[Plain] = ["hours", "no_hours_needed", "longest_of_several", "judged", "none"]

WINDOW = Gate(
    "antithrombotics, one drug",
    "preparation.time_out",
    (
        Input("table", ("chosen", "not_chosen"), "", "the protocol's antithrombotic_policy"),
        Input(
            "row",
            ("hours", "no_hours_needed", "longest_of_several", "judged", "none", "never_waits"),
            "preparation.record_antithrombotic.drug "
            "preparation.record_antithrombotic.dose_class preparation.record_antithrombotic.crcl",
            "hours: one time, or the same in all rows that what was told leaves possible; "
            "no_hours_needed: 0 h; longest_of_several: dose class or clearance was not told and "
            "the possible rows differ; judged: some possible row is; none: the table has no row; "
            "never_waits: no table known waits for it",
        ),
        Input("signed", ("yes", "no"), "", "a physician of the clinic confirmed the row"),
        Input(
            "last_dose",
            ("minute", "hour", "day", "not_told", "still_given"),
            "preparation.record_antithrombotic.last_dose preparation.record_antithrombotic.running",
            "the precision of the time told; still_given: running yes and no time",
        ),
        Input(
            "from_earliest_min",
            (1, 0, -1),
            "",
            "minutes of the permit from the earliest instant: end of the minute, hour or day that "
            "was told, and then the hours of the row (the longest of the possible ones); for a "
            "time not told, after a year",
        ),
    ),
    (
        Row(
            "hold",
            {"table": ["not_chosen"], "row": MAY_WAIT},
            "no table was chosen, so no drug can be judged",
            "13 anticoag.policy (unit must choose); 4.3 rule design",
        ),
        Row(
            "hold",
            {"row": ["none"]},
            "the table has no row for this drug and dose: never 'no restriction'",
            "4.3 rule design; H06",
        ),
        Row(
            "hold",
            {"row": ["judged"]},
            "avoid, shared assessment, or no hours: a physician judges",
            "4.2 aspirin; 4.3 fondaparinux, dabigatran <30, AAGBI warfarin",
        ),
        Row(
            "hold",
            {"signed": ["no"], "row": MAY_WAIT},
            "nobody of the clinic confirmed the row",
            "15 item 2; head of the evidence (checked before it ships)",
        ),
        Row(
            "hold",
            {"row": ["hours", "longest_of_several"], "last_dose": ["not_told"]},
            "a missing time of the last dose blocks",
            "4.3 rule design; H06",
        ),
        Row(
            "hold",
            {"row": ["hours", "longest_of_several"], "last_dose": ["still_given"]},
            "it is still being given, so its hours have not begun",
            "4.1 V2 (inside window); derived",
        ),
        Row(
            "hold",
            {
                "row": ["hours", "longest_of_several"],
                "last_dose": ["minute", "hour", "day"],
                "from_earliest_min": [-1],
            },
            "inside the hours of the table",
            "4.1 V2 (hold until next_safe_at); 4.2, 4.3",
        ),
        Row(
            "silent",
            {"row": ["longest_of_several"]},
            "after the longest of the possible times; a missing dose or clearance is a missing "
            "input, but whether it blocks is not said",
            "4.3 rule design (missing_inputs; only the last-dose time is said to block)",
        ),
        NOTHING_AGAINST,
    ),
)

TWO = Gate(
    "antithrombotics, two drugs",
    "preparation.time_out",
    tuple(
        Input(
            name,
            ("not_taken", "over", "inside", "time_not_told", "no_row", "not_signed"),
            "preparation.record_antithrombotic.drug preparation.record_antithrombotic.last_dose",
            "not_taken: not recorded; over, inside: one minute after and before its earliest "
            "instant, minute precision",
        )
        for name in ("enoxaparin_low", "clopidogrel")
    ),
    (
        *(
            Row(
                "hold",
                {name: ["inside", "time_not_told", "no_row", "not_signed"]},
                f"{name} alone holds, so both do",
                "4.3 rule design (two agents = longest applies)",
            )
            for name in ("enoxaparin_low", "clopidogrel")
        ),
        Row(
            "advise",
            {"enoxaparin_low": ["over"], "clopidogrel": ["over"]},
            "two drugs: flagged, also when both are over",
            "4.3 rule design (+ flag); 4.2 K-H (several risks move up one class)",
        ),
        NOTHING_AGAINST,
    ),
)

DOSES = (LOW, HIGH, NOT_TOLD)
CLEARANCES: tuple[Plain, ...] = (85, CRCL_LIMIT, 29.9, NOT_TOLD)


def waits(table: str, drug: str, dose: str, crcl: Plain) -> list[int | str]:
    """The hours of every row that what was told leaves possible."""
    bands = {ANY, UNDER, FROM}
    if not isinstance(crcl, str):
        bands = {ANY, UNDER if crcl < CRCL_LIMIT else FROM}
    doses = {ANY, LOW, HIGH} if dose == NOT_TOLD else {ANY, dose}
    return [
        each.hold_h
        for each in DRUGS
        if (each.table, each.drug) == (table, drug) and each.dose in doses and each.renal in bands
    ]


def row_word(possible: list[int | str]) -> str:
    """What the possible rows come to, in the words of WINDOW."""
    if not possible or JUDGED in possible:
        return "judged" if possible else "none"
    if len(set(possible)) > 1:
        return "longest_of_several"
    return "hours" if possible[0] else "no_hours_needed"


def longest_h(possible: list[int | str]) -> int:
    """The longest of the possible times; 0 where there is none."""
    return max((each for each in possible if isinstance(each, int)), default=0)


def grid() -> Iterator[tuple[Vector, int, Row]]:
    """Each combination of the commands' words, its hours, and the row that decides."""
    axes = {each.name: each.values for each in WINDOW.inputs}
    told = ("signed", "last_dose", "from_earliest_min")
    for table, drug, dose, crcl in product((*TABLES, "not_chosen"), NAMED, DOSES, CLEARANCES):
        possible = waits(table, drug, dose, crcl)
        for values in product(*(axes[name] for name in told)):
            rest = dict(zip(told, values, strict=True))
            choice = "not_chosen" if table == "not_chosen" else "chosen"
            word = "never_waits" if drug in NEVER_WAIT else row_word(possible)
            seen = {"table": choice, "row": word, **rest}
            words = {"table": table, "drug": drug, "dose_class": dose, "crcl": crcl, **rest}
            yield words, longest_h(possible), decided(WINDOW, seen)


NOTES = [
    "At the earliest instant itself the needle is allowed (H06 boundary). Told to the hour or the "
    "day, the end is the first instant after it; who ends a day at 23:59 differs by one minute.",
    "A row that is judged holds whatever the hours.",
    "An unsigned row holds also with no restriction: the letter of section 15; but what no known "
    "table waits for (NSAID, SSRI) is asked nothing, signed or not, by any table (0012 row 1).",
    "'Patients with several bleeding risks move up one class' (4.2 K-H) is not turned into rows.",
    "The hours of two drugs are judged each by its own table row; enoxaparin low, 12 h, and "
    "clopidogrel, 168 h, under asra_regional_2025. 'no_row' stands for another drug: cilostazol.",
]

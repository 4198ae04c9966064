"""What can be said about a drug against clotting, before a needle and after it."""

from typing import Any

from bloodpatch.pathway.findings import Cause, FindingKind, Level, declare


def held(code: str, says: str, rule: str, clears: str, **more: Any) -> FindingKind:
    """A hold that a physician may override by name, for the doses that were on record then."""
    more = {
        "level": Level.HOLD,
        "cause": Cause.PRESENT,
        "value": "preparation.antithrombotic_policy",
        "hazards": ("H06",),
        "replay": ("ANTICOAG_CHECK",),
    } | more
    return declare(code=code, says=says, rule=rule, clears=clears, **more)


ANTITHROMBOTIC = held(
    "antithrombotics.no_table_chosen",
    "Takes {drugs}. This clinic has not chosen a table of hold times.",
    "A drug against clotting holds back a patch until its hold time has passed.",
    "A physician judges drug, dose, kidneys and last dose, and overrides with a reason.",
    cause=Cause.MISSING,
)
NO_ROW = held(
    "antithrombotics.drug_without_row",
    "{drugs}: no hold time in {table}.",
    "A drug that stands in no table may still need a hold time.",
    "A physician judges drug, dose, kidneys and last dose, and overrides with a reason.",
)
NOT_CONFIRMED = held(
    "antithrombotics.row_not_confirmed",
    "{drugs}: table not yet confirmed by your clinic ({table}).",
    "A hold time counts once a physician of this clinic has confirmed its row.",
    "A physician confirms the row on the page of the drug table, or overrides with a reason.",
    cause=Cause.MISSING,
)
JUDGED = held(
    "antithrombotics.drug_is_judged",
    "{drugs}: {why}; a physician judges.",
    "Some drugs are avoided, or weighed together with whoever prescribed them.",
    "A physician judges it, and overrides with a reason.",
)
STILL_GIVEN = held(
    "antithrombotics.drug_still_given",
    "Still takes {drugs}. Ask the prescriber before anything is stopped; a physician decides.",
    "A hold time begins with the last dose; whether a drug is stopped its prescriber says.",
    "Record what the prescriber said, and the last dose; or a physician overrides with a reason.",
)
LAST_DOSE_NOT_KNOWN = held(
    "antithrombotics.last_dose_not_known",
    "The time of the last dose of {drugs} is not known{since}.",
    "A missing time is treated as taken just now, never as not taken.",
    "Ask the patient, the ward or the pharmacy for day and hour.",
    cause=Cause.MISSING,
    asks="preparation.record_antithrombotic",
    replay=("ANTICOAG_CHECK", "MISSING_DATA"),
)
DOSE_CLASS_NOT_KNOWN = held(
    "antithrombotics.dose_class_not_known",
    "Low or high dose of {drugs} is not recorded; until then the longer wait counts: {until}.",
    "Low and high dose have hold times of their own.",
    "Record whether the dose is low, to prevent clots, or high, to treat them.",
    cause=Cause.MISSING,
    asks="preparation.record_antithrombotic",
    replay=("ANTICOAG_CHECK", "MISSING_DATA"),
)
INSIDE_WINDOW = held(
    "antithrombotics.inside_hold_time",
    "Patch not before {until}: {drugs}.",
    "A drug against clotting holds back a patch until its hold time has passed.",
    "Choose a time from {until} on.",
    not_before=("needle",),
    replay=("ANTICOAG_CHECK", "HOLD_PATCH"),
)
SEVERAL = held(
    "antithrombotics.several_drugs",
    "{drugs}: several together. The longest wait applies; think of a longer one.",
    "Of several drugs the longest hold time applies, and together they make bleeding likelier.",
    "Nothing to clear: a physician looks at them together.",
    level=Level.ADVISE,
)
LABORATORY_NOT_KNOWN = held(
    "antithrombotics.drug_laboratory_not_known",
    "Needed after the last dose, and not on record: {values}.",
    "After some drugs the waiting time alone does not show that the blood clots again.",
    "Record the value, with the time at which the sample was taken.",
    cause=Cause.MISSING,
    asks="preparation.record_labs",
    replay=("LABS_FIRST", "ANTICOAG_CHECK"),
)
LABORATORY_OUT_OF_RANGE = held(
    "antithrombotics.drug_laboratory_out_of_range",
    "{values}.",
    "After some drugs the waiting time alone does not show that the blood clots again.",
    "Wait, and take the value again.",
    value="preparation.inr_highest",
    replay=("LABS_FIRST", "HOLD_PATCH"),
)
LEVEL_IS_LOW = held(
    "antithrombotics.level_is_low",
    "{drugs}: the level after the last dose is low enough, so nothing is waited for.",
    "Of some drugs the table accepts a low level in the blood in place of the waiting time.",
    "Nothing to clear: look at the time of the sample once more.",
    level=Level.ADVISE,
)
ON_A_DRUG = held(
    "antithrombotics.on_a_drug",
    "Takes {drugs}. New or changed headache: scan early.",
    "Where cerebrospinal fluid leaks, a drug against clotting makes bleeding in the head more "
    "likely, and every needle waits for its hold time.",
    "Nothing to clear: a physician looks at it, whether a patch is planned or not.",
    level=Level.ADVISE,
    hazards=("H06", "H08"),
    moving=("drugs",),
)

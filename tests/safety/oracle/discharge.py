"""Gate 8: going home; each missing item alone holds.

Facts ("yes" | "no" | "not_asked" each):
    "leg_weakness", "leg_numbness", "bladder_change": new since the baseline
    "straight_leg_raise": done with each leg
    "rest_over", "stand_and_walk_passed", "instructions_given", "follow_up_planned",
    "open_adverse_event", "antithrombotics_taken", "restart_plan"
    the discharge facts of gate 5 ("sedated", "aldrete", "padss", "escort", ...)
"""

from .outcome import Check, Facts, Outcome, answer, check
from .sedation import sedation_discharge

ITEMS = (
    Check("leg_weakness", "yes", "stop", "present", "hold", "2.2 V2; H34; 12 item 13"),
    Check("leg_numbness", "yes", "stop", "present", "hold", "2.2 V2; H34; 12 item 13"),
    Check("bladder_change", "yes", "stop", "present", "hold", "2.2 V2; H34; 7 voided K-M"),
    Check("straight_leg_raise", "no", "stop", "present", "hold", "7 K-M; 3.3 V"),
    Check("rest_over", "no", "hold", "present", "hold", "7 V; T8"),
    Check("stand_and_walk_passed", "no", "hold", "present", "hold", "7 K-M; 13 proposal; T9"),
    Check("instructions_given", "no", "hold", "missing", "hold", "7 V2; T11"),
    Check("follow_up_planned", "no", "hold", "missing", "hold", "7; H36"),
    Check("open_adverse_event", "yes", "hold", "present", "hold", "H23, H34"),
)

DRUGS = (Check("antithrombotics_taken", "yes", "hold", "present", "hold", "H47"),)

RESTART = (Check("restart_plan", "no", "hold", "missing", "hold", "H47; 4.3 rule design"),)


def restart(facts: Facts) -> Outcome:
    """A plan for the next dose where a drug is present; silence about drugs holds too."""
    told = answer(facts, "antithrombotics_taken")
    if told == "no":
        return frozenset()
    return frozenset(check(RESTART if told == "yes" else DRUGS, facts))


def discharge(facts: Facts) -> Outcome:
    """Everything that still speaks against going home, or was not told."""
    return frozenset(check(ITEMS, facts)) | restart(facts) | sedation_discharge(facts)


NOTES = [
    "A leg that cannot be raised is a new leg sign and stops; a baseline that could not either "
    "must be told as 'yes' by the caller (unchanged).",
    "'No' and 'not asked' of instructions, plan and restart differ in code and not in cause: "
    "both are missing things.",
    "Stand-and-walk failed holds (present), not done holds (missing). Headache on standing does "
    "not fail it.",
    "Nobody sedated: no score and no escort is asked. An escort for all is local custom.",
    "Temperature, pressure and overdue observations (7, proposal) are not items here.",
    "A patient who leaves is a record, not a permit; this gate says nothing about it.",
]

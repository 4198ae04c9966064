"""Values that are right by themselves and wrong together.

Two tables: what may not be more than what, and which step comes before which. Each line says why,
because that is what the person who wrote the file has to be told.
"""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any, NamedTuple, cast

from bloodpatch.pathway.protocol.faults import Blame, Key
from bloodpatch.pathway.protocol.protocol import Parameter
from bloodpatch.pathway.protocol.sections import Step
from bloodpatch.pathway.values import Grade


class AtMost(NamedTuple):
    """`small` is at most `great`, and less than it where `strictly`."""

    small: str
    great: str
    why: str
    strictly: bool = False


AT_MOST = (
    AtMost(
        "assessment.max_onset_days",
        "assessment.reconsider_after_days",
        "a headache cannot have lasted too long before it could have begun",
    ),
    AtMost(
        "assessment.caffeine_breastfeeding_max_mg_per_24h",
        "assessment.caffeine_max_mg_per_24h",
        "breastfeeding allows less caffeine, not more",
    ),
    AtMost(
        "procedure.expected_minutes",
        "booking.planned_minutes",
        "the room would be held for less than the procedure takes",
    ),
    AtMost(
        "recovery.rest_minutes",
        "booking.recovery_bay_minutes",
        "the bay would be given away while the patient still rests",
    ),
    AtMost(
        "preparation.fasting_clear_hours",
        "preparation.fasting_light_hours",
        "a meal needs no less time than a clear fluid",
    ),
    AtMost(
        "preparation.fasting_light_hours",
        "preparation.fasting_fatty_hours",
        "a fatty meal needs no less time than a light one",
    ),
    AtMost(
        "preparation.platelets_avoid_below",
        "preparation.platelets_caution_below",
        "the patch would be avoided where it needs no caution",
    ),
    AtMost(
        "preparation.platelets_caution_below",
        "preparation.platelets_caution_outside_childbirth_below",
        "outside of childbirth there would be less caution than in it",
    ),
    AtMost(
        "preparation.hellp_platelets_valid_hours",
        "preparation.platelets_valid_hours",
        "in HELLP syndrome an older count would do than elsewhere",
    ),
    AtMost("procedure.draw_ml_low", "procedure.draw_ml_high", "no volume would be right"),
    AtMost(
        "procedure.child_ml_per_kg_low",
        "procedure.child_ml_per_kg_high",
        "no volume would be right for a child",
    ),
    AtMost(
        "procedure.child_ml_most",
        "procedure.warn_ml_over",
        "a child would get what an adult is warned about",
    ),
    AtMost(
        "procedure.draw_to_inject_max_minutes",
        "procedure.draw_discard_minutes",
        "blood would be thrown away before it is late",
    ),
    AtMost(
        "assessment.high_systolic_mmhg",
        "assessment.severe_systolic_mmhg",
        "a severe pressure would not be high",
    ),
    AtMost(
        "assessment.high_diastolic_mmhg",
        "assessment.severe_diastolic_mmhg",
        "a severe pressure would not be high",
    ),
    AtMost(
        "procedure.draw_ml_low",
        "procedure.planned_ml",
        "the plan would be a volume that the protocol calls too little",
    ),
    AtMost(
        "procedure.planned_ml",
        "procedure.draw_ml_high",
        "the plan would be a volume that the protocol calls too much",
    ),
    AtMost(
        "procedure.inject_default_ml",
        "procedure.planned_ml",
        "no more can be injected than was drawn",
    ),
    AtMost(
        "procedure.draw_ml_high",
        "procedure.warn_ml_over",
        "a volume that the protocol asks for would be warned about",
    ),
    AtMost(
        "followup.channels_before_escalation",
        "followup.attempts_before_escalation",
        "each channel needs at least one attempt",
    ),
    *(
        AtMost(
            f"adverse_event.review_grade_{grade + 1}_hours",
            f"adverse_event.review_grade_{grade}_hours",
            "the graver event would wait longer",
        )
        for grade in range(Grade.minimum, Grade.maximum)
    ),
)

# (first, then, why)
BEFORE = (
    (Step.POSITION, Step.NEEDLE_IN_SPACE, "a patient is not turned around a needle"),
    (Step.CLEAN, Step.NEEDLE_IN_SPACE, "a needle goes through clean skin only"),
    (Step.CLEAN, Step.LOCAL_ANAESTHETIC, "a needle goes through clean skin only"),
    (Step.MARK, Step.NEEDLE_IN_SPACE, "the mark says where the needle goes in"),
    (Step.LOCAL_ANAESTHETIC, Step.NEEDLE_IN_SPACE, "it numbs the way of the needle"),
    (Step.DRAW, Step.INJECT, "only what was drawn can be injected"),
    (Step.NEEDLE_IN_SPACE, Step.INJECT, "the blood goes through the needle"),
    (Step.INJECT, Step.WITHDRAW, "the needle comes out when the blood is in"),
)

ORDER = "procedure.step_order"
CONTACTS = "followup.contacts"
SEDATION = "preparation.sedation_doses"
TENFOLD = 10


def check_agreement(parameters: Mapping[str, Parameter], layer: str, blame: Blame) -> None:
    """Blame each pair of values that contradict each other."""
    for rule in AT_MOST:
        small, great = parameters.get(rule.small), parameters.get(rule.great)
        if small is None or great is None:
            continue  # what could not be read has been blamed already
        less, same = number(small) < number(great), number(small) == number(great)
        if less or (same and not rule.strictly):
            continue
        # A layer may break a pair by stating one half of it; blame the half that it states.
        mine, other = (small, great) if small.from_layer == layer else (great, small)
        limit = "less" if rule.strictly else "no more"
        blame(
            at(mine),
            f"{rule.small} ({said(small)}) must be {limit} than {rule.great} ({said(great)}),"
            f" or {rule.why}; change this value or {other.id}.",
        )
    if ORDER in parameters:
        check_order(parameters[ORDER], blame)
    if CONTACTS in parameters:
        check_windows(parameters[CONTACTS], blame)
    if SEDATION in parameters:
        check_doses(parameters[SEDATION], blame)


def check_order(order: Parameter, blame: Blame) -> None:
    steps: Any = order.value
    for first, then, why in BEFORE:
        if first in steps and then in steps and steps.index(first) > steps.index(then):
            blame(
                (*at(order), steps.index(then)),
                f'"{first}" comes after "{then}", but {why}; put it before.',
            )


def check_windows(contacts: Parameter, blame: Blame) -> None:
    """An answer belongs to one contact, and to one after the patch."""
    closes = 0
    rows: Any = contacts.value
    for number, contact in enumerate(rows):
        opens = contact.after_hours - contact.opens_hours_before
        if opens < closes:
            other = (
                f'"{rows[number - 1].code}" closes at {closes}' if number else "the patch is at 0"
            )
            blame(
                (*at(contacts), number, "opens_hours_before"),
                f'"{contact.code}" opens at {opens} hours, but {other}; an answer would belong to'
                " both, so make a window smaller.",
            )
        closes = contact.after_hours + contact.closes_hours_after


def check_doses(doses: Parameter, blame: Blame) -> None:
    """A slip of the decimal point must lead out of the range."""
    rows: Any = doses.value
    for place, row in enumerate(rows):
        if not row.least <= row.most < TENFOLD * row.least:
            blame(
                (*at(doses), place, "most"),
                f"{row.code}: {row.least} to {row.most} {row.unit} is no range in which a dose ten"
                " times too high is seen; bring the two nearer to each other.",
            )


def at(parameter: Parameter) -> Key:
    return (*parameter.id.split("."), "value")


def number(parameter: Parameter) -> Decimal:
    return Decimal(cast("int | Decimal", parameter.value))


def said(parameter: Parameter) -> str:
    return f"{parameter}, from {parameter.from_layer}"

"""What the protocol says about the procedure (T4 T6 T7 T13): order, volumes, positions."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from bloodpatch.pathway.protocol.kinds import number, some_of, whole, yes_no


class Step(StrEnum):
    """The steps of the checklist. Their order is protocol data; that they happen is not."""

    POSITION = "position"
    CLEAN = "clean"
    MARK = "mark"
    LOCAL_ANAESTHETIC = "local_anaesthetic"
    DRAW = "draw"
    NEEDLE_IN_SPACE = "needle_in_space"
    INJECT = "inject"
    WITHDRAW = "withdraw"


class PatientPosition(StrEnum):
    """How the patient lies or sits for the procedure."""

    PRONE = "prone"
    LATERAL = "lateral"
    SITTING = "sitting"


# A patch without one of these is not a patch: no file can leave them out.
MANDATORY_STEPS = (
    Step.POSITION,
    Step.CLEAN,
    Step.DRAW,
    Step.NEEDLE_IN_SPACE,
    Step.INJECT,
    Step.WITHDRAW,
)


@dataclass(frozen=True, kw_only=True)
class Procedure:
    """The order of the steps, how much blood, how fast, in which position."""

    step_order: tuple[Step, ...] = some_of(
        "The order of the steps", Step, mandatory=MANDATORY_STEPS
    )
    draw_ml_low: int = whole("Blood drawn, at least", unit="mL", low=5, high=30)
    draw_ml_high: int = whole("Blood drawn, at most", unit="mL", low=5, high=30)
    planned_ml: int = whole("Blood planned to be drawn", unit="mL", low=5, high=30)
    inject_default_ml: int = whole(
        "Blood planned to be injected, unless the patient's symptoms stop it sooner",
        unit="mL",
        low=5,
        high=30,
    )
    warn_ml_over: int = whole("A volume above this is warned about", unit="mL", low=15, high=30)
    draw_to_inject_max_minutes: int = whole(
        "From the draw to the start of the injection, at most; a longer time is advised on",
        unit="min",
        low=1,
        high=10,
    )
    draw_discard_minutes: int = whole(
        "Blood drawn longer ago than this is thrown away", unit="min", low=2, high=15
    )
    child_ml_per_kg_low: Decimal = number(
        "A child's volume, from", unit="mL/kg", low="0.1", high="0.4", places=2
    )
    child_ml_per_kg_high: Decimal = number(
        "A child's volume, at most", unit="mL/kg", low="0.1", high="0.5", places=2
    )
    child_ml_most: int = whole(
        "A child's volume, at most, whatever the weight", unit="mL", low=5, high=20
    )
    above_lumbar_ml_most: int = whole(
        "In the neck or the chest of an adult, at most", unit="mL", low=5, high=15
    )
    tilted_from_weeks: int = whole(
        "Pregnant for so many weeks or more: not prone and not flat on the back, but on the side",
        unit="weeks",
        low=16,
        high=24,
    )
    expected_minutes: int = whole("From start to needle out, usually", unit="min", low=3, high=60)
    max_spaces_below: int = whole(
        "The needle goes in at the level of the puncture or at most this many spaces below",
        unit="spaces",
        low=0,
        high=3,
    )
    positions_allowed: tuple[PatientPosition, ...] = some_of(
        "Positions of the patient that the clinic uses", PatientPosition
    )
    local_anaesthetic_usual: bool = yes_no("Local anaesthetic is usual, and usually enough")

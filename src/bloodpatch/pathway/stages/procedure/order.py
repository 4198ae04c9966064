"""The order of the steps: the protocol says which, the record says when (T6)."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from bloodpatch.pathway.choices import Choice
from bloodpatch.pathway.events import Happened
from bloodpatch.pathway.protocol import Protocol
from bloodpatch.pathway.protocol.sections.procedure import Step
from bloodpatch.pathway.stages.procedure.choices import Aspirate
from bloodpatch.pathway.stages.procedure.events import (
    Cleaned,
    Drawn,
    Injected,
    LocalGiven,
    Marked,
    NeedleOut,
    NeedlePlaced,
    Positioned,
)
from bloodpatch.pathway.stages.procedure.state import Procedure
from bloodpatch.pathway.values import Answer

WORDS: Mapping[Step, str] = {
    Step.POSITION: "position",
    Step.CLEAN: "skin cleaned",
    Step.MARK: "site marked",
    Step.LOCAL_ANAESTHETIC: "local anaesthetic",
    Step.DRAW: "blood drawn",
    Step.NEEDLE_IN_SPACE: "needle in the space",
    Step.INJECT: "blood injected",
    Step.WITHDRAW: "needle out",
}


class StepState(Choice):
    DONE = "done"
    OUT_OF_ORDER = "out_of_order", "Done out of order"
    NEXT = "next"
    LATER = "later"
    NOT_RECORDED = "not_recorded"


@dataclass(frozen=True, kw_only=True)
class StepShown:
    """One line of the checklist; `done` is the entry that says so."""

    step: Step
    state: StepState
    done: Happened[Any] | None = None


def serves(step: Step, event: object) -> bool:
    """Whether an event says that this step was done."""
    match event:
        case Positioned():
            told = {Step.CLEAN: event.skin_cleaned, Step.MARK: event.skin_marked}
            return step is Step.POSITION or told.get(step) is Answer.YES
        case Cleaned():
            return step is Step.CLEAN
        case Marked():
            return step is Step.MARK
        case LocalGiven():
            return step is Step.LOCAL_ANAESTHETIC
        case Drawn():
            return step is Step.DRAW
        case NeedlePlaced():
            clear = set(event.aspirate or ()) <= {Aspirate.CLEAR}
            return step is Step.NEEDLE_IN_SPACE and clear
        case Injected():
            out = event.needle_out is Answer.YES
            return step is Step.INJECT or (step is Step.WITHDRAW and out)
        case NeedleOut():
            return step is Step.WITHDRAW
    return False


def done(procedure: Procedure, step: Step) -> Happened[Any] | None:
    """When a step was first done in this try; the last needle out is the one that counts."""
    said = [h for h in procedure.attempt.events if serves(step, h.event)]
    if step is Step.WITHDRAW:
        return procedure.withdrawn if said else None
    return said[0] if said else None


def earlier(step: Step, protocol: Protocol) -> tuple[Step, ...]:
    order = protocol.procedure.step_order
    return order[: order.index(step)] if step in order else ()


def following(step: Step, protocol: Protocol) -> tuple[Step, ...]:
    order = protocol.procedure.step_order
    return order[order.index(step) + 1 :] if step in order else ()


def steps(procedure: Procedure, protocol: Protocol) -> tuple[StepShown, ...]:
    """The checklist as it stands: what was done by whom and when, and what is next."""
    shown: list[StepShown] = []
    ahead = StepState.NOT_RECORDED if procedure.finished else StepState.NEXT
    for step in protocol.procedure.step_order:
        entry = done(procedure, step)
        if entry is None:
            shown.append(StepShown(step=step, state=ahead))
            ahead = StepState.LATER if ahead is StepState.NEXT else ahead
            continue
        before = [done(procedure, one) for one in earlier(step, protocol)]
        in_order = all(other and other.order <= entry.order for other in before)
        state = StepState.DONE if in_order else StepState.OUT_OF_ORDER
        shown.append(StepShown(step=step, state=state, done=entry))
    return tuple(shown)

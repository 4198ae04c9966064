"""The day, step by step, in the order that the clinic's protocol has (T6 T7 T8 T9).

Where the protocol places the needle before blood is drawn, so does the page.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from bloodpatch.doors.public.words import listed, metres, minutes, span
from bloodpatch.pathway.protocol import PatientPosition, Protocol, Step


@dataclass(frozen=True)
class Shown:
    """One step: its drawing, its heading, what is said under it."""

    drawing: str
    title: str
    says: str


LIES = {
    PatientPosition.PRONE: "lie on your front",
    PatientPosition.LATERAL: "lie on your side",
    PatientPosition.SITTING: "sit and bend forward",
}


def steps(protocol: Protocol) -> tuple[Shown, ...]:
    order = protocol.procedure.step_order
    return (
        *(s for step in order for s in at(step, protocol)),
        resting(protocol),
        walking(protocol),
    )


def at(step: Step, protocol: Protocol) -> Iterator[Shown]:
    """What is shown for a step. Cleaning, marking and numbing are one picture; so are the needle
    and the blood where nothing comes between them."""
    order = protocol.procedure.step_order
    after = order[order.index(step) + 1 :]
    match step:
        case Step.POSITION:
            yield lying(protocol)
        case Step.CLEAN:
            yield cleaning(protocol)
        case Step.DRAW:
            yield drawing_blood(protocol, needle_is_in=Step.NEEDLE_IN_SPACE not in after)
        case Step.NEEDLE_IN_SPACE if after[0] is not Step.INJECT:
            says = "It goes into the space just outside the sac. Nothing is put in yet."
            yield Shown("needle", "A needle finds the right place", says)
        case Step.INJECT:
            yield Shown(
                "inject",
                "The blood goes into your back",
                "Slowly, through a needle. It takes a few minutes. Speak up at once if you feel"
                " pressure or pain. Then the needle comes out.",
            )


def lying(protocol: Protocol) -> Shown:
    allowed = protocol.procedure.positions_allowed
    ways = listed([LIES[position] for position in allowed], "or")
    says = "Your lower back is bare. Tell us if the way you lie hurts."
    return Shown(allowed[0].value, f"You {ways}", says)


def cleaning(protocol: Protocol) -> Shown:
    procedure = protocol.procedure
    done = "clean and mark" if Step.MARK in procedure.step_order else "clean"
    numb = Step.LOCAL_ANAESTHETIC in procedure.step_order or procedure.local_anaesthetic_usual
    says = "It is where the needle will go in."
    if numb:
        says += " A shot makes the skin numb. Most people need nothing more."
    return Shown("clean", f"We {done} the spot", says)


def drawing_blood(protocol: Protocol, *, needle_is_in: bool) -> Shown:
    procedure = protocol.procedure
    says = f"{span(procedure.draw_ml_low, procedure.draw_ml_high)} mL, from a vein in your arm."
    says += " The needle stays in place." if needle_is_in else ""
    return Shown(
        "draw", "We take your blood", f"{says} It is your own blood, and it is used at once."
    )


def resting(protocol: Protocol) -> Shown:
    rest = minutes(protocol.recovery.rest_minutes)
    return Shown("rest", f"You rest for {rest}", "You lie flat in another room. A nurse looks in.")


def walking(protocol: Protocol) -> Shown:
    far = metres(protocol.recovery.walk_metres)
    says = f"About {far}. Most people feel much better then. It goes on getting better for hours."
    return Shown("walk", "You stand up and walk", says)

"""A fact counts wherever it was told, and stands until it ends: asked of the record itself.

What a word means is written here once more, and by hand: an invariant that asked the core for it
would believe whatever the core believes.
"""

from dataclasses import replace
from datetime import timedelta
from typing import Any

from bloodpatch.doors.console.explore.questions import always, once_accepted
from bloodpatch.doors.console.explore.record_reading import Step, after, here, standing
from bloodpatch.pathway.clinical import RedFlag
from bloodpatch.pathway.decide import may
from bloodpatch.pathway.episode import Episode
from bloodpatch.pathway.events import Happened
from bloodpatch.pathway.obligations import Obligation
from bloodpatch.pathway.protocol import Protocol
from bloodpatch.pathway.review.events import StopLifted
from bloodpatch.pathway.roles import Role
from bloodpatch.pathway.stages.adverse_event.events import Opened
from bloodpatch.pathway.stages.assessment.events import RedFlagsScreened
from bloodpatch.pathway.stages.closure.events import Died
from bloodpatch.pathway.stages.followup.events import Contacted, Reported
from bloodpatch.pathway.stages.preparation.events import (
    Consented,
    ConsentWithdrawn,
    ScreenedAgain,
)
from bloodpatch.pathway.stages.recovery.events import Observed
from bloodpatch.pathway.stages.recovery.statements import Legs
from bloodpatch.pathway.treatment import ACTS
from bloodpatch.pathway.values import Answer
from bloodpatch.pathway.whereabouts import Whereabouts

STOPS = (RedFlag.FOCAL_DEFICIT, RedFlag.SEIZURE, RedFlag.MENINGISM, RedFlag.LEG_WEAKNESS)
HOLDS = (RedFlag.VISUAL_CHANGE, RedFlag.FEVER)
"""Those that the patients of the exploration can have; another one must be added here."""
NERVE = (RedFlag.FOCAL_DEFICIT, RedFlag.LEG_WEAKNESS)
SCREENS = (RedFlagsScreened, ScreenedAgain, Contacted, Reported)
OVER = (Whereabouts.EMPTY, Whereabouts.CLOSED)

BEFORE_A_NEEDLE = ("assessment.decide_patch", "booking.book", "preparation.time_out")
AFTER_IT = ("recovery.permit_standing", "discharge.permit", "repeat.decide", "clearance.clear")


def stops_up(episode: Episode) -> dict[str, Happened[Any]]:
    """What stops and was told by whatever way, with its newest telling: ended by a physician's
    review, or by a physician's own no to the same question."""
    up: dict[str, Happened[Any]] = {}
    for entry in standing(episode, *SCREENS, Observed, StopLifted):
        physician = entry.by.role is Role.PHYSICIAN
        match entry.event:
            case StopLifted() if physician:
                up.clear()
            case Observed():
                if entry.event.legs in (Legs.WEAK, Legs.NUMB):
                    up["legs"] = entry
                elif entry.event.legs is Legs.NORMAL and physician:
                    up.pop("legs", None)
            case RedFlagsScreened() | ScreenedAgain() | Contacted() | Reported():
                answers(entry, physician, up)
    return up


def answers(entry: Happened[Any], physician: bool, up: dict[str, Happened[Any]]) -> None:
    for flag in STOPS:
        said = entry.event.flags.get(flag) if entry.event.flags else None
        if said is Answer.YES:
            up[flag] = entry
        elif said is Answer.NO and physician:
            up.pop(flag, None)


@once_accepted(*BEFORE_A_NEEDLE, *AFTER_IT)
def a_stop_told_by_any_way_holds_every_permit(step: Step) -> bool:
    return not stops_up(step.before)


@always
def a_stop_never_ends_without_a_physician(step: Step) -> bool:
    """Whatever nurse, desk or patient said: the decision is stopped afterwards as before."""
    if not step.accepted or step.context.actor.role is Role.PHYSICIAN:
        return True
    if not stops_up(step.before) or standing(step.after, Died):
        return True
    return step.after.whereabouts in OVER or is_stopped(step)


def is_stopped(step: Step) -> bool:
    found = may(ACTS["assessment.decide_patch"].command, step.after, by_a_physician(step))
    return any(f.code == "red_flag.stop" for f in found)


def by_a_physician(step: Step) -> Any:
    context = step.context
    return replace(context, actor=replace(context.actor, role=Role.PHYSICIAN))


@always
def a_hold_that_has_ended_holds_nothing(step: Step) -> bool:
    """Told gone at the newest screen, and nothing else on record that holds."""
    if step.accepted or all(f.code != "red_flag.hold" for f in step.outcome.findings):
        return True
    newest: dict[str, Any] = {}
    for entry in standing(step.before, *SCREENS):
        for flag in HOLDS:
            said = entry.event.flags.get(flag) if entry.event.flags else None
            if said in (Answer.YES, Answer.NO):
                newest[flag] = said
    return Answer.YES in newest.values() or bool(standing(step.before, Opened))


@once_accepted("procedure.record_injection")
def a_withdrawn_consent_is_never_followed_by_a_silent_injection(step: Step) -> bool:
    given, withdrawn = here(step.before, Consented), here(step.before, ConsentWithdrawn)
    return not after(withdrawn, given) or any("consent" in mark for mark in step.against)


def a_nerve_sign_owes_a_physician_within_minutes(
    episode: Episode, owed: tuple[Obligation, ...], protocol: Protocol
) -> bool:
    """By whichever way it was told, until a physician has recorded anything since."""
    if episode.whereabouts in OVER or standing(episode, Died):
        return True
    minutes = timedelta(minutes=protocol.followup.red_flag_call_minutes)
    signs = [h for word, h in stops_up(episode).items() if word in (*NERVE, "legs")]
    seen = [h.position for h in episode.standing if h.by.role is Role.PHYSICIAN]
    return all(
        any(o.owner is Role.PHYSICIAN and o.due <= sign.recorded_at + minutes for o in owed)
        for sign in signs
        if not seen or seen[-1] < sign.position
    )

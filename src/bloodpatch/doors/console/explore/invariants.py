"""What must hold at every step of every history, each as one named question.

They read the plain list of what stands on record and never ask the rules that they watch, so a
rule that was lost is seen here. A step that breaks one of them is unsafe; it is reported with the
shortest way to it.
"""

from datetime import datetime, timedelta
from typing import Any

from bloodpatch.doors.console.explore.fact_invariants import (
    a_nerve_sign_owes_a_physician_within_minutes,
)
from bloodpatch.doors.console.explore.questions import (
    AT_ACCEPTED,
    AT_EACH_COMMAND,
    always,
    once_accepted,
)
from bloodpatch.doors.console.explore.record_reading import (
    Step,
    after,
    flag_is_up,
    flags_asked_since,
    here,
    inside,
    overridden,
    standing,
)
from bloodpatch.pathway.decide import may
from bloodpatch.pathway.episode import Episode
from bloodpatch.pathway.events import Happened
from bloodpatch.pathway.obligations import Obligation
from bloodpatch.pathway.protocol import Protocol
from bloodpatch.pathway.roles import MAY_GIVE, Role
from bloodpatch.pathway.stages.adverse_event.events import (
    Opened,
    Reviewed,
)
from bloodpatch.pathway.stages.assessment.events import (
    DecisionRecorded,
    HeadacheRecorded,
    PatchDecided,
    VitalsRecorded,
)
from bloodpatch.pathway.stages.closure.events import Died
from bloodpatch.pathway.stages.discharge.events import (
    Departed,
    Left,
    NeurologyChecked,
    RestartPlanned,
    SedationScored,
)
from bloodpatch.pathway.stages.preparation.events import (
    AntithromboticRecorded,
    Arrived,
    BleedingHistoryRecorded,
    Consented,
    ConsentWithdrawn,
    TimeOutTaken,
)
from bloodpatch.pathway.stages.preparation.events import (
    VitalsRecorded as PreparationVitalsRecorded,
)
from bloodpatch.pathway.stages.procedure.events import (
    Abandoned,
    Injected,
    NeedleOut,
    PatchReported,
    Sedated,
    Started,
)
from bloodpatch.pathway.stages.recovery.events import GotUp, LayDown, RestStarted, StoodAndWalked
from bloodpatch.pathway.stages.referral.events import (
    Declined,
    Withdrawn,
)
from bloodpatch.pathway.stages.repeat.events import (
    RepeatDecided,
    RepeatDecisionRecorded,
)
from bloodpatch.pathway.treatment import ACTS
from bloodpatch.pathway.values import Answer
from bloodpatch.pathway.whereabouts import Whereabouts

OVER = (Whereabouts.EMPTY, Whereabouts.CLOSED)


# the procedure


@once_accepted("procedure.start", "procedure.record_injection")
def no_needle_without_a_time_out(step: Step) -> bool:
    """One that was taken since arriving, consenting, or giving up; else it is noted."""
    episode = step.before
    if step.command.name == "procedure.record_injection" and started_here(episode):
        return True
    ended = here(episode, Arrived, ConsentWithdrawn, Abandoned)
    taken = after(here(episode, TimeOutTaken), ended)
    return taken or "procedure.not_timed_out" in step.against


def started_here(episode: Episode) -> bool:
    return after(here(episode, Started), here(episode, Abandoned))


@once_accepted("preparation.time_out")
def a_time_out_is_complete(step: Step) -> bool:
    """H01 H04 H05 H07: identity, fresh flags, temperature, bleeding, each drug as it was told
    last; or overridden."""
    episode, limits = step.before, step.context.protocol.preparation
    named = {one for h in here(episode, Arrived) for one in h.event.identity or ()}
    hours = step.context.protocol.booking.red_flag_screen_valid_hours
    newest = {h.event.drug: h for h in here(episode, AntithromboticRecorded)}
    bleeding = here(episode, BleedingHistoryRecorded)
    return (
        (len(named) >= limits.min_identifiers or overridden(step, "preparation.not_identified"))
        and (flags_asked_since(step, hours) or overridden(step, "red_flag."))
        and not flag_is_up(step)
        and temperature_is_known(step)
        and (bool(bleeding) or overridden(step, "preparation.bleeding"))
        and all(
            nothing_waits(step, drug)
            or long_enough_ago(step, drug)
            or overridden(step, "antithrombotics.")
            for drug in newest.values()
        )
    )


def nothing_waits(step: Step, drug: Happened[Any]) -> bool:
    """No row asks for hours or for a physician: so says the table, or the protocol without it."""
    table, name = step.context.drug_table, drug.event.drug
    rows = table.of_drug.get(name, ()) if table else ()
    known = bool(rows) or name in step.context.protocol.preparation.drugs_that_never_wait
    return known and not any(row.needs_a_physician or row.hold_hours for row in rows)


def long_enough_ago(step: Step, drug: Happened[Any]) -> bool:
    """By the longest of the times that the clinic's table says of this drug."""
    table, last = step.context.drug_table, drug.event.last_dose
    rows = table.of_drug.get(drug.event.drug, ()) if table else ()
    if not rows or last is None or any(row.hold_hours is None for row in rows):
        return False
    hours = max(row.hold_hours or 0 for row in rows)
    return bool(last.latest + timedelta(hours=hours) <= step.context.now)


def temperature_is_known(step: Step) -> bool:
    limits = step.context.protocol.preparation
    since = step.context.now - timedelta(hours=limits.fever_window_hours)
    kinds = (VitalsRecorded, PreparationVitalsRecorded)
    taken = [
        h.event.temperature.value
        for h in standing(step.before, *kinds)
        if h.event.temperature and h.occurred.earliest >= since
    ]
    if not taken:
        return overridden(step, "preparation.temperature")
    return max(taken) < limits.fever_hold_c or overridden(step, "fever.measured", "red_flag.")


@once_accepted("preparation.time_out")
def no_time_out_without_consent(step: Step) -> bool:
    """Nobody overrides it: consented in this round, and not taken back since."""
    given = here(step.before, Consented)
    return after(given, here(step.before, ConsentWithdrawn))


DECISIONS = (
    PatchDecided,
    DecisionRecorded,
    RepeatDecided,
    RepeatDecisionRecorded,
)


@once_accepted("preparation.time_out", "booking.book")
def no_patch_without_a_decision(step: Step) -> bool:
    """A physician's newest word on the way is a patch, or the hold was overridden."""
    said = standing(step.before, *DECISIONS, Declined, Withdrawn)
    ways = [h for h in said if h.event.way is not None]
    decided = bool(ways) and ways[-1].event.way == "patch"
    return decided or overridden(step, "preparation.no_", "booking.no_decision")


@once_accepted("preparation.time_out", "booking.book", "recovery.permit_standing")
def nothing_is_done_to_who_left_or_died(step: Step) -> bool:
    episode = step.before
    if standing(episode, Died):
        return False
    left = standing(episode, Withdrawn)
    return (
        step.command.name == "recovery.permit_standing"
        or not left
        or after(standing(episode, *DECISIONS), left)
    )


# recovery and discharge


@once_accepted("recovery.permit_standing")
def nobody_stands_before_the_rest_is_over(step: Step) -> bool:
    episode, rules = step.before, step.context.protocol.recovery
    walks = here(episode, StoodAndWalked)
    failed = any(not h.event.passed for h in walks)
    minutes = rules.lie_down_again_minutes if failed else rules.rest_minutes
    enough = timedelta(minutes=min(minutes, rules.rest_minutes))
    lain = lying_for(episode, step.context.now)
    rested = lain is not None and lain >= enough
    up = here(episode, GotUp, StoodAndWalked)
    passed = after(up, here(episode, RestStarted, LayDown)) and getattr(
        up[-1].event, "passed", True
    )
    return rested or passed or overridden(step, "recovery.")


def lying_for(episode: Episode, now: datetime) -> timedelta | None:
    """In all, since the last walk; a moment's getting up between does not undo it. None: is up."""
    lain, down = timedelta(0), None
    for h in here(episode, RestStarted, LayDown, GotUp, StoodAndWalked):
        match h.event:
            case StoodAndWalked():
                lain, down = timedelta(0), None
            case GotUp():
                lain, down = lain + (h.latest - down.latest if down else timedelta(0)), None
            case _:
                down = down or h
    return None if down is None else lain + (now - down.latest)


@once_accepted("discharge.permit")
def nobody_goes_home_unexamined(step: Step) -> bool:
    """Walked, legs examined after the patch and not weaker, or overridden."""
    episode = step.before
    walks = here(episode, StoodAndWalked)
    checked = here(episode, NeurologyChecked)
    needle = here(episode, Injected, NeedleOut, Abandoned)
    walked = bool(walks) and walks[-1].event.passed
    return (walked or overridden(step, "discharge.not_walked")) and (
        after(checked, needle) or overridden(step, "discharge.neurology")
    )


@once_accepted("discharge.permit")
def nobody_sedated_goes_home_alone(step: Step) -> bool:
    sedated = here(step.before, Sedated)
    scored = here(step.before, SedationScored)
    escorted = after(scored, sedated) and scored[-1].event.escort is Answer.YES
    return not sedated or escorted or overridden(step, "discharge.")


@once_accepted("discharge.permit")
def no_drug_is_forgotten(step: Step) -> bool:
    every = here(step.before, AntithromboticRecorded)
    drugs = [drug for drug in every if not nothing_waits(step, drug)]
    planned = here(step.before, RestartPlanned)
    return not drugs or bool(planned) or overridden(step, "discharge.restart")


# afterwards


@once_accepted("clearance.clear")
def cleared_by_a_physician_with_nothing_open(step: Step) -> bool:
    """T12: neither an adverse event that nobody reviewed nor a red flag, unless overridden."""
    episode = step.before
    opened, reviews = standing(episode, Opened), standing(episode, Reviewed)
    quiet = len(reviews) >= len(opened) or overridden(step, "clearance.event_open")
    return step.context.actor.role is Role.PHYSICIAN and quiet and not flag_is_up(step)


TRIES = (Injected, PatchReported, Abandoned)


@once_accepted("repeat.decide")
def a_repeat_is_decided_anew(step: Step) -> bool:
    """T15: the headache and every flag asked again since the last patch, or since one was given up,
    and in time."""
    patches = standing(step.before, Injected, PatchReported)
    tries = standing(step.before, *TRIES)
    if not tries:
        return overridden(step, "repeat.no_patch")
    rules = step.context.protocol.repeat
    told = standing(step.before, HeadacheRecorded)
    interval = timedelta(hours=rules.min_interval_hours)
    waited = not patches or step.context.now >= patches[-1].latest + interval
    flags = flags_asked_since(step, rules.reassessment_valid_hours, tries[-1])
    return (
        (after(told, tries) or overridden(step, "repeat.reassessed", "repeat.not_reassessed"))
        and (flags or overridden(step, "repeat.flags"))
        and (waited or overridden(step, "repeat.too_soon"))
    )


# every command


@always
def a_refusal_changes_nothing(step: Step) -> bool:
    """And deciding never does: what was before is as it was."""
    kept = inside(step.before)
    same = len(kept) == len(step.kept) and all(a is b for a, b in zip(kept, step.kept, strict=True))
    return same and (step.accepted or step.after is step.before)


@always
def a_refusal_says_why(step: Step) -> bool:
    """A record only by a contradiction; a permit by a stop or a hold."""
    if step.accepted:
        return True
    blocking = [f for f in step.outcome.findings if f.blocks]
    permit = ACTS[step.command.name].permit
    return bool(blocking) and (permit or any(f.kind.refuses_record for f in blocking))


@once_accepted(*(name for name, act in ACTS.items() if act.permit))
def nothing_is_accepted_that_may_refuses(step: Step) -> bool:
    return not any(f.blocks for f in may(type(step.command), step.before, step.context))


@always
def what_is_signed_is_signed_by_who_may(step: Step) -> bool:
    role = step.context.actor.role
    return not step.accepted or role in MAY_GIVE[step.command.name]


# every state


def nobody_is_lost(episode: Episode, owed: tuple[Obligation, ...], _: Protocol) -> bool:
    """Open, so something is owed, by somebody who may do it, by a time."""
    if episode.whereabouts in OVER:
        return True
    complete = (o.act and o.owner in MAY_GIVE.get(o.act, ()) and o.due.tzinfo for o in owed)
    return bool(owed) and all(complete)


FOLLOWS = ("followup.", "clearance.", "closure.", "repeat.", "referral.", "assessment.")


def who_went_home_is_followed(episode: Episode, owed: tuple[Obligation, ...], _: Protocol) -> bool:
    """Gone: somebody asks, clears or signs; until it is signed off."""
    gone = bool(here(episode, Departed, Left))
    if not gone or episode.whereabouts in OVER:
        return True
    return any(o.code.startswith(FOLLOWS) for o in owed)


AT_EACH_STATE = (
    nobody_is_lost,
    who_went_home_is_followed,
    a_nerve_sign_owes_a_physician_within_minutes,
)

CRASH, DEAD_END = "nothing_crashes", "every_state_leads_to_a_signed_closing"

NAMES = tuple(
    dict.fromkeys(
        (
            *(q.__name__ for q in AT_EACH_COMMAND),
            *(q.__name__ for questions in AT_ACCEPTED.values() for q in questions),
            *(q.__name__ for q in AT_EACH_STATE),
            CRASH,
            DEAD_END,
        )
    )
)
"""Every invariant, by name."""

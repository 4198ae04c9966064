"""When each drug against clotting is taken again: planned at all, and not too early.

The earliest time is the needle out and the hours of the drug table; after a bloody needle, or one
of which nobody saw that it was clear, the longer wait of the table. Where the table tells no time
a physician plans it freely.
"""

from collections.abc import Iterator
from datetime import datetime

from bloodpatch.pathway.clinical.milestones import Milestone
from bloodpatch.pathway.context import Context
from bloodpatch.pathway.episode import Episode
from bloodpatch.pathway.events import Happened
from bloodpatch.pathway.findings import Findings
from bloodpatch.pathway.queries.drugs_taken import hours, stays_off
from bloodpatch.pathway.queries.hold_times import Wait, needle_out, restart_from, waits
from bloodpatch.pathway.stage_stream import last_of
from bloodpatch.pathway.stages.discharge import findings as found
from bloodpatch.pathway.stages.discharge.choices import Restart
from bloodpatch.pathway.stages.discharge.events import RestartPlanned
from bloodpatch.pathway.values.when import BEGINNING

DRUG_KINDS = {
    "antithrombotic": "a blood thinner",
    "antiplatelet": "aspirin or another drug against platelets",
}
THE_NEEDLE = frozenset({Milestone.PATCH, Milestone.PROCEDURE})


def taken_again(episode: Episode, context: Context) -> Iterator[tuple[Wait, datetime | None]]:
    """Each drug that somebody must plan in this round, and from when it may be taken."""
    here = {h.position for h in episode.now.preparation.antithrombotics}
    for wait in waits(episode, context):
        entry = wait.taken.entry
        if goes_on(wait):
            continue
        if entry.position in here or not stays_off(episode, entry):
            yield wait, restart_from(wait, episode)


def goes_on(wait: Wait) -> bool:
    """Nothing asked to stop it, so nothing is to be planned: where it was stopped all the same,
    the table may know when it is taken again."""
    stopped = not wait.taken.still_given and bool(wait.restart_hours(blood=False))
    return wait.harmless and not stopped


def plan_of(wait: Wait, episode: Episode) -> Happened[RestartPlanned] | None:
    """The newest plan of this round that says something about this drug."""
    plans = [h for h in episode.now.discharge.plans if h.event.settled]
    return last_of(h for h in plans if h.event.drug in (None, wait.taken.drug))


def restart_is_planned(episode: Episode, context: Context) -> Findings:
    open_ = [
        f"{wait.label}{f', not before {context.clock(at)}' if at else ''}"
        for wait, at in taken_again(episode, context)
        if plan_of(wait, episode) is None
    ]
    if open_:
        yield found.RESTART_NOT_PLANNED(context, drugs="; ".join(open_))


def drugs_were_asked_about(episode: Episode, context: Context) -> Findings:
    """Where nobody asked, nobody knows whether there is a drug to be taken again."""
    asked = episode.now.preparation.asked
    open_ = [words for kind, words in DRUG_KINDS.items() if kind not in asked]
    if episode.now.procedure.patch_given and open_:
        yield found.DRUGS_NOT_ASKED(context, kinds=" or ".join(open_))


def restart_is_not_too_early(episode: Episode, context: Context) -> Findings:
    early = [
        f"{wait.label}, not before {context.clock(at)}"
        for wait, at in taken_again(episode, context)
        if at is not None
        and (plan := plan_of(wait, episode))
        and too_early(plan, at, episode, context)
    ]
    if early:
        yield found.RESTART_TOO_EARLY(context, drugs="; ".join(early))


def too_early(
    plan: Happened[RestartPlanned], at: datetime, episode: Episode, context: Context
) -> bool:
    if plan.event.stays_off:
        return False
    if plan.event.plan is Restart.NOT_STOPPED:
        return context.now < at
    return planned_for(plan, episode) < at


def planned_for(plan: Happened[RestartPlanned], episode: Episode) -> datetime:
    """The plan at the earliest. A time that cannot be compared counts as at once."""
    if plan.event.restart_at is not None:
        return plan.event.restart_at.earliest
    told, out = plan.event.restart, needle_out(episode)
    if told is None or told.event not in THE_NEEDLE or out is None:
        return BEGINNING
    low = told.hours[0] if told.hours else None
    return BEGINNING if low is None else out.latest + hours(low)

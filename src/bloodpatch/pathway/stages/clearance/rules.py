"""What speaks against clearing normal activity, in order of precedence."""

from datetime import datetime, timedelta

from bloodpatch.pathway.clinical import RED_FLAGS_ASKED
from bloodpatch.pathway.clinical.pain_series import (
    UPRIGHT,
    Series,
)
from bloodpatch.pathway.context import Context
from bloodpatch.pathway.episode import Episode
from bloodpatch.pathway.findings import Findings
from bloodpatch.pathway.protocol import Protocol
from bloodpatch.pathway.queries.adverse_event_drafts import open_drafts
from bloodpatch.pathway.queries.pain import since_patch
from bloodpatch.pathway.queries.temperature import temperatures
from bloodpatch.pathway.rules.closed_episode import episode_is_open
from bloodpatch.pathway.rules.imaging import collection_was_imaged_again
from bloodpatch.pathway.rules.red_flag import labels, red_flags_are_clear_at_home
from bloodpatch.pathway.rules.reentry import all_is_entered_here
from bloodpatch.pathway.rules.vital_signs import pressure_is_not_severe_in_anybody
from bloodpatch.pathway.rules.workup import pressure_is_not_severe
from bloodpatch.pathway.stage_stream import later, surely_later
from bloodpatch.pathway.stages.clearance import findings as found
from bloodpatch.pathway.treatment_way import Way
from bloodpatch.pathway.values import Answer

WITHOUT_A_PATCH = frozenset({Way.CONSERVATIVE, Way.DECLINED})


def not_cleared_yet(episode: Episode, context: Context) -> Findings:
    if cleared := episode.now.clearance.cleared:
        yield found.ALREADY_CLEARED(context, at=cleared.occurred.at)


def treated_and_gone_home(episode: Episode, context: Context) -> Findings:
    home = episode.now.discharge.departed is not None
    if not home and episode.way not in WITHOUT_A_PATCH:
        yield found.TOO_EARLY(context)


def adverse_events_were_looked_at(episode: Episode, context: Context) -> Findings:
    """T14: what is open speaks against it, whoever has to do the next thing about it."""
    kinds = [k.label for h in episode.adverse_event.unreviewed for k in h.event.kinds or ()]
    if episode.adverse_event.unreviewed:
        yield found.EVENT_OPEN(context, what=", ".join(kinds) or "an adverse event")
    if drafts := open_drafts(episode):
        yield found.DRAFT_OPEN(context, what="; ".join(dict.fromkeys(d.says for d in drafts)))


def patient_was_heard(episode: Episode, context: Context) -> Findings:
    """Not long ago: what was true at the last call may have changed."""
    last = episode.now.followup.last_contact
    hours = context.protocol.clearance.decision_due_hours
    if last is None or not surely_later(last, episode.now.discharge.departed):
        yield found.NO_CONTACT(context)
    elif context.now > last.occurred.earliest + timedelta(hours=hours):
        yield found.CONTACT_OLD(context, at=last.occurred, hours=hours)


def red_flags_were_asked_at_home(episode: Episode, context: Context) -> Findings:
    """Not asked is never no; what was asked before the patch says nothing about after it."""
    asked: set[str] = set()
    for screen in episode.now.followup.screens:
        asked |= screen.event.flags.asked
    missing = tuple(flag for flag in RED_FLAGS_ASKED if flag not in asked)
    if missing and episode.now.followup.last_contact is not None:
        named = "all of them" if len(missing) == len(RED_FLAGS_ASKED) else labels(missing)
        yield found.FLAGS_NOT_ASKED(context, flags=named)


def upright_since(episode: Episode) -> Series:
    return tuple(s for s in since_patch(episode, episode.now) if s[1].position in UPRIGHT)


def upright_pain_is_low(episode: Episode, context: Context) -> Findings:
    """T12: a proposal of the protocol; the physician decides."""
    series, most = upright_since(episode), context.protocol.clearance.max_upright_nrs
    if not series:
        yield found.PAIN_NOT_ASKED(context)
    elif series[-1][1].score > most:
        yield found.PAIN_UPRIGHT(context, score=series[-1][1].score, most=most)


def low_since(episode: Episode, protocol: Protocol) -> datetime | None:
    """Since when every score upright has been as low as the protocol proposes."""
    since: datetime | None = None
    for at, pain in upright_since(episode):
        low = pain.score <= protocol.clearance.max_upright_nrs
        since = (since or at.latest) if low else None
    return since


def upright_pain_is_stable(episode: Episode, context: Context) -> Findings:
    low, hours = (
        low_since(episode, context.protocol),
        context.protocol.clearance.min_stable_hours,
    )
    if low is not None and context.now < low + timedelta(hours=hours):
        yield found.NOT_STABLE(context, since=low, hours=hours)


def back_pain_is_low(episode: Episode, context: Context) -> Findings:
    score, most = episode.now.followup.back_pain, context.protocol.clearance.max_back_pain_nrs
    if score is not None and score > most:
        yield found.BACK_PAIN(context, score=score, most=most)


def no_strong_painkillers(episode: Episode, context: Context) -> Findings:
    last = episode.now.followup.last_contact
    if last is not None and last.event.strong_painkillers is Answer.YES:
        yield found.PAINKILLERS(context)


def no_fever(episode: Episode, context: Context) -> Findings:
    """At home, the last that was read, by whichever form; without a patch, since the decision."""
    limit = context.protocol.preparation.fever_hold_c
    went = episode.now.discharge.departed or episode.assessment.decided or episode.referral.turned
    since = [h for h in episode.standing if later(h, went)] if went else []
    told = {h.position: h for h in (*since, *episode.now.followup.events)}
    entries = sorted(told.values(), key=lambda h: h.order)
    read = [t for h in entries for t in temperatures(h.event)]
    if read and read[-1].value >= limit:
        yield found.FEVER(context, temperature=read[-1])


BEFORE_CLEARING = (
    episode_is_open,
    all_is_entered_here,
    not_cleared_yet,
    treated_and_gone_home,
    red_flags_are_clear_at_home,
    no_fever,
    pressure_is_not_severe,
    pressure_is_not_severe_in_anybody,
    adverse_events_were_looked_at,
    patient_was_heard,
    red_flags_were_asked_at_home,
    upright_pain_is_low,
    upright_pain_is_stable,
    back_pain_is_low,
    no_strong_painkillers,
    collection_was_imaged_again,
)

"""What a physician would have looked at is not taken away unseen, by a correction or a strike."""

from collections.abc import Mapping
from dataclasses import replace

from bloodpatch.pathway.acts import ACT_BEHIND
from bloodpatch.pathway.amendment.commands import (
    Correct,
    FinishReentry,
    StrikeEntries,
)
from bloodpatch.pathway.clinical.concepts import MEANING, Weight
from bloodpatch.pathway.context import Context, Facts
from bloodpatch.pathway.episode import Episode
from bloodpatch.pathway.findings import Cause, Findings, Level, declare
from bloodpatch.pathway.protocol import Protocol
from bloodpatch.pathway.queries.adverse_event_drafts import open_drafts
from bloodpatch.pathway.queries.concerned_entries import about_to_be, concerned, named
from bloodpatch.pathway.queries.reentry import expected, marked, places_of
from bloodpatch.pathway.queries.standing_facts import told_of
from bloodpatch.pathway.queries.tellings import Telling
from bloodpatch.pathway.review.settlement import settled
from bloodpatch.pathway.roles import Role
from bloodpatch.pathway.whereabouts import Whereabouts

PHYSICIANS_WORK = declare(
    code="amendment.physicians_work",
    level=Level.HOLD,
    cause=Cause.PRESENT,
    says="Entry {entry} was work for a physician.",
    rule="What a physician would have looked at is not taken away unseen.",
    clears="A physician looks at what it said, and acknowledges it.",
    source="clinic",
    hazards=("H23", "H36", "H37"),
)

BEFORE_A_PATCH = ("assessment.decide_patch", "preparation.time_out")
IN_RECOVERY = ("recovery.permit_standing", "discharge.permit")
COMING_PERMITS: Mapping[Whereabouts, tuple[str, ...]] = {
    Whereabouts.REFERRED: BEFORE_A_PATCH,
    Whereabouts.UNDECIDED: BEFORE_A_PATCH,
    Whereabouts.CONSERVATIVE: BEFORE_A_PATCH,
    Whereabouts.DECLINED: BEFORE_A_PATCH,
    Whereabouts.TO_BE_BOOKED: BEFORE_A_PATCH,
    Whereabouts.BOOKED: BEFORE_A_PATCH,
    Whereabouts.DID_NOT_ATTEND: BEFORE_A_PATCH,
    Whereabouts.BEING_PREPARED: BEFORE_A_PATCH,
    Whereabouts.BEING_PATCHED: IN_RECOVERY,
    Whereabouts.RECOVERING: IN_RECOVERY,
    Whereabouts.READY_TO_LEAVE: IN_RECOVERY,
    Whereabouts.FOLLOWED_UP: ("clearance.clear", "repeat.decide"),
    Whereabouts.CLEARED: ("closure.close",),
}
"""The permits that lie before a patient: what speaks against one of them is seen by somebody."""


def taken_from_a_physician(
    episode: Episode, command: Correct | StrikeEntries, context: Context
) -> Findings:
    """A red flag, a draft, an open adverse event, an entry against a rule, the reason of a hold:
    struck or changed by anybody else, it stays a physician's to look at."""
    if context.actor.role is Role.PHYSICIAN:
        return
    about = {h.position for h in concerned(episode, named(episode, command))}
    waiting = physicians_work(episode, context.protocol) & about
    if not waiting and clears_what_stood(episode, command, context):
        waiting = about
    if waiting:
        yield PHYSICIANS_WORK(context, entry=", ".join(map(str, sorted(waiting))))


def grave(telling: Telling) -> bool:
    """It tells of a fact that holds or stops; what was only measured holds by its number."""
    measured = telling.home.startswith("measured:")
    return telling.there and not measured and MEANING[telling.concept].weight >= Weight.HOLD


def physicians_work(episode: Episode, protocol: Protocol) -> set[int]:
    """The entries that a physician has to look at, or has had to."""
    events = episode.adverse_event
    return {
        *(h.position for h in episode.standing if any(map(grave, told_of(h, protocol)))),
        *(draft.source.position for draft in open_drafts(episode)),
        *(opened.position for opened in events.open_events),
        *(h.position for h in episode.standing if h.against),
        *(word.position for place, word in expected(episode).items() if marked(place, word)),
    }


def left_out_unseen(episode: Episode, command: FinishReentry, context: Context) -> Findings:
    """A red flag that was struck in another record and is entered in none: of this patient, it is
    a physician's work as much as it was of the other."""
    if context.actor.role is Role.PHYSICIAN:
        return
    words = expected(episode)
    unseen = [p for p in places_of(command) if p in words and marked(p, words[p])]
    if unseen:
        entries = ", ".join(str(position) for _, position in unseen)
        yield PHYSICIANS_WORK(context, entry=f"{entries} of the other record")


def clears_what_stood(episode: Episode, command: Correct | StrikeEntries, context: Context) -> bool:
    """Whether a fact that spoke against a permit is gone with it: 38.6 put right to 36.8."""
    after = episode.after(about_to_be(command, episode, context))
    asked = COMING_PERMITS.get(episode.whereabouts, ())
    return any(spoken(act, episode, context) - spoken(act, after, context) for act in asked)


def spoken(name: str, episode: Episode, context: Context) -> set[str]:
    """The facts that speak against a permit. What nobody asked is no fact yet; and the clinic is
    not asked about its own, which no correction changes."""
    act = next(act for act in ACT_BEHIND.values() if act.name == name)
    alone = replace(context, facts=Facts())
    found = settled(
        (f for rung in act.state for f in rung(episode, alone)), act, episode, alone.now
    )
    return {f.code for f in found if f.blocks and f.kind.cause is Cause.PRESENT}

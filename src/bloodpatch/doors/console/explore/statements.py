"""What is said in a move: the statements of the domain, plain and unusual ones."""

from dataclasses import replace
from datetime import datetime, timedelta

from bloodpatch.pathway.amendment.commands import (
    Correct,
    StrikeEntries,
)
from bloodpatch.pathway.clinical import (
    RED_FLAGS_ASKED,
    Antithrombotic,
    DoseClass,
    Examined,
    LegRaise,
    Power,
    RedFlag,
)
from bloodpatch.pathway.codes import Code, PlainForm
from bloodpatch.pathway.context import Context
from bloodpatch.pathway.episode import Episode
from bloodpatch.pathway.events import Event
from bloodpatch.pathway.queries.adverse_event_drafts import open_drafts
from bloodpatch.pathway.queries.contacts import next_planned, planned
from bloodpatch.pathway.review.commands import Acknowledge
from bloodpatch.pathway.stages.adverse_event.choices import NoEvent
from bloodpatch.pathway.stages.adverse_event.commands import DismissDraft
from bloodpatch.pathway.stages.booking.commands import Book
from bloodpatch.pathway.stages.closure.commands import CloseEpisode
from bloodpatch.pathway.stages.closure.statements import Status
from bloodpatch.pathway.stages.discharge.choices import Restart
from bloodpatch.pathway.stages.discharge.commands import RecordNeurology, RecordRestartPlan
from bloodpatch.pathway.stages.followup.choices import Channel, Effect, HeadacheNow
from bloodpatch.pathway.stages.followup.commands import RecordContact
from bloodpatch.pathway.stages.preparation import commands as preparation
from bloodpatch.pathway.stages.preparation.choices import ConsentItem, Identifier, SignedBy
from bloodpatch.pathway.stages.preparation.events import Consented
from bloodpatch.pathway.stages.procedure.events import Drawn
from bloodpatch.pathway.stages.recovery.commands import (
    RecordObservations,
    StartRest,
)
from bloodpatch.pathway.stages.recovery.events import StoodAndWalked
from bloodpatch.pathway.stages.recovery.statements import Legs
from bloodpatch.pathway.stages.referral import commands as referral
from bloodpatch.pathway.statements import Command
from bloodpatch.pathway.values import (
    Answer,
    Answers,
    Celsius,
    Count,
    FreeText,
    Needle,
    Pain,
    PainPosition,
    SpinalLevel,
    When,
)
from bloodpatch.pathway.whereabouts import Whereabouts

YES, NO = Answer.YES, Answer.NO
WHY = FreeText("Explored.")
WHO = (Identifier.NAME, Identifier.DATE_OF_BIRTH)
SPACE = (SpinalLevel("L3/4"),)
TUOHY = Needle.parse("17G tuohy")


def flags(*yes: RedFlag) -> Answers:
    """The whole list asked; these are there."""
    told: dict[str, Answer] = {**dict.fromkeys(RED_FLAGS_ASKED, NO), **dict.fromkeys(yes, YES)}
    return Answers(told)


def lying(score: int) -> Pain:
    return Pain(score, PainPosition.LYING)


def upright(score: int) -> Pain:
    return Pain(score, PainPosition.UPRIGHT)


def before(context: Context, **span: float) -> When:
    return When.exact(context.now - timedelta(**span), context.zone)


def punctured(episode: Episode, context: Context) -> tuple[Command, ...]:
    """Three days ago, with a headache from the day after."""
    return (
        referral.RecordPuncture(
            punctured_at=before(context, days=3), needle=TUOHY, level=SPACE[0], recognised=YES
        ),
        referral.RecordOnset(onset_at=before(context, days=2)),
    )


def in_two_hours(episode: Episode, context: Context) -> tuple[Command, ...]:
    starts = When.exact(context.now + timedelta(hours=2), context.zone)
    room, physician, bay = Code("room-1"), Code("physician-1"), Code("bay-b")
    return (Book(starts=starts, room=room, physician=physician, bay=bay),)


def late(command: Command, at: When) -> tuple[Command, ...]:
    """The same, told after it happened."""
    return (replace(command, occurred=at),)


def fever_before(episode: Episode, context: Context) -> tuple[Command, ...]:
    hot = preparation.RecordVitals(temperature=Celsius.parse("38.2"))
    return late(hot, before(context, hours=1))


def rest_begun_before(episode: Episode, context: Context) -> tuple[Command, ...]:
    return late(StartRest(), before(context, minutes=10))


def observations(episode: Episode, context: Context) -> tuple[Command, ...]:
    """As many as are due and were not made."""
    out = episode.now.procedure.before_recovery
    missed = episode.now.recovery.observations_missed(context.protocol, context.now, out)
    return tuple(RecordObservations(legs=Legs.NORMAL) for _ in missed)


def consented(episode: Episode, context: Context) -> tuple[Command, ...]:
    return (preparation.RecordConsent(signed_by=SignedBy.PATIENT, named=tuple(ConsentItem)),)


def legs(power: int) -> RecordNeurology:
    return RecordNeurology(
        straight_leg_left=LegRaise.NORMAL,
        straight_leg_right=LegRaise.NORMAL,
        power_left=Power(5),
        power_right=Power(power),
        sensation=Examined.NORMAL,
        saddle=Examined.NORMAL,
        bladder=Examined.NORMAL,
    )


def bleeding(answer: Answer, drug: Answer | None = None) -> preparation.RecordBleedingHistory:
    return preparation.RecordBleedingHistory(
        bleeding_history=answer,
        antithrombotic=drug or answer,
        antiplatelet=answer,
        long_on_heparin=answer,
    )


def drug_named(episode: Episode, context: Context) -> tuple[Command, ...]:
    """Asked about bleeding: a drug against clotting, taken ten days ago for the last time."""
    last, drug = before(context, days=10), Antithrombotic.ENOXAPARIN
    low = DoseClass.LOW_PROPHYLACTIC
    named = preparation.RecordAntithrombotic(drug=drug, last_dose=last, dose_class=low)
    return (bleeding(NO, drug=YES), named)


def restart_planned(episode: Episode, context: Context) -> tuple[Command, ...]:
    again = When.exact(context.now + timedelta(days=1), context.zone)
    return (RecordRestartPlan(plan=Restart.RESTART, restart_at=again),)


def call(
    *yes: RedFlag, pain: int = 0, effect: Effect | None = None, back: bool = False
) -> tuple[Command, ...]:
    """A call at which everything was asked."""
    effects: dict[str, Answer] = {**dict.fromkeys(Effect, NO), **({effect: YES} if effect else {})}
    said = RecordContact(
        contact=Channel.CALL,
        answered=YES,
        flags=flags(*yes),
        adverse_effects=Answers(effects),
        headache=HeadacheNow.SAME if back else HeadacheNow.NONE,
        pain_lying=lying(0),
        pain_upright=upright(pain),
    )
    return (said,)


def latest(episode: Episode, kind: type[Event]) -> int | None:
    """Position of the newest standing entry of a kind."""
    found = [h.position for h in episode.standing if isinstance(h.event, kind)]
    return found[-1] if found else None


def struck(episode: Episode, kind: type[Event]) -> tuple[Command, ...]:
    entry = latest(episode, kind)
    return (StrikeEntries(positions=(Count(entry),), reason=WHY),) if entry else ()


def consent_struck(episode: Episode, context: Context) -> tuple[Command, ...]:
    return struck(episode, Consented)


def walk_struck(episode: Episode, context: Context) -> tuple[Command, ...]:
    return struck(episode, StoodAndWalked)


def draw_corrected(episode: Episode, context: Context) -> tuple[Command, ...]:
    """Less drawn than was injected."""
    if (entry := latest(episode, Drawn)) is None:
        return ()
    field, value = Code("volume_ml_drawn"), PlainForm("2")
    return (Correct(position=Count(entry), field=field, value=value, reason=WHY),)


def acknowledged(episode: Episode, context: Context) -> tuple[Command, ...]:
    """Everything that was recorded against a rule and that nobody has looked at."""
    seen = episode.review.acknowledged
    waiting = [h.position for h in episode.standing if h.against and h.position not in seen]
    return (Acknowledge(positions=tuple(map(Count, waiting))),) if waiting else ()


def drafts_dismissed(episode: Episode, context: Context) -> tuple[Command, ...]:
    entries = {draft.source.position for draft in open_drafts(episode)}
    why = NoEvent.EXPECTED
    return tuple(DismissDraft(entry=Count(n), why=why, reason=WHY) for n in sorted(entries))


def signed(episode: Episode, context: Context) -> tuple[Command, ...]:
    """The outcome that is known."""
    if episode.closure.died:
        return (CloseEpisode(status=Status.DIED),)
    unknown = episode.now.followup.lost
    return (CloseEpisode(status=Status.UNKNOWN if unknown else Status.RESOLVED),)


# how long something is waited for


def rest_is_over(episode: Episode, context: Context) -> datetime | None:
    here = episode.now
    return here.recovery.rest_ends(context.protocol, here.procedure.ended)


def screen_ends(episode: Episode, context: Context) -> datetime | None:
    """Valid to the minute; from the next one on it is not."""
    at = [h.occurred.at for h in episode.assessment.screens]
    at += [h.occurred.at for h in episode.now.preparation.screens]
    hours = context.protocol.booking.red_flag_screen_valid_hours
    return max(at) + timedelta(hours=hours) if at else None


def blood_has_waited(episode: Episode, context: Context) -> datetime | None:
    draw = episode.now.procedure.open_draw
    minutes = context.protocol.procedure.draw_to_inject_max_minutes
    return draw.occurred.at + timedelta(minutes=minutes) if draw else None


def next_contact_due(episode: Episode, context: Context) -> datetime | None:
    contact = next_planned(episode.now, context.protocol)
    return contact.due if contact else None


def last_contact_due(episode: Episode, context: Context) -> datetime | None:
    contacts = planned(episode.now, context.protocol)
    return contacts[-1].due if contacts else None


def interval_is_over(episode: Episode, context: Context) -> datetime | None:
    patch = episode.now.procedure.patch
    hours = context.protocol.repeat.min_interval_hours
    return patch.latest + timedelta(hours=hours) if patch else None


def nobody_waits(episode: Episode, context: Context) -> bool:
    """A physician closes over what is open once no contact is to come."""
    last = last_contact_due(episode, context)
    home = episode.whereabouts in (Whereabouts.FOLLOWED_UP, Whereabouts.CLEARED)
    return not home or last is None or last <= context.now

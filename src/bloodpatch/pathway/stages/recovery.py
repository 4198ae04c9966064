"""Recovery (T7 T8 T9 T10): rest, then stand and walk.

The needle is out and the patient lies in a bay. She rests for the time that the protocol gives,
with observations; then she is asked to stand and walk. Nobody is stood up early without a
physician's reason; but if she gets up by herself, that is recorded, and the rest begins again
when she lies down. A failed test is followed by a shorter rest and a second try.

The end of the rest is computed from when it began. Nothing counts down, so nothing can stop.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import takewhile
from typing import TYPE_CHECKING

from bloodpatch.pathway.acts import permit, record
from bloodpatch.pathway.choices import Choice
from bloodpatch.pathway.codes import Code
from bloodpatch.pathway.context import Context
from bloodpatch.pathway.drawers import Drawer, last_of, later
from bloodpatch.pathway.events import Event, Happened
from bloodpatch.pathway.findings import Cause, Findings, Level, declare
from bloodpatch.pathway.obligations import Obligation, Owed
from bloodpatch.pathway.protocol import Protocol
from bloodpatch.pathway.roles import Role
from bloodpatch.pathway.statements import Command, said
from bloodpatch.pathway.values import (
    Answer,
    BeatsPerMinute,
    BloodPressure,
    FreeText,
    Metres,
    Pain,
    PainPosition,
    SpO2Percent,
)
from bloodpatch.pathway.whereabouts import Whereabouts

if TYPE_CHECKING:
    from bloodpatch.pathway.episode import Episode, Round


class RestPosition(Choice):
    FLAT = "flat", "Flat on the back"
    SIDE = "side", "On the side"
    PRONE = "prone", "Prone"
    HEAD_UP = "head_up", "Head raised"


class Legs(Choice):
    NORMAL = "normal", "Both move and feel as before"
    WEAK = "weak", "Weaker than before"
    NUMB = "numb", "Numb or tingling"


class Walked(Choice):
    WHOLE_DISTANCE = "whole_distance", "The whole distance"
    LESS = "less", "Less"
    NOT_AT_ALL = "not_at_all", "Not at all"


# STATEMENTS


@dataclass(frozen=True, kw_only=True)
class Reception:
    bay: Code | None = said("The recovery bay", ask="Bay")
    handed_over_by: Code | None = said("Who brought the patient from the procedure room")
    remark: FreeText | None = said("What the next person needs to know", ask="Hand-over")


@dataclass(frozen=True, kw_only=True)
class Rest:
    position: RestPosition | None = said("How the patient lies", ask="Position")


@dataclass(frozen=True, kw_only=True)
class Observations:
    heart_rate: BeatsPerMinute | None = said("Heart rate", ask="Heart rate")
    blood_pressure: BloodPressure | None = said("Blood pressure", ask="Blood pressure")
    oxygen: SpO2Percent | None = said("Oxygen saturation", ask="Oxygen")
    pain_lying: Pain | None = said("Headache, lying", ask="Pain lying", position=PainPosition.LYING)
    legs: Legs | None = said("Power and feeling of both legs", ask="Legs")
    remark: FreeText | None = said("Anything else that was seen", ask="Remark")


@dataclass(frozen=True, kw_only=True)
class GettingUp:
    reason: FreeText | None = said("Why the patient got up", ask="Why?")


@dataclass(frozen=True, kw_only=True)
class NothingMore:
    """The act itself is all that is said."""


@dataclass(frozen=True, kw_only=True)
class StandAndWalk:
    walked: Walked = said("How far the patient walked", ask="Walked", required=True)
    distance_m: Metres | None = said("Distance walked", ask="Distance")
    pain_lying: Pain | None = said(
        "Headache lying, just before standing",
        ask="Pain lying, just before",
        position=PainPosition.LYING,
    )
    pain_standing: Pain | None = said(
        "Headache on standing", ask="Pain standing", position=PainPosition.STANDING
    )
    dizzy: Answer | None = said("Dizzy on standing", ask="Dizzy on standing")
    steady: Answer | None = said("Steady gait", ask="Steady on her feet")
    remark: FreeText | None = said("What was seen", ask="Remark")

    @property
    def passed(self) -> bool:
        """Headache on standing is an outcome of the patch, not a failure of this test."""
        return self.walked is Walked.WHOLE_DISTANCE and self.steady is not Answer.NO


# COMMANDS AND EVENTS


class Receive(Reception, Command):
    name = "recovery.receive"
    title = "Receive in the recovery bay"


class Received(Reception, Event):
    name = "recovery.received"


class StartRest(Rest, Command):
    name = "recovery.start_rest"
    title = "Start the rest"


class RestStarted(Rest, Event):
    name = "recovery.rest_started"


class RecordObservations(Observations, Command):
    name = "recovery.record_observations"
    title = "Record observations"


class Observed(Observations, Event):
    name = "recovery.observed"


class RecordGotUp(GettingUp, Command):
    name = "recovery.record_got_up"
    title = "Record that the patient got up"


class GotUp(GettingUp, Event):
    name = "recovery.got_up"


class RecordLayDown(Rest, Command):
    name = "recovery.record_lay_down"
    title = "Record that the patient lay down again"


class LayDown(Rest, Event):
    name = "recovery.lay_down"


class PermitStanding(NothingMore, Command):
    name = "recovery.permit_standing"
    title = "Let the patient stand"


class StandingPermitted(NothingMore, Event):
    name = "recovery.standing_permitted"


class RecordStandAndWalk(StandAndWalk, Command):
    name = "recovery.record_stand_and_walk"
    title = "Record stand and walk"


class StoodAndWalked(StandAndWalk, Event):
    name = "recovery.stood_and_walked"


# STATE


class Recovery(Drawer):
    """What is known of the recovery after this patch."""

    @property
    def begun(self) -> bool:
        return bool(self.events)

    @property
    def bay(self) -> str | None:
        received = self.latest(Received)
        return str(received.event.bay) if received and received.event.bay else None

    @property
    def resting_since(self) -> Happened[RestStarted | LayDown] | None:
        """When the rest that counts began: lying down again begins it anew."""
        began = last_of((self.latest(RestStarted), self.latest(LayDown)))
        return began if later(began, self.latest(GotUp, StoodAndWalked)) else None

    @property
    def is_up(self) -> bool:
        up = self.latest(GotUp, StoodAndWalked)
        return later(up, self.latest(RestStarted, LayDown))

    @property
    def tests(self) -> tuple[Happened[StoodAndWalked], ...]:
        return self.all(StoodAndWalked)

    @property
    def failed_tests(self) -> int:
        return sum(not test.event.passed for test in self.tests)

    @property
    def walked(self) -> bool:
        """The last stand-and-walk test was passed."""
        return bool(self.tests) and self.tests[-1].event.passed

    def observations_missed(self, protocol: Protocol, now: datetime) -> tuple[int, ...]:
        """Minutes after the first rest began at which an observation was planned and none made,
        until the patient had walked."""
        started = self.first(RestStarted)
        if started is None:
            return ()
        until = self.tests[-1].occurred.latest if self.walked else now
        since = started.occurred.latest
        planned = protocol.recovery.observation_minutes
        due = [m for m in planned if since + timedelta(minutes=m) <= until]
        made = sum(h.occurred.latest >= since for h in self.all(Observed))
        return tuple(due[made:])

    @property
    def legs_changed(self) -> Happened[Observed] | None:
        """Since when every answer about the legs has been that they changed; None: as before."""
        answers = [h for h in self.all(Observed) if h.event.legs is not None]
        changed = takewhile(lambda h: h.event.legs is not Legs.NORMAL, reversed(answers))
        return next(iter(reversed(tuple(changed))), None)

    @property
    def harms(self) -> tuple[Happened[Observed], ...]:
        """T14: the first observation of each change of the legs, also of one that went away."""
        first: dict[Legs, Happened[Observed]] = {}
        for h in self.all(Observed):
            if h.event.legs is not None and h.event.legs is not Legs.NORMAL:
                first.setdefault(h.event.legs, h)
        return tuple(first.values())


def rest_minutes(recovery: Recovery, protocol: Protocol) -> int:
    """How long this rest is: the first one, or the shorter one after a failed test."""
    if recovery.failed_tests and later(recovery.resting_since, recovery.tests[-1]):
        return protocol.recovery.lie_down_again_minutes
    return protocol.recovery.rest_minutes


def rest_ends(recovery: Recovery, protocol: Protocol) -> datetime | None:
    """When the patient may stand; None while no rest is running.

    Counted from the latest instant at which the rest can have begun, which is the safe one where
    the time was noted to the hour only.
    """
    if (began := recovery.resting_since) is None:
        return None
    return began.occurred.latest + timedelta(minutes=rest_minutes(recovery, protocol))


# DECIDE: refusals in order of precedence

NO_PATCH_YET = declare(
    code="recovery.no_patch_yet",
    level=Level.HOLD,
    cause=Cause.MISSING,
    says="No patch is recorded for this patient yet.",
    rule="Recovery follows the procedure.",
    clears="Record the procedure, or that it was abandoned.",
    treatment=("T7",),
)

REST_NOT_STARTED = declare(
    code="recovery.rest_not_started",
    level=Level.HOLD,
    cause=Cause.MISSING,
    says="No rest has been started.",
    rule="The patient rests before standing.",
    clears="Start the rest, or record when it began.",
    value="recovery.rest_minutes",
    hazards=("H29", "H30"),
    treatment=("T8",),
    replay=("STAND_WALK",),
)

REST_NOT_OVER = declare(
    code="recovery.rest_not_over",
    level=Level.HOLD,
    cause=Cause.PRESENT,
    says="The patient has rested {rested} of {rest} minutes and may stand from {until}.",
    rule="The patient rests before standing.",
    clears="Wait until {until}; or a physician ends the rest early, with a reason.",
    value="recovery.rest_minutes",
    hazards=("H29", "H30"),
    treatment=("T8",),
    moving=("rested",),
    fact="recovery.rest",
    replay=("STAND_WALK",),
)

LEGS_CHANGED = declare(
    code="recovery.legs_changed",
    level=Level.STOP,
    cause=Cause.PRESENT,
    says="Weakness or numbness of the legs after the patch, since {since}.",
    rule="New leg signs after a patch need an urgent look at the spine, not a walk.",
    clears="A physician examines the patient, images the spine where needed, and records it.",
    source="yentis2020",
    hazards=("H34",),
    treatment=("T14",),
    lifted_by_review=True,
    replay=("SPINE_MRI_URGENT", "ESCALATE"),
)

FAILED_TOO_OFTEN = declare(
    code="recovery.failed_too_often",
    level=Level.HOLD,
    cause=Cause.PRESENT,
    says="{failed} stand-and-walk tests failed.",
    rule="After the second failed test a physician decides what comes next.",
    clears="A physician sees the patient and overrides this, or plans otherwise.",
    value="recovery.failed_tests_before_physician",
    treatment=("T9",),
)


def patch_was_given(episode: "Episode", context: Context) -> Findings:
    if not episode.now.procedure.finished:
        yield NO_PATCH_YET(context)


def legs_are_as_before(episode: "Episode", context: Context) -> Findings:
    if changed := episode.now.recovery.legs_changed:
        yield LEGS_CHANGED(context, since=changed.occurred.at)


def rest_is_over(episode: "Episode", context: Context) -> Findings:
    recovery = episode.now.recovery
    ends = rest_ends(recovery, context.protocol)
    if ends is None:
        if not recovery.is_up:
            yield REST_NOT_STARTED(context)
    elif context.now < ends:
        rest = rest_minutes(recovery, context.protocol)
        left = ends - context.now
        rested = rest - -(-left // timedelta(minutes=1))
        yield REST_NOT_OVER(context, rested=max(rested, 0), rest=rest, until=ends)


def not_failed_too_often(episode: "Episode", context: Context) -> Findings:
    failed = episode.now.recovery.failed_tests
    if failed >= context.protocol.recovery.failed_tests_before_physician:
        yield FAILED_TOO_OFTEN(context, failed=failed)


BEFORE_STANDING = (patch_was_given, legs_are_as_before, rest_is_over, not_failed_too_often)

ACTS = (
    record(Receive, becomes=Received, judged_by=(patch_was_given,)),
    record(StartRest, becomes=RestStarted, judged_by=(patch_was_given,)),
    record(RecordObservations, becomes=Observed),
    record(RecordGotUp, becomes=GotUp, judged_by=(rest_is_over,)),
    record(RecordLayDown, becomes=LayDown),
    permit(
        PermitStanding,
        becomes=StandingPermitted,
        state=BEFORE_STANDING,
        depends_on=("recovery.got_up", "recovery.lay_down", "recovery.stood_and_walked"),
    ),
    record(
        RecordStandAndWalk,
        becomes=StoodAndWalked,
        judged_by=(rest_is_over,),
        depends_on=("recovery.stood_and_walked",),
    ),
)


# OBLIGATIONS


def owed_in_recovery(episode: "Episode", protocol: Protocol) -> Owed:
    """From the needle out until the test is passed, somebody is always due at the bed."""
    if episode.whereabouts is Whereabouts.RECOVERING:
        yield from next_at_the_bed(episode.now, protocol)


def next_at_the_bed(round: "Round", protocol: Protocol) -> Owed:
    recovery = round.recovery
    if (ends := rest_ends(recovery, protocol)) is not None:
        yield Obligation(
            code="recovery.stand_and_walk",
            owner=Role.NURSE,
            due=ends,
            says="Stand and walk",
            act=PermitStanding.name,
        )
    elif recovery.is_up:
        up = last_of((recovery.latest(GotUp), recovery.latest(StoodAndWalked)))
        assert up is not None
        yield Obligation(
            code="recovery.lie_down_again",
            owner=Role.NURSE,
            due=up.occurred.latest,
            says="Help the patient to lie down again",
            act=RecordLayDown.name,
        )
    else:
        yield Obligation(
            code="recovery.start_rest",
            owner=Role.NURSE,
            due=began_at(round),
            says="Start the rest",
            act=StartRest.name,
        )


def began_at(round: "Round") -> datetime:
    """When the patient came to rest at the latest: the end of the procedure or the hand-over."""
    there = [*round.procedure.events, *round.recovery.events]
    return max(h.occurred.latest for h in there)


def observations_due(episode: "Episode", protocol: Protocol) -> Owed:
    """The next observation that the protocol plans, counted from the start of the first rest:
    as many as were made since are done."""
    recovery = episode.now.recovery
    started = recovery.first(RestStarted)
    if started is None or episode.whereabouts is not Whereabouts.RECOVERING:
        return
    since = started.occurred.latest
    seen = sum(h.occurred.latest >= since for h in recovery.all(Observed))
    minutes = observation_minute(seen, protocol)
    yield Obligation(
        code="recovery.observations",
        owner=Role.NURSE,
        due=since + timedelta(minutes=minutes),
        says=f"Observations at {minutes} minutes",
        act=RecordObservations.name,
    )


def observation_minute(number: int, protocol: Protocol) -> int:
    """When the observation of this number (from 0) is planned: those that the protocol names,
    then on at its interval for as long as the patient lies here."""
    named = protocol.recovery.observation_minutes
    if number < len(named):
        return named[number]
    return named[-1] + (number - len(named) + 1) * protocol.recovery.observation_then_every_minutes


OWES = (owed_in_recovery, observations_due)

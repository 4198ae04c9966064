"""An episode: one dural puncture, or one suspected, and everything that follows it.

It is never stored. It is the fold of an append-only list of events: each event, put right where
it was corrected, is filed in the stream of its stage and in the round of the treatment that was
open when it happened. What anybody wants to know is a question to one of the streams.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import cached_property
from typing import Any

from bloodpatch.pathway.amendment.corrected_history import corrected
from bloodpatch.pathway.amendment.events import (
    Corrected,
    Struck,
)
from bloodpatch.pathway.amendment.state import Amendment
from bloodpatch.pathway.clinical.neurology import worse
from bloodpatch.pathway.events import Happened
from bloodpatch.pathway.fold_cache import Remembered
from bloodpatch.pathway.review.state import Review
from bloodpatch.pathway.stage_stream import StageStream, last_of, later
from bloodpatch.pathway.stages.adverse_event.state import AdverseEvent
from bloodpatch.pathway.stages.assessment.state import Assessment
from bloodpatch.pathway.stages.booking.state import Booking
from bloodpatch.pathway.stages.clearance.state import Clearance
from bloodpatch.pathway.stages.closure.state import Closure
from bloodpatch.pathway.stages.discharge.state import Discharge
from bloodpatch.pathway.stages.followup.state import Followup
from bloodpatch.pathway.stages.preparation.state import Preparation
from bloodpatch.pathway.stages.procedure.state import Procedure
from bloodpatch.pathway.stages.recovery.state import Recovery
from bloodpatch.pathway.stages.referral.state import Referral
from bloodpatch.pathway.stages.repeat.state import Repeat
from bloodpatch.pathway.treatment_way import Way
from bloodpatch.pathway.whereabouts import Whereabouts


@dataclass(frozen=True)
class Round:
    """Once from booking to clearance. A second patch is a second round; the first stays."""

    number: int = 1
    opened: datetime | None = None
    booking: Booking = Booking()
    preparation: Preparation = Preparation()
    procedure: Procedure = Procedure()
    recovery: Recovery = Recovery()
    discharge: Discharge = Discharge()
    followup: Followup = Followup()
    clearance: Clearance = Clearance()

    @property
    def walked(self) -> bool:
        """T9: the patient has stood and walked after the patch of this round."""
        return self.recovery.walked(self.procedure.before_recovery)

    @property
    def examined_since(self) -> tuple[Happened[Any], ...]:
        """The examinations of the legs since the first needle, and every one before going home."""
        first = self.procedure.first_needle
        tried = (h for h in self.preparation.examinations if first and later(h, first))
        return tuple(sorted((*tried, *self.discharge.examinations), key=lambda h: h.order))

    def legs_worse(self, examined: Iterable[Happened[Any]]) -> tuple[str, ...]:
        """In words, what these examinations found worse than before the needles of this round."""
        first, last = self.procedure.first_needle, self.procedure.last_needle
        told = self.preparation.examinations
        before = [h for h in told if not (first and later(h, first))]
        between = [h for h in told if h not in before and not later(h, last)]
        return worse(*([h.event for h in some] for some in (before, between, examined)))

    def file(self, stage: str, happened: Happened[Any]) -> "Round":
        stream: StageStream = getattr(self, stage)
        return replace(self, **{stage: stream.file(happened)})  # type: ignore[arg-type]


PER_ROUND = frozenset(Round.__dataclass_fields__) - {"number", "opened"}


@dataclass(frozen=True)
class Episode:
    """`history` is what was recorded, by position; `standing` is the corrected list in the same
    order, and the streams hold it. Not `whole`: some entries alone, as they stand."""

    id: str
    history: tuple[Happened[Any], ...] = ()
    standing: tuple[Happened[Any], ...] = ()
    referral: Referral = Referral()
    assessment: Assessment = Assessment()
    adverse_event: AdverseEvent = AdverseEvent()
    repeat: Repeat = Repeat()
    closure: Closure = Closure()
    review: Review = Review()
    amendment: Amendment = Amendment()
    rounds: tuple[Round, ...] = (Round(),)
    whole: bool = field(default=True, compare=False)
    remembered: Remembered = field(default_factory=Remembered, compare=False, repr=False)

    @property
    def now(self) -> Round:
        """The round that the treatment is in."""
        return self.rounds[-1]

    @property
    def patch_number(self) -> int:
        """The patch that is being prepared, given or followed: 1 for the first."""
        return self.now.number

    @property
    def position(self) -> int:
        return len(self.history)

    @property
    def way(self) -> Way:
        """The way that was decided last, by a physician or by the patient."""
        said = last_of((self.assessment.decided, self.repeat.decided, self.referral.turned))
        return said.event.way if said else Way.OPEN

    @cached_property
    def whereabouts(self) -> Whereabouts:
        """Where the patient is in the treatment."""
        return next(place for place, asked in LADDER if asked(self))

    @cached_property
    def worked_out(self) -> dict[str, Any]:
        """What many rules ask of this one state, kept by name: a state never changes."""
        return {}

    @property
    def protocol(self) -> str | None:
        """Hash of the protocol that the episode is pinned to."""
        if not self.history:
            return None
        return self.amendment.protocol or self.history[0].protocol

    def recorded(self, position: int) -> Happened[Any] | None:
        """The event at a position, as it was first recorded."""
        return next((h for h in self.history if h.position == position), None)

    def round_at(self, instant: datetime) -> Round:
        """The round that was open at an instant: late entries belong where they happened."""
        opened = (r for r in reversed(self.rounds) if r.opened is None or r.opened <= instant)
        return next(opened, self.rounds[0])

    def as_at(self, instant: datetime) -> "Episode":
        """What had happened by then, by today's knowledge: late entries are judged on this."""
        if all(h.occurred.at <= instant for h in self.standing):
            return self
        return self.of_only(h for h in self.standing if h.occurred.at <= instant)

    def of_only(self, standing: Iterable[Happened[Any]]) -> "Episode":
        """The episode of these entries alone, as they stand. They are not corrected again: the
        last word about an entry may be missing among them, and an older one would come back."""
        standing = tuple(standing)
        return replace(filed(self.id, standing), history=standing, whole=False)

    def up_to(self, position: int) -> "Episode":
        """What was known when so many entries were recorded."""
        return replace(fold(self.id, self.history[:position]), remembered=self.remembered)

    def after(self, happened: Happened[Any]) -> "Episode":
        """The episode after one more event."""
        return evolve(self, happened)


def evolve(episode: Episode, happened: Happened[Any]) -> Episode:
    """The episode after one more event. Refuses nothing, changes nothing."""
    if isinstance(happened.event, (Corrected, Struck)):
        folded = fold(episode.id, (*episode.history, happened))
        return replace(folded, remembered=episode.remembered)
    history, standing = (*episode.history, happened), (*episode.standing, happened)
    return replace(file(episode, happened), history=history, standing=standing)


def file(episode: Episode, happened: Happened[Any]) -> Episode:
    """Put an event into the stream of its stage, opening a new round where it does so."""
    stage = happened.event.name.partition(".")[0]
    if stage in PER_ROUND:
        belongs = episode.round_at(happened.latest)
        rounds = tuple(r.file(stage, happened) if r is belongs else r for r in episode.rounds)
        return replace(episode, rounds=rounds)
    stream: StageStream = getattr(episode, stage)
    episode = replace(episode, **{stage: stream.file(happened)})  # type: ignore[arg-type]
    if happened.event.opens_round:
        opened = Round(number=len(episode.rounds) + 1, opened=happened.latest)
        episode = replace(episode, rounds=(*episode.rounds, opened))
    return episode


def fold(id: str, history: Iterable[Happened[Any]]) -> Episode:
    """The fold from nothing: the referee of every other way to the same state."""
    history = tuple(history)
    return replace(filed(id, corrected(history)), history=history)


def filed(id: str, standing: tuple[Happened[Any], ...]) -> Episode:
    episode = Episode(id)
    for happened in standing:
        episode = file(episode, happened)
    return replace(episode, standing=standing)


def rests(episode: Episode) -> bool:
    """From the needle out; who never had one in the back has nothing to rest from."""
    procedure = episode.now.procedure
    done = procedure.finished and not procedure.given_up_before_the_needle
    return episode.now.recovery.begun or done


def is_being_patched(episode: Episode) -> bool:
    procedure = episode.now.procedure
    return procedure.begun and not procedure.given_up_before_the_needle


# A ladder of named questions, read aloud from the top: the first that is answered with yes is
# where the patient is.
LADDER: tuple[tuple[Whereabouts, Callable[[Episode], bool]], ...] = (
    (Whereabouts.EMPTY, lambda e: not e.history),
    (Whereabouts.CLOSED, lambda e: e.closure.closed),
    (Whereabouts.DIED, lambda e: e.closure.died is not None),
    (Whereabouts.OTHER_PATHWAY, lambda e: e.way is Way.OTHER_PATHWAY),
    (Whereabouts.WITHDRAWN, lambda e: e.way is Way.WITHDRAWN),
    (Whereabouts.CLEARED, lambda e: later(e.now.clearance.cleared, e.assessment.decided)),
    (Whereabouts.FOLLOWED_UP, lambda e: e.now.discharge.departed is not None),
    (Whereabouts.READY_TO_LEAVE, lambda e: e.now.walked),
    (Whereabouts.RECOVERING, rests),
    (Whereabouts.BEING_PATCHED, is_being_patched),
    (Whereabouts.DECLINED, lambda e: e.way is Way.DECLINED),
    (Whereabouts.CONSERVATIVE, lambda e: e.way is Way.CONSERVATIVE),
    (
        Whereabouts.BEING_PREPARED,
        lambda e: later(e.now.preparation.arrived, e.now.booking.called_off),
    ),
    (Whereabouts.DID_NOT_ATTEND, lambda e: e.now.booking.missed),
    (Whereabouts.BOOKED, lambda e: e.now.booking.in_force is not None),
    (Whereabouts.TO_BE_BOOKED, lambda e: e.way is Way.PATCH),
    (Whereabouts.UNDECIDED, lambda e: e.assessment.assessed is not None),
    (Whereabouts.REFERRED, lambda e: True),
)

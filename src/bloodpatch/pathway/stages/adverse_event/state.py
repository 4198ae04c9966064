"""What is known of the adverse events of the whole episode."""

from datetime import datetime, timedelta
from typing import Any

from bloodpatch.pathway.events import Happened
from bloodpatch.pathway.protocol import Protocol
from bloodpatch.pathway.stage_stream import StageStream, question, surely_later
from bloodpatch.pathway.stages.adverse_event.choices import (
    GRAVE,
    IF_GRAVE,
    IF_NOT,
    Conclusion,
    EventOutcome,
)
from bloodpatch.pathway.stages.adverse_event.events import (
    ActionRecorded,
    Ended,
    Opened,
    Reviewed,
)
from bloodpatch.pathway.stages.adverse_event.statements import Opening

WORSE = frozenset({EventOutcome.PERSISTENT, EventOutcome.PERMANENT, EventOutcome.DIED})
"""Told after a review, these ask for another one."""


class AdverseEvent(StageStream):
    """Each adverse event is known by the entry that opened it."""

    @question
    def opened(self) -> tuple[Happened[Opened], ...]:
        return self.all(Opened)

    # about one of them

    def meant(self, entry: Happened[Any]) -> int | None:
        """Which adverse event an entry speaks of: the one it names, else the latest before it."""
        if (about := entry.event.about) is not None:
            return int(about.value)
        before = [h.position for h in self.opened if h.position < entry.position]
        return max(before, default=None)

    def about(self, opened: Happened[Opened]) -> tuple[Happened[Any], ...]:
        """What was done and said about it since, earliest first."""
        told = self.all(ActionRecorded, Ended, Reviewed)
        return tuple(h for h in told if self.meant(h) == opened.position)

    def reviewed(self, opened: Happened[Opened]) -> Happened[Reviewed] | None:
        """The latest review of it."""
        told = [h for h in self.about(opened) if isinstance(h.event, Reviewed)]
        return told[-1] if told else None

    def outcome(self, opened: Happened[Opened]) -> Happened[Ended] | None:
        told = [h for h in self.about(opened) if isinstance(h.event, Ended)]
        return told[-1] if told else None

    def grade(self, opened: Happened[Opened]) -> int:
        """The grade given last; while there is none, the one whose time limit is safe."""
        return self.grade_by((opened, *self.about(opened)))

    def grade_by(self, told: tuple[Happened[Any], ...]) -> int:
        """As far as it was told by then: the opening, and what was said since."""
        grades = [h.event.grade for h in told if isinstance(h.event, (Opened, Reviewed))]
        known = [int(grade.value) for grade in grades if grade is not None]
        return known[-1] if known else self.grade_if_ungraded(told[0].event)

    @staticmethod
    def grade_if_ungraded(opened: Opening) -> int:
        return IF_GRAVE if GRAVE & set(opened.kinds or ()) else IF_NOT

    # what is still open

    @question
    def unreviewed(self) -> tuple[Happened[Opened], ...]:
        """No physician has looked at it, or it got worse since one did."""
        return tuple(h for h in self.opened if not self.was_looked_at(h))

    def was_looked_at(self, opened: Happened[Opened]) -> bool:
        review, outcome = self.reviewed(opened), self.outcome(opened)
        if outcome and outcome.event.outcome in WORSE:
            return surely_later(review, outcome)
        return review is not None

    @question
    def open_events(self) -> tuple[Happened[Opened], ...]:
        """Not settled: unreviewed, or a physician still watches it."""
        return tuple(h for h in self.opened if not self.was_looked_at(h) or self.is_watched(h))

    def is_watched(self, opened: Happened[Opened]) -> bool:
        review = self.reviewed(opened)
        return review is not None and review.event.conclusion is Conclusion.WATCHED

    def review_due(self, opened: Happened[Opened], protocol: Protocol) -> datetime:
        """T14: the graver, the sooner; again and again while it is watched. What is told before the
        review (another grade, an outcome) may bring it nearer, and never moves it away."""
        told = (opened, *self.about(opened))
        reviews = [n for n, h in enumerate(told) if isinstance(h.event, Reviewed)]
        first = reviews[-1] if reviews else 0
        if reviews and not self.is_watched(opened):
            # reviewed, and worse since: what got worse asks for the next review
            worse = (n for n in range(first, len(told)) if is_worse(told[n]))
            first = next(worse, first)
        since = [self.grade_by(told[: n + 1]) for n in range(first, len(told))]
        hours = min(protocol.adverse_event.review_hours(grade) for grade in since)
        return told[first].recorded_at + timedelta(hours=hours)


def is_worse(entry: Happened[Any]) -> bool:
    return isinstance(entry.event, Ended) and entry.event.outcome in WORSE

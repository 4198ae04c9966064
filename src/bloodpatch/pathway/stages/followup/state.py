"""What is known from the follow-up of this round."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

from bloodpatch.pathway.clinical import AdverseKind, RedFlag
from bloodpatch.pathway.clinical.pain_series import (
    Series,
    scores,
)
from bloodpatch.pathway.events import Happened
from bloodpatch.pathway.protocol import Protocol
from bloodpatch.pathway.roles import Role
from bloodpatch.pathway.stage_stream import StageStream, last_of, later, question
from bloodpatch.pathway.stages.followup import contact_reading
from bloodpatch.pathway.stages.followup.choices import Channel
from bloodpatch.pathway.stages.followup.events import (
    Contacted,
    ContactPlanned,
    Lost,
    NotReached,
    ReliefRecorded,
    Reported,
    StatusRecorded,
)
from bloodpatch.pathway.values import Answer
from bloodpatch.pathway.values.units import MINUTES_AN_HOUR


class Followup(StageStream):
    """Who spoke with the patient when, and what the patient said."""

    # who was reached

    @question
    def contacts(self) -> tuple[Happened[Contacted], ...]:
        return self.all(Contacted)

    @question
    def reports(self) -> tuple[Happened[Reported], ...]:
        return self.all(Reported)

    @question
    def latest_report(self) -> Happened[Reported] | None:
        return self.latest(Reported)

    @question
    def reached(self) -> tuple[Happened[Any], ...]:
        """Every time that the patient was heard, whoever began."""
        contacts = (h for h in self.contacts if contact_reading.was_reached(h.event))
        return tuple(sorted((*contacts, *self.reports), key=lambda h: h.order))

    @question
    def last_contact(self) -> Happened[Any] | None:
        return last_of(self.reached)

    @question
    def unanswered(self) -> tuple[Happened[Any], ...]:
        """Attempts in vain since the patient was last heard, or since a physician, knowing of
        them, planned how to go on."""
        replanned = (h for h in self.all(ContactPlanned) if h.by.role is Role.PHYSICIAN)
        since = last_of((self.last_contact, *replanned))
        heard = {h.position for h in self.reached}
        tried = (h for h in self.all(Contacted, NotReached) if h.position not in heard)
        return tuple(h for h in tried if later(h, since))

    @question
    def attempts(self) -> int:
        told = (getattr(h.event, "attempts", None) for h in self.unanswered)
        return sum(int(n.value) if n else 1 for n in told)

    @question
    def channels(self) -> frozenset[Channel]:
        return frozenset(h.event.contact for h in self.unanswered if h.event.contact)

    def exhausted(self, protocol: Protocol) -> bool:
        """Whether as much was tried as the protocol asks for before a physician decides."""
        rules = protocol.followup
        return (
            self.attempts >= rules.attempts_before_escalation
            and len(self.channels) >= rules.channels_before_escalation
        )

    @question
    def lost(self) -> Happened[Lost] | None:
        """A physician signed that the patient cannot be found; hearing from her ends it."""
        lost = self.latest(Lost)
        return lost if later(lost, self.last_contact) else None

    @question
    def promised(self) -> tuple[datetime, ...]:
        """When contacts were promised beside those of the protocol, and not made yet."""
        last = self.last_contact
        return tuple(
            at
            for plan in self.all(ContactPlanned)
            for at in dates(plan)
            if last is None or last.latest < at
        )

    # what was said

    @question
    def screens(self) -> tuple[Happened[Any], ...]:
        told: tuple[Happened[Any], ...] = self.all(Contacted, Reported)
        return tuple(h for h in told if h.event.flags)

    @question
    def red_flags_open(self) -> tuple[RedFlag, ...]:
        """Those whose newest answer in this follow-up is yes."""
        newest: dict[RedFlag, Answer] = {}
        for h in self.screens:
            given = {f: h.event.flags.get(f) for f in RedFlag}
            newest |= {f: a for f, a in given.items() if a is not Answer.NOT_ASKED}
        return tuple(f for f in RedFlag if newest.get(f) is Answer.YES)

    @question
    def complaints(self) -> tuple[tuple[Happened[Any], str, tuple[AdverseKind, ...]], ...]:
        """T14: each complaint with the entry that tells of it, in words, and what it may be."""
        return tuple(
            (h, *told) for h in self.events for told in contact_reading.complaints(h.event)
        )

    @question
    def pain(self) -> Series:
        """T10: every headache score of this follow-up with its time, earliest first."""
        return tuple(scores(self.events))

    @question
    def back_pain(self) -> int | None:
        told = [getattr(h.event, "back_pain_score", None) for h in self.events]
        known = [p.score for p in told if p is not None]
        return known[-1] if known else None

    @question
    def headache(self) -> Happened[Any] | None:
        """The newest entry that says whether there is a headache."""
        return last_of(h for h in self.events if contact_reading.gone(h.event) is not None)

    @question
    def headache_gone(self) -> bool | None:
        return contact_reading.gone(self.headache.event) if self.headache else None

    @question
    def helped(self) -> bool:
        """The patch of this round brought some relief, if only for a time."""
        reliefs = (getattr(h.event, "relief", None) for h in self.events)
        some = any(r is not None and r not in contact_reading.UNRELIEVED for r in reliefs)
        return some or any(contact_reading.gone(h.event) for h in self.events)

    @question
    def recurred(self) -> bool:
        """Said outright, or there now after it was gone."""
        told = [getattr(h.event, "recurred", None) for h in self.events]
        known = [answer for answer in told if answer in (Answer.YES, Answer.NO)]
        gone = [g for h in self.events if (g := contact_reading.gone(h.event)) is not None]
        back = bool(gone) and not gone[-1] and any(gone)
        return back or (known[-1:] == [Answer.YES] and gone[-1:] != [True])

    def trouble(self, protocol: Protocol) -> Happened[Any] | None:
        """The newest word on the headache, if it is that it stays or came back."""
        words = self.all(Contacted, Reported, ReliefRecorded, StatusRecorded)
        told = [h for h in words if speaks_of_headache(h.event, protocol)]
        newest = last_of(told)
        return (
            newest
            if newest and contact_reading.stays_or_came_back(newest.event, protocol)
            else None
        )


def speaks_of_headache(event: object, protocol: Protocol) -> bool:
    return contact_reading.gone(event) is not None or contact_reading.stays_or_came_back(
        event, protocol
    )


def dates(plan: Happened[ContactPlanned]) -> Iterator[datetime]:
    """When the contacts of a promise are due."""
    first, every = plan.event.due, plan.event.contact_every
    count = int(plan.event.daily_contacts.value) if plan.event.daily_contacts else 1
    hours = every.hours[0] if every and every.hours else None
    step = timedelta(minutes=int(hours * MINUTES_AN_HOUR)) if hours else timedelta(days=1)
    if first is not None:
        yield from (first.at + n * step for n in range(count))
    elif every or plan.event.daily_contacts:
        yield from (plan.latest + n * step for n in range(1, count + 1))

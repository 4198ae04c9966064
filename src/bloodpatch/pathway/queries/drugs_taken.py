"""What is known of each drug against clotting: the newest statement about it, whoever made it.

Nothing here knows a hold time. It answers when the last dose was *at the latest*: of "on the 3rd"
that is the end of the 3rd, of "by noon" nothing at all, because it may have been any time before
and a dose after it may not have been told. A statement from before the last patch says nothing of
what was taken since.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any, TypeGuard

from bloodpatch.pathway.clinical import Antithrombotic, DoseClass
from bloodpatch.pathway.clinical.intervals import hours_between
from bloodpatch.pathway.clinical.milestones import Milestone, TimeRelation
from bloodpatch.pathway.clinical.timing import Timing
from bloodpatch.pathway.context import Facts
from bloodpatch.pathway.episode import Episode
from bloodpatch.pathway.events import Happened
from bloodpatch.pathway.queries.person_facts import told_elsewhere
from bloodpatch.pathway.stage_stream import last_of, later
from bloodpatch.pathway.stages.preparation.statements import AntithromboticDrug
from bloodpatch.pathway.values import Answer, CrClMlPerMin, Precision, When
from bloodpatch.pathway.values.units import SECONDS_AN_HOUR

BEFORE = frozenset({TimeRelation.BEFORE, TimeRelation.AT})


@dataclass(frozen=True, kw_only=True)
class Taken:
    """One drug. `since` is the last dose at the latest; `hours` what was told of the wait itself
    ("18 hours before the patch"). Both None: not known."""

    drug: Antithrombotic
    entry: Happened[Any]
    dose: DoseClass | None
    crcl: CrClMlPerMin | None
    since: datetime | None
    hours: Decimal | None
    before_last_patch: bool
    elsewhere: bool = False
    """Told in another episode of the same person."""

    @property
    def last_dose_known(self) -> bool:
        return self.since is not None or self.hours is not None

    @property
    def still_given(self) -> bool:
        return self.entry.event.running is Answer.YES

    @property
    def clearance(self) -> Decimal | None:
        return self.crcl.value if self.crcl else None

    @property
    def told(self) -> str:
        """All that a physician judges it by, as an override remembers it."""
        event = self.entry.event
        last = event.last_dose or event.timing
        parts = (
            self.drug.label,
            str(event.dose or ""),
            self.dose.label if self.dose else "",
            str(self.crcl or ""),
            f"last dose {last}" if last else "last dose not known",
            "still given" if self.still_given else "",
            "recorded before the last patch" if self.before_last_patch else "",
            "told in another episode" if self.elsewhere else "",
        )
        return ", ".join(part for part in parts if part)


def drugs_taken(episode: Episode) -> tuple[Taken, ...]:
    """Each drug once, with its newest statement, in the order in which they were first named.

    Asked by many rules, so it is worked out once for each state of the episode."""
    kept: dict[str, tuple[Taken, ...]] = episode.worked_out
    if "drugs_taken" not in kept:
        kept["drugs_taken"] = newest_statements(episode)
    return kept["drugs_taken"]


def newest_statements(episode: Episode) -> tuple[Taken, ...]:
    newest: dict[Antithrombotic, Happened[Any]] = {}
    for entry in (h for r in episode.rounds for h in r.preparation.antithrombotics):
        if later(entry, newest.get(entry.event.drug)):
            newest[entry.event.drug] = entry
    return tuple(taken(episode, entry) for entry in newest.values())


def taken(episode: Episode, entry: Happened[Any]) -> Taken:
    event = entry.event
    stale = not later(entry, patch_before_now(episode)) and not stays_off(episode, entry)
    told = None if stale else event.timing
    exact = event.last_dose if not stale and is_known(event.last_dose) else None
    return Taken(
        drug=Antithrombotic(event.drug),
        entry=entry,
        dose=None if event.dose_class is DoseClass.NOT_TOLD else event.dose_class,
        crcl=event.crcl or clearance(episode),
        since=exact.latest if exact else counted(told, entry, episode),
        hours=None if exact else waited(told, episode),
        before_last_patch=stale,
    )


def drugs_elsewhere(episode: Episode, facts: Facts) -> tuple[Taken, ...]:
    """What another episode of the same person names and this one does not: its last dose there.

    A wait that was told from something there ("18 hours before the patch") says nothing here. What
    is named here is read here, and a "no" to the question un-names no drug, there or here."""
    here = {one.drug for one in drugs_taken(episode)}
    newest: dict[Antithrombotic, Happened[Any]] = {}
    for one in told_elsewhere(facts, AntithromboticDrug):
        if one.happened.event.drug not in here:
            newest[one.happened.event.drug] = one.happened
    return tuple(told_there(episode, entry) for entry in newest.values())


def told_there(episode: Episode, entry: Happened[Any]) -> Taken:
    there = replace(taken(episode, entry), elsewhere=True)
    exact = is_known(entry.event.last_dose)
    return there if exact else replace(there, since=None, hours=None)


def patch_before_now(episode: Episode) -> Happened[Any] | None:
    """The newest patch that is over: of an earlier round, or of this one."""
    earlier = (r.procedure.patch for r in episode.rounds[:-1])
    return last_of((*earlier, episode.now.procedure.withdrawn))


def stays_off(episode: Episode, entry: Happened[Any]) -> bool:
    """A physician planned that it is not taken again: the last dose stays the last."""
    plans = (h for r in episode.rounds for h in r.discharge.plans)
    since = (h for h in plans if h.event.drug in (None, entry.event.drug) and later(h, entry))
    newest = last_of(since)
    return newest is not None and newest.event.stays_off


def is_known(when: When | None) -> TypeGuard[When]:
    return when is not None and when.precision is not Precision.UNKNOWN


def waited(told: Timing | None, episode: Episode) -> Decimal | None:
    """At least so many hours before the patch that is being prepared, where it was told so."""
    if told is None or not told.told_from(Milestone.PATCH, episode.patch_number):
        return None
    if told.relation not in BEFORE and told.link is not TimeRelation.BEFORE:
        return None
    bounds = hours_between(told, None, None)
    return bounds[0] if bounds else None


def counted(told: Timing | None, entry: Happened[Any], episode: Episode) -> datetime | None:
    """The last dose at the latest, where it was counted from something whose time is known."""
    if told is None or (bounds := told.hours) is None:
        return None
    start = moment_of(told, entry, episode)
    if not is_known(start):
        return None
    low, high = bounds
    if told.relation is TimeRelation.AFTER or told.link is TimeRelation.AFTER:
        return start.latest + hours(high)
    if told.relation in BEFORE or told.link is TimeRelation.BEFORE:
        return None if low is None else start.latest - hours(low)
    return None


def moment_of(told: Timing, entry: Happened[Any], episode: Episode) -> When | None:
    if told.event is Milestone.NOW:
        return entry.occurred
    if told.event is Milestone.PUNCTURE:
        times = [h.event.punctured_at for h in episode.referral.punctures]
        return times.pop() if len(times) == 1 else None
    if told.event is Milestone.PATCH and told.ordinal and told.ordinal < episode.patch_number:
        return episode.rounds[told.ordinal - 1].procedure.given_at
    return None


def hours(count: Decimal) -> timedelta:
    return timedelta(seconds=float(count * SECONDS_AN_HOUR))


def clearance(episode: Episode) -> CrClMlPerMin | None:
    """The newest creatinine clearance from the laboratory."""
    found = last_of(h for h in laboratory(episode) if h.event.crcl)
    return found.event.crcl if found else None


def laboratory(episode: Episode) -> Iterator[Happened[Any]]:
    """Every report of the laboratory, in any round."""
    return (h for r in episode.rounds for h in r.preparation.laboratory)

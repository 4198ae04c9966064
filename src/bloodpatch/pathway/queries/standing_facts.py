"""Which clinical facts stand: told in whatever words, by whichever entry, and not ended since.

A fact that stops ends only by a physician: a recorded review of it, or the physician's own no where
it was told. Whoever else says *no*, *gone* or *normal* has asked again and found nothing new; and
what happens once, a fit or a thunderclap, was there also where a physician sees none now. A fact
that holds or advises ends when it is told gone, known to come after; but a no on the list of red
flags says nothing of what an image, a diagnosis or an adverse event told, and a no to one word of
a list says nothing of the next: a face that is strong has not made its numbness go.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from itertools import takewhile
from typing import Any

from bloodpatch.pathway.clinical.concepts import (
    MEANING,
    AtHome,
    Concept,
    Meaning,
    Weight,
)
from bloodpatch.pathway.episode import Episode
from bloodpatch.pathway.events import Happened
from bloodpatch.pathway.protocol import Protocol
from bloodpatch.pathway.queries.legs_after_patch import examined_worse
from bloodpatch.pathway.queries.patches import last_try
from bloodpatch.pathway.queries.telling import Telling
from bloodpatch.pathway.queries.tellings import tellings
from bloodpatch.pathway.review.events import StopLifted
from bloodpatch.pathway.roles import Role
from bloodpatch.pathway.stage_stream import later, surely_later
from bloodpatch.pathway.stages.adverse_event.choices import EventOutcome
from bloodpatch.pathway.stages.adverse_event.events import Opened

Told = tuple[Happened[Any], Telling]

STOP_CODE = "red_flag.stop"
"""The finding that names every fact that stops; a physician lifts it by this code."""

PLACE_IN_THE_LIST = {concept: place for place, concept in enumerate(Concept)}


@dataclass(frozen=True, kw_only=True)
class Fact:
    """A concept that was told, in the words of the entry that told it first."""

    concept: Concept
    words: str
    first: Happened[Any]
    newest: Happened[Any]
    since: datetime
    """When it came up, or came up again: what a physician looked at before answers it no longer."""
    tellings: tuple[Told, ...]
    reviewed: bool = False
    """A stop that a physician has reviewed since it came up: it stops no more."""

    @property
    def meaning(self) -> Meaning:
        return MEANING[self.concept]

    @property
    def weight(self) -> Weight:
        return self.meaning.weight

    @property
    def measured_only(self) -> bool:
        return all(telling.home.startswith("measured:") for _, telling in self.tellings)

    @property
    def at_home(self) -> AtHome:
        return self.meaning.at_home


def told_of(entry: Happened[Any], protocol: Protocol) -> tuple[Telling, ...]:
    """`tellings` of an entry; it stands in every later state, and is read once."""
    kept: dict[str, tuple[Telling, ...]] = entry.worked_out
    if protocol.hash not in kept:
        kept[protocol.hash] = tellings(entry.event, protocol)
    return kept[protocol.hash]


def standing(episode: Episode, protocol: Protocol) -> tuple[Fact, ...]:
    """Every fact that stands, in the order of the list.

    Many rules ask for it, so it is worked out once for each state of the episode.
    """
    kept: dict[str, tuple[Fact, ...]] = episode.worked_out
    if protocol.hash not in kept:
        kept[protocol.hash] = tuple(_standing(episode, protocol))
    return kept[protocol.hash]


def _standing(episode: Episode, protocol: Protocol) -> Iterator[Fact]:
    by_concept: dict[Concept, list[Told]] = {}
    for entry in episode.standing:
        for telling in told_in(entry, episode, protocol):
            by_concept.setdefault(telling.concept, []).append((entry, telling))
    for entry, telling in examined_worse(episode):
        by_concept.setdefault(telling.concept, []).append((entry, telling))
    for concept in sorted(by_concept, key=PLACE_IN_THE_LIST.__getitem__):
        every = sorted(by_concept[concept], key=lambda told: told[0].order)
        if stands := still_there(every, episode):
            yield fact(concept, stands, every, episode)


def told_in(entry: Happened[Any], episode: Episode, protocol: Protocol) -> Iterator[Telling]:
    """Without what the rest of the episode says of it: legs that are as they were before the
    needle are no new sign, and an adverse event that is over, and does not stop, is over."""
    for telling in told_of(entry, protocol):
        as_before = (
            telling.kind == "legs" and telling.there and not worse_than_before(entry, episode)
        )
        if not as_before and not (telling.there and is_over(entry, telling, episode)):
            yield telling


def worse_than_before(entry: Happened[Any], episode: Episode) -> bool:
    """Of an examination after a needle; whatever else tells of the legs says that it is new."""
    for round in episode.rounds:
        if any(h.position == entry.position for h in round.examined_since):
            return bool(round.legs_worse([entry]))
    return True


def is_over(entry: Happened[Any], telling: Telling, episode: Episode) -> bool:
    if not isinstance(entry.event, Opened) or MEANING[telling.concept].weight is Weight.STOP:
        return False
    ended = episode.adverse_event.outcome(entry)
    return ended is not None and ended.event.outcome is EventOutcome.RECOVERED


def fact(concept: Concept, stands: list[Told], every: list[Told], episode: Episode) -> Fact:
    since = came_up(stands, every, episode)
    return Fact(
        concept=concept,
        words=stands[0][1].words,
        first=stands[0][0],
        newest=stands[-1][0],
        since=since,
        tellings=tuple(stands),
        reviewed=any(is_about(lift, concept, since) for lift in episode.review.all(StopLifted)),
    )


def still_there(every: list[Told], episode: Episode) -> list[Told]:
    """The tellings, earliest first, that nothing has ended."""
    stands: list[Told] = []
    for entry, telling in every:
        if telling.there and not settled(entry, episode):
            stands.append((entry, telling))
        elif not telling.there:
            stands = [told for told in stands if not ends(entry, telling, told, episode)]
    return stands


def settled(entry: Happened[Any], episode: Episode) -> bool:
    """An adverse event that a physician has reviewed and settled: that is a recorded review."""
    events = episode.adverse_event
    opened = isinstance(entry.event, Opened)
    return opened and events.was_looked_at(entry) and not events.is_watched(entry)


def ends(entry: Happened[Any], no: Telling, told: Told, episode: Episode) -> bool:
    """Whether this no ends what was told: it is known to come after it, and may say so."""
    before, yes = told
    same = no.home == yes.home
    if not same and (entry.position == before.position or speaks_of_another(no, yes)):
        return False
    if not (same or not no.by_a_screen) or not (
        surely_later(entry, before) or entry.position == before.position
    ):
        return False
    meaning = MEANING[yes.concept]
    if meaning.weight is not Weight.STOP:
        return True
    if not same:
        return False
    if meaning.once:
        return reviewed_between(before, entry, yes, episode)
    return entry.by.role is Role.PHYSICIAN or reviewed_between(before, entry, yes, episode)


def speaks_of_another(no: Telling, yes: Telling) -> bool:
    """Another word of the same list, one palsy among several, or a word against a number;
    and a cooler reading does not undo a fever that was told. What an
    image shows gone is gone, by whichever name it was seen before."""
    if yes.kind in ("nerve", "measured") or yes.concept is Concept.FEVER:
        return True
    return no.kind == yes.kind and no.kind != "sign"


def reviewed_between(
    yes: Happened[Any], no: Happened[Any], telling: Telling, episode: Episode
) -> bool:
    return any(
        names(lift, telling.concept) and yes.order < lift.order < no.order
        for lift in episode.review.all(StopLifted)
    )


def names(lift: Happened[StopLifted], concept: Concept) -> bool:
    """Whether this fact was among those that the physician saw: what was examined for a seizure
    says nothing about legs that grew weak while its page was open."""
    saw = lift.event.saw.plain()
    if lift.event.finding.plain() != STOP_CODE:
        return False
    facts = saw.get("facts", "") if isinstance(saw, Mapping) else ""
    return concept.value in str(facts).split(", ")


def is_about(lift: Happened[StopLifted], concept: Concept, since: datetime) -> bool:
    """Whether it reviewed the fact as it came up last."""
    return names(lift, concept) and lift.latest >= since


def came_up(stands: list[Told], every: list[Told], episode: Episode) -> datetime:
    """The first yes after the last no to the same question.

    A yes after a patch, or after one that was given up, counts from then, whatever was said before
    it; so what was examined and lifted before the needle is no excuse for weak legs after it. Where
    either is told of that day only, it counts as after the patch. A yes "of today" came up by the
    time that it was written down, and not at midnight; and one that follows a no, whoever asked,
    came up again. What was lifted before answers neither.
    """
    patch = last_try(episode)
    newest = stands[-1][0]
    homes = {t.home for _, t in stands}
    said = [(e, t) for e, t in every if t.home in homes and e.order <= newest.order]
    after = [(e, t) for e, t in said if patch is None or e.latest >= patch.occurred.earliest]
    run = takewhile(lambda told: told[1].there, reversed(after or said))
    first: datetime = min((e.latest for e, _ in run), default=newest.latest)
    return max(first, patch.latest) if after and patch else first


def words(facts: Iterable[Fact]) -> str:
    """Each once, as they were told first."""
    return ", ".join(dict.fromkeys(word for fact in facts for word in said(fact)))


def said(fact: Fact) -> Iterator[str]:
    """In the words of whoever told it; where several things are meant by one concept, each."""
    several = fact.concept in SEVERAL
    yield from dict.fromkeys(t.words for _, t in fact.tellings) if several else (fact.words,)


SEVERAL = frozenset(
    {
        Concept.POSSIBLE,
        Concept.DIAGNOSIS_OPEN,
        Concept.ADVISED_AGAINST,
        Concept.ON_CONDITIONS,
        Concept.ANOTHER_HEADACHE,
    }
)


def with_concepts(facts: tuple[Fact, ...], concepts: frozenset[Concept]) -> tuple[Fact, ...]:
    return tuple(f for f in facts if f.concept in concepts)


def told_after(facts: tuple[Fact, ...], entry: Happened[Any] | None) -> frozenset[Concept]:
    """The concepts that were spoken of again, or for the first time, after an entry."""
    return frozenset(f.concept for f in facts if entry is not None and later(f.newest, entry))


def open_stops(episode: Episode, protocol: Protocol) -> tuple[Fact, ...]:
    """The facts that stop, and that no physician has reviewed since they came up."""
    facts = standing(episode, protocol)
    return tuple(f for f in facts if f.weight is Weight.STOP and not f.reviewed)

"""Whether a physician has answered a fact: what nobody of them has looked at is urgent."""

from collections.abc import Iterator
from typing import Any

from bloodpatch.pathway.amendment.corrected_history import new_value, put_right
from bloodpatch.pathway.amendment.events import Corrected
from bloodpatch.pathway.episode import Episode
from bloodpatch.pathway.events import Happened
from bloodpatch.pathway.protocol import Protocol
from bloodpatch.pathway.queries.standing_facts import Fact, names, told_of
from bloodpatch.pathway.queries.telling import Telling
from bloodpatch.pathway.queries.tellings import tellings
from bloodpatch.pathway.review.events import StopLifted
from bloodpatch.pathway.roles import Role
from bloodpatch.pathway.values import ValueFault


def answered(episode: Episode, fact: Fact, protocol: Protocol) -> bool:
    """Who has answered may still not treat: a stop stands until it is reviewed."""
    return not unanswered(episode, fact, protocol)


def unanswered(episode: Episode, fact: Fact, protocol: Protocol) -> tuple[Happened[Any], ...]:
    """The tellings of it, earliest first, that no physician has made, looked at or answered since.

    What is told once more after an answer asks for another one: a second seizure is not the first.
    """
    if fact.reviewed:
        return ()
    words = tuple(answers(episode, fact))
    return tuple(
        entry
        for entry, telling in fact.tellings
        if not is_answered(entry, told_by(entry, telling, episode, protocol), words, episode)
    )


def told_by(entry: Happened[Any], telling: Telling, episode: Episode, protocol: Protocol) -> int:
    """The position at which the record began to say it: of the entry, or of the correction that
    put it there. A physician who called before a no was put right to a yes has not heard the yes.
    """
    first = episode.recorded(entry.position)
    if first is None or telling in told_of(first, protocol):
        return entry.position
    changes = (h for h in episode.amendment.all(Corrected) if says(h, telling, first, protocol))
    return max((h.position for h in changes), default=entry.position)


def says(
    change: Happened[Corrected], telling: Telling, first: Happened[Any], protocol: Protocol
) -> bool:
    """Whether it is this correction, of somebody who is no physician, that tells of it."""
    if int(change.event.position.value) != first.position or change.by.role is Role.PHYSICIAN:
        return False
    try:
        right = put_right(first, {change.event.field.plain(): new_value(change.event)})
    except ValueFault:  # right only together with another correction
        return True
    return telling in tellings(right.event, protocol)


def answers(episode: Episode, fact: Fact) -> Iterator[Happened[Any]]:
    """Each word of a physician that can answer it: told, spoken, decided, reviewed, closed."""
    yield from (entry for entry, _ in fact.tellings if entry.by.role is Role.PHYSICIAN)
    for round in episode.rounds:
        yield from (h for h in round.followup.reached if h.by.role is Role.PHYSICIAN)
    yield from (h for h in episode.review.all(StopLifted) if names(h, fact.concept))
    decided = (episode.assessment.decided, episode.repeat.decided, episode.closure.closing)
    yield from (word for word in decided if word is not None)


def is_answered(
    entry: Happened[Any], told: int, words: tuple[Happened[Any], ...], episode: Episode
) -> bool:
    """A word that was written before the entry, or is about an earlier hour, has not seen it."""
    seen = any(
        word is entry or (word.position > told and word.latest >= entry.occurred.earliest)
        for word in words
    )
    return seen or any(look.position > told for look in episode.review.looked_at(entry))

"""Whether a physician has answered a fact: what nobody of them has looked at is urgent."""

from collections.abc import Iterator
from typing import Any

from bloodpatch.pathway.episode import Episode
from bloodpatch.pathway.events import Happened
from bloodpatch.pathway.queries.standing_facts import Fact, names
from bloodpatch.pathway.review.events import StopLifted
from bloodpatch.pathway.roles import Role


def answered(episode: Episode, fact: Fact) -> bool:
    """Who has answered may still not treat: a stop stands until it is reviewed."""
    return not unanswered(episode, fact)


def unanswered(episode: Episode, fact: Fact) -> tuple[Happened[Any], ...]:
    """The tellings of it, earliest first, that no physician has made, looked at or answered since.

    What is told once more after an answer asks for another one: a second seizure is not the first.
    """
    if fact.reviewed:
        return ()
    words = tuple(answers(episode, fact))
    return tuple(entry for entry, _ in fact.tellings if not is_answered(entry, words, episode))


def answers(episode: Episode, fact: Fact) -> Iterator[Happened[Any]]:
    """Each word of a physician that can answer it: told, spoken, decided, reviewed, closed."""
    yield from (entry for entry, _ in fact.tellings if entry.by.role is Role.PHYSICIAN)
    for round in episode.rounds:
        yield from (h for h in round.followup.reached if h.by.role is Role.PHYSICIAN)
    yield from (h for h in episode.review.all(StopLifted) if names(h, fact.concept))
    decided = (episode.assessment.decided, episode.repeat.decided, episode.closure.closing)
    yield from (word for word in decided if word is not None)


def is_answered(entry: Happened[Any], words: tuple[Happened[Any], ...], episode: Episode) -> bool:
    """A word that was written before the entry, or is about an earlier hour, has not seen it."""
    seen = any(
        word is entry or (word.position > entry.position and word.latest >= entry.occurred.earliest)
        for word in words
    )
    return seen or any(True for _ in episode.review.looked_at(entry))

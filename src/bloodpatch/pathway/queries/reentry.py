"""Wrong patient: struck there, expected here, and entered here one by one by somebody who looks.

Nothing is copied. An entry that takes the place of a struck one keeps in its envelope where it
was struck (`used`, beside what else was taken from outside the episode); so both sides say of
each other, and what is still missing can be told from this episode alone.
"""

from typing import Any

from bloodpatch.pathway.amendment.commands import FinishReentry
from bloodpatch.pathway.amendment.events import (
    EntriesExpected,
    ReentryFinished,
)
from bloodpatch.pathway.episode import Episode
from bloodpatch.pathway.events import Happened

STRUCK_IN = "struck_in"
"""The key in `Happened.used`."""

Place = tuple[str, int]
"""An entry of any episode: the episode and the position."""


def kept(place: Place) -> dict[str, str]:
    """How the envelope of an entry says which struck one it stands for."""
    return {STRUCK_IN: f"{place[0]}/{place[1]}"}


def stands_for(happened: Happened[Any]) -> Place | None:
    """The struck entry of another episode in whose place this one was entered."""
    episode, _, position = happened.used.get(STRUCK_IN, "").rpartition("/")
    return (episode, int(position)) if episode and position.isdigit() else None


def entered(episode: Episode) -> dict[Place, int]:
    """What was struck elsewhere and stands here now, with its position here."""
    places = ((stands_for(h), h.position) for h in episode.standing)
    return {place: position for place, position in places if place is not None}


def expected(episode: Episode) -> dict[Place, Happened[EntriesExpected]]:
    """Every entry that was struck elsewhere because it belongs here."""
    return {
        place: word
        for word in episode.amendment.all(EntriesExpected)
        for place in places_of(word.event)
    }


def places_of(said: EntriesExpected | FinishReentry | ReentryFinished) -> tuple[Place, ...]:
    return tuple((said.struck_in.plain(), int(position)) for position in said.positions)


def marked(place: Place, word: Happened[EntriesExpected]) -> bool:
    """Whether a physician would have looked at it where it was struck."""
    return place[1] in map(int, word.event.physicians_work or ())


def missing(episode: Episode) -> dict[Place, Happened[EntriesExpected]]:
    """What is expected and neither entered nor left out for a reason."""
    if not (awaited := expected(episode)):
        return {}
    left_out = {p for h in episode.amendment.all(ReentryFinished) for p in places_of(h.event)}
    done = left_out | set(entered(episode))
    return {place: word for place, word in awaited.items() if place not in done}


def not_entered_yet(episode: Episode) -> tuple[Place, ...]:
    """What was struck in another record because it belongs here, and stands nowhere."""
    return tuple(missing(episode)) if episode.amendment.has(EntriesExpected) else ()

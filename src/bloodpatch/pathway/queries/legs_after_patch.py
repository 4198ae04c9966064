"""What an examination found worse than before the needle: a new sign of the legs or the bladder.

One examination does not know it by itself; it is compared with what was found before.
"""

from collections.abc import Iterator
from typing import Any

from bloodpatch.pathway.clinical.concepts import Concept
from bloodpatch.pathway.clinical.neurology import asked
from bloodpatch.pathway.episode import Episode, Round
from bloodpatch.pathway.events import Happened
from bloodpatch.pathway.queries.telling import Telling
from bloodpatch.pathway.queries.told_of_a_patch import EXAMINED

PARTS = {asked("saddle"): Concept.SADDLE_NUMBNESS, asked("bladder"): Concept.BLADDER_BOWEL_CHANGE}
"""The parts of the examination that have a concept of their own; the others are of the legs."""

PLACES = (Concept.LEG_WEAKNESS, *PARTS.values())


def examined_worse(episode: Episode) -> Iterator[tuple[Happened[Any], Telling]]:
    for round in episode.rounds:
        yield from examined_worse_in(round)


def examined_worse_in(round: Round) -> Iterator[tuple[Happened[Any], Telling]]:
    """Each examination says what is worse by then. Worse than at the one before it is something
    new: what a physician reviewed then says nothing of it. As before again is a no."""
    known: dict[Concept, str] = {}
    ever: set[Concept] = set()
    examined = round.examined_since
    for number, entry in enumerate(examined, start=1):
        now = by_concept(round.legs_worse(examined[:number]))
        ever.update(now)
        for concept in PLACES:
            words = now.get(concept, "")
            if concept in ever and known.get(concept) != words:
                yield entry, telling(concept, words, there=False)
            if words:
                yield entry, telling(concept, words)
        known = now


def by_concept(parts: tuple[str, ...]) -> dict[Concept, str]:
    found: dict[Concept, list[str]] = {}
    for part in parts:
        named = (concept for word, concept in PARTS.items() if part.startswith(word))
        found.setdefault(next(named, Concept.LEG_WEAKNESS), []).append(part)
    return {concept: ", ".join(words) for concept, words in found.items()}


def telling(concept: Concept, words: str, there: bool = True) -> Telling:
    return Telling(concept=concept, words=words, home=EXAMINED, there=there)

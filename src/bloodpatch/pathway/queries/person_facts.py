"""What belongs to the person and not to one headache: told in an episode, read in all of theirs.

Nothing is copied. An entry that is corrected, struck, or was told of somebody else (two records
that are no longer one person) is gone from here by itself. Where two episodes disagree both are
shown, and the more dangerous one counts.
"""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from bloodpatch.pathway.clinical.allergies import Allergy
from bloodpatch.pathway.context import Elsewhere, Facts
from bloodpatch.pathway.episode import Episode
from bloodpatch.pathway.events import Happened
from bloodpatch.pathway.stages.closure.events import Died
from bloodpatch.pathway.stages.preparation.statements import Allergies, AntithromboticDrug
from bloodpatch.pathway.values import When


def of_the_person(episode: Episode) -> Iterator[tuple[Happened[Any], str]]:
    """The entries of an episode that the person's other episodes read, each in codes."""
    for happened in episode.standing:
        if says := in_codes(happened.event):
            yield happened, says


def in_codes(event: Any) -> str:
    """What an entry says of the person; empty where it says nothing that outlasts the episode."""
    if isinstance(event, Allergies):
        return "allergies=" + ",".join(sorted(event.allergies))
    if isinstance(event, AntithromboticDrug):
        last = event.last_dose.at.isoformat() if event.last_dose else "not_known"
        return f"drug={event.drug},last={last},running={event.running or 'not_asked'}"
    return "died" if isinstance(event, Died) else ""


def told_elsewhere(facts: Facts, *kinds: type) -> tuple[Elsewhere, ...]:
    """The entries of the other episodes that state one of these, oldest first."""
    told = (one for one in facts.elsewhere if isinstance(one.happened.event, kinds))
    return tuple(sorted(told, key=lambda one: one.happened.latest))


def died_at(episode: Episode, facts: Facts) -> datetime | None:
    """When the patient died, wherever that is on record."""
    here = episode.closure.died
    deaths = [here] if here else [one.happened for one in told_elsewhere(facts, Died)]
    return died_when(deaths[0]).at if deaths else None


def died_when(death: Happened[Died]) -> When:
    """The time that was told; else that of the entry."""
    return death.event.died_at or death.occurred


def allergies_elsewhere(facts: Facts) -> frozenset[Allergy]:
    """Told in another episode. That a list there says "none" takes nothing back."""
    lists = (one.happened.event.allergies for one in told_elsewhere(facts, Allergies))
    return frozenset(one for told in lists for one in told) - {Allergy.NONE}


def allergies_here(episode: Episode) -> frozenset[Allergy]:
    """Told in any round of this episode."""
    lists = (h.event.allergies for h in episode.standing if isinstance(h.event, Allergies))
    return frozenset(one for told in lists for one in told) - {Allergy.NONE}


def allergic_to(episode: Episode, facts: Facts) -> frozenset[Allergy]:
    """Everything that this person was ever said to be allergic to."""
    return allergies_here(episode) | allergies_elsewhere(facts)


def in_words(allergies: frozenset[Allergy]) -> str:
    """In the order of the list."""
    return ", ".join(one.label for one in Allergy if one in allergies)

"""What was told of a person in their other episodes: of every record that is found to be theirs.

Read in the transaction of the decision, from the ledger, each time. Nothing is kept: when two
records are no longer one person, neither knows anything of the other.
"""

from collections.abc import Iterable, Iterator

from django.db.models import Count, Q

from bloodpatch.clinic import duplicates
from bloodpatch.clinic.models import EpisodeOf, PossibleDuplicate
from bloodpatch.pathway.context import Elsewhere
from bloodpatch.pathway.queries.person_facts import died_when, of_the_person
from bloodpatch.pathway.stages.closure.events import Died
from bloodpatch.pathway.values import When
from bloodpatch.record import folds
from bloodpatch.record.errors import UnknownEpisode
from bloodpatch.record.ports import Record


def told_elsewhere(record: Record, clinic: str, episode: str) -> tuple[Elsewhere, ...]:
    """The coded facts of the person's other episodes, in the order of the register."""
    line = EpisodeOf.objects.filter(clinic_id=clinic, episode=episode).first()
    if line is None:
        return ()
    return tuple(_told(record, clinic, line.patient_id, besides=episode))


def facts_told(record: Record, clinic: str, patient: str) -> tuple[Elsewhere, ...]:
    """All that any episode of this person says."""
    return tuple(_told(record, clinic, patient, besides=""))


def _told(record: Record, clinic: str, patient: str, *, besides: str) -> Iterator[Elsewhere]:
    for owner, other in episodes_of_person(clinic, patient):
        if other == besides:
            continue
        try:
            folded = folds.current(record, clinic, other)
        except UnknownEpisode:  # registered in this transaction, and nothing recorded yet
            continue
        for happened, says in of_the_person(folded.state):
            yield Elsewhere(episode=other, happened=happened, says=says, linked=owner != patient)


def dead_elsewhere(
    record: Record, clinic: str, episodes: Iterable[str]
) -> dict[str, tuple[Elsewhere, ...]]:
    """Of these episodes those whose person has died, as another episode says; with what it says.
    Who has one episode in one record is not looked at: that is nearly everybody in a list."""
    owners = dict(
        EpisodeOf.objects.filter(clinic_id=clinic, episode__in=list(episodes)).values_list(
            "episode", "patient_id"
        )
    )
    several = has_several(owners.values())
    found: dict[str, tuple[Elsewhere, ...]] = {}
    for episode, patient in owners.items():
        if patient in several:
            told = tuple(_told(record, clinic, patient, besides=episode))
            if told_of(told, Died):
                found[episode] = told
    return found


def has_several(patients: Iterable[str]) -> set[str]:
    """Who has more than one episode, or may have more than one record."""
    asked = list(set(patients))
    lines = EpisodeOf.objects.filter(patient__in=asked).values("patient_id")
    more = lines.annotate(n=Count("id")).filter(n__gt=1).values_list("patient_id", flat=True)
    pairs = PossibleDuplicate.objects.filter(answers__same=True)
    halves = pairs.filter(Q(one__in=asked) | Q(other__in=asked)).values_list("one_id", "other_id")
    return {*more, *(half for pair in halves for half in pair)}


def died_on(record: Record, clinic: str, patient: str) -> When | None:
    """When this person died, as any of their episodes says."""
    deaths = told_of(facts_told(record, clinic, patient), Died)
    return died_when(deaths[0].happened) if deaths else None


def told_of(told: Iterable[Elsewhere], kind: type) -> list[Elsewhere]:
    return [one for one in told if isinstance(one.happened.event, kind)]


def episodes_of_person(clinic: str, patient: str) -> tuple[tuple[str, str], ...]:
    """(record, episode) of everything that is this person's. An erased record tells nothing."""
    records = (patient, *duplicates.linked(patient))
    lines = EpisodeOf.objects.filter(
        clinic_id=clinic, patient__in=records, patient__erased_at__isnull=True
    )
    return tuple(lines.order_by("id").values_list("patient_id", "episode"))

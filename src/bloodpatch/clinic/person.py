"""What was told of a person in their other episodes: of every record that is found to be theirs.

Read in the transaction of the decision, from the ledger, each time. Nothing is kept: when two
records are no longer one person, neither knows anything of the other.
"""

from collections.abc import Iterator

from bloodpatch.clinic import duplicates
from bloodpatch.clinic.models import EpisodeOf
from bloodpatch.pathway.context import Elsewhere
from bloodpatch.pathway.queries.person_facts import of_the_person
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


def episodes_of_person(clinic: str, patient: str) -> tuple[tuple[str, str], ...]:
    """(record, episode) of everything that is this person's. An erased record tells nothing."""
    records = (patient, *duplicates.linked(patient))
    lines = EpisodeOf.objects.filter(
        clinic_id=clinic, patient__in=records, patient__erased_at__isnull=True
    )
    return tuple(lines.order_by("id").values_list("patient_id", "episode"))

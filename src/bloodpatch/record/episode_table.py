"""The read model of every list of episodes: where each patient is, and what is owed next.

Its row holds no name: the floor of the visitors joins names to it.
"""

from collections.abc import Iterator
from typing import Any

from bloodpatch.pathway import worklist
from bloodpatch.pathway.whereabouts import Whereabouts
from bloodpatch.record.folded import Folded
from bloodpatch.record.ledger import instant
from bloodpatch.record.readmodels import ReadModel
from bloodpatch.record.sql import Row

COLUMNS = (
    "position", "whereabouts", "is_open", "opened_at", "changed_at", "patches",
    "owed", "owner", "due", "act", "urgency", "owners",
)  # fmt: skip


def rows(folded: Folded, protocol: Any) -> Iterator[Row]:
    episode = folded.state
    place = episode.whereabouts
    everything = worklist.owed(episode, protocol)
    owed, urgency = next(iter(everything), None), worklist.urgency(episode, everything, protocol)
    yield (
        folded.position,
        place.value,
        int(place is not Whereabouts.CLOSED),
        folded.opened_at,
        folded.changed_at,
        sum(1 for r in episode.rounds if r.procedure.finished),
        owed.code if owed else None,
        owed.owner.value if owed else None,
        instant(owed.due) if owed else None,
        owed.act if owed else None,
        urgency.value if urgency else None,
        " ".join(sorted({o.owner.value for o in everything})),
    )


EPISODES = ReadModel(table="record_episode", columns=COLUMNS, rows=rows, shape=2, one_each=True)

"""Whether a physician has answered a fact: what nobody of them has looked at is urgent."""

from typing import Any

from bloodpatch.pathway.episode import Episode
from bloodpatch.pathway.events import Happened
from bloodpatch.pathway.queries.standing_facts import Fact
from bloodpatch.pathway.review.events import StopLifted
from bloodpatch.pathway.roles import Role


def answered(episode: Episode, fact: Fact) -> bool:
    """A physician told it or a part of it, looked at the entry, spoke with the patient, decided, or
    recorded a review, since it came up. Who has answered may still not treat: a stop stands."""
    told = [entry for entry, _ in fact.tellings]
    words: tuple[Happened[Any] | None, ...] = (
        *(h for h in told if h.by.role is Role.PHYSICIAN),
        *episode.review.looked_at(fact.newest),
        *episode.review.all(StopLifted),
        *(h for r in episode.rounds for h in r.followup.reached if h.by.role is Role.PHYSICIAN),
        episode.assessment.decided,
        episode.repeat.decided,
        episode.closure.closing,
    )
    return any(word is not None and word.latest >= fact.since for word in words)

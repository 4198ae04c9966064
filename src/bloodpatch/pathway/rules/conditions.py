"""What the patient has, as far as it was told: the newest word on each condition."""

from typing import TYPE_CHECKING

from bloodpatch.pathway.clinical import Activity, HistoryItem

if TYPE_CHECKING:
    from bloodpatch.pathway.episode import Episode


def conditions(episode: "Episode") -> frozenset[HistoryItem]:
    """Also what is treated, looked into, or has left a deficit; not what is over."""
    newest = {h.event.condition: h.event.activity for h in episode.assessment.history}
    return frozenset(c for c, activity in newest.items() if activity is not Activity.RESOLVED)

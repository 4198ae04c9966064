"""What is owed about adverse events: wherever the patient is, as long as she lives and after."""

from datetime import timedelta
from typing import Any

from bloodpatch.pathway.episode import Episode
from bloodpatch.pathway.events import Happened
from bloodpatch.pathway.obligations import Cause, Obligation, Owed
from bloodpatch.pathway.protocol import Protocol
from bloodpatch.pathway.queries.adverse_event_drafts import open_drafts
from bloodpatch.pathway.roles import Role
from bloodpatch.pathway.stages.adverse_event.commands import OpenEvent, ReviewEvent


def draft_is_opened_or_dismissed(episode: Episode, protocol: Protocol) -> Owed:
    """H23: what was noted must not be forgotten. One for each entry that speaks of something."""
    hours = protocol.adverse_event.draft_review_due_hours
    said: dict[int, list[str]] = {}
    for draft in (drafts := open_drafts(episode)):
        said.setdefault(draft.source.position, []).append(draft.says)
    sources = {d.source.position: d.source for d in drafts}
    for position, words in said.items():
        if signed_by_closing(episode, sources[position]):
            continue
        yield Obligation(
            code="adverse_event.draft",
            owner=Role.NURSE,
            due=sources[position].recorded_at + timedelta(hours=hours),
            says=f"Open as an adverse event, or have dismissed: {'; '.join(words)}",
            act=OpenEvent.name,
        )


def physician_reviews_each_event(episode: Episode, protocol: Protocol) -> Owed:
    """H48: the grade sets the time."""
    for opened in episode.adverse_event.open_events:
        if signed_by_closing(episode, opened):
            continue
        kinds = ", ".join(kind.label for kind in opened.event.kinds or ()) or "kind not told"
        yield Obligation(
            code="adverse_event.review",
            owner=Role.PHYSICIAN,
            due=episode.adverse_event.review_due(opened, protocol),
            says=f"Review an adverse event: {kinds}",
            act=ReviewEvent.name,
        )


def signed_by_closing(episode: Episode, happened: Happened[Any]) -> bool:
    """A physician closed the episode over it, with a reason."""
    closing = episode.closure.closing
    return episode.closure.closed and closing is not None and closing.position > happened.position


OWES: tuple[Cause, ...] = (draft_is_opened_or_dismissed, physician_reviews_each_event)
"""Both hold wherever the patient is."""

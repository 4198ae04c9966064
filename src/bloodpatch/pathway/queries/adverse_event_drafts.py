"""Drafts: what may be an adverse event, until somebody has opened one or said why it is none.

They are computed from what was recorded (H23), never stored. A draft is settled by an adverse
event that names its entry, by one of a kind that it may be after the same patch, or by a
physician's dismissal.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from bloodpatch.pathway.clinical import AdverseKind
from bloodpatch.pathway.episode import Episode, Round
from bloodpatch.pathway.events import Happened
from bloodpatch.pathway.stages.adverse_event.events import (
    Dismissed,
    Opened,
)

LEGS = (
    AdverseKind.LEG_WEAKNESS,
    AdverseKind.RADICULAR_PAIN,
    AdverseKind.PARAPARESIS,
    AdverseKind.CAUDA_EQUINA,
    AdverseKind.SPINAL_EPIDURAL_HAEMATOMA,
    AdverseKind.SPINAL_SUBDURAL_HAEMATOMA,
)


@dataclass(frozen=True, kw_only=True)
class Draft:
    """Something that was recorded, the patch it followed, and what it may be."""

    source: Happened[Any]
    patch: int
    says: str
    kinds: tuple[AdverseKind, ...]


def noted(rounds: Iterable[Round]) -> Iterator[Draft]:
    """Everything recorded that may be an adverse event, in the order of the treatment.

    A complaint belongs to the last patch before it; where no needle has been in the back for a
    patch yet, it is no adverse effect of one.
    """
    patch = 0
    for round in rounds:
        patch = round.number if round.procedure.events else patch
        for source, kind in round.procedure.harms:
            yield Draft(source=source, patch=patch, says=kind.label, kinds=(kind,))
        for source in round.recovery.harms:
            yield Draft(source=source, patch=patch, says="Changed legs", kinds=LEGS)
        yield from worse_legs(round, patch)
        for source, says, kinds in round.followup.complaints if patch else ():
            yield Draft(source=source, patch=patch, says=says, kinds=kinds)


def worse_legs(round: Round, patch: int) -> Iterator[Draft]:
    """The first examination since a needle that found this, and each that found something else:
    to dismiss a leg that is a little weak says nothing of one that does not move."""
    first: dict[tuple[str, ...], Happened[Any]] = {}
    for examined in round.examined_since:
        first.setdefault(round.legs_worse([examined]), examined)
    for parts, source in first.items():
        if parts:
            says = f"Worse than before the needle: {', '.join(parts)}"
            yield Draft(source=source, patch=patch, says=says, kinds=LEGS)


def open_drafts(episode: Episode, rounds: Iterable[Round] | None = None) -> tuple[Draft, ...]:
    """What may be an adverse event, in these rounds or in all, not opened and not dismissed."""
    events = episode.adverse_event
    opened, dismissed = events.opened, events.all(Dismissed)
    found = noted(episode.rounds if rounds is None else rounds)
    return tuple(d for d in found if not settled(d, opened, dismissed))


def patch_of(opened: Happened[Opened], episode: Episode) -> int:
    """The patch that an adverse event belongs to: as told, else the round in which it was."""
    told = opened.event.after_patch
    return int(told.value) if told else episode.round_at(opened.latest).number


def settled(
    draft: Draft,
    opened: Iterable[Happened[Opened]],
    dismissed: Iterable[Happened[Dismissed]],
) -> bool:
    if any(int(h.event.entry.value) == draft.source.position for h in dismissed):
        return True
    return any(covers(h.event, draft) for h in opened)


def covers(event: Opened, draft: Draft) -> bool:
    if event.entry is not None and int(event.entry.value) == draft.source.position:
        return True
    same_patch = event.after_patch is None or int(event.after_patch.value) == draft.patch
    return same_patch and bool(set(event.kinds or ()) & set(draft.kinds))

"""Headache as a series (T10): every score with its time, and relief against the score before.

A score lying and a score upright are different findings, so they are never compared. Sitting,
standing and "upright" are one posture; a score whose position was not said matches none.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from bloodpatch.pathway.events import Happened
from bloodpatch.pathway.values import Pain, PainPosition, When
from bloodpatch.pathway.values.units import PER_CENT

if TYPE_CHECKING:
    from bloodpatch.pathway.episode import Episode, Round

UPRIGHT = frozenset({PainPosition.UPRIGHT, PainPosition.SITTING, PainPosition.STANDING})
LYING = frozenset({PainPosition.LYING})
POSTURES = (LYING, UPRIGHT)

FIELDS = ("pain_lying", "pain_upright", "pain_standing", "pain_now")
"""Where a statement says how the headache is at the time that it speaks of."""

Series = tuple[tuple[When, Pain], ...]


def scores(entries: Iterable[Happened[Any]]) -> Iterator[tuple[When, Pain]]:
    """Every headache score of these entries, in their order."""
    for happened in entries:
        told = [getattr(happened.event, name, None) for name in FIELDS]
        several = getattr(happened.event, "pain", None) or ()
        for pain in (*told, *several):
            if isinstance(pain, Pain):
                yield happened.occurred, pain


def entries(episode: "Episode") -> list[Happened[Any]]:
    """Everything that speaks of the headache, as it happened: before, in recovery, at home."""
    found = [*episode.assessment.events]
    for round in episode.rounds:
        found += [*round.recovery.events, *round.followup.events]
    return sorted(found, key=lambda h: h.order)


def curve(episode: "Episode") -> Series:
    """T10: the whole curve, earliest first."""
    return tuple(scores(entries(episode)))


def same_posture(one: Pain, other: Pain) -> bool:
    return any(one.position in p and other.position in p for p in POSTURES)


@dataclass(frozen=True, kw_only=True)
class Relieved:
    """What became of the headache in one posture. Below zero: it is worse than before."""

    before: Pain
    now: Pain

    @property
    def points(self) -> int:
        return self.before.score - self.now.score

    @property
    def percent(self) -> int | None:
        """None where there was nothing to relieve."""
        return self.points * PER_CENT // self.before.score if self.before.score else None


def relieved(before: Pain, now: Pain) -> Relieved | None:
    """Relief from one score to another; None where the postures do not match."""
    return Relieved(before=before, now=now) if same_posture(before, now) else None


def before_patch(episode: "Episode", round: "Round") -> Series:
    """The last score in each posture before the patch of this round was given."""
    patch = round.procedure.patch
    if patch is None:
        return ()
    told = [h for h in entries(episode) if h.order < patch.order]
    return tuple(s for posture in POSTURES if (s := last_in(posture, scores(told))) is not None)


def since_patch(episode: "Episode", round: "Round") -> Series:
    """Every score since the patch of this round; where there was no patch, every score."""
    patch = round.procedure.patch
    after = [h for h in entries(episode) if patch is None or h.order > patch.order]
    return tuple(scores(after))


def last_in(
    posture: frozenset[PainPosition], series: Iterable[tuple[When, Pain]]
) -> tuple[When, Pain] | None:
    found = [(at, pain) for at, pain in series if pain.position in posture]
    return found[-1] if found else None


def relief(episode: "Episode", round: "Round") -> tuple[Relieved, ...]:
    """T10: relief now, in each posture that was asked before the patch and since."""
    before, since = before_patch(episode, round), since_patch(episode, round)
    found = []
    for posture in POSTURES:
        was, now = last_in(posture, before), last_in(posture, since)
        if was and now:
            found.append(Relieved(before=was[1], now=now[1]))
    return tuple(found)

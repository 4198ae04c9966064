"""Headache as a series (T10): every score with its time, and relief against the score before.

A score lying and a score upright are different findings, so they are never compared. Sitting,
standing and "upright" are one posture; a score whose position was not said matches none.
"""

from typing import Any

from bloodpatch.pathway.clinical.pain_series import POSTURES, Relieved, Series, last_in, scores
from bloodpatch.pathway.episode import Episode, Round
from bloodpatch.pathway.events import Happened


def entries(episode: Episode) -> list[Happened[Any]]:
    """Everything that speaks of the headache, as it happened: before, in recovery, at home."""
    found = [*episode.assessment.events]
    for round in episode.rounds:
        found += [*round.recovery.events, *round.followup.events]
    return sorted(found, key=lambda h: h.order)


def curve(episode: Episode) -> Series:
    """T10: the whole curve, earliest first."""
    return tuple(scores(entries(episode)))


def before_patch(episode: Episode, round: Round) -> Series:
    """The last score in each posture before the patch of this round was given."""
    patch = round.procedure.patch
    if patch is None:
        return ()
    told = [h for h in entries(episode) if h.order < patch.order]
    return tuple(s for posture in POSTURES if (s := last_in(posture, scores(told))) is not None)


def since_patch(episode: Episode, round: Round) -> Series:
    """Every score since the patch of this round; where there was no patch, every score."""
    patch = round.procedure.patch
    after = [h for h in entries(episode) if patch is None or h.order > patch.order]
    return tuple(scores(after))


def relief(episode: Episode, round: Round) -> tuple[Relieved, ...]:
    """T10: relief now, in each posture that was asked before the patch and since."""
    before, since = before_patch(episode, round), since_patch(episode, round)
    found = []
    for posture in POSTURES:
        was, now = last_in(posture, before), last_in(posture, since)
        if was and now:
            found.append(Relieved(before=was[1], now=now[1]))
    return tuple(found)

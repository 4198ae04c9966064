"""The whole treatment: its stages in order, and the tables collected from them.

A new stage is a line here; a new command is a line in its stage's `ACTS` and in `roles.py`.
"""

from collections.abc import Mapping
from types import ModuleType

from bloodpatch.pathway import amendment, review
from bloodpatch.pathway.acts import ACT_BEHIND, Act
from bloodpatch.pathway.events import Event
from bloodpatch.pathway.obligations import Cause
from bloodpatch.pathway.stages import (
    adverse_event,
    assessment,
    booking,
    clearance,
    closure,
    discharge,
    followup,
    preparation,
    procedure,
    recovery,
    referral,
    repeat,
)

STAGES: tuple[ModuleType, ...] = (
    referral,
    assessment,
    booking,
    preparation,
    procedure,
    recovery,
    discharge,
    followup,
    adverse_event,
    clearance,
    repeat,
    closure,
)

DESKS: tuple[ModuleType, ...] = (review, amendment)
"""Not stages: a physician's word on a finding, and correction. Open in every stage."""

ROOMS = (*STAGES, *DESKS)

ACTS: Mapping[str, Act] = {act.name: act for room in ROOMS for act in room.ACTS}
"""Every command, by name."""

ACT_BEHIND.update((act.becomes, act) for act in ACTS.values())

EVENTS: Mapping[tuple[str, int], type[Event]] = {
    (act.becomes.name, act.becomes.version): act.becomes for act in ACTS.values()
}
"""Every event, by the name and version that the record stores."""

CAUSES: tuple[Cause, ...] = tuple(cause for room in ROOMS for cause in getattr(room, "OWES", ()))
"""Every reason why something is owed to a patient."""


def stage_name(module: ModuleType) -> str:
    return module.__name__.rpartition(".")[2]

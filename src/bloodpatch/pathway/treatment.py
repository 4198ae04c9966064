"""The whole treatment: its stages in order, and the tables collected from them.

A new stage is a line here; a new command is a line in its stage's `acts.py` and in `roles.py`.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import ModuleType

from bloodpatch.pathway import amendment, review
from bloodpatch.pathway.acts import ACT_BEHIND, Act
from bloodpatch.pathway.amendment import acts as amendment_acts
from bloodpatch.pathway.amendment import owes as amendment_owes
from bloodpatch.pathway.events import Event
from bloodpatch.pathway.obligations import Cause
from bloodpatch.pathway.review import acts as review_acts
from bloodpatch.pathway.review import owes as review_owes
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
from bloodpatch.pathway.stages.adverse_event import acts as adverse_event_acts
from bloodpatch.pathway.stages.adverse_event import owes as adverse_event_owes
from bloodpatch.pathway.stages.assessment import acts as assessment_acts
from bloodpatch.pathway.stages.assessment import owes as assessment_owes
from bloodpatch.pathway.stages.booking import acts as booking_acts
from bloodpatch.pathway.stages.booking import owes as booking_owes
from bloodpatch.pathway.stages.clearance import acts as clearance_acts
from bloodpatch.pathway.stages.clearance import owes as clearance_owes
from bloodpatch.pathway.stages.closure import acts as closure_acts
from bloodpatch.pathway.stages.closure import owes as closure_owes
from bloodpatch.pathway.stages.discharge import acts as discharge_acts
from bloodpatch.pathway.stages.discharge import owes as discharge_owes
from bloodpatch.pathway.stages.followup import acts as followup_acts
from bloodpatch.pathway.stages.followup import owes as followup_owes
from bloodpatch.pathway.stages.preparation import acts as preparation_acts
from bloodpatch.pathway.stages.preparation import owes as preparation_owes
from bloodpatch.pathway.stages.procedure import acts as procedure_acts
from bloodpatch.pathway.stages.procedure import owes as procedure_owes
from bloodpatch.pathway.stages.recovery import acts as recovery_acts
from bloodpatch.pathway.stages.recovery import owes as recovery_owes
from bloodpatch.pathway.stages.referral import acts as referral_acts
from bloodpatch.pathway.stages.referral import owes as referral_owes
from bloodpatch.pathway.stages.repeat import acts as repeat_acts
from bloodpatch.pathway.stages.repeat import owes as repeat_owes


@dataclass(frozen=True)
class Stage:
    """One stage, or one of the two desks: what may be said there, and what is owed."""

    package: ModuleType
    acts: tuple[Act, ...]
    owes: tuple[Cause, ...]

    @property
    def name(self) -> str:
        return self.package.__name__.rpartition(".")[2]

    @property
    def about(self) -> str:
        """What happens there, as the docstring of its package says it."""
        return self.package.__doc__ or ""


STAGES: tuple[Stage, ...] = (
    Stage(referral, referral_acts.ACTS, referral_owes.OWES),
    Stage(assessment, assessment_acts.ACTS, assessment_owes.OWES),
    Stage(booking, booking_acts.ACTS, booking_owes.OWES),
    Stage(preparation, preparation_acts.ACTS, preparation_owes.OWES),
    Stage(procedure, procedure_acts.ACTS, procedure_owes.OWES),
    Stage(recovery, recovery_acts.ACTS, recovery_owes.OWES),
    Stage(discharge, discharge_acts.ACTS, discharge_owes.OWES),
    Stage(followup, followup_acts.ACTS, followup_owes.OWES),
    Stage(adverse_event, adverse_event_acts.ACTS, adverse_event_owes.OWES),
    Stage(clearance, clearance_acts.ACTS, clearance_owes.OWES),
    Stage(repeat, repeat_acts.ACTS, repeat_owes.OWES),
    Stage(closure, closure_acts.ACTS, closure_owes.OWES),
)

DESKS: tuple[Stage, ...] = (
    Stage(review, review_acts.ACTS, review_owes.OWES),
    Stage(amendment, amendment_acts.ACTS, amendment_owes.OWES),
)
"""Not stages: a physician's word on a finding, and correction. Open in every stage."""

ROOMS = (*STAGES, *DESKS)

ACTS: Mapping[str, Act] = {act.name: act for room in ROOMS for act in room.acts}
"""Every command, by name."""

ACT_BEHIND.update((act.becomes, act) for act in ACTS.values())

EVENTS: Mapping[tuple[str, int], type[Event]] = {
    (act.becomes.name, act.becomes.version): act.becomes for act in ACTS.values()
}
"""Every event, by the name and version that the record stores."""

CAUSES: tuple[Cause, ...] = tuple(cause for room in ROOMS for cause in room.owes)
"""Every reason why something is owed to a patient."""

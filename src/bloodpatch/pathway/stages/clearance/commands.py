"""The commands of clearance and the events that follow; one of them is a permit."""

from bloodpatch.pathway.acts import Act, permit, record
from bloodpatch.pathway.events import Event
from bloodpatch.pathway.stages.clearance import rules
from bloodpatch.pathway.stages.clearance import statements as said
from bloodpatch.pathway.statements import Command


class ClearActivity(said.AllClear, Command):
    name = "clearance.clear"
    title = "Clear normal activity"


class Cleared(said.AllClear, Event):
    name = "clearance.cleared"


class DeferClearance(said.NotYet, Command):
    name = "clearance.defer"
    title = "Defer the all-clear"


class Deferred(said.NotYet, Event):
    name = "clearance.deferred"


class ChangeRestriction(said.Restriction, Command):
    name = "clearance.change_restriction"
    title = "Lift or extend a restriction"


class RestrictionChanged(said.Restriction, Event):
    name = "clearance.restriction_changed"


class RecordTold(said.Message, Command):
    name = "clearance.record_told"
    title = "Record that the patient was told"


class PatientTold(said.Message, Event):
    name = "clearance.patient_told"


ACTS: tuple[Act, ...] = (
    permit(
        ClearActivity,
        becomes=Cleared,
        state=rules.BEFORE_CLEARING,
        depends_on=("clearance", "followup", "adverse_event", "referral.withdrawn"),
    ),
    record(DeferClearance, becomes=Deferred, depends_on=("clearance",)),
    record(ChangeRestriction, becomes=RestrictionChanged),
    record(RecordTold, becomes=PatientTold),
)

"""The sections of a protocol: one per stage, same names, and nothing else.

Each field says once what it is (meaning, unit, hard bounds, type). What parse checks, what
`about()` answers and what the reference prints are all read from here. There is no field that
switches a rule off: a hard stop is not a parameter.
"""

from bloodpatch.pathway.protocol.sections.adverse_event import AdverseEvent
from bloodpatch.pathway.protocol.sections.assessment import Assessment
from bloodpatch.pathway.protocol.sections.booking import Booking
from bloodpatch.pathway.protocol.sections.clearance import Clearance
from bloodpatch.pathway.protocol.sections.closure import Closure
from bloodpatch.pathway.protocol.sections.discharge import Discharge, Restriction
from bloodpatch.pathway.protocol.sections.followup import Contact, Followup
from bloodpatch.pathway.protocol.sections.preparation import AntithromboticPolicy, Preparation
from bloodpatch.pathway.protocol.sections.procedure import PatientPosition, Procedure, Step
from bloodpatch.pathway.protocol.sections.recovery import Recovery
from bloodpatch.pathway.protocol.sections.referral import Referral
from bloodpatch.pathway.protocol.sections.repeat import Repeat

__all__ = [
    "AdverseEvent",
    "AntithromboticPolicy",
    "Assessment",
    "Booking",
    "Clearance",
    "Closure",
    "Contact",
    "Discharge",
    "Followup",
    "PatientPosition",
    "Preparation",
    "Procedure",
    "Recovery",
    "Referral",
    "Repeat",
    "Restriction",
    "Step",
]

"""The clinic's tables. Each file is one subject; Django finds them all here."""

from bloodpatch.clinic.models.clinic import Clinic
from bloodpatch.clinic.models.patient import (
    EpisodeOf,
    Patient,
    PatientChange,
    PatientName,
    RecordNumber,
)
from bloodpatch.clinic.models.place import Bay, Resource, Room, SlotClaim
from bloodpatch.clinic.models.protocol_signature import (
    ConfirmedRow,
    FirstSignature,
    ProtocolActivation,
    ProtocolProposal,
)
from bloodpatch.clinic.models.sameness import PossibleDuplicate, SamenessAnswer
from bloodpatch.clinic.models.staff import Staff, StaffChange
from bloodpatch.clinic.models.watch import AccessLog

__all__ = [
    "AccessLog",
    "Bay",
    "Clinic",
    "ConfirmedRow",
    "EpisodeOf",
    "FirstSignature",
    "Patient",
    "PatientChange",
    "PatientName",
    "PossibleDuplicate",
    "ProtocolActivation",
    "ProtocolProposal",
    "RecordNumber",
    "Resource",
    "Room",
    "SamenessAnswer",
    "SlotClaim",
    "Staff",
    "StaffChange",
]

"""What is stated at booking."""

from dataclasses import dataclass

from bloodpatch.pathway.choices import Choice
from bloodpatch.pathway.clinical import ImagingGuide, Informant, Setting, Told
from bloodpatch.pathway.codes import Code
from bloodpatch.pathway.statements import payload
from bloodpatch.pathway.values import Answer, When


class Operator(Choice):
    ANY = "any", "Any physician"
    EXPERIENCED = "experienced", "An experienced one"
    SPECIALIST = "specialist", "A specialist"


class CalledOffReason(Choice):
    PATIENT_WISH = "patient_wish", "The patient's wish"
    UNWELL = "unwell"
    FEVER = "fever"
    ABNORMAL_RESULT = "abnormal_result"
    CLINIC = "clinic", "The clinic cannot"
    NO_ROOM = "no_room"
    RESOLVED = "resolved", "The headache is gone"
    SCAN_AWAITED = "scan_awaited", "A scan is awaited"
    ANTITHROMBOTIC = "antithrombotic", "An antithrombotic has not worn off"
    NO_CONSENT = "no_consent", "No consent"
    OTHER = "other", "Another (say which in the note)"


@dataclass(frozen=True, kw_only=True)
class Slot:
    """A room, a physician and a bay, from when until when."""

    room: Code = payload("The procedure room", ask="Room", required=True)
    physician: Code = payload("Who gives the patch", ask="Physician", required=True)
    bay: Code = payload("Where the patient rests", ask="Recovery bay", required=True)
    starts: When = payload("When the patient is expected", ask="Starts", required=True, ahead=True)
    provisional: Answer | None = payload("Only if a scan allows it", ask="Provisional?", more=True)
    imaging_plan: ImagingGuide | None = payload("Imaging planned", ask="Imaging planned", more=True)
    operator: Operator | None = payload("Who is needed", ask="Operator", more=True)
    needle_long: Answer | None = payload("A long needle is needed", ask="Long needle?", more=True)


@dataclass(frozen=True, kw_only=True)
class CallingOff(Told):
    """A booking does not stand any more."""

    reason: CalledOffReason = payload("Why", ask="Why?", required=True)
    by: Informant | None = payload("Who called it off", ask="By whom")
    until: When | None = payload("Not before", ask="Not before", ahead=True)


@dataclass(frozen=True, kw_only=True)
class Absence(Told):
    """The patient did not come."""

    informed: Answer | None = payload("Did the patient let us know?", ask="Did they let us know?")


@dataclass(frozen=True, kw_only=True)
class Place(Told):
    """Where a patch was planned, as a report tells it."""

    setting: Setting | None = payload("Setting", ask="Setting")


@dataclass(frozen=True, kw_only=True)
class Firmness(Told):
    """What was awaited has come."""

"""What is stated at clearance."""

from dataclasses import dataclass

from bloodpatch.pathway.choices import Choice
from bloodpatch.pathway.clinical import Told
from bloodpatch.pathway.codes import Code
from bloodpatch.pathway.statements import payload
from bloodpatch.pathway.values import Answer, FreeText, When


class DeferReason(Choice):
    PAIN = "pain", "Still in pain"
    RED_FLAG = "red_flag", "A red flag is open"
    ADVERSE_EVENT = "adverse_event", "An adverse event is open"
    CAME_BACK = "came_back", "The headache came back"
    NOT_REACHED = "not_reached", "The patient was not reached"
    INVESTIGATION = "investigation", "A result is awaited"
    TOO_EARLY = "too_early"
    OTHER = "other", "Another reason (say which in the note)"


class Change(Choice):
    """What becomes of a restriction."""

    LIFTED = "lifted"
    EXTENDED = "extended"


@dataclass(frozen=True, kw_only=True)
class AllClear:
    """T12: normal activity may be resumed."""

    from_when: When | None = payload("Left empty: from now on", ask="From", ahead=True)
    still_restricted: tuple[Code, ...] | None = payload(
        "Nothing ticked: all are lifted", ask="Restrictions that stay"
    )
    until: When | None = payload("Until when those stay", ask="They stay until", ahead=True)
    told: Answer | None = payload("Whether the patient was told by this", ask="Patient told?")
    remark: FreeText | None = payload("In the physician's words", ask="Remark")


@dataclass(frozen=True, kw_only=True)
class NotYet(Told):
    """T12: not yet, why, and when a physician looks again."""

    reason: DeferReason | None = payload("Why", ask="Why?")
    until: When | None = payload("When a physician looks again", ask="Look again at", ahead=True)


@dataclass(frozen=True, kw_only=True)
class Restriction(Told):
    """T11 T12: one restriction is lifted early, or lasts longer."""

    restriction: Code = payload("Which", ask="Restriction", required=True)
    change: Change = payload("What becomes of it", ask="Change", required=True)
    until: When | None = payload("Until when it lasts now", ask="Until", ahead=True)


@dataclass(frozen=True, kw_only=True)
class Message(Told):
    """The patient was told what the physician decided."""

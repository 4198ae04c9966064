"""One finding as a page shows it. `findings.py` puts it into words; components carry it."""

from dataclasses import dataclass

from bloodpatch.doors.ui.statuses import Status


@dataclass(frozen=True, kw_only=True)
class Quote:
    """A named person's decision: it looks different from a rule's finding."""

    by: str
    reason: str
    when: str = ""


@dataclass(frozen=True, kw_only=True)
class Shown:
    """One finding as it stands on a page."""

    code: str
    status: Status
    says: str
    rule: str = ""
    source: str = ""
    certainty: str = ""
    to_be_confirmed: bool = False
    clears: str = ""
    who_may: str = ""
    until: str = ""
    hazards: str = ""
    missing: bool = False
    quote: Quote | None = None
    about: str = ""

    @property
    def in_short(self) -> str:
        """What was seen; where that is no longer known, the rule."""
        return self.says or self.rule

    @property
    def blocks(self) -> bool:
        return self.status in (Status.STOP, Status.HOLD)

"""A physician's word on a finding, as it is stated."""

from dataclasses import dataclass

from bloodpatch.pathway.codes import Code, PlainForm
from bloodpatch.pathway.review.choices import Examination
from bloodpatch.pathway.statements import payload
from bloodpatch.pathway.values import Count, FreeText, When


@dataclass(frozen=True, kw_only=True)
class Override:
    finding: Code = payload("Code of the finding that is overridden", required=True)
    act: Code = payload("The command that it is overridden for", required=True)
    patch_number: Count = payload("The patch that it is overridden for", required=True)
    saw: PlainForm = payload("The values that the finding saw", required=True)
    reason: FreeText = payload(
        "Why the act goes ahead although the rule holds it", ask="Your reason", required=True
    )


@dataclass(frozen=True, kw_only=True)
class Lift:
    finding: Code = payload("Code of the stop that is lifted", required=True)
    saw: PlainForm = payload("The values that the stop saw", required=True)
    examination: Examination = payload("What was done", ask="Examination or imaging", required=True)
    result: FreeText = payload("What it showed", ask="Result", required=True)
    examined: When | None = payload("When", ask="When was it done?")


@dataclass(frozen=True, kw_only=True)
class Acknowledgement:
    positions: tuple[Count, ...] = payload("Entries that were looked at", required=True)
    remark: FreeText | None = payload("What follows from it", ask="Remark")

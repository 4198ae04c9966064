"""What was not verified says so on the page of findings."""

import pytest

from bloodpatch.doors.console.finding_lines import CONFIRM
from bloodpatch.doors.console.reference.findings import source
from bloodpatch.pathway import treatment
from bloodpatch.pathway.findings import KINDS, FindingKind
from bloodpatch.pathway.protocol import Certainty
from bloodpatch.record.protocols import shipped, shipped_names

assert treatment.ACTS, "the closed list is filled as the stages are imported"


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
def test_what_is_not_verified_is_to_be_confirmed_by_a_clinician(kind: FindingKind) -> None:
    sure = {kind.sure(shipped(name)) for name in shipped_names()}
    assert (CONFIRM in source(kind)) is (sure != {Certainty.VERIFIED})

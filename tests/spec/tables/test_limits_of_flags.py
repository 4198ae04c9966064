"""From which number of the protocol on a red flag is a yes, as it stands beside the question."""

import pytest
from story import protocol

from bloodpatch.pathway.clinical import RedFlag
from bloodpatch.pathway.clinical.red_flags import LIMITS
from bloodpatch.record.protocols import shipped_names

F = RedFlag


def test_whoever_asks_sees_from_which_number_on_it_is_a_yes() -> None:
    assert LIMITS == {
        F.LATE_ONSET: ("over", "assessment.max_onset_days"),
        F.LONG_LASTING: ("over", "assessment.reconsider_after_days"),
        F.OLDER_AGE: ("over", "assessment.image_sooner_over_years"),
        F.FEVER: ("from", "preparation.fever_hold_c"),
        F.HIGH_BLOOD_PRESSURE: (
            "from",
            "assessment.high_systolic_mmhg",
            "assessment.high_diastolic_mmhg",
        ),
    }


@pytest.mark.parametrize("flag", LIMITS)
def test_each_is_a_number_of_every_protocol(flag: RedFlag) -> None:
    _, *numbers = LIMITS[flag]
    for name in shipped_names():
        assert [protocol(name).about(one).id for one in numbers] == numbers

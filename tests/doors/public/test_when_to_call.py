"""When to call: fixed advice that leaves out nothing that staff would ask about."""

from bloodpatch.clinic.models import Clinic
from bloodpatch.doors.public.when_to_call import AT_ONCE, SAME_DAY
from bloodpatch.pathway.clinical import RED_FLAGS_ASKED, RedFlag
from bloodpatch.record.protocols import shipped, shipped_names
from tests.doors.public.test_treatment import told

AT_ONCE_ALWAYS = {
    RedFlag.SEIZURE,
    RedFlag.FOCAL_DEFICIT,
    RedFlag.VISUAL_CHANGE,
    RedFlag.ALTERED_CONSCIOUSNESS,
    RedFlag.THUNDERCLAP,
    RedFlag.MENINGISM,
    RedFlag.LEG_WEAKNESS,
    RedFlag.SADDLE_NUMBNESS,
    RedFlag.BLADDER_BOWEL_CHANGE,
}


def test_every_flag_that_staff_ask_about_is_in_the_advice() -> None:
    named = {flag for sign in (*AT_ONCE, *SAME_DAY) for flag in sign.flags}
    assert set(RED_FLAGS_ASKED) <= named


def test_what_cannot_wait_is_under_get_help_at_once() -> None:
    assert {flag for sign in AT_ONCE for flag in sign.flags} >= AT_ONCE_ALWAYS


def advice_of(page: str) -> str:
    return page[page.index("When to call This advice") :].partition("12 Juniper")[0]


def test_the_advice_is_the_same_under_every_protocol(clinic: Clinic) -> None:
    advice = {advice_of(told(shipped(name), clinic)) for name in shipped_names()}
    assert len(advice) == 1
    (said,) = advice
    assert all(sign.says in said for sign in (*AT_ONCE, *SAME_DAY))
    assert "Call your emergency number (911 in the United States) if:" in said
    assert "This advice is the same for all people." in said

"""What the drug table says of a drug that was taken: until when the needle waits, and from when the
drug may be given again."""

from typing import Any

import pytest
from clotting import AAGBI, HIGH, PAIN, REGIONAL, drug, follows
from story import PHYSICIAN, Story, moment

from bloodpatch.pathway.clinical.timing import Timing
from bloodpatch.pathway.queries.hold_times import Wait, needle_out, restart_from, waits
from bloodpatch.pathway.rules.antithrombotics import with_hours
from bloodpatch.pathway.stages.procedure.choices import (
    AbandonReason,
    Aspirate,
    DuringKind,
    StopReason,
)
from bloodpatch.pathway.stages.procedure.commands import RecordNeedleOut
from bloodpatch.pathway.stages.procedure.events import (
    Abandoned,
    HappenedDuring,
    Injected,
    NeedleOut,
    NeedlePlaced,
    PatchReported,
    Started,
)
from bloodpatch.pathway.stages.referral.choices import NeedleFinding
from bloodpatch.pathway.stages.referral.events import PunctureRecorded
from bloodpatch.pathway.values import Answer, CrClMlPerMin

LAST, NOW = "2026-11-16 08:00", "2026-11-16 10:00"


def taking(statement: Any, policy: Any = REGIONAL) -> Story:
    story = follows(Story(NOW), policy)
    story.nurse(statement)
    return story


def wait(story: Story) -> Wait:
    (one,) = waits(story.episode, story.context(PHYSICIAN))
    return one


# the wait before the needle

WAITS: dict[str, tuple[Any, Any, tuple[bool, bool, int], str | None]] = {
    "a time": (REGIONAL, drug(last=LAST), (False, False, 12), "2026-11-16 20:00"),
    "no wait": (REGIONAL, drug("aspirin", LAST, dose_class=None), (True, False, 0), None),
    "avoided": (REGIONAL, drug("fondaparinux", LAST, dose_class=None), (False, True, 42), None),
    "weighed": (PAIN, drug("aspirin", LAST, dose_class=None), (False, True, 0), None),
    "no row": (REGIONAL, drug("cilostazol", LAST, dose_class=None), (False, False, 0), None),
    "one of its rows is avoided": (
        REGIONAL, drug("dabigatran", LAST, dose_class=HIGH), (False, True, 120), None
    ),
    "no time told": (REGIONAL, drug(), (False, False, 12), None),
}  # fmt: skip


@pytest.mark.parametrize(("policy", "statement", "says", "until"), WAITS.values(), ids=WAITS)
def test_how_long_the_needle_waits(
    policy: Any, statement: Any, says: tuple[bool, bool, int], until: str | None
) -> None:
    one = wait(taking(statement, policy))
    assert (one.harmless, one.needs_a_physician, one.hold_hours) == says
    assert one.until == (moment(until).at if until else None)
    assert one.inside(moment(NOW).at) is (until is not None)


@pytest.mark.parametrize(
    ("name", "timing", "inside"),
    [
        ("enoxaparin", "11 hours before patch 1", True),
        ("enoxaparin", "12 hours before patch 1", False),
        ("fondaparinux", "11 hours before patch 1", False),
        ("cilostazol", "at patch 1", False),
        ("aspirin", "at patch 1", False),
        ("enoxaparin", "soon after admission", False),
    ],
)
def test_a_wait_that_was_told_in_hours(name: str, timing: str, inside: bool) -> None:
    one = wait(taking(drug(name, timing=Timing.parse(timing))))
    assert one.until is None
    assert one.inside(moment(NOW).at) is inside


@pytest.mark.parametrize(
    ("said", "dose_by"),
    [
        ({"last": LAST}, LAST),
        ({"timing": Timing.parse("2 hours before now")}, LAST),
        ({"timing": Timing.parse("2 hours before patch 1")}, LAST),
        ({"timing": Timing.parse("at patch 1")}, NOW),
        ({}, None),
    ],
)
def test_the_last_dose_at_the_latest(said: dict[str, Any], dose_by: str | None) -> None:
    """A wait before the patch is counted back from now: the patch is not given yet."""
    story = taking(drug(**said))
    assert wait(story).dose_by(story.now) == (moment(dose_by).at if dose_by else None)


CRCL = CrClMlPerMin.parse("80 mL/min")
NO_CRCL = ", creatinine clearance not recorded"


@pytest.mark.parametrize(
    ("statement", "words"),
    [
        (drug("rivaroxaban", LAST), f"Rivaroxaban (30 h{NO_CRCL})"),
        (drug("rivaroxaban", LAST, dose_class=None), f"Rivaroxaban (72 h{NO_CRCL})"),
        (drug("rivaroxaban", LAST, crcl=CRCL), "Rivaroxaban (24 h)"),
        (drug("rivaroxaban", LAST, dose_class=HIGH), "Rivaroxaban (72 h)"),
    ],
)
def test_kidneys_are_asked_where_they_may_make_a_difference(statement: Any, words: str) -> None:
    assert with_hours(wait(taking(statement))) == words


# the needle out


def after(*events: Any, statement: Any = None, policy: Any = REGIONAL) -> Story:
    """What is on record from 10:00 on, each an hour after the other."""
    story = taking(statement or drug(last=LAST), policy)
    for event in events:
        story.given(event).wait(hours=1)
    return story


OUT: dict[str, tuple[list[Any], str | None]] = {
    "nothing was done": ([], None),
    "the needle is out": ([Started(), Injected(), NeedleOut()], "2026-11-16 12:00"),
    "nobody recorded that it is": ([Started(), Injected()], "2026-11-16 11:00"),
    "only the injection was told": ([Injected()], "2026-11-16 10:00"),
    "given up": ([Started(), Abandoned()], "2026-11-16 11:00"),
    "reported": ([PatchReported()], "2026-11-16 10:00"),
}


@pytest.mark.parametrize(("events", "out"), OUT.values(), ids=OUT)
def test_when_the_needle_came_out(events: list[Any], out: str | None) -> None:
    when = needle_out(after(*events).episode)
    assert (when and when.at) == (moment(out).at if out else None)


@pytest.mark.parametrize(
    ("out", "from_"),
    [
        ("2026-11-16 12:00", "2026-11-16 18:00"),
        ("2026-11-16 12h", "2026-11-16 18:59"),
        ("by 2026-11-16 12:00", None),
    ],
)
def test_the_next_dose_is_counted_from_the_needle_out_at_the_latest(
    out: str, from_: str | None
) -> None:
    story = after(Started(), Injected(), statement=drug("rivaroxaban", LAST, crcl=CRCL))
    story.at("2026-11-16 16:00").physician(RecordNeedleOut(occurred=moment(out)))
    again = restart_from(wait(story), story.episode)
    assert (again and again.replace(second=0, microsecond=0)) == (
        moment(from_).at if from_ else None
    )


def test_without_a_needle_no_time_is_told() -> None:
    story = after()
    assert restart_from(wait(story), story.episode) is None


@pytest.mark.parametrize(
    ("policy", "statement", "clear", "bloody"),
    [
        (REGIONAL, drug(), 12, 24),
        (AAGBI, drug(), None, 24),
        (REGIONAL, drug("rivaroxaban"), 6, 6),
        (REGIONAL, drug("rivaroxaban", dose_class=None), 24, 24),
        (REGIONAL, drug("heparin_sc", dose_class=None), None, None),
        (REGIONAL, drug("heparin_sc"), 1, 1),
        (REGIONAL, drug("aspirin", dose_class=None), 0, 0),
        (REGIONAL, drug("cilostazol", dose_class=None), None, None),
        (AAGBI, drug("clopidogrel", dose_class=None), None, None),
    ],
)
def test_the_hours_to_the_next_dose(
    policy: Any, statement: Any, clear: int | None, bloody: int | None
) -> None:
    """Where one of its rows tells none, none is told, but for the wait after a bloody needle."""
    one = wait(taking(statement, policy))
    assert (one.restart_hours(blood=False), one.restart_hours(blood=True)) == (clear, bloody)


CLEAR = NeedlePlaced(aspirate=(Aspirate.CLEAR,))
NEEDLES: dict[str, tuple[list[Any], bool]] = {
    "clear": ([CLEAR], False),
    "csf": ([NeedlePlaced(aspirate=(Aspirate.CSF,))], False),
    "blood": ([NeedlePlaced(aspirate=(Aspirate.CSF, Aspirate.BLOOD))], True),
    "nobody looked": ([NeedlePlaced()], True),
    "no needle was told": ([], True),
    "noted": ([CLEAR, HappenedDuring(kind=DuringKind.BLOODY_TAP)], True),
    "something else was noted": ([CLEAR, HappenedDuring(kind=DuringKind.HEADACHE)], False),
    "it stopped the injection": ([CLEAR, Injected(stop_reason=StopReason.BLOODY)], True),
    "the volume was reached": ([CLEAR, Injected(stop_reason=StopReason.VOLUME_REACHED)], False),
    "given up for it before": ([Abandoned(reason=AbandonReason.BLOOD), CLEAR], True),
    "given up for csf before": ([Abandoned(reason=AbandonReason.CSF), CLEAR], False),
    "at the puncture": ([PunctureRecorded(found=(NeedleFinding.BLOOD,)), CLEAR], True),
    "a clot at the puncture": ([PunctureRecorded(found=(NeedleFinding.CLOT,)), CLEAR], True),
    "csf at the puncture": ([PunctureRecorded(found=(NeedleFinding.CSF,)), CLEAR], False),
}


@pytest.mark.parametrize(("events", "bloody"), NEEDLES.values(), ids=NEEDLES)
def test_after_a_needle_that_may_have_drawn_blood_a_heparin_waits_longer(
    events: list[Any], bloody: bool
) -> None:
    story = after(Started(), *events, Injected(needle_out=Answer.YES))
    out = needle_out(story.episode)
    again = restart_from(wait(story), story.episode)
    assert out is not None and again is not None
    assert (again - out.at).total_seconds() / 3600 == (24 if bloody else 12)

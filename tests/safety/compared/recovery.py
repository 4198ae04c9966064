"""The permit `recovery.permit_standing`."""

from datetime import datetime, timedelta
from functools import cache

from story import NURSE, Story

from bloodpatch.pathway.findings import Finding
from bloodpatch.pathway.stages.recovery.commands import PermitStanding
from bloodpatch.pathway.stages.recovery.events import (
    GotUp,
    LayDown,
    Observed,
    Received,
    RestStarted,
    StoodAndWalked,
)
from bloodpatch.pathway.stages.recovery.statements import (
    Legs,
    Walked,
)
from bloodpatch.pathway.values import BeatsPerMinute
from tests.safety.compared import patients as p
from tests.safety.oracle.table import Plain, Vector

FIRST_REST = timedelta(minutes=60)
LYING: dict[Plain, tuple[int, int | None]] = {
    "none": (0, None),
    "one_lying_60_min": (1, 60),
    "one_lying_30_min": (1, 30),
    "one_lying_29_min": (1, 29),
    "one_still_up": (1, None),
    "two_lying_60_min": (2, 60),
    "three_lying_60_min": (3, 60),
}
FAILED = StoodAndWalked(walked=Walked.NOT_AT_ALL)


@cache
def in_the_bay(under: str) -> Story:
    """The needle is out at 14:19 at the latest; the patient comes to the bay at 14:20."""
    story = p.patch(p.in_the_room(under=under).copy())
    return story.at(f"{p.TODAY} 14:20").given(Received(), role=NURSE)


def may_stand(vector: Vector) -> tuple[Finding, ...]:
    story = in_the_bay(str(vector["protocol"])).copy()
    told = vector["legs"]
    legs = None if told == "not_told" else Legs(str(told))
    seen = Observed(heart_rate=BeatsPerMinute(70), legs=legs)
    if vector["observations"] != "none":
        story.given(seen, role=NURSE)
    began = story.wait(minutes=1).now
    permit = rest(story, vector)
    minutes = planned(permit - began)
    if vector["observations"] == "one_overdue":
        minutes.pop()
    for minute in minutes if vector["observations"] != "none" else ():
        story.now = began + timedelta(minutes=minute)
        story.given(seen, role=NURSE)
    story.now = permit
    return p.found(story, NURSE, PermitStanding())


def rest(story: Story, vector: Vector) -> datetime:
    """What is told of lying and standing; when the permit is asked."""
    resting = vector["resting_s"]
    if resting == "not_started":
        return story.now + timedelta(hours=2)
    began = story.now
    story.given(RestStarted(), role=NURSE)
    if resting == "got_up_at_600_of_7200":
        story.wait(seconds=600).given(GotUp(), LayDown(), role=NURSE)
        return began + timedelta(seconds=7200)
    tests, lying = LYING[vector["failed_tests"]]
    if not tests:
        return began + timedelta(seconds=int(resting))
    for _ in range(tests):
        story.now += FIRST_REST
        story.given(FAILED, role=NURSE)
        if lying is not None:
            story.given(LayDown(), role=NURSE)
    return story.now + timedelta(minutes=5 if lying is None else lying)


def planned(span: timedelta) -> list[int]:
    """Minutes of the observations up to now: at 0, 15, 30, 60 and then each hour."""
    minutes = [0, 15, 30, *range(60, 60 * 12, 60)]
    return [minute for minute in minutes if timedelta(minutes=minute) <= span]

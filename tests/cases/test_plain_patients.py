"""The plain patients: everything asked, nothing wrong. No rule may stand in the way of one.

What goes red here is a rule that holds up ordinary care, or a script that is not plain any more.
"""

from collections import Counter
from itertools import pairwise

import pytest

from bloodpatch.doors.console.replay.play import Played
from bloodpatch.pathway.findings import Level
from bloodpatch.pathway.treatment import ACTS
from bloodpatch.pathway.whereabouts import Whereabouts
from tests.cases.burden import PLAIN, played, played_once

FILES = sorted(PLAIN.glob("*.toml"))
MOST_ADVISES = 2
"""Over the whole treatment: who is advised all day long stops reading. The bar is none at all; who
is still over it, `burden.json` says."""

PERMITS = {name for name, act in ACTS.items() if act.permit} - {"repeat.decide"}


@pytest.fixture(params=FILES, ids=lambda path: path.stem)
def patient(request: pytest.FixtureRequest) -> Played:
    return played(request.param)


def test_no_stop_and_no_hold_on_any_step(patient: Played) -> None:
    met = [
        f"{answer.step.id}: {finding.code}"
        for answer in patient.answers
        for finding in answer.findings
        if finding.kind.level is not Level.ADVISE
    ]
    assert met == []
    assert {answer.outcome for answer in patient.answers} == {"recorded", "permitted"}


def test_at_most_two_advises_over_the_whole_treatment(patient: Played) -> None:
    advises = [f"{a.step.id}: {f.code}" for a in patient.answers for f in a.findings]
    assert len(advises) <= MOST_ADVISES, advises


def test_it_ends_closed(patient: Played) -> None:
    assert patient.episode.whereabouts is Whereabouts.CLOSED


def test_each_permit_is_asked_for_and_then_given(patient: Played) -> None:
    steps = [answer.step for answer in patient.answers]
    asked = [step.command.name for step in steps if step.asks]
    assert set(asked) == PERMITS
    for before, step in pairwise(steps):
        if step.command.name in PERMITS and not step.asks:
            assert (before.asks, before.command) == (True, step.command)


def test_there_are_thirty_ten_for_each_protocol() -> None:
    protocols = Counter(played(path).script.protocol for path in FILES)
    assert protocols == {"kaysville": 10, "house": 10, "multisociety": 10}
    assert [path.stem for path in FILES] == [f"P{n:02}" for n in range(1, 31)]


def test_they_are_thirty_different_people() -> None:
    titles = {played(path).script.title for path in FILES}
    ages = {played(path).script.members[0].age_years for path in FILES}
    assert len(titles) == len(FILES)
    assert len(ages) > len(FILES) / 2


NEEDED = (
    ("puncture", "assessment.decide_patch"),
    ("headache", "assessment.decide_patch"),
    ("flags", "assessment.decide_patch"),
    ("decision", "booking.book"),
    ("arrived", "preparation.time_out"),
    ("flags_again", "preparation.time_out"),
    ("neurology_before", "preparation.time_out"),
    ("bleeding", "preparation.time_out"),
    ("allergies", "preparation.time_out"),
    ("consent", "preparation.time_out"),
    ("rest", "recovery.permit_standing"),
    ("observed_2", "discharge.permit"),
    ("walked", "discharge.permit"),
    ("neurology_after", "discharge.permit"),
    ("instructions", "discharge.permit"),
    ("left", "clearance.clear"),
    ("cleared", "closure.close"),
)


@pytest.mark.parametrize(("left_out", "permit"), NEEDED)
def test_nothing_of_it_may_be_left_out(left_out: str, permit: str) -> None:
    """Each of these is asked for: without it the plain patient is plain no more."""
    whole = played(FILES[0]).script.steps
    steps = tuple(step for step in whole if step.id != left_out)
    assert len(steps) == len(whole) - 1
    answers = played_once(FILES[0], steps).answers
    assert permit in {a.step.command.name for a in answers if a.outcome == "refused"}

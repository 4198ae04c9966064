"""Recovery: somebody looks at the patient at the times of the protocol (T7 T8 T10 T14)."""

from datetime import timedelta

import pytest
from journey import normal_legs
from story import NURSE, Story, moment

from bloodpatch.pathway.codes import Code
from bloodpatch.pathway.stages.recovery.commands import (
    PermitStanding,
    Receive,
    RecordObservations,
    RecordStandAndWalk,
    StartRest,
)
from bloodpatch.pathway.stages.recovery.statements import (
    Legs,
    Walked,
)
from bloodpatch.pathway.statements import Command
from bloodpatch.pathway.values import Pain, PainPosition
from bloodpatch.pathway.whereabouts import Whereabouts

BEGAN = "2026-11-16 14:22"


@pytest.fixture
def resting(patched: Story) -> Story:
    """A patient whose rest began at 14:22."""
    patched.at(BEGAN).nurse(StartRest())
    return patched


def test_the_patient_is_handed_over_to_a_bay(patched: Story) -> None:
    """T7: a separate room to recover."""
    assert patched.nurse(Receive(bay=Code("bay-b"))) == []
    assert patched.episode.now.recovery.bay == "bay-b"


@pytest.mark.parametrize("entry", [Receive(), StartRest()])
def test_a_patient_received_without_a_patch_on_record_says_so(
    patched: Story, entry: Receive | StartRest
) -> None:
    assert Story().nurse(entry) == ["recovery.no_patch_yet"]
    assert patched.nurse(entry) == []


def test_the_rest_is_owed_from_the_needle_out(patched: Story) -> None:
    """T7 T8."""
    assert patched.due("recovery.start_rest") == moment("2026-11-16 14:20").at


def test_each_observation_that_is_made_makes_the_next_one_due(resting: Story) -> None:
    """T8: 0, 15, 30, 60 minutes after the rest began, and hourly after that."""
    due = []
    grace = resting.protocol.recovery.observation_grace_minutes
    for _ in range(6):
        late = resting.due("recovery.observations") - moment(BEGAN).at
        due.append(late.seconds // 60 - grace)
        resting.nurse(RecordObservations())
    assert due == [0, 15, 30, 60, 120, 180]


def test_an_observation_before_the_rest_is_not_one_of_them(patched: Story) -> None:
    patched.at("2026-11-16 14:21").nurse(RecordObservations())
    patched.at(BEGAN).nurse(StartRest())
    grace = timedelta(minutes=patched.protocol.recovery.observation_grace_minutes)
    assert patched.due("recovery.observations") == moment(BEGAN).at + grace


def test_observations_are_owed_until_the_patient_has_walked(resting: Story) -> None:
    resting.wait(minutes=resting.protocol.recovery.rest_minutes)
    assert "recovery.observations" in resting.owes()
    resting.nurse(RecordStandAndWalk(walked=Walked.WHOLE_DISTANCE))
    assert "recovery.observations" not in resting.owes()


def test_which_observations_were_missed_can_be_asked(resting: Story) -> None:
    def missed() -> tuple[int, ...]:
        now = resting.episode.now
        out = now.procedure.ended
        return now.recovery.observations_missed(resting.protocol, resting.now, out)

    resting.nurse(RecordObservations())
    resting.wait(minutes=31)
    assert missed() == (15, 30)
    resting.nurse(RecordObservations(), RecordObservations())
    assert missed() == ()


def test_nobody_has_missed_what_fell_due_after_the_walk(resting: Story) -> None:
    resting.nurse(*(RecordObservations() for _ in range(3)))
    resting.wait(minutes=30).nurse(RecordStandAndWalk(walked=Walked.WHOLE_DISTANCE))
    resting.wait(hours=2)
    recovery, out = resting.episode.now.recovery, resting.episode.now.procedure.ended
    assert recovery.observations_missed(resting.protocol, resting.now, out) == ()


@pytest.mark.parametrize(
    ("first", "then", "stops"),
    [
        (Legs.NORMAL, None, False),
        (Legs.WEAK, None, True),
        (Legs.NUMB, None, True),
        (Legs.NORMAL, Legs.WEAK, True),
        (Legs.WEAK, Legs.NORMAL, True),
    ],
)
def test_legs_that_changed_once_stop_the_walk(
    resting: Story, first: Legs, then: Legs | None, stops: bool
) -> None:
    """T14, A4: a nurse's normal does not end it; to say nothing says nothing about them."""
    resting.nurse(RecordObservations(legs=first))
    resting.wait(minutes=10).nurse(RecordObservations(legs=then))
    resting.wait(minutes=30)
    assert ("recovery.legs_changed" in resting.asks(NURSE, PermitStanding)) is stops


def test_a_late_observation_does_not_overwrite_a_newer_one(resting: Story) -> None:
    resting.wait(minutes=20).physician(RecordObservations(legs=Legs.NORMAL))
    resting.wait(minutes=5)
    late = RecordObservations(legs=Legs.WEAK, occurred=moment("2026-11-16 14:30"))
    resting.physician(late)
    assert "recovery.legs_changed" not in resting.wait(minutes=20).asks(NURSE, PermitStanding)


@pytest.mark.parametrize(
    "examined",
    [RecordObservations(legs=Legs.NORMAL), normal_legs()],
    ids=["observed", "examined"],
)
def test_a_physician_who_finds_them_as_before_ends_it(resting: Story, examined: Command) -> None:
    """A4: and a nurse with the same words does not."""
    resting.wait(minutes=10).nurse(RecordObservations(legs=Legs.WEAK))
    resting.wait(minutes=5).nurse(examined)
    resting.wait(minutes=20)
    assert resting.refuses(NURSE, PermitStanding()) == ["recovery.legs_changed"]
    resting.physician(examined)
    assert resting.wait(minutes=1).asks(NURSE, PermitStanding) == []


def test_pain_is_kept_with_the_position_it_was_asked_in(resting: Story) -> None:
    """T10: relief is told from scores before and after in the same position."""
    pain = Pain(2, PainPosition.LYING)
    resting.nurse(RecordObservations(pain_lying=pain))
    (observed,) = (h for h in resting.episode.history if h.event.name == "recovery.observed")
    assert observed.event.pain_lying == pain


def test_a_patient_in_the_bay_is_in_recovery(resting: Story) -> None:
    resting.wait(hours=5)
    assert resting.episode.whereabouts is Whereabouts.RECOVERING
    assert resting.owes(), "time alone ends nothing"
    assert resting.due("recovery.stand_and_walk") < resting.now - timedelta(hours=4)

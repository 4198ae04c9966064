"""Recovery: the patient rests before standing (T8)."""

from dataclasses import replace

import pytest
from story import NURSE, PHYSICIAN, Story, moment

from bloodpatch.pathway.codes import Code, PlainForm
from bloodpatch.pathway.protocol import Certainty
from bloodpatch.pathway.review.commands import OverrideHold
from bloodpatch.pathway.stages.recovery.commands import (
    PermitStanding,
    RecordGotUp,
    RecordLayDown,
    RecordObservations,
    RecordStandAndWalk,
    StartRest,
)
from bloodpatch.pathway.stages.recovery.statements import (
    Legs,
    Walked,
)
from bloodpatch.pathway.values import Answer, Count, FreeText, When


@pytest.fixture
def resting(patched: Story) -> Story:
    """A patient whose rest began at 14:22."""
    patched.at("2026-11-16 14:22").nurse(StartRest())
    return patched


def test_she_may_not_stand_a_second_too_early(resting: Story) -> None:
    resting.wait(minutes=29, seconds=59)
    assert resting.refuses(NURSE, PermitStanding()) == ["recovery.rest_not_over"]


def test_she_may_stand_when_the_rest_is_over(resting: Story) -> None:
    """The trial favours longer rests; a clinic that has signed its own is told no more of it."""
    resting.wait(minutes=30)
    assert resting.asks(NURSE, PermitStanding) == []


def test_a_rest_that_nobody_here_has_signed_is_measured_by_the_trial(resting: Story) -> None:
    rest = resting.protocol.about("recovery.rest_minutes")
    others = dict(resting.protocol.parameters)
    others["recovery.rest_minutes"] = replace(rest, certainty=Certainty.SECONDARY)
    resting.protocol = replace(resting.protocol, parameters=others)
    resting.wait(minutes=30)
    assert resting.asks(NURSE, PermitStanding) == ["recovery.rest_short"]
    says = resting.finding(NURSE, PermitStanding, "recovery.rest_short").says
    assert says == "The patient has rested 30 minutes; those who tried it advise 60 or more."
    resting.wait(minutes=29, seconds=59)
    assert resting.asks(NURSE, PermitStanding) == ["recovery.rest_short"]
    resting.wait(seconds=1)
    assert resting.asks(NURSE, PermitStanding) == []


def test_the_finding_says_how_long_and_until_when(resting: Story) -> None:
    resting.wait(minutes=15, seconds=20)
    finding = resting.finding(NURSE, PermitStanding, "recovery.rest_not_over")
    assert finding.says == "The patient has rested 15 of 30 minutes and may stand from 14:52."


@pytest.mark.parametrize("begun", [None, moment("2026-11-16 14h")], ids=["now", "this hour"])
def test_who_has_begun_to_rest_has_rested_no_minute_yet(patched: Story, begun: When | None) -> None:
    """Also where the beginning is told to the hour, and that hour is not over."""
    patched.at("2026-11-16 14:22").nurse(StartRest(occurred=begun))
    finding = patched.finding(NURSE, PermitStanding, "recovery.rest_not_over")
    assert finding.says.startswith("The patient has rested 0 of 30 minutes")


def test_who_got_up_before_a_rest_that_is_told_roughly_had_rested_no_minute(
    patched: Story,
) -> None:
    """Both are told late: the rest to the hour, and so as of 14:40, when it was told."""
    patched.at("2026-11-16 14:40").nurse(StartRest(occurred=moment("2026-11-16 14h")))
    up = RecordGotUp(occurred=moment("2026-11-16 14:30"))
    (finding,) = patched.wait(minutes=5).decide(NURSE, up).findings
    assert finding.code == "recovery.got_up_early"
    assert "40 minutes of rest left" in finding.says


def test_nobody_is_permitted_to_stand_before_a_patch_is_on_record(story: Story) -> None:
    assert "recovery.no_patch_yet" in story.refuses(NURSE, PermitStanding())


def test_no_rest_started_is_missing_not_over(patched: Story) -> None:
    assert patched.refuses(NURSE, PermitStanding()) == ["recovery.rest_not_started"]


def test_a_rest_noted_to_the_hour_counts_from_the_end_of_that_hour(patched: Story) -> None:
    patched.at("2026-11-16 15:20").nurse(StartRest(occurred=moment("2026-11-16 14h")))
    assert patched.asks(NURSE, PermitStanding) == ["recovery.rest_not_over"]


def test_getting_up_early_is_recorded_never_refused(resting: Story) -> None:
    resting.wait(minutes=10)
    assert resting.nurse(RecordGotUp(reason=FreeText("went to her baby"))) == [
        "recovery.got_up_early"
    ]
    assert "review.against_a_rule" not in resting.owes(), "nobody is called for a toilet"


def test_who_gets_up_without_a_rest_is_told_so(patched: Story) -> None:
    assert "recovery.rest_not_started" in patched.nurse(RecordGotUp())


def test_getting_up_early_is_no_way_round_the_rest(resting: Story) -> None:
    """T8: a nurse who records that the patient got up has not let the patient stand."""
    resting.wait(minutes=10).nurse(RecordGotUp())
    assert resting.refuses(NURSE, PermitStanding()) == ["recovery.rest_cut_short"]


def test_who_got_up_after_the_whole_rest_may_stand(resting: Story) -> None:
    resting.wait(minutes=31).nurse(RecordGotUp())
    assert resting.asks(NURSE, PermitStanding) == []


def test_after_a_failed_test_the_patient_lies_down_first(resting: Story) -> None:
    """T9: no second try without the shorter rest."""
    resting.wait(minutes=30).nurse(PermitStanding(), RecordStandAndWalk(walked=Walked.LESS))
    assert resting.refuses(NURSE, PermitStanding()) == ["recovery.rest_cut_short"]


@pytest.mark.parametrize("times_up", [1, 2])
def test_after_getting_up_early_the_rest_goes_on_for_what_was_left(
    resting: Story, times_up: int
) -> None:
    for _ in range(times_up):
        resting.wait(minutes=10).nurse(RecordGotUp())
        resting.wait(minutes=5).nurse(RecordLayDown())
    resting.wait(minutes=30 - 10 * times_up - 1)
    assert resting.refuses(NURSE, PermitStanding()) == ["recovery.rest_not_over"]
    resting.wait(minutes=1)
    assert resting.asks(NURSE, PermitStanding) == []


def test_a_failed_test_is_followed_by_a_rest_and_a_second_try(resting: Story) -> None:
    resting.wait(minutes=30).nurse(
        PermitStanding(), RecordStandAndWalk(walked=Walked.LESS, dizzy=Answer.YES)
    )
    assert "recovery.lie_down_again" in resting.owes()
    resting.wait(minutes=1).nurse(RecordLayDown())
    minutes = resting.protocol.recovery.lie_down_again_minutes
    resting.wait(minutes=minutes - 1)
    assert resting.refuses(NURSE, PermitStanding()) == ["recovery.rest_not_over"]
    resting.wait(minutes=1).nurse(
        PermitStanding(), RecordStandAndWalk(walked=Walked.WHOLE_DISTANCE)
    )
    assert resting.episode.now.walked


def test_changed_legs_stop_the_walk_and_nobody_overrides_a_stop(resting: Story) -> None:
    resting.wait(minutes=15).nurse(RecordObservations(legs=Legs.WEAK))
    resting.wait(minutes=20)
    assert resting.refuses(PHYSICIAN, PermitStanding()) == ["recovery.legs_changed"]


def override(story: Story) -> OverrideHold:
    finding = story.finding(NURSE, PermitStanding, "recovery.rest_not_over")
    return OverrideHold(
        finding=Code(finding.code),
        act=Code(PermitStanding.name),
        patch_number=Count(story.episode.patch_number),
        saw=PlainForm(dict(finding.seen)),
        reason=FreeText("Has to feed her baby; no headache at all."),
    )


def test_a_physician_overrides_and_the_nurse_uses_it(resting: Story) -> None:
    resting.wait(minutes=20).physician(override(resting))
    resting.wait(minutes=1)
    assert resting.nurse(PermitStanding()) == ["recovery.rest_not_over"]


def test_an_override_is_used_up_by_its_act(resting: Story) -> None:
    resting.wait(minutes=20).physician(override(resting))
    resting.nurse(PermitStanding())
    assert resting.refuses(NURSE, PermitStanding()) == ["recovery.rest_not_over"]


def test_an_override_lapses_when_what_it_saw_differs(resting: Story) -> None:
    resting.wait(minutes=20).physician(override(resting))
    resting.nurse(RecordGotUp())
    resting.wait(minutes=2).nurse(RecordLayDown())
    assert resting.refuses(NURSE, PermitStanding()) == ["recovery.rest_not_over"]


def test_a_nurse_cannot_override(resting: Story) -> None:
    resting.wait(minutes=20)
    assert resting.refuses(NURSE, override(resting)) == ["person.not_your_act"]


def test_a_rest_told_from_before_the_needle_was_out_counts_from_then(patched: Story) -> None:
    """Late or wrong, an entry cannot have rested a patient who was still being patched."""
    patched.at("2026-11-16 14:49").nurse(StartRest(occurred=moment("2026-11-16 13:00")))
    assert patched.refuses(NURSE, PermitStanding()) == ["recovery.rest_not_over"]
    assert patched.due("recovery.stand_and_walk") == moment("2026-11-16 14:50").at

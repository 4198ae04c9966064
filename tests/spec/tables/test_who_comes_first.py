"""Who of all patients needs somebody first: what is urgent, then who is late, then who is due."""

from datetime import UTC, datetime, timedelta

import pytest
from entries import lift_of, obstetric, vitals
from journey import patched, ready_for_a_patch, referred
from story import NURSE, PHYSICIAN, ZONE, Story

from bloodpatch.pathway.clinical import RED_FLAGS_ASKED, RedFlag
from bloodpatch.pathway.decide import Accepted
from bloodpatch.pathway.obligations import Obligation
from bloodpatch.pathway.review.commands import Acknowledge
from bloodpatch.pathway.roles import Role
from bloodpatch.pathway.stages.assessment.choices import Decided
from bloodpatch.pathway.stages.assessment.commands import (
    DecidePatch,
    RecordDecision,
    ScreenRedFlags,
)
from bloodpatch.pathway.stages.followup.commands import RecordReport
from bloodpatch.pathway.stages.recovery.events import RestStarted
from bloodpatch.pathway.values import Answer, Answers, Count, When
from bloodpatch.pathway.whereabouts import Whereabouts
from bloodpatch.pathway.worklist import Rank, Urgency, owed, rank, urgency

NOW = datetime(2026, 11, 16, 21, 0, tzinfo=UTC)
SOON = timedelta(minutes=10)


@pytest.mark.parametrize(
    ("urgent", "due", "where", "expected"),
    [
        (True, NOW + timedelta(days=9), Whereabouts.FOLLOWED_UP, Rank.URGENT),
        (True, None, Whereabouts.RECOVERING, Rank.URGENT),
        (False, NOW - timedelta(seconds=1), Whereabouts.RECOVERING, Rank.LATE_AND_HERE),
        (False, NOW - timedelta(seconds=1), Whereabouts.BEING_PREPARED, Rank.LATE_AND_HERE),
        (False, NOW - timedelta(days=9), Whereabouts.FOLLOWED_UP, Rank.LATE),
        (False, NOW - timedelta(seconds=1), Whereabouts.REFERRED, Rank.LATE),
        (False, NOW, Whereabouts.RECOVERING, Rank.SOON),
        (False, NOW + SOON, Whereabouts.FOLLOWED_UP, Rank.SOON),
        (False, NOW + SOON + timedelta(seconds=1), Whereabouts.RECOVERING, Rank.LATER),
        (False, None, Whereabouts.FOLLOWED_UP, Rank.LATER),
    ],
)
def test_the_rank_of_a_patient(
    urgent: bool, due: datetime | None, where: Whereabouts, expected: Rank
) -> None:
    """Nobody who is late, however late, stands before an open stop or a reported red flag; and no
    paper before a patient who lies in the house."""
    assert rank(urgent, due, NOW, SOON, where) is expected
    assert sorted(Rank) == [
        Rank.URGENT,
        Rank.LATE_AND_HERE,
        Rank.LATE,
        Rank.SOON,
        Rank.LATER,
    ]


def urgency_of(story: Story) -> Urgency | None:
    return urgency(story.episode, owed(story.episode, story.protocol), story.protocol)


def with_a_seizure(story: Story) -> Story:
    flags = Answers({f: Answer.YES if f is RedFlag.SEIZURE else Answer.NO for f in RED_FLAGS_ASKED})
    referred(story).does(NURSE, ScreenRedFlags(flags=flags))
    return story.wait(minutes=5)


def test_a_reported_red_flag_is_urgent_until_a_physician_has_answered(story: Story) -> None:
    """T14: what the patient or the family reports."""
    patched(ready_for_a_patch(story.at("2026-11-16 14:05"))).wait(hours=20)
    assert urgency_of(story) is None
    story.does(NURSE, RecordReport(flags=Answers({RedFlag.LEG_WEAKNESS: Answer.YES})))
    assert urgency_of(story) is Urgency.RED_FLAG
    entry = Count(story.episode.position)
    story.wait(minutes=5).does(PHYSICIAN, Acknowledge(positions=(entry,)))
    assert urgency_of(story) is None


def test_a_stop_is_open_until_a_physician_has_decided(story: Story) -> None:
    """T3: a seizure before the patch; it is not over because a nurse has asked again."""
    with_a_seizure(story)
    assert urgency_of(story) is Urgency.STOP
    story.does(NURSE, ScreenRedFlags(flags=Answers({RedFlag.SEIZURE: Answer.NO})))
    assert urgency_of(story) is Urgency.STOP
    story.does(PHYSICIAN, RecordDecision(decision=Decided.URGENT_REFERRAL))
    assert urgency_of(story) is None


def test_a_stop_that_a_review_lifted_is_open_no_more(story: Story) -> None:
    with_a_seizure(story)
    stop = story.finding(PHYSICIAN, DecidePatch, "red_flag.stop")
    story.does(PHYSICIAN, lift_of(stop))
    assert urgency_of(story) is None


def test_a_severe_pressure_is_urgent_until_a_lower_one_is_recorded(story: Story) -> None:
    """Also where a physician took it: to have seen it does not treat it."""
    referred(story).does(NURSE, obstetric())
    for pressure, expected in (
        ((159, 109), None),
        ((165, 112), Urgency.SEVERE_PRESSURE),
        ((150, 100), None),
    ):
        story.wait(minutes=5).does(PHYSICIAN, vitals(pressure=pressure))
        assert urgency_of(story) is expected


def test_a_sign_that_a_physician_found_needs_nobody_to_be_fetched(story: Story) -> None:
    found = ScreenRedFlags(flags=Answers({RedFlag.SEIZURE: Answer.YES}))
    referred(story).does(PHYSICIAN, found)
    assert urgency_of(story) is None


def test_an_act_against_a_stop_is_urgent_until_a_physician_has_looked_at_it(story: Story) -> None:
    with_a_seizure(story)
    stop = story.finding(PHYSICIAN, DecidePatch, "red_flag.stop")
    story.does(PHYSICIAN, RecordDecision(decision=Decided.URGENT_REFERRAL))
    when = When.exact(story.now, ZONE)
    story.file(NURSE, Accepted((RestStarted(),), (stop,), when))
    assert urgency_of(story) is Urgency.STOP
    entry = Count(story.episode.position)
    story.does(PHYSICIAN, Acknowledge(positions=(entry,)))
    assert urgency_of(story) is None


def test_of_two_things_due_at_once_the_look_at_the_patient_comes_first(
    story: Story, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Observations, and only then: help the patient to lie down again."""
    codes = ("recovery.lie_down_again", "recovery.observations", "procedure.volumes")
    both = [Obligation(code=c, owner=Role.NURSE, due=NOW, says=c) for c in codes]
    monkeypatch.setattr(
        "bloodpatch.pathway.worklist.CAUSES", (lambda episode, protocol: iter(both),)
    )
    found = [o.code for o in owed(story.episode, story.protocol)]
    assert found == ["recovery.observations", "procedure.volumes", "recovery.lie_down_again"]

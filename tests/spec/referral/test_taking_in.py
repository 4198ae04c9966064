"""Referral (T2): a headache after a needle in the spine becomes somebody's business."""

from datetime import timedelta

from journey import referred
from story import FRONT_DESK, PATIENT, Story, moment

from bloodpatch.pathway.clinical import Setting, Specialty
from bloodpatch.pathway.stages.referral.choices import (
    Condition,
    Dura,
    MovementKind,
    Purpose,
    Technique,
)
from bloodpatch.pathway.stages.referral.commands import (
    Receive,
    RecordMovement,
    RecordPuncture,
    Sort,
)
from bloodpatch.pathway.stages.referral.events import (
    MovementRecorded,
    PunctureRecorded,
)
from bloodpatch.pathway.values import Needle, SpinalLevel
from bloodpatch.pathway.whereabouts import Whereabouts


def test_the_desk_takes_in_a_referral(story: Story) -> None:
    assert story.desk(Receive(received_from=Specialty.NEUROLOGY)) == []
    assert story.episode.whereabouts is Whereabouts.REFERRED


def test_nothing_at_all_need_be_known_of_it(story: Story) -> None:
    assert story.desk(Receive()) == []


def test_a_patient_does_not_refer_herself_into_the_record(story: Story) -> None:
    assert story.refuses(PATIENT, Receive()) == ["person.not_your_act"]


def test_somebody_owes_it_a_reading(story: Story) -> None:
    story.desk(Receive())
    hours = story.protocol.referral.triage_due_hours
    assert story.owes() == ["referral.unread"]
    assert story.due("referral.unread") == story.now + timedelta(hours=hours)


def test_a_referral_that_came_late_is_due_from_when_it_was_taken_in(story: Story) -> None:
    story.desk(Receive(occurred=moment("2026-11-13")))
    hours = story.protocol.referral.triage_due_hours
    assert story.due("referral.unread") == story.now + timedelta(hours=hours)


def test_once_read_it_is_owed_an_assessment(story: Story) -> None:
    story.desk(Receive())
    came = story.now
    story.wait(hours=1).nurse(Sort())
    hours = story.protocol.assessment.due_hours
    assert story.owes() == ["assessment.due"]
    assert story.due("assessment.due") == came + timedelta(hours=hours)


def test_anything_may_come_first_and_nobody_is_lost(story: Story) -> None:
    story.nurse(RecordPuncture())
    assert story.episode.whereabouts is Whereabouts.REFERRED
    assert story.owes() == ["referral.unread"]


def test_the_puncture_keeps_its_cause_time_level_and_needle(story: Story) -> None:
    """T2: what was done, what for, when, where and with which needle."""
    said = {
        "technique": Technique.LUMBAR_PUNCTURE,
        "purpose": Purpose.DIAGNOSTIC_SAMPLING,
        "punctured_at": moment("2026-11-14 10h"),
        "level": SpinalLevel("L4/5"),
        "needle": Needle.parse("22G quincke"),
    }
    story.desk(RecordPuncture(**said))
    (kept,) = story.events(PunctureRecorded)
    assert {name: getattr(kept, name) for name in said} == said


def test_of_several_punctures_the_first_starts_the_clock(story: Story) -> None:
    story.nurse(
        RecordPuncture(punctured_at=moment("2026-11-14 10:00")),
        RecordPuncture(punctured_at=moment("2026-11-13 10:00")),
        RecordPuncture(),
    )
    assert len(story.episode.referral.punctures) == 3
    assert story.episode.referral.puncture_at == moment("2026-11-13 10:00")


def test_that_there_was_no_puncture_is_said_outright(story: Story) -> None:
    assert not story.episode.referral.no_puncture
    story.nurse(RecordPuncture())
    assert not story.episode.referral.no_puncture
    story.nurse(RecordPuncture(dura=Dura.NOT_PUNCTURED))
    assert story.episode.referral.no_puncture


def test_a_spontaneous_leak_has_no_puncture(story: Story) -> None:
    story.nurse(RecordPuncture(technique=Technique.NONE))
    assert story.episode.referral.no_puncture


def test_coming_and_going_is_recorded_and_changes_nothing_else(story: Story) -> None:
    there = referred(story).episode.whereabouts
    assert (
        story.desk(
            RecordMovement(kind=MovementKind.ADMITTED, to=Setting.WARD, condition=Condition.WORSE)
        )
        == []
    )
    assert story.episode.whereabouts is there
    assert len(story.events(MovementRecorded)) == 1


def test_a_plain_referral_meets_no_finding(story: Story) -> None:
    referred(story)
    assert [h.findings for h in story.episode.history] == [(), (), (), ()]
    assert story.asks(FRONT_DESK, Receive) == []

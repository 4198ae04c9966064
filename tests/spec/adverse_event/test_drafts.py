"""Adverse events: what may be one is owed until it is opened or dismissed (T14)."""

from datetime import timedelta

import pytest
from journey import normal_legs, patched, ready_for_a_patch
from story import NURSE, PATIENT, PHYSICIAN, Story

from bloodpatch.pathway.clinical import AdverseKind, Power, Symptom
from bloodpatch.pathway.queries.adverse_event_drafts import open_drafts
from bloodpatch.pathway.stages.adverse_event.choices import NoEvent
from bloodpatch.pathway.stages.adverse_event.commands import DismissDraft, OpenEvent
from bloodpatch.pathway.stages.closure.events import Closed
from bloodpatch.pathway.stages.closure.statements import Status
from bloodpatch.pathway.stages.discharge.commands import RecordNeurology
from bloodpatch.pathway.stages.followup.choices import Effect
from bloodpatch.pathway.stages.followup.commands import RecordReport
from bloodpatch.pathway.stages.preparation.commands import RecordNeurology as RecordBaseline
from bloodpatch.pathway.stages.procedure.choices import DuringKind, StopReason
from bloodpatch.pathway.stages.procedure.commands import RecordEventDuring, RecordInjection
from bloodpatch.pathway.stages.recovery.commands import (
    RecordObservations,
    StartRest,
)
from bloodpatch.pathway.stages.recovery.statements import Legs
from bloodpatch.pathway.statements import Command
from bloodpatch.pathway.values import Answer, Answers, Count, FreeText

LEG_PAIN = RecordInjection(stop_reason=StopReason.LEG_PAIN)
COMPLAINT = RecordReport(adverse_effects=Answers({Effect.MORE_PAIN: Answer.YES}))


def dismissal(entry: int) -> DismissDraft:
    return DismissDraft(
        entry=Count(entry),
        why=NoEvent.EXPECTED,
        reason=FreeText("Pressure in the back while the blood went in; gone at once."),
    )


def drafts(story: Story) -> list[str]:
    return [d.says for d in open_drafts(story.episode)]


# where they come from


@pytest.mark.parametrize(
    ("entry", "says"),
    [
        (LEG_PAIN, "Pain running down a leg"),
        (RecordInjection(stop_reason=StopReason.BACK_PAIN), "Back pain"),
        (RecordInjection(symptoms_during=Answers({Symptom.LEG_NUMBNESS: Answer.YES})), None),
        (RecordEventDuring(kind=DuringKind.BRADYCARDIA), "Slow heart"),
    ],
)
def test_what_happened_on_the_table_is_owed(
    in_the_room: Story, entry: Command, says: str | None
) -> None:
    """H23: pain or paraesthesia while the blood goes in, and nothing follows."""
    in_the_room.physician(entry)
    assert "adverse_event.draft" in in_the_room.owes()
    assert says is None or drafts(in_the_room) == [says]


def test_a_full_volume_without_a_complaint_is_no_event(in_the_room: Story) -> None:
    in_the_room.physician(RecordInjection(stop_reason=StopReason.VOLUME_REACHED))
    assert drafts(in_the_room) == []


def test_changed_legs_in_recovery_are_owed_also_when_they_are_normal_again(story: Story) -> None:
    patched(ready_for_a_patch(story.at("2026-11-16 14:05")))
    story.at("2026-11-16 14:25").nurse(StartRest(), RecordObservations(legs=Legs.NUMB))
    story.wait(minutes=15).nurse(RecordObservations(legs=Legs.NORMAL))
    assert drafts(story) == ["Changed legs"]


def test_legs_that_stay_changed_are_one_draft_not_many(story: Story) -> None:
    patched(ready_for_a_patch(story.at("2026-11-16 14:05")))
    weak = RecordObservations(legs=Legs.WEAK)
    story.at("2026-11-16 14:25").nurse(StartRest(), weak)
    story.wait(minutes=15).nurse(weak)
    assert drafts(story) == ["Changed legs"]


def test_worse_legs_at_discharge_are_owed(story: Story) -> None:
    """H34."""
    patched(ready_for_a_patch(story.at("2026-11-16 14:05")))
    story.wait(minutes=40).nurse(RecordNeurology(power_left=Power(3)))
    half = RecordNeurology(power_right=Power(5))
    story.wait(minutes=5).nurse(half)
    assert drafts(story) == ["Worse than before the needle: power left 3 of 5"]


LEGS = [
    AdverseKind.LEG_WEAKNESS,
    AdverseKind.RADICULAR_PAIN,
    AdverseKind.PARAPARESIS,
    AdverseKind.CAUDA_EQUINA,
    AdverseKind.SPINAL_EPIDURAL_HAEMATOMA,
    AdverseKind.SPINAL_SUBDURAL_HAEMATOMA,
]


def test_worse_legs_are_settled_by_any_event_of_a_root_or_the_cord(story: Story) -> None:
    """H34: whatever it turned out to be, as long as it is of the legs."""
    patched(ready_for_a_patch(story.at("2026-11-16 14:05")))
    story.at("2026-11-16 14:25").nurse(StartRest(), RecordObservations(legs=Legs.WEAK))
    story.wait(minutes=40).nurse(RecordNeurology(power_left=Power(3)))
    left = {}
    for kind in AdverseKind:
        later = story.copy()
        later.nurse(OpenEvent(kinds=(kind,)))
        left[kind] = len(drafts(later))
    assert left == {kind: 0 if kind in LEGS else 2 for kind in AdverseKind}


def test_legs_that_were_no_better_before_the_patch_are_not_worse(story: Story) -> None:
    old = (Symptom.LEG_WEAKNESS,)
    story.nurse(RecordBaseline(power_left=Power(3), old_deficit=old))
    patched(ready_for_a_patch(story.at("2026-11-16 14:05")))
    story.wait(minutes=40).nurse(RecordNeurology(power_left=Power(3)))
    assert drafts(story) == []


def test_normal_legs_at_discharge_are_not(story: Story) -> None:
    patched(ready_for_a_patch(story.at("2026-11-16 14:05")))
    story.wait(minutes=40).nurse(normal_legs())
    assert drafts(story) == []


def test_a_complaint_at_home_is_owed(home: Story) -> None:
    hours = home.protocol.adverse_event.draft_review_due_hours
    home.does(PATIENT, COMPLAINT)
    assert drafts(home) == [Effect.MORE_PAIN.label]
    assert home.due("adverse_event.draft") == home.now + timedelta(hours=hours)


def test_a_complaint_before_any_patch_is_none_of_a_patch(story: Story) -> None:
    story.does(PATIENT, COMPLAINT)
    assert drafts(story) == []


# how they end


def test_an_event_of_a_kind_that_it_may_be_settles_it(home: Story) -> None:
    home.does(PATIENT, COMPLAINT)
    home.nurse(OpenEvent(kinds=(AdverseKind.BACK_PAIN,)))
    assert drafts(home) == []


def test_so_it_does_for_what_happened_on_the_table(in_the_room: Story) -> None:
    in_the_room.physician(LEG_PAIN)
    in_the_room.nurse(OpenEvent(kinds=(AdverseKind.RADICULAR_PAIN,)))
    assert drafts(in_the_room) == []


@pytest.mark.parametrize(
    "event",
    [
        OpenEvent(kinds=(AdverseKind.ALLERGIC,)),
        OpenEvent(),
        OpenEvent(kinds=(AdverseKind.ALLERGIC,), entry=Count(1)),
    ],
    ids=["of another kind", "kind not told", "from another entry"],
)
def test_an_event_of_something_else_does_not(home: Story, event: OpenEvent) -> None:
    home.does(PATIENT, COMPLAINT)
    home.nurse(event)
    assert drafts(home) == [Effect.MORE_PAIN.label]


def test_an_event_that_names_the_entry_settles_it_whatever_it_turned_out_to_be(
    home: Story,
) -> None:
    home.does(PATIENT, COMPLAINT)
    entry = Count(home.episode.position)
    home.nurse(OpenEvent(kinds=(AdverseKind.OTHER,), entry=entry))
    assert drafts(home) == []


def test_an_event_after_another_patch_does_not_settle_it(home: Story) -> None:
    """H50."""
    home.does(PATIENT, COMPLAINT)
    home.nurse(OpenEvent(kinds=(AdverseKind.BACK_PAIN,), after_patch=Count(2)))
    assert drafts(home) == [Effect.MORE_PAIN.label]
    home.nurse(OpenEvent(kinds=(AdverseKind.BACK_PAIN,), after_patch=Count(1)))
    assert drafts(home) == []


def test_it_goes_on_when_it_was_opened_before(home: Story) -> None:
    """The same pain told again at the next call is the same event."""
    home.nurse(OpenEvent(kinds=(AdverseKind.BACK_PAIN,)))
    home.wait(hours=4).does(PATIENT, COMPLAINT)
    assert drafts(home) == []


def test_a_physician_says_why_it_is_none(in_the_room: Story) -> None:
    in_the_room.physician(LEG_PAIN)
    in_the_room.physician(dismissal(in_the_room.episode.position))
    assert drafts(in_the_room) == []
    assert "adverse_event.draft" not in in_the_room.owes()


def test_a_nurse_cannot_dismiss(in_the_room: Story) -> None:
    in_the_room.physician(LEG_PAIN)
    entry = in_the_room.episode.position
    assert in_the_room.refuses(NURSE, dismissal(entry)) == ["person.not_your_act"]


@pytest.mark.parametrize("command", [dismissal(99), OpenEvent(entry=Count(99))])
def test_an_entry_that_is_not_there_can_be_neither_opened_nor_dismissed(
    home: Story, command: Command
) -> None:
    assert home.refuses(PHYSICIAN, command) == ["adverse_event.no_such_entry"]


def test_one_obligation_for_each_entry_that_speaks_of_something(in_the_room: Story) -> None:
    both = Answers({Symptom.BACK_PAIN: Answer.YES, Symptom.LEG_PAIN: Answer.YES})
    in_the_room.physician(RecordInjection(symptoms_during=both))
    assert len(drafts(in_the_room)) == 2
    assert in_the_room.owes().count("adverse_event.draft") == 1


def test_closing_signs_for_what_was_there_and_not_for_what_came_later(home: Story) -> None:
    home.does(PATIENT, COMPLAINT)
    home.given(Closed(status=Status.PARTIAL))
    assert "adverse_event.draft" not in home.owes()
    home.wait(hours=1).does(PATIENT, COMPLAINT)
    assert "adverse_event.draft" in home.owes()

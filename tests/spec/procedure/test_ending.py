"""How it ends (T7): the needle out, given up, or done by somebody else; and what is owed until."""

from datetime import timedelta

import pytest
from journey import patched, ready_for_a_patch
from story import PATIENT, PHYSICIAN, Story, moment

from bloodpatch.pathway.amendment.commands import Correct
from bloodpatch.pathway.codes import Code, PlainForm
from bloodpatch.pathway.stages.assessment.choices import Decided
from bloodpatch.pathway.stages.assessment.events import DecisionRecorded
from bloodpatch.pathway.stages.procedure.choices import AbandonReason, PatchedBy
from bloodpatch.pathway.stages.procedure.commands import (
    Abandon,
    RecordDraw,
    RecordInjection,
    RecordNeedle,
    RecordNeedleOut,
    RecordPatch,
    RecordPosition,
    StartProcedure,
)
from bloodpatch.pathway.values import Answer, Count, FreeText, Millilitres
from bloodpatch.pathway.whereabouts import Whereabouts


def test_a_plain_patch_is_given_and_over(ready: Story) -> None:
    procedure = patched(ready).episode.now.procedure
    assert procedure.finished
    assert procedure.patch_given
    assert str(procedure.level) == "L3/4"
    assert (procedure.volume_drawn, procedure.volume_injected) == (20, 20)


def test_the_needle_in_the_back_is_owed_to_the_patient(marked: Story) -> None:
    """T7: it comes out at once."""
    marked.nurse(RecordDraw())
    marked.physician(RecordNeedle(), RecordInjection(stayed_sterile=Answer.YES))
    assert marked.episode.whereabouts is Whereabouts.BEING_PATCHED
    assert marked.due("procedure.needle_out") == marked.now
    marked.physician(RecordNeedleOut())
    assert marked.episode.whereabouts is Whereabouts.RECOVERING


def test_a_patient_on_the_table_is_owed_an_end(ready: Story) -> None:
    """T4: a few minutes, by the protocol."""
    ready.nurse(StartProcedure())
    minutes = ready.protocol.procedure.expected_minutes
    assert ready.due("procedure.finish") == ready.now + timedelta(minutes=minutes)


def test_drawn_blood_waits_for_nothing(marked: Story) -> None:
    """T13: until it is injected or thrown away, somebody answers for it."""
    marked.nurse(RecordDraw())
    minutes = marked.protocol.procedure.draw_to_inject_max_minutes
    assert marked.due("procedure.blood_waits") == marked.now + timedelta(minutes=minutes)
    assert marked.episode.now.procedure.open_draw is not None
    marked.physician(RecordNeedle(), RecordInjection(stayed_sterile=Answer.YES))
    assert "procedure.blood_waits" not in marked.owes()


def test_of_two_draws_that_wait_the_older_one_says_until_when(marked: Story) -> None:
    """T13: more blood does not make the first any fresher."""
    marked.nurse(RecordDraw())
    due = marked.due("procedure.blood_waits")
    marked.wait(minutes=2).nurse(RecordDraw())
    assert marked.due("procedure.blood_waits") == due
    earlier = moment("2026-11-16 14:00")
    marked.wait(minutes=2).nurse(RecordDraw(drawn_at=earlier))
    minutes = timedelta(minutes=marked.protocol.procedure.draw_to_inject_max_minutes)
    assert marked.due("procedure.blood_waits") == earlier.at + minutes


def test_blood_that_waits_still_waits_when_the_needle_is_out(marked: Story) -> None:
    """T13: at another level it is this blood that goes in, or it is thrown away."""
    marked.nurse(RecordDraw())
    marked.physician(RecordNeedle(), RecordNeedleOut())
    assert "procedure.blood_waits" in marked.owes()


def test_where_only_the_injection_is_told_the_needle_is_out_as_well(ready: Story) -> None:
    ready.physician(RecordInjection(stayed_sterile=Answer.YES))
    assert ready.episode.now.procedure.finished


@pytest.mark.parametrize(("told", "over"), [(Answer.YES, True), (Answer.NO, False)])
def test_whether_the_needle_is_out_can_be_told_with_the_injection(
    marked: Story, told: Answer, over: bool
) -> None:
    marked.physician(RecordInjection(stayed_sterile=Answer.YES, needle_out=told))
    assert marked.episode.now.procedure.finished is over


def test_a_second_needle_is_not_the_end(ready: Story) -> None:
    ready.physician(RecordNeedle(), RecordInjection(stayed_sterile=Answer.YES), RecordNeedle())
    assert not ready.episode.now.procedure.finished


def test_a_procedure_given_up_is_over_without_a_patch(marked: Story) -> None:
    marked.nurse(RecordDraw())
    marked.physician(Abandon(reason=AbandonReason.NO_SPACE))
    procedure = marked.episode.now.procedure
    assert procedure.finished
    assert not procedure.patch_given
    assert procedure.open_draw is None
    assert marked.episode.whereabouts is Whereabouts.RECOVERING


def test_a_failed_draw_owes_no_rest_and_offers_something_else(marked: Story) -> None:
    """No needle has been in the back."""
    said = marked.physician(Abandon(reason=AbandonReason.NO_BLOOD))
    assert said == ["procedure.alternatives"]
    assert marked.episode.whereabouts is not Whereabouts.RECOVERING
    assert "recovery.start_rest" not in marked.owes()
    assert "procedure.given_up" in marked.owes()


def test_after_a_procedure_given_up_a_physician_decides_what_follows(marked: Story) -> None:
    """T15: another try, another day, another way; not nothing."""
    marked.physician(Abandon(reason=AbandonReason.NO_BLOOD))
    hours = marked.protocol.assessment.decision_due_hours
    assert marked.due("procedure.given_up") == marked.now + timedelta(hours=hours)
    marked.wait(days=2)
    assert "procedure.given_up" in marked.owes(), "time alone ends nothing"
    marked.given(DecisionRecorded(decision=Decided.PATCH))
    assert "procedure.given_up" not in marked.owes()


def test_a_patch_after_all_ends_what_was_owed_for_the_try_before(marked: Story) -> None:
    marked.physician(Abandon())
    marked.physician(RecordInjection(stayed_sterile=Answer.YES, volume_ml_injected=Millilitres(20)))
    assert "procedure.given_up" not in marked.owes()


def test_another_try_begins_anew(marked: Story) -> None:
    """Blood, order and time-out of the try that was given up do not count for the next."""
    marked.nurse(RecordDraw(volume_ml_drawn=Millilitres(22)))
    marked.physician(Abandon())
    marked.wait(hours=2)
    assert marked.copy().nurse(StartProcedure()) == ["procedure.not_timed_out"]
    marked.nurse(RecordPosition())
    procedure = marked.episode.now.procedure
    assert (procedure.volume_drawn, procedure.finished) == (None, False)
    ready_for_a_patch(marked.wait(minutes=1))
    assert marked.nurse(StartProcedure()) == []


def test_nothing_injected_is_no_patch(ready: Story) -> None:
    ready.physician(RecordInjection(stayed_sterile=Answer.YES, volume_ml_injected=Millilitres(0)))
    assert not ready.episode.now.procedure.patch_given


@pytest.mark.parametrize("by", [PatchedBy.ANOTHER_HOSPITAL, PatchedBy.ANOTHER_PHYSICIAN])
def test_a_patch_elsewhere_counts_as_a_patch_and_a_physician_decides_what_follows(
    story: Story, by: PatchedBy
) -> None:
    assert story.physician(RecordPatch(by=by, called_successful=Answer.NO)) == []
    procedure = story.episode.now.procedure
    assert procedure.patch_given
    assert not procedure.finished, "nobody rests here from a patch that was given elsewhere"
    hours = story.protocol.assessment.decision_due_hours
    assert story.due("procedure.patched_elsewhere") == story.now + timedelta(hours=hours)
    story.given(DecisionRecorded(decision=Decided.CONSERVATIVE))
    assert "procedure.patched_elsewhere" not in story.owes()


@pytest.mark.parametrize("by", [PatchedBy.THIS_CLINIC, None])
def test_a_patch_told_in_one_entry_needed_its_time_out_unless_others_gave_it(
    story: Story, by: PatchedBy | None
) -> None:
    """Leaving out who gave it is no way round the time-out."""
    here = RecordPatch(by=by)
    assert ready_for_a_patch(story.copy()).physician(here) == []
    assert story.physician(here) == ["procedure.not_timed_out"]
    assert "review.against_a_rule" in story.owes()


def test_a_report_may_stand_for_many_patches(story: Story) -> None:
    story.physician(RecordPatch(stands_for=Count(3), blood_patches_before=Count(15)), RecordPatch())
    procedure = story.episode.now.procedure
    assert (procedure.patches, procedure.patches_before) == (4, 15)


def test_volumes_that_a_correction_made_impossible_are_put_right(ready: Story) -> None:
    """A correction is never refused; what it breaks is a physician's task."""
    patched(ready).wait(minutes=5)
    draw = next(h for h in ready.episode.history if h.event.name == "procedure.drawn")
    ready.nurse(
        Correct(
            position=Count(draw.position),
            field=Code("volume_ml_drawn"),
            value=PlainForm("12"),
            reason=FreeText("Misread."),
        )
    )
    assert "procedure.volumes" in ready.owes()


def test_the_room_records_only_what_staff_say_and_only_what_has_happened(story: Story) -> None:
    story.at("2026-11-16 14:00")
    assert story.refuses(PATIENT, Abandon()) == ["person.not_your_act"]
    tomorrow = Abandon(occurred=moment("2026-11-17 14:00"))
    assert story.refuses(PHYSICIAN, tomorrow) == ["time.in_the_future"]

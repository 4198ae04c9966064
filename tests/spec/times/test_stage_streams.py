"""A stage stream answers a question once; what is filed later makes another, which is asked anew,
and leaves the streams of the other stages as they are."""

from story import Story

from bloodpatch.pathway.stage_stream import StageStream, question
from bloodpatch.pathway.stages.recovery.commands import (
    RecordLayDown,
    RecordObservations,
)
from bloodpatch.pathway.stages.recovery.events import (
    LayDown,
    Observed,
    Received,
)
from bloodpatch.pathway.values import BeatsPerMinute


class Counted(StageStream):
    asked = 0

    @question
    def lay_down(self) -> bool:
        """Whether somebody lay down."""
        type(self).asked += 1
        return self.has(LayDown)


def test_a_question_is_worked_out_once_for_a_drawer() -> None:
    story = Story()
    story.nurse(RecordLayDown())
    (lay,) = story.episode.history
    empty = Counted()
    filled = empty.file(lay)
    assert (empty.lay_down, empty.lay_down, Counted.asked) == (False, False, 1)
    assert (filled.lay_down, filled.lay_down, Counted.asked) == (True, True, 2)
    assert Counted.lay_down.__doc__ == "Whether somebody lay down."


def test_what_is_filed_is_asked_anew_and_the_other_drawers_are_shared() -> None:
    story = Story()
    story.nurse(RecordLayDown())
    before = story.episode.now
    assert before.recovery.latest(Observed) is None
    story.wait(minutes=5).nurse(RecordObservations(heart_rate=BeatsPerMinute(72)))
    after = story.episode.now
    assert [h.event.name for h in after.recovery.all(LayDown, Observed)] == [
        LayDown.name,
        Observed.name,
    ]
    assert after.recovery.first(Observed) is after.recovery.latest(Observed) is not None
    assert not after.recovery.has(Received)
    assert before.recovery.latest(Observed) is None
    assert after.procedure is before.procedure

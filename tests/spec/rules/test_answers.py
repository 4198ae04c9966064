"""Which answer stands where one question was answered several times."""

import pytest
from story import Story, moment

from bloodpatch.pathway.stages.preparation.commands import ScreenAgain
from bloodpatch.pathway.values import Answer

YES, NO, NOT_ASKED = Answer.YES, Answer.NO, Answer.NOT_ASKED


@pytest.mark.parametrize(
    ("told", "stands"),
    [
        ({}, None),
        ({"14:00": NOT_ASKED}, None),
        ({"14:00": YES, "15:00": NOT_ASKED}, YES),
        ({"14:00": YES, "15:00": NO}, NO),
        ({"14:00": NO, "15:00": YES}, YES),
        ({"14:00": YES, "15:00": NO, "16:00": YES}, YES),
        # Told for the hour only, the no may have come before the yes.
        ({"14:30": YES, "14h": NO}, YES),
        ({"14:30": YES, "14h": NO, "15:30": NO}, NO),
        ({"14:30": NO, "14h": YES}, YES),
        ({"14:30": NO, "14h": NO}, NO),
        # The no comes after one yes, and perhaps not after the other.
        ({"14:30": YES, "14h": YES, "15:00": NO}, NO),
    ],
)
def test_the_newest_answer_stands_but_a_no_only_where_it_is_known_to_be_the_newest(
    story: Story, told: dict[str, Answer], stands: Answer | None
) -> None:
    story.at("2026-11-16 20:00")
    for when, answer in told.items():
        story.nurse(ScreenAgain(infection=answer, occurred=moment(f"2026-11-16 {when}")))
    assert story.episode.now.preparation.infection is stands

"""After a patch somebody calls again: a contact is planned, or the departure starts the clock."""

import pytest
from entries import patch, relief
from story import Story, moment

from bloodpatch.pathway.clinical import Relief
from bloodpatch.pathway.stages.discharge.commands import RecordDeparture
from bloodpatch.pathway.stages.followup.commands import PlanContact, RecordStatus
from bloodpatch.pathway.statements import Command

NOTHING = "followup.nothing_planned"
PLAN = PlanContact(due=moment("2026-11-18 09:00"))


@pytest.mark.parametrize("word", [relief(Relief.COMPLETE), RecordStatus()])
@pytest.mark.parametrize(
    ("before", "codes"),
    [((), []), ((patch(),), [NOTHING]), ((patch(), PLAN), []), ((patch(), RecordDeparture()), [])],
)
def test_a_word_on_the_relief_asks_for_the_next_contact(
    story: Story, before: tuple[Command, ...], codes: list[str], word: Command
) -> None:
    story.physician(*before)
    assert [c for c in story.wait(hours=1).physician(word) if c == NOTHING] == codes

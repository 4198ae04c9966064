"""After a patch somebody calls again: a contact is planned, or the departure starts the clock."""

import pytest
from entries import investigated, patch, relief
from story import Story, moment

from bloodpatch.pathway.clinical import Investigation, Relief
from bloodpatch.pathway.stages.discharge.commands import RecordDeparture
from bloodpatch.pathway.stages.followup.commands import PlanContact, RecordStatus
from bloodpatch.pathway.statements import Command

NOTHING, AGAIN = "followup.nothing_planned", "imaging.again"
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


@pytest.mark.parametrize("word", [relief(Relief.COMPLETE), RecordStatus()])
@pytest.mark.parametrize(("signs", "codes"), [("hygroma", [AGAIN]), ("hygroma absent", [])])
def test_a_word_on_the_relief_asks_for_an_image_of_a_collection(
    story: Story, word: Command, signs: str, codes: list[str]
) -> None:
    """T12: the headache may be gone while the collection grows."""
    story.physician(investigated(Investigation.CT, signs=signs), patch())
    assert [c for c in story.wait(days=7).physician(word) if c == AGAIN] == codes

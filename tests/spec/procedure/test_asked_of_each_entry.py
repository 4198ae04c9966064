"""What other rooms and rules have to say is said at each entry of this room that it concerns."""

import pytest
from entries import puncture
from story import Story

from bloodpatch.pathway.stages.preparation.commands import RecordVitals
from bloodpatch.pathway.stages.procedure.commands import (
    RecordInjection,
    RecordNeedle,
    RecordPatch,
    RecordSedationGiven,
)
from bloodpatch.pathway.statements import Command
from bloodpatch.pathway.values import Answer, Dose, Kilograms, SpinalLevel

CHEST = SpinalLevel("T8/9")
HEAVY = RecordVitals(weight_kg=Kilograms(130))
TEN_TIMES = (Dose.parse("midazolam 20 mg"),)
BACK, CORD = "anatomy.difficult_back", "anatomy.cord_is_near"
HIGH, ASLEEP = "sedation.dose_high", "procedure.could_not_tell"


@pytest.mark.parametrize(
    ("before", "entry", "code"),
    [
        (HEAVY, RecordNeedle(), BACK),
        (HEAVY, RecordInjection(), BACK),
        (HEAVY, RecordPatch(), BACK),
        (None, RecordNeedle(levels=(CHEST,)), CORD),
        (puncture(level=CHEST), RecordInjection(), CORD),
        (None, RecordPatch(levels=(CHEST,)), CORD),
        (None, RecordSedationGiven(drugs=TEN_TIMES), HIGH),
        (None, RecordInjection(drugs_given=TEN_TIMES), HIGH),
        (RecordInjection(), RecordSedationGiven(awake_at_injection=Answer.NO), ASLEEP),
    ],
    ids=lambda one: getattr(one, "name", one),
)
def test_it_is_said_where_it_concerns_the_entry_and_nowhere_else(
    ready: Story, before: Command | None, entry: Command, code: str
) -> None:
    assert code not in ready.copy().physician(type(entry)())
    if before:
        ready.physician(before)
        ready.wait(minutes=1)
    assert code in ready.physician(entry)


@pytest.mark.parametrize("entry", [RecordInjection(), RecordPatch()])
def test_where_the_needle_has_its_own_entry_it_is_said_there(ready: Story, entry: Command) -> None:
    """Of an injection; a report of one line is an entry by itself."""
    ready.physician(HEAVY, RecordNeedle())
    codes = ready.wait(minutes=1).physician(entry)
    assert (BACK in codes) is isinstance(entry, RecordPatch)

"""What the patient has: the newest word on each condition, and what the needle was for."""

import pytest
from entries import history, puncture
from story import Story

from bloodpatch.pathway.clinical import Activity, HistoryItem
from bloodpatch.pathway.queries.conditions import conditions
from bloodpatch.pathway.stages.referral.choices import Purpose
from bloodpatch.pathway.statements import Command

H = HistoryItem
INTO_THE_CSF = puncture(purpose=Purpose.INTRATHECAL_CHEMOTHERAPY)

TOLD: dict[str, tuple[tuple[Command, ...], set[HistoryItem]]] = {
    "nothing": ((), set()),
    "has it": ((history(H.ASTHMA),), {H.ASTHMA}),
    "treated": ((history(H.ASTHMA, Activity.TREATED),), {H.ASTHMA}),
    "it left a deficit": ((history(H.ARM_WEAKNESS, Activity.OLD_DEFICIT),), {H.ARM_WEAKNESS}),
    "over": ((history(H.ASTHMA, Activity.RESOLVED),), set()),
    "over by now": ((history(H.ASTHMA), history(H.ASTHMA, Activity.RESOLVED)), set()),
    "back again": ((history(H.ASTHMA, Activity.RESOLVED), history(H.ASTHMA)), {H.ASTHMA}),
    "one of two is over": (
        (history(H.ASTHMA, Activity.RESOLVED), history(H.LEUKAEMIA)),
        {H.LEUKAEMIA},
    ),
    "a needle for it": ((INTO_THE_CSF,), {H.INTRATHECAL_CHEMOTHERAPY}),
    "a needle for something else": ((puncture(purpose=Purpose.CAESAREAN),), set()),
    "both": ((history(H.LEUKAEMIA), INTO_THE_CSF), {H.LEUKAEMIA, H.INTRATHECAL_CHEMOTHERAPY}),
}


@pytest.mark.parametrize(("entries", "has"), TOLD.values(), ids=TOLD)
def test_what_the_patient_has(
    story: Story, entries: tuple[Command, ...], has: set[HistoryItem]
) -> None:
    for entry in entries:
        story.wait(minutes=1).physician(entry)
    assert conditions(story.episode) == has

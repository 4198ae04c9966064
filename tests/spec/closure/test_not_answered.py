"""Closure: what a patient told from home is answered by a physician before the end (H36)."""

from dataclasses import replace

import pytest
from journey import all_contacts_made, cleared, followed_up, well
from story import PHYSICIAN, Story

from bloodpatch.pathway.clinical import RedFlag, Specialty
from bloodpatch.pathway.stages.closure.commands import CloseEpisode
from bloodpatch.pathway.stages.closure.statements import Status
from bloodpatch.pathway.stages.followup.commands import RecordContact
from bloodpatch.pathway.values import Answer, Answers, Celsius

SIGNED = CloseEpisode(status=Status.RESOLVED)
CODE = "closure.not_answered"


def told(flag: RedFlag) -> RecordContact:
    return replace(well(), flags=Answers({flag: Answer.YES}))


TOLD: dict[str, tuple[RecordContact, list[str]]] = {
    "a change of vision": (told(RedFlag.VISUAL_CHANGE), [CODE]),
    "severe back pain": (told(RedFlag.SEVERE_BACK_PAIN), [CODE]),
    "a fever": (replace(well(), temperature=Celsius.parse("39.1")), [CODE]),
    "what stops has a finding of its own": (told(RedFlag.SEIZURE), ["closure.nobody_took_over"]),
    "a stiff neck holds nothing": (told(RedFlag.NECK_STIFFNESS), []),
}


@pytest.fixture
def over(home: Story) -> Story:
    """Cleared on day 6, and well at every planned contact up to three months."""
    return all_contacts_made(cleared(followed_up(home)))


@pytest.mark.parametrize("what", TOLD)
def test_the_signature_is_no_answer(over: Story, what: str) -> None:
    call, codes = TOLD[what]
    over.wait(hours=1).nurse(call)
    assert over.asks(PHYSICIAN, CloseEpisode) == codes


def test_a_physician_calls_or_somebody_has_taken_over(over: Story) -> None:
    over.wait(hours=1).nurse(told(RedFlag.VISUAL_CHANGE))
    in_good_hands = replace(SIGNED, taken_over_by=Specialty.NEUROLOGY)
    assert over.copy().physician(in_good_hands) == []
    over.wait(minutes=10).physician(well())
    assert over.asks(PHYSICIAN, CloseEpisode) == []

"""Only an image that could show a collection, and was made, shows that it is gone (H08)."""

import pytest
from entries import flag
from journey import assessed, referred
from story import Story

from bloodpatch.pathway.clinical import ImagedRegion, Investigation, RedFlag, ResultWord
from bloodpatch.pathway.clinical.concepts import Concept
from bloodpatch.pathway.queries.standing_facts import standing
from bloodpatch.pathway.stages.assessment.choices import Progress
from bloodpatch.pathway.stages.assessment.commands import RecordInvestigation


@pytest.mark.parametrize(
    ("kind", "done", "gone"),
    [
        (Investigation.MRI, None, True),
        (Investigation.CT, Progress.REQUESTED, False),
        (Investigation.EEG, None, False),
        (Investigation.EYE_EXAMINATION, None, False),
    ],
)
def test_what_shows_a_collection_gone(
    story: Story, kind: Investigation, done: Progress | None, gone: bool
) -> None:
    assessed(referred(story)).wait(minutes=5).nurse(flag(RedFlag.SUBDURAL_ON_IMAGING))
    normal = RecordInvestigation(
        kind=(kind,), region=(ImagedRegion.BRAIN,), result=ResultWord.NORMAL, done=done
    )
    story.wait(minutes=5).nurse(normal)
    told = {fact.concept for fact in standing(story.episode, story.protocol)}
    assert (Concept.SUBDURAL_ON_IMAGING not in told) is gone

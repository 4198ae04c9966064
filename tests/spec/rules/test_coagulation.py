"""Blood that does not clot as it should holds back the needle, whoever asked for the value."""

import pytest
from entries import history, opinion, raised
from journey import assessed, referred
from story import PHYSICIAN, Story

from bloodpatch.pathway.clinical import Activity, HistoryItem, Measured, ResultWord, Specialty
from bloodpatch.pathway.rules.coagulation import blood_clots
from bloodpatch.pathway.rules.specialist import cancer_of_the_blood_was_discussed
from bloodpatch.pathway.stages.preparation.commands import RecordLabs
from bloodpatch.pathway.values import Inr

APTT = (Measured.parse("aptt 50 s"),)


@pytest.mark.parametrize(
    ("told", "codes"),
    [
        (history(HistoryItem.BLEEDING_TENDENCY), ["coagulation.bleeding_tendency"]),
        (history(HistoryItem.BLEEDING_TENDENCY, Activity.RESOLVED), []),
        (RecordLabs(inr=Inr.parse("1.4")), []),
        (RecordLabs(inr=Inr.parse("1.41")), ["coagulation.inr_high"]),
        (RecordLabs(values=APTT, word=ResultWord.RAISED), ["coagulation.aptt_out_of_range"]),
        (RecordLabs(values=APTT, word=ResultWord.NORMAL), []),
        (RecordLabs(values=APTT), []),
    ],
)
def test_h06_a_value_out_of_range_speaks_without_being_asked_for(
    story: Story, told: object, codes: list[str]
) -> None:
    story.does(PHYSICIAN, told)  # type: ignore[arg-type]
    assert raised(story, blood_clots) == codes


def test_the_newest_value_counts(story: Story) -> None:
    story.physician(RecordLabs(inr=Inr.parse("1.6")))
    story.wait(hours=1).physician(RecordLabs(inr=Inr.parse("1.2")))
    assert raised(story, blood_clots) == []


def test_cancer_of_the_blood_is_discussed_with_haematology_before_the_needle() -> None:
    story = assessed(referred(Story()))
    story.physician(history(HistoryItem.LEUKAEMIA))
    codes = raised(story, cancer_of_the_blood_was_discussed)
    assert codes == ["specialist.blood_cancer"]
    story.wait(hours=1).physician(opinion(Specialty.NEUROLOGY))
    assert raised(story, cancer_of_the_blood_was_discussed) == codes
    story.physician(opinion(Specialty.HAEMATOLOGY))
    assert raised(story, cancer_of_the_blood_was_discussed) == []

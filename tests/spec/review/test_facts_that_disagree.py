"""Entries that do not fit together: what was told twice in two forms, a fact that ended before it
began, and a fact that a correction takes away under an override. The more dangerous one counts,
until a physician has settled it, and none of the entries goes away."""

from typing import Any

import pytest
from entries import lift_of
from journey import time_out
from story import NURSE, PHYSICIAN, Story, moment

from bloodpatch.pathway.amendment.commands import Correct, StrikeEntries
from bloodpatch.pathway.clinical import Course, RedFlag, Symptom
from bloodpatch.pathway.codes import Code, PlainForm
from bloodpatch.pathway.decide import may
from bloodpatch.pathway.review.commands import OverrideHold
from bloodpatch.pathway.stages.assessment.commands import RecordSymptoms, ScreenRedFlags
from bloodpatch.pathway.stages.preparation.commands import RecordVitals, TakeTimeOut
from bloodpatch.pathway.values import Answer, Answers, Celsius, Count, FreeText

FEVER = "fever.measured"
STOP = "red_flag.stop"


def screened(answer: Answer) -> ScreenRedFlags:
    return ScreenRedFlags(flags=Answers({RedFlag.SEIZURE: answer}))


def seen(answer: Answer, **said: Any) -> RecordSymptoms:
    return RecordSymptoms(symptoms=Answers({Symptom.SEIZURE: answer}), **said)


def blocks(story: Story) -> list[str]:
    found = may(TakeTimeOut, story.episode, story.context(PHYSICIAN))
    return [f.code for f in found if f.blocks]


# a fact told twice in two forms that disagree

PAIRS = [
    (screened(Answer.YES), seen(Answer.NO)),
    (screened(Answer.NO), seen(Answer.YES)),
    (seen(Answer.NO), screened(Answer.YES)),
    (seen(Answer.YES), screened(Answer.NO)),
]


@pytest.mark.parametrize("pair", PAIRS, ids=["flag yes", "symptom yes", "no first", "yes first"])
def test_the_more_dangerous_counts_until_a_physician_settles_it(ready: Story, pair: Any) -> None:
    ready.nurse(*pair)
    assert STOP in blocks(ready)
    assert len([h for h in ready.episode.standing if h.recorded_at == ready.now]) >= 2
    ready.physician(lift_of(ready.finding(PHYSICIAN, TakeTimeOut, STOP)))
    assert STOP not in blocks(ready)


# a fact that ended before it began


@pytest.mark.parametrize("ended_first", [True, False], ids=["told first", "told last"])
def test_what_ended_before_it_began_has_not_ended(ready: Story, ended_first: bool) -> None:
    yes = RecordSymptoms(
        symptoms=Answers({Symptom.FACIAL_NUMBNESS: Answer.YES}), occurred=moment("2026-11-16 11:00")
    )
    gone = RecordSymptoms(
        symptoms=Answers({Symptom.FACIAL_NUMBNESS: Answer.YES}),
        course=Course.RESOLVED,
        occurred=moment("2026-11-16 10:00"),
    )
    before = blocks(ready)
    ready.nurse(*((gone, yes) if ended_first else (yes, gone)))
    assert set(blocks(ready)) - set(before)


# a correction under an override


def overridden(story: Story) -> Story:
    finding = story.finding(PHYSICIAN, TakeTimeOut, FEVER)
    story.physician(
        OverrideHold(
            finding=Code(FEVER),
            act=Code(TakeTimeOut.name),
            patch_number=Count(1),
            saw=PlainForm(dict(finding.seen)),
            reason=FreeText("Mastitis."),
        )
    )
    return story


def put_right(entry: int, value: str) -> Correct:
    reason = FreeText("Read wrongly.")
    return Correct(
        position=Count(entry), field=Code("temperature"), value=PlainForm(value), reason=reason
    )


@pytest.mark.parametrize("struck", [True, False], ids=["struck", "put right"])
def test_the_fact_goes_and_the_override_with_it(feverish: Story, struck: bool) -> None:
    """A physician has seen it when deciding on it, so a nurse may put it right."""
    entry = feverish.episode.position
    overridden(feverish)
    strike = StrikeEntries(positions=(Count(entry),), reason=FreeText("Not her."))
    away = strike if struck else put_right(entry, "36.8")
    feverish.nurse(away)
    asked = may(TakeTimeOut, feverish.episode, feverish.context(PHYSICIAN))
    assert FEVER not in [finding.code for finding in asked]


def test_another_value_in_its_place_asks_anew(feverish: Story) -> None:
    entry = feverish.episode.position
    overridden(feverish)
    feverish.physician(put_right(entry, "39.4"))
    assert feverish.refuses(NURSE, time_out()) == [FEVER]


def test_the_same_fact_told_anew_asks_anew(feverish: Story) -> None:
    entry = feverish.episode.position
    overridden(feverish)
    feverish.physician(put_right(entry, "36.8"))
    feverish.wait(minutes=20).nurse(RecordVitals(temperature=Celsius.parse("38.4")))
    assert feverish.refuses(NURSE, time_out()) == [FEVER]

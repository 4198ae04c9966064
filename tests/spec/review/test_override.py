"""An override: a physician lets one act go on against one hold, for the values that it saw."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from journey import no_red_flags, time_out
from samples import EVERY_FINDING
from story import NURSE, PHYSICIAN, Story

from bloodpatch.pathway.amendment.commands import StrikeEntries
from bloodpatch.pathway.clinical import RedFlag
from bloodpatch.pathway.codes import Code, PlainForm
from bloodpatch.pathway.decide import event_of, may
from bloodpatch.pathway.findings import Level
from bloodpatch.pathway.review.commands import OverrideHold
from bloodpatch.pathway.review.settlement import override_of
from bloodpatch.pathway.roles import Role
from bloodpatch.pathway.stages.assessment.commands import DecidePatch, ScreenRedFlags
from bloodpatch.pathway.stages.preparation.commands import (
    RecordVitals,
    ScreenAgain,
    TakeTimeOut,
)
from bloodpatch.pathway.stages.preparation.events import TimeOutTaken
from bloodpatch.pathway.statements import Command
from bloodpatch.pathway.treatment import ACTS
from bloodpatch.pathway.values import Answer, Answers, Celsius, Count, FreeText

TIME_OUT = time_out()
FEVER = "preparation.fever"


def override(
    story: Story, code: str = FEVER, act: type[Command] = TakeTimeOut, **other: Any
) -> OverrideHold:
    """What the page fills in when a physician overrides what is shown."""
    seen = PlainForm(dict(story.finding(PHYSICIAN, act, code).seen))
    said = OverrideHold(
        finding=Code(code),
        act=Code(act.name),
        patch_number=Count(story.episode.patch_number),
        saw=seen,
        reason=FreeText("Mastitis, treated since yesterday."),
    )
    return replace(said, **other)


def test_a_nurse_uses_what_a_physician_gave(feverish: Story) -> None:
    assert feverish.refuses(NURSE, TIME_OUT) == [FEVER]
    assert feverish.physician(override(feverish)) == []
    assert feverish.nurse(TIME_OUT) == [FEVER]


def test_it_stands_on_the_entry_by_name_and_with_the_reason(feverish: Story) -> None:
    feverish.physician(override(feverish))
    (finding,) = may(TakeTimeOut, feverish.episode, feverish.context(NURSE))
    assert finding.overridden_by is not None
    assert finding.overridden_by.role is PHYSICIAN
    assert finding.override_reason.startswith("Mastitis")
    feverish.nurse(TIME_OUT)
    assert feverish.episode.history[-1].findings == (f"overridden:{FEVER}",)
    assert "review.against_a_rule" not in feverish.owes()


@pytest.mark.parametrize("role", [r for r in Role if r is not PHYSICIAN])
def test_only_a_physician_gives_it(feverish: Story, role: Role) -> None:
    assert feverish.refuses(role, override(feverish)) == ["person.not_your_act"]


@pytest.mark.parametrize("kind", EVERY_FINDING, ids=lambda kind: kind.code)
def test_only_a_hold_can_be_overridden(feverish: Story, kind: Any) -> None:
    said = override(feverish, finding=Code(kind.code))
    if kind.level is Level.HOLD:
        assert feverish.physician(said) == []
    else:
        assert feverish.refuses(PHYSICIAN, said) == ["review.not_a_hold"]


def test_what_is_no_finding_at_all_cannot_be_overridden(feverish: Story) -> None:
    said = override(feverish, finding=Code("preparation.bad_weather"))
    assert feverish.refuses(PHYSICIAN, said) == ["review.not_a_hold"]


# when it lapses


def test_it_lapses_when_what_it_saw_differs(feverish: Story) -> None:
    feverish.physician(override(feverish))
    feverish.wait(minutes=5).nurse(RecordVitals(temperature=Celsius.parse("39.0")))
    assert feverish.refuses(NURSE, TIME_OUT) == [FEVER]


def test_it_is_for_the_values_that_were_seen(feverish: Story) -> None:
    other = PlainForm({"temperature": "37.0", "at": "then"})
    feverish.physician(override(feverish, saw=other))
    assert feverish.refuses(NURSE, TIME_OUT) == [FEVER]


def test_it_is_used_up_by_its_act(feverish: Story) -> None:
    feverish.physician(override(feverish))
    feverish.nurse(TIME_OUT)
    assert feverish.refuses(NURSE, TIME_OUT) == [FEVER]


def test_it_is_for_one_patch(feverish: Story) -> None:
    feverish.physician(override(feverish, patch_number=Count(2)))
    assert feverish.refuses(NURSE, TIME_OUT) == [FEVER]


def test_it_is_for_one_act(feverish: Story) -> None:
    feverish.nurse(ScreenRedFlags(flags=Answers({RedFlag.FEVER: Answer.YES})))
    feverish.physician(override(feverish), override(feverish, "red_flag.hold", DecidePatch))
    assert feverish.refuses(NURSE, TIME_OUT) == ["red_flag.hold"]


def test_it_is_for_one_finding_and_not_for_another_that_saw_the_same(story: Story) -> None:
    """Two that say only that nobody asked see nothing at all."""
    other = "assessment.puncture_not_recorded"
    story.physician(override(story, "assessment.not_assessed", DecidePatch))
    found = may(DecidePatch, story.episode, story.context(PHYSICIAN))
    assert {f.code: f.blocks for f in found} == {
        "red_flag.not_asked": True,
        "assessment.not_assessed": False,
        other: True,
    }


@pytest.mark.parametrize(
    ("flag", "code"),
    [(RedFlag.SEIZURE, "red_flag.stop"), (RedFlag.OLDER_AGE, "red_flag.background")],
)
def test_what_is_no_hold_is_never_overridden_whatever_was_recorded_of_it(
    feverish: Story, flag: RedFlag, code: str
) -> None:
    """The rule as it is now decides, and not what it was when somebody wrote the override."""
    feverish.nurse(ScreenRedFlags(flags=Answers({flag: Answer.YES})))
    feverish.given(event_of(ACTS[OverrideHold.name], override(feverish, code, DecidePatch)))
    finding = feverish.finding(PHYSICIAN, DecidePatch, code)
    assert finding.overridden_by is None


def test_of_two_the_newest_is_named(feverish: Story) -> None:
    newer = FreeText("Seen by the ward again.")
    feverish.physician(override(feverish))
    feverish.wait(minutes=5).physician(override(feverish, reason=newer))
    finding = feverish.finding(NURSE, TakeTimeOut, FEVER)
    assert finding.override_reason == newer.plain()


def test_what_else_holds_the_act_back_stays(feverish: Story) -> None:
    feverish.nurse(ScreenAgain(flags=no_red_flags(), infection=Answer.YES))
    feverish.physician(override(feverish))
    assert feverish.refuses(NURSE, TIME_OUT) == ["preparation.infection"]


def test_time_alone_ends_none(feverish: Story) -> None:
    feverish.physician(override(feverish))
    feverish.wait(hours=3)
    assert blocking(feverish) == []


def blocking(story: Story) -> list[str]:
    found = may(TakeTimeOut, story.episode, story.context(NURSE))
    return [f.code for f in found if f.blocks]


def test_it_ends_with_its_finding(feverish: Story) -> None:
    """A finding may say until when it holds; beyond that nobody has looked."""
    feverish.physician(override(feverish))
    now, act = feverish.now, ACTS[TakeTimeOut.name]
    finding = replace(feverish.finding(NURSE, TakeTimeOut, FEVER), valid_until=now)
    assert override_of(finding, act, feverish.episode, now) is not None
    assert override_of(finding, act, feverish.episode, now + timedelta(seconds=1)) is None


def test_struck_it_was_never_given(feverish: Story) -> None:
    feverish.physician(override(feverish))
    given = Count(feverish.episode.position)
    feverish.physician(StrikeEntries(positions=(given,), reason=FreeText("Wrong patient.")))
    assert feverish.refuses(NURSE, TIME_OUT) == [FEVER]


def test_a_second_one_counts_after_the_first_is_used_up(feverish: Story) -> None:
    feverish.physician(override(feverish))
    feverish.nurse(TIME_OUT)
    feverish.wait(minutes=1).physician(override(feverish))
    assert feverish.nurse(TIME_OUT) == [FEVER, "preparation.timed_out_already"]
    assert len(feverish.events(TimeOutTaken)) == 2

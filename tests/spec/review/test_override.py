"""An override: a physician lets one act go on against one hold, for the values that it saw."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import pytest
from journey import no_red_flags, time_out
from samples import EVERY_FINDING, full
from story import NURSE, PHYSICIAN, Story, moment

from bloodpatch.pathway.amendment.commands import StrikeEntries
from bloodpatch.pathway.clinical import RedFlag
from bloodpatch.pathway.codes import Code, PlainForm
from bloodpatch.pathway.decide import event_of, may
from bloodpatch.pathway.events import Event
from bloodpatch.pathway.findings import Cause, FindingKind, Level
from bloodpatch.pathway.review.commands import OverrideHold
from bloodpatch.pathway.review.settlement import override_of
from bloodpatch.pathway.roles import Role
from bloodpatch.pathway.stages.assessment.choices import Basis
from bloodpatch.pathway.stages.assessment.commands import DecidePatch, ScreenRedFlags
from bloodpatch.pathway.stages.booking.commands import Book
from bloodpatch.pathway.stages.clearance.commands import ClearActivity
from bloodpatch.pathway.stages.preparation.commands import (
    RecordVitals,
    ScreenAgain,
    TakeTimeOut,
)
from bloodpatch.pathway.stages.procedure.commands import RecordNeedle
from bloodpatch.pathway.stages.procedure.events import NeedlePlaced, PatchReported
from bloodpatch.pathway.stages.recovery.commands import PermitStanding
from bloodpatch.pathway.stages.repeat.commands import DecideRepeat
from bloodpatch.pathway.statements import Command
from bloodpatch.pathway.treatment import ACTS
from bloodpatch.pathway.values import Answer, Answers, Celsius, Count, FreeText

TIME_OUT = time_out()
FEVER = "fever.measured"
HOLDS, HOLD = RedFlag.FEVER, "red_flag.hold"


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
    assert FEVER in feverish.nurse(TIME_OUT)


def test_it_stands_on_the_entry_by_name_and_with_the_reason(feverish: Story) -> None:
    feverish.physician(override(feverish))
    finding = feverish.finding(NURSE, TakeTimeOut, FEVER)
    assert finding.overridden_by is not None
    assert finding.overridden_by.role is PHYSICIAN
    assert finding.override_reason.startswith("Mastitis")
    feverish.nurse(TIME_OUT)
    assert f"overridden:{FEVER}" in feverish.episode.history[-1].findings
    assert "review.against_a_rule" not in feverish.owes()


@pytest.mark.parametrize("role", [r for r in Role if r is not PHYSICIAN])
def test_only_a_physician_gives_it(feverish: Story, role: Role) -> None:
    assert feverish.refuses(role, override(feverish)) == ["person.not_your_act"]


@pytest.mark.parametrize("kind", EVERY_FINDING, ids=lambda kind: kind.code)
def test_only_a_hold_can_be_overridden(feverish: Story, kind: Any) -> None:
    said = replace(override(feverish), finding=Code(kind.code), act=Code(PermitStanding.name))
    outcome = feverish.decide(PHYSICIAN, said)
    refused = [f.code for f in outcome.findings if f.blocks]
    assert ("review.not_a_hold" in refused) is (kind.level is not Level.HOLD)


def test_what_is_no_finding_at_all_cannot_be_overridden(feverish: Story) -> None:
    said = override(feverish, finding=Code("preparation.bad_weather"))
    assert feverish.refuses(PHYSICIAN, said) == ["review.not_a_hold"]


# what it covers


WAY = (DecidePatch, Book, TakeTimeOut)


@pytest.fixture
def held(ready: Story) -> Story:
    """A flag that holds all three acts on the way to the needle."""
    ready.nurse(ScreenRedFlags(flags=Answers({HOLDS: Answer.YES})))
    return ready


@pytest.mark.parametrize("given", WAY, ids=lambda act: act.name)
def test_one_override_covers_the_whole_way_to_the_needle(held: Story, given: type[Command]) -> None:
    assert all(HOLD in stands(held, act) for act in WAY)
    held.physician(override(held, HOLD, given))
    assert not any(HOLD in stands(held, act) for act in WAY)


@pytest.mark.parametrize("other", [DecideRepeat, ClearActivity], ids=lambda act: act.name)
def test_any_other_act_asks_for_itself(held: Story, other: type[Command]) -> None:
    held.physician(override(held, HOLD, DecidePatch))
    assert HOLD in stands(held, other)
    held.physician(override(held, HOLD, other))
    assert HOLD not in stands(held, other)


def test_an_override_for_another_act_lets_no_needle_in(held: Story) -> None:
    held.physician(override(held, HOLD, ClearActivity))
    assert HOLD in stands(held, TakeTimeOut)


def test_neither_the_decision_nor_the_time_out_uses_it_up(held: Story) -> None:
    held.physician(override(held, HOLD, DecidePatch))
    held.physician(DecidePatch(basis=(Basis.DISABLING,)))
    held.nurse(TIME_OUT)
    assert HOLD not in stands(held, TakeTimeOut)


@pytest.mark.parametrize("needle", [NeedlePlaced, PatchReported], ids=lambda event: event.name)
def test_the_needle_uses_it_up(held: Story, needle: type[Event]) -> None:
    held.physician(override(held, HOLD, DecidePatch))
    held.wait(minutes=5).given(full(needle))
    assert HOLD in stands(held, TakeTimeOut)


def test_a_needle_of_before_that_is_entered_late_does_not(held: Story) -> None:
    held.physician(override(held, HOLD, DecidePatch))
    yesterday = moment("2026-11-15 10:00")
    held.physician(full(RecordNeedle, occurred=yesterday))
    assert HOLD not in stands(held, TakeTimeOut)


def test_nor_does_one_that_was_struck(held: Story) -> None:
    held.physician(override(held, HOLD, DecidePatch))
    held.wait(minutes=5).given(full(NeedlePlaced))
    entry = Count(held.episode.position)
    held.physician(StrikeEntries(positions=(entry,), reason=FreeText("Not this patient.")))
    assert HOLD not in stands(held, TakeTimeOut)


def test_for_what_is_no_permit_there_is_nothing_to_override(feverish: Story) -> None:
    for act in ("preparation.record_vitals", "unheard.of"):
        said = override(feverish, act=TakeTimeOut)
        refused = feverish.refuses(PHYSICIAN, replace(said, act=Code(act)))
        assert refused == ["review.no_such_act"]


# an instant that it names


HOUR = timedelta(hours=1)
PLANNED = datetime(2026, 11, 18, 10, tzinfo=UTC)
TIMED = FindingKind(
    code="spec.timed",
    level=Level.HOLD,
    cause=Cause.PRESENT,
    says="{drug}, needle at {needle}.",
    rule="A wait.",
    clears="Wait.",
    not_before=("needle",),
)


@pytest.mark.parametrize(
    ("needle", "drug", "stands"),
    [
        (PLANNED, "warfarin", True),
        (PLANNED + HOUR, "warfarin", True),
        (PLANNED.astimezone(timezone(timedelta(hours=9))), "warfarin", True),
        (PLANNED - timedelta(seconds=1), "warfarin", False),
        (PLANNED + HOUR, "heparin", False),
        ("not known", "warfarin", False),
    ],
)
def test_an_instant_covers_itself_and_what_is_later(
    story: Story, needle: Any, drug: str, stands: bool
) -> None:
    context = story.context(PHYSICIAN)
    saw = dict(TIMED(context, needle=PLANNED, drug="warfarin").seen)
    assert TIMED(context, needle=needle, drug=drug).still_as(saw) is stands
    unordered = replace(TIMED, not_before=())
    assert unordered(context, needle=PLANNED, drug="warfarin").still_as(saw)
    assert not unordered(context, needle=PLANNED + HOUR, drug="warfarin").still_as(saw)


def stands(story: Story, act: type[Command]) -> list[str]:
    """What blocks an act."""
    return [f.code for f in may(act, story.episode, story.context(PHYSICIAN)) if f.blocks]


# when it lapses


def test_it_lapses_when_what_it_saw_differs(feverish: Story) -> None:
    feverish.physician(override(feverish))
    feverish.wait(minutes=5).nurse(RecordVitals(temperature=Celsius.parse("39.0")))
    assert feverish.refuses(NURSE, TIME_OUT) == [FEVER]


def test_it_is_for_the_values_that_were_seen(feverish: Story) -> None:
    other = PlainForm({"temperature": "37.0", "at": "then"})
    said = override(feverish, saw=other)
    assert feverish.refuses(PHYSICIAN, said) == ["review.stands_otherwise"]
    feverish.given(event_of(ACTS[OverrideHold.name], said))
    assert feverish.refuses(NURSE, TIME_OUT) == [FEVER]


def test_it_is_for_one_patch(feverish: Story) -> None:
    feverish.physician(override(feverish, patch_number=Count(2)))
    assert feverish.refuses(NURSE, TIME_OUT) == [FEVER]


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

"""After a try that gave no patch (H09 H34): a needle may have done something, and the next begins
with what is so now."""

from dataclasses import replace
from typing import Any

import pytest
from journey import (
    instructions,
    no_red_flags,
    normal_legs,
    patched,
    ready_for_a_patch,
    recovered,
    time_out,
    timed_out,
    unremarkable,
)
from story import NURSE, PHYSICIAN, Story, moment

from bloodpatch.pathway.clinical import Examined, Power
from bloodpatch.pathway.codes import Code, PlainForm
from bloodpatch.pathway.review import Examination, LiftStop
from bloodpatch.pathway.stages.discharge.commands import PermitDischarge
from bloodpatch.pathway.stages.preparation.commands import (
    RecordNeurology,
    ScreenAgain,
    TakeTimeOut,
)
from bloodpatch.pathway.stages.procedure.answers import PatchedBy
from bloodpatch.pathway.stages.procedure.commands import (
    Abandon,
    RecordInjection,
    RecordNeedle,
    RecordNeedleOut,
    RecordPatch,
    StartProcedure,
)
from bloodpatch.pathway.statements import Command
from bloodpatch.pathway.values import Answer, FreeText, Millilitres

CHANGED, WORSE = "preparation.legs_changed", "discharge.neurology_worse"
FLAGS = ScreenAgain(flags=no_red_flags(), infection=Answer.NO)


def legs(power: int = 5, **said: Any) -> RecordNeurology:
    return RecordNeurology(**unremarkable() | {"power_left": Power(power)} | said)


AGAIN = (FLAGS, legs())
BEFORE_IT = ["red_flag.before_the_needle", "preparation.neurology_not_examined"]
NO_BLOOD = RecordInjection(volume_ml_injected=Millilitres(0), needle_out=Answer.YES)
IN_VAIN: dict[str, tuple[Command, ...]] = {
    "given up": (StartProcedure(), RecordNeedle(), Abandon()),
    "given up, nothing else told": (Abandon(),),
    "the needle out": (StartProcedure(), RecordNeedle(), RecordNeedleOut()),
    "no blood went in": (StartProcedure(), RecordNeedle(), NO_BLOOD),
}


@pytest.fixture
def tried(checked: Story) -> Story:
    """At 14:10, with normal legs and no red flag before."""
    timed_out(checked).wait(minutes=5).physician(*IN_VAIN["given up"])
    return checked


def asked(story: Story) -> list[str]:
    return story.asks(NURSE, TakeTimeOut)


def worse(story: Story) -> str:
    found = story.finding(NURSE, TakeTimeOut, CHANGED)
    return found.says.removeprefix("Worse than before the try that gave no patch: ")


def lifts(story: Story, code: str = CHANGED, act: type[Command] = TakeTimeOut) -> Story:
    """A physician looks at the stop that stands now."""
    finding = story.finding(PHYSICIAN, act, code)
    lift = LiftStop(
        finding=Code(code),
        saw=PlainForm(dict(finding.seen)),
        examination=Examination.SPINE_MRI,
        result=FreeText("No bleeding."),
    )
    story.wait(minutes=1).physician(lift)
    assert code not in story.asks(PHYSICIAN, act)
    return story


@pytest.mark.parametrize("done", IN_VAIN.values(), ids=IN_VAIN)
@pytest.mark.parametrize(
    ("again", "codes"),
    [((), BEFORE_IT), (AGAIN[:1], BEFORE_IT[1:]), (AGAIN[1:], BEFORE_IT[:1]), (AGAIN, [])],
    ids=["nothing", "the flags", "the legs", "both"],
)
def test_flags_and_legs_are_of_before_it(
    checked: Story, done: tuple[Command, ...], again: tuple[Command, ...], codes: list[str]
) -> None:
    timed_out(checked).wait(minutes=5).physician(*done)
    at_once, later = checked.copy(), checked.wait(minutes=10)
    for story in (at_once, later):
        story.nurse(*again)
        assert asked(story) == codes


@pytest.mark.parametrize(
    ("try_ended", "codes"), [("2026-11-16 14:10", []), ("2026-11-16 14h", BEFORE_IT[:1])]
)
def test_flags_asked_when_it_may_not_have_ended_are_asked_again(
    checked: Story, try_ended: str, codes: list[str]
) -> None:
    timed_out(checked).wait(minutes=5).physician(StartProcedure(), RecordNeedle())
    checked.wait(minutes=5).nurse(FLAGS)
    checked.wait(minutes=50).physician(Abandon(occurred=moment(try_ended)))
    checked.wait(minutes=1).nurse(legs())
    assert [code for code in asked(checked) if code.startswith("red_flag")] == codes


def test_legs_examined_at_some_time_of_that_hour_may_be_of_before_it(tried: Story) -> None:
    tried.wait(minutes=10).nurse(FLAGS, legs(occurred=moment("2026-11-16 14h")))
    assert asked(tried) == BEFORE_IT[1:]


# the legs


def test_legs_that_grew_weak_stop_the_next_until_a_physician_has_looked(tried: Story) -> None:
    """H34: a second needle would hide what the first has done."""
    tried.wait(minutes=10).nurse(FLAGS, legs(4))
    assert worse(tried) == "power left 4 of 5."
    lifts(tried).wait(minutes=5).nurse(legs(3, saddle=Examined.CHANGED))
    assert worse(tried) == "power left 3 of 5, saddle area changed."
    lifts(tried)


def test_what_was_looked_at_after_one_try_answers_nothing_after_the_next(tried: Story) -> None:
    tried.wait(minutes=10).nurse(FLAGS, legs(4))
    lifts(tried).wait(minutes=5).physician(RecordNeedle(), Abandon())
    tried.wait(minutes=5).nurse(FLAGS, legs(4))
    assert CHANGED in asked(tried)
    lifts(tried)


def test_who_looks_at_the_bladder_alone_has_not_seen_that_the_leg_is_strong(tried: Story) -> None:
    tried.wait(minutes=10).nurse(legs(2))
    tried.wait(minutes=5).nurse(RecordNeurology(bladder=Examined.NORMAL))
    assert worse(tried) == "power left 2 of 5."
    tried.wait(minutes=5).nurse(legs())
    assert CHANGED not in asked(tried)


def test_legs_that_were_weak_before_are_no_worse(checked: Story) -> None:
    timed_out(checked.wait(minutes=1)).nurse(legs(3))
    checked.wait(minutes=5).physician(*IN_VAIN["given up"])
    checked.wait(minutes=10).nurse(FLAGS, legs(3))
    assert CHANGED not in asked(checked)


def test_weak_legs_that_nobody_examined_before_count_as_new(story: Story) -> None:
    story.physician(StartProcedure(), RecordNeedle(), Abandon())
    story.wait(minutes=5).nurse(legs(3))
    assert CHANGED in asked(story)


def test_legs_that_were_strong_again_are_compared_with_that_too(checked: Story) -> None:
    """Weak from a block before the first needle, strong before the second, weak after it."""
    timed_out(checked.wait(minutes=1)).nurse(legs(3))
    checked.wait(minutes=5).physician(*IN_VAIN["given up"])
    checked.wait(minutes=60).nurse(FLAGS, legs(5))
    checked.wait(minutes=1).nurse(time_out())
    checked.wait(minutes=5).physician(*IN_VAIN["given up"])
    checked.wait(minutes=5).nurse(legs(3))
    assert worse(checked) == "power left 3 of 5."


@pytest.mark.parametrize("done", IN_VAIN.values(), ids=IN_VAIN)
def test_whatever_was_told_of_the_try(checked: Story, done: tuple[Command, ...]) -> None:
    timed_out(checked).wait(minutes=5).physician(*done)
    checked.wait(minutes=5).nurse(legs(3))
    assert worse(checked) == "power left 3 of 5."


def test_an_examination_while_the_needle_was_in_is_none_of_before_it(checked: Story) -> None:
    """The end of the try is known by its day only; that it began, to the minute."""
    timed_out(checked).wait(minutes=5).physician(StartProcedure())
    checked.wait(minutes=20).nurse(legs(2))
    checked.wait(minutes=10).physician(Abandon(occurred=moment("2026-11-16")))
    checked.wait(minutes=10).nurse(FLAGS, legs(2))
    assert CHANGED in asked(checked)


def test_weak_legs_after_a_try_are_owed_though_nobody_tries_again(tried: Story) -> None:
    """H34: the patient goes home, and no time-out is asked for."""
    tried.wait(minutes=10).nurse(legs(4))
    tried.wait(minutes=10).nurse(legs(2))
    drafts = [d.says for d in tried.episode.adverse_event.drafts(tried.episode.rounds)]
    assert drafts == ["Worse than before the try: power left 4 of 5"]
    assert "adverse_event.draft" in tried.owes()


# going home after the next one


OLD = {"power_left": Power(3)}


@pytest.mark.parametrize(
    ("before", "between"), [(5, 3), (3, 5)], ids=["hurt by the first", "hurt by the second"]
)
def test_going_home_they_are_compared_with_before_each_needle(
    story: Story, before: int, between: int
) -> None:
    story.at("2026-11-16 13:40").nurse(legs(before))
    ready_for_a_patch(story.at("2026-11-16 13:50")).physician(RecordNeedle(), Abandon())
    story.at("2026-11-16 14:00").nurse(legs(between))
    walked = recovered(patched(ready_for_a_patch(story.at("2026-11-16 14:05"))))
    walked.nurse(instructions(), replace(normal_legs(), **OLD))
    assert WORSE in walked.asks(NURSE, PermitDischarge)


def test_a_patch_elsewhere_before_is_no_needle_of_this_place(checked: Story) -> None:
    """It was given before she came; what was examined here is still of before the needle here."""
    elsewhere = RecordPatch(by=PatchedBy.ANOTHER_HOSPITAL, occurred=moment("2026-11-16 14:00"))
    timed_out(checked).physician(elsewhere)
    checked.wait(minutes=5).nurse(legs(3))
    checked.wait(minutes=5).physician(RecordInjection())
    checked.wait(minutes=30).nurse(replace(normal_legs(), **OLD))
    assert WORSE not in checked.asks(NURSE, PermitDischarge)

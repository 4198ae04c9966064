"""After a try that gave no patch (H09 H34): a needle may have done something, and the next begins
with what is so now."""

from dataclasses import replace
from typing import Any

import pytest
from entries import lift_of
from journey import (
    instructions,
    no_red_flags,
    normal_legs,
    ready_for_a_patch,
    time_out,
    timed_out,
    unremarkable,
)
from story import NURSE, PHYSICIAN, Story, moment

from bloodpatch.pathway.clinical import Examined, Power, Symptom
from bloodpatch.pathway.queries.adverse_event_drafts import open_drafts
from bloodpatch.pathway.stages.adverse_event.choices import NoEvent
from bloodpatch.pathway.stages.adverse_event.commands import DismissDraft
from bloodpatch.pathway.stages.discharge.commands import PermitDischarge
from bloodpatch.pathway.stages.preparation.commands import (
    RecordNeurology,
    ScreenAgain,
    TakeTimeOut,
)
from bloodpatch.pathway.stages.procedure.choices import PatchedBy
from bloodpatch.pathway.stages.procedure.commands import (
    Abandon,
    RecordDraw,
    RecordInjection,
    RecordNeedle,
    RecordNeedleOut,
    RecordPatch,
    StartProcedure,
)
from bloodpatch.pathway.statements import Command
from bloodpatch.pathway.values import Answer, Count, FreeText, Millilitres

CHANGED, WORSE = "preparation.legs_changed", "discharge.neurology_worse"
FLAGS = ScreenAgain(flags=no_red_flags(), infection=Answer.NO)


def legs(power: int = 5, **said: Any) -> RecordNeurology:
    return RecordNeurology(**unremarkable() | {"power_left": Power(power)} | said)


AGAIN = (FLAGS, legs())
OLD = {"power_left": Power(3)}
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
    return found.says.removeprefix("Worse than before the needle, at the worst so far: ")


def lifts(story: Story) -> Story:
    """A physician looks at the stop that stands now."""
    finding = story.finding(PHYSICIAN, TakeTimeOut, CHANGED)
    story.wait(minutes=1).physician(lift_of(finding))
    assert CHANGED not in story.asks(PHYSICIAN, TakeTimeOut)
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
    lifts(tried).wait(minutes=5).nurse(legs(2, saddle=Examined.CHANGED))
    assert worse(tried) == "power left 2 of 5, saddle area changed."
    lifts(tried).wait(minutes=5).nurse(legs(3))
    assert CHANGED not in asked(tried)


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
    weak = legs(3, old_deficit=(Symptom.LEG_WEAKNESS,))
    timed_out(checked.wait(minutes=1)).nurse(weak)
    checked.wait(minutes=5).physician(*IN_VAIN["given up"])
    checked.wait(minutes=10).nurse(FLAGS, legs(3))
    assert CHANGED not in asked(checked)


def test_weak_legs_that_nobody_examined_before_count_as_new(story: Story) -> None:
    story.physician(StartProcedure(), RecordNeedle(), Abandon())
    story.wait(minutes=5).nurse(legs(3))
    assert CHANGED in asked(story)


def test_legs_that_were_strong_again_are_compared_with_that_too(checked: Story) -> None:
    """Weak from a block before the first needle, strong before the second, weak after it."""
    weak = legs(3, old_deficit=(Symptom.LEG_WEAKNESS,))
    timed_out(checked.wait(minutes=1)).nurse(weak)
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
    drafts = [d.says for d in open_drafts(tried.episode)]
    assert drafts == [
        "Worse than before the needle: power left 4 of 5",
        "Worse than before the needle: power left 2 of 5",
    ]
    assert "adverse_event.draft" in tried.owes()


ENDED_LATER: dict[str, tuple[Command, ...]] = {
    "given up, told as of today": (Abandon(occurred=moment("2026-11-16")),),
    "the needle out": (RecordNeedleOut(),),
    "given up twice": (Abandon(), Abandon()),
}


@pytest.mark.parametrize("end", ENDED_LATER.values(), ids=ENDED_LATER)
def test_an_end_that_is_told_after_the_examination_makes_nothing_of_it(
    checked: Story, end: tuple[Command, ...]
) -> None:
    timed_out(checked).wait(minutes=5).physician(StartProcedure(), RecordNeedle())
    checked.wait(minutes=10).nurse(legs(1))
    checked.wait(minutes=10).physician(*end)
    assert worse(checked) == "power left 1 of 5."
    assert "adverse_event.draft" in checked.owes()


def test_in_the_same_minute_what_was_told_later_was_later(checked: Story) -> None:
    timed_out(checked).wait(minutes=5).physician(*IN_VAIN["given up"])
    checked.nurse(FLAGS, legs(1))
    assert CHANGED in asked(checked)


@pytest.mark.parametrize("done", IN_VAIN.values(), ids=IN_VAIN)
def test_a_patch_given_elsewhere_is_none_of_here(checked: Story, done: tuple[Command, ...]) -> None:
    elsewhere = RecordPatch(by=PatchedBy.ANOTHER_HOSPITAL, occurred=moment("2026-11-15"))
    timed_out(checked).physician(elsewhere)
    checked.wait(minutes=5).physician(*done)
    assert set(BEFORE_IT) <= set(asked(checked))
    checked.wait(minutes=5).nurse(legs(1))
    assert CHANGED in asked(checked)


def test_a_little_blood_before_it_was_given_up_is_no_reason_to_ask_less(checked: Story) -> None:
    little = RecordInjection(volume_ml_injected=Millilitres(2))
    timed_out(checked).wait(minutes=5).physician(StartProcedure(), RecordNeedle(), little)
    checked.wait(minutes=1).physician(Abandon())
    checked.wait(minutes=5).physician(RecordDraw())
    assert set(BEFORE_IT) <= set(asked(checked))
    checked.wait(minutes=5).nurse(legs(1))
    assert CHANGED in asked(checked)


def test_weak_legs_on_the_form_for_going_home_stop_the_next_try_as_well(tried: Story) -> None:
    tried.wait(minutes=10).nurse(replace(normal_legs(), **OLD))
    assert worse(tried) == "power left 3 of 5."


def test_without_a_needle_there_is_no_before_it(checked: Story) -> None:
    checked.nurse(replace(normal_legs(), **OLD))
    assert CHANGED not in asked(checked)


def test_who_dismisses_a_little_weakness_has_said_nothing_of_a_lame_leg(tried: Story) -> None:
    tried.wait(minutes=10).nurse(legs(4))
    why = FreeText("The local anaesthetic; it was there before the needle.")
    entry = Count(tried.episode.position)
    tried.physician(DismissDraft(entry=entry, why=NoEvent.EXPECTED, reason=why))
    tried.wait(minutes=10).nurse(legs(4))
    assert "adverse_event.draft" not in tried.owes()
    tried.wait(minutes=10).nurse(legs(0))
    assert "adverse_event.draft" in tried.owes()
    tried.physician(RecordInjection())
    assert "adverse_event.draft" in tried.owes()


# going home after the next one


WEAK_BEFORE: dict[str, tuple[Command, ...]] = {
    "examined before": (legs(3), StartProcedure(), RecordNeedle(), RecordInjection()),
    "after the start": (StartProcedure(), legs(3), RecordNeedle(), RecordInjection()),
    "found stronger at first": (
        legs(5), StartProcedure(), legs(3), RecordNeedle(), RecordInjection(),
    ),
    "the injection is of today": (legs(3), RecordInjection(occurred=moment("2026-11-16"))),
    "the patch is of this hour": (legs(3), RecordPatch(occurred=moment("2026-11-16 14h"))),
}  # fmt: skip


@pytest.mark.parametrize("course", WEAK_BEFORE.values(), ids=WEAK_BEFORE)
def test_an_old_weakness_goes_home_as_it_came(story: Story, course: tuple[Command, ...]) -> None:
    ready_for_a_patch(story.at("2026-11-16 14:02"))
    for entry in course:
        story.wait(minutes=1).physician(entry)
    story.wait(minutes=40).nurse(replace(normal_legs(), **OLD))
    assert WORSE not in story.asks(NURSE, PermitDischarge)
    assert "adverse_event.draft" not in story.owes()


SECOND: dict[str, tuple[tuple[Command, ...], tuple[Command, ...]]] = {
    "after it was given up": ((RecordNeedle(), Abandon()), (RecordNeedle(), RecordInjection())),
    "in the same try": ((RecordNeedle(), RecordNeedleOut()), (RecordNeedle(), RecordInjection())),
    "the blood alone is told": ((RecordNeedle(), Abandon()), (RecordInjection(),)),
}


@pytest.mark.parametrize(("first", "second"), SECOND.values(), ids=SECOND)
@pytest.mark.parametrize(
    ("before", "between"), [(5, 3), (3, 5)], ids=["hurt by the first", "hurt by the second"]
)
def test_going_home_they_are_compared_with_before_each_needle(
    story: Story,
    first: tuple[Command, ...],
    second: tuple[Command, ...],
    before: int,
    between: int,
) -> None:
    story.at("2026-11-16 13:40").nurse(legs(before))
    ready_for_a_patch(story.at("2026-11-16 13:50")).physician(*first)
    story.at("2026-11-16 14:00").nurse(legs(between))
    for entry in second:
        story.wait(minutes=2).physician(entry)
    story.wait(minutes=40).nurse(instructions(), replace(normal_legs(), **OLD))
    assert WORSE in story.asks(NURSE, PermitDischarge)


def test_a_patch_elsewhere_before_is_no_needle_of_this_place(checked: Story) -> None:
    """It was given before she came; what was examined here is still of before the needle here."""
    elsewhere = RecordPatch(by=PatchedBy.ANOTHER_HOSPITAL, occurred=moment("2026-11-16 14:00"))
    timed_out(checked).physician(elsewhere)
    checked.wait(minutes=5).nurse(legs(3))
    checked.wait(minutes=5).physician(RecordInjection())
    checked.wait(minutes=30).nurse(replace(normal_legs(), **OLD))
    assert WORSE not in checked.asks(NURSE, PermitDischarge)

"""A time that is known roughly opens no gate: what must come after is known to come after."""

from collections.abc import Callable
from dataclasses import replace

import journey as j
import pytest
from journey import no_red_flags, normal_legs, well
from places import second_round, there
from story import PHYSICIAN, Story, moment

from bloodpatch.pathway.clinical import AdverseKind, RedFlag, SedationLevel, Specialty
from bloodpatch.pathway.stage_stream import later, surely_later
from bloodpatch.pathway.stages.adverse_event.choices import EventOutcome
from bloodpatch.pathway.stages.adverse_event.commands import OpenEvent, RecordEnding, ReviewEvent
from bloodpatch.pathway.stages.assessment.commands import (
    DecidePatch,
    RecordHeadache,
    RecordOpinion,
    ScreenRedFlags,
)
from bloodpatch.pathway.stages.clearance.commands import ClearActivity
from bloodpatch.pathway.stages.closure.commands import CloseEpisode
from bloodpatch.pathway.stages.discharge.commands import PermitDischarge, RecordSedationScore
from bloodpatch.pathway.stages.preparation.commands import (
    RecordBleedingHistory,
    ScreenAgain,
    TakeTimeOut,
)
from bloodpatch.pathway.stages.procedure.events import (
    Injected,
    Sedated,
)
from bloodpatch.pathway.stages.repeat.commands import DecideRepeat
from bloodpatch.pathway.statements import Command
from bloodpatch.pathway.values import Aldrete, Answer, Answers, Grade, Millilitres, Padss
from bloodpatch.pathway.whereabouts import Whereabouts as At


def flag(answer: Answer) -> Answers:
    return Answers({RedFlag.FEVER: answer})


def recovered() -> Story:
    return there(At.READY_TO_LEAVE).at("2026-11-16 15:00")


def sedated() -> Story:
    story = recovered().given(Sedated(level=SedationLevel.MODERATE))
    return story.wait(minutes=5)


def feverish() -> Story:
    story = j.assessed(j.referred(Story()))
    story.at("2026-11-16 11:00").nurse(ScreenRedFlags(flags=flag(Answer.YES)))
    return story.wait(minutes=5)


def being_prepared(yes: Command) -> Callable[[], Story]:
    def patient() -> Story:
        story = j.checked(j.arrived(j.booked(j.assessed(j.referred(Story())))))
        story.at("2026-11-16 14:00").nurse(yes)
        return story.wait(minutes=5)

    return patient


def gone_home() -> Story:
    return there(At.FOLLOWED_UP).at("2026-11-16 20:00")


def patched_twice() -> Story:
    story = second_round()
    return story.given(Injected(volume_ml_injected=Millilitres(20))).wait(hours=2)


def harmed() -> Story:
    story = there(At.CLEARED)
    story.nurse(OpenEvent(kinds=(AdverseKind.BACK_PAIN,), grade=Grade(2)))
    story.wait(hours=2).nurse(RecordEnding(outcome=EventOutcome.PERSISTENT))
    return story.wait(minutes=5)


SCORE = RecordSedationScore(aldrete=Aldrete(10), padss=Padss(10), escort=Answer.YES)
# What must come after something; who it is told of; what it opens; what stays shut while it is
# told for the day only.
GATES: dict[str, tuple[Command, Callable[[], Story], type[Command], str]] = {
    "legs after the patch": (
        normal_legs(),
        recovered,
        PermitDischarge,
        "discharge.neurology_missing",
    ),
    "scores after sedation": (SCORE, sedated, PermitDischarge, "discharge.sedation_missing"),
    "no red flag after one": (
        ScreenRedFlags(flags=flag(Answer.NO)),
        feverish,
        DecidePatch,
        "red_flag.hold",
    ),
    "no infection after one": (
        ScreenAgain(infection=Answer.NO),
        being_prepared(ScreenAgain(infection=Answer.YES)),
        TakeTimeOut,
        "preparation.infection",
    ),
    "no drug after one": (
        RecordBleedingHistory(antithrombotic=Answer.NO),
        being_prepared(RecordBleedingHistory(antithrombotic=Answer.YES)),
        TakeTimeOut,
        "preparation.drug_not_named",
    ),
    "a call after going home": (well(), gone_home, ClearActivity, "clearance.no_contact"),
    "a headache after the patch": (
        RecordHeadache(),
        patched_twice,
        DecideRepeat,
        "repeat.not_reassessed",
    ),
    "a specialist after the patch": (
        RecordOpinion(specialty=Specialty.NEUROLOGY),
        patched_twice,
        DecideRepeat,
        "repeat.specialist_first",
    ),
    "a review after the harm stayed": (
        ReviewEvent(),
        harmed,
        CloseEpisode,
        "closure.event_open",
    ),
}


@pytest.mark.parametrize("gate", GATES)
def test_told_for_the_day_only_it_opens_nothing(gate: str) -> None:
    told, patient, act, code = GATES[gate]
    story = patient()
    assert code in story.asks(PHYSICIAN, act)
    day = story.episode.history[-1].occurred.local.date().isoformat()
    for roughly in (day, f"by {story.now.astimezone(moment(day).local.tzinfo):%Y-%m-%d %H:%M}"):
        rough = story.copy()
        rough.physician(replace(told, occurred=moment(roughly)))
        assert code in rough.asks(PHYSICIAN, act)
    story.physician(told)
    assert code not in story.asks(PHYSICIAN, act)


@pytest.mark.parametrize(
    ("first", "then", "known"),
    [
        ("2026-11-16 14:00", "2026-11-16 14:00", True),
        ("2026-11-16 14:00", "2026-11-16 14:01", True),
        ("2026-11-16 14:00", "2026-11-16 14h", True),
        ("2026-11-16 14:01", "2026-11-16 14h", False),
        ("2026-11-16 14:00", "2026-11-16", False),
        ("2026-11-15", "2026-11-16", True),
        ("2026-11-16 14h", "2026-11-16 14:59", False),
        ("2026-11-16 14h", "2026-11-16 15:00", True),
        ("2026-11-16 14:00", "by 2026-11-16 20:00", False),
        ("2026-11-16 14:02", "2026-11-16 14:01", False),
    ],
)
def test_known_to_be_after(story: Story, first: str, then: str, known: bool) -> None:
    story.at("2026-11-20 08:00")
    for told in (first, then):
        story.nurse(ScreenRedFlags(flags=no_red_flags(), occurred=moment(told)))
    one, other = story.episode.history[1], story.episode.history[0]
    assert surely_later(one, other) is known
    assert later(one, other) or not known, "what is known to be after is after"


def test_what_is_not_there_is_after_nothing_and_what_is_there_is_after_nothing_else(
    story: Story,
) -> None:
    story.nurse(ScreenRedFlags())
    (one,) = story.episode.history
    assert (surely_later(None, one), surely_later(one, None)) == (False, True)

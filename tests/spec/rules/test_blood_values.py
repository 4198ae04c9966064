"""T5: platelets before the needle, where something recorded asks for them."""

from dataclasses import replace
from typing import Any

import pytest
from entries import history, investigated, obstetric, puncture, vitals
from places import there
from story import PHYSICIAN, Story, moment

from bloodpatch.pathway.clinical import (
    Activity,
    HistoryItem,
    Investigation,
    Measured,
    ResultWord,
)
from bloodpatch.pathway.stages.assessment.choices import ObstetricState, Progress
from bloodpatch.pathway.stages.preparation.commands import (
    RecordBleedingHistory,
    RecordLabs,
    TakeTimeOut,
)
from bloodpatch.pathway.stages.referral.choices import Purpose
from bloodpatch.pathway.statements import Command
from bloodpatch.pathway.values import Answer, PlateletCount
from bloodpatch.pathway.whereabouts import Whereabouts

NEEDED, LOW, OLD = (
    "blood_values.not_known",
    "blood_values.platelets_low",
    "blood_values.platelets_old",
)
AVOID, CAUTION, TREND = (
    "blood_values.platelets_avoid",
    "blood_values.platelets_caution",
    "blood_values.platelets_trend",
)
SPOKEN = (NEEDED, LOW, OLD, AVOID, CAUTION)
NEITHER = ObstetricState.NOT_PREGNANT
H, YES, NO = HistoryItem, Answer.YES, Answer.NO
NO_MORE_BLEEDING = {"antithrombotic": NO, "antiplatelet": NO}


def asked(story: Story) -> list[str]:
    return [c for c in story.asks(PHYSICIAN, TakeTimeOut) if c in SPOKEN]


def bleeding(**said: Any) -> Command:
    return RecordBleedingHistory(**NO_MORE_BLEEDING | said)


ASKS: dict[str, tuple[Command, list[str]]] = {
    **{
        illness.value: (history(illness), [NEEDED])
        for illness in (
            H.LEUKAEMIA,
            H.HAEMATOLOGICAL_CANCER,
            H.INTRATHECAL_CHEMOTHERAPY,
            H.SOLID_CANCER,
            H.PERITONEAL_TUMOUR,
            H.NEUTROPENIA,
            H.LOW_PLATELETS,
            H.ITP,
            H.HELLP,
            H.BLEEDING_TENDENCY,
        )
    },
    "bleeds easily": (bleeding(bleeding_history=YES), [NEEDED]),
    "heparin": (bleeding(bleeding_history=NO, long_on_heparin=YES), [NEEDED]),
    "chemotherapy": (puncture(purpose=Purpose.INTRATHECAL_CHEMOTHERAPY), [NEEDED]),
    "high pressure after birth": (vitals(pressure=(140, 80)), [NEEDED]),
    "protein after birth": (obstetric(None, proteinuria=YES), [NEEDED]),
    "HIV, treated": (history(H.HIV, Activity.TREATED), []),
    "ITP, over": (history(H.ITP, Activity.RESOLVED), []),
    "asthma": (history(H.ASTHMA), []),
    "a usual pressure": (vitals(pressure=(139, 80)), []),
    "bleeds as others": (bleeding(bleeding_history=NO, long_on_heparin=NO), []),
    "bleeding not asked": (bleeding(bleeding_history=Answer.NOT_ASKED), []),
}


@pytest.mark.parametrize(("entry", "codes"), ASKS.values(), ids=ASKS)
def test_what_asks_for_platelets(entry: Command, codes: list[str]) -> None:
    story = there(Whereabouts.BEING_PREPARED)
    story.physician(entry)
    assert asked(story) == codes


@pytest.mark.parametrize("days", [4, 6])
def test_how_long_heparin_may_be_given_is_the_protocols_to_say(days: int) -> None:
    story = there(Whereabouts.BEING_PREPARED)
    allowed = replace(story.protocol.preparation, heparin_platelets_after_days=days)
    story.protocol = replace(story.protocol, preparation=allowed)
    story.nurse(bleeding(bleeding_history=NO, long_on_heparin=YES))
    says = story.finding(PHYSICIAN, TakeTimeOut, NEEDED).says
    assert says.startswith(f"Heparin for more than {days} days: platelets")


def test_high_pressure_asks_for_them_only_in_childbirth(story: Story) -> None:
    story.physician(obstetric(ObstetricState.NOT_PREGNANT), vitals(pressure=(180, 110)))
    assert asked(story) == []


def labs(count: str | None = None, **said: Any) -> Command:
    return RecordLabs(platelets=PlateletCount.parse(count) if count else None, **said)


def values(text: str) -> Command:
    return investigated(Investigation.FULL_BLOOD_COUNT, values=(Measured.parse(text),))


COUNTS: dict[str, tuple[Command, list[str]]] = {
    "70": (labs("70"), []),
    "69": (labs("69"), [LOW]),
    "in the report": (values("platelets 180 10^9/L"), []),
    "in the report, low": (values("platelets 60 10^9/L"), [LOW]),
    "under a number": (values("platelets <70 10^9/L"), [LOW]),
    "at least a number": (values("platelets >=70 10^9/L"), []),
    "per microlitre": (values("platelets 180000 /uL"), []),
    "per microlitre, low": (values("platelets 69000 /uL"), [LOW]),
    "in a unit of something else": (values("platelets 150 g/L"), [NEEDED]),
    "white cells": (values("white_cells 12000 /uL"), [NEEDED]),
    "another value": (labs(), [NEEDED]),
    "normal, in a word": (investigated(Investigation.PLATELETS, result=ResultWord.NORMAL), []),
    "acceptable": (investigated(Investigation.PLATELETS, result=ResultWord.ACCEPTABLE), []),
    "raised": (investigated(Investigation.PLATELETS, result=ResultWord.RAISED), []),
    "a normal blood count": (
        investigated(Investigation.FULL_BLOOD_COUNT, result=ResultWord.NORMAL),
        [],
    ),
    "not normal, in a word": (
        investigated(Investigation.PLATELETS, result=ResultWord.ABNORMAL),
        [NEEDED],
    ),
    "low, and how low": (
        investigated(
            Investigation.PLATELETS,
            result=ResultWord.LOW,
            values=(Measured.parse("platelets 90 10^9/L"),),
        ),
        [],
    ),
    "low, in a word": (investigated(Investigation.PLATELETS, result=ResultWord.LOW), [NEEDED]),
    "not back": (investigated(Investigation.PLATELETS, result=ResultWord.PENDING), [NEEDED]),
    "asked for": (
        investigated(Investigation.PLATELETS, done=Progress.REQUESTED),
        [NEEDED],
    ),
    "asked for, and a word all the same": (
        investigated(Investigation.PLATELETS, done=Progress.REQUESTED, result=ResultWord.NORMAL),
        [NEEDED],
    ),
    "no result": (investigated(Investigation.FULL_BLOOD_COUNT), [NEEDED]),
    "another test": (investigated(Investigation.CRP, result=ResultWord.NORMAL), [NEEDED]),
}


@pytest.mark.parametrize(("entry", "codes"), COUNTS.values(), ids=COUNTS)
def test_the_count_answers_it_or_is_low(entry: Command, codes: list[str]) -> None:
    story = there(Whereabouts.BEING_PREPARED)
    story.physician(history(H.ITP))
    story.wait(minutes=1).physician(entry)
    assert asked(story) == codes


@pytest.mark.parametrize("count", [labs("40"), values("platelets 40000 /uL")])
def test_a_low_count_counts_also_where_nothing_asked_for_it(count: Command) -> None:
    story = there(Whereabouts.BEING_PREPARED)
    story.physician(count)
    assert asked(story) == [AVOID]
    assert story.finding(PHYSICIAN, TakeTimeOut, AVOID).seen == {"platelets": "40", "limit": "50"}


def test_it_is_told_what_asks_for_them() -> None:
    story = there(Whereabouts.BEING_PREPARED)
    story.physician(history(H.LOW_PLATELETS), history(H.ITP), bleeding(bleeding_history=YES))
    story.physician(investigated(Investigation.PLATELETS, result=ResultWord.LOW))
    because = story.finding(PHYSICIAN, TakeTimeOut, NEEDED).seen["because"]
    assert because == (
        f"{H.LOW_PLATELETS.label}, {H.ITP.label}, Bleeds easily, Low platelets, and no number"
    )


def test_the_newest_count_is_the_one_that_was_taken_last() -> None:
    story = there(Whereabouts.BEING_PREPARED)
    story.physician(labs("90"))
    story.physician(labs("50", occurred=moment("2026-11-16 09:00")))
    assert asked(story) == []


@pytest.mark.parametrize(
    ("first", "second", "codes"),
    [
        (("55", "2026-11-16 08:30"), ("150", "2026-11-14 08:30"), [LOW]),
        (("150", "2026-11-14 08:30"), ("55", "2026-11-16 08:30"), [LOW]),
        (("55", "2026-11-14 08:30"), ("150", "2026-11-16 08:30"), []),
        (("55", "2026-11-16 08:30"), ("150", "2026-11-16"), [LOW]),
        (("55", "2026-11-16"), ("150", "2026-11-16 08:30"), [LOW]),
        (("55", "2026-11-15"), ("150", "2026-11-16"), []),
        (("55", "2026-11-16 08:30"), ("150", "2026-11-16 08:30"), [LOW]),
    ],
)
def test_the_newest_sample_counts_however_late_it_is_entered(
    first: tuple[str, str], second: tuple[str, str], codes: list[str]
) -> None:
    story = there(Whereabouts.BEING_PREPARED).at("2026-11-17 09:00")
    for count, taken in (first, second):
        story.wait(minutes=1).physician(labs(count, taken=moment(taken)))
    assert [c for c in asked(story) if c == LOW] == codes


NUMBER = (Measured.parse("platelets 95 10^9/L"),)


@pytest.mark.parametrize("word", [ResultWord.LOW, ResultWord.ABNORMAL])
@pytest.mark.parametrize(
    ("said", "number", "codes"),
    [
        ("2026-11-16 09:00", "2026-11-16 08:59", [NEEDED]),
        ("2026-11-16 09:00", "2026-11-16 09:00", []),
        ("2026-11-16 09:00", "2026-11-16", [NEEDED]),
        ("2026-11-16", "2026-11-16 09:00", [NEEDED]),
        ("2026-11-16", None, []),
    ],
    ids=["before it", "with it", "some time that day", "perhaps before it", "in the same entry"],
)
def test_a_number_answers_the_word_if_it_is_known_to_be_as_new(
    word: ResultWord, said: str, number: str | None, codes: list[str]
) -> None:
    story = there(Whereabouts.BEING_PREPARED).at("2026-11-17 09:00")
    entry = investigated(Investigation.PLATELETS, result=word, occurred=moment(said))
    if number:
        story.physician(labs("95", taken=moment(number)), entry)
    else:
        story.physician(replace(entry, values=NUMBER))
    assert [c for c in asked(story) if c == NEEDED] == codes


BANDS = {
    "100": ([], []),
    "99": ([], [CAUTION]),
    "70": ([], [CAUTION]),
    "69": ([LOW], [LOW]),
    "50": ([LOW], [LOW]),
    "49": ([AVOID], [AVOID]),
    "12": ([AVOID], [AVOID]),
}


@pytest.mark.parametrize(("count", "codes"), BANDS.items(), ids=BANDS)
def test_each_band_has_its_own_word_in_childbirth_and_outside(
    count: str, codes: tuple[list[str], list[str]]
) -> None:
    for state, expected in zip((ObstetricState.POSTPARTUM, NEITHER), codes, strict=True):
        story = Story()
        story.physician(obstetric(state), labs(count))
        assert asked(story) == expected, state


@pytest.mark.parametrize(
    ("name", "higher", "count", "code"),
    [
        ("platelets_avoid_below", 60, "59", AVOID),
        ("platelets_caution_below", 80, "79", LOW),
        ("platelets_caution_outside_childbirth_below", 120, "119", CAUTION),
    ],
)
def test_each_limit_is_the_protocols_to_say(name: str, higher: int, count: str, code: str) -> None:
    story = Story()
    raised = replace(story.protocol.preparation, **{name: higher})
    story.protocol = replace(story.protocol, preparation=raised)
    story.physician(obstetric(NEITHER), labs(count))
    assert asked(story) == [code]


def test_a_usual_pressure_later_ends_no_pre_eclampsia() -> None:
    story = there(Whereabouts.BEING_PREPARED)
    story.physician(obstetric(None, hypertension=YES))
    story.wait(minutes=5).physician(vitals(pressure=(118, 74)))
    assert asked(story) == [NEEDED]


MOVES: dict[str, Command] = {
    "ITP": history(H.ITP),
    "heparin": bleeding(bleeding_history=NO, long_on_heparin=YES),
    "pressure after birth": vitals(pressure=(150, 80)),
}


@pytest.mark.parametrize("cause", MOVES.values(), ids=MOVES)
@pytest.mark.parametrize(
    ("taken", "codes"),
    [("2026-11-15 14:00", []), ("2026-11-15 13:59", [OLD]), ("2026-11-15", [OLD])],
)
def test_where_the_cause_moves_an_old_count_does_not_do(
    cause: Command, taken: str, codes: list[str]
) -> None:
    story = there(Whereabouts.BEING_PREPARED).at("2026-11-16 14:00")
    story.physician(cause, labs("180", taken=moment(taken)))
    assert asked(story) == codes


def test_where_it_does_not_move_it_does() -> None:
    story = there(Whereabouts.BEING_PREPARED).at("2026-11-16 14:00")
    story.physician(history(H.LEUKAEMIA), labs("180", taken=moment("2026-11-10 09:00")))
    assert asked(story) == []


def test_a_low_count_that_moves_is_counted_twice() -> None:
    story = there(Whereabouts.BEING_PREPARED).at("2026-11-16 14:00")
    story.physician(history(H.ITP), labs("71", taken=moment("2026-11-16 08:00")))
    assert TREND in story.asks(PHYSICIAN, TakeTimeOut)
    says = story.finding(PHYSICIAN, TakeTimeOut, TREND).says
    assert says.startswith(f"{H.ITP.label}: platelets 71 at 08:00, counted once.")
    story.physician(labs("72", taken=moment("2026-11-16 13:00")))
    assert TREND not in story.asks(PHYSICIAN, TakeTimeOut)


def test_a_count_that_is_high_enough_is_counted_once() -> None:
    story = there(Whereabouts.BEING_PREPARED).at("2026-11-16 14:00")
    story.physician(history(H.ITP), labs("150", taken=moment("2026-11-16 08:00")))
    assert TREND not in story.asks(PHYSICIAN, TakeTimeOut)


def test_low_in_a_word_asks_for_a_number_and_a_number_answers_it() -> None:
    story = there(Whereabouts.BEING_PREPARED)
    story.physician(labs("150"))
    story.wait(minutes=1)
    story.physician(investigated(Investigation.PLATELETS, result=ResultWord.LOW))
    assert asked(story) == [NEEDED]
    at_once = story.copy()
    at_once.physician(labs("95"))
    assert asked(at_once) == []
    story.wait(minutes=1).physician(labs("95"))
    assert asked(story) == []


# HELLP: the count is a fresh one

NORMAL = investigated(Investigation.PLATELETS, result=ResultWord.NORMAL)
FRESH: dict[str, tuple[Command, HistoryItem, float, list[str]]] = {
    "just in time": (labs("90"), H.HELLP, 6, []),
    "a minute late": (labs("90"), H.HELLP, 6.02, [OLD]),
    "in a word": (NORMAL, H.HELLP, 6, []),
    "in a word, late": (NORMAL, H.HELLP, 6.02, [OLD]),
    "the sample was taken before": (
        labs("90", taken=moment("2026-11-16 13:00")), H.HELLP, 5, [OLD]
    ),
    "by the day alone": (labs("90", taken=moment("2026-11-16")), H.HELLP, 0, [OLD]),
    "low as well": (labs("60"), H.HELLP, 7, [OLD, LOW]),
    "another illness": (labs("90"), H.ITP, 24, []),
}  # fmt: skip


@pytest.mark.parametrize(("count", "illness", "hours", "codes"), FRESH.values(), ids=FRESH)
def test_in_hellp_the_count_is_no_older_than_hours(
    count: Command, illness: HistoryItem, hours: float, codes: list[str]
) -> None:
    story = there(Whereabouts.BEING_PREPARED)
    story.physician(history(illness))
    story.wait(minutes=1).physician(count)
    assert asked(story.wait(hours=hours)) == codes


def test_a_fresh_count_clears_it() -> None:
    story = there(Whereabouts.BEING_PREPARED)
    story.physician(history(H.HELLP), labs("90"))
    assert asked(story.wait(hours=7)) == [OLD]
    story.physician(labs("88"))
    assert asked(story) == []

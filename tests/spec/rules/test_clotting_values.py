"""Values of the laboratory from after the last dose (H06): there, and fit, as far as is known."""

from dataclasses import replace
from typing import Any

import pytest
from clotting import HIGH, PAIN, REGIONAL, drug, follows
from entries import investigated, raised
from story import PHYSICIAN, Story, moment

from bloodpatch.pathway.acts import StateRung
from bloodpatch.pathway.clinical import Investigation, ResultWord
from bloodpatch.pathway.clinical.measured import Measured
from bloodpatch.pathway.protocol import Row
from bloodpatch.pathway.queries.clotting_values import level_is_low
from bloodpatch.pathway.queries.hold_times import Wait, waits
from bloodpatch.pathway.rules.antithrombotics import laboratory_is_fit
from bloodpatch.pathway.rules.coagulation import blood_clots
from bloodpatch.pathway.stages.assessment.choices import Progress
from bloodpatch.pathway.stages.preparation.commands import RecordLabs
from bloodpatch.pathway.values import Inr

NEEDED = "antithrombotics.drug_laboratory_not_known"
WRONG = "antithrombotics.drug_laboratory_out_of_range"
WARFARIN = drug("warfarin", "2026-11-10 08:00", dose_class=None)
HEPARIN = drug("heparin_iv", "2026-11-15 08:00", dose_class=None)


def told(*statements: Any, policy: Any = REGIONAL) -> Story:
    story = follows(Story("2026-11-16 18:00"), policy)
    story.nurse(*statements)
    return story


def labs(*texts: str, taken: str = "2026-11-16 09:00", **said: Any) -> RecordLabs:
    return RecordLabs(values=tuple(map(Measured.parse, texts)) or None, taken=moment(taken), **said)


def inr(number: str, taken: str) -> RecordLabs:
    return labs(taken=taken, inr=Inr.parse(number))


def clotting(result: ResultWord | None, kind: Investigation = Investigation.CLOTTING) -> Any:
    return investigated(kind, result=result)


W = ResultWord
ASKED_FOR = investigated(Investigation.CLOTTING, done=Progress.REQUESTED)
VALUES: dict[str, tuple[Any, list[Any], list[str]]] = {
    "INR a number": (WARFARIN, [labs("INR 1.1")], []),
    "INR below a number": (WARFARIN, [labs("INR <1.1")], []),
    "INR at most a number": (WARFARIN, [labs("INR <=1.1")], []),
    "INR above a number": (WARFARIN, [labs("INR >1.0")], [NEEDED]),
    "INR below what is too high": (WARFARIN, [labs("INR <2")], [WRONG]),
    "no last dose": (drug("warfarin", dose_class=None), [labs("INR 1.0")], [NEEDED]),
    "another value": (WARFARIN, [labs("aPTT 31 s", word=W.NORMAL)], [NEEDED]),
    "INR of an unknown hour": (WARFARIN, [inr("1.0", "by 2026-11-16 09:00")], [NEEDED]),
    "aPTT acceptable": (HEPARIN, [labs("aPTT 31 s", word=W.ACCEPTABLE)], []),
    "aPTT not back": (HEPARIN, [labs("aPTT 31 s", word=W.PENDING)], [NEEDED]),
    "aPTT not told": (HEPARIN, [labs("aPTT 31 s", word=W.NOT_TOLD)], [NEEDED]),
    "after another report": (
        HEPARIN, [labs("INR 2", word=W.RAISED), labs("aPTT 31 s", word=W.NORMAL)], []
    ),
    "clotting normal": (HEPARIN, [clotting(W.NORMAL)], []),
    "clotting raised": (HEPARIN, [clotting(W.RAISED)], [WRONG]),
    "clotting asked for": (HEPARIN, [clotting(W.PENDING)], [NEEDED]),
    "raised, and another asked for": (HEPARIN, [clotting(W.RAISED), clotting(W.PENDING)], [WRONG]),
    "clotting, no result": (HEPARIN, [clotting(None)], [NEEDED]),
    "something else raised": (HEPARIN, [clotting(W.RAISED, Investigation.CRP)], [NEEDED]),
    "chemistry normal": (HEPARIN, [clotting(W.NORMAL, Investigation.CHEMISTRY)], [NEEDED]),
}  # fmt: skip


@pytest.mark.parametrize(("taken", "reports", "codes"), VALUES.values(), ids=VALUES)
def test_a_value_is_there_and_fit(taken: Any, reports: list[Any], codes: list[str]) -> None:
    assert raised(told(taken, *reports), laboratory_is_fit) == codes


def test_one_that_was_only_asked_for_takes_no_fit_one_away() -> None:
    story = told(HEPARIN, clotting(W.NORMAL))
    story.wait(minutes=1).nurse(ASKED_FOR)
    assert raised(story, laboratory_is_fit) == []


@pytest.mark.parametrize("then", [clotting(W.PENDING), ASKED_FOR, clotting(None)])
def test_what_was_out_of_range_stands_until_another_result_is_there(then: Any) -> None:
    story = told(HEPARIN, clotting(W.RAISED))
    assert raised(story.wait(minutes=1), blood_clots) == ["coagulation.aptt_out_of_range"]
    story.nurse(then)
    assert raised(story, blood_clots) == ["coagulation.aptt_out_of_range"]
    story.wait(minutes=1).nurse(clotting(W.NORMAL))
    assert raised(story, blood_clots) == []


@pytest.mark.parametrize(
    ("one", "other", "high"),
    [
        (("1.6", "2026-11-16 09:00"), ("1.1", "2026-11-16 10:00"), False),
        (("1.1", "2026-11-16 09:00"), ("1.6", "2026-11-16 10:00"), True),
        (("1.1", "2026-11-16 09:00"), ("1.6", "2026-11-16 09:00"), True),
        (("1.6", "2026-11-16 09:00"), ("1.1", "2026-11-16 09:00"), True),
        (("1.6", "2026-11-16 09:00"), ("1.1", "2026-11-16 09h"), True),
        (("1.1", "2026-11-16 09:00"), ("1.6", "2026-11-16 09h"), True),
        (("1.6", "2026-11-15"), ("1.1", "2026-11-16"), False),
        (("1.6", "2026-11-15"), ("1.1", "2026-11-15 23:59"), True),
    ],
)
@pytest.mark.parametrize(
    ("rung", "code"), [(laboratory_is_fit, WRONG), (blood_clots, "coagulation.inr_high")]
)
def test_where_nobody_knows_which_is_the_newest_the_one_out_of_range_counts(
    one: tuple[str, str], other: tuple[str, str], high: bool, rung: StateRung, code: str
) -> None:
    for first, second in ((one, other), (other, one)):
        story = told(WARFARIN, inr(*first), inr(*second))
        assert raised(story, rung) == ([code] if high else [])


@pytest.mark.parametrize(
    ("normal", "no_word", "codes"),
    [
        ("2026-11-16 09:00", "2026-11-16 10:00", [NEEDED]),
        ("2026-11-16 10:00", "2026-11-16 09:00", []),
        ("2026-11-16 09:30", "2026-11-16 09h", [NEEDED]),
    ],
)
def test_a_value_that_says_nothing_and_may_be_newer_asks_again(
    normal: str, no_word: str, codes: list[str]
) -> None:
    reports = [labs("aPTT 31 s", word=W.NORMAL, taken=normal), labs("aPTT 40 s", taken=no_word)]
    for order in (reports, reports[::-1]):
        assert raised(told(HEPARIN, *order), laboratory_is_fit) == codes


# a level in place of the wait

LEVEL = labs("anti_xa 0.05 IU/mL", taken="2026-11-16 14:00")


def apixaban(last: str = "2026-11-16 08:00", policy: Any = REGIONAL) -> Story:
    return told(drug("apixaban", last, dose_class=HIGH), LEVEL, policy=policy)


def low(story: Story, **changed: Any) -> bool:
    """Whether the level stands in for the wait, where the rows of the table said this."""
    (one,) = waits(story.episode, story.context(PHYSICIAN))
    rows: tuple[Row, ...] = tuple(replace(row, **changed) for row in one.rows)
    return level_is_low(Wait(taken=one.taken, rows=rows), story.episode, story.context(PHYSICIAN))


def test_a_level_stands_in_only_for_a_wait_that_the_table_tells() -> None:
    assert low(apixaban()) is True
    assert low(apixaban(), judged=True) is False
    assert low(apixaban(), hold_hours=None) is False
    assert low(apixaban(), low_level=None) is False
    assert low(apixaban(policy=PAIN)) is False
    assert low(apixaban(last="")) is False
    no_row = told(drug("cilostazol", "2026-11-16 08:00", dose_class=None), LEVEL)
    assert low(no_row) is False


def test_each_row_that_is_possible_accepts_it() -> None:
    story = told(drug("apixaban", "2026-11-16 08:00", dose_class=None), LEVEL)
    (one,) = waits(story.episode, story.context(PHYSICIAN))
    first, *others = one.rows
    assert others
    mixed = Wait(taken=one.taken, rows=(replace(first, low_level=None), *others))
    assert low(story) is True
    assert level_is_low(mixed, story.episode, story.context(PHYSICIAN)) is False


@pytest.mark.parametrize(
    ("levels", "is_low"),
    [
        ([("0.05", "2026-11-16 14h"), ("0.3", "2026-11-16 14:30")], False),
        ([("0.05", "2026-11-16 14h"), ("0.3", "2026-11-16 13:59")], True),
        ([("0.05", "by 2026-11-16 14:00")], False),
        ([("0.3", "2026-11-16 13:00"), ("0.05", "2026-11-16 14:00")], True),
        ([("0.05", "2026-11-16 14:00"), ("0.3", "2026-11-16 15:00")], False),
        ([("0.05", "2026-11-16 14:00"), ("0.3", "2026-11-16 15:00"),
          ("0.05", "2026-11-16 16:00")], True),
    ],
)  # fmt: skip
def test_no_higher_level_may_be_as_new(levels: list[tuple[str, str]], is_low: bool) -> None:
    reports = [labs(f"anti_xa {value} IU/mL", taken=taken) for value, taken in levels]
    story = told(drug("apixaban", "2026-11-16 08:00", dose_class=HIGH), *reports)
    assert low(story) is is_low

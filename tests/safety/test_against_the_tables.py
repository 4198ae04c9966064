"""The gates against a second writing of them: plain tables by somebody who read the evidence and
not the rules (`oracle`). Over the whole grid both say the same of every cell.

All answer vectors of the red flags (531,441) under BLOODPATCH_PROVE=1; in an ordinary run each flag
with each other one.
"""

from collections import Counter
from collections.abc import Callable, Iterator
from itertools import combinations, product

import pytest
from story import NURSE, PHYSICIAN, Story

from bloodpatch.pathway.clinical import RED_FLAGS_ASKED, RedFlag, SedationLevel
from bloodpatch.pathway.findings import Finding, Level
from bloodpatch.pathway.rules.fever import no_fever_was_measured
from bloodpatch.pathway.rules.red_flag import red_flags_are_clear, red_flags_were_asked
from bloodpatch.pathway.stages.assessment.events import RedFlagsScreened
from bloodpatch.pathway.stages.preparation.commands import RecordVitals
from bloodpatch.pathway.stages.preparation.events import (
    FastingRecorded,
    SedationPlanned,
)
from bloodpatch.pathway.stages.preparation.findings import NO_ESCORT
from bloodpatch.pathway.stages.preparation.rules import (
    sedation_is_prepared,
    temperature_was_taken,
)
from bloodpatch.pathway.values import Answer, Answers, Celsius, Hours
from tests.safety.oracle.flags import red_flags as their_red_flags
from tests.safety.oracle.infection import temperature as their_temperature
from tests.safety.oracle.outcome import Value
from tests.safety.oracle.sedation import fasting as their_fasting

Said = frozenset[tuple[str, str]]

BY_THEIR_NAME = {RedFlag.BLADDER_BOWEL_CHANGE: "bladder_or_bowel_change"}
ANSWERS = (Answer.YES, Answer.NO, Answer.NOT_ASKED)


def ours(findings: Iterator[Finding]) -> Said:
    """How strongly, and whether by a fact or because nobody asked."""
    return frozenset((f.kind.level.name.lower(), f.kind.cause.value) for f in findings)


def theirs(outcome: frozenset[tuple[str, str, str]] | set[tuple[str, str, str]]) -> Said:
    return frozenset((level, cause) for _, level, cause in outcome)


def flag_vectors() -> Iterator[dict[RedFlag, Answer]]:
    """Each pair of flags with every pair of answers, the others all no, or none asked."""
    for one, other in combinations(RED_FLAGS_ASKED, 2):
        for said, also in product(ANSWERS, repeat=2):
            for rest in (Answer.NO, Answer.NOT_ASKED):
                yield dict.fromkeys(RED_FLAGS_ASKED, rest) | {one: said, other: also}


def flags_differ(vector: dict[RedFlag, Answer]) -> bool:
    story = Story().given(RedFlagsScreened(flags=Answers(vector)))
    context = story.context(PHYSICIAN)
    said = ours(red_flags_are_clear(story.episode, context))
    said |= ours(red_flags_were_asked(story.episode, context))
    facts: dict[str, Value] = {
        BY_THEIR_NAME.get(flag, flag.value): answer.value for flag, answer in vector.items()
    }
    return said != theirs(their_red_flags(facts))


def test_h08_each_flag_with_each_other_is_answered_as_the_table_says() -> None:
    vectors = list(flag_vectors())
    assert len(vectors) == 66 * 9 * 2
    assert [v for v in vectors if flags_differ(v)] == []


@pytest.mark.prove
def test_h08_every_vector_of_answers_is_answered_as_the_table_says(
    record_property: Callable[[str, object], None],
) -> None:
    every = (
        dict(zip(RED_FLAGS_ASKED, said, strict=True))
        for said in product(ANSWERS, repeat=len(RED_FLAGS_ASKED))
    )
    found = Counter(map(flags_differ, every))
    record_property("vectors", found.total())
    record_property("answered otherwise", found[True])
    assert found[True] == 0


def test_teeth_a_gate_that_asks_nothing_differs_from_the_table(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(
        "tests.safety.test_against_the_tables.red_flags_were_asked", lambda *_: iter(())
    )
    assert any(map(flags_differ, flag_vectors()))


@pytest.mark.parametrize("tenths", range(370, 391))
@pytest.mark.parametrize("hours", [0, 1, 23.99, 24, 24.01, 30])
def test_h07_each_temperature_at_each_age(tenths: int, hours: float) -> None:
    story = Story()
    story.nurse(RecordVitals(temperature=Celsius.parse(f"{tenths / 10:.1f}")))
    story.wait(hours=hours)
    facts: dict[str, Value] = {
        "temperature_c": tenths / 10,
        "temperature_taken_hours_ago": hours,
        "fever_window_h": float(story.protocol.preparation.fever_window_hours),
    }
    context = story.context(NURSE)
    said = ours(temperature_was_taken(story.episode, context))
    said |= ours(no_fever_was_measured(story.episode, context))
    assert {level for level, _ in said} == {f.level for f in their_temperature(facts)}


@pytest.mark.parametrize(
    ("clear", "light", "fatty"),
    list(product([None, 1, 2, 3], [None, 5, 6, 7], [None, 7, 8, 9])),
)
def test_h16_each_fast(clear: int | None, light: int | None, fatty: int | None) -> None:
    story = Story().given(
        SedationPlanned(plan=SedationLevel.MINIMAL),
        FastingRecorded(
            clear_h=clear and Hours.parse(str(clear)),
            light_h=light and Hours.parse(str(light)),
            fatty_h=fatty and Hours.parse(str(fatty)),
        ),
    )
    findings = sedation_is_prepared(story.episode, story.context(NURSE))
    found = [f for f in findings if f.kind.level is Level.HOLD and f.code != NO_ESCORT.code]
    facts: dict[str, Value] = {
        "clear_fluid_hours_ago": clear,
        "light_meal_hours_ago": light,
        "fatty_meal_hours_ago": fatty,
        "breast_milk_hours_ago": "none",
    }
    theirs = {f.cause for f in their_fasting(facts)}
    assert {f.kind.cause.value for f in found} == theirs

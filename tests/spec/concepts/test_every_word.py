"""T3: each word of each list means a concept, or nothing and why; never both, never neither.

Whoever adds a word says there what it means. A word that was forgotten would be recorded, and no
rule would ever read it.
"""

import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import pytest

from bloodpatch.pathway import rules
from bloodpatch.pathway.clinical import (
    AdverseKind,
    BloodPressureWord,
    Course,
    Diagnosis,
    HistoryItem,
    Muscle,
    RedFlag,
    Relief,
    SignCode,
    Symptom,
    diagnoses,
    history,
    red_flags,
    sign_words,
    symptoms,
    words_that_compare,
)
from bloodpatch.pathway.clinical.concepts import MEANING, Concept, Weight
from bloodpatch.pathway.clinical.symptoms import Examined, LegRaise
from bloodpatch.pathway.stages.assessment.choices import (
    ADVICE_MEANS,
    ADVICE_THAT_MEANS_NOTHING,
    Advice,
)
from bloodpatch.pathway.stages.followup import choices as followup
from bloodpatch.pathway.stages.procedure import choices as procedure
from bloodpatch.pathway.stages.recovery.statements import LEGS_MEAN, LEGS_THAT_MEAN_NOTHING, Legs

COMPARE = words_that_compare
Means, Why = Mapping[Any, Concept], Mapping[Any, str]

LISTS: dict[str, tuple[Iterable[Any], Means, Why]] = {
    "red flags": (RedFlag, red_flags.MEANS, {}),
    "symptoms": (Symptom, symptoms.MEANS, symptoms.MEANS_NOTHING),
    "signs": (SignCode, sign_words.MEANS, sign_words.MEANS_NOTHING),
    "diagnoses": (Diagnosis, diagnoses.NAMED, diagnoses.NAMES_NOTHING),
    "adverse events": (AdverseKind, diagnoses.HAPPENED, diagnoses.HAPPENED_WITHOUT_MEANING),
    "illnesses": (HistoryItem, history.MEANS, history.MEANS_NOTHING),
    "on the table": (procedure.DuringKind, procedure.MEANS, procedure.MEANS_NOTHING),
    "why it was stopped": (
        procedure.StopReason,
        procedure.STOPS_MEAN,
        procedure.STOPS_THAT_MEAN_NOTHING,
    ),
    "at home": (
        (*followup.Effect, *followup.HeadacheNow),
        followup.MEANS,
        followup.MEANS_NOTHING,
    ),
    "how it goes on": (
        Course,
        {**COMPARE.AT_ANY_TIME, **COMPARE.AFTER_A_PATCH},
        COMPARE.COURSES_THAT_MEAN_NOTHING,
    ),
    "relief": (Relief, COMPARE.RELIEF, COMPARE.RELIEF_THAT_MEANS_NOTHING),
    "words for a blood pressure": (
        BloodPressureWord,
        COMPARE.PRESSURES,
        COMPARE.PRESSURES_THAT_MEAN_NOTHING,
    ),
    "what an examination found": (Examined, {}, COMPARE.EXAMINED_THAT_MEANS_NOTHING),
    "raising the leg": (LegRaise, {}, COMPARE.LEG_RAISES_THAT_MEAN_NOTHING),
    "muscles": (Muscle, symptoms.MUSCLES_MEAN, symptoms.MUSCLES_MEAN_NOTHING),
    "legs in recovery": (Legs, LEGS_MEAN, LEGS_THAT_MEAN_NOTHING),
    "advice of a specialist": (Advice, ADVICE_MEANS, ADVICE_THAT_MEANS_NOTHING),
}


def named(words: Iterable[Any]) -> list[tuple[type, str]]:
    """With the list that each is of: two lists may write a word the same."""
    return sorted(((type(word), word.value) for word in words), key=str)


@pytest.mark.parametrize(("words", "means", "nothing"), LISTS.values(), ids=LISTS)
def test_each_word_means_something_or_says_why_not(
    words: Iterable[Any], means: Means, nothing: Why
) -> None:
    assert named((*means, *nothing)) == named(words)
    assert all(len(why) > 4 for why in nothing.values())


@pytest.mark.parametrize("left_out", [Symptom.SEIZURE, Symptom.NAUSEA])
def test_teeth_a_word_that_is_left_out_is_found(left_out: Symptom) -> None:
    means = {word: one for word, one in symptoms.MEANS.items() if word is not left_out}
    nothing = {word: why for word, why in symptoms.MEANS_NOTHING.items() if word is not left_out}
    with pytest.raises(AssertionError):
        test_each_word_means_something_or_says_why_not(Symptom, means, nothing)


def test_an_illness_that_a_rule_asks_for_by_name_is_asked_for() -> None:
    """And no other is: a reason that was true once is found when its rule is gone."""
    folder = Path(str(rules.__file__)).parent
    source = "\n".join(path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.py")))
    asked = {HistoryItem[name] for name in re.findall(r"HistoryItem\.([A-Z_0-9]+)", source)}
    said = {one for one, why in history.MEANS_NOTHING.items() if why == history.BY_ITS_NAME}
    assert said == asked - set(history.MEANS)


BY_STANDING = {Concept.NOT_THIS_HEADACHE, Concept.POSSIBLE}
"""Told by how a diagnosis stands."""


def test_each_concept_has_a_meaning_and_is_told_by_some_word() -> None:
    tables = [means for _, means, _ in LISTS.values()] + [COMPARE.BEFORE_A_PATCH]
    told = {concept for means in tables for concept in means.values()}
    assert set(MEANING) == set(Concept)
    assert set(Concept) - told == BY_STANDING


def test_what_happens_once_is_a_stop() -> None:
    """Only a stop needs it: whatever holds ends when it is told gone."""
    once = {concept for concept, meaning in MEANING.items() if meaning.once}
    assert once == {Concept.SEIZURE, Concept.COLLAPSE, Concept.THUNDERCLAP, Concept.ECLAMPSIA}
    assert {MEANING[concept].weight for concept in once} == {Weight.STOP}


CODE = re.compile(r"[A-TV-Z]\d[0-9A-Z](\.[0-9A-Z]{1,4})?")


def test_each_code_has_the_form_of_icd10cm() -> None:
    codes = [meaning.icd10cm for meaning in MEANING.values() if meaning.icd10cm]
    codes += diagnoses.HEADACHE_ICD10CM.values()
    assert [code for code in codes if not CODE.fullmatch(code)] == []
    assert {"G97.1", "G97.0", "O74.5", "O89.4", "R51.0"} == {*diagnoses.HEADACHE_ICD10CM.values()}


@pytest.mark.parametrize("wrong", ["G971", "g97.1", "U97.1", "G97.", "G97.10000", "97.1"])
def test_teeth_what_is_no_code_is_found(wrong: str) -> None:
    assert not CODE.fullmatch(wrong)

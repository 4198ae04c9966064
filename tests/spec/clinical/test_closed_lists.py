"""Closed lists: every answer has a code for the record and words for people."""

import inspect
import re
from collections import Counter

import pytest

from bloodpatch.pathway import clinical
from bloodpatch.pathway.choices import Choice
from bloodpatch.pathway.clinical import (
    RED_FLAG_ASKED_CHOICES,
    RED_FLAG_CHOICES,
    RED_FLAGS_ASKED,
    SYMPTOM_CHOICES,
    TOLD_FIELDS,
    AdverseKind,
    RedFlag,
    RedFlagScreen,
    Region,
    ReliefTold,
    Symptom,
    Told,
    Vertebra,
    VitalSigns,
)
from bloodpatch.pathway.statements import of_plain, plain_fields, stated
from bloodpatch.pathway.values import Answers

LISTS = [
    kind
    for name in clinical.__all__
    if inspect.isclass(kind := getattr(clinical, name)) and issubclass(kind, Choice)
]
CODED = [kind for kind in LISTS if kind.__name__ not in {"Vertebra", "Comparator", "LabUnit"}]


@pytest.mark.parametrize("kind", LISTS)
def test_no_two_answers_read_the_same(kind: type[Choice]) -> None:
    twice = [label for label, times in Counter(m.label for m in kind).items() if times > 1]
    assert twice == []
    assert all(member.label for member in kind)


@pytest.mark.parametrize("kind", CODED)
def test_codes_can_be_keys_of_answers(kind: type[Choice]) -> None:
    assert [m.value for m in kind if not re.fullmatch("[a-z][a-z0-9_]{0,63}", m)] == []
    assert [m.name.casefold() for m in kind] == [m.value for m in kind]


@pytest.mark.parametrize("kind", [Symptom, AdverseKind, RedFlag])
def test_what_nobody_foresaw_has_a_place_at_the_end(kind: type[Choice]) -> None:
    assert list(kind)[-1].value == "other"


def test_red_flags_asked_at_the_bedside_come_first_and_none_is_lost() -> None:
    assert len(RED_FLAGS_ASKED) == 12
    assert RED_FLAG_CHOICES[:12] == RED_FLAG_ASKED_CHOICES
    assert {code for code, _ in RED_FLAG_CHOICES} == set(RedFlag)
    assert len(RED_FLAG_CHOICES) == len(RedFlag)
    assert dict(SYMPTOM_CHOICES) == {symptom.value: symptom.label for symptom in Symptom}


@pytest.mark.parametrize(
    ("vertebra", "region"),
    [("C1", "cervical"), ("T12", "thoracic"), ("L6", "lumbar"), ("S5", "sacral")],
)
def test_vertebrae_are_counted_from_the_head(vertebra: str, region: str) -> None:
    assert Vertebra(vertebra).region is Region(region)
    assert Vertebra.C1.rank == 0
    assert Vertebra.L6.rank < Vertebra.S1.rank < Vertebra.S5.rank == len(Vertebra) - 1


@pytest.mark.parametrize("statement", [ReliefTold, RedFlagScreen, VitalSigns])
def test_every_told_statement_says_how_it_was_told(statement: type[Told]) -> None:
    assert {field.name for field in stated(statement)} > set(TOLD_FIELDS)


def test_a_told_statement_survives_the_record() -> None:
    given = {
        "timing": "2 hour after patch 1",
        "told_by": "patient",
        "certainty": "stated",
        "patch": "1",
        "relief": "marked",
        "pain_before": "8 standing",
        "pain_now": "3 standing",
        "effects": ["better_mobility"],
        "recurred": "no",
    }
    assert plain_fields(of_plain(ReliefTold, given)) == given


def test_red_flags_are_answered_by_their_codes() -> None:
    screen = of_plain(RedFlagScreen, {"flags": {"fever": "yes", "seizure": "no"}})
    assert isinstance(screen.flags, Answers)
    assert screen.flags.yes == {RedFlag.FEVER}
    assert screen.flags.get(RedFlag.AVM) == "not_asked"

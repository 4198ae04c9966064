"""A spinal level is the space between two neighbouring vertebrae (H20)."""

from collections.abc import Callable
from itertools import pairwise
from operator import ge, gt, le, lt

import pytest

from bloodpatch.pathway.values import Region, SpinalLevel, ValueFault
from bloodpatch.pathway.values.spinal_level import SPACES

FROM_HEAD_TO_TAIL = (
    "C1/2 C2/3 C3/4 C4/5 C5/6 C6/7 C7/T1 T1/2 T2/3 T3/4 T4/5 T5/6 T6/7 T7/8 T8/9 T9/10 T10/11 "
    "T11/12 T12/L1 L1/2 L2/3 L3/4 L4/5 L5/S1 S1/2"
)


def test_the_spaces_in_their_order() -> None:
    assert " ".join(SPACES) == FROM_HEAD_TO_TAIL
    levels = [SpinalLevel(name) for name in SPACES]
    assert min(levels[::-1]) == levels[0]
    assert all(above < below for above, below in pairwise(levels))
    assert [level.rank for level in levels] == list(range(25))


@pytest.mark.parametrize("name", SPACES)
def test_every_space_can_be_typed_as_it_is_shown(name: str) -> None:
    assert str(SpinalLevel.parse(name)) == name
    assert SpinalLevel.parse(name.lower().replace("/", "-")) == SpinalLevel(name)


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("L3-4", "L3/4"),
        ("L3/L4", "L3/4"),
        ("l3/4", "L3/4"),
        ("L3 / 4", "L3/4"),
        ("L 3-4", "L3/4"),
        ("L3\u20134", "L3/4"),
        ("T11-12", "T11/12"),
        ("Th11/12", "T11/12"),
        ("t12-l1", "T12/L1"),
        ("L5-S1", "L5/S1"),
    ],
)
def test_understood(typed: str, name: str) -> None:
    assert SpinalLevel.parse(typed).plain() == name


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("L3", "one vertebra"),
        ("L34", "not a space of the spine"),
        ("3/4", "not a space of the spine"),
        ("lumbar", "not a space of the spine"),
        ("L3/4/5", "not a space of the spine"),
        ("L4/3", "type it as L3/4"),
        ("L1-T12", "type it as T12/L1"),
        ("L3/5", "not neighbours"),
        ("L5/1", "at a border name both"),
        ("L5/6", "no vertebra L6"),
        ("T12/13", "no vertebra T13"),
        ("C7/8", "no vertebra C8"),
        ("S2/3", "no vertebra S3"),
        ("L0/1", "no vertebra L0"),
        ("L3,4", "not a space of the spine"),
        ("\u216c3/4", "U+216C"),
        ("L\uff13/4", "U+FF13"),
    ],
)
def test_refused_with_a_reason(typed: str, words: str) -> None:
    with pytest.raises(ValueFault) as caught:
        SpinalLevel.parse(typed)
    assert words in str(caught.value)


@pytest.mark.parametrize("name", ["L3-4", "l3/4", "L3/L4", "", "L6/7"])
def test_only_the_listed_names_are_levels(name: str) -> None:
    with pytest.raises(ValueFault):
        SpinalLevel(name)
    with pytest.raises(ValueFault):
        SpinalLevel.of(name)


@pytest.mark.parametrize(
    ("level", "other", "spaces"),
    [("L4/5", "L3/4", 1), ("L3/4", "L3/4", 0), ("L2/3", "L3/4", -1), ("L1/2", "T11/12", 2)],
)
def test_how_many_spaces_below(level: str, other: str, spaces: int) -> None:
    assert SpinalLevel(level).spaces_below(SpinalLevel(other)) == spaces


@pytest.mark.parametrize(
    ("level", "region"),
    [
        ("C1/2", Region.CERVICAL),
        ("C7/T1", Region.CERVICAL),
        ("T1/2", Region.THORACIC),
        ("T12/L1", Region.THORACIC),
        ("L3/4", Region.LUMBAR),
        ("L5/S1", Region.LUMBAR),
        ("S1/2", Region.SACRAL),
    ],
)
def test_the_region_is_that_of_the_upper_vertebra(level: str, region: Region) -> None:
    assert SpinalLevel(level).region is region


def test_nearer_to_the_head_comes_first() -> None:
    assert SpinalLevel("T12/L1") < SpinalLevel("L1/2") <= SpinalLevel("L1/2")
    assert SpinalLevel("L1/2") > SpinalLevel("T12/L1") >= SpinalLevel("T12/L1")


@pytest.mark.parametrize("compared", [lt, le, gt, ge])
def test_a_level_is_not_compared_with_its_name(
    compared: Callable[[object, object], bool],
) -> None:
    with pytest.raises(TypeError):
        compared(SpinalLevel("L3/4"), "L4/5")

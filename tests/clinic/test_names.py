"""Names are compared as people hear them, not as they are spelt."""

import pytest

from bloodpatch.clinic import names


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("Núñez-O'Neil", ("nunez", "oneil")),
        ("  MARÍA  del  Carmen ", ("maria", "del", "carmen")),
        ("Sørensen", ("sorensen",)),
        ("Żukowska", ("zukowska",)),
        ("Weiß", ("weiss",)),
        ("İpek Yılmaz", ("ipek", "yilmaz")),
        ("Æthel", ("aethel",)),
        ("O’Brien", ("obrien",)),
        ("李 小龙", ("李", "小龙")),
        ("", ()),
        ("- '", ()),
    ],
)
def test_a_name_is_folded_into_plain_words(typed: str, words: tuple[str, ...]) -> None:
    assert names.words(typed) == words


@pytest.mark.parametrize(
    ("one", "other", "errors"),
    [
        ("maya", "maya", 0),
        ("maya", "mayra", 1),
        ("maya", "mya", 1),
        ("maya", "mata", 1),
        ("maya", "myaa", 1),  # two neighbours swapped are one slip, not two
        ("maya", "amay", 2),
        ("maya", "irena", 3),  # further than anybody asks
        ("", "ab", 2),
    ],
)
def test_the_distance_counts_slips(one: str, other: str, errors: int) -> None:
    assert names.distance(one, other, most=2) == errors
    assert names.distance(other, one, most=2) == errors


@pytest.mark.parametrize(
    ("one", "other", "near"),
    [
        ("li", "lu", False),
        ("ann", "anm", True),
        ("anna", "irma", False),
        ("lindqvist", "lindkwist", True),
        ("smith", "smythe", True),
        ("costa", "rossi", False),
    ],
)
def test_short_names_forgive_less(one: str, other: str, near: bool) -> None:
    assert names.near(one, other) is near


@pytest.mark.parametrize("other", ["ortea", "ortegaa", "ortgea", "ortexa", "rtega", "ortega"])
def test_one_slip_shares_a_key(other: str) -> None:
    """So that an index finds it, without reading everybody."""
    assert set(names.keys("ortega")) & set(names.keys(other))

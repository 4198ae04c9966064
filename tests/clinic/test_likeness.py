"""When two descriptions are shown to a person as possibly one."""

from datetime import date

import pytest

from bloodpatch.clinic.name_similarity import REASONS, Description, likeness

BORN = date(1995, 3, 4)
MAYA = Description(given="Maya", family="Lindqvist", born=BORN, phone="8015550142")
BARE = Description(given="Maya", family="Lindqvist", born=BORN)


def of(**said: object) -> Description:
    known: dict[str, object] = {"given": "Irena", "family": "Costa"}
    return Description(**(known | said))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("other", "reasons"),
    [
        (of(given="MAYA", family="Lindqvist", born=BORN), "same_birth same_given same_family"),
        (of(given="Maja", family="Lindkvist", born=BORN), "same_birth near_given near_family"),
        (
            of(given="Lindqvist", family="Maya", born=BORN),
            "same_birth same_given same_family swapped_names",
        ),
        (
            of(given="Maya", family="Lindqvist", born=date(1995, 4, 3)),
            "swapped_birth same_given same_family",
        ),
        (
            of(given="Maya", family="Lindqvist", born=date(1985, 3, 4)),
            "near_birth same_given same_family",
        ),
        (of(given="Maya Elena", family="Berg", born=BORN), "same_birth part_given"),
        (
            of(given="Maya", family="Berg", other="Lindqvist", born=BORN),
            "same_birth same_given same_family",
        ),
        (of(family="Lindqvist", born=BORN), "same_birth same_family"),  # a twin
        (of(given="Maya", family="Berg", phone="8015550142"), "same_phone same_given"),
    ],
)
def test_one_slip_in_each_field_still_asks(other: Description, reasons: str) -> None:
    found = likeness(MAYA, other)
    assert found.asks
    assert found.reasons == tuple(reasons.split())
    assert likeness(other, MAYA) == found


@pytest.mark.parametrize(
    "other",
    [
        of(given="Maya", family="Lindqvist"),  # a name alone is no person
        of(given="Maya", family="Lindqvist", born=date(1971, 8, 20)),
        of(given="Paul", family="Berg", born=BORN),
        of(given="Karl", family="Lindqvist", born=date(1961, 8, 20)),
        of(),
    ],
)
def test_what_many_people_share_does_not_ask(other: Description) -> None:
    assert not likeness(BARE, other).asks


def test_a_shared_number_is_enough() -> None:
    one = of(numbers=frozenset({("mrn", "20418-7")}))
    other = Description(given="", family="Unknown", numbers=frozenset({("mrn", "20418-7")}))
    assert likeness(one, other).reasons == ("same_number",)
    assert likeness(one, other).asks


def test_every_reason_has_words() -> None:
    assert all(words and words[0].islower() for words in REASONS.values())

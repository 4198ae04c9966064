"""The same person twice: found, asked about, and held up until somebody has answered (H02, H03)."""

import os
from collections.abc import Callable
from dataclasses import replace
from random import Random

import pytest

from bloodpatch.clinic import duplicates, patients
from bloodpatch.clinic.models import Clinic, Patient, PossibleDuplicate, Staff
from tests.clinic.conftest import NOW
from tests.clinic.invented import SLIPS, somebody

SEEDED = 500 if os.environ.get("BLOODPATCH_PROVE") else 90
LINKS = 1000 if os.environ.get("BLOODPATCH_PROVE") else 40
CROWD = 1000 if os.environ.get("BLOODPATCH_PROVE") else 200


def test_a_seeded_slip_is_found_and_a_crowd_is_left_in_peace(
    here: Clinic, record_property: Callable[[str, object], None]
) -> None:
    chance = Random(20261122)
    crowd = [patients.register(here, somebody(chance), now=NOW) for _ in range(CROWD)]
    asked_about_strangers = PossibleDuplicate.objects.count()
    missed = missed_of(here, crowd, SEEDED, chance)
    record_property("slips", SEEDED)
    record_property("of these missed", len(missed))
    record_property("questions about strangers", asked_about_strangers)
    assert len(missed) <= SEEDED * 0.01, missed
    assert asked_about_strangers <= CROWD * 0.02


def test_teeth_who_is_not_compared_is_missed(here: Clinic, monkeypatch: pytest.MonkeyPatch) -> None:
    chance = Random(20261122)
    crowd = [patients.register(here, somebody(chance), now=NOW) for _ in range(10)]
    monkeypatch.setattr(duplicates, "_worth_comparing", lambda patient: ())
    assert len(missed_of(here, crowd, 10, chance)) == 10


def missed_of(here: Clinic, crowd: list[Patient], seeded: int, chance: Random) -> list[str]:
    """The kinds of slip that were made in registering somebody again, and not seen."""
    kinds = list(SLIPS)
    missed = []
    for number in range(seeded):
        kind, known = kinds[number % len(kinds)], crowd[number % len(crowd)]
        again = patients.register(here, SLIPS[kind](told(known), chance), now=NOW)
        if known.pk not in {q.other_than(again.pk) for q in duplicates.questions(again.pk)}:
            missed.append(kind)
    return missed


def told(known: Patient) -> patients.Identity:
    return patients.Identity(
        given=known.given,
        family=known.family,
        born=known.born,
        phone=known.phone,
        numbers=tuple((n.system, n.value) for n in known.numbers.all()),
    )


@pytest.fixture
def pair(here: Clinic, enter: Callable[..., Patient]) -> PossibleDuplicate:
    enter(here, phone="+1 801 555 0142")
    enter(here, phone="801-555-0142", given="Maja")
    return PossibleDuplicate.objects.get()


def test_an_open_question_is_a_fact_of_both(pair: PossibleDuplicate) -> None:
    assert duplicates.unresolved_duplicate(pair.one_id)
    assert duplicates.unresolved_duplicate(pair.other_id)
    assert [q.pair for q in duplicates.open_questions("here")] == [pair]
    assert duplicates.open_questions("elsewhere") == ()


def test_different_needs_one_person_and_says_who(
    pair: PossibleDuplicate, here: Clinic, works_at: Callable[..., Staff]
) -> None:
    nurse = works_at(here)
    assert duplicates.answer(pair, same=False, by=nurse, now=NOW).state == "different"
    assert not duplicates.unresolved_duplicate(pair.one_id)
    given = pair.answers.get()
    assert (given.by, given.at, given.same) == (nurse.pk, NOW, False)


def test_same_needs_two_people(
    pair: PossibleDuplicate, here: Clinic, works_at: Callable[..., Staff]
) -> None:
    one, other = works_at(here), works_at(here)
    assert duplicates.answer(pair, same=True, by=one, now=NOW).state == "proposed"
    assert duplicates.answer(pair, same=True, by=one, now=NOW).state == "proposed"
    assert duplicates.unresolved_duplicate(pair.one_id)
    assert duplicates.linked(pair.one_id) == ()
    assert duplicates.answer(pair, same=True, by=other, now=NOW).state == "same"
    assert not duplicates.unresolved_duplicate(pair.one_id)
    assert duplicates.linked(pair.one_id) == (pair.other_id,)


def test_different_takes_back_every_same_before_it(
    pair: PossibleDuplicate, here: Clinic, works_at: Callable[..., Staff]
) -> None:
    one, other = works_at(here), works_at(here)
    for same in (True, False):
        duplicates.answer(pair, same=same, by=one, now=NOW)
    assert duplicates.answer(pair, same=True, by=other, now=NOW).state == "proposed"


def test_somebody_from_elsewhere_or_gone_cannot_answer(
    pair: PossibleDuplicate, here: Clinic, elsewhere: Clinic, works_at: Callable[..., Staff]
) -> None:
    gone = works_at(here)
    gone.is_active = False
    for stranger in (works_at(elsewhere), gone):
        with pytest.raises(duplicates.AnswerFault):
            duplicates.answer(pair, same=False, by=stranger, now=NOW)
    assert duplicates.unresolved_duplicate(pair.one_id)


def test_a_stronger_reason_asks_again(
    pair: PossibleDuplicate, here: Clinic, works_at: Callable[..., Staff]
) -> None:
    duplicates.answer(pair, same=False, by=works_at(here), now=NOW)
    for patient in (pair.one, pair.other):
        known = replace(told(patient), numbers=(("mrn", "20418-7"),))
        patients.change(patient, known, by="x", now=NOW)
    assert duplicates.unresolved_duplicate(pair.one_id)


def test_a_question_that_no_longer_fits_is_dropped_unless_answered(
    pair: PossibleDuplicate, here: Clinic, works_at: Callable[..., Staff]
) -> None:
    known = told(pair.other)
    patients.change(pair.other, replace(known, phone="", given="Karl"), by="x", now=NOW)
    assert not duplicates.questions(pair.one_id)
    patients.change(pair.other, known, by="x", now=NOW)
    (question,) = duplicates.questions(pair.one_id)
    duplicates.answer(question.pair, same=False, by=works_at(here), now=NOW)
    patients.change(pair.other, replace(known, phone="", given="Karl"), by="x", now=NOW)
    assert [q.state for q in duplicates.questions(pair.one_id)] == ["different"]


def test_linking_and_unlinking_leaves_everything_as_it_was(
    here: Clinic,
    enter: Callable[..., Patient],
    works_at: Callable[..., Staff],
    record_property: Callable[[str, object], None],
) -> None:
    """Whatever was said before: after a link that was taken back nothing is joined or moved."""
    chance = Random(7)
    staff = [works_at(here) for _ in range(3)]
    people = [enter(here, phone="801 555 0142", given=g) for g in ("Maya", "Maja", "Maia")]
    pairs = list(PossibleDuplicate.objects.order_by("id"))
    before = seen(people)
    record_property("links taken back", LINKS)
    for _ in range(LINKS):
        pair = chance.choice(pairs)
        for _ in range(chance.randrange(4)):
            duplicates.answer(pair, same=chance.random() < 0.7, by=chance.choice(staff), now=NOW)
        duplicates.answer(pair, same=False, by=chance.choice(staff), now=NOW)
    assert len(pairs) == 3
    assert all(duplicates.linked(p.pk) == () for p in people)
    assert seen(people) == before


def seen(people: list[Patient]) -> list[object]:
    """All that the clinic says of these people, but for the answers themselves."""
    rows = Patient.objects.filter(pk__in=[p.pk for p in people]).order_by("pk")
    return [list(rows.values()), [patients.episodes_of(p) for p in rows]]


def test_three_records_of_one_person_are_linked_through_the_middle_one(
    here: Clinic, enter: Callable[..., Patient], works_at: Callable[..., Staff]
) -> None:
    one, other = works_at(here), works_at(here)
    people = [enter(here, phone="801 555 0142", given=g) for g in ("Maya", "Maja", "Maia")]
    middle = people[1].pk
    for question in duplicates.questions(middle):
        for by in (one, other):
            duplicates.answer(question.pair, same=True, by=by, now=NOW)
    assert set(duplicates.linked(people[0].pk)) == {people[1].pk, people[2].pk}


def test_people_of_two_clinics_are_never_compared(
    here: Clinic, elsewhere: Clinic, enter: Callable[..., Patient]
) -> None:
    enter(here, phone="801 555 0142")
    enter(elsewhere, phone="801 555 0142")
    assert not PossibleDuplicate.objects.exists()

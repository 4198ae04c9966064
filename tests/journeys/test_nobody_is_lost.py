"""Without a patch nobody is lost either: care without one, a refusal, somebody who never came.

After every entry the journey asks the record whether anything is owed (`Visitor.was_recorded`).
"""

import pytest

from tests.journeys.house import House
from tests.journeys.telling.coming import when_i_assess, when_i_book, when_i_decide_on_a_patch
from tests.journeys.telling.going_home import when_i_call
from tests.journeys.telling.not_patched import (
    given_a_referral_was_taken_in_and_sorted,
    person,
    then_somebody_still_owes,
    when_i_decide_to_go_without_a_patch,
    when_i_record_the_care_given,
    when_nobody_is_reached,
    when_the_patient_does_not_come,
    when_the_patient_refuses,
)
from tests.journeys.visitor import Visitor

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.browser]


def test_a_patient_who_is_treated_without_a_patch(
    house: House, front_desk: Visitor, nurse: Visitor, physician: Visitor
) -> None:
    house.it_is("2026-11-16 09:00")
    hugo = person("Hugo", "Lefevre", "1978-03-27")
    given_a_referral_was_taken_in_and_sorted(front_desk, nurse, hugo)
    then_somebody_still_owes(nurse, "Assess the headache")
    when_i_assess(nurse, lying=1, upright=4)
    then_somebody_still_owes(physician, "Decide")
    when_i_decide_to_go_without_a_patch(physician)
    when_i_record_the_care_given(nurse)
    then_somebody_still_owes(nurse, "who has no patch")
    house.it_is("2026-11-18 09:00")
    when_i_call(nurse, "Gone", lying=0, upright=0)
    then_somebody_still_owes(physician, "")


def test_a_patient_who_refuses(
    house: House, front_desk: Visitor, nurse: Visitor, physician: Visitor
) -> None:
    house.it_is("2026-11-16 09:00")
    ingrid = person("Ingrid", "Solberg", "1984-10-05")
    given_a_referral_was_taken_in_and_sorted(front_desk, nurse, ingrid)
    when_i_assess(nurse, lying=2, upright=8)
    when_i_decide_on_a_patch(physician)
    when_the_patient_refuses(nurse)
    then_somebody_still_owes(physician, "a patient who declined a patch")
    when_i_decide_to_go_without_a_patch(physician)
    then_somebody_still_owes(nurse, "who has no patch")


def test_a_patient_who_does_not_come(
    house: House, front_desk: Visitor, nurse: Visitor, physician: Visitor
) -> None:
    house.it_is("2026-11-16 09:00")
    dmitri = person("Dmitri", "Sokolov", "1969-11-23")
    given_a_referral_was_taken_in_and_sorted(front_desk, nurse, dmitri)
    when_i_assess(nurse, lying=2, upright=8)
    when_i_decide_on_a_patch(physician)
    when_i_book(front_desk, "2026-11-16 13:30")
    then_somebody_still_owes(front_desk, "Receive the patient")
    house.it_is("2026-11-16 14:30")
    when_the_patient_does_not_come(front_desk)
    then_somebody_still_owes(front_desk, "a patient who did not come")
    when_nobody_is_reached(front_desk)
    then_somebody_still_owes(front_desk, "")

"""One patient, four roles, from the first telephone call to the all-clear, and back again."""

import pytest

from tests.journeys.house import House
from tests.journeys.telling.coming import (
    MAYA,
    when_i_assess,
    when_i_book,
    when_i_decide_on_a_patch,
    when_i_examine,
    when_i_record_the_puncture_and_the_headache,
    when_i_sort_it,
    when_i_take_in_a_referral,
)
from tests.journeys.telling.patching import (
    then_the_clock_of_the_blood_runs,
    when_i_draw,
    when_i_inject,
    when_i_place_the_needle,
    when_i_prepare_the_back,
    when_i_sedate_and_numb,
    when_i_start_the_procedure,
    when_i_take_the_needle_out,
)
from tests.journeys.telling.preparing import (
    then_i_may_not_take_the_time_out_yet,
    when_i_ask_about_food_and_who_comes_along,
    when_i_ask_and_examine_again,
    when_i_decide_on_sedation,
    when_i_find_the_patient_anxious,
    when_i_receive_the_patient,
    when_i_record_the_consent,
    when_i_take_the_time_out,
)
from tests.journeys.visitor import Visitor

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.browser]


@pytest.mark.parametrize("script", [True, False], ids=["with_script", "without"], indirect=True)
def test_from_referral_to_closure(
    house: House,
    front_desk: Visitor,
    nurse: Visitor,
    physician: Visitor,
    service_lead: Visitor,
) -> None:
    house.it_is("2026-11-16 09:00")
    when_i_take_in_a_referral(front_desk, MAYA)
    house.it_is("2026-11-16 09:10")
    when_i_sort_it(nurse)
    when_i_record_the_puncture_and_the_headache(nurse)
    when_i_assess(nurse, lying=2, upright=8)
    when_i_examine(nurse)
    house.it_is("2026-11-16 10:00")
    when_i_decide_on_a_patch(physician)
    when_i_book(front_desk, "2026-11-16 13:30")

    house.it_is("2026-11-16 13:30")
    when_i_receive_the_patient(front_desk)
    when_i_ask_and_examine_again(nurse)
    when_i_find_the_patient_anxious(nurse)
    then_i_may_not_take_the_time_out_yet(nurse)
    when_i_decide_on_sedation(physician)
    when_i_record_the_consent(physician)
    when_i_ask_about_food_and_who_comes_along(nurse)
    house.it_is("2026-11-16 14:05")
    when_i_take_the_time_out(nurse)

    when_i_start_the_procedure(nurse)
    when_i_prepare_the_back(nurse)
    when_i_sedate_and_numb(physician)
    house.it_is("2026-11-16 14:15")
    when_i_draw(nurse, 22, clicks=2)
    then_the_clock_of_the_blood_runs(nurse)
    when_i_place_the_needle(physician)
    when_i_inject(physician, 20, because="Pressure in the back")
    when_i_take_the_needle_out(physician)
    assert house.history().count("procedure.drawn") == 1

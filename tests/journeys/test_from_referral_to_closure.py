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
from tests.journeys.telling.ending import (
    when_i_close_the_episode,
    when_i_decide_on_another_patch,
    when_i_defer_the_clearance,
    when_i_give_the_clearance,
    when_i_open_an_adverse_event,
    when_i_read_the_rule_that_was_not_kept,
    when_i_reopen_it,
    when_i_review_it,
)
from tests.journeys.telling.going_home import (
    then_i_see_the_pain_come_and_go,
    when_i_call,
    when_i_enter_a_report,
    when_i_examine_before_going_home,
    when_i_instruct,
    when_i_let_the_patient_go_home,
    when_the_patient_leaves,
)
from tests.journeys.telling.patching import (
    then_the_clock_of_the_blood_runs,
    when_i_draw,
    when_i_inject,
    when_i_numb_the_skin,
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
from tests.journeys.telling.resting import (
    then_i_see_until_when,
    then_nobody_may_stand_yet,
    when_i_let_the_patient_stand,
    when_i_let_the_patient_stand_and_walk_by_keyboard,
    when_i_observe,
    when_i_observe_by_keyboard,
    when_i_receive_and_start_the_rest,
    when_the_patient_gets_up_too_early,
    when_the_patient_lies_down_again,
    when_the_walk_fails,
    when_the_walk_succeeds,
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

    house.it_is("2026-11-16 14:25")
    when_i_receive_and_start_the_rest(nurse)
    then_i_see_until_when(nurse, "14:55")
    when_i_observe(nurse)
    house.later(minutes=8)
    when_the_patient_gets_up_too_early(nurse)
    when_the_patient_lies_down_again(nurse)
    house.later(minutes=7)
    when_i_observe(nurse)
    then_nobody_may_stand_yet(nurse, because="may stand from")
    house.it_is("2026-11-16 15:05")
    when_i_observe(nurse)
    when_i_let_the_patient_stand(nurse)
    when_the_walk_fails(nurse)
    when_the_patient_lies_down_again(nurse)
    house.later(minutes=40)
    when_i_observe_by_keyboard(nurse)
    when_i_let_the_patient_stand_and_walk_by_keyboard(nurse)

    house.later(minutes=5)
    when_i_examine_before_going_home(nurse, sedated=True)
    when_i_instruct(nurse)
    when_i_let_the_patient_go_home(nurse)
    when_the_patient_leaves(front_desk)

    house.it_is("2026-11-16 18:20")
    when_i_enter_a_report(front_desk, "Better", lying=0, upright=2)
    house.it_is("2026-11-17 14:00")
    when_i_enter_a_report(service_lead, "Gone", lying=0, upright=0)
    house.it_is("2026-11-18 14:00")
    when_i_enter_a_report(nurse, "Worse", lying=2, upright=7)
    then_i_see_the_pain_come_and_go(nurse)

    when_i_assess(nurse, lying=2, upright=7)
    house.later(minutes=20)
    when_i_decide_on_another_patch(physician)
    when_i_book(front_desk, "2026-11-18 16:00")
    house.it_is("2026-11-18 16:00")
    when_i_receive_the_patient(front_desk)
    when_i_ask_and_examine_again(nurse)
    when_i_record_the_consent(physician)
    when_i_take_the_time_out(nurse)
    when_i_start_the_procedure(nurse)
    when_i_prepare_the_back(nurse)
    when_i_numb_the_skin(physician)
    when_i_draw(nurse, 20)
    when_i_place_the_needle(physician)
    when_i_inject(physician, 18, because="The planned volume was reached")
    when_i_take_the_needle_out(physician)
    when_i_receive_and_start_the_rest(nurse)
    when_i_observe(nurse)
    house.later(minutes=15)
    when_i_observe(nurse)
    house.later(minutes=16)
    when_i_observe(nurse)
    when_i_let_the_patient_stand(nurse)
    when_the_walk_succeeds(nurse)
    when_i_examine_before_going_home(nurse, sedated=False)
    when_i_instruct(nurse)
    when_i_let_the_patient_go_home(nurse)
    when_the_patient_leaves(front_desk)

    house.it_is("2026-11-19 09:00")
    when_i_open_an_adverse_event(service_lead)
    when_i_call(nurse, "Better", lying=0, upright=3)
    when_i_defer_the_clearance(physician, until="2026-11-23 10:00")
    when_i_review_it(physician)
    house.it_is("2026-11-21 10:00")
    when_i_call(nurse, "Gone", lying=0, upright=0)
    house.it_is("2026-11-23 10:00")
    when_i_call(nurse, "Gone", lying=0, upright=0)
    when_i_give_the_clearance(physician)
    house.it_is("2026-12-02 10:00")
    when_i_call(nurse, "Gone", lying=0, upright=0)
    when_i_read_the_rule_that_was_not_kept(physician, "rests before standing")
    when_i_close_the_episode(physician)
    house.it_is("2026-12-20 10:00")
    when_i_reopen_it(nurse)
    assert house.owed()

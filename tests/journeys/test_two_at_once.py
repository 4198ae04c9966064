"""Two people, one patient; two clicks, one entry; a page that has been open for too long."""

import pytest

from tests.journeys.house import House
from tests.journeys.telling.together import (
    given_a_patient_in_recovery,
    given_a_patient_on_the_table,
    then_i_am_told_what_happened_meanwhile,
    then_what_i_typed_is_still_there,
    when_i_have_typed_a_draw,
    when_i_have_typed_observations,
    when_i_send_it_again,
    when_we_send_at_the_same_time,
)
from tests.journeys.visitor import Visitor

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.browser]


def test_a_stale_page_is_told_what_happened_and_keeps_what_was_typed(
    house: House, nurse: Visitor, second_nurse: Visitor
) -> None:
    house.it_is("2026-11-16 14:10")
    given_a_patient_on_the_table(house)
    when_i_have_typed_a_draw(second_nurse, 24)
    when_i_have_typed_a_draw(nurse, 22)
    nurse.sends()
    when_i_send_it_again(second_nurse, expecting=409)
    then_i_am_told_what_happened_meanwhile(second_nurse, "Blood drawn: 22 mL")
    then_what_i_typed_is_still_there(second_nurse, 24)
    assert house.history().count("procedure.drawn") == 1


def test_two_nurses_observe_at_once_and_both_are_recorded(
    house: House, nurse: Visitor, second_nurse: Visitor
) -> None:
    house.it_is("2026-11-16 14:30")
    given_a_patient_in_recovery(house)
    when_i_have_typed_observations(nurse, 72)
    when_i_have_typed_observations(second_nurse, 74)
    when_we_send_at_the_same_time(nurse, second_nurse)
    assert house.history().count("recovery.observed") == 2
    house.nobody_is_lost()


@pytest.mark.parametrize("script", [True, False], ids=["with_script", "without"], indirect=True)
def test_a_second_click_is_the_same_entry(house: House, nurse: Visitor) -> None:
    house.it_is("2026-11-16 14:30")
    given_a_patient_in_recovery(house)
    when_i_have_typed_observations(nurse, 72)
    with nurse.page.expect_navigation():
        nurse.button.dblclick()
    nurse.page.wait_for_url("**recorded=**")
    assert house.history().count("recovery.observed") == 1

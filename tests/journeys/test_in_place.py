"""With script no page is left for an act, and a second tablet does not show the old step."""

import pytest

from bloodpatch.pathway.stages.procedure.commands import RecordDraw
from bloodpatch.pathway.stages.recovery.commands import StartRest
from bloodpatch.pathway.values import Millilitres
from tests.journeys.house import House
from tests.journeys.telling.in_place import (
    then_a_quiet_note_says_that_there_is_more,
    then_i_am_told,
    then_i_never_left,
    then_nothing_is_wrong_with_the_page,
    then_the_focus_is_on,
    then_the_page_shows_it_by_itself,
    when_i_mark_the_window,
    when_i_send_it_in_place,
    when_somebody_else_records,
)
from tests.journeys.telling.together import (
    given_a_patient_in_recovery,
    given_a_patient_on_the_table,
    then_i_am_told_what_happened_meanwhile,
    then_what_i_typed_is_still_there,
    when_i_have_typed_a_draw,
    when_i_have_typed_observations,
)
from tests.journeys.visitor import Visitor

SENT = "**/recovery/record-observations/*"
pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.browser]


def test_what_i_send_changes_the_page_where_it_stands(house: House, nurse: Visitor) -> None:
    house.it_is("2026-11-16 14:30")
    given_a_patient_in_recovery(house)
    when_i_have_typed_observations(nurse, 72)
    when_i_mark_the_window(nurse)

    nurse.fills_in({"Heart rate": "seventy"})
    when_i_send_it_in_place(nurse, expecting=422)
    then_the_focus_is_on(nurse, "Not recorded: one answer cannot be read")
    then_nothing_is_wrong_with_the_page(nurse)

    nurse.fills_in({"Heart rate": "74"})
    when_i_send_it_in_place(nurse, expecting=303)
    then_i_am_told(nurse, "Recorded. Observations.")
    then_the_focus_is_on(nurse, "Recovery")
    then_nothing_is_wrong_with_the_page(nurse)
    then_i_never_left(nurse)
    assert nurse.page.title().startswith("Recovery: ")
    nurse.was_recorded("recovery.record_observations")

    nurse.page.go_back()
    nurse.page.wait_for_url("**/record-observations/")
    nurse.page.get_by_role("heading", name="Record observations").wait_for()
    assert house.history().count("recovery.observed") == 1


def test_a_second_tablet_shows_the_next_step_by_itself(house: House, nurse: Visitor) -> None:
    house.it_is("2026-11-16 14:10")
    given_a_patient_in_recovery(house)
    nurse.goes_to(house.at())
    when_i_mark_the_window(nurse)
    when_somebody_else_records(house, StartRest())
    then_the_page_shows_it_by_itself(nurse, "Rest started.")
    then_nothing_is_wrong_with_the_page(nurse)
    then_i_never_left(nurse)


def test_a_form_that_somebody_fills_in_is_left_alone(house: House, nurse: Visitor) -> None:
    """H19."""
    house.it_is("2026-11-16 14:10")
    given_a_patient_on_the_table(house)
    when_i_have_typed_a_draw(nurse, 24)
    when_somebody_else_records(house, RecordDraw(volume_ml_drawn=Millilitres(22)))
    then_a_quiet_note_says_that_there_is_more(nurse)
    then_nothing_is_wrong_with_the_page(nurse)
    then_what_i_typed_is_still_there(nurse, 24)
    when_i_send_it_in_place(nurse, expecting=409)
    then_i_am_told_what_happened_meanwhile(nurse, "Blood drawn: 22 mL")
    then_what_i_typed_is_still_there(nurse, 24)


def test_the_room_waits_for_a_hand_that_types(house: House, nurse: Visitor) -> None:
    """The page of the bedside goes to the next step by itself, but not under a hand."""
    house.it_is("2026-11-16 14:10")
    given_a_patient_on_the_table(house)
    nurse.goes_to(house.at("procedure/"))
    nurse.page.locator("input[type=radio]").first.focus()
    when_somebody_else_records(house, RecordDraw(volume_ml_drawn=Millilitres(22)))
    then_a_quiet_note_says_that_there_is_more(nurse)
    nurse.page.evaluate("document.activeElement.blur()")
    when_somebody_else_records(house, RecordDraw(volume_ml_drawn=Millilitres(23)))
    then_the_page_shows_it_by_itself(nurse, "waiting for")


@pytest.mark.parametrize("status", [200, 403, 502])
def test_what_is_no_page_of_ours_takes_nothing_away(
    house: House, nurse: Visitor, status: int
) -> None:
    """A gateway answers, or a network that asks for a sign-in: the clinic's computer did not."""
    house.it_is("2026-11-16 14:30")
    given_a_patient_in_recovery(house)
    when_i_have_typed_observations(nurse, 72)
    when_i_mark_the_window(nurse)
    nurse.page.route(SENT, lambda route: route.fulfill(status=status, body="<h1>Guests</h1>"))
    when_i_send_it_in_place(nurse, expecting=status)
    nurse.page.get_by_text("Not sent: the clinic's computer does not answer.").last.wait_for()
    assert nurse.page.get_by_label("Heart rate").input_value() == "72"
    then_i_never_left(nurse)


def test_a_page_from_before_the_sign_in_is_answered_by_a_page_of_ours(
    house: House, nurse: Visitor
) -> None:
    """The computer does answer: it says what is the matter, and keeps the words."""
    house.it_is("2026-11-16 14:30")
    given_a_patient_in_recovery(house)
    when_i_have_typed_observations(nurse, 72)
    nurse.page.eval_on_selector_all(
        "[name=csrfmiddlewaretoken]", "all => all.forEach(one => { one.value = 'x'.repeat(64); })"
    )
    when_i_send_it_in_place(nurse, expecting=403)
    nurse.page.get_by_role("heading", name="This was not recorded.").wait_for()
    assert nurse.page.get_by_text("does not answer").count() == 0

"""One page that stays open: what was sent, and what others record, changes it where it stands."""

from bloodpatch.pathway.statements import Command
from tests.journeys.house import House
from tests.journeys.looking import axe
from tests.journeys.telling.together import record
from tests.journeys.visitor import Visitor

MARK = "window.wasNeverLeft"


def when_i_mark_the_window(i: Visitor) -> None:
    """A mark that lives as long as the page is not left for another."""
    i.page.evaluate(f"{MARK} = true")


def then_i_never_left(i: Visitor) -> None:
    assert i.page.evaluate(MARK) is True, f"the page was left: {i.page.url}"


def then_the_focus_is_on(i: Visitor, words: str) -> None:
    focused = i.page.locator("*:focus")
    focused.filter(has_text=words).wait_for()


def then_i_am_told(i: Visitor, words: str) -> None:
    told = i.page.locator("#told")
    told.filter(has_text=words).wait_for(state="attached")


def then_nothing_is_wrong_with_the_page(i: Visitor) -> None:
    assert axe(i.page) == []


def when_i_send_it_in_place(i: Visitor, *, expecting: int) -> None:
    with i.page.expect_response(lambda r: r.request.method == "POST") as answered:
        i.button.click()
    assert answered.value.status == expecting
    i.page.locator("#page:not(:has(form.htmx-request, [data-sent]))").wait_for()


def when_somebody_else_records(house: House, command: Command) -> None:
    record(house, command)


def then_the_page_shows_it_by_itself(i: Visitor, words: str) -> None:
    i.page.locator("#page").filter(has_text=words).wait_for()


def then_a_quiet_note_says_that_there_is_more(i: Visitor) -> None:
    i.page.get_by_text("This patient's record has changed since you opened this page.").wait_for()

"""Filling in a form as a person does: find the question by its words, then answer it.

What is given says how: a text is typed or chosen, a list ticks several, a table from label to
answer fills the parts of one question ({"Tip": "Tuohy", "Gauge": "17"}).
"""

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

Said = str | list[str] | dict[str, str]
EVERY_ONE = ["every one of them"]
CLICK_ALL = "all => all.forEach(one => one.click())"
"""Thirty clicks in one go: they differ in nothing, and most of a journey's minutes were theirs."""


def fill_in(page: "Page", answers: Mapping[str, Said]) -> None:
    for question, said in answers.items():
        answer(asked(page, question), said)


def asked(page: "Page", question: str) -> "Locator":
    """The field with these words, unfolded where it was folded away."""
    whole = re.compile(rf"^\s*{re.escape(question)}\s*(\(needed\))?\s*$")
    field = page.locator(".field").filter(has=page.locator(".ask", has_text=whole)).first
    field.wait_for(state="attached")
    if field.is_hidden():
        page.locator("details", has=field).last.locator("summary").click()
    return field


def answer(field: "Locator", said: Said) -> None:
    if said is EVERY_ONE:
        field.locator("input[type=checkbox]").evaluate_all(CLICK_ALL)
    elif isinstance(said, list):
        for one in said:
            field.get_by_label(one, exact=True).check()
    elif isinstance(said, dict):
        for part, text in said.items():
            say(control_of(field, part), text)
    elif field.locator(".answers").count():
        answer_all(field, said)
    elif field.locator(".when").count():
        day, _space, time = said.partition(" ")
        if field.locator("[value=earlier]").count():
            field.get_by_label("Earlier", exact=True).check()
        answer(field, {"Day": day, "Time": time})
    elif field.locator(".pressure").count():
        upper, _slash, lower = said.partition("/")
        answer(field, {"Systolic, mmHg": upper, "Diastolic, mmHg": lower})
    elif field.locator("input[type=radio], input[type=checkbox]").count():
        field.get_by_label(said, exact=True).check()
    else:
        say(field.locator("input, select, textarea").first, said)


def control_of(field: "Locator", part: str) -> "Locator":
    """One control of several. A label that is around its control is read with the control's own
    words ("Tip", then every tip), so only its beginning counts."""
    around = field.locator("label").filter(has_text=re.compile(rf"^\s*{re.escape(part)}"))
    return around.locator("input, select").or_(field.get_by_label(part, exact=True)).first


def answer_all(field: "Locator", said: str) -> None:
    """The same answer to each question of a group, also to those that are folded away."""
    field.locator("details:not([open]) > summary").evaluate_all(CLICK_ALL)
    field.get_by_label(said, exact=True).evaluate_all(CLICK_ALL)


def say(control: "Locator", said: str) -> None:
    if control.evaluate("e => e.tagName") == "SELECT":
        control.select_option(label=said)
    else:
        control.fill(said)

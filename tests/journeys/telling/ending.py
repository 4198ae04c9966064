"""The headache comes back, an adverse event, the clearance, the end, and a new beginning."""

import re

from tests.journeys.filling import Said
from tests.journeys.visitor import Visitor


def when_i_decide_on_another_patch(i: Visitor) -> None:
    decided: dict[str, Said] = {
        "Why?": ["The headache came back"],
        "Looked at again": ["History", "Neurological examination"],
    }
    i.records("repeat.decide", decided)


def when_i_open_an_adverse_event(i: Visitor) -> None:
    event: dict[str, Said] = {
        "What happened": ["Back pain"],
        "After patch number": "2",
        "Grade": "2",
        "Serious?": "No",
        "Caused by the patch?": "Probable",
    }
    i.records("adverse_event.open", event)


def when_i_review_it(i: Visitor) -> None:
    """Which one is chosen by what it says."""
    settled: dict[str, Said] = {
        "Conclusion": "Settled: nothing more is owed",
        "Grade": "1",
        "Caused by the patch?": "Probable",
    }
    i.opens("adverse_event.review")
    i.page.get_by_label(re.compile("What happened: Back pain")).check()
    i.fills_in(settled)
    i.sends()
    i.was_recorded("the review")


def when_i_defer_the_clearance(i: Visitor, until: str) -> None:
    i.records("clearance.defer", {"Why?": "Still in pain", "Look again at": until})


def when_i_give_the_clearance(i: Visitor) -> None:
    i.records("clearance.clear", {"Patient told?": "Yes"})


def when_i_close_the_episode(i: Visitor) -> None:
    i.records("closure.close", {"Outcome": "The headache is gone", "Free of symptoms?": "Yes"})
    assert i.house.owed() == []


def when_i_reopen_it(i: Visitor) -> None:
    i.records("closure.reopen", {"Why?": "The patient called or came"})


def when_i_read_the_rule_that_was_not_kept(i: Visitor, words: str) -> None:
    """Among all rules, with how often it was noted on an entry."""
    i.goes_to("/staff/rules/")
    with i.page.expect_navigation():
        i.page.get_by_role("link", name=re.compile("Every rule, to read")).click()
    i.arrives()
    i.page.get_by_label("Words, a code or a hazard").fill(words)
    i.presses("Show these rules")
    i.looks("-found")
    rule = i.page.get_by_role("article").filter(has_text="Rule recovery.got_up_early.")
    assert re.search("Noted on an entry: (once|[0-9]+ times)", rule.inner_text())

"""The headache comes back, an adverse event, the clearance, the end, and a new beginning."""

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
    settled: dict[str, Said] = {
        "Adverse event": "1",
        "Conclusion": "Settled: nothing more is owed",
        "Grade": "1",
        "Caused by the patch?": "Probable",
    }
    i.records("adverse_event.review", settled)


def when_i_defer_the_clearance(i: Visitor, until: str) -> None:
    i.records("clearance.defer", {"Why?": "Still in pain", "Look again at": until})


def when_i_give_the_clearance(i: Visitor) -> None:
    i.records("clearance.clear", {"Patient told?": "Yes"})


def when_i_close_the_episode(i: Visitor) -> None:
    i.records("closure.close", {"Outcome": "The headache is gone", "Free of symptoms?": "Yes"})
    assert i.house.owed() == []


def when_i_reopen_it(i: Visitor) -> None:
    i.records("closure.reopen", {"Why?": "The patient called or came"})

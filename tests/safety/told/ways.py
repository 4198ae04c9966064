"""In which commands each word can be told: the name of the command and its fields as scripts
write them.

Each way has a neutral twin, the same entry with nothing in it, so that only the word makes the
difference; and the permits before which it can be told.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from tests.safety.told.levels import PERMITS

EVERY = tuple(PERMITS)
FROM_HOME = ("decide", "book", "time_out", "repeat", "clear", "close")
FROM_THE_VISIT_ON = ("time_out", "stand", "discharge", "repeat", "clear", "close")
AFTER_THE_NEEDLE = ("stand", "discharge", "repeat", "clear", "close")
IN_THE_BAY = ("stand", "discharge")
BACK_AGAIN = ("repeat", "clear", "close")

Fields = dict[str, Any]

AT_THE_END: Fields = {"name": "left at the end", "before": ("close",), "stops_only": True}

GONE_AT_THE_END: Fields = AT_THE_END | {"name": "there, and gone at the end"}
"""A deficit that passed does not un-happen; told only then, a physician has not seen it."""


@dataclass(frozen=True, kw_only=True)
class Way:
    name: str
    command: str
    said: Fields
    neutral: Fields
    by: str = "nurse"
    before: tuple[str, ...] = EVERY
    stops_only: bool = False
    """What is left at the end keeps the episode open in any case; only a stop says more."""


CALL: Fields = {"contact": "call", "answered": "yes"}
HOME: Fields = {"to": "home", "company": "adult"}
AN_INJECTION: Fields = {"volume_ml_injected": "1 mL"}


def answered(field: str, word: str, answer: str, other: str) -> Iterator[Way]:
    """A list of questions that is asked at home: at a contact, and in the patient's own report."""
    told, neutral = {field: {word: answer}}, {field: {other: "no"}}
    yield Way(
        name="at a contact",
        command="followup.record_contact",
        said=CALL | told,
        neutral=CALL | neutral,
        before=FROM_HOME,
    )
    yield Way(
        name="in a report",
        command="followup.record_report",
        said=told,
        neutral=neutral,
        by="patient",
        before=FROM_HOME,
    )


def of_a_form(
    command: str, field: str, neutral: str = "", many: bool = True, **way: Any
) -> Callable[[str], Iterator[Way]]:
    """One word in one field of one form."""
    rest = way.pop("rest", {})

    def ways(word: str) -> Iterator[Way]:
        without = {field: [neutral] if many else neutral} if neutral else {}
        yield Way(
            command=command,
            said=rest | {field: [word] if many else word},
            neutral=rest | without,
            **way,
        )

    return ways


def several(*ways: Callable[[str], Iterator[Way]]) -> Callable[[str], Iterator[Way]]:
    def all_of_them(word: str) -> Iterator[Way]:
        for way in ways:
            yield from way(word)

    return all_of_them

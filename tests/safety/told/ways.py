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


def symptom(word: str, answer: str = "yes") -> Iterator[Way]:
    other = "tinnitus"
    told, neutral = {"symptoms": {word: answer}}, {"symptoms": {other: "no"}}
    yield Way(
        name="at assessment", command="assessment.record_symptoms", said=told, neutral=neutral
    )
    yield from answered("symptoms", word, answer, other)
    yield Way(
        name="while the blood went in",
        command="procedure.record_injection",
        said=AN_INJECTION | {"symptoms_during": {word: answer}},
        neutral=AN_INJECTION | {"symptoms_during": {other: "no"}},
        before=IN_THE_BAY,
    )
    if answer == "yes":
        yield Way(
            name="why she came back",
            command="referral.record_movement",
            said={"kind": "readmitted", "reason": [word]},
            neutral={"kind": "readmitted"},
            before=BACK_AGAIN,
        )


def no_symptom(word: str) -> Iterator[Way]:
    yield from symptom(word, "no")


def red_flag(word: str, answer: str = "yes") -> Iterator[Way]:
    other = "old_focal_sign" if word != "old_focal_sign" else "other"
    told, neutral = {"flags": {word: answer}}, {"flags": {other: "no"}}
    yield Way(
        name="at assessment", command="assessment.screen_red_flags", said=told, neutral=neutral
    )
    yield Way(
        name="at the visit",
        command="preparation.screen_again",
        said=told,
        neutral=neutral,
        before=FROM_THE_VISIT_ON,
    )
    yield from answered("flags", word, answer, other)


def no_red_flag(word: str) -> Iterator[Way]:
    yield from red_flag(word, "no")


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


SCAN: Fields = {"kind": ["mri"], "region": ["brain"], "done": "done"}
sign = several(
    of_a_form(
        "assessment.record_investigation", "signs", "none_normal", name="on an image", rest=SCAN
    ),
    of_a_form("adverse_event.open", "signs", "none_normal", name="at an adverse event"),
)


def named(standing: str) -> Callable[[str], Iterator[Way]]:
    return of_a_form(
        "assessment.record_diagnosis",
        "diagnosis",
        "pdph",
        name=standing.replace("_", " "),
        rest={"standing": standing},
        by="physician",
    )


def excluded(word: str) -> Iterator[Way]:
    yield Way(
        name="excluded",
        command="assessment.record_diagnosis",
        said={"standing": "excluded", "diagnosis": [word]},
        neutral={"standing": "excluded", "diagnosis": ["sinusitis"]},
        by="physician",
    )


diagnosis = several(
    named("working"),
    named("confirmed"),
    of_a_form(
        "assessment.record_opinion",
        "diagnosis",
        "pdph",
        many=False,
        name="a specialist's",
        rest={"specialty": "neurology"},
    ),
    of_a_form(
        "assessment.record_investigation",
        "causes",
        "pdph",
        many=False,
        name="what a scan was taken to show",
        rest=SCAN,
    ),
    of_a_form("adverse_event.open", "cause", "pdph", many=False, name="what an adverse event was"),
)

advice = of_a_form(
    "assessment.record_opinion",
    "advice",
    many=False,
    name="a specialist's",
    rest={"specialty": "neurology", "asked": ["patch_safe"]},
)
adverse_event = several(
    of_a_form("adverse_event.open", "kinds", name="opened"),
    of_a_form(
        "closure.record_outcome",
        "harms",
        name="left at the end",
        before=("close",),
        stops_only=True,
    ),
)


def adverse_effect(word: str) -> Iterator[Way]:
    other = "no_relief" if word != "no_relief" else "more_pain"
    yield from answered("adverse_effects", word, "yes", other)


event_during = of_a_form(
    "procedure.record_event_during",
    "kind",
    "other",
    many=False,
    name="on the table",
    before=AFTER_THE_NEEDLE,
)
stopped_because = of_a_form(
    "procedure.record_injection",
    "stop_reason",
    "volume_reached",
    many=False,
    name="why it stopped",
    rest=AN_INJECTION,
    before=IN_THE_BAY,
)

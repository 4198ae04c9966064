"""In which commands a word of a list of questions is told: symptoms, red flags, adverse effects."""

from collections.abc import Iterator

from tests.safety.told.ways import (
    AN_INJECTION,
    BACK_AGAIN,
    FROM_THE_VISIT_ON,
    HOME,
    IN_THE_BAY,
    Way,
    answered,
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
        yield Way(
            name="at an adverse event",
            command="adverse_event.open",
            said={"symptoms": {word: answer}},
            neutral={"symptoms": {other: "no"}},
        )
        yield Way(
            name="when she went home",
            command="discharge.record_departure",
            said=HOME | {"with_symptoms": [word]},
            neutral=HOME,
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


def adverse_effect(word: str) -> Iterator[Way]:
    other = "no_relief" if word != "no_relief" else "more_pain"
    yield from answered("adverse_effects", word, "yes", other)

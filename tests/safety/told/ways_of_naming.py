"""In which commands a thing is told by its name: a sign, a diagnosis, an event."""

from collections.abc import Callable, Iterator

from tests.safety.told.ways import (
    AFTER_THE_NEEDLE,
    AN_INJECTION,
    AT_THE_END,
    GONE_AT_THE_END,
    IN_THE_BAY,
    Fields,
    Way,
    of_a_form,
    several,
)

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
    of_a_form("closure.record_outcome", "harms", **AT_THE_END),
    of_a_form("closure.record_outcome", "harms_recovered", **GONE_AT_THE_END),
)

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

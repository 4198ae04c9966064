"""In which commands the beginning of the headache, its posture and its course can be told."""

from collections.abc import Iterator, Mapping

from tests.safety.told import ways as w
from tests.safety.told.ways import (
    CALL,
    FROM_HOME,
    Fields,
    Way,
    of_a_form,
)

ONSETS: Mapping[str, Fields] = {
    "sudden": {"sudden": "yes"},
    "gradual": {"sudden": "no"},
    "7 days after": {"onset_at": "2026-11-20 17:00"},
    "7 days after, as told": {"timing": "7 day after puncture"},
    "1 day after, as told": {"timing": "1 day after puncture"},
}
LATER_THAN_THAT = ("clear", "close")
"""The permits at which a headache that began a week after the puncture can have begun."""


def onset(word: str) -> Iterator[Way]:
    yield Way(
        name="when it began",
        command="referral.record_onset",
        said=ONSETS[word],
        neutral={"occasion": "first"},
        before=LATER_THAN_THAT if word == "7 days after" else w.EVERY,
    )


SCORES: Mapping[str, Fields] = {
    "worse lying": {"pain_lying": "8", "pain_upright": "3"},
    "the same": {"pain_lying": "7", "pain_upright": "7"},
    "worse upright": {"pain_lying": "2", "pain_upright": "8"},
}


def posture(word: str) -> Iterator[Way]:
    said = SCORES.get(word, {"position_dependent": "no"})
    neutral = {"position_dependent": "yes"} if word == "never" else SCORES["worse upright"]
    form = "assessment.record_headache"
    yield Way(name="at assessment", command=form, said=said, neutral=neutral)
    if word in SCORES:
        yield Way(
            name="at a contact",
            command="followup.record_contact",
            said=CALL | said,
            neutral=CALL | neutral,
            before=FROM_HOME,
        )


course = of_a_form(
    "assessment.record_headache",
    "course",
    many=False,
    name="at assessment",
    rest={"position_dependent": "yes"},
)


def headache_after(word: str) -> Iterator[Way]:
    if word == "reversed_posture":
        yield from of_a_form(
            "followup.record_status",
            "course",
            "improving",
            many=False,
            name="how she went on",
            before=("repeat", "clear", "close"),
        )(word)
        return
    for name, command, rest, by in (
        ("at a contact", "followup.record_contact", CALL, "nurse"),
        ("in a report", "followup.record_report", {}, "patient"),
    ):
        yield from of_a_form(
            command,
            "headache",
            "better",
            many=False,
            name=name,
            rest=rest,
            by=by,
            before=("repeat", "clear", "close"),
        )(word)


relief = of_a_form(
    "followup.record_relief",
    "relief",
    "better",
    many=False,
    name="what the patch did",
    before=("discharge", "repeat", "clear", "close"),
)

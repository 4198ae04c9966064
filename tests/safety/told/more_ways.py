"""The ways of the headache, of what is measured, and of what was there before; and all of them."""

from collections.abc import Callable, Iterator, Mapping

from tests.safety.told import ways as w
from tests.safety.told.ways import (
    AFTER_THE_NEEDLE,
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

USUAL = {"temperature": "36.7", "blood_pressure": "121/76", "heart_rate": "74", "spo2": "99"}
IN_RECOVERY = {"spo2": "oxygen", "blood_pressure": "blood_pressure", "heart_rate": "heart_rate"}
AT_A_SCREEN = ("temperature", "blood_pressure")


def vital_sign(word: str) -> Iterator[Way]:
    field, value = word.split()
    said, neutral = {field: value}, {field: USUAL[field]}
    yield Way(name="at assessment", command="assessment.record_vitals", said=said, neutral=neutral)
    yield Way(
        name="at the visit",
        command="preparation.record_vitals",
        said=said,
        neutral=neutral,
        before=w.FROM_THE_VISIT_ON,
    )
    if name := IN_RECOVERY.get(field):
        yield Way(
            name="in recovery",
            command="recovery.record_observations",
            said={name: value},
            neutral={name: USUAL[field]},
            before=AFTER_THE_NEEDLE,
        )
    if field in AT_A_SCREEN:
        for name, command, rest, before in (
            ("at a screen", "assessment.screen_red_flags", {}, w.EVERY),
            ("at a contact", "followup.record_contact", CALL, FROM_HOME),
        ):
            yield Way(
                name=name, command=command, said=rest | said, neutral=rest | neutral, before=before
            )


def assigned(command: str, name: str, before: tuple[str, ...]) -> Callable[[str], Iterator[Way]]:
    """Words of the form field=value; the neutral entry has another field, and it is normal."""

    def ways(word: str) -> Iterator[Way]:
        field, value = word.split("=")
        neutral = NORMAL.get(field, {})
        yield Way(name=name, command=command, said={field: value}, neutral=neutral, before=before)

    return ways


NORMAL: Mapping[str, Fields] = {
    **{leg: {leg: "5"} for leg in ("power_left", "power_right")},
    **{part: {part: "normal"} for part in ("straight_leg_left", "sensation", "saddle")},
    **{part: {part: "normal"} for part in ("bladder", "gait")},
    "platelets": {"platelets": "180"},
    "inr": {"inr": "1.0"},
}


def ticked(word: str) -> Iterator[Way]:
    form = "assessment.record_symptoms"
    yield Way(name="at assessment", command=form, said={word: "yes"}, neutral={word: "no"})


def obstetric(word: str) -> Iterator[Way]:
    form, rest = "assessment.record_obstetric", {"state": "postpartum", "days_since_birth": 3}
    yield Way(
        name="at assessment", command=form, said=rest | {word: "yes"}, neutral=rest | {word: "no"}
    )


def history(activity: str) -> Callable[[str], Iterator[Way]]:
    return of_a_form(
        "assessment.record_history",
        "condition",
        "asthma",
        many=False,
        name="in the history",
        rest={"activity": activity},
    )


nerve = w.several(
    of_a_form("assessment.record_symptoms", "cranial_nerve", many=False, name="at assessment"),
    of_a_form("adverse_event.open", "cranial_nerve", many=False, name="at an adverse event"),
)

WAYS: Mapping[str, Callable[[str], Iterator[Way]]] = {
    "symptom": w.several(
        w.symptom,
        of_a_form(
            "closure.record_outcome",
            "deficits",
            name="left at the end",
            before=("close",),
            stops_only=True,
        ),
    ),
    "symptom denied": w.no_symptom,
    "cranial nerve": nerve,
    "weak muscle": of_a_form("assessment.record_symptoms", "muscles", name="at assessment"),
    "ticked beside symptoms": ticked,
    "red flag": w.red_flag,
    "red flag denied": w.no_red_flag,
    "sign": w.sign,
    "diagnosis": w.diagnosis,
    "diagnosis beside": w.named("also_present"),
    "possible diagnosis": w.named("alternative"),
    "excluded diagnosis": w.excluded,
    "advice": w.advice,
    "adverse event": w.adverse_event,
    "adverse effect": w.adverse_effect,
    "event during": w.event_during,
    "stopped because": w.stopped_because,
    "onset": onset,
    "posture": posture,
    "course": course,
    "headache after": headache_after,
    "relief": relief,
    "vital sign": vital_sign,
    "pressure in words": of_a_form(
        "assessment.record_vitals", "blood_pressure_word", many=False, name="at assessment"
    ),
    "obstetric": obstetric,
    "laboratory": assigned("preparation.record_labs", "at the visit", w.FROM_THE_VISIT_ON),
    "examined before": assigned("preparation.record_neurology", "at the visit", ("time_out",)),
    "examined after": assigned("discharge.record_neurology", "before going", AFTER_THE_NEEDLE),
    "observed legs": of_a_form(
        "recovery.record_observations",
        "legs",
        "normal",
        many=False,
        name="in recovery",
        before=AFTER_THE_NEEDLE,
    ),
    "history": history("active"),
    "history over": history("resolved"),
}

"""In which commands measured values, findings on examination and the history can be told."""

from collections.abc import Callable, Iterator, Mapping

from tests.safety.told import ways as w
from tests.safety.told.ways import AFTER_THE_NEEDLE, CALL, FROM_HOME, Fields, Way, of_a_form

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


ALL_NORMAL: Fields = {
    part: value
    for part, fields in NORMAL.items()
    for value in fields.values()
    if part not in ("platelets", "inr")
} | {"straight_leg_right": "normal"}

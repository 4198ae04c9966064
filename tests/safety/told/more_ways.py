"""All ways of telling, by vocabulary."""

from collections.abc import Callable, Iterator, Mapping

from tests.safety.told import ways as w
from tests.safety.told import ways_of_asking as a
from tests.safety.told import ways_of_measuring as m
from tests.safety.told import ways_of_naming as n
from tests.safety.told import ways_of_the_headache as h
from tests.safety.told.ways import AFTER_THE_NEEDLE, Way, of_a_form

nerve = w.several(
    of_a_form("assessment.record_symptoms", "cranial_nerve", many=False, name="at assessment"),
    of_a_form("adverse_event.open", "cranial_nerve", many=False, name="at an adverse event"),
)

WAYS: Mapping[str, Callable[[str], Iterator[Way]]] = {
    "symptom": w.several(
        a.symptom,
        of_a_form("closure.record_outcome", "deficits", **w.AT_THE_END),
        of_a_form("closure.record_outcome", "deficits_recovered", **w.GONE_AT_THE_END),
    ),
    "symptom denied": a.no_symptom,
    "cranial nerve": nerve,
    "weak muscle": w.several(
        of_a_form("assessment.record_symptoms", "muscles", name="at assessment"),
        of_a_form("adverse_event.open", "muscles", name="at an adverse event"),
    ),
    "ticked beside symptoms": m.ticked,
    "red flag": a.red_flag,
    "red flag denied": a.no_red_flag,
    "sign": n.sign,
    "diagnosis": n.diagnosis,
    "diagnosis beside": n.named("also_present"),
    "possible diagnosis": n.named("alternative"),
    "excluded diagnosis": n.excluded,
    "advice": n.advice,
    "adverse event": n.adverse_event,
    "adverse effect": a.adverse_effect,
    "event during": n.event_during,
    "stopped because": n.stopped_because,
    "onset": h.onset,
    "posture": h.posture,
    "course": h.course,
    "headache after": h.headache_after,
    "relief": h.relief,
    "vital sign": m.vital_sign,
    "pressure in words": of_a_form(
        "assessment.record_vitals", "blood_pressure_word", many=False, name="at assessment"
    ),
    "obstetric": m.obstetric,
    "laboratory": m.assigned("preparation.record_labs", "at the visit", w.FROM_THE_VISIT_ON),
    "examined before": m.assigned("preparation.record_neurology", "at the visit", ("time_out",)),
    "examined after": m.assigned("discharge.record_neurology", "before going", AFTER_THE_NEEDLE),
    "observed legs": of_a_form(
        "recovery.record_observations",
        "legs",
        "normal",
        many=False,
        name="in recovery",
        before=AFTER_THE_NEEDLE,
    ),
    "history": m.history("active"),
    "history over": m.history("resolved"),
    "legs on leaving": of_a_form(
        "discharge.record_departure",
        "neurology",
        "normal",
        many=False,
        name="when she went home",
        rest=w.HOME,
        before=w.BACK_AGAIN,
    ),
    "old deficit": of_a_form(
        "preparation.record_neurology",
        "old_deficit",
        name="known from before",
        rest=m.ALL_NORMAL,
        before=("time_out",),
    ),
    "looked for": of_a_form(
        "assessment.record_investigation",
        "in_question",
        name="and the scan is normal",
        rest=n.SCAN | {"result": "normal"},
    ),
    "explained": of_a_form(
        "assessment.record_opinion",
        "clears",
        name="a specialist's",
        rest={"specialty": "neurology"},
    ),
}

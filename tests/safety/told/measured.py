"""Measured values, beyond and within the bounds of the protocol, and findings on examination.

The patient of the table gave birth three days ago; 140/90 and 160/110 are her bounds.
"""

from tests.safety.told.levels import (
    BELONGS,
    BLOCK,
    HIGH_PRESSURE,
    HOLD,
    INFECTION,
    LOOK,
    NOTHING,
    SEVERE_PRESSURE,
    SILENT,
    STOPS,
    Meaning,
    of,
)

# A15: a hold at the time-out; nobody stands up or goes home with it (evidence 7, observations).
UNSTABLE = Meaning(at={"time_out": HOLD, "stand": HOLD, "discharge": HOLD})

VITALS: dict[str, Meaning] = {
    # evidence 4.1: 38.0 and above.
    "temperature 38.0": INFECTION,
    "temperature 38.6": INFECTION,
    "temperature 37.9": SILENT,
    # evidence 2.2.
    "blood_pressure 142/88": HIGH_PRESSURE,
    "blood_pressure 136/92": HIGH_PRESSURE,
    "blood_pressure 190/115": SEVERE_PRESSURE,
    "blood_pressure 150/112": SEVERE_PRESSURE,
    "blood_pressure 128/78": SILENT,
    # A15.
    "blood_pressure 84/50": UNSTABLE,
    "heart_rate 128": UNSTABLE,
    "heart_rate 38": UNSTABLE,
    "heart_rate 80": SILENT,
    "spo2 89": UNSTABLE,
    "spo2 98": SILENT,
}

PRESSURE_WORDS: dict[str, Meaning] = {
    "severe": SEVERE_PRESSURE,
    "raised": HIGH_PRESSURE,
    # No number, and only slightly: shown, at most a hold.
    "slightly_raised": BELONGS,
    "normal": SILENT,
}

OBSTETRIC: dict[str, Meaning] = {
    # evidence 2.2: pressure after birth; protein with it.
    "hypertension": HIGH_PRESSURE,
    "proteinuria": BELONGS,
    "urine_protein": BELONGS,
}

LABORATORY: dict[str, Meaning] = {
    # evidence 4.1, A8: below 50 avoid; 50 to 69 a physician weighs. INR: A17.
    **of(Meaning(at={"time_out": HOLD, "stand": NOTHING}), "platelets=45 platelets=60 inr=1.8"),
    **of(SILENT, "platelets=180 inr=1.0"),
}

# evidence 2.2, spine row; design: new leg or bladder signs.
LEGS = STOPS

EXAMINED_BEFORE: dict[str, Meaning] = {
    # evidence 2.2: cauda equina until shown otherwise, also before any patch of ours.
    **of(STOPS, "saddle=changed bladder=changed"),
    # Perhaps known from before: it blocks the needle; a physician says what it is.
    **of(Meaning(at={"time_out": BLOCK}), "power_left=3 power_right=2"),
    # evidence 4.4: the baseline is there to compare with; what is not normal is shown.
    **of(Meaning(at={"time_out": LOOK}), "straight_leg_left=limited sensation=changed"),
}

EXAMINED_AFTER: dict[str, Meaning] = {
    # evidence 3.3: who cannot raise the leg is seen; A19, H `discharge.neurology_worse`.
    **of(LEGS, "power_left=3 power_right=2 saddle=changed bladder=changed"),
    **of(LEGS, "straight_leg_left=limited sensation=changed"),
    # Gait is unsure from headache and drugs too: it blocks going home.
    "gait=changed": Meaning(at={"discharge": BLOCK}),
    "power_left=5": SILENT,
    "bladder=normal": SILENT,
}

ON_LEAVING: dict[str, Meaning] = {
    # The same examination, told with the departure.
    "changed": LEGS,
    "normal": SILENT,
}

OLD: dict[str, Meaning] = {
    # evidence 4.4: a baseline. What is known from before is no new deficit.
    **of(Meaning(at={"time_out": NOTHING}), "leg_weakness facial_weakness hemiparesis"),
}

OBSERVED: dict[str, Meaning] = {
    # A4, A3: a nurse's observation in recovery.
    **of(LEGS, "weak numb"),
    "normal": SILENT,
}

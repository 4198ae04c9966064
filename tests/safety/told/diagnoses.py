"""Diagnoses: as they stand (working, confirmed, also present), as a possibility, and excluded."""

from tests.safety.told.levels import (
    BELONGS,
    BLOCKS,
    BLOOD_CANCER,
    COLLECTION,
    HIGH_PRESSURE,
    HOLD,
    HOLDS,
    LOOK,
    NOT_THIS_HEADACHE,
    NOTHING,
    SILENT,
    STOP,
    STOPS,
    UNJUDGED,
    Meaning,
    before_a_needle,
    of,
)

DIAGNOSES: dict[str, Meaning] = {
    # evidence 2.2 row 1, thunderclap row; 4.1; A1, A11.
    **of(STOPS, "cvst cortical_vein_thrombosis stroke venous_stroke subarachnoid_haemorrhage"),
    **of(STOPS, "rcvs pres eclampsia meningitis raised_pressure"),
    # evidence 9: raised pressure after a patch; design: raised pressure stops.
    "rebound_high_pressure": STOPS,
    # evidence 2.2, spine row; 9.
    **of(STOPS, "spinal_abscess spinal_empyema cauda_equina"),
    **of(STOPS, "spinal_subdural_haematoma spinal_epidural_haematoma"),
    **of(STOPS, "spinal_subarachnoid_haematoma"),
    # A block that climbs takes arms and breath: nobody stands up with it (no source here).
    "local_anaesthetic_high_block": Meaning(at={"stand": STOP, "discharge": STOP}),
    # evidence 4.1: sepsis defers. Who is septic is not sat up and sent home either: it blocks, and
    # whether a physician may go on with a reason or must examine first is left open.
    "sepsis": BLOCKS,
    **of(COLLECTION, "subdural_haematoma subdural_hygroma"),
    "pre_eclampsia": HIGH_PRESSURE,
    "arachnoiditis": HOLDS,
    # evidence 2.2: resolves: shown, at most a hold.
    "pneumocephalus": BELONGS,
    # evidence 2.2, last row; A1: treat the cause.
    **of(NOT_THIS_HEADACHE, "migraine tension_headache medication_overuse sinusitis"),
    "caffeine_withdrawal": NOT_THIS_HEADACHE,
    # G: speaks for a patch.
    "cranial_nerve_palsy": BELONGS,
    "cns_disease": BLOOD_CANCER,
    # evidence 1.1: other low-pressure headaches; a patch may be right, another pathway leads.
    **of(BELONGS, "sih csf_fistula"),
    "pdph": SILENT,
    # Not this headache, and nobody knows which: a physician said so himself.
    **of(BELONGS, "other undetermined"),
    # Known before, or the reason for the puncture: no source.
    "multiple_sclerosis": UNJUDGED,
}

BESIDE: dict[str, Meaning] = {
    # Present beside this headache, and not instead of it: a migraine explains nothing then.
    word: UNJUDGED if meaning is NOT_THIS_HEADACHE else meaning
    for word, meaning in DIAGNOSES.items()
}

LISTED = Meaning(at={"decide": LOOK, "stand": NOTHING})

POSSIBLE: dict[str, Meaning] = {
    # evidence 1.1 D: not better explained otherwise. What would stop if it were so, and has not
    # been excluded, is shown before every needle; what would hold, where a patch is decided on.
    # A list of possibilities is usual: whether it holds is left open.
    word: before_a_needle(LOOK) if meaning.at.get("decide") == STOP else LISTED
    for word, meaning in DIAGNOSES.items()
    if meaning.at.get("decide") in (STOP, HOLD)
}

EXCLUDED: dict[str, Meaning] = dict.fromkeys(
    (word for word in DIAGNOSES if word not in ("pdph", "other", "undetermined")), SILENT
)
"""What was excluded is not there. That this headache itself was excluded is another matter."""

PDPH_EXCLUDED: dict[str, Meaning] = {"pdph": NOT_THIS_HEADACHE}
"""evidence 1.1 D: then a patch is for something else."""

LOOKED_FOR: dict[str, Meaning] = {
    # Looked for on a scan that is done and normal: that is not to have it.
    **of(SILENT, "cvst subdural_haematoma stroke meningitis cauda_equina raised_pressure"),
}

EXPLAINED: dict[str, Meaning] = {
    # A specialist explains a flag otherwise: naming it is not to raise it.
    **of(SILENT, "seizure focal_deficit visual_change meningism leg_weakness fever"),
}

ADVICE: dict[str, Meaning] = {
    # A specialist says no: design, "specialist" before a decision; a physician may overrule it.
    **of(before_a_needle(HOLD), "advises_against withhold"),
    "conditions": BELONGS,
    "agrees": SILENT,
    # Asked, and not answered yet: no source says that one must wait.
    "no_opinion_yet": UNJUDGED,
}
"""What a specialist advises about a patch."""

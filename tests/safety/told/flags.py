"""The red flags, as asked at every screen."""

from tests.safety.told.levels import (
    BACKGROUND,
    BAD_BACK,
    BELONGS,
    BLOOD_CANCER,
    CLOTTING,
    COLLECTION,
    HIGH_PRESSURE,
    HOLD,
    HOLDS,
    INFECTION,
    LOOK,
    NOT_THIS_HEADACHE,
    NOTHING,
    SILENT,
    STOPS,
    Meaning,
    of,
)

CHANGED = HOLDS.home_call()
"""evidence 2.2, rows 2 and 4: non-orthostatic, new, changed, worse in spite of care: senior
review, consider imaging; 7: a reason to call."""

FLAGS: dict[str, Meaning] = {
    # design, stops; evidence 2.2. Speech is a focal deficit.
    **of(STOPS, "seizure focal_deficit speech_disturbance altered_consciousness papilloedema"),
    **of(STOPS, "raised_icp thunderclap meningism site_infection"),
    **of(STOPS, "leg_weakness saddle_numbness bladder_bowel_change"),
    # evidence 2.2 names severe back pain in the row of the emergency MRI; design does not.
    "severe_back_pain": BAD_BACK,
    # G: vision and cranial nerves belong here, at most a hold.
    **of(BELONGS.home_call(), "visual_change diplopia cranial_nerve_sign neck_stiffness"),
    # evidence 4.1: defer.
    **of(INFECTION, "fever reported_fever rigors infection_source"),
    # evidence 4.1: prompt, not block; 2.2: rising CRP stands in the infection row.
    "raised_inflammation": BELONGS,
    "leg_pain": BELONGS,
    # evidence 2.2: 140/90 after birth: obstetric review.
    "high_blood_pressure": HIGH_PRESSURE,
    # No source by itself; with pressure it is pre-eclampsia.
    "proteinuria": BELONGS,
    # evidence 2.2: imaging with the veins.
    "severe_vomiting": CHANGED,
    **of(CHANGED, "non_positional posture_lost_or_reversed changed_headache new_headache"),
    # evidence 2.2, row 4, wants imaging; trial B: a relapse charted as worse is not that. Shown,
    # at most a hold, by whichever word it came (headache.py, adverse.py).
    **of(BELONGS, "progressive worsening_after_patch"),
    # evidence 1.1: a headache need not leave when lying; how much it stays is not judged.
    "pain_persists_lying": BELONGS,
    # evidence 8: why another patch is thought of at all.
    **of(BELONGS.but(decide=LOOK), "persists_after_patch recurrence_after_gap"),
    # evidence 2.2, row 3; 1.1, last row.
    **of(NOT_THIS_HEADACHE, "late_onset long_lasting"),
    # evidence 2.2: air in the head; CT, and it resolves quickly: shown, at most a hold.
    "immediate_onset": BELONGS,
    # evidence 1.2: 27 % of punctures were seen only when the headache came.
    "no_confirmed_puncture": BELONGS,
    # evidence 1.1: then it is another disease (7.2.3).
    "no_puncture": NOT_THIS_HEADACHE,
    "subdural_on_imaging": COLLECTION,
    # evidence 2.2: lower threshold for imaging.
    **of(BACKGROUND, "avm older_age thrombophilia_or_puerperal_vte_risk immunosuppressed"),
    "old_focal_sign": BACKGROUND,
    # evidence 2.2 lists it with those; a fresh one is more: shown, at most a hold.
    "head_injury": BELONGS,
    "coagulopathy": CLOTTING,
    "haematological_malignancy": BLOOD_CANCER,
    # evidence 2.2, row 4: failure of two: imaging and a specialist.
    "patches_failed": Meaning(at={"decide": HOLD, "repeat": HOLD, "stand": NOTHING}),
    # Somebody thought it grave enough to tick: a physician reads the note.
    "other": HOLDS,
}

NO_FLAG: dict[str, Meaning] = dict.fromkeys(FLAGS, SILENT)
"""Each flag asked, and answered with no."""

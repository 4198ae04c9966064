"""What the patient had before, told as active."""

from tests.safety.told.levels import (
    BACK,
    BACKGROUND,
    BELONGS,
    BLOOD_CANCER,
    CLOTTING,
    LOOK,
    NOTHING,
    SILENT,
    TECHNIQUE,
    UNJUDGED,
    Meaning,
    of,
)

WEAK_BEFORE = Meaning(at={"time_out": LOOK})
"""An old deficit explains what is found later, and must be told (evidence 2.2, 4.4)."""

HISTORY: dict[str, Meaning] = {
    # evidence 4.1.
    **of(CLOTTING, "bleeding_tendency low_platelets itp hellp lmwh_treatment"),
    **of(BLOOD_CANCER, "leukaemia haematological_cancer intrathecal_chemotherapy"),
    # evidence 2.2: the vein row; lower threshold for imaging.
    **of(BACKGROUND, "thrombophilia previous_vte"),
    "head_injury": BELONGS,
    # evidence 4.1, mass: absolute until imaged; "lesion" does not say which (no source).
    "intracranial_lesion": Meaning(at={"decide": LOOK, "time_out": LOOK}),
    # evidence 4.1: fever and infection defer; recent is not present.
    "recent_infection": Meaning(at={"time_out": LOOK}),
    # evidence 4.1: relative, theoretical, case by case; discussed.
    "covid": Meaning(at={"time_out": LOOK}),
    # evidence 4.1: not a contraindication, if nothing else is active; trial B: treated HIV alone
    # asks for nothing.
    "hiv": Meaning(at={"stand": NOTHING, "clear": NOTHING, "close": NOTHING}),
    **of(Meaning(at={"time_out": LOOK, "stand": NOTHING}), "neutropenia"),
    # trial B: steroids alone ask for nothing.
    "recent_steroids": SILENT.but(decide=NOTHING),
    # evidence 4.1: caution; another level, imaging guidance.
    **of(BACK, "spinal_surgery scoliosis spina_bifida tethered_cord spinal_stenosis"),
    **of(BACK, "spinal_deformity spinal_hardware six_lumbar_vertebrae ankylosing_spondylitis"),
    # evidence 4.1: technique.
    "jehovahs_witness": TECHNIQUE,
    # Old deficits of nerves.
    **of(WEAK_BEFORE, "arm_weakness arm_deficit limb_weakness facial_numbness"),
    # CSF from the nose is another leak (evidence 1.1, 7.2.2): shown.
    "csf_rhinorrhoea": Meaning(at={"decide": LOOK}),
    # evidence 1.5: makes this headache, or another one, likelier; holds nothing.
    **of(SILENT, "migraine chronic_headache previous_pdph previous_patch"),
    # trial B: known pressure holds nobody; the reading does.
    "hypertension": SILENT,
    # No source makes anything of them for a patch.
    **of(SILENT, "healthy no_history asthma diabetes_1 diabetes_2 hypothyroidism depression"),
    **of(SILENT, "anorexia glaucoma obesity chronic_back_pain back_pain chronic_neck_pain"),
    **of(SILENT, "chest_wall_pain fracture road_accident disc_disease"),
    # Known fits are no new fit; which of the two a new one is, nobody knows (no source).
    "seizure_disorder": Meaning(at={"stand": NOTHING, "close": NOTHING}),
    # No source here.
    **of(UNJUDGED, "multiple_sclerosis solid_cancer peritoneal_tumour other"),
}

OVER: dict[str, Meaning] = {
    # trial B: what was resolved holds no more.
    **of(Meaning(at={"time_out": NOTHING, "decide": NOTHING}), "head_injury recent_infection"),
    "covid": Meaning(at={"time_out": NOTHING, "decide": NOTHING}),
}
"""The same, told as over."""

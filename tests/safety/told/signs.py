"""Signs on an image, of the CSF, of the eyes."""

from tests.safety.told.levels import (
    BAD_BACK,
    BELONGS,
    BLOCKS,
    BLOOD_CANCER,
    COLLECTION,
    HOLDS,
    SILENT,
    STOPS,
    UNJUDGED,
    Meaning,
    of,
)

SIGNS: dict[str, Meaning] = {
    # evidence 2.2 row 1 and "think of": stroke, CVST, PRES, bleeding; A1.
    **of(STOPS, "subarachnoid_blood cerebral_infarct venous_infarct cerebral_oedema"),
    **of(STOPS, "sagittal_sinus_thrombosis transverse_sinus_thrombosis sinus_thrombosis"),
    **of(STOPS, "cortical_vein_thrombosis pres rcvs"),
    # Vessels that narrow are RCVS until shown otherwise (evidence 2.2, thunderclap row).
    "vasoconstriction": BLOCKS,
    # evidence 4.1: raised pressure, mass, obstructive hydrocephalus: absolute until imaged.
    **of(STOPS, "mass_effect midline_shift raised_pressure hydrocephalus papilloedema"),
    "subdural_haematoma left 8 mm": COLLECTION,
    "mass_effect left": STOPS,
    # evidence 2.2, spine row; 9: emergency.
    **of(STOPS, "spinal_subdural_haematoma spinal_subarachnoid_haematoma"),
    **of(STOPS, "spinal_epidural_haematoma spinal_abscess spinal_empyema"),
    **of(STOPS, "cord_compression cauda_compression"),
    # evidence 2.2, infection row: organisms in CSF are meningitis; turbid CSF is, until counted.
    **of(STOPS, "organisms turbid"),
    # evidence 2.1; trial B: without shift it is held, and looked at again.
    **of(COLLECTION, "subdural_collection subdural_haematoma hygroma"),
    # evidence 2.2: CT, oxygen, resolves: shown, at most a hold.
    "pneumocephalus": BELONGS,
    # A collection in the canal is blood, pus or CSF until somebody says which (evidence 2.2).
    "spinal_collection": BAD_BACK,
    # evidence 9: harm of needle and blood; more of both is a physician's to weigh.
    **of(HOLDS, "arachnoiditis clumped_roots roots_displaced"),
    # evidence 4.1: absolute only where it does not come from the leak.
    "tonsillar_descent": BELONGS,
    # May be hydrocephalus, may be the age: shown.
    "large_ventricles": BELONGS,
    # Expected where a needle was; much of it is a haematoma: shown.
    "puncture_site_blood": BELONGS,
    # evidence 4.1: cells that a needle could carry: relative.
    **of(BLOOD_CANCER, "blasts cns_disease"),
    # evidence 1.1: low pressure and leak are what a patch treats.
    **of(SILENT, "csf_low_pressure csf_leak leak_nerve_sleeve extra_arachnoid_fluid"),
    **of(SILENT, "none_normal"),
    # evidence 1.1: imaging is not required for typical headache.
    "no_csf_low_pressure": SILENT,
    # Low pressure does it (1.1), and so does meningitis: not said here.
    "meningeal_enhancement": UNJUDGED,
    # Ageing brain; no source makes anything of them.
    **of(SILENT, "large_sulci large_cisterns large_frontal_csf_spaces"),
    # evidence 2.2, last row: treat the cause.
    "sinusitis": BELONGS,
    "other": UNJUDGED,
    # Looked for and not there; trial B: what was resolved holds no more.
    "subdural_collection resolved": SILENT,
    **{f"{code} absent": SILENT for code in ("sinus_thrombosis", "hygroma", "midline_shift")},
    **{f"{code} absent": SILENT for code in ("spinal_epidural_haematoma", "papilloedema")},
}

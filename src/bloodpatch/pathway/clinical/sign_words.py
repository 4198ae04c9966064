"""The closed list of signs, and of the words that qualify one."""

from bloodpatch.pathway.choices import Choice


class SignCode(Choice):
    NONE_NORMAL = "none_normal", "Normal, no sign of disease"
    CSF_LOW_PRESSURE = "csf_low_pressure", "Signs of low CSF pressure"
    NO_CSF_LOW_PRESSURE = "no_csf_low_pressure", "No signs of low CSF pressure"
    SUBDURAL_COLLECTION = "subdural_collection", "Subdural collection"
    SUBDURAL_HAEMATOMA = "subdural_haematoma", "Subdural haematoma"
    HYGROMA = "hygroma", "Hygroma"
    SUBARACHNOID_BLOOD = "subarachnoid_blood", "Subarachnoid blood"
    CEREBRAL_INFARCT = "cerebral_infarct", "Cerebral infarct"
    VENOUS_INFARCT = "venous_infarct", "Venous infarct"
    SAGITTAL_SINUS_THROMBOSIS = "sagittal_sinus_thrombosis", "Thrombosis of the sagittal sinus"
    TRANSVERSE_SINUS_THROMBOSIS = (
        "transverse_sinus_thrombosis",
        "Thrombosis of a transverse sinus",
    )
    SINUS_THROMBOSIS = "sinus_thrombosis", "Thrombosis of a sinus"
    CORTICAL_VEIN_THROMBOSIS = "cortical_vein_thrombosis", "Thrombosis of a cortical vein"
    CEREBRAL_OEDEMA = "cerebral_oedema", "Cerebral oedema"
    PRES = "pres", "Posterior encephalopathy (PRES)"
    RCVS = "rcvs", "Reversible vasoconstriction (RCVS)"
    VASOCONSTRICTION = "vasoconstriction", "Vasoconstriction"
    MASS_EFFECT = "mass_effect", "Mass effect"
    MIDLINE_SHIFT = "midline_shift", "Midline shift"
    RAISED_PRESSURE = "raised_pressure", "Raised pressure"
    MENINGEAL_ENHANCEMENT = "meningeal_enhancement", "Meninges take up contrast"
    LARGE_VENTRICLES = "large_ventricles", "Large ventricles"
    LARGE_SULCI = "large_sulci", "Large sulci"
    LARGE_CISTERNS = "large_cisterns", "Large cisterns"
    LARGE_FRONTAL_CSF_SPACES = "large_frontal_csf_spaces", "Large frontal CSF spaces"
    HYDROCEPHALUS = "hydrocephalus", "Hydrocephalus"
    TONSILLAR_DESCENT = "tonsillar_descent", "Tonsils descended"
    PNEUMOCEPHALUS = "pneumocephalus", "Air in the head"
    SINUSITIS = "sinusitis", "Sinusitis"
    SPINAL_SUBDURAL_HAEMATOMA = "spinal_subdural_haematoma", "Spinal subdural haematoma"
    SPINAL_SUBARACHNOID_HAEMATOMA = (
        "spinal_subarachnoid_haematoma",
        "Spinal subarachnoid haematoma",
    )
    SPINAL_EPIDURAL_HAEMATOMA = "spinal_epidural_haematoma", "Spinal epidural haematoma"
    SPINAL_ABSCESS = "spinal_abscess", "Spinal abscess"
    SPINAL_EMPYEMA = "spinal_empyema", "Spinal empyema"
    SPINAL_COLLECTION = "spinal_collection", "Spinal collection"
    EXTRA_ARACHNOID_FLUID = "extra_arachnoid_fluid", "Fluid outside the arachnoid"
    ARACHNOIDITIS = "arachnoiditis", "Arachnoiditis"
    CLUMPED_ROOTS = "clumped_roots", "Clumped nerve roots"
    ROOTS_DISPLACED = "roots_displaced", "Displaced nerve roots"
    CORD_COMPRESSION = "cord_compression", "Compressed cord"
    CAUDA_COMPRESSION = "cauda_compression", "Compressed cauda equina"
    PUNCTURE_SITE_BLOOD = "puncture_site_blood", "Blood at the puncture site"
    CSF_LEAK = "csf_leak", "CSF leak"
    LEAK_NERVE_SLEEVE = "leak_nerve_sleeve", "Leak from a nerve sleeve"
    PAPILLOEDEMA = "papilloedema", "Papilloedema"
    BLASTS = "blasts", "Blasts"
    CNS_DISEASE = "cns_disease", "Disease of the brain or spinal cord"
    ORGANISMS = "organisms", "Organisms"
    TURBID = "turbid", "Turbid fluid"
    OTHER = "other", "Another sign (say which in the note)"


class SignQualifier(Choice):
    ACUTE = "acute", "acute"
    SUBACUTE = "subacute", "subacute"
    CHRONIC = "chronic", "chronic"
    ADHESIVE = "adhesive", "adhesive"
    CYSTIC = "cystic", "cystic"
    GLOBAL = "global", "global"
    EXTENSIVE = "extensive", "extensive"
    MILD = "mild", "mild"
    TRACE = "trace", "trace"
    NONSPECIFIC = "nonspecific", "nonspecific"
    NONOCCLUSIVE = "nonocclusive", "nonocclusive"
    NEW = "new", "new"
    PROBABLE = "probable", "probable"
    POSTERIOR = "posterior", "posterior"
    CEREBRAL = "cerebral", "over the cerebrum"
    CEREBELLAR = "cerebellar", "over the cerebellum"
    UNCHANGED = "unchanged", "unchanged"
    RESOLVED = "resolved", "resolved"
    ABSENT = "absent", "absent"

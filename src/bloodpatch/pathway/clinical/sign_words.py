"""The closed list of signs, and of the words that qualify one."""

from collections.abc import Mapping

from bloodpatch.pathway.choices import Choice
from bloodpatch.pathway.clinical.concepts import Concept


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


MEANS: Mapping[SignCode, Concept] = {
    SignCode.SUBDURAL_COLLECTION: Concept.SUBDURAL_ON_IMAGING,
    SignCode.SUBDURAL_HAEMATOMA: Concept.SUBDURAL_ON_IMAGING,
    SignCode.HYGROMA: Concept.SUBDURAL_ON_IMAGING,
    SignCode.SUBARACHNOID_BLOOD: Concept.INTRACRANIAL_BLEED,
    SignCode.CEREBRAL_INFARCT: Concept.STROKE,
    SignCode.VENOUS_INFARCT: Concept.STROKE,
    SignCode.SAGITTAL_SINUS_THROMBOSIS: Concept.VENOUS_THROMBOSIS,
    SignCode.TRANSVERSE_SINUS_THROMBOSIS: Concept.VENOUS_THROMBOSIS,
    SignCode.SINUS_THROMBOSIS: Concept.VENOUS_THROMBOSIS,
    SignCode.CORTICAL_VEIN_THROMBOSIS: Concept.VENOUS_THROMBOSIS,
    SignCode.CEREBRAL_OEDEMA: Concept.RAISED_ICP,
    SignCode.PRES: Concept.PRES,
    SignCode.RCVS: Concept.VASOCONSTRICTION,
    SignCode.VASOCONSTRICTION: Concept.VASOCONSTRICTION,
    SignCode.MASS_EFFECT: Concept.RAISED_ICP,
    SignCode.MIDLINE_SHIFT: Concept.RAISED_ICP,
    SignCode.RAISED_PRESSURE: Concept.RAISED_ICP,
    SignCode.HYDROCEPHALUS: Concept.RAISED_ICP,
    SignCode.PAPILLOEDEMA: Concept.PAPILLOEDEMA,
    SignCode.PNEUMOCEPHALUS: Concept.PNEUMOCEPHALUS,
    SignCode.SPINAL_SUBDURAL_HAEMATOMA: Concept.SPINAL_BLEED,
    SignCode.SPINAL_SUBARACHNOID_HAEMATOMA: Concept.SPINAL_BLEED,
    SignCode.SPINAL_EPIDURAL_HAEMATOMA: Concept.SPINAL_BLEED,
    SignCode.SPINAL_ABSCESS: Concept.SPINAL_INFECTION,
    SignCode.SPINAL_EMPYEMA: Concept.SPINAL_INFECTION,
    SignCode.CORD_COMPRESSION: Concept.CAUDA_EQUINA,
    SignCode.CAUDA_COMPRESSION: Concept.CAUDA_EQUINA,
    SignCode.ARACHNOIDITIS: Concept.ARACHNOIDITIS,
    SignCode.CLUMPED_ROOTS: Concept.ARACHNOIDITIS,
    SignCode.ROOTS_DISPLACED: Concept.ARACHNOIDITIS,
    SignCode.SPINAL_COLLECTION: Concept.SPINAL_COLLECTION,
    SignCode.PUNCTURE_SITE_BLOOD: Concept.BLOOD_AT_THE_SITE,
    SignCode.TONSILLAR_DESCENT: Concept.LOW_TONSILS,
    SignCode.LARGE_VENTRICLES: Concept.WIDE_VENTRICLES,
    SignCode.SINUSITIS: Concept.SINUSITIS,
    SignCode.ORGANISMS: Concept.MENINGITIS,
    SignCode.TURBID: Concept.MENINGITIS,
    SignCode.BLASTS: Concept.HAEMATOLOGICAL_MALIGNANCY,
    SignCode.CNS_DISEASE: Concept.CNS_CANCER,
}
OF_LOW_PRESSURE = "a sign of low CSF pressure, which a patch treats"
MEANS_NOTHING: Mapping[SignCode, str] = {
    SignCode.NONE_NORMAL: "nothing was found",
    SignCode.CSF_LOW_PRESSURE: OF_LOW_PRESSURE,
    SignCode.NO_CSF_LOW_PRESSURE: "its absence excludes nothing",
    SignCode.MENINGEAL_ENHANCEMENT: OF_LOW_PRESSURE,
    SignCode.LARGE_SULCI: "wide with age",
    SignCode.LARGE_CISTERNS: "wide with age",
    SignCode.LARGE_FRONTAL_CSF_SPACES: "wide with age; a hygroma is a sign of its own",
    SignCode.EXTRA_ARACHNOID_FLUID: "the leak itself",
    SignCode.CSF_LEAK: "the leak itself",
    SignCode.LEAK_NERVE_SLEEVE: "the leak itself",
    SignCode.OTHER: "its words stand in the note, which no rule reads",
}

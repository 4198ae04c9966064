"""The clinical facts that rules read, each declared once.

A fact is told in many words: a fit is a red flag, a symptom, an adverse event, something that
happened on the table. Each word says beside itself which concept it means (`MEANS`), or that it
means nothing to any rule, and why (`MEANS_NOTHING`). Rules ask for the concept, never for the form.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import IntEnum, StrEnum

from bloodpatch.pathway.choices import Choice


class Weight(IntEnum):
    """What a fact does to a permit that it concerns, as long as it stands."""

    BACKGROUND = 0  # lowers the threshold to look further; by itself it speaks against nothing
    ADVISE = 1  # said at each permit, blocks none
    HOLD = 2  # ends when it is told gone; a physician may override it until then
    STOP = 3  # ends only by a physician's recorded review


class AtHome(StrEnum):
    """What it asks for when it is told from home."""

    AMBULANCE = "ambulance"  # an ambulance now, then a physician
    PHYSICIAN = "physician"  # a physician within the protocol's minutes
    NOTHING = "nothing"  # the planned contacts, and what the complaint is owed


class Concept(Choice):
    # the brain
    SEIZURE = "seizure", "Seizure"
    FOCAL_DEFICIT = "focal_deficit", "New focal deficit"
    STROKE = "stroke", "Stroke"
    SPEECH_DISTURBANCE = "speech_disturbance", "Disturbed speech"
    ALTERED_CONSCIOUSNESS = "altered_consciousness", "Altered consciousness"
    COLLAPSE = "collapse", "Collapse"
    THUNDERCLAP = "thunderclap", "Thunderclap headache"
    PAPILLOEDEMA = "papilloedema", "Papilloedema"
    RAISED_ICP = "raised_icp", "Raised pressure in the head"
    INTRACRANIAL_BLEED = "intracranial_bleed", "Bleed in the head"
    VENOUS_THROMBOSIS = "venous_thrombosis", "Cerebral venous thrombosis"
    VASOCONSTRICTION = "vasoconstriction", "Reversible cerebral vasoconstriction"
    PRES = "pres", "Posterior encephalopathy (PRES)"
    SUBDURAL_ON_IMAGING = "subdural_on_imaging", "Subdural collection"
    VISUAL_CHANGE = "visual_change", "Change of vision"
    DIPLOPIA = "diplopia", "Double vision"
    CRANIAL_NERVE_SIGN = "cranial_nerve_sign", "Cranial nerve sign"
    HEARING_LOSS = "hearing_loss", "Hearing loss"
    PNEUMOCEPHALUS = "pneumocephalus", "Air in the head"
    CNS_CANCER = "cns_cancer", "Cancer cells in the CSF, the brain or the cord"
    SEVERE_VOMITING = "severe_vomiting", "Severe vomiting"
    HEAD_INJURY = "head_injury", "Head injury"
    OLD_FOCAL_SIGN = "old_focal_sign", "Focal sign known from before"
    FAINT = "faint", "Fainted"
    LOW_TONSILS = "low_tonsils", "Tonsils descended"
    WIDE_VENTRICLES = "wide_ventricles", "Large ventricles"
    SINUSITIS = "sinusitis", "Sinusitis"
    # infection
    MENINGISM = "meningism", "Meningism"
    MENINGITIS = "meningitis", "Meningitis"
    SEPSIS = "sepsis", "Sepsis"
    SITE_INFECTION = "site_infection", "Infection at the puncture site"
    SPINAL_INFECTION = "spinal_infection", "Infection in the spine"
    FEVER = "fever", "Fever"
    REPORTED_FEVER = "reported_fever", "Fever, told but not measured"
    RIGORS = "rigors", "Rigors"
    INFECTION_SOURCE = "infection_source", "Infection elsewhere"
    RAISED_INFLAMMATION = "raised_inflammation", "Raised white cells or CRP"
    NECK_STIFFNESS = "neck_stiffness", "Stiff neck"
    # the spine
    LEG_WEAKNESS = "leg_weakness", "New leg weakness"
    SADDLE_NUMBNESS = "saddle_numbness", "Saddle numbness"
    BLADDER_BOWEL_CHANGE = "bladder_bowel_change", "Change of bladder or bowel"
    CAUDA_EQUINA = "cauda_equina", "Cauda equina or cord compression"
    SPINAL_BLEED = "spinal_bleed", "Spinal haematoma"
    ARACHNOIDITIS = "arachnoiditis", "Arachnoiditis"
    SPINAL_COLLECTION = "spinal_collection", "Collection in the spinal canal"
    LEG_NUMBNESS = "leg_numbness", "Numb or tingling leg"
    LEG_PAIN = "leg_pain", "Pain in a leg"
    MORE_PAIN = "more_pain", "More pain than before the patch"
    BLOOD_AT_THE_SITE = "blood_at_the_site", "Blood where the needle was"
    SEVERE_BACK_PAIN = "severe_back_pain", "Severe back pain"
    HIGH_BLOCK = "high_block", "Block too high"
    # blood pressure and pregnancy
    ECLAMPSIA = "eclampsia", "Eclampsia"
    HIGH_BLOOD_PRESSURE = "high_blood_pressure", "High blood pressure"
    PROTEINURIA = "proteinuria", "Protein in the urine"
    # how the headache behaves
    NON_POSITIONAL = "non_positional", "Not worse upright"
    PAIN_PERSISTS_LYING = "pain_persists_lying", "Stays when lying flat"
    POSTURE_LOST_OR_REVERSED = "posture_lost_or_reversed", "Posture no longer matters, or reversed"
    CHANGED_HEADACHE = "changed_headache", "Headache changed its character"
    NEW_HEADACHE = "new_headache", "New, different headache"
    PROGRESSIVE = "progressive", "Getting worse from day to day"
    GETTING_WORSE = "getting_worse", "Getting worse, no patch given yet"
    WORSENING_AFTER_PATCH = "worsening_after_patch", "Worse after a patch"
    PERSISTS_AFTER_PATCH = "persists_after_patch", "Not relieved by a patch"
    RECURRENCE_AFTER_GAP = "recurrence_after_gap", "Came back after a time without headache"
    LATE_ONSET = "late_onset", "Began late after the puncture"
    LONG_LASTING = "long_lasting", "Has lasted long"
    IMMEDIATE_ONSET = "immediate_onset", "Began at once, during the procedure"
    ANOTHER_HEADACHE = "another_headache", "Another kind of headache"
    PATCHES_FAILED = "patches_failed", "More than one patch has failed"
    # the leak and the puncture
    NO_CONFIRMED_PUNCTURE = "no_confirmed_puncture", "Dural puncture not confirmed"
    NO_PUNCTURE = "no_puncture", "No needle near the spine"
    SPONTANEOUS_LEAK = "spontaneous_leak", "Spontaneous leak"
    NOT_THIS_HEADACHE = "not_this_headache", "Headache after dural puncture excluded"
    DIAGNOSIS_OPEN = "diagnosis_open", "Diagnosis not settled"
    POSSIBLE = "possible", "Another diagnosis is possible"
    SKIN_LEAK = "skin_leak", "CSF leaks through the skin"
    # blood and vessels
    CLOTTING_TENDENCY = "clotting_tendency", "Clotting tendency, or risk of thrombosis"
    COAGULOPATHY = "coagulopathy", "Bleeding tendency or anticoagulant"
    BLEEDING_TENDENCY = "bleeding_tendency", "Bleeding tendency"
    TAKES_ANTITHROMBOTIC = "takes_antithrombotic", "Takes a drug against clotting"
    HAEMATOLOGICAL_MALIGNANCY = "haematological_malignancy", "Cancer of the blood"
    AVM = "avm", "Vascular malformation"
    OLDER_AGE = "older_age", "Older age"
    IMMUNOSUPPRESSED = "immunosuppressed", "Immunosuppressed"
    # what happened to the patient
    ALLERGIC_REACTION = "allergic_reaction", "Allergic reaction"
    SLOW_HEART = "slow_heart", "Slow heart or faint"
    ANOTHER_FLAG = "another_flag", "Another red flag"
    # what a specialist said about a patch
    ADVISED_AGAINST = "advised_against", "A specialist advises against a patch"
    ON_CONDITIONS = "on_conditions", "A specialist agrees on conditions"


@dataclass(frozen=True, kw_only=True)
class Meaning:
    """What a concept does. `once`: it happened, and no later word makes it not have happened.
    `icd10cm` where there is one code for it as it is told here: written from memory, its form is
    tested, and no message may carry one before somebody has looked it up."""

    weight: Weight
    at_home: AtHome = AtHome.NOTHING
    once: bool = False
    icd10cm: str = ""


def _stop(icd10cm: str = "", at_home: AtHome = AtHome.PHYSICIAN, once: bool = False) -> Meaning:
    return Meaning(weight=Weight.STOP, at_home=at_home, once=once, icd10cm=icd10cm)


def _hold(icd10cm: str = "", at_home: AtHome = AtHome.PHYSICIAN) -> Meaning:
    return Meaning(weight=Weight.HOLD, at_home=at_home, icd10cm=icd10cm)


def _advise(icd10cm: str = "", at_home: AtHome = AtHome.NOTHING) -> Meaning:
    return Meaning(weight=Weight.ADVISE, at_home=at_home, icd10cm=icd10cm)


_BACKGROUND = Meaning(weight=Weight.BACKGROUND)
_NOW = AtHome.AMBULANCE
_LATER = AtHome.NOTHING
C = Concept

MEANING: Mapping[Concept, Meaning] = {
    C.SEIZURE: _stop("R56.9", _NOW, once=True),
    C.FOCAL_DEFICIT: _stop("R29.818", _NOW),
    C.STROKE: _stop("I63.9", _NOW),
    C.SPEECH_DISTURBANCE: _stop("R47.9", _NOW),
    C.ALTERED_CONSCIOUSNESS: _stop("R41.82", _NOW),
    C.COLLAPSE: _stop("R55", _NOW, once=True),
    C.THUNDERCLAP: _stop("G44.53", _NOW, once=True),
    C.PAPILLOEDEMA: _stop("H47.10"),
    C.RAISED_ICP: _stop(),
    C.INTRACRANIAL_BLEED: _stop("I62.9", _NOW),
    C.VENOUS_THROMBOSIS: _stop("I67.6"),
    C.VASOCONSTRICTION: _stop("I67.841"),
    C.PRES: _stop("I67.83"),
    C.SUBDURAL_ON_IMAGING: _hold("I62.00"),
    C.VISUAL_CHANGE: _hold("H53.9"),
    C.DIPLOPIA: _hold("H53.2"),
    C.CRANIAL_NERVE_SIGN: _hold("G52.9"),
    C.HEARING_LOSS: _advise("H91.90", AtHome.PHYSICIAN),
    C.PNEUMOCEPHALUS: _advise("G93.89"),
    C.CNS_CANCER: _hold(at_home=_LATER),
    C.SEVERE_VOMITING: _hold("R11.10"),
    C.HEAD_INJURY: _hold("S09.90XA"),
    C.OLD_FOCAL_SIGN: _BACKGROUND,
    C.FAINT: _advise("R55"),
    C.LOW_TONSILS: _advise(),
    C.WIDE_VENTRICLES: _advise(),
    C.SINUSITIS: _advise("J32.9"),
    C.MENINGISM: _stop("R29.1"),
    C.MENINGITIS: _stop("G03.9", _NOW),
    C.SEPSIS: _stop("A41.9", _NOW),
    C.SITE_INFECTION: _stop("T81.49XA"),
    C.SPINAL_INFECTION: _stop("G06.1"),
    C.FEVER: _hold("R50.9"),
    C.REPORTED_FEVER: _hold("R50.9"),
    C.RIGORS: _hold("R68.83"),
    C.INFECTION_SOURCE: _hold("B99.9"),
    C.RAISED_INFLAMMATION: _hold("R79.82", _LATER),
    C.NECK_STIFFNESS: _advise("M43.6", AtHome.PHYSICIAN),
    C.LEG_WEAKNESS: _stop("R29.898"),
    C.SADDLE_NUMBNESS: _stop("R20.0"),
    C.BLADDER_BOWEL_CHANGE: _stop("R33.9"),
    C.CAUDA_EQUINA: _stop("G83.4"),
    C.SPINAL_BLEED: _stop("G95.19"),
    C.ARACHNOIDITIS: _hold("G03.9", _LATER),
    C.SPINAL_COLLECTION: _hold(),
    C.LEG_NUMBNESS: _hold("R20.2"),
    C.LEG_PAIN: _hold("M79.606", _LATER),
    C.MORE_PAIN: _advise(),
    C.BLOOD_AT_THE_SITE: _advise(at_home=AtHome.PHYSICIAN),
    C.SEVERE_BACK_PAIN: _hold("M54.9"),
    C.HIGH_BLOCK: _stop("T88.59XA"),
    C.ECLAMPSIA: _stop("O15.9", _NOW, once=True),
    C.HIGH_BLOOD_PRESSURE: _hold("R03.0"),
    C.PROTEINURIA: _hold("R80.9"),
    C.NON_POSITIONAL: _hold(),
    C.PAIN_PERSISTS_LYING: _hold(at_home=_LATER),
    C.POSTURE_LOST_OR_REVERSED: _hold(),
    C.CHANGED_HEADACHE: _hold(),
    C.NEW_HEADACHE: _hold(),
    C.PROGRESSIVE: _hold(),
    C.GETTING_WORSE: _advise(),
    C.WORSENING_AFTER_PATCH: _hold(),
    C.PERSISTS_AFTER_PATCH: _BACKGROUND,
    C.RECURRENCE_AFTER_GAP: _hold(at_home=_LATER),
    C.LATE_ONSET: _hold(at_home=_LATER),
    C.LONG_LASTING: _hold(at_home=_LATER),
    C.IMMEDIATE_ONSET: _hold(at_home=_LATER),
    C.ANOTHER_HEADACHE: _hold("R51.9", _LATER),
    C.PATCHES_FAILED: _hold(at_home=_LATER),
    C.NO_CONFIRMED_PUNCTURE: _hold(at_home=_LATER),
    C.NO_PUNCTURE: _hold(at_home=_LATER),
    C.SPONTANEOUS_LEAK: _hold("G96.811", _LATER),
    C.NOT_THIS_HEADACHE: _hold(at_home=_LATER),
    C.DIAGNOSIS_OPEN: _advise(),
    C.POSSIBLE: _advise(),
    C.SKIN_LEAK: _hold("G96.09"),
    C.CLOTTING_TENDENCY: _BACKGROUND,
    C.COAGULOPATHY: _hold("D68.9", _LATER),
    C.BLEEDING_TENDENCY: _BACKGROUND,
    C.TAKES_ANTITHROMBOTIC: _BACKGROUND,
    C.HAEMATOLOGICAL_MALIGNANCY: _hold("C96.9", _LATER),
    C.AVM: _BACKGROUND,
    C.OLDER_AGE: _BACKGROUND,
    C.IMMUNOSUPPRESSED: _BACKGROUND,
    C.ALLERGIC_REACTION: _hold("T78.40XA", _NOW),
    C.SLOW_HEART: _advise("R00.1"),
    C.ANOTHER_FLAG: _hold(),
    C.ADVISED_AGAINST: _hold(at_home=_LATER),
    C.ON_CONDITIONS: _advise(),
}
"""Which stop and which hold is design, not protocol: no clinic can switch a stop off. The classes
are those of the contraindication matrix and the trigger table of the evidence (uppal2023, memory:
to be confirmed by a clinician)."""


def of_weight(weight: Weight) -> frozenset[Concept]:
    return frozenset(c for c, meaning in MEANING.items() if meaning.weight is weight)


STOPS, HOLDS = of_weight(Weight.STOP), of_weight(Weight.HOLD)

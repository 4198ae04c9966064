"""Drugs that make a needle in the back bleed, in which dose, and how a drug is given."""

from bloodpatch.pathway.choices import Choice


class Antithrombotic(Choice):
    ASPIRIN = "aspirin", "Aspirin"
    NSAID = "nsaid", "NSAID"
    CILOSTAZOL = "cilostazol", "Cilostazol"
    DIPYRIDAMOLE = "dipyridamole", "Dipyridamole"
    WARFARIN = "warfarin", "Warfarin"
    ACENOCOUMAROL = "acenocoumarol", "Acenocoumarol"
    HEPARIN_IV = "heparin_iv", "Heparin into a vein"
    HEPARIN_SC = "heparin_sc", "Heparin under the skin"
    ENOXAPARIN = "enoxaparin", "Enoxaparin"
    DALTEPARIN = "dalteparin", "Dalteparin"
    LMWH = "lmwh", "Low molecular weight heparin, which one not told"
    TINZAPARIN = "tinzaparin", "Tinzaparin"
    FONDAPARINUX = "fondaparinux", "Fondaparinux"
    CLOPIDOGREL = "clopidogrel", "Clopidogrel"
    PRASUGREL = "prasugrel", "Prasugrel"
    TICAGRELOR = "ticagrelor", "Ticagrelor"
    DABIGATRAN = "dabigatran", "Dabigatran"
    RIVAROXABAN = "rivaroxaban", "Rivaroxaban"
    APIXABAN = "apixaban", "Apixaban"
    EDOXABAN = "edoxaban", "Edoxaban"
    FIBRINOLYTIC = "fibrinolytic", "Fibrinolytic"
    GP_IIB_IIIA = "gp_iib_iiia", "GP IIb/IIIa inhibitor"
    SSRI_SNRI = "ssri_snri", "SSRI or SNRI"
    ANTICOAGULANT_NOT_NAMED = "anticoagulant_not_named", "Anticoagulant, which one not told"
    OTHER = "other", "Another drug (say which in the note)"


AGAINST_PLATELETS = frozenset(
    {
        Antithrombotic.ASPIRIN,
        Antithrombotic.NSAID,
        Antithrombotic.CILOSTAZOL,
        Antithrombotic.DIPYRIDAMOLE,
        Antithrombotic.CLOPIDOGREL,
        Antithrombotic.PRASUGREL,
        Antithrombotic.TICAGRELOR,
        Antithrombotic.GP_IIB_IIIA,
        Antithrombotic.SSRI_SNRI,
    }
)
"""They answer the question for aspirin and alike; the others, the one for blood thinners."""

MORE_THAN_A_PAINKILLER = AGAINST_PLATELETS - {Antithrombotic.NSAID, Antithrombotic.SSRI_SNRI}
"""Given so that platelets do not clump: two of them together are weighed together."""


SEDATIVES = frozenset(
    {
        "alfentanil",
        "diazepam",
        "dexmedetomidine",
        "esketamine",
        "etomidate",
        "fentanyl",
        "ketamine",
        "lorazepam",
        "methohexital",
        "midazolam",
        "nitrous_oxide",
        "propofol",
        "remifentanil",
        "remimazolam",
        "sufentanil",
        "temazepam",
    }
)
"""Codes of drugs that sedate, whether or not a clinic has a usual dose for them: who got one is
watched and taken home like anybody sedated. To be confirmed by a clinician."""


class DoseClass(Choice):
    """Not told stays not told: the longer of the two waits then applies."""

    LOW_PROPHYLACTIC = "low_prophylactic", "Low: to prevent clots"
    HIGH_THERAPEUTIC = "high_therapeutic", "High: to treat clots"
    NOT_TOLD = "not_told", "Not told"


class Route(Choice):
    ORAL = "oral", "By mouth"
    IV = "iv", "Into a vein"
    IM = "im", "Into a muscle"
    SUBCUTANEOUS = "subcutaneous", "Under the skin"
    INTRATHECAL = "intrathecal", "Intrathecal"
    EPIDURAL = "epidural", "Epidural"
    NASAL = "nasal", "Into the nose"
    TOPICAL = "topical", "On the skin or mucosa"
    NOT_TOLD = "not_told", "Not told"
    OTHER = "other", "Another way (say which in the note)"


class SedationLevel(Choice):
    NONE = "none", "None"
    MINIMAL = "minimal", "Minimal"
    MODERATE = "moderate", "Moderate"
    DEEP = "deep", "Deep"
    GENERAL = "general", "General anaesthesia"


class SedationPhase(Choice):
    """During which part of the procedure the patient is sedated."""

    CATHETER_PLACEMENT = "catheter_placement", "While a catheter is placed"
    NEEDLE = "needle", "While the needle goes in"
    BLOOD = "blood", "While the blood goes in"
    WHOLE = "whole", "All the time"


ANTAGONISTS = frozenset({"flumazenil", "naloxone"})
"""They end a sedation, and are no part of it."""

"""Tests, which part of the body they looked at, and results in a word."""

from bloodpatch.pathway.choices import Choice


class Investigation(Choice):
    CT = "ct", "CT"
    MRI = "mri", "MRI"
    CT_ANGIOGRAPHY = "ct_angiography", "CT of the arteries"
    CT_VENOGRAPHY = "ct_venography", "CT of the veins"
    MR_VENOGRAPHY = "mr_venography", "MRI of the veins"
    MR_MYELOGRAM = "mr_myelogram", "MR myelogram"
    CT_MYELOGRAM = "ct_myelogram", "CT myelogram"
    BRAIN_IMAGING = "brain_imaging", "Imaging of the head, method not told"
    XRAY = "xray", "X-ray"
    ULTRASOUND = "ultrasound", "Ultrasound"
    LUMBAR_PUNCTURE = "lumbar_puncture", "Lumbar puncture"
    EYE_EXAMINATION = "eye_examination", "Examination of the eyes"
    EEG = "eeg", "EEG"
    FULL_BLOOD_COUNT = "full_blood_count", "Full blood count"
    WHITE_CELLS = "white_cells", "White cells"
    PLATELETS = "platelets", "Platelets"
    CLOTTING = "clotting", "Clotting"
    CHEMISTRY = "chemistry", "Blood chemistry"
    CRP = "crp", "CRP"
    BLOOD_CULTURE = "blood_culture", "Blood culture"
    WOUND_SWAB = "wound_swab", "Wound swab"
    URINE_PROTEIN = "urine_protein", "Protein in the urine"
    PIH_LABS = "pih_labs", "Bloods for pre-eclampsia"
    URIC_ACID = "uric_acid", "Uric acid"
    FLOW_CYTOMETRY = "flow_cytometry", "Flow cytometry"
    COVID_ANTIGEN = "covid_antigen", "COVID-19 antigen"
    COVID_PCR = "covid_pcr", "COVID-19 PCR"
    HIV_LOAD = "hiv_load", "HIV load"
    OTHER = "other", "Another test (say which in the note)"


class ImagedRegion(Choice):
    BRAIN = "brain", "Head"
    CERVICAL_SPINE = "cervical_spine", "Neck"
    THORACIC_SPINE = "thoracic_spine", "Thoracic spine"
    LUMBAR_SPINE = "lumbar_spine", "Lumbar spine"
    WHOLE_SPINE = "whole_spine", "Whole spine"
    SPINE = "spine", "Spine, part not told"
    HEAD_AND_SPINE = "head_and_spine", "Head and spine"
    OTHER = "other", "Another part (say which in the note)"


class ResultWord(Choice):
    """A result in a word, where the report gives no number. It is never turned into one."""

    NORMAL = "normal", "Normal"
    ABNORMAL = "abnormal", "Not normal"
    RAISED = "raised", "Raised"
    SLIGHTLY_RAISED = "slightly_raised", "Slightly raised"
    MODERATELY_RAISED = "moderately_raised", "Moderately raised"
    LOW = "low", "Low"
    NEGATIVE = "negative", "Negative"
    POSITIVE = "positive", "Positive"
    ACCEPTABLE = "acceptable", "Acceptable"
    PENDING = "pending", "Not back yet"
    NOT_TOLD = "not_told", "Not told"

"""The closed lists of answers in preparation."""

from bloodpatch.pathway.choices import Choice


class Identifier(Choice):
    NAME = "name", "Full name, said by the patient"
    DATE_OF_BIRTH = "date_of_birth", "Date of birth, said by the patient"
    NUMBER = "number", "Record number on the wristband"
    ADDRESS = "address"
    PHOTO = "photo", "Photograph"


class InfectionSite(Choice):
    PERINEAL_WOUND = "perineal_wound"
    SKIN_SITE = "skin_site", "Skin at the puncture"
    IMPLANT = "implant"
    URINARY = "urinary"
    CHEST = "chest"
    EAR = "ear"
    DENTAL = "dental"
    OTHER = "other"
    NONE = "none"


class Purpose(Choice):
    PROPHYLAXIS = "prophylaxis", "To prevent a clot"
    TREATMENT = "treatment", "To treat a clot"
    NOT_TOLD = "not_told"


class AccessSite(Choice):
    LEFT_HAND = "left_hand"
    RIGHT_HAND = "right_hand"
    LEFT_FOREARM = "left_forearm"
    RIGHT_FOREARM = "right_forearm"
    LEFT_ELBOW = "left_elbow", "Left inner elbow"
    RIGHT_ELBOW = "right_elbow", "Right inner elbow"
    OTHER = "other"


class SignedBy(Choice):
    PATIENT = "patient"
    PARENT = "parent", "Parent or guardian"
    BOTH = "both", "Patient and parent"
    GUARDIAN = "guardian"


class ConsentItem(Choice):
    BACK_PAIN = "back_pain"
    FAILURE = "failure", "It may not help"
    REPEAT = "repeat", "A second patch may be needed"
    SECOND_PUNCTURE = "second_puncture", "Another dural puncture"
    INFECTION = "infection"
    BLEEDING = "bleeding"
    NERVE_INJURY = "nerve_injury"
    RADICULAR = "radicular", "Pain along a nerve"
    ARACHNOIDITIS = "arachnoiditis"
    CNS_SEEDING = "cns_seeding", "Cells carried into the CSF"
    VESSEL_INJURY = "vessel_injury"
    PARALYSIS = "paralysis"
    SEDATION = "sedation", "What sedation can do"

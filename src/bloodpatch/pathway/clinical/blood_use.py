"""Which blood the patient takes, and the matters of which a consent is a special one."""

from bloodpatch.pathway.choices import Choice


class SpecialConsent(Choice):
    HIV = "hiv", "HIV"
    HAEMATOLOGICAL_CANCER = "haematological_cancer"
    COVID = "covid", "COVID-19"
    JEHOVAHS_WITNESS = "jehovahs_witness", "Jehovah's Witness"
    INFECTION = "infection"
    CHILD = "child"
    PREGNANCY = "pregnancy"
    TRANSFORAMINAL = "transforaminal"
    REPEAT = "repeat"
    NO_PUNCTURE = "no_puncture"
    GLUE = "glue"
    DONOR_BLOOD = "donor_blood"
    LARGE_VOLUME = "large_volume"


class BloodUse(Choice):
    ACCEPTED = "accepted"
    ACCEPTED_CLOSED_CIRCUIT = "accepted_closed_circuit", "Accepted in a closed circuit"
    REFUSED = "refused"

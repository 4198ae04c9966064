"""Who told it, how surely, who else looks after the patient and where."""

from bloodpatch.pathway.choices import Choice


class Informant(Choice):
    PATIENT = "patient", "The patient"
    RELATIVE = "relative", "A relative"
    STAFF = "staff", "Our staff"
    OTHER_HOSPITAL = "other_hospital", "Another hospital"
    OUTSIDE_PHYSICIAN = "outside_physician", "A physician elsewhere"
    LETTER = "letter", "A letter or report"
    OTHER = "other", "Somebody else (say who in the note)"


class Certainty(Choice):
    STATED = "stated", "Stated"
    PROBABLE = "probable", "Probable"
    IMPLIED = "implied", "Not said, but follows from the rest"
    UNCERTAIN = "uncertain", "Uncertain"


class Specialty(Choice):
    NEUROLOGY = "neurology", "Neurology"
    NEUROSURGERY = "neurosurgery", "Neurosurgery"
    OBSTETRICS = "obstetrics", "Obstetrics"
    HAEMATOLOGY = "haematology", "Haematology"
    ONCOLOGY = "oncology", "Oncology"
    INFECTIOUS_DISEASES = "infectious_diseases", "Infectious diseases"
    MICROBIOLOGY = "microbiology", "Microbiology"
    RADIOLOGY = "radiology", "Radiology"
    OPHTHALMOLOGY = "ophthalmology", "Eye doctors"
    ANAESTHESIA = "anaesthesia", "Anaesthesia"
    PAIN_MEDICINE = "pain_medicine", "Pain medicine"
    PAEDIATRICS = "paediatrics", "Paediatrics"
    EMERGENCY_MEDICINE = "emergency_medicine", "Emergency medicine"
    INTENSIVE_CARE = "intensive_care", "Intensive care"
    INTERNAL_MEDICINE = "internal_medicine", "Internal medicine"
    ENT = "ent", "Ear, nose and throat"
    SPINE_SURGERY = "spine_surgery", "Spine surgery"
    SURGERY = "surgery", "Surgery"
    OTHER = "other", "Another specialty (say which in the note)"


class Setting(Choice):
    OUTPATIENT = "outpatient", "Outpatient clinic"
    WARD = "ward", "Ward"
    EMERGENCY_DEPARTMENT = "emergency_department", "Emergency department"
    OPERATING_ROOM = "operating_room", "Operating room"
    LABOUR_WARD = "labour_ward", "Labour ward"
    INTENSIVE_CARE = "intensive_care", "Intensive care"
    PAIN_CLINIC = "pain_clinic", "Pain clinic"
    HOME = "home", "Home"
    OTHER = "other", "Another place (say which in the note)"


class Urgency(Choice):
    ROUTINE = "routine", "Routine"
    SOON = "soon", "Soon"
    EMERGENCY = "emergency", "Emergency"


class Warning(Choice):
    """What the patient was told to look out for, and to come back for."""

    SUBDURAL = "subdural", "Bleeding inside the head"
    FEVER = "fever", "Fever, or a red or oozing puncture site"
    CHANGE_OF_HEADACHE = "change_of_headache", "A headache that changes"
    LEGS_BLADDER = "legs_bladder", "Weak or numb legs, bladder or bowel"
    SEIZURE = "seizure", "A seizure"
    BLOOD_PRESSURE = "blood_pressure", "High blood pressure"
    RETURN_ROUTE = "return_route", "Whom to call and where to come"
    OTHER = "other", "Something else (say what in the note)"

"""The closed lists of answers at review."""

from bloodpatch.pathway.choices import Choice


class Examination(Choice):
    CLINICAL = "clinical", "Examined at the bedside"
    BRAIN_CT = "brain_ct", "CT of the brain"
    BRAIN_MRI = "brain_mri", "MRI of the brain"
    VENOGRAPHY = "venography", "CT or MR venography"
    SPINE_MRI = "spine_mri", "MRI of the spine"
    LABORATORY = "laboratory", "Laboratory values"
    SPECIALIST = "specialist", "Seen by a specialist"

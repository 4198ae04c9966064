"""What a patient can be allergic to, as far as it touches this treatment."""

from bloodpatch.pathway.choices import Choice


class Allergy(Choice):
    NONE = "none", "None known"
    CHLORHEXIDINE = "chlorhexidine"
    IODINE = "iodine"
    LOCAL_ANAESTHETIC = "local_anaesthetic"
    CONTRAST = "contrast"
    LATEX = "latex"
    ADHESIVE = "adhesive"
    SEDATIVE = "sedative"
    OTHER = "other", "Another (say which in the note)"

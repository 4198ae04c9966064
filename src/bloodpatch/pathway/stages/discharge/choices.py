"""The closed lists of answers at discharge."""

from bloodpatch.pathway.choices import Choice


class Restart(Choice):
    """What becomes of a drug that makes a needle in the back bleed."""

    RESTART = "restart", "Started again"
    NOT_STOPPED = "not_stopped", "Was never stopped"
    STAYS_OFF = "stays_off", "Not started again"


class Company(Choice):
    """With whom the patient goes."""

    ADULT = "adult", "A responsible adult"
    STAFF = "staff", "Staff or ambulance"
    ALONE = "alone"
    NOT_TOLD = "not_told"


class LeavingReason(Choice):
    FEELS_WELL = "feels_well"
    TOO_LONG = "too_long", "It took too long"
    CHILDREN = "children", "Children or others to look after"
    DISAGREES = "disagrees", "Does not agree with the treatment"
    OTHER = "other", "Another reason (say which in the note)"
    NOT_TOLD = "not_told"

"""Where a patient is in the treatment: a ladder of named questions, never a stored status.

Read it aloud from the top: the first question that is answered with yes is where she is. The
list is closed, and each stage says in `OWES` what is owed to a patient who is there.
"""

from bloodpatch.pathway.choices import Choice


class Whereabouts(Choice):
    EMPTY = "empty", "Nothing recorded"
    CLOSED = "closed", "Closed"
    DIED = "died", "Died"
    OTHER_PATHWAY = "other_pathway", "On another pathway"
    WITHDRAWN = "withdrawn", "Left or withdrew"
    CLEARED = "cleared", "Cleared"
    FOLLOWED_UP = "followed_up", "Being followed up"
    READY_TO_LEAVE = "ready_to_leave", "Stood and walked"
    RECOVERING = "recovering", "In recovery"
    BEING_PATCHED = "being_patched", "In the procedure room"
    BEING_PREPARED = "being_prepared", "Being prepared"
    DID_NOT_ATTEND = "did_not_attend", "Did not attend"
    BOOKED = "booked", "Booked"
    TO_BE_BOOKED = "to_be_booked", "To be booked"
    DECLINED = "declined", "Declined a patch"
    CONSERVATIVE = "conservative", "Treated without a patch"
    UNDECIDED = "undecided", "Assessed, not decided"
    REFERRED = "referred", "Referred, not assessed"


OVER = frozenset({Whereabouts.CLOSED, Whereabouts.DIED})
"""Nothing more is to be done for her in this treatment."""

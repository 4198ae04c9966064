"""Where a patient is in the treatment: a ladder of named questions, never a stored status.

Read it aloud from the top: the first question that is answered with yes is where she is. The
list is closed, and each stage says in `OWES` what is owed to a patient who is there.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

from bloodpatch.pathway.choices import Choice
from bloodpatch.pathway.stage_stream import later
from bloodpatch.pathway.treatment_way import Way

if TYPE_CHECKING:
    from bloodpatch.pathway.episode import Episode


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

Question = Callable[["Episode"], bool]

LADDER: tuple[tuple[Whereabouts, Question], ...] = (
    (Whereabouts.EMPTY, lambda e: not e.history),
    (Whereabouts.CLOSED, lambda e: e.closure.closed),
    (Whereabouts.DIED, lambda e: e.closure.died is not None),
    (Whereabouts.OTHER_PATHWAY, lambda e: e.way is Way.OTHER_PATHWAY),
    (Whereabouts.WITHDRAWN, lambda e: e.way is Way.WITHDRAWN),
    (Whereabouts.CLEARED, lambda e: later(e.now.clearance.cleared, e.assessment.decided)),
    (Whereabouts.FOLLOWED_UP, lambda e: e.now.discharge.departed is not None),
    (Whereabouts.READY_TO_LEAVE, lambda e: e.now.walked),
    (Whereabouts.RECOVERING, lambda e: e.now.recovery.begun or e.now.procedure.finished),
    (Whereabouts.BEING_PATCHED, lambda e: e.now.procedure.begun),
    (Whereabouts.DECLINED, lambda e: e.way is Way.DECLINED),
    (Whereabouts.CONSERVATIVE, lambda e: e.way is Way.CONSERVATIVE),
    (
        Whereabouts.BEING_PREPARED,
        lambda e: later(e.now.preparation.arrived, e.now.booking.called_off),
    ),
    (Whereabouts.DID_NOT_ATTEND, lambda e: e.now.booking.missed),
    (Whereabouts.BOOKED, lambda e: e.now.booking.in_force is not None),
    (Whereabouts.TO_BE_BOOKED, lambda e: e.way is Way.PATCH),
    (Whereabouts.UNDECIDED, lambda e: e.assessment.assessed is not None),
    (Whereabouts.REFERRED, lambda e: True),
)


def of(episode: "Episode") -> Whereabouts:
    """The first rung whose question is answered with yes."""
    return next(place for place, question in LADDER if question(episode))

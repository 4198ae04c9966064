"""Which answer stands where one question was answered several times.

The newest does; but a no ends a yes only where it is known to come after it. "No" told for some
time today does not undo the yes of 14:00.
"""

from collections.abc import Iterable
from typing import Any

from bloodpatch.pathway.events import Happened
from bloodpatch.pathway.stage_stream import surely_later
from bloodpatch.pathway.values import Answer

Said = tuple[Happened[Any], Answer | None]


def standing(told: Iterable[Said]) -> Answer | None:
    """Yes or no, of answers in the order in which they were given; None: nobody asked."""
    stands: Said | None = None
    for happened, answer in told:
        if answer not in (Answer.YES, Answer.NO):
            continue
        if answer is Answer.NO and stands and not surely_later(happened, stands[0]):
            continue  # Where it is a no that stands, the answer is the same.
        stands = (happened, answer)
    return stands[1] if stands else None

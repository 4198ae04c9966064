"""Closure: an episode ends by a physician's signature on its outcome, and by nothing else.

It is closed when the patient was cleared, or when a physician signs that she left, declined, is
lost, is treated elsewhere or died. What comes back reopens it; what is recorded after the closing
goes to a physician. A death is recorded here, with its cause, from wherever the patient was.
"""

from bloodpatch.pathway.stages.closure.commands import ACTS
from bloodpatch.pathway.stages.closure.owes import OWES
from bloodpatch.pathway.stages.closure.state import Closure

__all__ = ["ACTS", "OWES", "Closure"]

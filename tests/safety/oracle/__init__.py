"""The clinical gates of an epidural blood patch, a second time, as plain tables.

Each gate takes one flat mapping of plain facts and answers the set of findings that it must raise.
A finding is a triple: a code-like word, a level (stop, hold, advise), a cause (present, missing).
It was written from the evidence alone, so that a difference from another writing of the same rules
is a question about the medicine and not an echo of the code. Every module lists its keys at its
top and its open choices in NOTES at its end.
"""

from .antithrombotics import (
    antithrombotics,
    drug_labs,
    earliest_patch_s,
    earliest_restart_s,
    restart_h,
)
from .clearance import clearance, closure
from .discharge import discharge
from .flags import bookable, bookable_vectors, high_pressure, red_flags
from .infection import infection
from .laboratory import laboratory, labs_asked
from .outcome import Cause, Facts, Finding, Level, Outcome
from .procedure import aspirate, child_volume, procedure
from .recovery import recovery
from .repeat import repeat
from .sedation import sedation, sedation_discharge

__all__ = [
    "Cause",
    "Facts",
    "Finding",
    "Level",
    "Outcome",
    "antithrombotics",
    "aspirate",
    "bookable",
    "bookable_vectors",
    "child_volume",
    "clearance",
    "closure",
    "discharge",
    "drug_labs",
    "earliest_patch_s",
    "earliest_restart_s",
    "high_pressure",
    "infection",
    "laboratory",
    "labs_asked",
    "procedure",
    "recovery",
    "red_flags",
    "repeat",
    "restart_h",
    "sedation",
    "sedation_discharge",
]

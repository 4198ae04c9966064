"""The clinical gates of an epidural blood patch, a second time, as plain tables.

Written from the treatment, the evidence, the design and the numbers of the protocols, by somebody
who did not read the rules, so that a difference from them is a question about the medicine and not
an echo of the code.

flags, infection, sedation     red flags, temperature, fasting: facts in, findings out
table                          what a gate is elsewhere: inputs, rows, verdicts, and its grids
time_out, needle, injection    may the procedure begin; level, aspirate, back; draw, blood, symptoms
recovery, discharge            rest over, stand; go home
repeat, clearance              another patch; normal activity
laboratory, antithrombotics    values that are asked for; drugs by the rows of drug_tables

To compare a gate: for each vector of `full(gate)`, or of `in_ci(gate)`, build the plain patient of
its module's docstring, change what each input's `told_by` and `means` say, ask `act`, and hold the
strongest level found against `decided(gate, vector).verdict`; "permitted" is no finding at all of
the table's matter. Leave out "silent" rows, or hold them against `least`. `said(gate, vector)` has
every row that must be among the findings, also beside a silent one: on the grids of the records
(needle, injection), where much is silent, that says more than the verdict. A row has no code: the
inputs that it names, and its `why`, tell it from the others of its gate. in_force has the numbers
of the protocols on which the tables stand.
Each module's NOTES say where the evidence is silent, or says two things.
"""

from .antithrombotics import ASKED, TWO, WINDOW
from .clearance import CLEARANCE
from .discharge import AFTER_SEDATION, DISCHARGE, GOING_HOME, NEUROLOGY
from .injection import CHILD, DRAW, INJECTION
from .laboratory import LABORATORY
from .needle import NEEDLE, POSITION
from .recovery import RECOVERY
from .repeat import REPEAT
from .table import Gate
from .time_out import SCREENED, SEDATION_DEPTH, TIME_OUT, WHO_AND_CONSENT

GATES: tuple[Gate, ...] = (
    WHO_AND_CONSENT,
    SCREENED,
    SEDATION_DEPTH,
    POSITION,
    NEEDLE,
    DRAW,
    INJECTION,
    CHILD,
    RECOVERY,
    NEUROLOGY,
    AFTER_SEDATION,
    GOING_HOME,
    REPEAT,
    CLEARANCE,
    LABORATORY,
    ASKED,
    WINDOW,
    TWO,
)
# Two acts whose tables together have over 10^9 vectors: full for each table, pairs (in_ci) or, in a
# proof, triples (`together(gate, 3)`) across them. No row names inputs of two tables.
JOINED: tuple[Gate, ...] = (TIME_OUT, DISCHARGE)

"""Every table with the way to ask it of the rules."""

from tests.safety.compared import (
    antithrombotics,
    clearance,
    discharge,
    injection,
    laboratory,
    needle,
    recovery,
    repeat,
    time_out,
)
from tests.safety.compared.agreed import AGREED
from tests.safety.compared.comparing import Compared, reread
from tests.safety.oracle import antithrombotics as drugs
from tests.safety.oracle.clearance import CLEARANCE
from tests.safety.oracle.discharge import AFTER_SEDATION, DISCHARGE, GOING_HOME, NEUROLOGY
from tests.safety.oracle.injection import CHILD, DRAW, INJECTION
from tests.safety.oracle.laboratory import LABORATORY
from tests.safety.oracle.needle import NEEDLE, POSITION
from tests.safety.oracle.recovery import RECOVERY
from tests.safety.oracle.repeat import REPEAT
from tests.safety.oracle.time_out import SCREENED, SEDATION_DEPTH, TIME_OUT, WHO_AND_CONSENT

THINK_AGAIN = {
    "repeat.think_again": "every patient of this table has a patch that failed",
    "imaging.venography": "the table asks for an image of the brain, and says nothing of its veins",
}
JOINT = {"specialist.needed": "who decides together is no matter of this table"}
WHO_IS_SEDATED = {"sedation.not_ready": "a cannula for the sedated; for all others, see agreed"}
SEVERAL = {"antithrombotics.several_drugs": "two drugs have a table of their own"}

VOLUME = {"special_patient.child_volume": "how much a child gets is said of every child"}

ASKED = (
    Compared(WHO_AND_CONSENT, time_out.may_begin),
    Compared(SCREENED, time_out.may_begin, JOINT),
    Compared(SEDATION_DEPTH, time_out.may_begin),
    Compared(POSITION, needle.position),
    Compared(NEEDLE, needle.needle),
    Compared(DRAW, injection.draw),
    Compared(INJECTION, injection.injection),
    Compared(CHILD, injection.child, VOLUME),
    Compared(RECOVERY, recovery.may_stand),
    Compared(NEUROLOGY, discharge.may_leave),
    Compared(AFTER_SEDATION, discharge.may_leave),
    Compared(GOING_HOME, discharge.may_leave),
    Compared(REPEAT, repeat.may_repeat, THINK_AGAIN),
    Compared(CLEARANCE, clearance.may_resume),
    Compared(LABORATORY, laboratory.may_begin, JOINT | SEVERAL),
    Compared(drugs.ASKED, antithrombotics.asked),
    Compared(drugs.TWO, antithrombotics.two),
)
TOGETHER = (
    Compared(TIME_OUT, time_out.may_begin, JOINT | WHO_IS_SEDATED),
    Compared(DISCHARGE, discharge.may_leave),
)


def agreed(one: Compared) -> Compared:
    """With what is agreed about its rows, also where it is part of a joined table."""
    return Compared(reread(one.gate, AGREED), one.asks, one.beside)

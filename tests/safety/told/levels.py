"""The permits, how strongly a fact may speak at one, and the kinds of fact that there are."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

PERMITS: Mapping[str, str] = {
    "decide": "assessment.decide_patch",
    "book": "booking.book",
    "time_out": "preparation.time_out",
    "stand": "recovery.permit_standing",
    "discharge": "discharge.permit",
    "repeat": "repeat.decide",
    "clear": "clearance.clear",
    "close": "closure.close",
}
"""Each permit by a short name; a booking is the firm one."""

BEFORE_A_NEEDLE = ("decide", "book", "time_out", "repeat")

STOP, HOLD, ADVISE, NOTHING = "stop", "hold", "advise", "nothing"
LOOK = "look"
"""It belongs to this headache as well: it is shown, and at most a hold. Both can be right."""
BLOCK = "block"
"""It blocks: sources leave open whether a physician may go on with a reason, or must examine."""

ACCEPTED: Mapping[str, frozenset[str]] = {
    STOP: frozenset({STOP}),
    HOLD: frozenset({HOLD}),
    ADVISE: frozenset({ADVISE}),
    NOTHING: frozenset({NOTHING, ADVISE}),
    LOOK: frozenset({ADVISE, HOLD}),
    BLOCK: frozenset({HOLD, STOP}),
}
"""What the product may answer. Advice more than asked for is no fault here; a hold more is one."""


@dataclass(frozen=True, kw_only=True)
class Owed:
    """What somebody must do about it, and within how many minutes of its being recorded."""

    role: str
    minutes: int


AT_ONCE = Owed(role="physician", minutes=15)
"""design 13 (alert.sla: acknowledged within 15 minutes); A2 at home, A3 in the house."""
TREATED = Owed(role="physician", minutes=60)
"""evidence 2.2: severe pressure is treated within 30 to 60 minutes (from memory)."""


@dataclass(frozen=True, kw_only=True)
class Meaning:
    """What one word does. A permit that is not named is not judged: no source says it."""

    at: Mapping[str, str]
    house: Owed | None = None
    home: Owed | None = None

    def but(self, **at: str) -> "Meaning":
        return replace(self, at={**self.at, **at})

    def home_call(self) -> "Meaning":
        """A sign for which she was told to call (evidence 7, return precautions)."""
        return replace(self, home=AT_ONCE)

    def called_for(self) -> "Meaning":
        return replace(self, home=AT_ONCE, house=AT_ONCE)


def before_a_needle(level: str, **at: str) -> Meaning:
    return Meaning(at={**dict.fromkeys(BEFORE_A_NEEDLE, level), **at})


# design: a stop ends only by a physician's review, and each permit asks anew. A3: standing is
# stopped. A19: discharge too. evidence 13: no all-clear, no end with a red flag open.
STOPS = Meaning(at=dict.fromkeys(PERMITS, STOP), house=AT_ONCE, home=AT_ONCE)

# The same, where the sources leave open whether a physician may go on with a reason.
BLOCKS = replace(STOPS, at=dict.fromkeys(PERMITS, BLOCK))

# evidence 2.2, spine row, names severe back pain; the stops of design do not.
BAD_BACK = Meaning(
    at={**dict.fromkeys((*BEFORE_A_NEEDLE, "stand", "clear"), BLOCK)},
    house=AT_ONCE,
    home=AT_ONCE,
)

# design: other red flags are holds. evidence 13: no all-clear with one. She may stand up.
HOLDS = before_a_needle(HOLD, stand=NOTHING, clear=HOLD)

# evidence 4.1: fever or infection defers; 9: fever after a patch goes to the infection path.
INFECTION = HOLDS.but(discharge=HOLD).home_call()

# evidence 2.2: another diagnosis explains it, or a posture that this headache does not have.
NOT_THIS_HEADACHE = before_a_needle(HOLD, stand=NOTHING, discharge=NOTHING)

# evidence 2.1, 8.3: the collection belongs to low pressure; it kills when nobody follows it.
COLLECTION = before_a_needle(HOLD, stand=NOTHING, clear=HOLD, close=HOLD)

# A16: a leak through skin, from surgery or from a device is the surgeon's first.
SURGEON = before_a_needle(HOLD, stand=NOTHING)

# evidence 2.2 and 3.1; A19: severe pressure holds the discharge.
SEVERE_PRESSURE = Meaning(
    at={**dict.fromkeys((*BEFORE_A_NEEDLE, "discharge", "clear"), HOLD)},
    house=TREATED,
    home=TREATED,
)
HIGH_PRESSURE = before_a_needle(HOLD, stand=NOTHING)

# evidence 1.4; trial G: belongs to this headache, a nerve or the hearing speaks for a patch.
BELONGS = Meaning(at={"decide": LOOK, "repeat": LOOK, "stand": NOTHING})

# evidence 2.2: lowers the threshold for imaging, and holds nothing back by itself.
BACKGROUND = Meaning(
    at={"decide": ADVISE, **dict.fromkeys(("stand", "discharge", "clear", "close"), NOTHING)}
)

# evidence 4.1: coagulopathy holds the needle; she may stand up and go home with it. evidence 13
# gives no all-clear with any red flag: whether this is one there is not judged.
CLOTTING = Meaning(
    at={"decide": LOOK, "time_out": HOLD, **dict.fromkeys(("stand", "discharge"), NOTHING)}
)

# evidence 4.1: relative, discussed with those who treat it (design: relative is a hold).
BLOOD_CANCER = CLOTTING

# evidence 4.1: caution; imaging guidance, or another level.
BACK = BACKGROUND.but(decide=NOTHING, time_out=LOOK)

# evidence 4.1: no contraindication, or another technique: somebody must have been told.
TECHNIQUE = BACK

# evidence 9: common after a patch. It is an adverse effect until somebody has looked (T14), so
# that all-clear and end wait for that; the word itself holds no needle.
COMPLAINT = Meaning(at={**dict.fromkeys((*BEFORE_A_NEEDLE, "stand"), NOTHING)})

# No rule may make anything of it.
SILENT = Meaning(at=dict.fromkeys(PERMITS, NOTHING))

# The sources do not say enough to judge; each word stands with its reason.
UNJUDGED = Meaning(at={})


def of(meaning: Meaning, words: str) -> dict[str, Meaning]:
    """Words without a space inside, separated by spaces."""
    return dict.fromkeys(words.split(), meaning)

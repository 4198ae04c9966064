"""How the headache began, how it behaves with posture, and how it goes on."""

from tests.safety.told.levels import (
    BELONGS,
    HOLDS,
    LOOK,
    NOT_THIS_HEADACHE,
    NOTHING,
    SILENT,
    STOPS,
    UNJUDGED,
    Meaning,
    of,
)

POSTURE_LOST = HOLDS.home_call()
"""evidence 2.2, row 2; 7: "changed (non-postural, worse lying)" is a reason to call."""

ONSET: dict[str, Meaning] = {
    # A1; evidence 2.2, thunderclap row; design, stops.
    "sudden": STOPS,
    "gradual": SILENT,
    # evidence 2.2, row 3; A1: told as a date, and counted in days.
    "7 days after": NOT_THIS_HEADACHE,
    "7 days after, as told": NOT_THIS_HEADACHE,
    "1 day after, as told": SILENT,
}

POSTURE: dict[str, Meaning] = {
    # A1: never postural, or worse lying.
    "never": POSTURE_LOST,
    "worse lying": POSTURE_LOST,
    "the same": POSTURE_LOST,
    "worse upright": SILENT,
}

BEFORE = Meaning(at=dict.fromkeys(("decide", "book", "time_out", "stand"), NOTHING))

COURSE: dict[str, Meaning] = {
    "reversed_posture": POSTURE_LOST,
    # evidence 2.2, row 4: worsening in spite of care; trial B: a relapse charted as worse.
    "worsening": BELONGS,
    # evidence 8: came back or stays: why a patch is thought of. What it says about an all-clear
    # is asked of pain and contacts.
    **of(BEFORE, "recurred persisting unchanged"),
    **of(SILENT, "resolved improving"),
}
"""How the headache goes on, before the patch."""

AFTER: dict[str, Meaning] = {
    # The headache is there: no all-clear and no end; each contact says it in other words.
    "worse": Meaning(at={"repeat": LOOK}),
    # evidence 2.2, row 2.
    "reversed_posture": Meaning(at={"repeat": "hold", "clear": "hold"}).home_call(),
    "same": Meaning(at={"repeat": NOTHING}),
    **of(SILENT, "better none"),
}
"""How the headache is at a contact."""

RELIEF: dict[str, Meaning] = {
    # evidence 2.2, row 4: worse after a patch.
    "worse": Meaning(at={"repeat": LOOK}),
    **of(Meaning(at={"repeat": NOTHING}), "none slight partial moderate better"),
    **of(SILENT, "complete near_complete marked"),
    "lasting_not_told": UNJUDGED,
}
"""What the patch did."""

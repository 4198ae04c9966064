"""The red flags at a glance: what is open, what nobody asked, when somebody asked last."""

from typing import Any

from bloodpatch.doors.staff import addresses
from bloodpatch.doors.staff.acts.command_response import standing
from bloodpatch.doors.staff.episode_desk import Desk
from bloodpatch.doors.staff.episodes import pain_curve
from bloodpatch.doors.ui.times import moment
from bloodpatch.pathway.rules import red_flag
from bloodpatch.pathway.treatment import ACTS

DECISION, SCREEN = "assessment.decide_patch", "assessment.screen_red_flags"


def flags(desk: Desk) -> dict[str, Any]:
    """What stands between this patient and a decision, as far as red flags call for it."""
    asked = red_flag.asked_at(desk.episode)
    found = (f for f in desk.stands(DECISION) if f.code.startswith(("red_flag.", "workup.")))
    flags = standing(desk, ACTS[DECISION], found)
    ask = addresses.to_act(desk.id, SCREEN)
    return {
        "flags": flags,
        "ask": "" if any(link.href == ask for one in flags for link in one.links) else ask,
        "asked_at": moment(asked) if asked else "",
        "chart": pain_curve.chart(desk),
    }

"""The red flags at a glance: what is open, what nobody asked, when somebody asked last."""

from typing import Any

from bloodpatch.doors.staff import addresses
from bloodpatch.doors.staff.acts.command_response import standing
from bloodpatch.doors.staff.episode_desk import Desk
from bloodpatch.doors.staff.episodes import pain_curve
from bloodpatch.doors.ui.times import exactly
from bloodpatch.pathway.clinical import RED_FLAGS_ASKED
from bloodpatch.pathway.rules import red_flag
from bloodpatch.pathway.treatment import ACTS

DECISION, SCREEN = "assessment.decide_patch", "assessment.screen_red_flags"
SPEAK_OF_FLAGS = ("red_flag.", "workup.", "vital_signs.", "fever.")


def flags(desk: Desk) -> dict[str, Any]:
    """What stands between this patient and a decision, as far as red flags call for it."""
    found = (f for f in desk.stands(DECISION) if f.code.startswith(SPEAK_OF_FLAGS))
    flags = standing(desk, ACTS[DECISION], found)
    ask = addresses.to_act(desk.id, SCREEN)
    return {
        "flags": flags,
        "ask": "" if any(link.href == ask for one in flags for link in one.links) else ask,
        "asked_at": last_asked(desk),
        "chart": pain_curve.chart(desk),
    }


def last_asked(desk: Desk) -> str:
    """When the oldest of the answers that stand was given, no more exact than it is known."""
    newest = red_flag.answers(desk.episode)
    if any(flag not in newest for flag in RED_FLAGS_ASKED):
        return ""
    oldest = min((newest[flag] for flag in RED_FLAGS_ASKED), key=lambda h: h.occurred.earliest)
    return exactly(oldest.occurred)

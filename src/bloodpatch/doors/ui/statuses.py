"""The status vocabulary: a closed list, each with its colour, its shape and its word.

All three are always shown. The word may be made exact ("Late 9 min", "Due 14:41"), never left out.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Status(StrEnum):
    LATE = "late"  # its time has passed and a person must act; the word says how late
    DUE = "due"  # its time is near, or now
    RUNNING = "running"  # a clock is going and nothing is wrong
    WAITING = "waiting"  # somebody else acts first
    DONE = "done"  # recorded, with name and time
    STOP = "stop"  # cannot be overridden
    HOLD = "hold"  # a named physician may override it, with a reason
    OVERRIDDEN = "overridden"  # was a hold; name, time and reason stand beside it
    ADVISE = "advise"  # shown, never blocks
    NOT_ASKED = "not_asked"  # unknown; never "no"
    ALL_CLEAR = "all_clear"  # a physician's act, with name and time
    LIVE = "live"  # the screen is as old as its last heartbeat
    STALE = "stale"  # more than 10 seconds old
    NOT_LIVE = "not_live"  # more than 30 seconds old: rows hide


@dataclass(frozen=True)
class Look:
    """`shape` is a name of `shapes.SHAPES`; `word` is what stands beside it when nothing more
    exact is known. The colour is the class `tag-<status>` of the style sheet."""

    shape: str
    word: str | Promise


LOOKS: Mapping[Status, Look] = {
    Status.LATE: Look("triangle", _("Late")),
    Status.DUE: Look("clock-face", _("Due")),
    Status.RUNNING: Look("ring-running", _("Running")),
    Status.WAITING: Look("ring", _("Waiting")),
    Status.DONE: Look("disc-tick", _("Done")),
    Status.STOP: Look("octagon", _("Stop")),
    Status.HOLD: Look("square-pause", _("Hold")),
    Status.OVERRIDDEN: Look("square-struck", _("Overridden")),
    Status.ADVISE: Look("disc-i", _("Advise")),
    Status.NOT_ASKED: Look("ring-query", _("Not asked")),
    Status.ALL_CLEAR: Look("seal-tick", _("All-clear")),
    Status.LIVE: Look("dot-waves", pgettext_lazy("the screen is up to date", "Live")),
    Status.STALE: Look("clock-back", _("Old")),
    Status.NOT_LIVE: Look("dot-struck", _("Not live")),
}

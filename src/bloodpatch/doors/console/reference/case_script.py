"""case-script.md: how a case is written down for `bloodpatch replay`, in that verb's own words."""

from importlib import import_module

from bloodpatch.doors.console.reference.markdown import Page, paragraphs
from bloodpatch.doors.console.reference.markdown import page as made

ABOUT = "How a case is written down so that `bloodpatch replay` can play it."
REPLAY = "bloodpatch.doors.console.replay"


def page() -> Page:
    said = (paragraphs(import_module(name).__doc__) for name in (REPLAY, f"{REPLAY}.script"))
    return made("case-script", "Case scripts", ABOUT, *said)

"""The pages of the reference, each made from the code that it describes. See `docs.py`."""

from collections.abc import Callable

from bloodpatch.doors.console.reference import (
    case_script,
    commands,
    console,
    contents,
    events,
    findings,
    protocol,
    stages,
)
from bloodpatch.doors.console.reference.markdown import Page

DESCRIBED: tuple[Callable[[], Page], ...] = (
    stages.page,
    commands.page,
    events.page,
    findings.page,
    protocol.page,
    case_script.page,
    console.page,
)


def all_pages() -> Page:
    return contents.page(tuple(make() for make in DESCRIBED))


PAGES: tuple[Callable[[], Page], ...] = (all_pages, *DESCRIBED)

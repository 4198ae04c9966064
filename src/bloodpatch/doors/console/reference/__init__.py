"""The pages of the reference, each made from the code that it describes. See `docs.py`."""

from collections.abc import Callable, Mapping

from bloodpatch.doors.console.reference import (
    case_script,
    commands,
    console,
    contents,
    events,
    findings,
    protocol,
    replay_answer,
    stages,
    told_times,
    values,
    which_command,
)
from bloodpatch.doors.console.reference.markdown import Page

DESCRIBED: tuple[Callable[[], Page], ...] = (
    stages.page,
    commands.page,
    events.page,
    findings.page,
    protocol.page,
    case_script.page,
    which_command.page,
    values.page,
    told_times.page,
    replay_answer.page,
    console.page,
)


def all_pages() -> Page:
    return contents.page(tuple(make() for make in DESCRIBED))


PAGES: tuple[Callable[[], Page], ...] = (all_pages, *DESCRIBED)

SCHEMAS: Mapping[str, Callable[[], str]] = {replay_answer.FILE: replay_answer.schema_text}
"""Files for programs that stand beside the pages."""

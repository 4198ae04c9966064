"""How a line of the log is written: what failed and where in the code, never what was in it.

The text of an exception may be what somebody typed, or a row of a patient that the database names;
so a trace is written with its places and kinds, and without its texts.
"""

import logging
import traceback
from types import TracebackType

ExcInfo = tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]


class Line(logging.Formatter):
    def formatException(self, ei: ExcInfo) -> str:  # noqa: N802  the name is logging's
        told: list[str] = []
        error = ei[1]
        while error is not None:
            kind = type(error)
            frames = "".join(traceback.format_tb(error.__traceback__))
            told.append(f"{frames}{kind.__module__}.{kind.__qualname__}")
            shown = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
            error = shown
        return "\nwhich came from\n".join(told)

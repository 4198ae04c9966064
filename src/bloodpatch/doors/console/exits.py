"""How the `bloodpatch` command ends: its exit codes, and the refusal that carries one of them.

A refusal says three things: what is so, why that stops us, and what to do now. Whoever runs the
machine at night reads a sentence; a traceback is for whoever asks for one (BLOODPATCH_TRACE=1).
"""

from collections.abc import Mapping
from enum import IntEnum


class Exit(IntEnum):
    DONE = 0
    FAULT = 1
    USAGE = 2
    FOLDER = 3
    PORT = 4
    REFUSED = 5
    SETUP = 6
    UNFORESEEN = 70
    INTERRUPTED = 130


MEANING: Mapping[Exit, str] = {
    Exit.DONE: "done, and all was well",
    Exit.FAULT: "done, and something was found that needs a person; it is printed",
    Exit.USAGE: "the command or a script was not understood; what is wrong is printed",
    Exit.FOLDER: "the data folder cannot be used",
    Exit.PORT: "the address or the port cannot be served on",
    Exit.REFUSED: "refused, because it could harm: demo and clinic are never mixed",
    Exit.SETUP: "a setting or the database does not permit a start",
    Exit.UNFORESEEN: "a fault of the software; BLOODPATCH_TRACE=1 shows where",
    Exit.INTERRUPTED: "stopped from the keyboard before it was done",
}


class Refusal(Exception):
    """Ends the command with a sentence and a code."""

    def __init__(self, code: Exit, what: str, *, why: str = "", now: str = "") -> None:
        super().__init__(" ".join(part for part in (what, why, now) if part))
        self.code = code


def table() -> str:
    """The codes as people read them, for `bloodpatch --help` and the generated pages."""
    return "\n".join(f"  {code:>3}  {MEANING[code]}" for code in Exit)

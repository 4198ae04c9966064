"""`bloodpatch worker`: what must be done each minute, in a process of its own.

`bloodpatch serve` does the same in a thread; this verb is for installations with several
processes, of which one works. Each round anchors every chain that has moved, and writes the looks
that a full disk had held up. A round that fails is told and tried again at the next minute: the
worker itself never ends by a fault.
"""

import signal
import sys
import threading
from argparse import ArgumentParser, Namespace
from collections.abc import Callable

from bloodpatch.clinic import access_log_buffer
from bloodpatch.doors.console import wired_record
from bloodpatch.doors.console.exits import Exit

EVERY_SECONDS = 60
VARIABLE = "BLOODPATCH_WORKER_THREAD"
"""Set by `serve` for the process that answers: it works in a thread of its own."""


def words(parser: ArgumentParser) -> None:
    parser.add_argument("--once", action="store_true", help="one round, then end")


def run(said: Namespace) -> Exit:
    stop = threading.Event()
    for name in (signal.SIGINT, signal.SIGTERM):
        signal.signal(name, lambda *_: stop.set())
    work(stop, once=said.once)
    return Exit.DONE


def work(stop: threading.Event, *, once: bool = False) -> None:
    """Rounds until told to stop."""
    anchors = wired_record.anchors()
    while not stop.is_set():
        tried("Anchors were not written", lambda: anchors.drop(wired_record.record()))
        tried("Looks that wait were not written", access_log_buffer.settle)
        if once or stop.wait(EVERY_SECONDS):
            return


def tried(failed: str, work: Callable[[], object]) -> None:
    """What one of them cannot do must not keep the other from its work, nor end the worker."""
    try:
        work()
    except Exception as fault:
        print(f"{failed}: {fault}", file=sys.stderr, flush=True)

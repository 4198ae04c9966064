"""Answering: one process with threads, until it is told to stop."""

import os
import sys
import threading
import time
from http.client import HTTPConnection, HTTPException

from granian import Granian
from granian.constants import Interfaces
from granian.log import LogLevels

from bloodpatch.doors.console import first_start, worker
from bloodpatch.doors.console.exits import Exit, Refusal

APPLICATION = "bloodpatch.config.wsgi:application"
# More than the cores: a thread that waits for the disk or for the one writer is not working.
THREADS = 8
# A page that is still being made gets this long when the server stops. What was acknowledged is on
# disk long before, so ending it then loses nothing.
GRACE_SECONDS = 2
PATIENCE_SECONDS = 30


def serve(host: str, port: int) -> Exit:
    first_start.let_go()
    # The process that answers also does what must be done each minute (config.background).
    os.environ[worker.VARIABLE] = "1"
    server = Granian(
        APPLICATION,
        address=host,
        port=port,
        interface=Interfaces.WSGI,
        workers=1,
        blocking_threads=THREADS,
        workers_kill_timeout=GRACE_SECONDS,
        log_level=LogLevels.error,
    )

    def announce() -> None:
        threading.Thread(target=_announce, args=(host, port), daemon=True).start()

    server.on_startup(announce)
    try:
        server.serve()
    except SystemExit as ended:
        if ended.code:
            raise Refusal(
                Exit.SETUP,
                "The process that answers ended by itself.",
                why="What it said stands above.",
                now="`bloodpatch doctor` checks this installation.",
            ) from ended
    print("Stopped.")
    return Exit.DONE


def _announce(host: str, port: int) -> None:
    """Say where the clinic is as soon as it answers, and not before."""
    reached = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(host, host)  # noqa: S104
    for _ in range(PATIENCE_SECONDS * 20):
        if _answers(reached, port):
            break
        time.sleep(0.05)
    else:
        print("Nothing answers yet; the first page is slow to come.", file=sys.stderr)
    shown = f"[{host}]" if ":" in host else host
    print(f"Bloodpatch is at http://{shown}:{port}/   (Ctrl-C stops it)", flush=True)


def _answers(host: str, port: int) -> bool:
    visit = HTTPConnection(host, port, timeout=5)
    try:
        visit.request("HEAD", "/")
        visit.getresponse()
    except (OSError, HTTPException):
        return False
    finally:
        visit.close()
    return True

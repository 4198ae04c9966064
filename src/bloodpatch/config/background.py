"""The worker as a thread of `serve`: one command is a whole clinic.

Only `serve` asks for it, by the environment, so that a second application process of a larger
installation does not work beside `bloodpatch worker`.
"""

import os
import threading

from django.db import connections

from bloodpatch.doors.console import worker


def start() -> threading.Event | None:
    """Begin to work; the event ends it. None where nobody asked for it."""
    if not os.environ.get(worker.VARIABLE):
        return None
    stop = threading.Event()
    threading.Thread(target=_work, args=(stop,), name="worker", daemon=True).start()
    return stop


def _work(stop: threading.Event) -> None:
    try:
        worker.work(stop)
    finally:
        connections.close_all()

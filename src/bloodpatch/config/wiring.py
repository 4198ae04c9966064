"""Who is told what, across floors that may not import each other.

A lower floor that needs something of a higher one offers a place for it; here it is filled.
"""

from django.conf import settings

from bloodpatch.config import clock


def wire() -> None:
    """Called once, when all apps are loaded. Order matters only where a comment says so."""
    if settings.DEMO:
        # The demo's history is played at its own times; then its clock goes on with the day.
        clock.own(clock.OwnedClock(clock.now(), runs=True))
    # WITHIN: what joins the transaction of `record.handle` (slot claims, outbox rows) goes here.

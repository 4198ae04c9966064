"""Who looked at whom. Written before anything is shown: what cannot be logged is not shown.

One exception: while the disk is full, reading goes on, and its lines wait in `unwritten`.

Looks of one person at one episode within a minute are one look, so that a page that asks again
each second does not bury the question "who has seen this?".
"""

from datetime import datetime, timedelta

from bloodpatch.clinic import access_log_buffer
from bloodpatch.clinic.models import AccessLog
from bloodpatch.pathway.events import Actor

ONE_LOOK = timedelta(minutes=1)

# One person needs a few dozen patients in a day. Four times the busiest hour is somebody who
# collects them: the next look is refused, and said aloud in the security log.
HARVEST_WINDOW = timedelta(hours=1)
HARVEST_LIMIT = 120

READING = ("looked", "searched", "refused")
"""What changes nothing, and may be written down late."""


def seen_just_now(
    actor: Actor, *, now: datetime, route: str, episode: str = "", patient: str = ""
) -> bool:
    """Whether this would be the same look once more."""
    look = {
        "staff": actor.id, "what": "looked", "episode": episode, "patient": patient, "route": route
    }  # fmt: skip
    since = now - ONE_LOOK
    waiting = (row for row in access_log_buffer.rows() if since < row.at <= now)
    if any(all(getattr(row, name) == said for name, said in look.items()) for row in waiting):
        return True
    return AccessLog.objects.filter(**look, at__gt=since, at__lte=now).exists()


def looked(
    actor: Actor, *, now: datetime, route: str, episode: str = "", patient: str = ""
) -> None:
    _write(actor, "looked", now, route=route, episode=episode, patient=patient)


def changed(
    actor: Actor, *, now: datetime, route: str, episode: str = "", patient: str = ""
) -> None:
    """Something was sent for this episode; what came of it, the record says."""
    _write(actor, "changed", now, route=route, episode=episode, patient=patient)


def searched(actor: Actor, *, now: datetime, route: str) -> None:
    """What was typed is not kept: it is somebody's name."""
    _write(actor, "searched", now, route=route)


def refused(
    actor: Actor, *, now: datetime, route: str, why: str, episode: str = "", patient: str = ""
) -> None:
    _write(actor, "refused", now, route=route, why=why, episode=episode[:40], patient=patient[:20])


def erased(actor: Actor, patient: str, now: datetime) -> None:
    _write(actor, "erased", now, patient=patient)


def harvesting(actor: Actor, now: datetime) -> bool:
    """Whether this person has asked for more different people than care can explain."""
    since = now - HARVEST_WINDOW
    waiting = [r for r in access_log_buffer.rows() if r.staff == actor.id and r.at > since]
    lately = AccessLog.objects.filter(staff=actor.id, at__gt=since, what__in=READING)
    met = set(lately.exclude(what="searched").values_list("episode", "patient").distinct())
    met |= {(r.episode, r.patient) for r in waiting if r.what != "searched"}
    searches = lately.filter(what="searched").count()
    searches += sum(r.what == "searched" for r in waiting)
    return len(met) + searches >= HARVEST_LIMIT


def who_saw(clinic: str, *, episode: str = "", patient: str = "") -> tuple[AccessLog, ...]:
    """Every look at an episode or a person, newest first: the answer a patient may ask for."""
    rows = AccessLog.objects.filter(clinic=clinic)
    rows = rows.filter(episode=episode) if episode else rows.filter(patient=patient)
    return tuple(rows.order_by("-at", "-id"))


def _write(actor: Actor, what: str, now: datetime, **said: str) -> None:
    row = AccessLog(at=now, clinic=actor.clinic, staff=actor.id, role=actor.role, what=what, **said)
    try:
        row.save(force_insert=True)
    except Exception as error:
        if not access_log_buffer.is_full(error):
            raise
        access_log_buffer.met()
        if what not in READING or not access_log_buffer.keep(row):
            raise
    else:
        access_log_buffer.written()

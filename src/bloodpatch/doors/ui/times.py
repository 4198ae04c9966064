"""How a time is written for people: "Mon 16 Nov 14:06".

Instants come in as aware datetimes and are shown in the zone that is active for this request (the
clinic's; Django's `timezone.activate`). A `When` brings its own zone and its precision, and the
precision is always said: an hour that nobody knows is never shown as midnight.
"""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from django.utils import dateformat, timezone
from django.utils.translation import gettext as _

from bloodpatch.pathway.values import Precision, When
from bloodpatch.pathway.values.units import (
    MINUTES_A_DAY,
    MINUTES_AN_HOUR,
    SECONDS_A_MINUTE,
    SECONDS_AN_HOUR,
)


def local(instant: datetime) -> datetime:
    if timezone.is_naive(instant):
        raise ValueError(
            "A time without its zone cannot be shown: nobody could tell what it means."
        )
    return timezone.localtime(instant)


def clock(instant: datetime, *, seconds: bool = False) -> str:
    """14:06, or 14:06:10: of the day that stands beside it."""
    return dateformat.format(local(instant), "H:i:s" if seconds else "H:i")


def day(of: datetime | date) -> str:
    """Mon 16 Nov."""
    shown = local(of) if isinstance(of, datetime) else of
    return dateformat.format(shown, "D j M")


def long_day(of: datetime | date) -> str:
    """Mon 16 November."""
    shown = local(of) if isinstance(of, datetime) else of
    return dateformat.format(shown, "D j F")


def born(of: date) -> str:
    """4 Mar 1995: the year in full, the month never a number."""
    return dateformat.format(of, "j M Y")


def moment(instant: datetime) -> str:
    """Mon 16 Nov 14:06."""
    return f"{day(instant)} {clock(instant)}"


def patient_clock(instant: datetime) -> str:
    """2:06 pm: patients in English read no 24-hour clock."""
    return dateformat.format(local(instant), "g:i a").replace(".", "")


def exactly(when: When) -> str:
    """A `When`, no more exact than it is known."""
    here = when.at.astimezone(ZoneInfo(when.zone))
    on = dateformat.format(here, "D j M")
    match when.precision:
        case Precision.MINUTE:
            return f"{on} {here:%H:%M}"
        case Precision.HOUR:
            return _("%(day)s about %(hour)s h") % {"day": on, "hour": f"{here:%H}"}
        case Precision.DAY:
            return _("%(day)s, hour not known") % {"day": on}
        case _:
            return _("time not known")


def span(minutes: float) -> str:
    """9 min, 1 h 40 min, 3 days: how long, said as one would."""
    whole = int(minutes)
    if whole < 100:
        return _("%(n)d min") % {"n": whole}
    if whole < 2 * MINUTES_A_DAY:
        hours, rest = divmod(whole, MINUTES_AN_HOUR)
        said = _("%(n)d h") % {"n": hours}
        return f"{said} {_('%(n)d min') % {'n': rest}}" if rest and hours < 10 else said
    return _("%(n)d days") % {"n": whole // MINUTES_A_DAY}


def stopwatch(lasted: timedelta) -> str:
    """38:52, 1:02:08: minutes and seconds, with the hours when there are any; never negative."""
    seconds = max(0, int(lasted.total_seconds()))
    hours, rest = divmod(seconds, SECONDS_AN_HOUR)
    minutes, left = divmod(rest, SECONDS_A_MINUTE)
    return f"{hours}:{minutes:02}:{left:02}" if hours else f"{minutes}:{left:02}"

"""The few facts of a person that a decision may know: age, language, an open question of identity.

They are read in the transaction of the decision, and what was used is copied into the event.
"""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from bloodpatch.clinic import duplicates
from bloodpatch.clinic.models import EpisodeOf
from bloodpatch.pathway.context import Facts


def age_years(born: date, at: datetime, zone: str) -> int:
    """Whole years lived at an instant, by the calendar of the clinic's zone.

    Somebody born on 29 February is a year older on 1 March of a common year: the later of the
    two customs, so that nobody is taken for an adult a day too early.
    """
    today = at.astimezone(ZoneInfo(zone)).date()
    return today.year - born.year - ((today.month, today.day) < (born.month, born.day))


MONTHS_A_YEAR = 12
TOLD_IN_YEARS_FROM = 2
"""Younger than this, the year is too coarse: a child is so many months or days old."""


def age_in_words(born: date, at: datetime, zone: str) -> str:
    """As one says it: 31 years, 4 months, 12 days."""
    years = age_years(born, at, zone)
    if years >= TOLD_IN_YEARS_FROM:
        return counted(years, "year")
    today = at.astimezone(ZoneInfo(zone)).date()
    months = (today.year - born.year) * MONTHS_A_YEAR + today.month - born.month
    months -= today.day < born.day
    return counted(months, "month") if months > 0 else counted((today - born).days, "day")


def counted(number: int, unit: str) -> str:
    return f"{number} {unit}" if number == 1 else f"{number} {unit}s"


def facts(clinic: str, episode: str, at: datetime, *, other_open_draws: int = 0) -> Facts:
    """What the clinic knows of the person of this episode. An erased or unknown person: nothing."""
    line = (
        EpisodeOf.objects.filter(clinic_id=clinic, episode=episode)
        .select_related("patient", "clinic")
        .first()
    )
    if line is None:
        return Facts(other_open_draws=other_open_draws)
    patient = line.patient
    return Facts(
        age_years=age_years(patient.born, at, line.clinic.zone) if patient.born else None,
        language=patient.language or None,
        unresolved_duplicate=duplicates.unresolved_duplicate(patient.pk),
        other_open_draws=other_open_draws,
    )

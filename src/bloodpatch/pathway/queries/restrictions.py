"""What the patient is asked to leave alone after going home (T11)."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from bloodpatch.pathway.episode import Round
from bloodpatch.pathway.protocol import Protocol
from bloodpatch.pathway.values import When


@dataclass(frozen=True, kw_only=True)
class Restricted:
    """One thing that the patient is asked to leave alone.

    `until` None: until a physician has cleared normal activity (T12). `sentence` has `{until}`
    and `{kg}` to be filled in by the page or leaflet, in its language's form of a date.
    """

    code: str
    sentence: str
    until: date | None
    lift_limit_kg: int


def restrictions(
    round: Round, protocol: Protocol, leaving: When | None = None
) -> tuple[Restricted, ...]:
    """T11: counted from the departure on the calendar of the place; before it, from `leaving`."""
    departed = round.discharge.departed
    left = departed.occurred if departed else leaving
    if left is None:
        return ()
    day = When(left.latest, left.zone, left.precision).local.date()
    section = protocol.discharge
    return tuple(
        Restricted(
            code=row.code,
            sentence=row.sentence,
            until=None if row.days is None else day + timedelta(days=row.days),
            lift_limit_kg=section.lift_limit_kg,
        )
        for row in section.restrictions
    )


def no_driving_until(round: Round, protocol: Protocol) -> datetime | None:
    """T5: counted from the last sedation; None where there was none."""
    sedated = round.procedure.sedated(protocol.preparation.sedatives)
    if sedated is None:
        return None
    hours = protocol.discharge.driving_after_sedation_hours
    return sedated.occurred.latest + timedelta(hours=hours)

"""What the protocol says about discharge (T11): scores, restrictions, driving, lifting."""

from dataclasses import dataclass

from bloodpatch.pathway.protocol.kinds import CODE, rows, sentence, whole


@dataclass(frozen=True, kw_only=True)
class Restriction:
    """One thing that the patient is asked to leave alone, and until when.

    `days` None: until a physician has cleared normal activity (T12). The sentence holds no
    figure of its own, so that it cannot disagree with the values: `{until}` and `{kg}` are
    filled in by the door that shows it.
    """

    code: str = CODE
    sentence: str = sentence("What the patient reads", fill=("until", "kg"))
    days: int | None = whole(
        "For this many days; left out, until a physician gives clearance",
        unit="d",
        low=1,
        high=42,
        optional=True,
    )


@dataclass(frozen=True, kw_only=True)
class Discharge:
    """What is needed to go home, and what the patient is asked to do there."""

    min_aldrete: int = whole(
        "After sedation: Aldrete score to leave the first phase of recovery",
        unit="Aldrete",
        low=9,
        high=10,
    )
    min_padss: int = whole("Discharge score to go home", unit="PADSS", low=9, high=10)
    reversal_observation_minutes: int = whole(
        "After a drug that reverses sedation, observed for at least", unit="min", low=60, high=360
    )
    driving_after_sedation_hours: int = whole(
        "After sedation no driving for", unit="h", low=24, high=72
    )
    adult_at_home_hours: int = whole(
        "After a patch an adult stays at home with the patient for", unit="h", low=12, high=48
    )
    lift_limit_kg: int = whole(
        "While lifting is restricted, lift no more than", unit="kg", low=2, high=10
    )
    restrictions: tuple[Restriction, ...] = rows(
        "What the patient is asked to leave alone, and until when", Restriction
    )

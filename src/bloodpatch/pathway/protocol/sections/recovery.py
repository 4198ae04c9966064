"""What the protocol says about recovery (T8 T9 T10): rest, observations, stand and walk."""

from dataclasses import dataclass

from bloodpatch.pathway.protocol.kinds import ascending, whole


@dataclass(frozen=True, kw_only=True)
class Recovery:
    """How long the patient lies, when somebody looks, and what standing up means."""

    rest_minutes: int = whole(
        "The patient rests lying flat after the patch for", unit="min", low=30, high=240
    )
    rest_advise_under_minutes: int = whole(
        "A rest shorter than this is shown with the note that a trial favours longer",
        unit="min",
        low=30,
        high=120,
    )
    observation_minutes: tuple[int, ...] = ascending(
        "Observations are due at these times after the rest began",
        unit="min",
        low=0,
        high=240,
        first=0,
    )
    observation_then_every_minutes: int = whole(
        "After the last of these times, observations go on every", unit="min", low=15, high=120
    )
    observation_grace_minutes: int = whole(
        "An observation counts as overdue when late by more than", unit="min", low=0, high=15
    )
    walk_metres: int = whole("Stand-and-walk test: walk at least", unit="m", low=5, high=50)
    lie_down_again_minutes: int = whole(
        "After a failed stand-and-walk test the patient lies flat again for",
        unit="min",
        low=30,
        high=120,
    )
    failed_tests_before_physician: int = whole(
        "After this many failed tests a physician decides what follows", unit="", low=1, high=3
    )

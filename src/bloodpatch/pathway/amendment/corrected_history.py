"""The corrected list: the history without what was struck, with what was put right.

The state of an episode is the fold of this list; the history itself stays as it is.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from bloodpatch.pathway.amendment.events import (
    Corrected,
    Struck,
)
from bloodpatch.pathway.amendment.statements import Correction
from bloodpatch.pathway.events import Happened
from bloodpatch.pathway.statements import of_plain, plain_fields, stated
from bloodpatch.pathway.values import Count, ValueFault, When


def corrected(history: Iterable[Happened[Any]]) -> tuple[Happened[Any], ...]:
    """The history with struck events left out and corrected fields put right.

    A strike or a correction may itself be struck or corrected, so the list is read from the
    newest back: where an entry is reached, everything that was said about it is known. A word is
    only ever about what stood before it, and the newest word about a field holds.
    """
    struck: set[int] = set()
    changes: dict[int, dict[str, Any]] = {}
    standing: list[Happened[Any]] = []
    for happened in reversed(tuple(history)):
        if happened.position in struck:
            continue
        if happened.position in changes:
            happened = put_right(happened, changes[happened.position])
        standing.append(happened)
        for position in spoken_of(happened):
            if isinstance(happened.event, Struck):
                struck.add(position)
            else:
                fields = changes.setdefault(position, {})
                fields.setdefault(happened.event.field.plain(), new_value(happened.event))
    return tuple(reversed(standing))


def spoken_of(happened: Happened[Any]) -> Iterator[int]:
    """The earlier entries that a strike or a correction is about; none for any other event."""
    about: tuple[Count, ...] = ()
    if isinstance(happened.event, Struck):
        about = happened.event.positions
    elif isinstance(happened.event, Corrected):
        about = (happened.event.position,)
    return (int(p.value) for p in about if int(p.value) < happened.position)


def put_right(happened: Happened[Any], changes: Mapping[str, Any]) -> Happened[Any]:
    """The event as it should have been recorded. Raises `ValueFault` where that cannot be."""
    kind = type(happened.event)
    known = {f.name for f in stated(kind)}
    if unknown := set(changes) - known - {"occurred"}:
        raise ValueFault(
            f"{', '.join(sorted(unknown))}: there is no such field.",
            f"The entry has: {', '.join(sorted(known)) or 'no fields'}; and occurred.",
            "Choose one of these.",
        )
    told = plain_fields(happened.event) | {n: v for n, v in changes.items() if n != "occurred"}
    kept = {name: value for name, value in told.items() if value is not None}
    occurred = When.of(changes["occurred"]) if "occurred" in changes else happened.occurred
    return replace(happened, event=of_plain(kind, kept), occurred=occurred)


def new_value(correction: Correction) -> Any:
    if correction.text is not None:
        return correction.text.plain()
    return None if correction.value is None else correction.value.plain()

"""Where an event is filed: a stream for each stage, in the order in which things happened.

A stage's state is nothing but its stream and the questions that it answers; so a late entry or
a correction needs no care of its own: it is filed where it belongs and the answers follow.
"""

from bisect import insort
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Self, TypeVar

from bloodpatch.pathway.events import Event, Happened

__all__ = ["StageStream", "last_of", "later", "question", "surely_later"]

E = TypeVar("E", bound=Event)


if TYPE_CHECKING:
    from functools import cached_property as question
else:

    class question:  # noqa: N801  reads as a word before a def, like `property`
        """A question to a stream, worked out once: a stream never changes, and the states of an
        episode share those into which nothing new was filed.

        Not `functools.cached_property`: before Python 3.12 that holds one lock for all streams
        while one of them answers.
        """

        def __init__(self, ask: Callable[[Any], Any]) -> None:
            self.func, self.name, self.__doc__ = ask, ask.__name__, ask.__doc__

        def __get__(self, stream: Any, owner: type) -> Any:
            if stream is None:
                return self
            # From now on Python finds the attribute of the stream itself, and asks no more.
            answer = stream.__dict__[self.name] = self.func(stream)
            return answer


@dataclass(frozen=True)
class StageStream:
    """The events of one stage, earliest first."""

    events: tuple[Happened[Any], ...] = ()

    @question
    def _of_kinds(self) -> dict[tuple[type[Event], ...], tuple[Happened[Any], ...]]:
        return {}

    def file(self, happened: Happened[Any]) -> Self:
        if not self.events or self.events[-1].order <= happened.order:
            return type(self)((*self.events, happened))
        filed = list(self.events)
        insort(filed, happened, key=lambda h: h.order)
        return type(self)(tuple(filed))

    def all(self, *kinds: type[E]) -> tuple[Happened[E], ...]:
        known = self._of_kinds
        if kinds not in known:
            known[kinds] = tuple(h for h in self.events if isinstance(h.event, kinds))
        return known[kinds]

    def latest(self, *kinds: type[E]) -> Happened[E] | None:
        found = self.all(*kinds)
        return found[-1] if found else None

    def first(self, *kinds: type[E]) -> Happened[E] | None:
        found = self.all(*kinds)
        return found[0] if found else None

    def has(self, *kinds: type[E]) -> bool:
        return bool(self.all(*kinds))


def last_of(candidates: Iterable[Happened[Any] | None]) -> Happened[Any] | None:
    """The one of several that happened last; None where there is none."""
    there = [h for h in candidates if h is not None]
    return max(there, key=lambda h: h.order, default=None)


def later(one: Happened[Any] | None, other: Happened[Any] | None) -> bool:
    """Whether `one` is there and happened after `other` (or `other` never did).

    Where a time is known roughly, its latest bound counts; so this orders what is on record. What
    opens a gate must be known to come after: `surely_later`.
    """
    return one is not None and (other is None or one.order > other.order)


def surely_later(one: Happened[Any] | None, other: Happened[Any] | None) -> bool:
    """Whether `one` came after `other` however roughly the two times are known.

    An examination of "the 3rd" is not known to follow a procedure at 14:00 on the 3rd.
    """
    if one is None or other is None:
        return one is not None
    return later(one, other) and one.occurred.earliest >= other.latest

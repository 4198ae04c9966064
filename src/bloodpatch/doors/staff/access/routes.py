"""Every address of this installation, with what it asks: read from the resolver itself.

So the table that is tested and approved cannot forget an address that was added yesterday.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from django.conf import settings
from django.urls import URLPattern, URLResolver, get_resolver

from bloodpatch.doors.staff.access.policies import Policy, policy_of


@dataclass(frozen=True)
class Route:
    name: str
    path: str
    view: Callable[..., object]

    @property
    def policy(self) -> Policy | None:
        return policy_of(self.view)

    @property
    def other_door(self) -> bool:
        return is_other_door(self.view)

    @property
    def unguarded(self) -> bool:
        return self.policy is None and not self.other_door


def every_route() -> tuple[Route, ...]:
    return tuple(_walk(get_resolver().url_patterns, "/", ""))


def is_other_door(view: object) -> bool:
    """Whether this view stands behind a door that has a guard of its own, as config names them."""
    home = getattr(view, "__module__", "") + "."
    return any(home.startswith(f"{door}.") for door in settings.DOORS_WITH_THEIR_OWN_GUARD)


def unguarded() -> tuple[str, ...]:
    """Addresses that say nothing about their visitor. There must be none."""
    return tuple(f"{r.path} ({r.name or 'no name'})" for r in every_route() if r.unguarded)


def table() -> Iterator[str]:
    """One line for each address and who may open it: compared with the approved file by a test."""
    for route in sorted(every_route(), key=lambda r: r.path):
        yield f"{route.path}  {_who(route)}"


def _who(route: Route) -> str:
    if route.policy is None:
        return "another door" if route.other_door else "NOBODY SAID"
    if route.policy.everybody:
        return "everybody"
    marks = [m for m in ("signing", "heartbeat") if getattr(route.policy, m)]
    return ", ".join([*sorted(route.policy.roles), *marks])


def _walk(patterns: Iterable[URLPattern | URLResolver], prefix: str, space: str) -> Iterator[Route]:
    for pattern in patterns:
        here = prefix + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            inner = f"{space}{pattern.namespace}:" if pattern.namespace else space
            yield from _walk(pattern.url_patterns, here, inner)
        else:
            yield Route(f"{space}{pattern.name or ''}", here, pattern.callback)

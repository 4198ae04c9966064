"""The states that were found, by number: how each was first reached, and every transition.

A patient can be explored in shares, each in a process of its own; `take_in` makes one graph of
two. A state that both found is one state, and what leads on from it counts once.
"""

from array import array
from dataclasses import dataclass, field
from itertools import islice


@dataclass
class Graph:
    """`cost` is how many unusual things led to a state; `parent` and `by` are its first way."""

    start: tuple[str, ...]
    labels: list[str]
    known: dict[bytes, int] = field(default_factory=dict)
    cost: bytearray = field(default_factory=bytearray)
    parent: "array[int]" = field(default_factory=lambda: array("l"))
    by: "array[int]" = field(default_factory=lambda: array("h"))
    sources: "array[int]" = field(default_factory=lambda: array("l"))
    targets: "array[int]" = field(default_factory=lambda: array("l"))
    closed: set[int] = field(default_factory=set)

    def reached(self, id: int, cost: int, parent: int, by: int) -> bool:
        """Whether a state is new, or is reached by fewer unusual things than before."""
        if id == len(self.cost):
            self.cost.append(cost)
            self.parent.append(parent)
            self.by.append(by)
        elif self.cost[id] > cost:
            self.cost[id], self.parent[id], self.by[id] = cost, parent, by
        else:
            return False
        return True

    def leads(self, source: int, target: int) -> None:
        self.sources.append(source)
        self.targets.append(target)

    def way(self, id: int) -> tuple[str, ...]:
        """The moves that led to a state first."""
        names: list[str] = []
        while self.parent[id] >= 0:
            names.append(self.labels[self.by[id]])
            id = self.parent[id]
        return (*self.start, *reversed(names))

    def take_in(self, other: "Graph") -> None:
        """What another share of the same patient found."""
        numbers = [self.known.setdefault(key, len(self.known)) for key in other.known]
        # What leads on from the usual ways is shared out; from all others, one share has it all.
        here = bytearray(len(numbers))
        for its, mine in enumerate(numbers):
            parent = other.parent[its]
            first = numbers[parent] if parent >= 0 else parent
            new = self.reached(mine, other.cost[its], first, other.by[its])
            here[its] = new or not other.cost[its]
        for source, target in zip(other.sources, other.targets, strict=True):
            if here[source]:
                self.leads(numbers[source], numbers[target])
        self.closed.update(numbers[id] for id in other.closed)

    def dead_ends(self) -> list[int]:
        """Backwards from every closing: a state that is not met there can never be closed."""
        alive = bytearray(len(self.known))
        for id in self.closed:
            alive[id] = 1
        into: dict[int, list[int]] = {}
        for source, target in zip(self.sources, self.targets, strict=True):
            into.setdefault(target, []).append(source)
        waiting = list(self.closed)
        while waiting:
            for source in into.get(waiting.pop(), ()):
                if not alive[source]:
                    alive[source] = 1
                    waiting.append(source)
        return [id for id, lives in enumerate(alive) if not lives]

    def nearest(self, ids: list[int], most: int) -> list[tuple[str, ...]]:
        """The ways to the first of them: by the fewest unusual things, then the fewest moves."""
        order = sorted(ids, key=lambda id: (self.cost[id], len(self.way(id))))
        return [self.way(id) for id in islice(order, most)]

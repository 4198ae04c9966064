"""The exploration of one patient: every state that the moves can lead to, nearest first.

Nearest is: by the fewest unusual things, then by the fewest moves; so the first way found to a
state is the shortest. What is on record makes a state, each entry with its age: two that differ
in the time of day only are one. No age is clamped, because rules compare two old entries with
each other; the domain ends by itself, so the frontier runs empty.
"""

from array import array
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import islice
from traceback import extract_tb

from bloodpatch.doors.console.explore.invariants import AT_EACH_STATE, CRASH, DEAD_END, OVER
from bloodpatch.doors.console.explore.marks import key_of
from bloodpatch.doors.console.explore.moves import Domain, Patient
from bloodpatch.doors.console.explore.taking import Clinic, Node, Taken
from bloodpatch.pathway.episode import Episode
from bloodpatch.pathway.protocol import Protocol
from bloodpatch.pathway.whereabouts import Whereabouts
from bloodpatch.pathway.worklist import owed

Progress = Callable[[int, int], None]
"""Called now and then with the states that are known and those that wait."""

EACH = 3
"""So many ways are told of everything that is found."""


@dataclass
class Found:
    """What the exploration of one patient came to. `unsafe` and `dead_ends` name ways to them."""

    patient: str
    states: int = 0
    transitions: int = 0
    commands_tried: int = 0
    exhausted: bool = False
    unsafe: int = 0
    dead_ends: int = 0
    ways: dict[str, list[tuple[str, ...]]] = field(default_factory=dict)
    places: dict[str, int] = field(default_factory=dict)

    def tell(self, name: str, way: tuple[str, ...]) -> None:
        told = self.ways.setdefault(name, [])
        if len(told) < EACH:
            told.append(way)


class Search:
    """The states of one patient by number, how each was first reached, and all transitions."""

    def __init__(self, domain: Domain, patient: Patient, protocol: Protocol) -> None:
        self.domain, self.clinic = domain, Clinic(domain, patient, protocol)
        self.patient, self.found = patient, Found(patient.name)
        self.known: dict[bytes, int] = {}
        self.expanded = 0
        self.cost = bytearray()
        self.parent, self.by = array("l"), array("h")
        self.sources, self.targets = array("l"), array("l")
        self.closed: list[int] = []
        self.waiting: list[dict[int, list[Node]]] = [{} for _ in range(patient.unusual + 1)]

    def run(self, *, until: str | None = None, progress: Progress | None = None) -> Found:
        self.begin()
        for spent, waiting in enumerate(self.waiting):
            while waiting:
                depth = min(waiting)
                for node in waiting.pop(depth):
                    if self.cost[node.id] == spent:
                        self.expand(node, spent, depth)
                        self.expanded += 1
                        if progress and not self.expanded % 100:
                            progress(len(self.known), sum(map(len, waiting.values())))
                    if until and any(name.startswith(until) for name in self.found.ways):
                        return self.told()
        self.found.exhausted = True
        self.look_for_dead_ends()
        return self.told()

    def told(self) -> Found:
        self.found.states = len(self.known)
        self.found.transitions = len(self.sources)
        self.found.commands_tried = self.clinic.commands
        return self.found

    def begin(self) -> None:
        """After the moves that are done before."""
        node = self.clinic.first()
        for name in (self.patient.first.name, *self.patient.done):
            node = self.after(node, name)
        self.meet(node, -1, 0, 0, 0)

    def after(self, node: Node, name: str) -> Node:
        every = (*self.clinic.waited(node, 1), *self.taken(node, 1))
        steps = [t.node for t in every if self.clinic.labels[t.label] == name and t.node]
        if not steps:
            raise LookupError(f"{name} cannot be done here: {node.episode.whereabouts}.")
        return steps[0]

    def expand(self, node: Node, spent: int, depth: int) -> None:
        left = self.patient.unusual - spent
        for taken in self.taken(node, left):
            if taken.faults:
                self.fault(taken.faults, node.id, taken.label)
            if taken.node is not None:
                self.meet(taken.node, node.id, taken.label, spent + taken.unusual, depth + 1)
        for taken in self.clinic.waited(node, left):
            if taken.node is not None:
                self.meet(taken.node, node.id, taken.label, spent + taken.unusual, depth + 1)

    def taken(self, node: Node, left: int) -> list[Taken]:
        """Everything that can be done here; a crash of the core is a fault like others."""
        all_: list[Taken] = []
        for n, move, unusual in self.clinic.open_moves(node, left):
            try:
                all_ += self.clinic.take(node, n, move, unusual, left)
            except Exception as fault:
                all_.append(Taken(n, unusual, None, (crash(fault),)))
        return all_

    def meet(self, node: Node, parent: int, label: int, spent: int, depth: int) -> None:
        """A state, new or known; one that is now reached by fewer unusual things waits anew."""
        minute = int((node.now - self.domain.begins).total_seconds()) // 60
        key = key_of(node.marks, minute)
        id = self.known.setdefault(key, len(self.known))
        new = id == len(self.cost)
        if parent >= 0:
            self.sources.append(parent)
            self.targets.append(id)
        if new:
            self.cost.append(spent)
            self.parent.append(parent)
            self.by.append(label)
        elif self.cost[id] > spent:
            self.cost[id], self.parent[id], self.by[id] = spent, parent, label
        else:
            return
        node.id = id
        if new:
            self.look_at(node)
        self.waiting[spent].setdefault(depth, []).append(node)

    def look_at(self, node: Node) -> None:
        """What must hold in every state."""
        try:
            place = node.episode.whereabouts
            wrong = self.wrong(node.episode) if place not in OVER else []
        except Exception as fault:
            place, wrong = Whereabouts.EMPTY, [crash(fault)]
        if wrong:
            self.fault(tuple(wrong), node.id, None)
        if place is Whereabouts.CLOSED:
            self.closed.append(node.id)
        self.found.places[place] = self.found.places.get(place, 0) + 1

    def wrong(self, episode: Episode) -> list[str]:
        obligations = owed(episode, self.clinic.protocol)
        return [q.__name__ for q in AT_EACH_STATE if not q(episode, obligations)]

    def fault(self, names: tuple[str, ...], id: int, label: int | None) -> None:
        way = self.way(id) if label is None else (*self.way(id), self.clinic.labels[label])
        for name in names:
            self.found.unsafe += 1
            self.found.tell(name, way)

    def way(self, id: int) -> tuple[str, ...]:
        """The moves that led to a state first."""
        names: list[str] = []
        while self.parent[id] >= 0:
            names.append(self.clinic.labels[self.by[id]])
            id = self.parent[id]
        return (self.patient.first.name, *self.patient.done, *reversed(names))

    def look_for_dead_ends(self) -> None:
        """Backwards from every closing: a state that is not met there can never be closed."""
        alive = bytearray(len(self.known))
        for id in self.closed:
            alive[id] = 1
        changed = True
        while changed:  # most transitions lead on, so a few passes from the end are enough
            changed = False
            for at in range(len(self.sources) - 1, -1, -1):
                if alive[self.targets[at]] and not alive[self.sources[at]]:
                    alive[self.sources[at]] = changed = True
        ends = (id for id, lives in enumerate(alive) if not lives)
        self.found.dead_ends = len(alive) - sum(alive)
        for id in islice(sorted(ends, key=lambda n: (self.cost[n], len(self.way(n)))), EACH):
            self.found.tell(DEAD_END, self.way(id))


def crash(fault: Exception) -> str:
    """What crashed, and where."""
    last = extract_tb(fault.__traceback__)[-1]
    place = last.filename.rpartition("bloodpatch/")[2]
    return f"{CRASH}: {type(fault).__name__}: {fault} ({place}:{last.lineno})"

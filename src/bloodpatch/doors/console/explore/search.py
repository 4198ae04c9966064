"""The exploration of one patient: every state that the moves can lead to, nearest first.

Nearest is: by the fewest unusual things, then by the fewest moves; so the first way found to a
state is the shortest. What is on record makes a state, each entry with its age: two that differ
in the time of day only are one. No age is clamped, because rules compare two old entries with
each other; the domain ends by itself, so the frontier runs empty.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from traceback import extract_tb

from bloodpatch.doors.console.explore.graph import Graph
from bloodpatch.doors.console.explore.invariants import AT_EACH_STATE, CRASH, DEAD_END, OVER
from bloodpatch.doors.console.explore.move_execution import Clinic, Node, Taken
from bloodpatch.doors.console.explore.moves import Domain, Move, Patient
from bloodpatch.doors.console.explore.state_marks import key_of
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
    """What the exploration of one patient came to. `ways` are the shortest to each fault."""

    patient: str
    graph: Graph
    commands_tried: int = 0
    exhausted: bool = False
    unsafe: int = 0
    dead_ends: int = 0
    ways: dict[str, list[tuple[str, ...]]] = field(default_factory=dict)

    @property
    def states(self) -> int:
        return len(self.graph.known)

    @property
    def transitions(self) -> int:
        return len(self.graph.sources)

    def tell(self, name: str, *ways: tuple[str, ...]) -> None:
        told = self.ways.setdefault(name, [])
        told.extend(ways[: EACH - len(told)])

    def take_in(self, other: "Found") -> None:
        """What another share of the same patient came to; ends are looked for afterwards."""
        self.graph.take_in(other.graph)
        self.commands_tried += other.commands_tried
        self.unsafe += other.unsafe
        self.exhausted = self.exhausted and other.exhausted
        for name, ways in other.ways.items():
            self.tell(name, *ways)

    def look_for_dead_ends(self) -> None:
        if ends := self.graph.dead_ends():
            self.dead_ends = len(ends)
            self.ways[DEAD_END] = self.graph.nearest(ends, EACH)


@dataclass(frozen=True)
class Share:
    """The unusual things that come first in this share of a patient: each of them is in one. The
    usual ways are walked in all shares, and told in the first."""

    number: int = 0
    of: int = 1

    def has(self, label: int) -> bool:
        return label % self.of == self.number


WHOLE = Share()


class Search:
    """The states of one patient, or a share of them."""

    def __init__(
        self, domain: Domain, patient: Patient, protocol: Protocol, share: Share = WHOLE
    ) -> None:
        self.domain, self.clinic = domain, Clinic(domain, patient, protocol)
        self.patient, self.share = patient, share
        self.graph = Graph((patient.first.name, *patient.done), self.clinic.labels)
        self.found = Found(patient.name, self.graph)
        self.expanded = 0
        self.waiting: list[dict[int, list[Node]]] = [{} for _ in range(patient.unusual + 1)]

    def run(self, *, until: str | None = None, progress: Progress | None = None) -> Found:
        self.begin()
        for spent, waiting in enumerate(self.waiting):
            while waiting:
                depth = min(waiting)
                for node in waiting.pop(depth):
                    if self.graph.cost[node.id] == spent:
                        self.expand(node, spent, depth)
                        self.expanded += 1
                        if progress and not self.expanded % 100:
                            progress(self.found.states, sum(map(len, waiting.values())))
                    if until and any(name.startswith(until) for name in self.found.ways):
                        return self.told()
        self.found.exhausted = True
        if self.share == WHOLE:
            self.found.look_for_dead_ends()
        return self.told()

    def told(self) -> Found:
        self.found.commands_tried = self.clinic.commands
        return self.found

    def begin(self) -> None:
        """After the moves that are done before."""
        node = self.clinic.first()
        for name in self.graph.start:
            node = self.after(node, name)
        self.clinic.commands = 0
        self.meet(node, -1, 0, 0, 0)

    def after(self, node: Node, name: str) -> Node:
        every = (*self.clinic.waited(node, 1), *self.taken(node, 1, only=name))
        steps = [t.node for t in every if self.clinic.labels[t.label] == name and t.node]
        if not steps:
            raise LookupError(f"{name} cannot be done here: {node.episode.whereabouts}.")
        return steps[0]

    def expand(self, node: Node, spent: int, depth: int) -> None:
        left = self.patient.unusual - spent
        every = [*self.taken(node, left, spent), *self.clinic.waited(node, left)]
        if all(taken.unusual or taken.node is None for taken in every):
            every += self.taken_of(node, self.clinic.ways_out(node), left, spent)
        for taken in every:
            if taken.unusual and not self.is_mine(spent, taken.label):
                continue
            if taken.faults and self.tells(spent + taken.unusual):
                self.fault(taken.faults, node.id, taken.label)
            if taken.node is not None:
                self.meet(taken.node, node.id, taken.label, spent + taken.unusual, depth + 1)

    def is_mine(self, spent: int, label: int) -> bool:
        """Whether an unusual thing is in this share: by the first one of a way."""
        return bool(spent) or self.share.has(label)

    def tells(self, spent: int) -> bool:
        return bool(spent) or self.share.number == 0

    def taken(self, node: Node, left: int, spent: int = 1, only: str = "") -> list[Taken]:
        """Everything that can be done here, or one move and its answer."""
        moves = (
            (n, move, unusual)
            for n, move, unusual in self.clinic.open_moves(node, left)
            if (not unusual or self.is_mine(spent, n)) and (not only or only.endswith(move.name))
        )
        return self.taken_of(node, moves, left, spent)

    def taken_of(
        self, node: Node, moves: Iterable[tuple[int, Move, int]], left: int, spent: int
    ) -> list[Taken]:
        """A crash of the core is a fault like others. A command counts in the share in which it
        is told."""
        all_: list[Taken] = []
        for n, move, unusual in moves:
            counted = self.clinic.commands
            try:
                all_ += self.clinic.take(node, n, move, unusual, left)
            except Exception as fault:
                all_.append(Taken(n, unusual, None, (crash(fault),)))
            if not self.tells(spent + unusual):
                self.clinic.commands = counted
        return all_

    def meet(self, node: Node, parent: int, label: int, spent: int, depth: int) -> None:
        """A state, new or known; one that is now reached by fewer unusual things waits anew."""
        graph, minute = self.graph, int((node.now - self.domain.begins).total_seconds()) // 60
        key = key_of(node.marks, minute)
        id = graph.known.setdefault(key, len(graph.known))
        new = id == len(graph.cost)
        if parent >= 0 and self.tells(spent):
            graph.leads(parent, id)
        if not graph.reached(id, spent, parent, label):
            return
        node.id = id
        if new:
            self.look_at(node, spent)
        self.waiting[spent].setdefault(depth, []).append(node)

    def look_at(self, node: Node, spent: int) -> None:
        """What must hold in every state."""
        try:
            place = node.episode.whereabouts
            wrong = self.wrong(node.episode) if self.tells(spent) and place not in OVER else []
        except Exception as fault:
            place, wrong = Whereabouts.EMPTY, [crash(fault)]
        if wrong:
            self.fault(tuple(wrong), node.id, None)
        if place is Whereabouts.CLOSED:
            self.graph.closed.add(node.id)

    def wrong(self, episode: Episode) -> list[str]:
        protocol = self.clinic.protocol
        obligations = owed(episode, protocol)
        return [q.__name__ for q in AT_EACH_STATE if not q(episode, obligations, protocol)]

    def fault(self, names: tuple[str, ...], id: int, label: int | None) -> None:
        graph = self.graph
        way = graph.way(id) if label is None else (*graph.way(id), graph.labels[label])
        for name in names:
            self.found.unsafe += 1
            self.found.tell(name, way)


def crash(fault: Exception) -> str:
    """What crashed, and where."""
    last = extract_tb(fault.__traceback__)[-1]
    place = last.filename.rpartition("bloodpatch/")[2]
    return f"{CRASH}: {type(fault).__name__}: {fault} ({place}:{last.lineno})"

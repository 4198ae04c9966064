"""Taking one move at one state: who may make it there, what it costs, what it leads to."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from bloodpatch.doors.console.explore.moves import Domain, Move, Patient, Wait
from bloodpatch.doors.console.explore.questions import broken
from bloodpatch.doors.console.explore.record_reading import Step, inside
from bloodpatch.doors.console.explore.state_marks import Marks, Statements
from bloodpatch.pathway.codes import Code, PlainForm
from bloodpatch.pathway.context import Context, Facts
from bloodpatch.pathway.decide import Accepted, Refused, decide, noted
from bloodpatch.pathway.episode import Episode, evolve
from bloodpatch.pathway.events import Actor, Happened
from bloodpatch.pathway.findings import Cause, Finding, Level
from bloodpatch.pathway.protocol import Protocol
from bloodpatch.pathway.review.choices import Examination
from bloodpatch.pathway.review.commands import (
    LiftStop,
    OverrideHold,
)
from bloodpatch.pathway.roles import Role
from bloodpatch.pathway.statements import Command
from bloodpatch.pathway.values import Count, FreeText
from bloodpatch.record.protocols import shipped_tables

WHY = FreeText("Explored.")
ACTORS = {role: Actor(id=role.value, role=role, clinic="explored") for role in Role}


@dataclass(slots=True)
class Node:
    """A state that waits to be explored. `here` and `ever` count the moves that led to it, in
    this round and in the whole episode; both follow from its history."""

    id: int
    episode: Episode
    now: datetime
    marks: Marks
    here: bytes
    ever: bytes


@dataclass(slots=True)
class Taken:
    """What a move led to; `node` is None where nothing came of it."""

    label: int
    unusual: int
    node: Node | None
    faults: tuple[str, ...] = ()


class Clinic:
    """The domain at work for one patient: asks the core, and writes down what it answered."""

    def __init__(self, domain: Domain, patient: Patient, protocol: Protocol) -> None:
        self.domain, self.protocol = domain, protocol
        has = patient.traits
        common = (m for m in domain.moves if not m.trait or m.trait in has)
        mine = [patient.first, *(m for m in common if not m.spared or m.spared not in has)]
        self.moves = tuple(mine)
        self.number = {move.name: n for n, move in enumerate(self.moves)}
        self.labels = [*(m.name for m in mine), *(f"answered: {m.name}" for m in mine)]
        self.labels += [wait.name for wait in domain.waits]
        every: tuple[Move | Wait, ...] = (*mine, *domain.waits)
        self.happens = [not patient.things or one in patient.things for one in self.labels]
        self.needs = {
            one.name: tuple(self.number[name] for name in one.needs if name in self.number)
            for one in every
        }
        self.facts = Facts(age_years=31, language="en", confirmed_rows=domain.confirmed)
        self.tables = shipped_tables()
        self.statements = Statements()
        self.commands = 0

    def first(self) -> Node:
        none = bytes(2 * len(self.moves))
        return Node(0, Episode("explored"), self.domain.begins, (), none, none)

    # which moves there are

    def ways_out(self, node: Node) -> Iterator[tuple[int, Move, int]]:
        """What may be done where nothing usual leads on."""
        place = node.episode.whereabouts
        for n, move in enumerate(self.moves):
            if move.out and place in move.at and not node.ever[n]:
                yield n, move, 0

    def open_moves(self, node: Node, left: int) -> Iterator[tuple[int, Move, int]]:
        """Each move that may be made now, and whether it is an unusual thing here."""
        place = node.episode.whereabouts
        for n, move in enumerate(self.moves):
            if (node.ever if move.ever else node.here)[n] >= move.most:
                continue
            usual = place in move.at and self.ready(node, move)
            if not usual and not (move.elsewhere and node.marks):
                continue
            unusual = int(move.unusual or not usual)
            if self.affords(n, unusual, left):
                yield n, move, unusual

    def affords(self, label: int, unusual: int, left: int) -> bool:
        """Whether as much that is unusual can still happen, and this is among it."""
        return not unusual or (unusual <= left and self.happens[label])

    def ready(self, node: Node, one: Move | Wait) -> bool:
        """Whether something that it needs was done; what this patient does not need is done."""
        needs = self.needs[one.name]
        return not needs or any((node.ever if self.moves[n].ever else node.here)[n] for n in needs)

    # taking one

    def take(self, node: Node, n: int, move: Move, unusual: int, left: int) -> Iterator[Taken]:
        now = node.now + timedelta(minutes=move.minutes)
        words = move.words(node.episode, self.context(move.role, now))
        led = self.say(node, n, now, move.role, words, move.together)
        yield Taken(n, unusual, led.node, led.faults)
        in_place = unusual == move.unusual
        if isinstance(led.outcome, Refused) and move.answers and in_place:
            yield from self.answer(node, n, move, words[-1], led.outcome, left)

    def answer(
        self, node: Node, n: int, move: Move, command: Command, refused: Refused, left: int
    ) -> Iterator[Taken]:
        """A physician's word on what stands against a permit."""
        label = n + len(self.moves)
        if move.ripe and not move.ripe(node.episode, self.context(move.role, node.now)):
            return
        against = [f for f in refused.findings if f.blocks]
        missing = any(f.kind.cause is Cause.MISSING for f in against)
        hold = any(f.kind.level is Level.HOLD for f in against)
        unusual = int((missing or (move.early and hold)) and not move.last)
        if (node.ever if move.last else node.here)[label] >= move.answers:
            return
        if not self.affords(label, unusual, left):
            return
        patch = node.episode.patch_number
        words = tuple(word_on(f, command.name, patch) for f in against)
        said = tuple(word for word in words if word)
        if len(said) == len(words):
            said = (*said, command) if move.last else said
            led = self.say(node, label, node.now, Role.PHYSICIAN, said, "")
            yield Taken(label, unusual, led.node, led.faults)

    def say(
        self,
        node: Node,
        label: int,
        now: datetime,
        role: Role,
        words: tuple[Command, ...],
        together: str,
    ) -> "Said":
        """Each command decided in its turn; after one that is refused nothing more is said."""
        episode, marks, rounds = node.episode, node.marks, len(node.episode.rounds)
        context = self.context(role, now)
        minute = (now - self.domain.begins) // timedelta(minutes=1)
        outcome: Accepted | Refused | None = None
        faults: list[str] = []
        for part, command in enumerate(words):
            self.commands += 1
            before, kept = episode, inside(episode)
            outcome = decide(before, command, context)
            if isinstance(outcome, Accepted):
                for event in outcome.events:
                    happened = self.envelope(event, outcome, before, context)
                    episode = evolve(episode, happened)
                    number = self.statements.number(together, label, part, happened.against)
                    marks = self.statements.appended(marks, number, minute)
            faults += broken(Step(before, command, outcome, episode, context, kept))
            if isinstance(outcome, Refused):
                break
        if episode is node.episode:
            return Said(None, tuple(faults), outcome)
        here = bytes(len(node.here)) if len(episode.rounds) > rounds else node.here
        led = Node(0, episode, now, marks, one_more(here, label), one_more(node.ever, label))
        return Said(led, tuple(faults), outcome)

    def context(self, role: Role, now: datetime) -> Context:
        return Context(
            actor=ACTORS[role],
            now=now,
            protocol=self.protocol,
            zone=self.domain.zone,
            facts=self.facts,
            tables=self.tables,
        )

    def envelope(
        self, event: Any, outcome: Accepted, before: Episode, context: Context
    ) -> Happened[Any]:
        return Happened(
            event=event,
            position=before.position + 1,
            occurred=outcome.occurred,
            recorded_at=context.now,
            by=context.actor,
            protocol=self.protocol.hash,
            findings=tuple(noted(finding) for finding in outcome.findings),
        )

    # waiting

    def waited(self, node: Node, left: int) -> Iterator[Taken]:
        place, context = node.episode.whereabouts, self.context(Role.SYSTEM, node.now)
        for n, wait in enumerate(self.domain.waits, 2 * len(self.moves)):
            if place not in wait.at or not self.ready(node, wait):
                continue
            if not self.affords(n, wait.unusual, left):
                continue
            until = wait.until(node.episode, context)
            until = until and until + timedelta(minutes=wait.beside)
            if until and until > node.now:
                led = Node(0, node.episode, until, node.marks, node.here, node.ever)
                yield Taken(n, int(wait.unusual), led)


@dataclass(slots=True)
class Said:
    node: Node | None
    faults: tuple[str, ...]
    outcome: Accepted | Refused | None


def one_more(counts: bytes, label: int) -> bytes:
    return counts[:label] + bytes((counts[label] + 1,)) + counts[label + 1 :]


def word_on(finding: Finding, act: str, patch: int) -> Command | None:
    """The override of a hold, the lift of a stop; None where neither is possible."""
    code, saw = Code(finding.code), PlainForm(dict(finding.seen))
    if finding.kind.level is Level.HOLD:
        return OverrideHold(
            finding=code, act=Code(act), patch_number=Count(patch), saw=saw, reason=WHY
        )
    if finding.kind.lifted_by_review:
        return LiftStop(finding=code, saw=saw, examination=Examination.SPECIALIST, result=WHY)
    return None

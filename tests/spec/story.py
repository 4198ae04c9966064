"""The language of the specification: GIVEN what happened, WHEN somebody acts, THEN events or
findings. Pure: no database, no page, and a clock that the story owns.

    story = Story("2026-11-16 14:00")
    story.nurse(StartRest())
    story.wait(minutes=29)
    assert story.refuses(NURSE, PermitStanding()) == ["recovery.rest_not_over"]
"""

from dataclasses import replace
from datetime import datetime, timedelta
from functools import cache
from typing import Any

from bloodpatch.pathway.context import Context, Facts
from bloodpatch.pathway.decide import Accepted, Refused, decide, may, noted
from bloodpatch.pathway.episode import Episode, evolve
from bloodpatch.pathway.events import Actor, Event, Happened
from bloodpatch.pathway.findings import Finding
from bloodpatch.pathway.protocol import Protocol, Tables
from bloodpatch.pathway.roles import Role
from bloodpatch.pathway.statements import Command
from bloodpatch.pathway.values import When
from bloodpatch.pathway.worklist import owed

ZONE = "America/Denver"

PHYSICIAN, NURSE, FRONT_DESK = Role.PHYSICIAN, Role.NURSE, Role.FRONT_DESK
SERVICE_LEAD, ADMINISTRATOR = Role.SERVICE_LEAD, Role.ADMINISTRATOR
PATIENT, SYSTEM = Role.PATIENT, Role.SYSTEM


@cache
def protocol(name: str) -> Protocol:
    from bloodpatch.record.protocols import shipped

    return shipped(name)


@cache
def tables() -> Tables:
    from bloodpatch.record.protocols import shipped_tables

    return shipped_tables()


def moment(text: str) -> When:
    """A time as people write it in this clinic's zone: "2026-11-16 14:05" or "2026-11-16"."""
    return When.parse(text, ZONE)


class Story:
    """One patient, one clock, one protocol. Each act is decided as the product decides it."""

    def __init__(self, begins: str = "2026-11-16 08:00", *, under: str = "kaysville") -> None:
        self.now: datetime = moment(begins).at
        self.protocol = protocol(under)
        in_force = protocol("multisociety").hash
        self.facts = Facts(age_years=31, language="en", protocol_in_force=in_force)
        self.episode = Episode("story")

    # GIVEN

    def at(self, text: str) -> "Story":
        self.now = moment(text).at
        return self

    def wait(self, **span: float) -> "Story":
        self.now += timedelta(**span)
        return self

    def given(self, *events: Event, role: Role = PHYSICIAN) -> "Story":
        """What is simply on record now, whoever decided it and however."""
        for event in events:
            self.file(role, Accepted((event,), (), When.exact(self.now, ZONE)))
        return self

    # WHEN

    def does(self, role: Role, *commands: Command) -> list[str]:
        """Give commands that must be accepted; returns the codes that stood on the last one."""
        codes: list[str] = []
        for command in commands:
            outcome = self.decide(role, command)
            assert isinstance(outcome, Accepted), told(outcome.findings)
            self.file(role, outcome)
            codes = [f.code for f in outcome.findings]
        return codes

    def physician(self, *commands: Command) -> list[str]:
        return self.does(PHYSICIAN, *commands)

    def nurse(self, *commands: Command) -> list[str]:
        return self.does(NURSE, *commands)

    def desk(self, *commands: Command) -> list[str]:
        return self.does(FRONT_DESK, *commands)

    # THEN

    def refuses(self, role: Role, command: Command) -> list[str]:
        """The codes that a command is refused for, strongest first."""
        outcome = self.decide(role, command)
        assert isinstance(outcome, Refused), f"{command.name} was accepted"
        return [f.code for f in outcome.findings if f.blocks]

    def asks(self, role: Role, kind: type[Command]) -> list[str]:
        """What `may` answers: the codes of all findings, strongest first."""
        return [f.code for f in may(kind, self.episode, self.context(role))]

    def finding(self, role: Role, kind: type[Command], code: str) -> Finding:
        found = may(kind, self.episode, self.context(role))
        return next(f for f in found if f.code == code)

    def owes(self) -> list[str]:
        """Codes of what is owed now, the most urgent first."""
        return [o.code for o in owed(self.episode, self.protocol)]

    def due(self, code: str) -> datetime:
        return next(o.due for o in owed(self.episode, self.protocol) if o.code == code)

    def events(self, *kinds: type[Event]) -> list[Any]:
        return [h.event for h in self.episode.history if isinstance(h.event, kinds)]

    # how it is done

    def context(self, role: Role) -> Context:
        actor = Actor(id=f"{role.value}-1", role=role, clinic="clinic-1")
        return Context(
            actor=actor,
            now=self.now,
            protocol=self.protocol,
            zone=ZONE,
            facts=self.facts,
            tables=tables(),
        )

    def decide(self, role: Role, command: Command) -> Accepted | Refused:
        return decide(self.episode, command, self.context(role))

    def file(self, role: Role, outcome: Accepted) -> None:
        for event in outcome.events:
            self.episode = evolve(self.episode, self.envelope(role, event, outcome))

    def envelope(self, role: Role, event: Event, outcome: Accepted) -> Happened[Any]:
        return Happened(
            event=event,
            position=self.episode.position + 1,
            occurred=outcome.occurred,
            recorded_at=self.now,
            by=self.context(role).actor,
            protocol=self.protocol.hash,
            findings=tuple(noted(f) for f in outcome.findings),
        )

    def copy(self) -> "Story":
        twin = Story.__new__(Story)
        twin.__dict__.update(self.__dict__)
        twin.facts = replace(self.facts)
        return twin


def told(findings: tuple[Finding, ...]) -> str:
    return "refused: " + "; ".join(f"{f.code}: {f.says}" for f in findings)

"""A script played through the pathway: one patient, one clock, decided as the product decides."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from bloodpatch.doors.console.replay.script import Member, Script, Step
from bloodpatch.doors.console.replay.time_spans import moved
from bloodpatch.pathway.context import Context, Facts
from bloodpatch.pathway.decide import Accepted, Refused, decide, may, noted
from bloodpatch.pathway.episode import Episode, evolve
from bloodpatch.pathway.events import Actor, Happened
from bloodpatch.pathway.findings import Finding
from bloodpatch.pathway.protocol import Protocol
from bloodpatch.pathway.roles import Role
from bloodpatch.pathway.treatment import ACTS
from bloodpatch.pathway.values import Precision, When
from bloodpatch.record.protocols import shipped_tables

CLINIC = "replay"
CLOSE = "closure.close"


@dataclass(frozen=True, kw_only=True)
class Answer:
    """What one step was answered with. `outcome`: recorded, permitted or refused."""

    step: Step
    outcome: str
    happened: tuple[Happened[Any], ...]
    findings: tuple[Finding, ...]


@dataclass(frozen=True, kw_only=True)
class Played:
    """A case, played to the end for one of its members."""

    script: Script
    answers: tuple[Answer, ...]
    episode: Episode
    now: datetime
    protocol: Protocol

    @property
    def may_close(self) -> bool:
        context = context_of(self.script, self.protocol, Member(), Role.PHYSICIAN, self.now)
        return not any(f.blocks for f in may(ACTS[CLOSE].command, self.episode, context))


def play(script: Script, protocol: Protocol, member: Member) -> Played:
    """With the rows of drug tables that the clinic has confirmed: as shipped, none.

    Raises `ValueFault` where a step's clock or time cannot be read.
    """
    episode, now = Episode(script.case), script.starts
    answers = []
    for step in script.steps:
        now = moved(now, step.clock, script.zone)
        context = context_of(script, protocol, member, step.by, now)
        answer = answered(script, step, episode, context)
        for happened in answer.happened:
            episode = evolve(episode, happened)
        answers.append(answer)
    return Played(
        script=script, answers=tuple(answers), episode=episode, now=now, protocol=protocol
    )


def answered(script: Script, step: Step, episode: Episode, context: Context) -> Answer:
    if step.asks and not step.said:
        found = may(step.command, episode, context)
        refused = any(f.blocks for f in found)
        return Answer(
            step=step,
            outcome="refused" if refused else "permitted",
            happened=(),
            findings=found,
        )
    permit = ACTS[step.command.name].permit
    occurred = None if permit or step.asks else occurred_at(script, step, context)
    command = step.command(**step.said, occurred=occurred)
    decision = decide(episode, command, context)
    if isinstance(decision, Refused):
        return Answer(step=step, outcome="refused", happened=(), findings=decision.findings)
    happened = () if step.asks else tuple(envelopes(decision, episode, context))
    outcome = "permitted" if permit or step.asks else "recorded"
    return Answer(step=step, outcome=outcome, happened=happened, findings=decision.findings)


def occurred_at(script: Script, step: Step, context: Context) -> When | None:
    """When it happened: as the step says, else now; or at an unknown time up to now."""
    if step.when:
        return When.parse(step.when, script.zone)
    if script.times is Precision.UNKNOWN:
        return When(context.now, script.zone, Precision.UNKNOWN)
    return None


def envelopes(decision: Accepted, episode: Episode, context: Context) -> Iterator[Happened[Any]]:
    age = context.facts.age_years
    for i, event in enumerate(decision.events, start=1):
        yield Happened(
            event=event,
            position=episode.position + i,
            number=episode.position + i,
            occurred=decision.occurred,
            recorded_at=context.now,
            by=context.actor,
            protocol=context.protocol.hash,
            findings=tuple(noted(finding) for finding in decision.findings),
            used={} if age is None else {"age_years": str(age)},
        )


def context_of(
    script: Script,
    protocol: Protocol,
    member: Member,
    role: Role,
    now: datetime,
) -> Context:
    facts = Facts(
        age_years=member.age_years, language=member.language, confirmed_rows=member.confirmed_rows
    )
    actor = Actor(id=f"{role.value}-of-{script.case}", role=role, clinic=CLINIC)
    return Context(
        actor=actor,
        now=now,
        protocol=protocol,
        zone=script.zone,
        facts=facts,
        tables=shipped_tables(),
    )


def all_members(script: Script, protocol: Protocol) -> tuple[Played, ...]:
    return tuple(play(script, protocol, member) for member in script.members)


def united(played: tuple[Played, ...]) -> tuple[Answer, ...]:
    """The steps of the first member, with what was found for any of them."""
    first, others = played[0], played[1:]
    return tuple(
        replace(answer, findings=tuple(with_others(answer, [o.answers[i] for o in others])))
        for i, answer in enumerate(first.answers)
    )


def with_others(answer: Answer, others: list[Answer]) -> Iterator[Finding]:
    yield from answer.findings
    seen = {f.code for f in answer.findings}
    for finding in (f for other in others for f in other.findings):
        if finding.code not in seen:
            seen.add(finding.code)
            yield finding

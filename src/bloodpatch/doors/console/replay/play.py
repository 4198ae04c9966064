"""A script played through the pathway: one patient, one clock, decided as the product decides."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from bloodpatch.doors.console.replay.entries import settled
from bloodpatch.doors.console.replay.shape import Member, Script, Step
from bloodpatch.doors.console.replay.time_spans import moved
from bloodpatch.pathway.context import Context, Facts
from bloodpatch.pathway.decide import Accepted, Refused, decide, may, noted
from bloodpatch.pathway.episode import Episode, evolve
from bloodpatch.pathway.events import Actor, Happened
from bloodpatch.pathway.findings import Finding
from bloodpatch.pathway.protocol import Protocol
from bloodpatch.pathway.roles import Role
from bloodpatch.pathway.treatment import ACTS
from bloodpatch.pathway.values import Precision, ValueFault, When
from bloodpatch.record.protocols import shipped_tables

CLINIC = "replay"
CLOSE = "closure.close"


Key = tuple[str, tuple[tuple[str, str], ...]]
"""What makes a finding the same as one said before: its code, and the values that it saw."""

NOT_TAKEN = "not_taken"


@dataclass(frozen=True, kw_only=True)
class Answer:
    """What one step was answered with. `outcome`: recorded, permitted, refused; not taken where
    the step is another member's. `again`: what was said to this member at an earlier step."""

    step: Step
    outcome: str
    happened: tuple[Happened[Any], ...]
    findings: tuple[Finding, ...]
    again: frozenset[Key] = frozenset()

    def says_again(self, finding: Finding) -> bool:
        return key_of(finding) in self.again

    @property
    def taken(self) -> bool:
        return self.outcome != NOT_TAKEN


@dataclass(frozen=True, kw_only=True)
class Played:
    """A case, played to the end for one of its members."""

    script: Script
    member: Member
    answers: tuple[Answer, ...]
    episode: Episode
    now: datetime
    protocol: Protocol

    @property
    def may_close(self) -> bool:
        context = context_of(self.script, self.protocol, Member(), Role.PHYSICIAN, self.now)
        return not any(f.blocks for f in may(ACTS[CLOSE].command, self.episode, context))


class StepFault(Exception):
    """A step that cannot be played, and why."""

    def __init__(self, number: int, step: Step, member: Member, fault: ValueFault) -> None:
        super().__init__(str(fault))
        self.number, self.step, self.member = number, step, member


def play(script: Script, protocol: Protocol, member: Member) -> Played:
    """Raises `StepFault` where a step names an entry that is not there."""
    episode, now = Episode(script.case), script.starts
    answers: list[Answer] = []
    said: frozenset[Key] = frozenset()
    positions: dict[str, int] = {}
    for number, step in enumerate(script.steps, start=1):
        try:
            now = moved(now, step.clock, script.zone)
            context = context_of(script, protocol, member, step.by, now)
            answer = taken(script, step, episode, context, member, positions)
        except ValueFault as fault:
            raise StepFault(number, step, member, fault) from None
        for happened in answer.happened:
            episode = evolve(episode, happened)
            positions.setdefault(step.id, happened.position)
        keys = frozenset(key_of(finding) for finding in answer.findings)
        answers.append(replace(answer, again=keys & said))
        said |= keys
    return Played(
        script=script,
        member=member,
        answers=tuple(answers),
        episode=episode,
        now=now,
        protocol=protocol,
    )


def key_of(finding: Finding) -> Key:
    return (finding.code, tuple(sorted(finding.seen.items())))


def taken(
    script: Script,
    step: Step,
    episode: Episode,
    context: Context,
    member: Member,
    positions: Mapping[str, int],
) -> Answer:
    """The clock goes on for everybody; the step itself is for those whom it names."""
    if not step.taken_by(member.number):
        return Answer(step=step, outcome=NOT_TAKEN, happened=(), findings=())
    return answered(script, step, episode, context, positions)


def answered(
    script: Script,
    step: Step,
    episode: Episode,
    context: Context,
    positions: Mapping[str, int],
) -> Answer:
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
    command = step.command(**settled(step.said, positions), occurred=occurred)
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
    """The steps of the first member who takes each, with what was found for any of them."""
    return tuple(one_answer(answers) for answers in zip(*(p.answers for p in played), strict=True))


def one_answer(answers: tuple[Answer, ...]) -> Answer:
    first = next((answer for answer in answers if answer.taken), answers[0])
    found = {finding.code: (finding, first) for finding in first.findings}
    for answer in answers:
        for finding in answer.findings:
            found.setdefault(finding.code, (finding, answer))
    again = frozenset(key_of(finding) for finding, by in found.values() if by.says_again(finding))
    findings = (*first.findings, *(f for f, by in found.values() if by is not first))
    return replace(first, findings=findings, again=again)

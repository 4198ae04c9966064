"""May this be done, and what happens if it is: two questions, one ladder.

`may` climbs the rungs that need no field; buttons, lists and cards ask it. `decide` climbs the
same rungs and then those that need what was stated. Neither changes anything, neither raises for
a clinical reason, and `decide` never accepts a permit that `may` refuses.
"""

from collections.abc import Iterator
from dataclasses import dataclass, fields, replace

from bloodpatch.pathway.acts import Act, FieldRung
from bloodpatch.pathway.context import Context
from bloodpatch.pathway.episode import Episode, evolve
from bloodpatch.pathway.events import Event, Happened
from bloodpatch.pathway.findings import (
    Finding,
    Findings,
    one_per_fact,
)
from bloodpatch.pathway.review.settlement import settled
from bloodpatch.pathway.roles import MAY_GIVE
from bloodpatch.pathway.rules.collected import called_for
from bloodpatch.pathway.rules.person import NOT_YOUR_ACT
from bloodpatch.pathway.rules.time import ASKED_FOR_ANOTHER_TIME, in_its_time
from bloodpatch.pathway.statements import Command
from bloodpatch.pathway.treatment import ACTS
from bloodpatch.pathway.values import When


@dataclass(frozen=True)
class Accepted:
    """What happened, and what stood on it all the same (advice, overrides; on a record also
    what a permit would have been refused for)."""

    events: tuple[Event, ...]
    findings: tuple[Finding, ...]
    occurred: When


@dataclass(frozen=True)
class Refused:
    """Nothing happened. The findings say why, what would clear them, who may override."""

    findings: tuple[Finding, ...]


def may(kind: type[Command], episode: Episode, context: Context) -> tuple[Finding, ...]:
    """What speaks for or against an act, before anything is stated about it."""
    act = ACTS[kind.name]
    if barred := tuple(person(act, context)):
        return barred
    return one_per_fact(settled(state(act, episode, context), act, episode, context.now))


def decide(episode: Episode, command: Command, context: Context) -> Accepted | Refused:
    """The whole ladder: the person, the time, what contradicts the record, the state,
    what was stated."""
    act = ACTS[command.name]
    if barred := tuple(person(act, context)) or tuple(time(act, command, context)):
        return Refused(barred)
    if impossible := tuple(climb(act.contradicts, episode, command, context)):
        return Refused(impossible)
    occurred = command.occurred or When.exact(context.now, context.zone)
    seen, then = as_it_was(act, episode, occurred, context)
    event = event_of(act, command)
    climbed = (
        *state(act, seen, then, command),
        *climb(act.fields, seen, command, then),
        *noticed(act, episode, event, occurred, context),
    )
    findings = one_per_fact(settled(climbed, act, episode, then.now))
    if any(refuses(act, finding) for finding in findings):
        return Refused(findings)
    # After this line the command must succeed.
    return Accepted((event,), findings, occurred)


def noticed(
    act: Act, episode: Episode, event: Event, occurred: When, context: Context
) -> Iterator[Finding]:
    """What a record calls for, once it is there: by all that is known now, for what a late entry
    calls for may have been done since."""
    if act.permit or act.stage in ("review", "amendment"):
        return
    happened = Happened(
        event=event,
        position=episode.position + 1,
        occurred=occurred,
        recorded_at=context.now,
        by=context.actor,
    )
    here = replace(context, told_here_only=True)
    yield from called_for(episode, evolve(episode, happened), here)


def refuses(act: Act, finding: Finding) -> bool:
    """A permit is refused by any open stop or hold; a record only by a contradiction."""
    return finding.blocks and (act.permit or finding.kind.refuses_record)


def person(act: Act, context: Context) -> Findings:
    roles = MAY_GIVE[act.name]
    if context.actor.role not in roles:
        named = ", ".join(sorted(role.value.replace("_", " ") for role in roles))
        yield NOT_YOUR_ACT(context, roles=named)


def time(act: Act, command: Command, context: Context) -> Findings:
    if act.permit and command.occurred is not None:
        yield ASKED_FOR_ANOTHER_TIME(context, occurred=command.occurred)
    else:
        yield from in_its_time(command, context)


def state(
    act: Act, episode: Episode, context: Context, command: Command | None = None
) -> Iterator[Finding]:
    for rung in act.climbed_by(command):
        yield from rung(episode, context)


def climb(
    rungs: tuple[FieldRung, ...], episode: Episode, command: Command, context: Context
) -> Iterator[Finding]:
    for rung in rungs:
        yield from rung(episode, command, context)


def as_it_was(
    act: Act, episode: Episode, occurred: When, context: Context
) -> tuple[Episode, Context]:
    """A late entry is judged as at the time at which it happened; a word on the record, on all
    that is in it."""
    if act.permit or act.stage in ("review", "amendment") or occurred.latest >= context.now:
        return episode, context
    return episode.as_at(occurred.latest), replace(context, now=occurred.latest)


def event_of(act: Act, command: Command) -> Event:
    """The event says what the command said."""
    said = {f.name: getattr(command, f.name) for f in fields(act.becomes)}
    return act.becomes(**said)


def noted(finding: Finding) -> str:
    """A finding as it is kept on the event: "hold:recovery.rest_not_over"."""
    level = "overridden" if finding.overridden_by else finding.kind.level.name.lower()
    return f"{level}:{finding.code}"

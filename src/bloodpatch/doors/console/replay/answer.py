"""What a replay prints: for people a line a step, for programs one JSON list."""

from collections.abc import Iterator
from typing import Any

from bloodpatch.doors.console.finding_lines import cited, explained
from bloodpatch.doors.console.replay.play import Answer, Played, united
from bloodpatch.pathway.findings import Finding
from bloodpatch.pathway.protocol import Protocol
from bloodpatch.pathway.statements import plain_fields
from bloodpatch.pathway.worklist import owed


def as_table(played: tuple[Played, ...]) -> dict[str, Any]:
    """One case as the scoring program reads it."""
    first = played[0]
    return {
        "case": first.script.case,
        "steps": [step_table(a, first.protocol) for a in united(played)],
        "stage": first.episode.whereabouts.value,
        "obligations": [
            {
                "code": o.code,
                "owner": o.owner.value,
                "due": o.due.isoformat(),
                "says": o.says,
                "act": o.act,
            }
            for o in owed(first.episode, first.protocol)
        ],
        "may_close": all(p.may_close for p in played),
    }


def step_table(answer: Answer, protocol: Protocol) -> dict[str, Any]:
    step = answer.step
    return {
        "id": step.id,
        "at": step.at,
        "ask" if step.asks else "do": step.command.name,
        "outcome": answer.outcome,
        "events": [
            {
                "name": h.event.name,
                "position": h.position,
                "occurred": h.occurred.plain(),
                "fields": plain_fields(h.event),
                "used": dict(h.used),
            }
            for h in answer.happened
        ],
        "findings": [finding_table(f, step.at, protocol) for f in answer.findings],
    }


def finding_table(finding: Finding, at: str, protocol: Protocol) -> dict[str, Any]:
    level = "overridden" if finding.overridden_by else finding.kind.level.name.lower()
    return {
        "code": finding.code,
        "level": level,
        "cause": finding.kind.cause.value,
        "at": at,
        "replay": list(finding.kind.replay),
        "says": finding.says,
        "seen": dict(finding.seen),
        "rule": finding.kind.rule,
        "cites": cited(finding.kind, protocol),
        "certainty": finding.sure(protocol).value,
        "to_be_confirmed": finding.to_be_confirmed(protocol),
        "clears": finding.clears,
        "who_may_override": finding.kind.who_may_override,
        "hazards": list(finding.kind.hazards),
    }


def as_lines(played: tuple[Played, ...]) -> Iterator[str]:
    """One case as people read it."""
    first = played[0]
    yield f"{first.script.case}  {first.script.title}".rstrip()
    for answer in united(played):
        verb = "ask" if answer.step.asks else "do "
        yield f"  {answer.step.at:<16}{verb} {answer.step.command.name}: {answer.outcome}"
        for finding in answer.findings:
            yield f"      {finding.kind.level.name.lower():<7}{finding.says} [{finding.code}]"
            for line in explained(finding.kind, first.protocol, clears=finding.clears):
                yield f"             {line}"
    yield f"  then: {first.episode.whereabouts.label.lower()}; " + (
        "may be closed" if all(p.may_close for p in played) else "may not be closed"
    )

"""What a replay prints for programs: one JSON list. Its schema is in the reference."""

from typing import Any

from bloodpatch.doors.console.clocked import in_words
from bloodpatch.doors.console.finding_lines import cited
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
        "title": first.script.title,
        "protocol": first.script.protocol,
        "steps": [
            step_table(answer, tuple(p.answers[i] for p in played), first.protocol, played)
            for i, answer in enumerate(united(played))
        ],
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
        "members": [member_table(p) for p in played],
    }


def step_table(
    answer: Answer, each: tuple[Answer, ...], protocol: Protocol, played: tuple[Played, ...]
) -> dict[str, Any]:
    step = answer.step
    numbered = [(p.member.number, one) for p, one in zip(played, each, strict=True)]
    return {
        "id": step.id,
        "at": step.at,
        "by": step.by.value,
        "ask" if step.asks else "do": step.command.name,
        "outcome": answer.outcome,
        "members": [number for number, one in numbered if one.taken],
        "events": [
            {
                "name": h.event.name,
                "position": h.position,
                "occurred": h.occurred.plain(),
                "precision": h.occurred.precision.value,
                "when": in_words(h.occurred),
                "fields": plain_fields(h.event),
                "used": dict(h.used),
            }
            for h in answer.happened
        ],
        "findings": [
            finding_table(f, step.at, protocol)
            | {
                "again": answer.says_again(f),
                "members": [n for n, one in numbered if f.code in codes(one)],
            }
            for f in answer.findings
        ],
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


def member_table(played: Played) -> dict[str, Any]:
    """How it went for one patient of the case: the same for all, or not."""
    return {
        "number": played.member.number,
        "age_years": played.member.age_years,
        "language": played.member.language,
        "stage": played.episode.whereabouts.value,
        "obligations": [o.code for o in owed(played.episode, played.protocol)],
        "may_close": played.may_close,
        "steps": [
            {
                "id": answer.step.id,
                "outcome": answer.outcome,
                "positions": [h.position for h in answer.happened],
                "findings": list(codes(answer)),
            }
            for answer in played.answers
        ],
    }


def codes(answer: Answer) -> tuple[str, ...]:
    return tuple(finding.code for finding in answer.findings)

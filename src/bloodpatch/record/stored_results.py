"""The answer to a command, kept with what it recorded: asked again, it is given again.

A refusal is not kept: it changed nothing, so the same command given again is decided anew.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from typing import Any

from bloodpatch.pathway.events import Actor
from bloodpatch.pathway.findings import Finding, FindingKind
from bloodpatch.pathway.roles import Role
from bloodpatch.pathway.statements import Command, plain_fields
from bloodpatch.record.codec import of_json, to_json, wordy
from bloodpatch.record.sql import Sql, Statement
from bloodpatch.record.text_cipher import (
    SEALED,
    TextCipher,
    fingerprint,
    open_text,
    place,
    seal_text,
)

_find = Statement.of(
    "SELECT episode, position, events, asked, findings FROM record_answer"
    " WHERE clinic = ? AND command_id = ?"
)
_keep = Statement.of(
    "INSERT INTO record_answer"
    " (clinic, command_id, episode, position, events, asked, findings)"
    " VALUES (?, ?, ?, ?, ?, ?, ?)"
)
_HALF = 16


@dataclass(frozen=True)
class Answer:
    """What was recorded: `events` events of the episode, the last of them at `position`."""

    episode: str
    position: int
    events: int
    asked: bytes
    findings: bytes

    @property
    def positions(self) -> tuple[int, ...]:
        return tuple(range(self.position - self.events + 1, self.position + 1))


def find(sql: Sql, clinic: str, command_id: str) -> Answer | None:
    row = sql.row(_find, (clinic, command_id))
    if row is None:
        return None
    episode, position, events, asked, findings = row
    return Answer(episode, position, events, bytes(asked), bytes(findings))


def keep(sql: Sql, clinic: str, command_id: str, answer: Answer) -> None:
    sql.run(
        _keep,
        (
            clinic,
            command_id,
            answer.episode,
            answer.position,
            answer.events,
            answer.asked,
            answer.findings,
        ),
    )


# --- was the same asked? ---


def asked(command: Command, actor: Actor, cipher: TextCipher) -> bytes:
    """Tells this command from any other that comes under the same id.

    Half of it is about everything but the words; the other half about the words, and tells
    nothing to anybody who lacks the patient's key.
    """
    said = plain_fields(command)
    spoken = {field: said.pop(field) for field in wordy(type(command)) if field in said}
    occurred = command.occurred.plain() if command.occurred else ""
    about = to_json([command.name, cipher.episode, actor.id, occurred, said])
    half = sha256(about).digest()[:_HALF]
    if not spoken or cipher.key is None:
        return half
    return half + fingerprint(cipher.key, to_json(spoken))[:_HALF]


def same(kept: bytes, again: bytes) -> bool:
    """Once a patient is erased, nobody can tell her words apart; the rest must still agree."""
    shorter = min(len(kept), len(again))
    return kept[:shorter] == again[:shorter]


# --- findings, with what they saw: words may be among them, so they are kept sealed ---


def sealed_findings(findings: Sequence[Finding], command_id: str, cipher: TextCipher) -> bytes:
    if not findings or cipher.key is None:
        return b""
    told = to_json([_plain(finding) for finding in findings])
    return seal_text(cipher.key, told, _place(command_id, cipher)).encode()


def open_findings(
    kept: bytes, command_id: str, cipher: TextCipher, kinds: Mapping[str, FindingKind]
) -> tuple[Finding, ...]:
    if not kept or cipher.key is None:
        return ()
    told = open_text(cipher.key, kept.decode(), _place(command_id, cipher))
    return tuple(_finding(one, kinds) for one in of_json(told) if one["code"] in kinds)


def _place(command_id: str, cipher: TextCipher) -> bytes:
    return place(cipher.clinic, cipher.episode, command_id, SEALED)


def _plain(finding: Finding) -> dict[str, Any]:
    by = finding.overridden_by
    return {
        "code": finding.code,
        "says": finding.says,
        "seen": dict(finding.seen),
        "clears": finding.clears,
        "valid_until": finding.valid_until and finding.valid_until.isoformat(),
        "overridden_by": by and [by.id, by.role.value, by.clinic],
        "override_reason": finding.override_reason,
    }


def _finding(told: dict[str, Any], kinds: Mapping[str, FindingKind]) -> Finding:
    until, by = told["valid_until"], told["overridden_by"]
    return Finding(
        kind=kinds[told["code"]],
        says=told["says"],
        seen=told["seen"],
        clears=told["clears"],
        valid_until=datetime.fromisoformat(until) if until else None,
        overridden_by=Actor(by[0], Role(by[1]), by[2]) if by else None,
        override_reason=told["override_reason"],
    )

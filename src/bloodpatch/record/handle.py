"""The life of a command: the only way into the record.

In one transaction of the clinic's only writer: was this command given before? then the same
answer; else load the episode and fold it, see whether something that the command depends on
happened since the page was drawn, decide, append, put the read models right, run what must happen
with it or not at all. The answer is given when all of it is durable, and not before.
"""

from collections.abc import Callable, Iterable, Mapping
from functools import cached_property
from types import MappingProxyType
from typing import Any

from bloodpatch.pathway.context import Context
from bloodpatch.pathway.decide import Accepted as Agreed
from bloodpatch.pathway.decide import noted
from bloodpatch.pathway.events import Actor, Happened
from bloodpatch.pathway.statements import Command
from bloodpatch.record import (
    facts,
    folds,
    ledger,
    stored_results,
)
from bloodpatch.record.errors import CommandReused, SeenAhead, UnknownEpisode
from bloodpatch.record.folded import Folded
from bloodpatch.record.outcomes import Accepted, Conflict, Outcome, Refused
from bloodpatch.record.ports import Record, Within
from bloodpatch.record.protocols import shipped_tables
from bloodpatch.record.sql import Sql, storage_faults
from bloodpatch.record.text_cipher import TextCipher
from bloodpatch.record.writer import Turn, transaction_of


def handle(
    record: Record,
    command: Command,
    *,
    episode: str,
    actor: Actor,
    command_id: str,
    seen: int | None,
    before: Iterable[Callable[[], object]] = (),
    within: Iterable[Within] = (),
    used: Mapping[str, str] = MappingProxyType({}),
) -> Outcome:
    """Give a command in the name of an actor, for an episode of the actor's clinic.

    `command_id` is drawn with the form, so that a second click is the same command. `seen` is the
    position up to which the page showed the episode; None where nothing was shown. `before` runs
    in the same transaction ahead of the decision (a new patient's registration), `within` behind
    it, with what was recorded; both happen with the command or not at all, and once. `used` is
    what the page took from outside the episode; the envelope keeps it beside the clinic's facts.
    Raises `UnknownEpisode`, `CommandReused`, `SeenAhead` and the storage faults of `errors`.
    """
    cipher = TextCipher(record.keys.of_episode, actor.clinic, episode)
    given = _Given(record, command, actor, command_id, seen, cipher, used)
    _warm(record, cipher)
    with transaction_of(record.using, actor.clinic) as turn:
        outcome, folded = given.settle(turn, before)
        if isinstance(outcome, Accepted) and not outcome.again:
            for also in (*record.within, *within):
                also(outcome)
        else:
            turn.undo()
    # Only now is it durable. A fold of something undone would be noticed, but need not be kept.
    record.folds.keep(folded)
    return outcome


def _warm(record: Record, cipher: TextCipher) -> None:
    """Fold a long episode before standing at the writer's desk, where others wait."""
    if record.folds.get(cipher.clinic, cipher.episode) is None:
        with storage_faults(record.using):
            folds.load(record, Sql(record.using), cipher)


class _Given:
    """A command as it was given, and what becomes of it."""

    def __init__(
        self,
        record: Record,
        command: Command,
        actor: Actor,
        command_id: str,
        seen: int | None,
        cipher: TextCipher,
        used: Mapping[str, str],
    ) -> None:
        self.record, self.command, self.actor = record, command, actor
        self.command_id, self.seen, self.cipher = command_id, seen, cipher
        self.used = used

    @cached_property
    def asked(self) -> bytes:
        return stored_results.asked(self.command, self.actor, self.cipher)

    def settle(self, turn: Turn, before: Iterable[Callable[[], object]]) -> tuple[Outcome, Folded]:
        known = stored_results.find(turn.sql, turn.clinic, self.command_id)
        if known is None:
            for first in before:
                first()
        folded = folds.load(self.record, turn.sql, self.cipher)
        if known is not None:
            return self._same_answer(turn, known, folded), folded
        self._must_exist(folded)
        if since := self._since(turn, folded):
            return Conflict(since, folded.state, folded.position), folded
        return self._decide(turn, folded)

    def _must_exist(self, folded: Folded) -> None:
        if folded.position == 0 and not self.record.decider.opens(self.command.name):
            raise UnknownEpisode(folded.episode)
        if self.seen is not None and self.seen > folded.position:
            raise SeenAhead(folded.episode, self.seen, folded.position)

    def _same_answer(self, turn: Turn, known: stored_results.Answer, folded: Folded) -> Accepted:
        if known.episode != folded.episode or not stored_results.same(known.asked, self.asked):
            raise CommandReused(self.command_id)
        first = known.positions[0]
        rows = ledger.rows_from(turn.sql, turn.clinic, folded.episode, first)[: known.events]
        return Accepted(
            positions=known.positions,
            events=tuple(ledger.read_back(r, self.record.codec, self.cipher) for r in rows),
            findings=stored_results.open_findings(
                known.findings, self.command_id, self.cipher, self.record.decider.findings
            ),
            episode=folded.state,
            position=folded.position,
            again=True,
        )

    def _since(self, turn: Turn, folded: Folded) -> tuple[Happened[Any], ...]:
        """What happened since the page was drawn and touches what this command depends on."""
        if self.seen is None or self.seen == folded.position:
            return ()
        depends_on = self.record.decider.acts[self.command.name].depends_on
        if not depends_on:
            return ()
        rows = ledger.rows_from(turn.sql, turn.clinic, folded.episode, self.seen + 1)
        newer = (ledger.read_back(row, self.record.codec, self.cipher) for row in rows)
        touched = self.record.decider.touched
        return tuple(
            h for h in newer if any(n.startswith(depends_on) for n in touched(folded.state, h))
        )

    def _decide(self, turn: Turn, folded: Folded) -> tuple[Outcome, Folded]:
        decider, episode = self.record.decider, folded.episode
        looked_at = facts.Watched(lambda: self.record.facts(turn.clinic, episode))
        context = self._context(turn, folded, looked_at)
        decision = decider.decide(folded.state, self.command, context)
        if not isinstance(decision, Agreed):
            return Refused(decision.findings, folded.state, folded.position), folded
        happened = self._envelopes(turn, folded, context, decision, {**looked_at.used, **self.used})
        return self._record(turn, folded, decision, happened)

    def _context(self, turn: Turn, folded: Folded, looked_at: facts.Watched) -> Context:
        record = self.record
        pinned = record.decider.pinned(folded.state)
        return Context(
            actor=self.actor,
            now=record.clock(),
            protocol=record.protocols.in_force(turn.clinic, pinned),
            zone=record.zone(turn.clinic),
            facts=looked_at.facts,
            tables=shipped_tables(),
        )

    def _envelopes(
        self,
        turn: Turn,
        folded: Folded,
        context: Context,
        decision: Agreed,
        used: dict[str, str],
    ) -> tuple[Happened[Any], ...]:
        marks = tuple(noted(finding) for finding in decision.findings)
        return tuple(
            Happened(
                event=event,
                position=folded.position + i,
                number=turn.number + i,
                occurred=decision.occurred,
                recorded_at=context.now,
                by=self.actor,
                command_id=self.command_id,
                protocol=context.protocol.hash,
                software=self.record.software,
                findings=marks,
                used=used,
            )
            for i, event in enumerate(decision.events, start=1)
        )

    def _record(
        self, turn: Turn, folded: Folded, decision: Agreed, happened: tuple[Happened[Any], ...]
    ) -> tuple[Accepted, Folded]:
        """After `decide` has accepted, nothing here may refuse; it can only fail as a whole."""
        record, cipher = self.record, self.cipher
        rows = ledger.rows_of(turn, record.codec, cipher, happened)
        for one in happened:
            folded = folds.evolved(record, folded, one, turn.hash, cipher)
        protocol = record.protocols.known(turn.clinic, record.decider.pinned(folded.state))
        answer = self._answer(folded, decision)
        with turn.sql.together():
            ledger.append(turn, rows)
            for model in record.read_models:
                model.put(turn.sql, folded, protocol)
            stored_results.keep(turn.sql, turn.clinic, self.command_id, answer)
        positions = tuple(h.position for h in happened)
        state, position = folded.state, folded.position
        return Accepted(positions, happened, decision.findings, state, position), folded

    def _answer(self, folded: Folded, decision: Agreed) -> stored_results.Answer:
        findings = stored_results.sealed_findings(decision.findings, self.command_id, self.cipher)
        events = len(decision.events)
        return stored_results.Answer(folded.episode, folded.position, events, self.asked, findings)

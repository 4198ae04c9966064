"""The same promises with the commands of the treatment, given at random and given on purpose."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from random import Random
from uuid import uuid4

import pytest

from bloodpatch.pathway.amendment.commands import Correct
from bloodpatch.pathway.codes import Code, PlainForm
from bloodpatch.pathway.episode import Episode, fold
from bloodpatch.pathway.events import Actor, Event
from bloodpatch.pathway.protocol import Protocol
from bloodpatch.pathway.roles import MAY_GIVE, Role
from bloodpatch.pathway.stages.recovery import commands as recovery
from bloodpatch.pathway.stages.referral import commands as referral
from bloodpatch.pathway.treatment import ACTS, EVENTS
from bloodpatch.pathway.values import Count, FreeText
from bloodpatch.pathway.whereabouts import Whereabouts
from bloodpatch.record import episodes, ledger, rebuild
from bloodpatch.record.codec import wordy
from bloodpatch.record.decider import PATHWAY
from bloodpatch.record.episode_table import EPISODES
from bloodpatch.record.errors import UnknownEpisode
from bloodpatch.record.outcomes import Accepted, Conflict, Refused
from bloodpatch.record.protocols import shipped
from bloodpatch.record.text_cipher import TextCipher
from bloodpatch.record.verify import verify
from tests.contract.conftest import Desk, a_record
from tests.spec.samples import drawn, full, minimal

SEEDS = (1, 2, 3)


class Kaysville:
    def in_force(self, clinic: str, pinned: str | None) -> Protocol:
        return shipped("kaysville")

    known = in_force


@pytest.fixture
def ward(using: str) -> Desk:
    record = a_record(using, decider=PATHWAY, protocols=Kaysville(), read_models=(EPISODES,))
    return Desk(record)


def referred(ward: Desk, episode: str = "e-1") -> Accepted:
    return ward.accepted(minimal(referral.Receive), episode, actor=by(ward, "front_desk"))


def by(ward: Desk, role: str) -> Actor:
    return Actor(f"{role}-1", Role(role), ward.clinic)


@pytest.mark.parametrize("name", [name for name, _ in EVENTS])
@pytest.mark.parametrize("build", [full, minimal])
def test_p11_every_event_comes_back_as_it_went_in(
    name: str, build: Callable[[type[Event]], Event]
) -> None:
    event = build(EVENTS[name, 1])
    cipher = TextCipher(lambda *_: b"k" * 32, "clinic", "e-1")
    body = PATHWAY.codec.body(event, 4, cipher)
    assert PATHWAY.codec.event(name, 1, body, 4, cipher) == event
    for field in wordy(type(event)):
        clear = getattr(event, field)
        for text in clear if isinstance(clear, tuple) else (clear,):
            assert text is None or text.text.encode() not in body


@pytest.mark.parametrize("seed", SEEDS)
def test_p07_after_a_random_treatment_everything_agrees(ward: Desk, seed: int) -> None:
    chance, ids = Random(seed), ("e-1", "e-2", "e-3")
    for episode in ids:
        referred(ward, episode)
    outcomes = [a_random_command(ward, chance, chance.choice(ids)) for _ in range(150)]
    accepted = sum(isinstance(outcome, Accepted) for outcome in outcomes)
    assert accepted > 40
    assert any(isinstance(outcome, Refused) for outcome in outcomes)
    found = ledger.follow(
        ward.sql, ward.record.codec, ward.record.keys.of_episode, ward.clinic, 0, 1000
    )
    assert [f.happened.number for f in found] == list(range(1, accepted + 4))
    for episode in ids:
        history = [f.happened for f in found if f.episode == episode]
        assert ward.state(episode) == ward.afresh().state(episode) == fold(episode, history)
    assert verify(ward.record.using, ward.clinic).whole
    assert rebuild.compare(ward.record, ward.clinic) == []


def a_random_command(ward: Desk, chance: Random, episode: str) -> object:
    act = chance.choice(tuple(ACTS.values()))
    role = chance.choice(sorted(MAY_GIVE[act.name]))
    now = ward.record.clock()
    return ward.give(drawn(act.command, chance, now), episode, actor=by(ward, role.value))


def test_p05_only_a_referral_opens_an_episode(ward: Desk) -> None:
    for act in ACTS.values():
        if act.command is not referral.Receive:
            with pytest.raises(UnknownEpisode):
                ward.give(minimal(act.command), "new", actor=by(ward, "physician"))
    assert ledger.head(ward.sql, ward.clinic).number == 0
    opened = referred(ward, "new")
    assert opened.positions == (1,)
    assert isinstance(opened.episode, Episode)


def test_p03_a_correction_of_what_a_command_depends_on_is_a_conflict(ward: Desk) -> None:
    referred(ward)
    nurse = by(ward, "nurse")
    walk = full(recovery.RecordStandAndWalk)
    first = ward.accepted(walk, "e-1", actor=nurse).position
    correction = Correct(
        position=Count(first),
        field=Code("walked"),
        value=PlainForm("less"),
        reason=FreeText("the other corridor"),
    )
    ward.accepted(correction, "e-1", actor=nurse)
    outcome = ward.give(walk, "e-1", actor=nurse, seen=first)
    assert isinstance(outcome, Conflict)
    assert [h.event.name for h in outcome.since] == ["amendment.corrected"]


def test_p07_the_list_says_where_everybody_is_and_what_is_owed(ward: Desk) -> None:
    before = episodes.version(ward.record, ward.clinic)
    opened = referred(ward)
    (line,) = episodes.open_episodes(ward.record, ward.clinic)
    assert line == episodes.summary(ward.record, ward.clinic, "e-1")
    assert (line.whereabouts, line.position, line.is_open) == (Whereabouts.REFERRED, 1, True)
    assert line.due is not None
    assert line.opened_at == ledger.instant(opened.events[0].recorded_at)
    assert episodes.version(ward.record, ward.clinic) != before
    assert episodes.due_by(ward.record, ward.clinic, line.due) == [line]
    earlier = datetime.fromisoformat(line.due) - timedelta(seconds=1)
    assert episodes.due_by(ward.record, ward.clinic, ledger.instant(earlier)) == []


def test_p07_a_rebuild_changes_what_a_board_asks_for(ward: Desk) -> None:
    referred(ward)
    before = episodes.version(ward.record, ward.clinic)
    assert episodes.version(ward.record, ward.clinic) == before
    rebuild.rebuild(ward.record, ward.clinic)
    assert episodes.version(ward.record, ward.clinic) != before


def test_p04_findings_that_stood_on_an_act_come_back_with_the_same_answer(ward: Desk) -> None:
    referred(ward)
    nurse, name = by(ward, "nurse"), uuid4().hex
    first = ward.accepted(full(recovery.StartRest), "e-1", actor=nurse, command_id=name)
    again = ward.afresh().accepted(full(recovery.StartRest), "e-1", actor=nurse, command_id=name)
    assert first.findings  # a rest without a patch
    assert (again.findings, again.events) == (first.findings, first.events)


def test_p09_instants_are_stored_so_that_text_sorts_like_time() -> None:
    at = datetime(2026, 11, 22, 15, 0, tzinfo=UTC)
    later = [at + timedelta(microseconds=n) for n in (0, 1, 10, 999_999, 1_000_000)]
    told = [ledger.instant(one) for one in later]
    assert told == sorted(told)
    assert [datetime.fromisoformat(one) for one in told] == later

"""What holds in every history, whatever anybody says in whatever order.

About 3,000 commands in `make test`; 100,000 under BLOODPATCH_PROVE=1, or as many histories as
BLOODPATCH_HISTORIES says.
"""

import os
from collections import Counter
from collections.abc import Callable
from datetime import timedelta

import pytest
from histories import PERMITS, Told, history, shown

from bloodpatch.pathway.acts import ACT_BEHIND
from bloodpatch.pathway.amendment.events import (
    Corrected,
    Struck,
)
from bloodpatch.pathway.decide import Accepted, decide, may
from bloodpatch.pathway.episode import Episode, fold
from bloodpatch.pathway.events import Happened
from bloodpatch.pathway.queries.concerned_entries import concerned
from bloodpatch.pathway.roles import MAY_GIVE, Role
from bloodpatch.pathway.treatment import ACTS
from bloodpatch.pathway.whereabouts import Whereabouts
from bloodpatch.pathway.worklist import owed

SEEDS, COMMANDS_EACH = 60, 50
PROVED = int(os.environ.get("BLOODPATCH_HISTORIES", "2200"))

OVER = (Whereabouts.EMPTY, Whereabouts.CLOSED)
# What is owed beside the patient's own place in the treatment; it comes and goes, and nobody may
# depend on it for not being lost.
BESIDE = {
    "adverse_event.draft",
    "adverse_event.review",
    "amendment.entries_expected",
    "amendment.would_not_have_been_permitted",
    "closure.death_told",
    "closure.reopened",
    "followup.red_flag",
    "procedure.blood_waits",
    "procedure.given_up",
    "procedure.patched_elsewhere",
    "procedure.volumes",
    "recovery.observations",
    "repeat.decision",
    "review.against_a_rule",
}
SIGNED = [name for name, roles in MAY_GIVE.items() if roles == {Role.PHYSICIAN}]

Invariant = Callable[[Told], bool]


def nobody_is_lost(told: Told) -> bool:
    """No open episode is without something owed for the place that the patient is in."""
    episode = told.story.episode
    if episode.whereabouts in OVER:
        return True
    return any(o.code not in BESIDE for o in owed(episode, told.story.protocol))


def what_is_owed_can_be_done(told: Told) -> bool:
    """Each obligation has a role that may do it, a time, words, and a place in the order."""
    obligations = owed(told.story.episode, told.story.protocol)
    complete = (
        o.act in ACTS
        and o.owner in MAY_GIVE[o.act]
        and o.due.utcoffset() == timedelta(0)
        and o.says
        for o in obligations
    )
    return all(complete) and list(obligations) == sorted(obligations, key=lambda o: o.due)


def evolving_is_folding(told: Told) -> bool:
    """Event by event comes to the same as all of them from nothing."""
    episode = told.story.episode
    return episode == fold(episode.id, episode.history)


def folding_is_always_the_same(told: Told) -> bool:
    episode = told.story.episode
    return fold(episode.id, episode.history) == fold(episode.id, list(episode.history))


def deciding_changes_nothing(told: Told) -> bool:
    again = decide(told.before, told.command, told.story.context(told.role))
    return again == told.outcome


def refused_is_nothing_happened(told: Told) -> bool:
    after = told.story.episode
    if isinstance(told.outcome, Accepted):
        return after.position == told.before.position + len(told.outcome.events)
    return after is told.before and any(f.blocks for f in told.outcome.findings)


def positions_are_dense(told: Told) -> bool:
    history = told.story.episode.history
    return [h.position for h in history] == list(range(1, len(history) + 1))


def nothing_that_was_recorded_changes(told: Told) -> bool:
    before = told.before.history
    return told.story.episode.history[: len(before)] == before


def a_permit_was_open_when_it_was_given(told: Told) -> bool:
    """The act accepts nothing that its button refuses."""
    if not isinstance(told.outcome, Accepted) or not ACTS[told.command.name].permit:
        return True
    context = told.story.context(told.role)
    asked = may(type(told.command), told.before, context)
    waived = ACTS[told.command.name].waived
    if waived and waived[0](told.command):  # provisional: its button cannot know what is typed
        asked = ()
    return not any(f.blocks for f in (*asked, *told.outcome.findings))


def a_signature_is_a_physicians(told: Told) -> bool:
    """T12: cleared, repeated, closed, overridden, lifted: by a physician, also once corrected."""
    episode = told.story.episode
    signed = (h for h in episode.standing if ACT_BEHIND[type(h.event)].name in SIGNED)
    return all(h.by.role is Role.PHYSICIAN for h in signed) and all(
        round.clearance.cleared is None or round.clearance.cleared.by.role is Role.PHYSICIAN
        for round in episode.rounds
    )


def who_corrects_may_say_it(told: Told) -> bool:
    return all(
        h.by.role in MAY_GIVE[ACT_BEHIND[type(entry.event)].name]
        for h in told.story.episode.history[-1:]
        for entry in about(told.story.episode, h)
    )


def about(episode: Episode, happened: Happened[object]) -> tuple[Happened[object], ...]:
    event = happened.event
    if isinstance(event, Struck):
        return tuple(concerned(episode, (int(p) for p in event.positions)))
    return tuple(concerned(episode, (int(event.position),))) if isinstance(event, Corrected) else ()


def never_more_injected_than_drawn(told: Told) -> bool:
    """T7 T13: or, where a correction made it so, a physician is told to put it right."""
    episode = told.story.episode
    if episode.whereabouts in OVER:
        return True
    wrong = any(
        r.procedure.draw
        and r.procedure.volume_drawn is not None
        and r.procedure.blood_ml_injected > r.procedure.volume_drawn
        for r in episode.rounds
    )
    codes = {o.code for o in owed(episode, told.story.protocol)}
    return not wrong or "procedure.volumes" in codes


def every_button_can_be_drawn(told: Told) -> bool:
    context = told.story.context(Role.PHYSICIAN)
    asked = [may(kind, told.story.episode, context) for kind in PERMITS]
    return all(f.says and f.clears for found in asked for f in found)


def the_past_can_be_looked_at(told: Told) -> bool:
    """As it was an hour ago: a state like any other, of what had happened by then."""
    instant = told.story.now - timedelta(hours=1)
    then = told.story.episode.as_at(instant)
    return then.whereabouts in Whereabouts and all(h.occurred.at <= instant for h in then.standing)


def a_corrected_list_stays_corrected(told: Told) -> bool:
    """Correcting it again changes nothing: each strike and each correction was done."""
    episode = told.story.episode
    again = fold(episode.id, episode.standing)
    return again.standing == episode.standing and again.whereabouts is episode.whereabouts


INVARIANTS: tuple[Invariant, ...] = (
    nobody_is_lost,
    what_is_owed_can_be_done,
    evolving_is_folding,
    deciding_changes_nothing,
    refused_is_nothing_happened,
    positions_are_dense,
    nothing_that_was_recorded_changes,
    a_permit_was_open_when_it_was_given,
    a_signature_is_a_physicians,
    who_corrects_may_say_it,
    never_more_injected_than_drawn,
)
NOW_AND_THEN: tuple[Invariant, ...] = (
    every_button_can_be_drawn,
    folding_is_always_the_same,
    the_past_can_be_looked_at,
    a_corrected_list_stays_corrected,
)


def broken(seed: int, seen: Counter[str]) -> list[str]:
    """The invariants that a history breaks, with the command that broke each first."""
    faults: dict[str, str] = {}
    for number, told in enumerate(history(seed, COMMANDS_EACH), 1):
        asked = INVARIANTS if number % 10 else (*INVARIANTS, *NOW_AND_THEN)
        for holds in asked:
            if holds.__name__ not in faults and not holds(told):
                faults[holds.__name__] = f"seed {seed}, command {number}: {shown(told)}"
        seen[type(told.outcome).__name__] += 1
        seen[told.story.episode.whereabouts] += 1
    return [f"{name}: {where}" for name, where in faults.items()]


@pytest.mark.parametrize("tens", range(SEEDS // 10))
def test_in_every_history(tens: int) -> None:
    seen: Counter[str] = Counter()
    faults = [fault for n in range(10) for fault in broken(10 * tens + n, seen)]
    assert faults == []
    assert seen["Accepted"] > seen["Refused"] > 0


def test_the_histories_lead_everywhere() -> None:
    """A proof by chance is worth what chance has met: every place, and both answers."""
    places = {told.before.whereabouts for seed in range(SEEDS) for told in history(seed, 10)}
    assert places == set(Whereabouts)


@pytest.mark.prove
def test_in_a_hundred_thousand_commands(record_property: Callable[[str, object], None]) -> None:
    seen: Counter[str] = Counter()
    faults = [fault for seed in range(PROVED) for fault in broken(seed, seen)]
    commands = seen["Accepted"] + seen["Refused"]
    for name, figure in (
        ("histories", PROVED),
        ("commands", commands),
        ("accepted", seen["Accepted"]),
        ("broken invariants", len(faults)),
    ):
        record_property(name, figure)
    assert faults == []
    assert commands > 0.9 * PROVED * COMMANDS_EACH
    assert set(Whereabouts) <= set(seen)


def test_a_history_is_told_by_its_seed() -> None:
    def once(seed: int) -> list[str]:
        return [shown(told) for told in history(seed, 30)]

    assert once(7) == once(7) != once(8)

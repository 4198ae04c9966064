"""Hindsight: what was permitted, looked at again with what is known today.

`decide` is never run again on history: what was permitted stays permitted, and nothing that was
recorded changes. But where the ground that a permit stood on was corrected, struck, or told late,
a physician is told what would have spoken against it.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import fields
from datetime import UTC, datetime
from functools import partial
from typing import Any

from bloodpatch.pathway.acts import ACT_BEHIND, Act
from bloodpatch.pathway.amendment.events import (
    Corrected,
    Struck,
)
from bloodpatch.pathway.context import Context, Facts
from bloodpatch.pathway.episode import Episode
from bloodpatch.pathway.events import Happened
from bloodpatch.pathway.findings import Finding, one_per_fact
from bloodpatch.pathway.protocol import Protocol
from bloodpatch.pathway.queries.concerned_entries import concerned, versions
from bloodpatch.pathway.review.events import Acknowledged
from bloodpatch.pathway.review.settlement import settled

Moment = tuple[datetime, int]
LAST: Moment = (datetime.max.replace(tzinfo=UTC), 0)

Broken = tuple[Happened[Any], Finding]
"""A permit, and what would have spoken against it."""


def would_not_have_been_permitted(episode: Episode, protocol: Protocol) -> tuple[Broken, ...]:
    """Each stop and hold that stands on a permit by what is known today, and did not by what was
    known when it was given."""
    if not episode.history or not episode.whole:
        return ()

    def found() -> tuple[Broken, ...]:
        permits = shaken(episode)
        return tuple((p, finding) for p in permits for finding in broken(p, episode, protocol))

    return episode.remembered.ask(("broken", 0), episode.history[-1], protocol, found)


def not_looked_at(episode: Episode, protocol: Protocol) -> tuple[tuple[Broken, Happened[Any]], ...]:
    """Those that no physician has looked at since they came up; each with what brought it up."""
    if not would_not_have_been_permitted(episode, protocol):
        return ()
    newest = episode.history[-1]
    asked = partial(tuple, waiting(episode, protocol))
    return episode.remembered.ask(("unseen", 0), newest, protocol, asked)


def waiting(episode: Episode, protocol: Protocol) -> Iterator[tuple[Broken, Happened[Any]]]:
    for permit, finding in would_not_have_been_permitted(episode, protocol):
        cause = brought_up_by(permit, finding, episode, protocol)
        if not looked_at_since(permit, cause, episode):
            yield (permit, finding), cause


def looked_at_since(permit: Happened[Any], cause: Happened[Any], episode: Episode) -> bool:
    """A signature that is older than the correction was given for something else."""
    return any(
        word.position > cause.position and permit.position in map(int, word.event.positions)
        for word in episode.review.all(Acknowledged)
    )


def permits_not_looked_at(episode: Episode, protocol: Protocol) -> tuple[int, ...]:
    """The permits that would not have been given by what is known today, and that no physician
    has looked at since."""
    found = (permit.position for (permit, _), _ in not_looked_at(episode, protocol))
    return tuple(dict.fromkeys(found))


# WHICH PERMITS


def shaken(episode: Episode) -> tuple[Happened[Any], ...]:
    """The standing permits whose ground was changed after they were given, earliest first.

    Read from the newest back, so that an episode without corrections costs next to nothing."""
    standing = {h.position: h for h in episode.standing}
    found: list[Happened[Any]] = []
    earliest = LAST
    for happened in reversed(episode.history):
        permit = standing.get(happened.position)
        if permit and ACT_BEHIND[type(permit.event)].permit and earliest < bound(permit):
            found.append(permit)
        earliest = min(earliest, reach(happened, episode))
    return tuple(reversed(found))


def changes_since(permit: Happened[Any], episode: Episode) -> list[Happened[Any]]:
    """What was recorded after a permit and says something about the time before it."""
    after = episode.history[permit.position :]
    return [h for h in after if reach(h, episode) < bound(permit)]


def reach(happened: Happened[Any], episode: Episode) -> Moment:
    """How far back an entry says something: a correction or a strike, as far as what it is about,
    told as it was and as it is now; any other entry, to when it happened."""
    if not isinstance(happened.event, (Corrected, Struck)):
        return happened.order
    about = concerned(episode, (happened.position,))
    return min(v.order for h in about for v in versions(episode, h.position))


def bound(permit: Happened[Any]) -> Moment:
    """Before this is the ground of a permit; its own entry belongs to it."""
    return (permit.latest, permit.position + 1)


def brought_up_by(
    permit: Happened[Any], finding: Finding, episode: Episode, protocol: Protocol
) -> Happened[Any]:
    """The change with which it began to speak against the permit."""
    changes = changes_since(permit, episode)

    def stood(change: Happened[Any]) -> bool:
        then = broken_after(permit.position, change, episode, protocol)
        return finding_of(finding) in {finding_of(one) for one in then}

    return changes[min(first(changes, stood), len(changes) - 1)]


def first(changes: Sequence[Happened[Any]], stood: Callable[[Happened[Any]], bool]) -> int:
    """Where it begins to be true. The steps are the same however many changes follow, so that what
    was asked before one more of them is what is asked after it."""
    before, step = -1, 1 << len(changes).bit_length()
    while step := step >> 1:
        if before + step < len(changes) and not stood(changes[before + step]):
            before += step
    return before + 1


# WHAT SPEAKS AGAINST IT


def broken(permit: Happened[Any], episode: Episode, protocol: Protocol) -> tuple[Finding, ...]:
    """As it was when the last change of its ground was recorded: nothing since says otherwise."""
    return broken_after(permit.position, changes_since(permit, episode)[-1], episode, protocol)


def broken_after(
    position: int, change: Happened[Any], episode: Episode, protocol: Protocol
) -> tuple[Finding, ...]:
    """What spoke against a permit once a change was recorded."""

    def found() -> tuple[Finding, ...]:
        known = episode.up_to(change.position)
        permit = next((h for h in known.standing if h.position == position), None)
        return () if permit is None else tuple(against(permit, known, protocol))

    return episode.remembered.ask(("permit", position), change, protocol, found)


def against(permit: Happened[Any], episode: Episode, protocol: Protocol) -> Iterator[Finding]:
    """Both sides are asked by the same rules: a rule that changed since breaks nothing."""
    now = blocking(permit, known_today(permit, episode), protocol)
    if not now:
        return
    recorded = episode.history[permit.position - 1]

    def before() -> list[Finding]:
        return blocking(recorded, episode.up_to(permit.position - 1), protocol)

    then = episode.remembered.ask(("then", permit.position), recorded, protocol, before)
    stood = {finding_of(finding) for finding in then}
    yield from (finding for finding in now if finding_of(finding) not in stood)


def known_today(permit: Happened[Any], episode: Episode) -> Episode:
    """What had happened before it, by what is known today."""
    return episode.of_only(h for h in episode.standing if h.order < permit.order)


def blocking(permit: Happened[Any], ground: Episode, protocol: Protocol) -> list[Finding]:
    """What a permit would be refused for on this ground: the rungs of its act, climbed again."""
    act = ACT_BEHIND[type(permit.event)]
    context = as_it_was_asked(permit, protocol)
    command = said_again(act, permit)
    climbed = [finding for rung in act.climbed_by(command) for finding in rung(ground, context)]
    climbed += [finding for rung in act.fields for finding in rung(ground, command, context)]
    found = one_per_fact(settled(climbed, act, ground, context.now))
    return [finding for finding in found if finding.blocks]


def said_again(act: Act, permit: Happened[Any]) -> Any:
    told = {f.name: getattr(permit.event, f.name) for f in fields(permit.event)}
    return act.command(**told)


def as_it_was_asked(permit: Happened[Any], protocol: Protocol) -> Context:
    """By the one who gave it, at that time, with what was taken from the clinic."""
    return Context(
        actor=permit.by,
        now=permit.latest,
        protocol=protocol,
        zone=permit.occurred.zone,
        facts=facts_of(permit),
    )


def facts_of(permit: Happened[Any]) -> Facts:
    """The facts that the event has kept; those that nobody looked at stay unknown."""
    used = permit.used
    known = Facts()
    return Facts(
        age_years=int(used["age_years"]) if "age_years" in used else known.age_years,
        language=used.get("language"),
        unresolved_duplicate=used.get("unresolved_duplicate") == str(True),
        other_open_draws=int(used.get("other_open_draws", known.other_open_draws)),
        protocol_in_force=used.get("protocol_in_force"),
    )


def finding_of(finding: Finding) -> tuple[str, tuple[tuple[str, str], ...]]:
    """The same rule about the same values is the same finding."""
    return finding.code, tuple(sorted(finding.seen.items()))


# OBLIGATIONS

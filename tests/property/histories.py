"""Random histories: everything that anybody may say, in any order, plausible and absurd.

A history begins somewhere in the treatment and goes on with what is owed, with what nobody would
do, with late entries, corrections, strikes, overrides and lifts. The same seed tells the same.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from random import Random
from typing import Any

from places import WAY_TO, second_round, there
from samples import EVERY, ZONE, by_chance, drawn
from story import Story, protocol

from bloodpatch.pathway.amendment.commands import (
    AdoptProtocol,
    Correct,
    StrikeEntries,
)
from bloodpatch.pathway.amendment.events import ProtocolAdopted
from bloodpatch.pathway.codes import Code, PlainForm
from bloodpatch.pathway.decide import Accepted, Refused, decide, may
from bloodpatch.pathway.episode import Episode
from bloodpatch.pathway.findings import Finding, Level
from bloodpatch.pathway.review.choices import Examination
from bloodpatch.pathway.review.commands import (
    Acknowledge,
    LiftStop,
    OverrideHold,
)
from bloodpatch.pathway.roles import MAY_GIVE, Role
from bloodpatch.pathway.stages.booking.commands import Book
from bloodpatch.pathway.stages.procedure.commands import (
    RecordDiscard,
    RecordDraw,
    RecordInjection,
)
from bloodpatch.pathway.stages.procedure.events import (
    Drawn,
    Injected,
)
from bloodpatch.pathway.statements import Command, hints, plain, plain_fields, stated
from bloodpatch.pathway.treatment import ACTS
from bloodpatch.pathway.values import Count, FreeText, Millilitres, Precision, ValueFault, When
from bloodpatch.pathway.worklist import owed

PERMITS = tuple(act.command for act in ACTS.values() if act.permit)
PROTOCOLS = ("kaysville", "multisociety", "house")
WHY = FreeText("Said by chance.")


@dataclass(frozen=True)
class Told:
    """One command of a history, and what became of it."""

    command: Command
    role: Role
    before: Episode
    outcome: Accepted | Refused
    story: Story


def history(seed: int, commands: int = 50) -> Iterator[Told]:
    """A history of so many commands, from the seed alone."""
    chance = Random(seed)
    story = begin(seed)
    story.protocol = protocol(chance.choice(PROTOCOLS))
    for _ in range(commands):
        story.wait(minutes=minutes(chance))
        try:
            role, command = say(story, chance)
        except ValueFault:
            continue  # malformed, so it was never a command
        before = story.episode
        outcome = decide(before, command, story.context(role))
        if isinstance(outcome, Accepted):
            story.file(role, outcome)
        yield Told(command, role, before, outcome, story)


def begin(seed: int) -> Story:
    """At each place in turn, and now and then in the second round."""
    places = (*WAY_TO, None, None)
    place = places[seed % len(places)]
    return there(place) if place else second_round()


def minutes(chance: Random) -> float:
    return chance.choice((0, 0.5, 1, 5, 10, 30, 60, 600, 2000))


def say(story: Story, chance: Random) -> tuple[Role, Command]:
    """What somebody says next. `weights` are how often people do the one or the other."""
    ways = (owing, whatever, late, correcting, striking, signing, handling_blood)
    way = chance.choices(ways, weights=(40, 25, 12, 9, 4, 10, 10))[0]
    return way(story, chance)


def someone(kind: type[Command], chance: Random) -> Role:
    """Mostly somebody who may."""
    if chance.random() < 0.05:
        return chance.choice(tuple(Role))
    return chance.choice(sorted(MAY_GIVE[kind.name]))


def owing(story: Story, chance: Random) -> tuple[Role, Command]:
    """The act that is owed now; nothing owed: anything."""
    acts = [o.act for o in owed(story.episode, story.protocol) if o.act]
    kind = ACTS[chance.choice(acts)].command if acts else chance.choice(EVERY)
    return someone(kind, chance), plausible(kind, story, chance)


def whatever(story: Story, chance: Random) -> tuple[Role, Command]:
    kind = chance.choice((*EVERY, *PERMITS, *PERMITS))
    return someone(kind, chance), plausible(kind, story, chance)


def plausible(kind: type[Command], story: Story, chance: Random) -> Command:
    """What the plain patient's staff said, as often as not; else whatever comes."""
    if kind is Book:
        starts = When.exact(story.now + timedelta(hours=chance.choice((0, 2, 20))), ZONE)
        return drawn(kind, chance, story.now, starts=starts)
    if kind is AdoptProtocol:
        return AdoptProtocol(protocol=Code(protocol(chance.choice(PROTOCOLS)).hash))
    plain_ones = [h.event for h in there_and_back() if type(h.event) is ACTS[kind.name].becomes]
    if plain_ones and chance.random() < 0.6:
        said = chance.choice(plain_ones)
        return kind(**{f.name: getattr(said, f.name) for f in stated(kind)})
    return drawn(kind, chance, story.now)


def there_and_back() -> tuple[Any, ...]:
    """Everything that was recorded of a plain patient with two patches."""
    return second_round().episode.history


def late(story: Story, chance: Random) -> tuple[Role, Command]:
    """Something that happened before, more or less exactly known; sometimes of the future."""
    kind = chance.choice(EVERY)
    hours = chance.choice((-1, 0.2, 1, 1, 5, 30, 300)) * chance.random()
    precision = chance.choice((*Precision, Precision.MINUTE))
    occurred = When(story.now - timedelta(hours=hours), ZONE, precision)
    said = plausible(kind, story, chance)
    told = {f.name: getattr(said, f.name) for f in stated(kind)}
    return someone(kind, chance), kind(**told, occurred=occurred)


def correcting(story: Story, chance: Random) -> tuple[Role, Command]:
    """Some field of some entry, put right or wrong."""
    position = chance.randint(1, max(story.episode.position, 1) + 1)
    entry = story.episode.recorded(position)
    names = [f.name for f in stated(type(entry.event))] if entry else []
    if entry and isinstance(entry.event, ProtocolAdopted):
        names.remove("protocol")  # only a protocol that the clinic has can be adopted
    field = chance.choice((*names, "occurred", "nonsense"))
    value = text = None
    if field in names and entry and chance.random() < 0.9:
        right = plain(by_chance(type(entry.event), field, chance, story.now))
        words = hints(type(entry.event))[field] in (FreeText, FreeText | None)
        value, text = (None, right) if words else (right, None)
    elif field == "occurred":
        value = When.exact(story.now - timedelta(hours=60 * chance.random()), ZONE).plain()
    command = Correct(
        position=Count(position),
        field=Code(field),
        value=None if value is None else PlainForm(value),
        text=None if text is None else FreeText(text),
        reason=WHY,
    )
    return someone(Correct, chance), command


def handling_blood(story: Story, chance: Random) -> tuple[Role, Command]:
    """Drawn, injected, thrown away; and a volume of it put right afterwards."""
    volume = Millilitres(chance.randint(1, 30))
    recorded = [h for h in story.episode.history if isinstance(h.event, Drawn | Injected)]
    if recorded and chance.random() < 0.4:
        entry = chance.choice(recorded)
        drawn = isinstance(entry.event, Drawn)
        return Role.NURSE, Correct(
            position=Count(entry.position),
            field=Code("volume_ml_drawn" if drawn else "volume_ml_injected"),
            value=PlainForm(volume.plain()),
            reason=WHY,
        )
    said = chance.choice(
        (
            RecordDraw(volume_ml_drawn=volume),
            RecordInjection(volume_ml_injected=volume),
            RecordDiscard(),
        )
    )
    return Role.NURSE, said


def striking(story: Story, chance: Random) -> tuple[Role, Command]:
    there_are = max(story.episode.position, 1)
    positions = {chance.randint(max(1, there_are - 12), there_are) for _ in range(2)}
    return (
        chance.choice((Role.PHYSICIAN, someone(StrikeEntries, chance))),
        StrikeEntries(positions=tuple(Count(p) for p in sorted(positions)), reason=WHY),
    )


def signing(story: Story, chance: Random) -> tuple[Role, Command]:
    """A physician's word on what stands against an act, or on what was recorded against a rule."""
    act = chance.choice(PERMITS)
    shown = may(act, story.episode, story.context(Role.PHYSICIAN))
    blocking = [finding for finding in shown if finding.blocks]
    if not blocking:
        positions = [h.position for h in story.episode.standing if h.against] or [1]
        return Role.PHYSICIAN, Acknowledge(positions=tuple(Count(p) for p in positions))
    return Role.PHYSICIAN, word_on(chance.choice(blocking), act, story)


def word_on(finding: Finding, act: type[Command], story: Story) -> Command:
    seen = PlainForm(dict(finding.seen))
    if finding.kind.level is Level.STOP:
        return LiftStop(
            finding=Code(finding.code),
            saw=seen,
            examination=Examination.SPECIALIST,
            result=WHY,
        )
    return OverrideHold(
        finding=Code(finding.code),
        act=Code(act.name),
        patch_number=Count(story.episode.patch_number),
        saw=seen,
        reason=WHY,
    )


def shown(told: Told) -> str:
    """A command of a failing history, for whoever reads the failure."""
    outcome = "accepted" if isinstance(told.outcome, Accepted) else "refused"
    return f"{told.role} {told.command.name} {plain_fields(told.command)} -> {outcome}"

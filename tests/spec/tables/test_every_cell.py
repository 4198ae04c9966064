"""The table of the treatment: every place that a patient can be in, every command, every role.

Each cell has a defined outcome. None crashes, and none accepts what its own button would refuse.
"""

from collections.abc import Callable, Iterator

import pytest
from places import WAY_TO, second_round, there
from samples import EVERY, full, minimal
from story import Story

from bloodpatch.pathway.decide import Accepted, Refused, decide, may
from bloodpatch.pathway.episode import LADDER, fold
from bloodpatch.pathway.findings import KINDS
from bloodpatch.pathway.roles import MAY_GIVE, Role
from bloodpatch.pathway.statements import Command
from bloodpatch.pathway.treatment import ACTS
from bloodpatch.pathway.whereabouts import Whereabouts
from bloodpatch.pathway.worklist import owed

Cell = tuple[Command, Role]

PLACES = [*(p for p, _ in LADDER), "round two"]
OVER = (Whereabouts.EMPTY, Whereabouts.CLOSED)


def story_at(place: Whereabouts | str) -> Story:
    return there(place) if isinstance(place, Whereabouts) else second_round()


def cells() -> Iterator[Cell]:
    for kind in EVERY:
        for command in (minimal(kind), full(kind)):
            for role in Role:
                yield command, role


def outcome(story: Story, command: Command, role: Role) -> Accepted | Refused:
    return decide(story.episode, command, story.context(role))


def test_every_place_of_the_ladder_has_a_way_to_it() -> None:
    assert set(WAY_TO) == {place for place, _ in LADDER} == set(Whereabouts)
    assert {place: there(place).episode.whereabouts for place in WAY_TO} == {p: p for p in WAY_TO}


@pytest.mark.parametrize("place", PLACES)
def test_each_cell_has_a_defined_outcome(
    place: Whereabouts | str, record_property: Callable[[str, object], None]
) -> None:
    story = story_at(place)
    wrong = []
    for command, role in cells():
        result = outcome(story, command, role)
        known = all(f.code in KINDS for f in result.findings)
        defined = isinstance(result, Accepted) or any(f.blocks for f in result.findings)
        if not (known and defined):
            wrong.append((command.name, role, result))
    record_property("cells", sum(1 for _ in cells()))
    record_property("without a defined outcome", len(wrong))
    assert wrong == []


@pytest.mark.parametrize("place", PLACES)
def test_who_may_not_is_told_so_and_nothing_else(place: Whereabouts | str) -> None:
    story = story_at(place)
    barred = {
        (command.name, role): [f.code for f in outcome(story, command, role).findings]
        for command, role in cells()
        if role not in MAY_GIVE[command.name]
    }
    assert barred
    assert {tuple(codes) for codes in barred.values()} == {("person.not_your_act",)}


@pytest.mark.parametrize("place", PLACES)
def test_what_the_button_refuses_the_act_refuses(place: Whereabouts | str) -> None:
    story = story_at(place)
    slipped = []
    for command, role in cells():
        asked = may(type(command), story.episode, story.context(role))
        barred = any(f.blocks for f in asked)
        if not ACTS[command.name].permit:
            barred = role not in MAY_GIVE[command.name]
        if barred and isinstance(outcome(story, command, role), Accepted):
            slipped.append((command.name, role))
    assert slipped == []


@pytest.mark.parametrize("place", PLACES)
def test_a_record_is_refused_for_nothing_but_a_contradiction(place: Whereabouts | str) -> None:
    story = story_at(place)
    refused = {
        (command.name, finding.code)
        for command, role in cells()
        if not ACTS[command.name].permit
        for result in [outcome(story, command, role)]
        if isinstance(result, Refused)
        for finding in result.findings
        if finding.blocks
        and not finding.kind.refuses_record
        and not any(f.kind.refuses_record for f in result.findings)
    }
    assert refused == set()


@pytest.mark.parametrize("place", PLACES)
def test_whatever_is_accepted_next_nobody_is_lost(place: Whereabouts | str) -> None:
    story = story_at(place)
    lost = []
    for command, role in cells():
        result = outcome(story, command, role)
        if isinstance(result, Accepted):
            after = story.copy()
            after.file(role, result)
            if after.episode.whereabouts not in OVER and not owed(after.episode, after.protocol):
                lost.append((command.name, role))
    assert lost == []


@pytest.mark.parametrize("place", PLACES)
def test_asking_and_refusing_change_nothing(place: Whereabouts | str) -> None:
    story = story_at(place)
    before = story.episode
    for command, role in cells():
        outcome(story, command, role)
    assert story.episode is before
    assert before == fold(before.id, before.history)

"""What hindsight has worked out is kept with the episode, and comes out as if asked afresh."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from places import there
from story import Story, moment

from bloodpatch.pathway.amendment import hindsight
from bloodpatch.pathway.amendment.commands import (
    AddNote,
    Correct,
    StrikeEntries,
)
from bloodpatch.pathway.amendment.hindsight import would_not_have_been_permitted
from bloodpatch.pathway.codes import Code, PlainForm
from bloodpatch.pathway.episode import Episode, fold
from bloodpatch.pathway.events import Happened
from bloodpatch.pathway.stages.preparation.commands import RecordVitals
from bloodpatch.pathway.values import Celsius, Count, FreeText
from bloodpatch.pathway.whereabouts import Whereabouts as At
from bloodpatch.pathway.worklist import owed

OWED = "amendment.would_not_have_been_permitted"
SLIP = FreeText("A slip of the pen.")
NO_CONSENT = ["preparation.no_consent"]


@pytest.fixture
def timed_out() -> Story:
    return there(At.BEING_PREPARED).wait(minutes=10)


def entry(story: Story, name: str) -> Count:
    return Count(max(h.position for h in story.episode.history if h.event.name == name))


def fever(story: Story, celsius: str = "38.9") -> Correct:
    return Correct(
        position=entry(story, "preparation.vitals_recorded"),
        field=Code("temperature"),
        value=PlainForm(celsius),
        reason=SLIP,
    )


def struck(story: Story, name: str) -> StrikeEntries:
    return StrikeEntries(positions=(entry(story, f"preparation.{name}"),), reason=SLIP)


def reading(celsius: str, at: str) -> RecordVitals:
    return RecordVitals(temperature=Celsius.parse(celsius), occurred=moment(at))


def told(story: Story) -> list[str]:
    found = would_not_have_been_permitted(story.episode, story.protocol)
    return [finding.code for _, finding in found]


def folds(story: Story, monkeypatch: pytest.MonkeyPatch) -> int:
    """How often the past is folded again to say what is owed."""
    seen: list[int] = []
    up_to = Episode.up_to

    def counted(self: Episode, position: int) -> Episode:
        seen.append(position)
        return up_to(self, position)

    with monkeypatch.context() as patch:
        patch.setattr(Episode, "up_to", counted)
        owed(story.episode, story.protocol)
    return len(seen)


def test_an_entry_that_changes_no_ground_asks_nothing_again(
    timed_out: Story, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is asked in the writer's transaction: a long record must not hold the others up."""
    for at in range(40):
        timed_out.nurse(reading("36.9", f"2026-11-16 13:{at:02}"))
    timed_out.physician(fever(timed_out))
    assert folds(timed_out, monkeypatch) > 2
    timed_out.nurse(AddNote(text=FreeText("Asleep.")))
    assert OWED in timed_out.owes()
    assert folds(timed_out, monkeypatch) == 0
    timed_out.wait(minutes=1).nurse(reading("36.8", "2026-11-16 13:55"))
    assert folds(timed_out, monkeypatch) <= 3


def test_what_is_remembered_is_what_would_be_found(timed_out: Story) -> None:
    """Also of a correction that was only tried, and another one made in its place."""
    owed(timed_out.episode.after(tried(timed_out)), timed_out.protocol)
    timed_out.physician(struck(timed_out, "anxiety_recorded"))
    timed_out.physician(struck(timed_out, "consented"))
    afresh = fold(timed_out.episode.id, timed_out.episode.history)
    assert told(timed_out) == NO_CONSENT
    assert owed(timed_out.episode, timed_out.protocol) == owed(afresh, timed_out.protocol)


def tried(story: Story) -> Happened[Any]:
    twin = story.copy()
    twin.physician(fever(twin))
    return twin.episode.history[-1]


def test_other_rules_are_asked_anew(timed_out: Story) -> None:
    timed_out.physician(struck(timed_out, "consented"))
    assert OWED in timed_out.owes()
    soon = replace(timed_out.protocol.closure, review_due_hours=1)
    timed_out.protocol = replace(timed_out.protocol, closure=soon)
    assert timed_out.due(OWED) == timed_out.now + timedelta(hours=1)
    limits = timed_out.protocol.preparation
    cold = replace(limits, fever_hold_c=limits.fever_hold_c - 3)
    timed_out.protocol = replace(timed_out.protocol, preparation=cold)
    timed_out.nurse(fever(timed_out, "34.5"))
    assert told(timed_out) == NO_CONSENT


@pytest.mark.parametrize("many", [1, 2, 3, 7, 8, 9])
def test_the_first_is_found_wherever_it_is(many: int) -> None:
    entries: Any = range(many)
    for begins in range(many + 1):
        assert hindsight.first(entries, lambda n, begins=begins: n >= begins) == begins

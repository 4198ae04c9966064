"""An override covers what the physician saw, and not what came back or grew (H34 H08)."""

import pytest
from entries import flag
from journey import (
    assessed,
    instructions,
    normal_legs,
    patched,
    ready_for_a_patch,
    recovered,
    referred,
)
from story import FRONT_DESK, NURSE, Story

from bloodpatch.pathway.clinical import RedFlag, Specialty
from bloodpatch.pathway.codes import Code, PlainForm
from bloodpatch.pathway.decide import may
from bloodpatch.pathway.review.commands import OverrideHold
from bloodpatch.pathway.roles import Role
from bloodpatch.pathway.stages.assessment.choices import Advice
from bloodpatch.pathway.stages.assessment.commands import RecordOpinion, RecordVitals
from bloodpatch.pathway.stages.booking.commands import Book
from bloodpatch.pathway.stages.discharge.commands import PermitDischarge
from bloodpatch.pathway.stages.recovery.commands import PermitStanding, StartRest
from bloodpatch.pathway.statements import Command
from bloodpatch.pathway.values import Answer, Celsius, Count, FreeText

BACK = flag(RedFlag.SEVERE_BACK_PAIN)
NO_MORE = flag(RedFlag.SEVERE_BACK_PAIN, answer=Answer.NO)


def overridden(story: Story, role: Role, act: type[Command], code: str) -> None:
    """A physician overrides it, and then nothing holds the act."""
    saw = PlainForm(dict(story.finding(role, act, code).seen))
    said = OverrideHold(
        finding=Code(code),
        act=Code(act.name),
        patch_number=Count(1),
        saw=saw,
        reason=FreeText("Looked at."),
    )
    story.wait(minutes=1).physician(said)
    assert held(story, role, act) == []


def held(story: Story, role: Role, act: type[Command]) -> list[str]:
    found = may(act, story.episode, story.context(role))
    return [finding.code for finding in found if finding.blocks]


def vitals(read: str) -> RecordVitals:
    return RecordVitals(temperature=Celsius.parse(read))


@pytest.mark.parametrize(
    ("first", "then", "holds"),
    [
        (BACK, (NO_MORE, BACK), True),
        (BACK, (BACK,), False),
        (vitals("38.1"), (vitals("40.2"),), True),
        (vitals("38.1"), (vitals("38.0"),), False),
    ],
    ids=["came back", "told again", "a fever that rose", "a fever that did not"],
)
def test_going_home(story: Story, first: Command, then: tuple[Command, ...], holds: bool) -> None:
    recovered(patched(ready_for_a_patch(story.at("2026-11-16 14:05"))))
    story.wait(minutes=5).nurse(normal_legs(), instructions(), first)
    overridden(story, NURSE, PermitDischarge, "going_home.not_seen")
    for command in then:
        story.wait(minutes=10).nurse(command)
    assert held(story, NURSE, PermitDischarge) == (["going_home.not_seen"] if holds else [])


def test_standing(story: Story) -> None:
    patched(ready_for_a_patch(story.at("2026-11-16 14:05")))
    story.at("2026-11-16 14:22").nurse(StartRest(), BACK)
    story.wait(minutes=story.protocol.recovery.rest_minutes)
    overridden(story, NURSE, PermitStanding, "recovery.kept_lying")
    story.wait(minutes=5).nurse(NO_MORE)
    story.wait(minutes=5).nurse(BACK)
    assert held(story, NURSE, PermitStanding) == ["recovery.kept_lying"]


def test_a_newer_word_of_the_specialist_was_not_weighed_yet(story: Story) -> None:
    assessed(referred(story)).wait(minutes=5)
    against = RecordOpinion(specialty=Specialty.NEUROSURGERY, advice=Advice.ADVISES_AGAINST)
    story.nurse(against)
    overridden(story, FRONT_DESK, Book, "specialist.advises_against")
    story.wait(hours=1).nurse(against)
    assert held(story, FRONT_DESK, Book) == ["specialist.advises_against"]

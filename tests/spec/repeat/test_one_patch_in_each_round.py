"""Repeat (T15): another patch is never decided, booked or timed out as if it were the first."""

import pytest
from journey import assessed, ready_for_a_patch, referred
from story import NURSE, PHYSICIAN, Story

from bloodpatch.pathway.stages.assessment.commands import DecidePatch
from bloodpatch.pathway.stages.booking.commands import Book
from bloodpatch.pathway.stages.preparation.commands import TakeTimeOut
from bloodpatch.pathway.stages.procedure.commands import Abandon
from bloodpatch.pathway.statements import Command


@pytest.mark.parametrize("kind", [DecidePatch, Book, TakeTimeOut])
def test_after_a_patch_only_a_repeat_leads_to_another(home: Story, kind: type[Command]) -> None:
    role = NURSE if kind is TakeTimeOut else PHYSICIAN
    assert "patched_already.in_this_round" in home.asks(role, kind)


@pytest.mark.parametrize("kind", [DecidePatch, Book, TakeTimeOut])
def test_before_the_first_patch_nothing_is_said(story: Story, kind: type[Command]) -> None:
    role = NURSE if kind is TakeTimeOut else PHYSICIAN
    assert "patched_already.in_this_round" not in story.asks(role, kind)


@pytest.mark.parametrize("kind", [DecidePatch, Book, TakeTimeOut])
def test_a_procedure_given_up_without_a_patch_was_no_patch(
    story: Story, kind: type[Command]
) -> None:
    begun = ready_for_a_patch(assessed(referred(story)).at("2026-11-16 14:05"))
    begun.physician(Abandon())
    role = NURSE if kind is TakeTimeOut else PHYSICIAN
    assert "patched_already.in_this_round" not in begun.asks(role, kind)

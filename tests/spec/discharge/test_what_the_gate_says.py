"""What is said of a patient who is not let go yet (T11): what is missing, by its name."""

from dataclasses import replace

from samples import minimal
from story import NURSE, Story

from bloodpatch.pathway.amendment.commands import ExpectEntries
from bloodpatch.pathway.clinical import SedationLevel
from bloodpatch.pathway.codes import Code
from bloodpatch.pathway.stages.adverse_event.commands import OpenEvent
from bloodpatch.pathway.stages.closure.commands import RecordDied
from bloodpatch.pathway.stages.discharge.commands import PermitDischarge
from bloodpatch.pathway.stages.procedure.choices import DuringKind
from bloodpatch.pathway.stages.procedure.events import (
    HappenedDuring,
    Sedated,
)
from bloodpatch.pathway.values import Count, Grade


def test_what_is_missing_after_sedation_is_said_by_its_name(fit: Story) -> None:
    fit.given(Sedated(level=SedationLevel.MODERATE))
    says = fit.finding(NURSE, PermitDischarge, "discharge.sedation_missing").says
    assert says == "The patient was sedated. Not recorded since: Aldrete, PADSS, escort."


def test_what_was_noted_on_the_table_is_said_in_its_words(fit: Story) -> None:
    fit.given(HappenedDuring(kind=DuringKind.LEG_PAIN))
    finding = fit.finding(NURSE, PermitDischarge, "discharge.event_open")
    assert finding.says == "Not yet looked at by a physician: Pain running down a leg."


def test_an_adverse_event_of_which_nobody_said_what_it_is_is_one(fit: Story) -> None:
    fit.nurse(OpenEvent(grade=Grade(2)))
    finding = fit.finding(NURSE, PermitDischarge, "discharge.event_open")
    assert finding.says == "Not yet looked at by a physician: an adverse event."


def test_nobody_is_held_for_a_language_that_the_clinic_does_not_know(fit: Story) -> None:
    fit.facts = replace(fit.facts, language=None)
    assert fit.asks(NURSE, PermitDischarge) == []


def test_an_entry_of_hers_that_stands_in_no_record_keeps_her_here(fit: Story) -> None:
    """H01: struck in another record, and not entered in this one yet."""
    fit.nurse(ExpectEntries(struck_in=Code("episode-7"), positions=(Count(14),)))
    assert fit.refuses(NURSE, PermitDischarge()) == ["reentry.not_entered_here"]


def test_nobody_who_died_is_let_go_home(fit: Story) -> None:
    fit.physician(minimal(RecordDied))
    assert fit.refuses(NURSE, PermitDischarge()) == ["closed_episode.patient_died"]

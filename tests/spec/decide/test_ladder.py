"""To decide: the person, the time, what contradicts the record, the state, what was stated; and on
a record, what it calls for. A permit is refused by what stands on it, a record hardly ever."""

from dataclasses import replace

import pytest
from clotting import REGIONAL, drug, follows
from entries import flag, investigated, patch
from journey import assessed, booked, patched, prepared, ready_for_a_patch, referred
from places import there
from samples import EVERY, minimal
from story import PHYSICIAN, Story, moment

from bloodpatch.pathway.amendment.commands import StrikeEntries
from bloodpatch.pathway.clinical import Investigation, RedFlag
from bloodpatch.pathway.codes import Code
from bloodpatch.pathway.decide import Accepted, may, noted
from bloodpatch.pathway.findings import KINDS, Finding, Level
from bloodpatch.pathway.roles import MAY_GIVE, Role
from bloodpatch.pathway.stages.assessment.choices import Basis, Decided
from bloodpatch.pathway.stages.assessment.commands import DecidePatch, RecordDecision
from bloodpatch.pathway.stages.procedure.commands import RecordDraw, RecordInjection
from bloodpatch.pathway.stages.recovery.commands import (
    RecordGotUp,
    StartRest,
)
from bloodpatch.pathway.statements import Command
from bloodpatch.pathway.values import Count, FreeText, Millilitres
from bloodpatch.pathway.whereabouts import Whereabouts as At

PATCH = RecordDecision(decision=Decided.PATCH, basis=(Basis.DISABLING,))
HEAD = "imaging.head"


# who


@pytest.mark.parametrize("kind", EVERY, ids=lambda kind: kind.name)
def test_whoever_may_not_is_told_who_may_in_a_fixed_order(
    story: Story, kind: type[Command]
) -> None:
    roles = MAY_GIVE[kind.name]
    other = next(role for role in Role if role not in roles)
    (finding,) = may(kind, story.episode, story.context(other))
    names = sorted(role.replace("_", " ") for role in roles)
    assert finding.says == f"This is done by: {', '.join(names)}."
    assert story.refuses(other, minimal(kind)) == [finding.code]


# a permit and a pen


def test_a_permit_is_refused_by_a_hold_and_a_record_is_not(story: Story) -> None:
    assessed(referred(story)).nurse(flag(RedFlag.FEVER))
    assert story.refuses(PHYSICIAN, DecidePatch()) == ["red_flag.hold"]
    assert story.physician(PATCH) == ["red_flag.hold"]


def test_a_record_is_refused_for_a_contradiction_in_what_was_stated(story: Story) -> None:
    """More injected than drawn: one of the two is wrong, and a stop alone would not refuse it."""
    ready_for_a_patch(story).nurse(RecordDraw(volume_ml_drawn=Millilitres(10)))
    more = RecordInjection(volume_ml_injected=Millilitres(20))
    assert "procedure.more_than_drawn" in story.refuses(PHYSICIAN, more)
    story.nurse(flag(RedFlag.SEIZURE))
    assert "red_flag.stop" in story.physician(PATCH)


@pytest.mark.parametrize(
    ("level", "by", "kept"),
    [
        (Level.ADVISE, None, "advise:fever.measured"),
        (Level.HOLD, None, "hold:fever.measured"),
        (Level.STOP, None, "stop:fever.measured"),
        (Level.HOLD, PHYSICIAN, "overridden:fever.measured"),
    ],
)
def test_a_finding_is_kept_on_the_entry_by_how_strongly_it_spoke(
    story: Story, level: Level, by: Role | None, kept: str
) -> None:
    kind = replace(KINDS["fever.measured"], level=level)
    finding = Finding(kind=kind, says="38.4 °C.", seen={}, clears="Wait.")
    if by is not None:
        finding = finding.overridden(story.context(by).actor, "Mastitis.")
    assert noted(finding) == kept


# at which time


def test_what_is_told_as_today_is_judged_now_and_not_at_midnight(story: Story) -> None:
    """T7: the rest will be over by then; it is not now."""
    patched(prepared(booked(assessed(referred(story)))))
    story.at("2026-11-16 14:22").nurse(StartRest())
    story.at("2026-11-16 14:40")
    for told in ("2026-11-16", "2026-11-16 14h"):
        early = RecordGotUp(occurred=moment(told))
        assert story.copy().nurse(early) == ["recovery.got_up_early"]


@pytest.mark.parametrize(
    ("told", "codes"),
    [("2026-11-16 14:40", ["recovery.got_up_early"]), ("2026-11-16 14h", [])],
)
def test_what_is_told_late_is_judged_at_its_time_or_at_the_end_of_its_hour(
    story: Story, told: str, codes: list[str]
) -> None:
    """T7: up at some time of the hour is not known to have been too early."""
    patched(prepared(booked(assessed(referred(story)))))
    story.at("2026-11-16 14:22").nurse(StartRest())
    late = RecordGotUp(occurred=moment(told))
    assert story.at("2026-11-16 16:00").nurse(late) == codes


def test_and_on_what_had_happened_by_the_end_of_it(story: Story) -> None:
    story.at("2026-11-16 08:30").nurse(flag(RedFlag.SEIZURE))
    decided = replace(PATCH, occurred=moment("2026-11-16 08h"))
    assert story.at("2026-11-16 10:00").physician(decided) == ["red_flag.stop"]


def test_a_word_on_the_record_is_judged_on_all_that_is_in_it() -> None:
    """H01: told with an earlier time, it is still about entries that were made since."""
    story = there(At.BOOKED)
    gone = StrikeEntries(
        positions=(Count(3),), belongs_to=Code("episode-7"), reason=FreeText("Not hers.")
    )
    story.at("2026-11-16 11:00").nurse(gone)
    back = StrikeEntries(
        positions=(Count(story.episode.position),),
        reason=FreeText("Hers after all."),
        occurred=moment("2026-11-16 10:00"),
    )
    assert story.nurse(back) == ["amendment.counts_in_two_records"]


# what it calls for


def test_of_two_entries_of_one_minute_the_second_is_the_newer(story: Story) -> None:
    """The scan had been read when the seizure became known."""
    story.physician(investigated(Investigation.CT))
    assert story.physician(flag(RedFlag.SEIZURE)) == [HEAD]


def test_what_it_calls_for_names_the_entry_by_the_number_that_it_will_have(story: Story) -> None:
    follows(referred(story), REGIONAL)
    named = drug("enoxaparin", "2026-11-16 08:00")
    (finding,) = story.decide(PHYSICIAN, named).findings
    story.physician(named)
    assert finding.seen["entries"] == f"enoxaparin@{story.episode.position}"


def test_a_permit_is_not_told_what_it_calls_for(story: Story) -> None:
    """T15: who decides on another patch after all offers what was said not to have helped."""
    assessed(referred(story)).nurse(patch())
    story.wait(hours=20).nurse(flag(RedFlag.PERSISTS_AFTER_PATCH))
    story.physician(RecordDecision(decision=Decided.NO_FURTHER_PATCH))
    story.wait(hours=1)
    outcome = story.decide(PHYSICIAN, DecidePatch(basis=(Basis.DISABLING,)))
    assert "decision.alternatives" not in [f.code for f in outcome.findings]


def test_nor_is_a_correction(story: Story) -> None:
    """What a struck scan leaves unanswered stands before the next permit."""
    story.physician(flag(RedFlag.SEIZURE))
    story.wait(hours=1).physician(investigated(Investigation.CT))
    struck = minimal(StrikeEntries, positions=(Count(2),))
    outcome = story.decide(PHYSICIAN, struck)
    assert isinstance(outcome, Accepted)
    assert outcome.findings == ()

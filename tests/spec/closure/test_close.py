"""Closure: an episode ends by a physician's signature on its outcome."""

from dataclasses import replace
from typing import Any

import pytest
from journey import (
    all_contacts_made,
    called,
    cleared,
    closed,
    due_at,
    followed_up,
    referred,
    well,
)
from story import (
    ADMINISTRATOR,
    FRONT_DESK,
    NURSE,
    PATIENT,
    PHYSICIAN,
    SERVICE_LEAD,
    SYSTEM,
    Story,
)

from bloodpatch.pathway.amendment.commands import (
    ExpectEntries,
    StrikeEntries,
)
from bloodpatch.pathway.amendment.hindsight import permits_not_looked_at
from bloodpatch.pathway.clinical import (
    AdverseKind,
    Investigation,
    Sign,
    Specialty,
    Symptom,
    Timing,
)
from bloodpatch.pathway.codes import Code
from bloodpatch.pathway.review.commands import Acknowledge
from bloodpatch.pathway.roles import Role
from bloodpatch.pathway.stages.adverse_event.choices import Conclusion
from bloodpatch.pathway.stages.adverse_event.commands import OpenEvent, ReviewEvent
from bloodpatch.pathway.stages.assessment.choices import Decided
from bloodpatch.pathway.stages.assessment.commands import (
    RecordDecision,
    RecordInvestigation,
    RecordSymptoms,
)
from bloodpatch.pathway.stages.clearance.commands import ClearActivity
from bloodpatch.pathway.stages.closure.commands import (
    CloseEpisode,
    RecordDied,
    RecordOutcome,
)
from bloodpatch.pathway.stages.closure.statements import Status
from bloodpatch.pathway.stages.followup.choices import Channel, Effect
from bloodpatch.pathway.stages.followup.commands import (
    RecordLost,
    RecordNoReply,
    RecordReport,
)
from bloodpatch.pathway.stages.recovery.commands import RecordStandAndWalk
from bloodpatch.pathway.stages.recovery.statements import Walked
from bloodpatch.pathway.stages.referral.choices import DeclinedWhat, WithdrawalReason
from bloodpatch.pathway.stages.referral.commands import RecordDeclined, Withdraw
from bloodpatch.pathway.statements import Command
from bloodpatch.pathway.values import Answer, Answers, Count, FreeText, Grade
from bloodpatch.pathway.whereabouts import Whereabouts

OTHERS = (NURSE, FRONT_DESK, SERVICE_LEAD, ADMINISTRATOR, PATIENT, SYSTEM)


@pytest.fixture
def over(home: Story) -> Story:
    """Cleared on day 6, and well at every planned contact up to three months."""
    return all_contacts_made(cleared(followed_up(home)))


def asks(story: Story) -> list[str]:
    return story.asks(PHYSICIAN, CloseEpisode)


def signed(status: Status = Status.RESOLVED) -> CloseEpisode:
    return CloseEpisode(status=status)


def does_not_fit(story: Story, command: CloseEpisode) -> str:
    """The sentence that an outcome is refused with, where nothing else speaks against it."""
    (finding,) = (f for f in story.decide(PHYSICIAN, command).findings if f.blocks)
    assert finding.code == "closure.outcome_does_not_fit"
    return finding.says


def said_as(status: str, why: str) -> str:
    return f'The outcome is given as "{status}", but {why}.'


def test_a_plain_patient_is_closed_with_the_outcome(over: Story) -> None:
    assert asks(over) == []
    closed(over)
    assert over.episode.whereabouts is Whereabouts.CLOSED
    assert over.owes() == []


@pytest.mark.parametrize("role", OTHERS)
def test_by_nobody_but_a_physician(over: Story, role: Role) -> None:
    assert over.refuses(role, signed()) == ["person.not_your_act"]


def test_never_by_itself(over: Story) -> None:
    over.wait(days=400)
    assert not over.episode.closure.closed


def test_once(over: Story) -> None:
    assert closed(over).refuses(PHYSICIAN, signed()) == ["closure.already_closed"]


# how an episode ends


def test_not_before_the_patient_was_cleared(home: Story) -> None:
    all_contacts_made(followed_up(home))
    assert home.refuses(PHYSICIAN, signed()) == ["closure.not_cleared"]


def test_a_patient_who_left_is_closed_without_a_clearance(story: Story) -> None:
    referred(story).desk(Withdraw(reason=WithdrawalReason.TREATED_ELSEWHERE))
    assert asks(story) == []


def test_so_is_one_on_another_pathway(story: Story) -> None:
    referred(story).physician(RecordDecision(decision=Decided.ANOTHER_PATHWAY))
    assert asks(story) == []


def test_a_refused_patch_closes_nothing_until_the_headache_is_gone(story: Story) -> None:
    """H36: the hole is where it was."""
    referred(story).desk(RecordDeclined(what=DeclinedWhat.PATCH))
    assert story.refuses(PHYSICIAN, signed()) == ["closure.not_heard"]
    story.wait(days=2).nurse(well())
    assert asks(story) == []


def test_a_lost_patient_is_closed_as_unknown_never_as_well(home: Story) -> None:
    """H69: lost is no outcome."""
    home.wait(days=3).nurse(
        RecordNoReply(contact=Channel.CALL, attempts=Count(3)),
        RecordNoReply(contact=Channel.LETTER),
    )
    home.physician(RecordLost())
    assert asks(home) == ["closure.lost"]
    assert "closure.outcome_does_not_fit" in home.refuses(PHYSICIAN, signed())
    home.physician(signed(Status.UNKNOWN))
    assert home.episode.closure.closed


def test_a_death_is_signed_as_a_death(home: Story) -> None:
    home.nurse(RecordDied())
    assert asks(home) == []
    assert does_not_fit(home, signed()) == said_as("The headache is gone", "a death is recorded")
    home.physician(signed(Status.DIED))


def test_a_lost_patient_who_turns_out_to_have_died_is_lost_no_more(home: Story) -> None:
    home.physician(RecordLost())
    assert "closure.lost" in asks(home)
    home.wait(days=3).nurse(RecordDied())
    assert "closure.lost" not in asks(home)


def test_no_death_is_signed_that_was_not_recorded(over: Story) -> None:
    assert does_not_fit(over, signed(Status.DIED)) == said_as("Died", "no death is recorded")


@pytest.mark.parametrize(
    "left", [{"deficits": (Symptom.DIPLOPIA,)}, {"harms": (AdverseKind.FACIAL_PALSY,)}]
)
def test_nobody_is_well_who_has_something_left(over: Story, left: dict[str, Any]) -> None:
    well_off = CloseEpisode(status=Status.RESOLVED, **left)
    assert does_not_fit(over, well_off) == said_as("The headache is gone", "something is left")
    over.physician(CloseEpisode(status=Status.PERSISTENT_DEFICIT, **left))


# what is open


def test_not_while_an_adverse_event_is_open_or_watched(over: Story) -> None:
    """T14, H48: the physician settles it first."""
    over.nurse(OpenEvent(kinds=(AdverseKind.ARACHNOIDITIS,), grade=Grade(3)))
    assert over.refuses(PHYSICIAN, signed()) == ["closure.event_open"]
    over.physician(ReviewEvent(conclusion=Conclusion.WATCHED))
    assert over.refuses(PHYSICIAN, signed()) == ["closure.event_open"]
    over.wait(days=1).physician(ReviewEvent(conclusion=Conclusion.SETTLED))
    assert asks(over) == []


@pytest.mark.parametrize(
    ("event", "what"),
    [
        (OpenEvent(kinds=(AdverseKind.FEVER, AdverseKind.BACK_PAIN)), "Fever, Back pain"),
        (OpenEvent(grade=Grade(2)), "an adverse event"),
    ],
    ids=["of two kinds", "kind not told"],
)
def test_it_says_which_event_is_open(over: Story, event: OpenEvent, what: str) -> None:
    over.nurse(event)
    finding = over.finding(PHYSICIAN, CloseEpisode, "closure.event_open")
    assert finding.says == f"An adverse event is not settled: {what}."


def test_not_while_a_complaint_is_neither_opened_nor_dismissed(over: Story) -> None:
    over.does(PATIENT, RecordReport(adverse_effects=Answers({Effect.BLEEDING: Answer.YES})))
    assert over.refuses(PHYSICIAN, signed()) == ["closure.draft_open"]


def test_not_while_something_against_a_rule_was_not_looked_at(over: Story) -> None:
    from story import moment

    early = moment("2026-11-16 14:30")
    walk = RecordStandAndWalk(walked=Walked.LESS, occurred=early)
    assert "recovery.rest_not_over" in over.nurse(walk)
    entry = over.episode.position
    against_both = ["closure.review_open", "closure.permit_open"]
    assert over.refuses(PHYSICIAN, signed()) == against_both
    over.physician(Acknowledge(positions=(Count(entry),)))
    assert asks(over) == ["closure.permit_open"]


def test_not_while_a_permit_whose_ground_is_gone_was_not_looked_at(over: Story) -> None:
    """A walk that never was: nothing was recorded against a rule, and yet she went home by it."""
    walked = next(h for h in over.episode.history if h.event.name == "recovery.stood_and_walked")
    reason = FreeText("Another patient walked.")
    over.physician(StrikeEntries(positions=(Count(walked.position),), reason=reason))
    assert over.refuses(PHYSICIAN, signed()) == ["closure.permit_open"]
    permits = permits_not_looked_at(over.episode, over.protocol)
    home = next(h for h in over.episode.history if h.event.name == "discharge.permitted")
    assert permits == (home.position,)
    over.physician(Acknowledge(positions=tuple(map(Count, permits))))
    assert asks(over) == []


def test_not_while_something_of_this_patient_stands_in_no_record(over: Story) -> None:
    over.nurse(ExpectEntries(struck_in=Code("episode-7"), positions=(Count(3),)))
    assert over.refuses(PHYSICIAN, signed()) == ["reentry.not_entered_here"]


def test_a_subdural_collection_that_nobody_looked_at_again_holds(over: Story) -> None:
    seen = (Sign.parse("subdural_collection left"),)
    over.physician(RecordInvestigation(kind=(Investigation.CT,), signs=seen))
    assert asks(over) == ["closure.collection_open"]


@pytest.mark.parametrize(
    "told",
    [
        RecordSymptoms(symptoms=Answers({Symptom.SEIZURE: Answer.YES})),
        RecordOutcome(deficits=(Symptom.LEG_WEAKNESS,)),
        RecordOutcome(deficits_recovered=(Symptom.HEMIPARESIS,)),
    ],
)
def test_a_stop_that_stands_asks_who_took_over_and_holds_nobody_for_ever(
    over: Story, told: Command
) -> None:
    """Nobody reviews it here any more: the physician who closes says in whose hands it is."""
    over.nurse(told)
    sign = replace(signed(), status=Status.PERSISTENT_DEFICIT)
    assert "closure.nobody_took_over" in over.refuses(PHYSICIAN, sign)
    handed_over = over.decide(PHYSICIAN, replace(sign, taken_over_by=Specialty.NEUROLOGY))
    assert "closure.nobody_took_over" not in [f.code for f in handed_over.findings]


WHOLLY_WELL = replace(signed(), symptom_free=Answer.YES, imaging_clear=Answer.YES)


@pytest.mark.parametrize(
    ("sign", "asked"),
    [
        (WHOLLY_WELL, False),
        (replace(WHOLLY_WELL, imaging_clear=None), True),
        (replace(WHOLLY_WELL, symptom_free=None), True),
        (replace(WHOLLY_WELL, harms=(AdverseKind.FACIAL_PALSY,)), True),
        (replace(WHOLLY_WELL, status=Status.PARTIAL), True),
    ],
)
def test_who_signs_that_nothing_is_left_need_not_say_who_took_over(
    over: Story, sign: CloseEpisode, asked: bool
) -> None:
    """A headache that is gone is not enough: a collection may grow without one."""
    over.nurse(RecordSymptoms(symptoms=Answers({Symptom.SEIZURE: Answer.YES})))
    seen = (Sign.parse("subdural_collection left"),)
    over.physician(RecordInvestigation(kind=(Investigation.CT,), signs=seen))
    codes = {f.code for f in over.decide(PHYSICIAN, sign).findings}
    both = {"closure.nobody_took_over", "closure.collection_open"}
    assert codes & both == (both if asked else set())


def test_who_took_over_a_collection_is_enough(over: Story) -> None:
    seen = (Sign.parse("subdural_collection left"),)
    over.physician(RecordInvestigation(kind=(Investigation.CT,), signs=seen))
    over.physician(replace(signed(), taken_over_by=Specialty.NEUROSURGERY))
    assert over.episode.closure.closed


# is it over


def test_not_while_the_last_word_is_that_the_headache_is_there(over: Story) -> None:
    over.wait(hours=1).nurse(well(upright=2))
    finding = over.finding(PHYSICIAN, CloseEpisode, "closure.not_resolved")
    assert finding.says == "The last word is that it is not over: the headache is there."


@pytest.mark.parametrize(
    "told",
    [
        RecordOutcome(status=Status.PARTIAL),
        RecordOutcome(status=Status.UNKNOWN),
        RecordOutcome(symptom_free=Answer.NO),
        RecordOutcome(status=Status.RESOLVED, deficits=(Symptom.DIPLOPIA,)),
        RecordOutcome(harms=(AdverseKind.FACIAL_PALSY,)),
    ],
)
def test_nor_while_the_outcome_that_was_told_is_not_a_good_one(
    over: Story, told: RecordOutcome
) -> None:
    over.wait(hours=1).nurse(told)
    assert over.refuses(PHYSICIAN, signed()) == ["closure.not_resolved"]


def test_an_outcome_that_says_nothing_changes_nothing(over: Story) -> None:
    over.wait(hours=1).nurse(RecordOutcome(discharged=Answer.YES))
    assert asks(over) == []


def test_relief_counts_once_it_has_lasted(home: Story) -> None:
    """T10: evidence says that it often comes back."""
    cleared(followed_up(home))
    assert "closure.not_lasting" in home.refuses(PHYSICIAN, signed())
    called(home, "d7")
    assert "closure.not_lasting" in home.refuses(PHYSICIAN, signed())
    called(home, "d14")
    assert "closure.not_lasting" not in asks(home)


def test_the_planned_contact_of_that_time_is_late_enough(home: Story) -> None:
    """Its window opens before the fourteen days are full."""
    cleared(followed_up(home)).now = due_at(home, "d14")
    home.wait(hours=-20).nurse(well("d14"))
    assert "closure.not_lasting" not in asks(home)


def test_a_report_may_tell_how_late_it_was_heard(story: Story) -> None:
    """Published cases say it so: at four weeks."""
    from bloodpatch.pathway.stages.procedure.commands import RecordPatch

    story.nurse(RecordPatch())
    told = RecordOutcome(status=Status.RESOLVED, last_follow_up=Timing.parse("4 weeks after patch"))
    story.wait(minutes=1)
    assert "closure.not_lasting" in asks(story)
    story.nurse(told)
    assert "closure.not_lasting" not in asks(story)


def test_closing_before_the_last_planned_contact_is_said_and_not_held(home: Story) -> None:
    called(cleared(followed_up(home)), "d7", "d14")
    assert asks(home) == ["closure.contacts_left"]
    home.physician(signed())


def test_a_clearance_that_was_taken_back_is_none(over: Story) -> None:
    from bloodpatch.pathway.stages.clearance.commands import DeferClearance

    over.wait(hours=1).physician(DeferClearance())
    assert over.refuses(PHYSICIAN, signed()) == ["closure.not_cleared"]
    over.wait(hours=1).physician(ClearActivity())
    assert asks(over) == []

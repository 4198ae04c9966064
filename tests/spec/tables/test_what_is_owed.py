"""Nobody is lost: what is owed at each place, and why. Take one cause away and somebody is lost.

The treatment may be a plain one or not; each cause stands here with a patient who needs it.
"""

from collections.abc import Callable
from datetime import timedelta

import journey
import pytest
from places import second_round, there
from samples import minimal
from story import NURSE, PHYSICIAN, Story

from bloodpatch.pathway import worklist
from bloodpatch.pathway.amendment.commands import (
    Correct,
    ExpectEntries,
    StrikeEntries,
)
from bloodpatch.pathway.clinical import AdverseKind, RedFlag
from bloodpatch.pathway.codes import Code, PlainForm
from bloodpatch.pathway.roles import MAY_GIVE, Role
from bloodpatch.pathway.stages.adverse_event.commands import OpenEvent
from bloodpatch.pathway.stages.assessment.commands import RecordVitals
from bloodpatch.pathway.stages.booking.events import Booked
from bloodpatch.pathway.stages.clearance.commands import ClearActivity, DeferClearance
from bloodpatch.pathway.stages.closure.commands import Reopen
from bloodpatch.pathway.stages.followup.choices import Channel, HeadacheNow
from bloodpatch.pathway.stages.followup.commands import (
    RecordContact,
    RecordLost,
    RecordNoReply,
)
from bloodpatch.pathway.stages.procedure.choices import PatchedBy, StopReason
from bloodpatch.pathway.stages.procedure.commands import (
    Abandon,
    RecordDraw,
    RecordInjection,
    RecordPatch,
)
from bloodpatch.pathway.stages.procedure.events import Drawn
from bloodpatch.pathway.stages.recovery.commands import RecordObservations, StartRest
from bloodpatch.pathway.stages.recovery.statements import Legs
from bloodpatch.pathway.stages.referral.commands import Receive
from bloodpatch.pathway.statements import Command
from bloodpatch.pathway.treatment import ACTS, CAUSES, ROOMS
from bloodpatch.pathway.values import Answer, Answers, BloodPressure, Count, FreeText
from bloodpatch.pathway.whereabouts import Whereabouts as At

# What a patient is owed at each place of the plain treatment, the most urgent first.
AT_EACH_PLACE = {
    At.EMPTY: [],
    At.REFERRED: ["assessment.due"],
    At.UNDECIDED: ["assessment.decision"],
    At.CONSERVATIVE: ["assessment.look_again", "followup.contact"],
    At.DECLINED: ["followup.contact", "referral.declined"],
    At.OTHER_PATHWAY: ["assessment.outcome_elsewhere"],
    At.WITHDRAWN: ["referral.withdrawn"],
    At.DIED: ["closure.died"],
    At.TO_BE_BOOKED: ["booking.to_book"],
    At.BOOKED: ["booking.arrival"],
    At.DID_NOT_ATTEND: ["booking.not_attended"],
    At.BEING_PREPARED: ["preparation.start_the_procedure"],
    At.BEING_PATCHED: ["procedure.finish"],
    At.RECOVERING: ["recovery.start_rest"],
    At.READY_TO_LEAVE: ["discharge.checks"],
    At.FOLLOWED_UP: ["followup.contact"],
    At.CLEARED: ["followup.contact"],
    At.CLOSED: [],
}


def at(place: At, *commands: Command) -> Callable[[], Story]:
    """A patient at this place, after a physician's entries, each an hour after the other."""

    def maker() -> Story:
        story = there(place)
        for command in commands:
            story.wait(hours=1).does(PHYSICIAN, command)
        return story

    return maker


def weak_in_the_bay() -> Story:
    story = there(At.RECOVERING)
    story.nurse(RecordObservations(legs=Legs.WEAK))
    return story


def feverish_caller() -> Story:
    story = there(At.FOLLOWED_UP)
    flags = Answers({RedFlag.FEVER: Answer.YES})
    story.wait(hours=1).nurse(RecordContact(contact=Channel.CALL, flags=flags))
    return story


def more_injected_than_drawn_once_corrected() -> Story:
    story = there(At.RECOVERING)
    draw = next(h for h in story.episode.history if isinstance(h.event, Drawn))
    story.nurse(
        Correct(
            position=Count(draw.position),
            field=Code("volume_ml_drawn"),
            value=PlainForm("2"),
            reason=FreeText("A slip of the pen."),
        )
    )
    return story


def consent_struck_after_the_time_out() -> Story:
    story = there(At.BEING_PREPARED)
    consent = next(h for h in story.episode.history if h.event.name == "preparation.consented")
    wrong = (Count(consent.position),)
    story.physician(StrikeEntries(positions=wrong, reason=FreeText("Of another patient.")))
    return story


def provisional() -> Story:
    story = there(At.BOOKED)
    (slot,) = story.events(Booked)
    provisional = {f: getattr(slot, f) for f in ("room", "physician", "bay", "starts")}
    return story.given(Booked(**provisional, provisional=Answer.YES))


def died_as_an_outcome_tells() -> Story:
    story = there(At.FOLLOWED_UP)
    story.nurse(OpenEvent(kinds=(AdverseKind.DEATH,)))
    return story


def silence() -> Story:
    story = there(At.FOLLOWED_UP)
    tried = (Channel.CALL, Channel.LETTER)
    for channel in tried * story.protocol.followup.attempts_before_escalation:
        story.wait(hours=1).nurse(RecordNoReply(contact=channel))
    return story


def low_for_days() -> Story:
    return journey.followed_up(there(At.FOLLOWED_UP))


def cleared_and_not_told() -> Story:
    story = low_for_days()
    story.wait(hours=20).physician(ClearActivity())
    return story


def all_contacts_made() -> Story:
    return journey.all_contacts_made(there(At.CLEARED))


STILL = RecordContact(contact=Channel.CALL, headache=HeadacheNow.SAME)
LOST = minimal(RecordLost)
WHY: dict[str, tuple[str, Callable[[], Story]]] = {
    "referral_is_read": ("referral.unread", at(At.EMPTY, Receive())),
    "refusal_is_looked_at": ("referral.declined", at(At.DECLINED)),
    "leaving_is_looked_at": ("referral.withdrawn", at(At.WITHDRAWN)),
    "severe_pressure_is_treated": (
        "assessment.severe_pressure",
        at(At.TO_BE_BOOKED, RecordVitals(blood_pressure=BloodPressure(170, 100))),
    ),
    "patient_is_assessed": ("assessment.due", at(At.REFERRED)),
    "physician_decides": ("assessment.decision", at(At.UNDECIDED)),
    "conservative_patient_is_seen_again": ("assessment.look_again", at(At.CONSERVATIVE)),
    "outcome_of_the_other_pathway_is_known": (
        "assessment.outcome_elsewhere",
        at(At.OTHER_PATHWAY),
    ),
    "patch_is_booked": ("booking.to_book", second_round),
    "patient_is_expected": ("booking.arrival", at(At.BOOKED)),
    "absent_patient_is_called": ("booking.not_attended", at(At.DID_NOT_ATTEND)),
    "provisional_booking_is_looked_at": ("booking.provisional", provisional),
    "patient_is_prepared": ("preparation.start_the_procedure", at(At.BEING_PREPARED)),
    "procedure_comes_to_an_end": ("procedure.finish", at(At.BEING_PATCHED)),
    "drawn_blood_is_used_or_thrown_away": (
        "procedure.blood_waits",
        at(At.BEING_PATCHED, RecordDraw()),
    ),
    "volumes_are_put_right": ("procedure.volumes", more_injected_than_drawn_once_corrected),
    "patch_given_elsewhere_is_looked_at": (
        "procedure.patched_elsewhere",
        at(At.REFERRED, RecordPatch(by=PatchedBy.ANOTHER_HOSPITAL)),
    ),
    "what_follows_a_procedure_given_up_is_decided": (
        "procedure.given_up",
        at(At.BEING_PATCHED, minimal(Abandon)),
    ),
    "owed_in_recovery": ("recovery.start_rest", at(At.RECOVERING)),
    "observations_due": ("recovery.observations", at(At.RECOVERING, StartRest())),
    "patient_is_seen_off": ("discharge.checks", at(At.READY_TO_LEAVE)),
    "planned_contact_is_made": ("followup.contact", at(At.FOLLOWED_UP)),
    "patient_without_a_patch_is_asked": ("followup.contact", at(At.DECLINED)),
    "silent_patient_is_tried_again": (
        "followup.try_again",
        at(At.FOLLOWED_UP, RecordNoReply(contact=Channel.CALL)),
    ),
    "physician_decides_on_silence": ("followup.no_reply", silence),
    "urgent_fact_at_home_is_answered": ("followup.red_flag", feverish_caller),
    "physician_comes_at_once": (
        "review.urgent_fact",
        weak_in_the_bay,
    ),
    "physician_reviews_each_event": (
        "adverse_event.review",
        at(At.FOLLOWED_UP, OpenEvent(kinds=(AdverseKind.OTHER,))),
    ),
    "draft_is_opened_or_dismissed": (
        "adverse_event.draft",
        at(At.BEING_PATCHED, RecordInjection(stop_reason=StopReason.LEG_PAIN)),
    ),
    "physician_looks_again_after_deferring": (
        "clearance.decision",
        at(At.FOLLOWED_UP, DeferClearance()),
    ),
    "physician_decides_once_it_is_possible": ("clearance.decision", low_for_days),
    "patient_is_told": ("clearance.tell", cleared_and_not_told),
    "physician_decides_on_a_headache_that_stays": (
        "repeat.decision",
        at(At.FOLLOWED_UP, STILL),
    ),
    "outcome_is_signed": ("closure.due", all_contacts_made),
    "lost_patient_is_signed_for": ("closure.lost", at(At.FOLLOWED_UP, LOST)),
    "death_is_signed_for": ("closure.died", at(At.DIED)),
    "death_that_was_told_is_recorded": ("closure.death_told", died_as_an_outcome_tells),
    "what_came_after_the_closing_is_looked_at": (
        "closure.recorded_after",
        at(At.CLOSED, Receive()),
    ),
    "reopened_episode_is_decided_on": ("closure.reopened", at(At.CLOSED, minimal(Reopen))),
    "look_at_what_was_recorded_against_a_rule": (
        "review.against_a_rule",
        at(At.REFERRED, RecordInjection()),
    ),
    "permit_is_looked_at_again": (
        "amendment.would_not_have_been_permitted",
        consent_struck_after_the_time_out,
    ),
    "what_was_struck_elsewhere_is_entered": (
        "amendment.entries_expected",
        at(At.BOOKED, ExpectEntries(struck_in=Code("episode-7"), positions=(Count(14),))),
    ),
}


def test_a_plain_patient_is_owed_this_at_each_place() -> None:
    assert {place: there(place).owes() for place in At} == AT_EACH_PLACE


def test_each_cause_stands_here_with_a_patient_who_needs_it() -> None:
    names = [cause.__name__ for cause in CAUSES]
    assert set(WHY) == set(names)
    assert len(names) == len(set(names))


def test_each_cause_is_one_that_a_stage_or_a_desk_gives() -> None:
    given = [cause for room in ROOMS for cause in room.owes]
    assert given == list(CAUSES)


@pytest.mark.parametrize("name", WHY)
def test_without_this_cause_somebody_is_lost(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    code, patient = WHY[name]
    story = patient()
    assert code in story.owes()
    without = tuple(cause for cause in CAUSES if cause.__name__ != name)
    monkeypatch.setattr(worklist, "CAUSES", without)
    assert code not in story.owes()


@pytest.mark.parametrize("name", WHY)
def test_what_is_owed_is_owed_by_somebody_who_may_do_it(name: str) -> None:
    code, patient = WHY[name]
    story = patient()
    owing = [o for o in worklist.owed(story.episode, story.protocol) if o.code == code]
    for obligation in owing:
        assert obligation.act in ACTS
        assert obligation.owner in MAY_GIVE[obligation.act]
        assert obligation.due.utcoffset() == timedelta(0)
    assert owing


def test_the_next_thing_to_do_is_one_that_this_person_may_do() -> None:
    story = there(At.DECLINED)
    obligations = worklist.owed(story.episode, story.protocol)
    acts = {role: worklist.next_for(role, obligations) for role in (PHYSICIAN, NURSE)}
    assert {role: o and o.code for role, o in acts.items()} == {
        PHYSICIAN: "followup.contact",
        NURSE: "followup.contact",
    }
    assert worklist.next_for(Role.ADMINISTRATOR, obligations) is None


def test_late_is_after_the_time_not_at_it() -> None:
    story = there(At.BOOKED)
    (owing,) = worklist.owed(story.episode, story.protocol)
    assert not worklist.late(owing, owing.due)
    assert worklist.late(owing, owing.due + timedelta(seconds=1))

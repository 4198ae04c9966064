"""A stop is lifted by a recorded review and by nothing else; and what was recorded against a rule
is looked at by a physician (T14)."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from entries import lift_of
from journey import time_out
from samples import EVERY_FINDING, full
from story import PHYSICIAN, Story, moment

from bloodpatch.pathway.amendment.commands import StrikeEntries
from bloodpatch.pathway.clinical import RedFlag
from bloodpatch.pathway.codes import Code, PlainForm
from bloodpatch.pathway.decide import Refused, event_of
from bloodpatch.pathway.findings import Level
from bloodpatch.pathway.review.commands import (
    Acknowledge,
    LiftStop,
)
from bloodpatch.pathway.review.events import StopLifted
from bloodpatch.pathway.roles import Role
from bloodpatch.pathway.stages.assessment.choices import Decided
from bloodpatch.pathway.stages.assessment.commands import (
    DecidePatch,
    RecordDecision,
    ScreenRedFlags,
)
from bloodpatch.pathway.stages.booking.commands import Book
from bloodpatch.pathway.stages.closure.events import Closed
from bloodpatch.pathway.stages.closure.statements import Status
from bloodpatch.pathway.stages.preparation.commands import RecordVitals, TakeTimeOut
from bloodpatch.pathway.treatment import ACTS
from bloodpatch.pathway.values import Answer, Answers, Celsius, Count, FreeText
from bloodpatch.pathway.worklist import owed


@pytest.fixture
def stopped(ready: Story) -> Story:
    """A seizure became known at 13:55."""
    ready.nurse(ScreenRedFlags(flags=Answers({RedFlag.SEIZURE: Answer.YES})))
    return ready


def lift(story: Story, code: str = "red_flag.stop") -> LiftStop:
    seen = lift_of(story.finding(PHYSICIAN, DecidePatch, "red_flag.stop"))
    return replace(seen, finding=Code(code), examined=moment("2026-11-16 12h"))


def test_a_recorded_review_lifts_it_for_every_act(stopped: Story) -> None:
    asking = (DecidePatch, Book, TakeTimeOut)
    assert all("red_flag.stop" in stopped.asks(PHYSICIAN, act) for act in asking)
    stopped.physician(lift(stopped))
    assert not any("red_flag.stop" in stopped.asks(PHYSICIAN, act) for act in asking)


def test_it_says_which_examination_when_and_what_it_showed(stopped: Story) -> None:
    said = lift(stopped)
    stopped.physician(said)
    (kept,) = stopped.events(StopLifted)
    assert (kept.examination, kept.examined) == (said.examination, said.examined)
    assert kept.result == said.result
    assert stopped.episode.history[-1].by.role is PHYSICIAN


@pytest.mark.parametrize("role", [r for r in Role if r is not PHYSICIAN])
def test_only_a_physician_lifts_it(stopped: Story, role: Role) -> None:
    assert stopped.refuses(role, lift(stopped)) == ["person.not_your_act"]


@pytest.mark.parametrize("kind", EVERY_FINDING, ids=lambda kind: kind.code)
def test_only_where_the_rule_says_that_a_review_settles_it(stopped: Story, kind: Any) -> None:
    if kind.code == "red_flag.stop":
        assert stopped.physician(lift(stopped, kind.code)) == []
        return
    refused = stopped.refuses(PHYSICIAN, lift(stopped, kind.code))
    if kind.lifted_by_review:
        assert kind.level is Level.STOP
        assert refused in (["review.stands_no_more"], ["review.stands_otherwise"])
    else:
        assert refused == ["review.not_lifted_by_review"]


def test_what_is_no_finding_cannot_be_lifted(stopped: Story) -> None:
    refused = stopped.refuses(PHYSICIAN, lift(stopped, "red_flag.unheard_of"))
    assert refused == ["review.not_lifted_by_review"]


@pytest.mark.parametrize(
    "saw", [{"flags": "Seizure, Fever"}, {}, [], "Seizure", 7, {"flags": ["Seizure"]}], ids=repr
)
def test_of_other_values_than_those_that_stand_it_is_refused(stopped: Story, saw: Any) -> None:
    """Else it would be on record, lift nothing, and be believed."""
    said = replace(lift(stopped), saw=PlainForm(saw))
    assert stopped.refuses(PHYSICIAN, said) == ["review.stands_otherwise"]
    stopped.given(event_of(ACTS[LiftStop.name], said))
    assert "red_flag.stop" in stopped.asks(PHYSICIAN, TakeTimeOut)


def test_the_refusal_says_what_stands_now(stopped: Story) -> None:
    seen = lift(stopped)
    stopped.wait(minutes=5).nurse(ScreenRedFlags(flags=Answers({RedFlag.THUNDERCLAP: Answer.YES})))
    refused = stopped.decide(PHYSICIAN, seen)
    assert isinstance(refused, Refused)
    assert RedFlag.THUNDERCLAP.label in refused.findings[0].says


def test_what_does_not_stand_cannot_be_lifted(stopped: Story) -> None:
    said = lift(stopped)
    stopped.physician(said)
    assert stopped.refuses(PHYSICIAN, said) == ["review.stands_no_more"]


def test_nor_is_a_review_of_another_stop_that_saw_the_same(stopped: Story) -> None:
    said = lift(stopped, "discharge.neurology_worse")
    assert stopped.refuses(PHYSICIAN, said) == ["review.stands_no_more"]
    stopped.given(event_of(ACTS[LiftStop.name], said))
    assert "red_flag.stop" in stopped.asks(PHYSICIAN, TakeTimeOut)


def test_what_no_review_settles_stays_whatever_was_recorded_of_it(stopped: Story) -> None:
    """The rule as it is now decides, and not what it was when somebody wrote the review."""
    stopped.given(Closed(status=Status.UNKNOWN))
    closed = stopped.finding(PHYSICIAN, DecidePatch, "closed_episode.reopen_first")
    stopped.given(full(StopLifted, finding=Code(closed.code), saw=PlainForm(dict(closed.seen))))
    assert closed.code in stopped.asks(PHYSICIAN, DecidePatch)


def test_what_else_speaks_against_the_act_stays(stopped: Story) -> None:
    stopped.nurse(RecordVitals(temperature=Celsius.parse("38.4")))
    stopped.physician(lift(stopped))
    assert "fever.measured" in stopped.refuses(PHYSICIAN, time_out())


def test_struck_it_was_never_examined(stopped: Story) -> None:
    stopped.physician(lift(stopped))
    given = Count(stopped.episode.position)
    stopped.physician(StrikeEntries(positions=(given,), reason=FreeText("Another scan.")))
    assert "red_flag.stop" in stopped.asks(PHYSICIAN, TakeTimeOut)


def test_a_stop_cannot_be_waited_out(stopped: Story) -> None:
    stopped.wait(days=30)
    assert "red_flag.stop" in stopped.asks(PHYSICIAN, DecidePatch)


# what was recorded against a rule


@pytest.fixture
def against(stopped: Story) -> Story:
    """Decided in spite of the seizure."""
    stopped.physician(RecordDecision(decision=Decided.PATCH))
    return stopped


def test_a_physician_owes_it_a_look(against: Story) -> None:
    owing = next(o for o in owed(against.episode, against.protocol) if o.stage == "review")
    hours = against.protocol.closure.review_due_hours
    assert (owing.code, owing.owner) == ("review.against_a_rule", Role.PHYSICIAN)
    assert owing.act == Acknowledge.name
    assert owing.due == against.now + timedelta(hours=hours)


def test_looked_at_it_is_settled(against: Story) -> None:
    against.physician(Acknowledge(positions=(Count(against.episode.position),)))
    assert "review.against_a_rule" not in against.owes()


def test_looking_at_another_entry_settles_nothing(against: Story) -> None:
    against.physician(Acknowledge(positions=(Count(1), Count(900))))
    assert "review.against_a_rule" in against.owes()


def test_the_oldest_is_due_first_and_none_is_forgotten(against: Story) -> None:
    first = against.episode.position
    due = against.due("review.against_a_rule")
    against.wait(hours=1).physician(RecordDecision(decision=Decided.PATCH))
    assert against.due("review.against_a_rule") == due
    against.physician(Acknowledge(positions=(Count(first),)))
    assert against.due("review.against_a_rule") == due + timedelta(hours=1)


def test_struck_there_is_nothing_to_look_at(against: Story) -> None:
    entry = Count(against.episode.position)
    against.physician(StrikeEntries(positions=(entry,), reason=FreeText("Not this patient.")))
    assert "review.against_a_rule" not in against.owes()

"""What was permitted stays permitted; where its ground is gone by what is known today, a physician
is told: it would not have been permitted."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

import journey
import pytest
from journey import time_out
from places import there
from story import PHYSICIAN, Story, moment, protocol

from bloodpatch.pathway.amendment.commands import (
    AddNote,
    AdoptProtocol,
    Correct,
    StrikeEntries,
)
from bloodpatch.pathway.amendment.hindsight import would_not_have_been_permitted
from bloodpatch.pathway.codes import Code, PlainForm
from bloodpatch.pathway.episode import fold
from bloodpatch.pathway.protocol import Protocol
from bloodpatch.pathway.review.commands import (
    Acknowledge,
    OverrideHold,
)
from bloodpatch.pathway.roles import Role
from bloodpatch.pathway.stages.preparation.commands import RecordVitals, TakeTimeOut
from bloodpatch.pathway.statements import Command
from bloodpatch.pathway.values import Celsius, Count, FreeText
from bloodpatch.pathway.whereabouts import Whereabouts as At
from bloodpatch.pathway.worklist import owed

STANDING = "recovery.standing_permitted"
OWED = "amendment.would_not_have_been_permitted"
SLIP = FreeText("A slip of the pen.")
TIME_OUT, VITALS = "preparation.time_out_taken", "preparation.vitals_recorded"


def entry(story: Story, name: str) -> int:
    """The newest entry of this name."""
    return max(h.position for h in story.episode.history if h.event.name == name)


def correct(story: Story, name: str, field: str, value: Any) -> Correct:
    return Correct(
        position=Count(entry(story, name)), field=Code(field), value=PlainForm(value), reason=SLIP
    )


def strike(story: Story, *names: str) -> StrikeEntries:
    return StrikeEntries(positions=tuple(Count(entry(story, n)) for n in names), reason=SLIP)


def told(story: Story) -> list[tuple[str, str]]:
    """The permit, and the finding that would have stood against it."""
    found = would_not_have_been_permitted(story.episode, story.protocol)
    return [(permit.event.name, finding.code) for permit, finding in found]


def looks(story: Story, name: str = TIME_OUT) -> None:
    story.physician(Acknowledge(positions=(Count(entry(story, name)),)))


@pytest.fixture
def timed_out() -> Story:
    return there(At.BEING_PREPARED).wait(minutes=10)


# the ground of a permit is gone


def consent_struck(story: Story) -> Command:
    return strike(story, "preparation.consented")


def fever(story: Story, celsius: str = "38.9") -> Command:
    return correct(story, VITALS, "temperature", celsius)


def seizure(story: Story) -> Command:
    answers = dict.fromkeys(journey.no_red_flags().no, "no") | {"seizure": "yes"}
    return correct(story, "preparation.screened_again", "flags", answers)


def walk_struck(story: Story) -> Command:
    return strike(story, "recovery.stood_and_walked")


def rest_began_later(story: Story) -> Command:
    later = moment("2026-11-16 14:40").plain()
    return correct(story, "recovery.rest_started", "occurred", later)


def one_identifier(story: Story) -> Command:
    return correct(story, TIME_OUT, "identity", ["name"])


def said_before_consent(story: Story) -> Command:
    return correct(story, TIME_OUT, "occurred", moment("2026-11-16 13:50").plain())


def pain_at_home(story: Story) -> Command:
    contact = correct(story, "followup.contacted", "pain_upright", "6 upright")
    return replace(contact, position=Count(42))


@pytest.mark.parametrize(
    ("place", "put_right", "permit", "finding"),
    [
        (At.BEING_PREPARED, consent_struck, TIME_OUT, "preparation.no_consent"),
        (At.BEING_PREPARED, fever, TIME_OUT, "fever.measured"),
        (At.BEING_PREPARED, one_identifier, TIME_OUT, "preparation.not_identified"),
        (At.BEING_PREPARED, said_before_consent, TIME_OUT, "preparation.no_consent"),
        (At.RECOVERING, consent_struck, TIME_OUT, "preparation.no_consent"),
        (
            At.READY_TO_LEAVE,
            rest_began_later,
            "recovery.standing_permitted",
            "recovery.rest_not_over",
        ),
        (At.FOLLOWED_UP, seizure, TIME_OUT, "red_flag.stop"),
        (At.FOLLOWED_UP, walk_struck, "discharge.permitted", "discharge.not_walked"),
        (At.CLEARED, pain_at_home, "clearance.cleared", "clearance.pain_upright"),
        (At.CLOSED, fever, TIME_OUT, "fever.measured"),
    ],
    ids=lambda case: getattr(case, "__name__", None),
)
def test_it_would_not_have_been_permitted(
    place: At, put_right: Callable[[Story], Command], permit: str, finding: str
) -> None:
    """Of the earliest permit first; what stands on a later one by the same fact comes after it."""
    story = there(place).wait(minutes=10)
    assert told(story) == []
    story.physician(put_right(story))
    assert told(story)[0] == (permit, finding)
    assert OWED in story.owes()


def test_what_was_permitted_stays_permitted(timed_out: Story) -> None:
    """Outcomes are never decided again."""
    timed_out.physician(fever(timed_out))
    assert timed_out.episode.now.preparation.timed_out is not None
    assert timed_out.episode.history[entry(timed_out, TIME_OUT) - 1].findings == ()


def test_it_says_what_stands_now(timed_out: Story) -> None:
    timed_out.physician(fever(timed_out))
    ((permit, finding),) = would_not_have_been_permitted(timed_out.episode, timed_out.protocol)
    assert permit.position == entry(timed_out, TIME_OUT)
    assert "38.9" in finding.says and "38.9" in finding.seen["temperature"]


@pytest.mark.parametrize("place", At)
def test_where_nothing_was_put_right_there_is_nothing_to_say(place: At) -> None:
    assert told(there(place)) == []


# what is told late


def reading(celsius: str, at: str) -> RecordVitals:
    return RecordVitals(temperature=Celsius.parse(celsius), occurred=moment(at))


@pytest.mark.parametrize(
    ("late", "breaks"),
    [
        (reading("38.6", "2026-11-16 13:50"), [(TIME_OUT, "fever.measured")]),
        (reading("36.9", "2026-11-16 13:50"), []),
        (reading("38.6", "2026-11-16 14:10"), []),
        (reading("38.6", "2026-11-16"), []),
    ],
    ids=["before it", "before it, and no fever", "after it", "some time that day"],
)
def test_a_late_entry_counts_where_it_happened_before_the_permit(
    timed_out: Story, late: RecordVitals, breaks: list[tuple[str, str]]
) -> None:
    timed_out.nurse(late)
    assert told(timed_out) == breaks


# what is no news


def test_a_slip_that_changes_no_ground_is_no_news(timed_out: Story) -> None:
    timed_out.nurse(correct(timed_out, VITALS, "temperature", "36.9"))
    timed_out.nurse(AddNote(text=FreeText("Asked at noon."), occurred=moment("2026-11-16 12:00")))
    assert told(timed_out) == []


def test_another_protocol_breaks_nothing() -> None:
    """Both sides are asked by the rules of today: only a changed fact is news."""
    story = there(At.READY_TO_LEAVE).wait(minutes=10)
    story.physician(AdoptProtocol(protocol=Code(protocol("multisociety").hash)))
    story.protocol = longer_rest(protocol("multisociety"))
    story.nurse(strike(story, "preparation.allergies_recorded"))
    assert told(story) == [(TIME_OUT, "preparation.allergies_not_asked")]


def longer_rest(under: Protocol) -> Protocol:
    return replace(under, recovery=replace(under.recovery, rest_minutes=240))


def test_a_permit_that_was_struck_itself_is_no_permit(timed_out: Story) -> None:
    timed_out.physician(fever(timed_out), strike(timed_out, TIME_OUT))
    assert told(timed_out) == []


def test_what_was_put_right_before_it_was_seen_by_it(timed_out: Story) -> None:
    """A time-out after the correction is judged on the corrected list, then and now."""
    story = there(At.BOOKED)
    journey.checked(journey.arrived(story))
    story.nurse(correct(story, VITALS, "temperature", "36.9"))
    journey.timed_out(story)
    story.nurse(AddNote(text=FreeText("Asked at noon."), occurred=moment("2026-11-16 12:00")))
    assert told(story) == []
    story.nurse(correct(story, VITALS, "temperature", "38.4"))
    assert told(story) == [(TIME_OUT, "fever.measured")]


def overridden(celsius: str) -> Story:
    """A fever that a physician overrode before the time-out."""
    story = journey.checked(journey.arrived(there(At.BOOKED)))
    story.nurse(fever(story, celsius))
    hold = story.finding(PHYSICIAN, TakeTimeOut, "fever.measured")
    word = OverrideHold(
        finding=Code(hold.code),
        act=Code(TakeTimeOut.name),
        patch_number=Count(1),
        saw=PlainForm(dict(hold.seen)),
        reason=FreeText("Mastitis, treated since Friday."),
    )
    story.physician(word)
    story.at("2026-11-16 14:05").nurse(TIMED_OUT_WITH)
    return story.wait(minutes=10)


TIMED_OUT_WITH = time_out()


def test_what_a_physician_overrode_was_permitted() -> None:
    story = overridden("38.2")
    story.nurse(strike(story, "preparation.anxiety_recorded"))
    assert told(story) == []


def test_an_override_that_was_struck_was_none() -> None:
    story = overridden("38.2")
    story.physician(strike(story, "review.hold_overridden"))
    assert told(story) == [(TIME_OUT, "fever.measured")]


def test_an_override_is_for_the_value_that_it_saw() -> None:
    story = overridden("38.2")
    story.physician(fever(story, "40.1"))
    assert told(story) == [(TIME_OUT, "fever.measured")]


def test_what_was_taken_from_the_clinic_is_taken_from_the_event() -> None:
    """Instructed in a language that was not hers: the event kept which language was hers."""
    story = there(At.FOLLOWED_UP)
    permit = entry(story, "discharge.permitted")
    kept = [
        replace(h, used={"language": "en"}) if h.position == permit else h
        for h in story.episode.history
    ]
    story.episode = fold(story.episode.id, kept)
    story.nurse(correct(story, "discharge.instructed", "language", "es"))
    assert told(story) == [("discharge.permitted", "discharge.another_language")]


# who looks at it, and by when


def test_a_physician_owes_it_a_look(timed_out: Story) -> None:
    timed_out.physician(fever(timed_out))
    (owing,) = (o for o in owed(timed_out.episode, timed_out.protocol) if o.code == OWED)
    hours = timed_out.protocol.closure.review_due_hours
    assert (owing.owner, owing.act) == (Role.PHYSICIAN, Acknowledge.name)
    assert owing.due == timed_out.now + timedelta(hours=hours)


def test_what_is_put_right_later_does_not_put_it_off(timed_out: Story) -> None:
    timed_out.physician(fever(timed_out))
    due = timed_out.due(OWED)
    timed_out.wait(hours=2).nurse(strike(timed_out, "preparation.anxiety_recorded"))
    timed_out.wait(hours=2).nurse(reading("36.9", "2026-11-16 13:45"))
    assert timed_out.due(OWED) == due


def test_looked_at_it_is_settled(timed_out: Story) -> None:
    timed_out.physician(fever(timed_out))
    looks(timed_out)
    assert OWED not in timed_out.owes()
    timed_out.nurse(strike(timed_out, "preparation.anxiety_recorded"))
    assert OWED not in timed_out.owes()


def test_a_look_before_the_correction_was_at_something_else(timed_out: Story) -> None:
    looks(timed_out)
    timed_out.physician(fever(timed_out))
    assert OWED in timed_out.owes()


def test_another_break_of_it_is_looked_at_again(timed_out: Story) -> None:
    timed_out.physician(fever(timed_out))
    looks(timed_out)
    timed_out.wait(hours=1).physician(consent_struck(timed_out))
    assert OWED in timed_out.owes()
    looks(timed_out)
    assert OWED not in timed_out.owes()


def test_a_look_that_was_struck_was_none(timed_out: Story) -> None:
    timed_out.physician(fever(timed_out))
    looks(timed_out)
    timed_out.physician(strike(timed_out, "review.acknowledged"))
    assert OWED in timed_out.owes()


def test_taken_back_there_is_nothing_to_look_at(timed_out: Story) -> None:
    timed_out.physician(fever(timed_out))
    timed_out.physician(strike(timed_out, "amendment.corrected"))
    assert (told(timed_out), OWED in timed_out.owes()) == ([], False)


def test_a_late_look_of_the_past_uses_the_last_word_on_an_entry(timed_out: Story) -> None:
    """Put right twice, before and after a moment: at that moment it was what it is known to be
    today, not what it was thought to be then."""
    timed_out.nurse(fever(timed_out, "36.9"))
    between = timed_out.wait(minutes=1).now
    timed_out.wait(minutes=1).nurse(fever(timed_out, "36.1"))
    then = timed_out.episode.as_at(between).standing[entry(timed_out, VITALS) - 1]
    assert then.event.temperature == Celsius.parse("36.1")

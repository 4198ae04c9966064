"""Nobody takes away, by striking or correcting an entry, what only a physician may settle."""

from dataclasses import replace
from typing import Any

import pytest
from journey import no_red_flags
from places import there
from story import FRONT_DESK, NURSE, PATIENT, PHYSICIAN, Story, moment

from bloodpatch.pathway.amendment.commands import (
    AddNote,
    Correct,
    StrikeEntries,
)
from bloodpatch.pathway.clinical import RedFlag
from bloodpatch.pathway.codes import Code, PlainForm
from bloodpatch.pathway.queries.concerned_entries import concerned
from bloodpatch.pathway.review.commands import OverrideHold
from bloodpatch.pathway.roles import Role
from bloodpatch.pathway.stages.assessment.commands import RecordVitals, ScreenRedFlags
from bloodpatch.pathway.stages.booking.commands import Book
from bloodpatch.pathway.stages.closure.commands import Reopen
from bloodpatch.pathway.stages.followup.choices import Channel
from bloodpatch.pathway.stages.followup.commands import RecordContact, RecordReport
from bloodpatch.pathway.stages.preparation.commands import ScreenAgain, TakeTimeOut
from bloodpatch.pathway.stages.procedure.choices import DuringKind
from bloodpatch.pathway.stages.procedure.commands import RecordEventDuring
from bloodpatch.pathway.statements import Command
from bloodpatch.pathway.values import (
    Answer,
    Answers,
    Celsius,
    Count,
    FreeText,
    Pain,
    PainPosition,
)
from bloodpatch.pathway.whereabouts import Whereabouts
from bloodpatch.record.decider import touched

REPORT = RecordReport(flags=Answers({RedFlag.LEG_WEAKNESS: Answer.YES}))
AT_HOME, ON_THE_TABLE = Whereabouts.FOLLOWED_UP, Whereabouts.BEING_PATCHED


def told(place: Whereabouts, role: Role, command: Command) -> Story:
    story = there(place).wait(minutes=1)
    story.does(role, command)
    return story.wait(minutes=1)


def strike(story: Story, occurred: str = "") -> StrikeEntries:
    return StrikeEntries(
        positions=(Count(story.episode.position),),
        reason=FreeText("Entered in error."),
        occurred=moment(occurred) if occurred else None,
    )


@pytest.mark.parametrize("dated", ["", "2026-11-01"])
@pytest.mark.parametrize(
    ("place", "role", "command"),
    [
        (AT_HOME, PATIENT, REPORT),
        (ON_THE_TABLE, NURSE, RecordEventDuring(kind=DuringKind.SEIZURE)),
    ],
    ids=["a red flag at home", "a draft of an adverse event"],
)
def test_struck_by_a_nurse_it_stays_work_for_a_physician(
    place: Whereabouts, role: Role, command: Command, dated: str
) -> None:
    """Also where the strike is dated before everything that it is about."""
    story = told(place, role, command)
    assert story.nurse(strike(story, dated)) == ["amendment.physicians_work"]
    assert "review.against_a_rule" in story.owes()


@pytest.mark.parametrize(
    ("place", "role", "command", "may_not"),
    [
        (Whereabouts.CLOSED, NURSE, Reopen(note=FreeText("She called.")), NURSE),
        (AT_HOME, PATIENT, REPORT, FRONT_DESK),
    ],
    ids=["a reopening: it would close", "a patient's report: it would silence"],
)
def test_taking_a_word_back_gives_nothing_that_one_may_not_give(
    place: Whereabouts, role: Role, command: Command, may_not: Role
) -> None:
    story = told(place, role, command)
    assert story.refuses(may_not, strike(story)) == ["amendment.not_yours"]
    assert story.physician(strike(story)) == []


def test_a_strike_is_not_turned_to_what_its_author_may_not_strike() -> None:
    """H37: a nurse strikes her own note, then corrects which entry she meant."""
    story = there(Whereabouts.CLEARED).wait(hours=1)
    clearance = next(h for h in story.episode.history if h.event.name == "clearance.cleared")
    story.nurse(AddNote(text=FreeText("For another patient.")))
    story.nurse(strike(story))
    turned = Correct(
        position=Count(story.episode.position),
        field=Code("positions"),
        value=PlainForm([str(clearance.position)]),
        reason=FreeText("Another entry was meant."),
    )
    assert story.refuses(NURSE, turned) == ["amendment.not_yours"]


# what held, and holds no more


FEVER = RecordVitals(temperature=Celsius.parse("38.6"))
WARM = RecordVitals(temperature=Celsius.parse("36.8"))
FEVER_RECORDED = "assessment.vitals_recorded"
HURTS = RecordContact(contact=Channel.CALL, pain_upright=Pain(7, PainPosition.UPRIGHT))
BOOK = Book(
    room=Code("room-1"),
    physician=Code("physician-1"),
    bay=Code("bay-b"),
    starts=moment("2026-11-16 13:30"),
)


def put_right(story: Story, field: str, value: Any) -> Correct:
    return Correct(
        position=Count(story.episode.position),
        field=Code(field),
        value=value and PlainForm(value),
        reason=FreeText("Read wrongly."),
    )


@pytest.mark.parametrize(
    ("place", "said", "field", "value"),
    [
        (Whereabouts.UNDECIDED, FEVER, "temperature", "36.8"),
        (Whereabouts.BOOKED, FEVER, "temperature", "36.8"),
        (Whereabouts.BEING_PREPARED, ScreenAgain(infection=Answer.YES), "infection", "no"),
        (Whereabouts.FOLLOWED_UP, HURTS, "pain_upright", "1 upright"),
    ],
    ids=["fever at first", "fever", "infection", "pain"],
)
def test_a_hold_is_not_corrected_away_unseen(
    place: Whereabouts, said: Command, field: str, value: str
) -> None:
    """H36: a nurse puts her own number right; what it held back is a physician's to look at."""
    story = told(place, NURSE, said)
    assert story.copy().physician(put_right(story, field, value)) == []
    assert story.copy().nurse(strike(story)) == ["amendment.physicians_work"]
    assert story.nurse(put_right(story, field, value)) == ["amendment.physicians_work"]
    assert "review.against_a_rule" in story.owes()


@pytest.mark.parametrize(
    ("place", "said", "field", "value"),
    [
        (Whereabouts.BOOKED, FEVER, "temperature", "38.9"),
        (Whereabouts.BOOKED, FEVER, "note", None),
        (
            Whereabouts.BOOKED,
            RecordVitals(temperature=Celsius.parse("36.8")),
            "temperature",
            "36.9",
        ),
        (Whereabouts.TO_BE_BOOKED, BOOK, "starts", moment("2026-11-16 15:00").plain()),
        (Whereabouts.FOLLOWED_UP, HURTS, "pain_upright", "6 upright"),
    ],
    ids=["still a fever", "words", "never a fever", "a booking", "still in pain"],
)
def test_a_slip_that_clears_nothing_is_a_nurses_own(
    place: Whereabouts, said: Command, field: str, value: Any
) -> None:
    story = told(place, NURSE, said)
    right = put_right(story, field, value)
    if value is None:
        right = replace(right, text=FreeText("Warm to the touch."))
    assert story.nurse(right) == []


def test_what_was_held_and_overridden_a_physician_has_seen() -> None:
    story = told(Whereabouts.BOOKED, NURSE, FEVER)
    hold = story.finding(PHYSICIAN, TakeTimeOut, "fever.measured")
    seen = OverrideHold(
        finding=Code(hold.code),
        act=Code(TakeTimeOut.name),
        patch_number=Count(1),
        saw=PlainForm(dict(hold.seen)),
        reason=FreeText("Mastitis, treated."),
    )
    reading = story.episode.position
    story.physician(seen)
    right = replace(put_right(story, "temperature", "36.8"), position=Count(reading))
    assert story.nurse(right) == []


# behind corrections


def flagged(story: Story) -> Correct:
    """Her own screen, put right to a seizure: that is the physician's from now on."""
    yes = dict.fromkeys(no_red_flags().no, "no") | {"seizure": "yes"}
    return put_right(story, "flags", yes)


@pytest.mark.parametrize("taken_back", ["struck", "corrected", "turned"])
def test_behind_a_correction_stands_the_entry_that_it_is_about(taken_back: str) -> None:
    """A red flag that came in by a correction does not go out with it."""
    story = told(Whereabouts.BOOKED, NURSE, ScreenRedFlags(flags=no_red_flags()))
    story.nurse(flagged(story))
    said = {
        "struck": strike(story),
        "corrected": put_right(story, "value", {"fever": "no"}),
        "turned": put_right(story, "position", "8"),
    }
    assert story.nurse(said[taken_back]) == ["amendment.physicians_work"]


def test_a_correction_that_was_turned_is_about_the_entry_that_it_was_turned_to() -> None:
    """The desk strikes no correction of a nurse's, also where it was first one of its own."""
    story = told(Whereabouts.TO_BE_BOOKED, NURSE, BOOK)
    booking, screen = story.episode.position, 8
    story.desk(late_by_a_minute(story))
    correction = story.episode.position
    story.nurse(put_right(story, "position", str(screen)))
    about = [h.position for h in concerned(story.episode, [correction])]
    assert set(about) == {correction, booking, screen}
    assert story.refuses(FRONT_DESK, replace(strike(story), positions=(Count(correction),))) == [
        "amendment.not_yours"
    ]


def late_by_a_minute(story: Story) -> Correct:
    return put_right(story, "occurred", moment("2026-11-16 09:31").plain())


def test_a_page_is_overtaken_by_a_correction_of_a_correction() -> None:
    """`handle` decides again only where nothing that the act depends on was touched."""
    story = told(Whereabouts.BOOKED, NURSE, FEVER)
    story.nurse(put_right(story, "temperature", "38.7"))
    story.nurse(put_right(story, "value", "36.7"))
    names = touched(story.episode, story.episode.history[-1])
    assert FEVER_RECORDED in names

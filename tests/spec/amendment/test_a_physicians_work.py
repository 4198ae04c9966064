"""Nobody takes away, by striking an entry, what only a physician may settle."""

import pytest
from places import there
from story import FRONT_DESK, NURSE, PATIENT, Story, moment

from bloodpatch.pathway.amendment import AddNote, Correct, StrikeEntries
from bloodpatch.pathway.clinical import RedFlag
from bloodpatch.pathway.codes import Code, PlainForm
from bloodpatch.pathway.roles import Role
from bloodpatch.pathway.stages.closure.commands import Reopen
from bloodpatch.pathway.stages.followup.commands import RecordReport
from bloodpatch.pathway.stages.procedure.answers import DuringKind
from bloodpatch.pathway.stages.procedure.commands import RecordEventDuring
from bloodpatch.pathway.statements import Command
from bloodpatch.pathway.values import Answer, Answers, Count, FreeText
from bloodpatch.pathway.whereabouts import Whereabouts

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

"""Only what has happened can be recorded: a time that has not come yet is refused, and a time
that is only roughly known is taken for what it leaves possible."""

from datetime import timedelta

import pytest
from samples import EVERY, minimal
from story import NURSE, PHYSICIAN, Story, moment

from bloodpatch.pathway.clinical import RED_FLAGS_ASKED
from bloodpatch.pathway.roles import MAY_GIVE
from bloodpatch.pathway.stages.assessment.commands import RecordHeadache, ScreenRedFlags
from bloodpatch.pathway.stages.followup.commands import PlanContact
from bloodpatch.pathway.stages.preparation.commands import TakeTimeOut
from bloodpatch.pathway.stages.recovery.commands import StartRest
from bloodpatch.pathway.statements import Command, bare, hints, stated
from bloodpatch.pathway.treatment import ACTS
from bloodpatch.pathway.values import Answer, Answers, When

FUTURE = ["time.in_the_future"]
RECORDS = [act.command for act in ACTS.values() if not act.permit]
PERMITS = [act.command for act in ACTS.values() if act.permit]
TOLD = [
    (command, field.name)
    for command in EVERY
    for field in stated(command)
    if bare(hints(command)[field.name]) is When and not field.metadata["ahead"]
]


@pytest.fixture
def noon(story: Story) -> Story:
    """12:30 on 16 November."""
    return story.at("2026-11-16 12:30")


@pytest.mark.parametrize(
    "when",
    ["2026-11-16 12:31", "2026-11-16 13h", "2026-11-17", "by 2026-11-16 12:31", "2027-11-16"],
)
def test_what_cannot_have_come_yet_is_refused(noon: Story, when: str) -> None:
    assert noon.refuses(NURSE, RecordHeadache(occurred=moment(when))) == FUTURE


@pytest.mark.parametrize(
    "when", ["2026-11-16 12:30", "2026-11-16 12h", "2026-11-16", "by 2026-11-16 12:30"]
)
def test_what_may_have_come_already_is_not(noon: Story, when: str) -> None:
    assert noon.nurse(RecordHeadache(occurred=moment(when))) == []


@pytest.mark.parametrize("command", RECORDS, ids=lambda c: c.name)
def test_no_record_is_of_the_future(noon: Story, command: type[Command]) -> None:
    role = sorted(MAY_GIVE[command.name])[0]
    late = minimal(command, occurred=moment("2026-11-16 12:31"))
    assert noon.refuses(role, late) == FUTURE


@pytest.mark.parametrize("command", PERMITS, ids=lambda c: c.name)
@pytest.mark.parametrize("when", ["2026-11-16 12:29", "2026-11-16", "by 2026-11-15 10:00"])
def test_no_permit_is_of_any_other_time_than_now(
    noon: Story, command: type[Command], when: str
) -> None:
    role = sorted(MAY_GIVE[command.name])[0]
    assert noon.refuses(role, minimal(command, occurred=moment(when))) == ["time.permit_is_for_now"]


@pytest.mark.parametrize("told", TOLD, ids=lambda told: f"{told[0].name} {told[1]}")
def test_nor_is_a_time_that_is_told_inside_an_entry(
    noon: Story, told: tuple[type[Command], str]
) -> None:
    command, field = told
    role = sorted(MAY_GIVE[command.name])[0]
    late = minimal(command, **{field: moment("2026-11-16 12:31")})
    assert noon.refuses(role, late) == FUTURE


@pytest.mark.parametrize("when", ["2026-11-17", "2027-06-01 10:00"])
def test_what_is_planned_is_to_come(noon: Story, when: str) -> None:
    assert noon.nurse(PlanContact(due=moment(when))) == []


def test_the_refusal_says_both_times(noon: Story) -> None:
    said = noon.decide(NURSE, RecordHeadache(occurred=moment("2026-11-17"))).findings[0].says
    assert said.startswith("Tue 17 Nov")
    assert said.endswith("it is 12:30.")


# roughly known times, each read to the safe side


def test_a_rest_begun_at_some_time_of_the_hour_began_at_its_end(noon: Story) -> None:
    noon.nurse(StartRest(occurred=moment("2026-11-16 11h")))
    minutes = noon.protocol.recovery.rest_minutes
    ends = moment("2026-11-16 11h").latest + timedelta(minutes=minutes)
    assert noon.due("recovery.stand_and_walk") == ends


def test_a_screen_of_today_was_made_at_midnight(story: Story) -> None:
    """For how fresh an answer is, the earliest time that it can have been given counts."""
    no = Answers(dict.fromkeys(RED_FLAGS_ASKED, Answer.NO))
    story.at("2026-11-16 08:00")
    hours = story.protocol.booking.red_flag_screen_valid_hours
    story.nurse(ScreenRedFlags(flags=no, occurred=moment("2026-11-16")))
    story.now = moment("2026-11-16").at + timedelta(hours=hours)
    assert "red_flag.out_of_date" not in story.asks(PHYSICIAN, TakeTimeOut)
    story.wait(seconds=1)
    assert "red_flag.out_of_date" in story.asks(PHYSICIAN, TakeTimeOut)


def test_a_screen_of_unknown_time_is_never_fresh(story: Story) -> None:
    no = Answers(dict.fromkeys(RED_FLAGS_ASKED, Answer.NO))
    story.nurse(ScreenRedFlags(flags=no, occurred=moment("by 2026-11-16 07:59")))
    finding = story.finding(PHYSICIAN, TakeTimeOut, "red_flag.out_of_date")
    assert finding.says.startswith("Red flags were last asked at an unknown time")

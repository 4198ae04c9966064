"""A permit whose ground is gone stands beside what speaks against it, until a physician looks."""

from html import unescape
from typing import TYPE_CHECKING, Any

import pytest

from bloodpatch.pathway.amendment.commands import Correct
from bloodpatch.pathway.clinical import RED_FLAGS_ASKED
from bloodpatch.pathway.codes import Code, PlainForm
from bloodpatch.pathway.roles import Role
from bloodpatch.pathway.stages.assessment.choices import Basis, Function
from bloodpatch.pathway.stages.assessment.commands import (
    DecidePatch,
    RecordHeadache,
    ScreenRedFlags,
)
from bloodpatch.pathway.stages.referral.commands import RecordOnset, RecordPuncture
from bloodpatch.pathway.values import (
    Answer,
    Answers,
    Count,
    FreeText,
    Pain,
    PainPosition,
    When,
)

if TYPE_CHECKING:
    from tests.doors.staff.conftest import House

pytestmark = pytest.mark.django_db(transaction=True)
NURSE, PHYSICIAN = Role.NURSE, Role.PHYSICIAN
NO = Answers(dict.fromkeys(RED_FLAGS_ASKED, Answer.NO))
SAYS = "Would not have been permitted by what is known today, because: Red flag: Seizure."


@pytest.fixture
def decided(house: "House") -> str:
    episode = house.refer()
    headache = RecordHeadache(
        pain_lying=Pain(2, PainPosition.LYING),
        pain_upright=Pain(8, PainPosition.UPRIGHT),
        position_dependent=Answer.YES,
        function=Function.BED_BOUND,
    )
    onset = RecordOnset(onset_at=When.parse("2026-11-14 09:00", "America/Denver"))
    puncture = RecordPuncture(punctured_at=When.parse("2026-11-13 16:10", "America/Denver"))
    house.record(episode, NURSE, puncture, onset, headache, ScreenRedFlags(flags=NO))
    house.record(episode, PHYSICIAN, DecidePatch(basis=(Basis.DISABLING,)))
    return episode


def seizure(house: "House", episode: str) -> None:
    screen = house.history(episode).index("assessment.red_flags_screened") + 1
    yes = dict.fromkeys(RED_FLAGS_ASKED, "no") | {"seizure": "yes"}
    right = Correct(
        position=Count(screen),
        field=Code("flags"),
        value=PlainForm(yes),
        reason=FreeText("Her husband saw it."),
    )
    house.record(episode, PHYSICIAN, right)


def shown(house: "House", page: str) -> str:
    return unescape(house.client(PHYSICIAN).get(page).content.decode())


def test_the_episode_says_it_in_plain_words(house: "House", decided: str) -> None:
    assert SAYS not in shown(house, house.at(decided, ""))
    seizure(house, decided)
    said = shown(house, house.at(decided, ""))
    assert SAYS in said and "Not permitted now" in said
    assert "Patch decided: would not have been permitted by what is known today. Red flag" in said
    assert "Look at what would not have been permitted" in said


def test_a_physician_looks_at_it(house: "House", decided: str) -> None:
    seizure(house, decided)
    page = house.at(decided, "review/acknowledge/")
    assert SAYS in shown(house, page)
    assert house.sends(PHYSICIAN, page, remark="Sent for imaging.").status_code == 303
    said = shown(house, house.at(decided, ""))
    assert "looked at by a physician" in said and SAYS in said
    assert "Look at what would not have been permitted" not in said
    assert SAYS not in shown(house, page)


def test_what_the_page_did_not_show_is_not_looked_at_by_it(house: "House", decided: str) -> None:
    """The correction came after the page was drawn."""
    from tests.doors.staff.conftest import fields_of

    page = house.at(decided, "review/acknowledge/")
    form: dict[str, Any] = fields_of(house.client(PHYSICIAN).get(page)).form
    seizure(house, decided)
    house.client(PHYSICIAN).post(page, form)
    assert house.looked_at(decided) == frozenset()

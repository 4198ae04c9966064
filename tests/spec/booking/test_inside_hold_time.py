"""A drug against clotting where no needle is at hand yet (H06): named, decided on, booked, and
before another patch."""

from typing import Any

import pytest
from clotting import LOW, REGIONAL, drug, follows, ready
from journey import (
    assessed,
    discharged,
    headache_back,
    patched,
    recovered,
    referred,
    timed_out,
)
from story import FRONT_DESK, NURSE, PHYSICIAN, Story, moment

from bloodpatch.pathway.clinical import Antithrombotic
from bloodpatch.pathway.clinical.timing import Timing
from bloodpatch.pathway.codes import Code
from bloodpatch.pathway.stages.assessment.commands import DecidePatch
from bloodpatch.pathway.stages.booking.commands import Book
from bloodpatch.pathway.stages.discharge.choices import Restart
from bloodpatch.pathway.stages.discharge.events import RestartPlanned
from bloodpatch.pathway.stages.preparation.commands import TakeTimeOut
from bloodpatch.pathway.stages.preparation.events import AntithromboticRecorded
from bloodpatch.pathway.stages.repeat.commands import DecideRepeat
from bloodpatch.pathway.values import Answer

ON_A_DRUG = "antithrombotics.on_a_drug"


def decided(**told: Any) -> Story:
    """A patch was decided; enoxaparin in low dose at 08:00."""
    story = follows(assessed(referred(Story())), REGIONAL)
    story.nurse(drug("enoxaparin", "2026-11-16 08:00", **told))
    return story


def slot(starts: str) -> Book:
    return Book(
        room=Code("room-1"),
        physician=Code("physician-1"),
        bay=Code("bay-b"),
        starts=moment(starts),
    )


@pytest.mark.parametrize(
    ("starts", "codes"),
    [
        ("2026-11-16 19:59", ["antithrombotics.inside_hold_time"]),
        ("2026-11-16 20:00", []),
        ("2026-11-16 20:01", []),
        ("2026-11-16", ["antithrombotics.inside_hold_time"]),
        ("2026-11-17", []),
    ],
)
def test_a_slot_is_not_before_the_hold_time_is_over(starts: str, codes: list[str]) -> None:
    story = decided()
    if codes:
        assert story.refuses(FRONT_DESK, slot(starts)) == codes
    else:
        assert story.desk(slot(starts)) == codes


ALONE = "20:00: Enoxaparin (12 h)"


@pytest.mark.parametrize(
    ("others", "until"),
    [
        ([], ALONE),
        ([drug("dalteparin", "2026-11-16 08:00")], "20:00: Enoxaparin (12 h), Dalteparin (12 h)"),
        ([drug("dalteparin", "2026-11-16 07:00")], "20:00: Enoxaparin (12 h), Dalteparin (12 h)"),
        (
            [drug("clopidogrel", "2026-11-15 08:00", dose_class=None)],
            "Sun 22 Nov 08:00: Clopidogrel (168 h), Enoxaparin (12 h)",
        ),
        ([drug("dalteparin", "2026-11-14")], ALONE),
        ([drug("fondaparinux", "2026-11-16 08:00", dose_class=None)], ALONE),
        ([drug("dalteparin")], ALONE),
    ],
    ids=["alone", "as long", "shorter", "longer", "over", "judged by a physician", "no time known"],
)
def test_the_slot_is_told_from_when_on(others: list[Any], until: str) -> None:
    """Of several drugs the last to be over counts."""
    story = decided()
    for other in others:
        story.wait(minutes=1).nurse(other)
    outcome = story.decide(FRONT_DESK, slot("2026-11-16 15:00"))
    assert [f.says for f in outcome.findings if f.blocks] == [f"Patch not before {until}."]


def test_a_row_that_is_not_confirmed_keeps_the_slot_away_as_well() -> None:
    story = follows(decided(), REGIONAL, confirmed=())
    assert story.refuses(FRONT_DESK, slot("2026-11-16 15:00")) == [
        "antithrombotics.inside_hold_time"
    ]


def test_whoever_names_a_drug_is_told_what_it_means() -> None:
    """Also where no patch is planned: a leak and such a drug are a risk by themselves."""
    story = follows(referred(Story()), REGIONAL)
    named = drug("enoxaparin", "2026-11-16 08:00")
    outcome = story.decide(NURSE, named)
    assert [f.code for f in outcome.findings] == [ON_A_DRUG]
    assert outcome.findings[0].says == (
        "Takes Enoxaparin: needle not before 20:00; next dose not before 12 h after the needle."
        " New or changed headache: scan early."
    )
    story.nurse(named)
    assert story.nurse(drug("aspirin", "2026-11-16 08:00", dose_class=None)) == []


def test_of_a_drug_whose_hold_time_is_over_nothing_is_said() -> None:
    story = follows(referred(Story()), REGIONAL)
    assert story.nurse(drug("enoxaparin", "2026-11-14 08:00")) == []


@pytest.mark.parametrize(
    ("statement", "words"),
    [
        (drug("enoxaparin", "2026-11-16 08:00"), "Enoxaparin: needle not before 20:00"),
        (drug("enoxaparin"), "Enoxaparin: the last dose is not recorded"),
        (drug("other", "2026-11-01"), "a physician judges the time before a needle"),
        (
            drug("fondaparinux", "2026-11-01", dose_class=None),
            "Fondaparinux: a physician judges the time before a needle",
        ),
        (
            drug("enoxaparin", "2026-11-16 08:00", running=Answer.YES),
            "Enoxaparin: still given, a physician decides",
        ),
        (
            drug("enoxaparin", timing=Timing.parse("11 hours before patch 1")),
            "needle not before 12 h after the last dose",
        ),
        (drug("enoxaparin", timing=Timing.parse("12 hours before patch 1")), ""),
        (drug("enoxaparin", "2026-11-14 08:00"), ""),
    ],
)
def test_before_a_decision_it_is_said_and_holds_nothing(statement: Any, words: str) -> None:
    story = follows(referred(Story()), REGIONAL)
    story.nurse(statement)
    found = [f for f in asked(story) if f.code == ON_A_DRUG]
    assert [words in f.says for f in found] == ([True] if words else [])
    assert not any(f.blocks for f in found)


def asked(story: Story) -> Any:
    from bloodpatch.pathway.decide import may

    return may(DecidePatch, story.episode, story.context(PHYSICIAN))


def back(*events: Any) -> Story:
    """The headache is back on the next day; enoxaparin was stopped for the first patch."""
    story = timed_out(ready(None))
    told = {"dose_class": LOW, "last_dose": moment("2026-11-14 08:00")}
    story.given(AntithromboticRecorded(drug=Antithrombotic.ENOXAPARIN, **told))
    story = recovered(patched(story))
    story.given(
        RestartPlanned(
            drug=Antithrombotic.ENOXAPARIN,
            plan=Restart.RESTART,
            restart_at=moment("2026-11-17 08:00"),
        )
    )
    story.given(*events)
    return follows(headache_back(discharged(story)), REGIONAL)


def test_before_another_patch_the_time_is_taken_anew() -> None:
    """What was stopped for the first patch has been given again since."""
    story = back()
    assert story.asks(PHYSICIAN, DecideRepeat) == [ON_A_DRUG]
    found = story.finding(PHYSICIAN, DecideRepeat, ON_A_DRUG)
    assert "the last dose since the patch is not recorded" in found.says
    story.physician(DecideRepeat())
    unknown = "antithrombotics.last_dose_not_known"
    assert unknown in story.asks(NURSE, TakeTimeOut)
    told = story.finding(NURSE, TakeTimeOut, unknown).says
    assert told == "The time of the last dose of Enoxaparin is not known, since the last patch."
    story.wait(minutes=1).nurse(drug("enoxaparin", "2026-11-17 08:00"))
    assert "antithrombotics.inside_hold_time" in story.asks(NURSE, TakeTimeOut)


def test_unless_a_physician_planned_that_it_stays_off() -> None:
    stays = RestartPlanned(drug=Antithrombotic.ENOXAPARIN, plan=Restart.STAYS_OFF)
    story = back(stays)
    assert story.asks(PHYSICIAN, DecideRepeat) == []
    story.physician(DecideRepeat())
    assert "antithrombotics.last_dose_not_known" not in story.asks(NURSE, TakeTimeOut)

"""When a drug against clotting is taken again (H47): planned, and not before the table's time."""

from typing import Any

import pytest
from clotting import AAGBI, HIGH, LOW, PAIN, REGIONAL, follows
from entries import raised
from journey import (
    arrived,
    assessed,
    booked,
    checked,
    instructions,
    normal_legs,
    patched,
    recovered,
    referred,
    timed_out,
)
from story import NURSE, PHYSICIAN, Story, moment

from bloodpatch.pathway.clinical import Antithrombotic, DoseClass
from bloodpatch.pathway.clinical.timing import Timing
from bloodpatch.pathway.queries.drugs_taken import drugs_taken
from bloodpatch.pathway.stages.discharge.choices import Restart
from bloodpatch.pathway.stages.discharge.commands import PermitDischarge, RecordRestartPlan
from bloodpatch.pathway.stages.discharge.restart import restart_is_planned
from bloodpatch.pathway.stages.preparation.events import (
    AntithromboticRecorded,
    BleedingHistoryRecorded,
)
from bloodpatch.pathway.stages.procedure.choices import Aspirate, DuringKind
from bloodpatch.pathway.stages.procedure.commands import RecordPatch
from bloodpatch.pathway.stages.procedure.events import (
    HappenedDuring,
    Injected,
    NeedlePlaced,
)
from bloodpatch.pathway.stages.referral.choices import NeedleFinding
from bloodpatch.pathway.stages.referral.events import PunctureRecorded
from bloodpatch.pathway.stages.repeat.events import RepeatDecided
from bloodpatch.pathway.values import Answer, Millilitres

MISSING, EARLY = "discharge.restart_not_planned", "discharge.restart_too_early"


def fit_to_go(policy: Any = REGIONAL, **told: Any) -> Story:
    """The needle was out at 14:20; nothing else stands in the way of going home."""
    story = timed_out(checked(arrived(booked(assessed(referred(Story()))))))
    given = {"drug": Antithrombotic.ENOXAPARIN, "dose_class": LOW} | told
    story = recovered(patched(story.given(AntithromboticRecorded(**given))))
    story.wait(minutes=5).nurse(normal_legs(), instructions())
    return follows(story, policy)


def stands(story: Story) -> list[str]:
    return story.asks(NURSE, PermitDischarge)


def says(story: Story, code: str) -> str:
    return story.finding(NURSE, PermitDischarge, code).says


def planned(story: Story, **plan: Any) -> Story:
    story.wait(minutes=1).does(PHYSICIAN, RecordRestartPlan(**plan))
    return story


def test_the_earliest_time_is_told_with_what_is_missing() -> None:
    story = fit_to_go()
    assert stands(story) == [MISSING]
    expected = "No plan when it is taken again: Enoxaparin, not before Tue 17 Nov 02:20."
    assert says(story, MISSING) == expected


@pytest.mark.parametrize(
    ("plan", "codes"),
    [
        ({"restart_at": moment("2026-11-17 02:19")}, [EARLY]),
        ({"restart_at": moment("2026-11-17 02:20")}, []),
        ({"restart_at": moment("2026-11-17 02:21")}, []),
        ({"restart_at": moment("2026-11-17")}, [EARLY]),
        ({"restart_at": moment("2026-11-18")}, []),
        ({"restart": Timing.parse("12 hours after patch 1")}, []),
        ({"restart": Timing.parse("11 hours after patch")}, [EARLY]),
        ({"restart": Timing.parse("about 12 hours after patch")}, [EARLY]),
        ({"restart": Timing.parse("until 20 hours after patch")}, [EARLY]),
        ({"restart": Timing.parse("soon after patch")}, [EARLY]),
        ({"restart": Timing.parse("12 hours after procedure")}, []),
        ({"restart": Timing.parse("11 hours after procedure")}, [EARLY]),
        ({"restart": Timing.parse("20 hours after discharge")}, [EARLY]),
        ({"restart": Timing.parse("soon after discharge")}, [EARLY]),
        ({"plan": Restart.STAYS_OFF}, []),
        ({"plan": Restart.NOT_STOPPED}, [EARLY]),
    ],
)
def test_a_plan_is_not_earlier_than_the_table_allows(plan: Any, codes: list[str]) -> None:
    story = planned(fit_to_go(), **plan)
    assert stands(story) == codes
    if codes:
        ends = "Enoxaparin, not before Tue 17 Nov 02:20."
        assert says(story, EARLY) == f"Planned earlier than the drug table allows: {ends}"


def test_what_was_never_stopped_is_early_until_the_time_of_the_table() -> None:
    story = planned(fit_to_go(), plan=Restart.NOT_STOPPED)
    assert EARLY in stands(story.at("2026-11-17 02:19"))
    assert EARLY not in stands(story.wait(minutes=1))


def test_counted_from_a_needle_of_some_time_in_an_hour_it_is_counted_from_the_end() -> None:
    """The table and the plan alike: 24 hours after it are 24 hours after it."""
    story = follows(Story("2026-11-16 15:30"), REGIONAL)
    story.given(AntithromboticRecorded(drug=Antithrombotic.RIVAROXABAN))
    story.nurse(RecordPatch(occurred=moment("2026-11-16 14h")))
    assert "not before Tue 17 Nov 14:59." in says(story, MISSING)
    assert EARLY in stands(planned(story, restart=Timing.parse("23 hours after patch")))
    assert EARLY not in stands(planned(story, restart=Timing.parse("24 hours after patch")))


@pytest.mark.parametrize(
    ("plan", "asked"),
    [
        ({"plan": Restart.STAYS_OFF}, []),
        ({"restart_at": moment("2026-11-18")}, [MISSING]),
    ],
)
def test_after_another_patch_only_what_stays_off_needs_no_new_plan(
    plan: dict[str, Any], asked: list[str]
) -> None:
    story = planned(fit_to_go(), **plan).wait(days=1).given(RepeatDecided())
    assert raised(story, restart_is_planned) == asked


@pytest.mark.parametrize(
    ("policy", "told", "until"),
    [
        (REGIONAL, {"dose_class": HIGH}, "Tue 17 Nov 14:20"),
        (REGIONAL, {"dose_class": None}, "Tue 17 Nov 14:20"),
        (REGIONAL, {"dose_class": DoseClass.NOT_TOLD}, "Tue 17 Nov 14:20"),
        (REGIONAL, {"drug": Antithrombotic.RIVAROXABAN}, "20:20"),
        (PAIN, {"drug": Antithrombotic.WARFARIN, "dose_class": None}, "20:20"),
    ],
)
def test_each_row_has_its_own_time(policy: Any, told: dict[str, Any], until: str) -> None:
    assert f"not before {until}." in says(fit_to_go(policy, **told), MISSING)


@pytest.mark.parametrize(
    ("policy", "told"),
    [
        (REGIONAL, {"drug": Antithrombotic.CILOSTAZOL}),
        (REGIONAL, {"drug": Antithrombotic.HEPARIN_SC, "dose_class": HIGH}),
        (AAGBI, {}),
    ],
)
def test_where_the_table_tells_none_a_physician_plans(policy: Any, told: dict[str, Any]) -> None:
    story = fit_to_go(policy, **told)
    assert "not before" not in says(story, MISSING)
    assert stands(planned(story, restart_at=moment("2026-11-16 16:00"))) == []


BLOODY = [
    NeedlePlaced(aspirate=(Aspirate.BLOOD,)),
    NeedlePlaced(),
    HappenedDuring(kind=DuringKind.BLOODY_TAP),
    PunctureRecorded(found=(NeedleFinding.BLOOD,)),
]


@pytest.mark.parametrize("event", BLOODY, ids=["aspirate", "nobody looked", "noted", "puncture"])
def test_after_a_bloody_needle_a_heparin_waits_longer(event: Any) -> None:
    story = fit_to_go()
    now, story.now = story.now, moment("2026-11-16 14:19").at
    story.given(event)
    story.now = now
    assert "Enoxaparin, not before Tue 17 Nov 14:20." in says(story, MISSING)
    other = fit_to_go(drug=Antithrombotic.RIVAROXABAN)
    other.now = moment("2026-11-16 14:19").at
    other.given(event)
    other.now = now
    assert "not before 20:20." in says(other, MISSING)


def test_a_drug_that_stays_off_is_not_asked_about_in_the_next_round() -> None:
    story = planned(fit_to_go(last_dose=moment("2026-11-10")), plan=Restart.STAYS_OFF)
    taken = drugs_taken(story.episode)
    assert [one.last_dose_known for one in taken] == [True]
    assert [
        one.last_dose_known
        for one in drugs_taken(fit_to_go(last_dose=moment("2026-11-10")).episode)
    ] == [False]


@pytest.mark.parametrize("asked", ["antithrombotic", "antiplatelet"])
def test_whoever_was_not_asked_about_drugs_may_have_one_to_take_again(
    story: Story, asked: str
) -> None:
    """H47: nobody knows that there is none."""
    story.at("2026-11-16 14:05").given(BleedingHistoryRecorded(**{asked: Answer.NO}))
    story.given(Injected(volume_ml_injected=Millilitres(20)))
    assert "discharge.drugs_not_asked" in story.asks(NURSE, PermitDischarge)
    other = {"antithrombotic": "aspirin or another drug against platelets"}
    assert says(story, "discharge.drugs_not_asked") == (
        f"Nobody asked whether the patient takes {other.get(asked, 'a blood thinner')}."
    )
    both = dict.fromkeys(("antithrombotic", "antiplatelet"), Answer.NO)
    story.given(BleedingHistoryRecorded(**both))
    assert "discharge.drugs_not_asked" not in story.asks(NURSE, PermitDischarge)


D = Antithrombotic
GOES_ON: dict[str, tuple[Any, dict[str, Any], bool]] = {
    "aspirin": (REGIONAL, {"drug": D.ASPIRIN, "running": Answer.YES}, False),
    "aspirin, nobody said more": (REGIONAL, {"drug": D.ASPIRIN}, False),
    "ibuprofen, stopped": (PAIN, {"drug": D.NSAID, "last_dose": "2026-11-15"}, False),
    "cilostazol": (PAIN, {"drug": D.CILOSTAZOL, "running": Answer.YES}, False),
    "cilostazol, stopped": (PAIN, {"drug": D.CILOSTAZOL, "last_dose": "2026-11-15"}, True),
    "clopidogrel": (REGIONAL, {"drug": D.CLOPIDOGREL}, True),
    "a drug without a row": (REGIONAL, {"drug": D.CILOSTAZOL, "running": Answer.YES}, True),
}


@pytest.mark.parametrize(("policy", "told", "asked"), GOES_ON.values(), ids=GOES_ON)
def test_of_what_nobody_had_to_stop_nothing_is_planned(
    policy: Any, told: dict[str, Any], asked: bool
) -> None:
    if "last_dose" in told:
        told = told | {"last_dose": moment(told["last_dose"])}
    story = fit_to_go(policy, dose_class=None, **told)
    assert bool(raised(story, restart_is_planned)) is asked

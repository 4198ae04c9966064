"""Who may go home (T11): each thing that is missing, alone, keeps the patient here."""

from dataclasses import replace

import pytest
from journey import instructions, normal_legs, ready_for_a_patch, recovered
from journey import patched as patch
from story import NURSE, Story, moment

from bloodpatch.pathway.clinical import (
    AdverseKind,
    Antithrombotic,
    Examined,
    LegRaise,
)
from bloodpatch.pathway.clinical import Warning as WarnedOf
from bloodpatch.pathway.clinical.neurology import Power
from bloodpatch.pathway.stages.adverse_event.choices import Conclusion, NoEvent
from bloodpatch.pathway.stages.adverse_event.commands import (
    DismissDraft,
    OpenEvent,
    ReviewEvent,
)
from bloodpatch.pathway.stages.discharge.choices import Restart
from bloodpatch.pathway.stages.discharge.commands import (
    PermitDischarge,
    RecordDeparture,
    RecordNeurology,
    RecordRestartPlan,
)
from bloodpatch.pathway.stages.preparation.commands import (
    RecordNeurology as RecordBaseline,
)
from bloodpatch.pathway.stages.preparation.events import AntithromboticRecorded
from bloodpatch.pathway.stages.procedure.choices import DuringKind
from bloodpatch.pathway.stages.procedure.commands import (
    Abandon,
    RecordNeedle,
    StartProcedure,
)
from bloodpatch.pathway.stages.procedure.events import (
    HappenedDuring,
    Injected,
)
from bloodpatch.pathway.stages.recovery.commands import RecordObservations
from bloodpatch.pathway.stages.recovery.events import (
    Observed,
    RestStarted,
    StoodAndWalked,
)
from bloodpatch.pathway.stages.recovery.statements import (
    Legs,
    Walked,
)
from bloodpatch.pathway.values import (
    Answer,
    Count,
    FreeText,
    Grade,
    Millilitres,
    When,
)
from bloodpatch.pathway.whereabouts import Whereabouts


def test_a_patient_who_lacks_nothing_may_go_home(fit: Story) -> None:
    assert fit.asks(NURSE, PermitDischarge) == []
    fit.nurse(PermitDischarge())
    assert fit.nurse(RecordDeparture()) == []
    assert fit.episode.whereabouts is Whereabouts.FOLLOWED_UP


def test_everything_that_is_missing_is_said_at_once(patched: Story) -> None:
    assert patched.asks(NURSE, PermitDischarge) == [
        "discharge.not_walked",
        "discharge.neurology_missing",
        "discharge.not_instructed",
    ]


def test_nobody_goes_home_who_has_not_stood_and_walked(patched: Story) -> None:
    """T9."""
    patched.at("2026-11-16 15:00").nurse(normal_legs(), instructions())
    assert patched.refuses(NURSE, PermitDischarge()) == ["discharge.not_walked"]


# legs, feeling, bladder


PARTS = ("power_left", "power_right", "sensation", "saddle", "bladder")


@pytest.mark.parametrize(
    ("part", "answer"),
    [
        *((part, None) for part in PARTS),
        *((part, Examined.NOT_TESTED) for part in PARTS if not part.startswith("power")),
    ],
)
def test_what_was_not_tested_is_not_normal(
    walked: Story, part: str, answer: Examined | None
) -> None:
    """T14: each part alone."""
    walked.nurse(instructions(), replace(normal_legs(), **{part: answer}))
    assert walked.refuses(NURSE, PermitDischarge()) == ["discharge.neurology_missing"]


@pytest.mark.parametrize(
    ("part", "answer"),
    [
        ("power_left", Power(4)),
        ("power_right", Power(0)),
        ("sensation", Examined.CHANGED),
        ("saddle", Examined.CHANGED),
        ("bladder", Examined.CHANGED),
        ("gait", Examined.CHANGED),
        ("straight_leg_left", LegRaise.LIMITED),
    ],
)
def test_anything_worse_stops_the_discharge(
    walked: Story, part: str, answer: Power | Examined | LegRaise
) -> None:
    walked.nurse(instructions(), replace(normal_legs(), **{part: answer}))
    assert walked.refuses(NURSE, PermitDischarge()) == [WORSE]


WORSE = "discharge.neurology_worse"
OLD = {"power_left": Power(3), "sensation": Examined.CHANGED}


@pytest.mark.parametrize(
    ("examined", "codes"),
    [(None, [WORSE]), ("14:05", []), ("14:30", [WORSE])],
    ids=["never", "before the needle", "after it"],
)
def test_what_was_so_before_the_patch_is_not_worse(
    story: Story, examined: str | None, codes: list[str]
) -> None:
    """The baseline is what counts: an old drop foot goes home as it came."""
    walked = recovered(patch(ready_for_a_patch(story.at("2026-11-16 14:05"))))
    if examined:
        at = moment(f"2026-11-16 {examined}")
        walked.physician(RecordBaseline(**OLD, occurred=at))
    walked.nurse(instructions(), replace(normal_legs(), **OLD))
    assert walked.asks(NURSE, PermitDischarge) == codes


def test_who_looks_at_one_leg_alone_has_not_seen_the_other(walked: Story) -> None:
    """A stop does not become a hold because the next form is half empty."""
    walked.nurse(instructions(), replace(normal_legs(), power_left=Power(1)))
    walked.wait(minutes=5).nurse(RecordNeurology(power_right=Power(5)))
    assert WORSE in walked.asks(NURSE, PermitDischarge)
    walked.wait(minutes=5).nurse(normal_legs())
    assert walked.asks(NURSE, PermitDischarge) == [WORSE], "A4: a nurse's normal does not end it"
    walked.wait(minutes=5).physician(normal_legs())
    assert walked.asks(NURSE, PermitDischarge) == []


def test_legs_that_changed_in_recovery_stop_the_discharge(fit: Story) -> None:
    fit.nurse(RecordObservations(legs=Legs.NUMB))
    assert fit.refuses(NURSE, PermitDischarge()) == ["discharge.neurology_worse"]


def test_an_examination_from_before_the_patch_does_not_count(patched: Story) -> None:
    early = replace(normal_legs(), occurred=moment("2026-11-16 14:01"))
    patched.at("2026-11-16 14:21").nurse(early, instructions())
    recovered(patched)
    assert patched.refuses(NURSE, PermitDischarge()) == ["discharge.neurology_missing"]


def test_while_the_needle_may_still_be_in_they_are_compared_with_the_blood(story: Story) -> None:
    """Nobody recorded the needle out: what was examined before the blood went in is too old."""
    ready_for_a_patch(story.at("2026-11-16 14:00")).physician(StartProcedure())
    story.wait(minutes=5).nurse(normal_legs())
    blood = Injected(volume_ml_injected=Millilitres(20), needle_out=Answer.NO)
    story.wait(minutes=5).given(blood)
    assert "discharge.neurology_missing" in story.asks(NURSE, PermitDischarge)
    story.wait(minutes=5).nurse(normal_legs())
    assert "discharge.neurology_missing" not in story.asks(NURSE, PermitDischarge)


def test_after_a_needle_without_a_patch_the_legs_are_examined_as_well(story: Story) -> None:
    story.at("2026-11-16 14:00").nurse(normal_legs(), instructions())
    story.wait(minutes=10).physician(RecordNeedle(), Abandon())
    assert "discharge.neurology_missing" in story.refuses(NURSE, PermitDischarge())
    story.wait(minutes=10).nurse(normal_legs())
    assert story.refuses(NURSE, PermitDischarge()) == ["discharge.not_walked"]


# what went wrong


def test_pain_while_the_blood_went_in_is_settled_before_going_home(fit: Story) -> None:
    """T14: opened as an adverse event and reviewed, or dismissed by a physician."""
    fit.given(HappenedDuring(kind=DuringKind.LEG_PAIN))
    assert fit.refuses(NURSE, PermitDischarge()) == ["discharge.event_open"]
    dismissed = fit.copy().physician
    entry = Count(fit.episode.position)
    fit.nurse(OpenEvent(kinds=(AdverseKind.RADICULAR_PAIN,), grade=Grade(1), entry=entry))
    assert fit.refuses(NURSE, PermitDischarge()) == ["discharge.event_open"], "not reviewed"
    fit.physician(ReviewEvent(conclusion=Conclusion.SETTLED))
    assert fit.asks(NURSE, PermitDischarge) == []
    assert (
        dismissed(
            DismissDraft(entry=entry, why=NoEvent.EXPECTED, reason=FreeText("Gone in a minute.")),
            PermitDischarge(),
        )
        == []
    )


def test_an_adverse_event_says_what_it_is(fit: Story) -> None:
    fit.nurse(OpenEvent(kinds=(AdverseKind.BACK_PAIN, AdverseKind.FEVER), grade=Grade(2)))
    finding = fit.finding(NURSE, PermitDischarge, "discharge.event_open")
    assert finding.says == "Not yet looked at by a physician: Back pain, Fever."


# drugs, observations, instructions


NEVER_STOPPED = {Antithrombotic.NSAID, Antithrombotic.SSRI_SNRI}


@pytest.mark.parametrize("drug", sorted(set(Antithrombotic) - NEVER_STOPPED))
def test_each_drug_needs_its_plan(fit: Story, drug: Antithrombotic) -> None:
    """T11: nobody goes home not knowing when to take it again."""
    fit.given(AntithromboticRecorded(drug=drug))
    assert fit.refuses(NURSE, PermitDischarge()) == ["discharge.restart_not_planned"]
    fit.physician(RecordRestartPlan(drug=drug, plan=Restart.RESTART))
    assert fit.asks(NURSE, PermitDischarge) == ["discharge.restart_not_planned"], "no time said"
    fit.physician(RecordRestartPlan(drug=drug, restart_at=When.exact(fit.now, "UTC")))
    assert fit.asks(NURSE, PermitDischarge) == []


def test_a_plan_for_one_drug_is_none_for_another(fit: Story) -> None:
    fit.given(
        AntithromboticRecorded(drug=Antithrombotic.ASPIRIN),
        AntithromboticRecorded(drug=Antithrombotic.ENOXAPARIN),
    )
    fit.physician(RecordRestartPlan(drug=Antithrombotic.ASPIRIN, plan=Restart.NOT_STOPPED))
    finding = fit.finding(NURSE, PermitDischarge, "discharge.restart_not_planned")
    assert finding.says == "No plan when it is taken again: Enoxaparin."
    fit.physician(RecordRestartPlan(plan=Restart.STAYS_OFF))
    assert fit.asks(NURSE, PermitDischarge) == []


def test_a_restart_plan_is_a_physicians(fit: Story) -> None:
    assert fit.refuses(NURSE, RecordRestartPlan()) == ["person.not_your_act"]


def test_observations_that_were_planned_and_not_made_are_asked_for(patched: Story) -> None:
    """T10: as long as the patient rested."""
    patched.at("2026-11-16 14:25").given(RestStarted(), Observed())
    patched.at("2026-11-16 14:55").given(StoodAndWalked(walked=Walked.WHOLE_DISTANCE))
    patched.wait(minutes=5).nurse(normal_legs(), instructions())
    finding = patched.finding(NURSE, PermitDischarge, "discharge.observations_missed")
    assert finding.says == "Observations not recorded: 15, 30 minutes after the rest began."


LEGS = "the warning of weak legs and bladder"
SITE = "the warning of fever and a red or oozing site"
HEADACHE = "the warning of a changed headache"


@pytest.mark.parametrize(
    ("field", "value", "parts"),
    [
        ("language", None, "language"),
        ("leaflet", None, "which leaflet"),
        ("in_person", None, "explained in person"),
        ("in_person", Answer.NO, "explained in person"),
        ("read_back", None, "said back by the patient"),
        ("read_back", Answer.NOT_ASKED, "said back by the patient"),
        ("warned_of", tuple(set(WarnedOf) - {WarnedOf.LEGS_BLADDER}), LEGS),
        ("warned_of", tuple(set(WarnedOf) - {WarnedOf.FEVER}), SITE),
        ("warned_of", tuple(set(WarnedOf) - {WarnedOf.CHANGE_OF_HEADACHE}), HEADACHE),
        ("warned_of", None, f"{LEGS}, {SITE}, {HEADACHE}"),
        ("return_route", None, "whom to call at any hour"),
        ("return_route", Answer.NO, "whom to call at any hour"),
    ],
)
def test_instructions_are_given_in_person_and_said_back(
    walked: Story, field: str, value: Answer | tuple[WarnedOf, ...] | None, parts: str
) -> None:
    """T11: in writing, in a language, explained, said back."""
    walked.nurse(normal_legs(), replace(instructions(), **{field: value}))
    assert walked.refuses(NURSE, PermitDischarge()) == ["discharge.not_instructed"]
    finding = walked.finding(NURSE, PermitDischarge, "discharge.not_instructed")
    assert finding.says == f"Not recorded about the instructions: {parts}."


def test_instructions_are_in_the_language_of_the_patient(walked: Story) -> None:
    walked.facts = replace(walked.facts, language="es")
    walked.nurse(normal_legs(), instructions("en"))
    assert walked.refuses(NURSE, PermitDischarge()) == ["discharge.another_language"]
    walked.nurse(replace(instructions("en"), interpreter=Answer.YES))
    assert walked.asks(NURSE, PermitDischarge) == []


def test_a_second_permit_is_not_given_to_somebody_who_has_left(fit: Story) -> None:
    fit.nurse(PermitDischarge(), RecordDeparture())
    assert fit.refuses(NURSE, PermitDischarge()) == ["discharge.already_gone"]


def test_the_newest_examination_counts(fit: Story) -> None:
    fit.nurse(RecordNeurology(power_left=Power(5)))
    assert fit.refuses(NURSE, PermitDischarge()) == ["discharge.neurology_missing"]

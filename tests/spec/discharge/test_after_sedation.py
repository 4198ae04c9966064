"""Who was sedated goes home when she is awake enough, with somebody (T5 T11)."""

from dataclasses import replace
from datetime import timedelta

import pytest
from journey import instructions, normal_legs, ready_for_a_patch, recovered
from journey import patched as patch
from story import NURSE, Story, moment

from bloodpatch.pathway.clinical import SedationLevel
from bloodpatch.pathway.stages.discharge.commands import PermitDischarge, RecordSedationScore
from bloodpatch.pathway.stages.procedure.choices import DuringAction, DuringKind
from bloodpatch.pathway.stages.procedure.commands import RecordEventDuring
from bloodpatch.pathway.stages.procedure.events import (
    HappenedDuring,
    Injected,
    Sedated,
)
from bloodpatch.pathway.values import Aldrete, Answer, Dose, Padss


@pytest.fixture
def sedated(fit: Story) -> Story:
    """T5: moderate sedation was given."""
    return fit.given(Sedated(level=SedationLevel.MODERATE))


AWAKE = RecordSedationScore(aldrete=Aldrete(9), padss=Padss(9), escort=Answer.YES)
MIDAZOLAM = (Dose.parse("midazolam 2 mg"),)
FLUMAZENIL = (Dose.parse("flumazenil 0.2 mg"),)
LIDOCAINE = (Dose.parse("lidocaine 20 mg"),)


@pytest.mark.parametrize(
    ("event", "codes"),
    [
        (Injected(drugs_given=MIDAZOLAM), ["discharge.sedation_missing"]),
        (Injected(drugs_given=LIDOCAINE), []),
        (Sedated(level=SedationLevel.NONE, drugs=MIDAZOLAM), ["discharge.sedation_missing"]),
        (
            Injected(drugs_given=FLUMAZENIL),
            ["discharge.sedation_missing", "discharge.reversed"],
        ),
    ],
    ids=["with the blood", "no sedative", "told as none", "reversed with the blood"],
)
def test_a_sedative_sedates_wherever_it_was_told(
    story: Story, event: Injected | Sedated, codes: list[str]
) -> None:
    """T5: a clinic tells it with the blood, and the patient still needs an escort."""
    ready_for_a_patch(story.at("2026-11-16 14:05"))
    patched = story.given(event) if isinstance(event, Injected) else patch(story).given(event)
    recovered(patched).at("2026-11-16 15:00").nurse(normal_legs(), instructions())
    assert patched.asks(NURSE, PermitDischarge) == codes


def test_after_sedation_scores_and_escort_let_the_patient_go(sedated: Story) -> None:
    sedated.nurse(AWAKE)
    assert sedated.asks(NURSE, PermitDischarge) == []


@pytest.mark.parametrize(
    ("score", "code"),
    [
        (replace(AWAKE, aldrete=None), "discharge.sedation_missing"),
        (replace(AWAKE, padss=None), "discharge.sedation_missing"),
        (replace(AWAKE, escort=None), "discharge.sedation_missing"),
        (replace(AWAKE, escort=Answer.NOT_ASKED), "discharge.sedation_missing"),
        (replace(AWAKE, aldrete=Aldrete(8)), "discharge.sedation_low"),
        (replace(AWAKE, padss=Padss(8)), "discharge.sedation_low"),
        (replace(AWAKE, escort=Answer.NO), "discharge.no_escort"),
    ],
)
def test_after_sedation_each_thing_alone_keeps_the_patient_here(
    sedated: Story, score: RecordSedationScore, code: str
) -> None:
    """T5: Aldrete, PADSS and an escort."""
    sedated.nurse(score)
    assert sedated.refuses(NURSE, PermitDischarge()) == [code]


def test_a_score_from_before_the_sedation_says_nothing(fit: Story) -> None:
    fit.nurse(AWAKE)
    fit.wait(minutes=5).given(Sedated())
    assert fit.refuses(NURSE, PermitDischarge()) == ["discharge.sedation_missing"]


def test_the_scores_may_be_told_one_after_the_other(sedated: Story) -> None:
    """T5: first the Aldrete score, then PADSS."""
    sedated.nurse(RecordSedationScore(aldrete=Aldrete(9)))
    sedated.wait(minutes=10).nurse(RecordSedationScore(padss=Padss(9), escort=Answer.YES))
    assert sedated.asks(NURSE, PermitDischarge) == []


def test_padss_before_any_aldrete_score_says_nothing_yet(sedated: Story) -> None:
    sedated.nurse(RecordSedationScore(padss=Padss(10), escort=Answer.YES))
    sedated.wait(minutes=10).nurse(RecordSedationScore(aldrete=Aldrete(10)))
    missing = sedated.finding(NURSE, PermitDischarge, "discharge.sedation_missing")
    assert missing.seen == {"parts": "PADSS"}
    sedated.wait(minutes=1).nurse(RecordSedationScore(padss=Padss(10)))
    assert sedated.asks(NURSE, PermitDischarge) == []


def test_the_newest_of_each_counts(sedated: Story) -> None:
    sedated.nurse(AWAKE)
    sedated.wait(minutes=5).nurse(RecordSedationScore(aldrete=Aldrete(8)))
    assert sedated.refuses(NURSE, PermitDischarge()) == ["discharge.sedation_low"]


def test_no_sedation_asks_for_no_score(fit: Story) -> None:
    """T4: a local anaesthetic is usually enough."""
    fit.given(Sedated(level=SedationLevel.NONE))
    assert fit.asks(NURSE, PermitDischarge) == []


def test_after_a_reversal_the_patient_is_watched_until_it_has_worn_off(fit: Story) -> None:
    reversal = HappenedDuring(kind=DuringKind.OTHER, action=(DuringAction.SEDATION_REVERSED,))
    fit.given(reversal)
    minutes = fit.protocol.discharge.reversal_observation_minutes
    fit.wait(minutes=minutes - 1)
    assert "discharge.reversed" in fit.asks(NURSE, PermitDischarge)
    fit.wait(minutes=1)
    assert "discharge.reversed" not in fit.asks(NURSE, PermitDischarge)


def test_a_reversal_at_some_time_of_an_hour_counts_from_the_end_of_it(fit: Story) -> None:
    reversal = RecordEventDuring(
        kind=DuringKind.OTHER,
        action=(DuringAction.SEDATION_REVERSED,),
        occurred=moment("2026-11-16 14h"),
    )
    fit.nurse(reversal)
    minutes = fit.protocol.discharge.reversal_observation_minutes
    fit.now = moment("2026-11-16 14:59").at + timedelta(minutes=minutes)
    assert "discharge.reversed" in fit.asks(NURSE, PermitDischarge)
    fit.wait(minutes=1)
    assert "discharge.reversed" not in fit.asks(NURSE, PermitDischarge)


@pytest.mark.parametrize(
    ("drug", "codes"),
    [
        ("flumazenil 0.2 mg", ["discharge.reversed"]),
        ("naloxone 100 mcg", ["discharge.reversed"]),
        ("midazolam 1 mg", []),
    ],
)
def test_a_drug_that_reverses_is_a_reversal(fit: Story, drug: str, codes: list[str]) -> None:
    fit.given(Sedated(drugs=(Dose.parse(drug),)))
    fit.wait(minutes=1).nurse(AWAKE)
    assert fit.asks(NURSE, PermitDischarge) == codes


def test_a_score_from_before_a_reversal_says_nothing(sedated: Story) -> None:
    sedated.nurse(AWAKE)
    reversal = HappenedDuring(kind=DuringKind.OTHER, action=(DuringAction.SEDATION_REVERSED,))
    sedated.wait(minutes=1).given(reversal)
    assert "discharge.sedation_missing" in sedated.asks(NURSE, PermitDischarge)

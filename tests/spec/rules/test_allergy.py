"""H11: allergies are compared with what is planned and with what is done."""

import pytest
from journey import time_out
from story import NURSE, PHYSICIAN, Story

from bloodpatch.pathway.clinical import ImagingGuide, SedationLevel
from bloodpatch.pathway.clinical.allergies import Allergy
from bloodpatch.pathway.stages.booking.events import Booked
from bloodpatch.pathway.stages.preparation.commands import (
    RecordAllergies,
    RecordSedationPlan,
    TakeTimeOut,
)
from bloodpatch.pathway.stages.preparation.events import AllergiesRecorded
from bloodpatch.pathway.stages.procedure import choices as a
from bloodpatch.pathway.stages.procedure import commands as c
from bloodpatch.pathway.statements import Command
from bloodpatch.pathway.values import Answer, Dose

SUBSTITUTE, PLANNED = "allergy.substitute", "allergy.planned"
ALLERGEN, NOT_TOLD = "procedure.allergen", "procedure.allergen_not_told"
YES, NO = Answer.YES, Answer.NO
MIDAZOLAM = (Dose.parse("midazolam 2 mg"),)
CONTRAST = (ImagingGuide.CONTRAST,)


@pytest.fixture
def checked(story: Story) -> Story:
    from journey import arrived, assessed, booked, checked, referred

    return checked(arrived(booked(assessed(referred(story)))))


def allergic(story: Story, *to: Allergy) -> Story:
    return story.wait(minutes=1).given(AllergiesRecorded(allergies=to), role=NURSE)


@pytest.mark.parametrize("to", list(Allergy))
def test_it_is_told_as_it_is_recorded_and_agreed_on_at_the_time_out(
    checked: Story, to: Allergy
) -> None:
    told = [] if to is Allergy.NONE else [SUBSTITUTE]
    assert checked.wait(minutes=1).nurse(RecordAllergies(allergies=(to,))) == told
    assert checked.asks(NURSE, TakeTimeOut) == told
    assert checked.nurse(time_out()) == told


def test_each_is_named_with_what_is_used_instead(checked: Story) -> None:
    allergic(checked, Allergy.LOCAL_ANAESTHETIC, Allergy.CHLORHEXIDINE, Allergy.OTHER)
    assert checked.finding(NURSE, TakeTimeOut, SUBSTITUTE).says == (
        "Allergic to chlorhexidine, local anaesthetic, something else (see the note). Agree on "
        "what is used instead: povidone-iodine or alcohol for the skin; a local anaesthetic that "
        "an allergist has cleared, or none; what a physician names."
    )


def test_a_later_list_that_leaves_it_out_ends_nothing(checked: Story) -> None:
    allergic(allergic(checked, Allergy.LATEX), Allergy.NONE)
    assert checked.asks(NURSE, TakeTimeOut) == [SUBSTITUTE]


@pytest.mark.parametrize(
    ("to", "held"), [(Allergy.CONTRAST, True), (Allergy.IODINE, False), (Allergy.NONE, False)]
)
def test_contrast_is_not_planned(checked: Story, to: Allergy, held: bool) -> None:
    from dataclasses import replace

    booked = checked.events(Booked)[-1]
    checked.given(replace(booked, imaging_plan=ImagingGuide.CONTRAST))
    assert (PLANNED in allergic(checked, to).asks(NURSE, TakeTimeOut)) is held


@pytest.mark.parametrize("plan", [SedationLevel.NONE, SedationLevel.MINIMAL])
def test_nor_a_sedative(checked: Story, plan: SedationLevel) -> None:
    checked.physician(RecordSedationPlan(plan=plan, drugs=MIDAZOLAM))
    held = plan is not SedationLevel.NONE
    assert (PLANNED in allergic(checked, Allergy.SEDATIVE).asks(NURSE, TakeTimeOut)) is held


USED: list[tuple[Allergy, Command, str | None]] = [
    (Allergy.CHLORHEXIDINE, c.RecordCleaned(antiseptic=a.Antiseptic.CHLORHEXIDINE), ALLERGEN),
    (Allergy.CHLORHEXIDINE, c.RecordCleaned(antiseptic=a.Antiseptic.IODINE), None),
    (Allergy.IODINE, c.RecordCleaned(antiseptic=a.Antiseptic.IODINE), ALLERGEN),
    (Allergy.IODINE, c.RecordCleaned(antiseptic=a.Antiseptic.ALCOHOL), None),
    (Allergy.LOCAL_ANAESTHETIC, c.RecordLocal(agent=a.LocalAgent.LIDOCAINE), ALLERGEN),
    (Allergy.LOCAL_ANAESTHETIC, c.RecordPatch(local=YES), ALLERGEN),
    (Allergy.LOCAL_ANAESTHETIC, c.RecordPatch(local=NO), None),
    (Allergy.CONTRAST, c.RecordNeedle(contrast=a.Contrast.EPIDURAL), ALLERGEN),
    (Allergy.CONTRAST, c.RecordNeedle(imaging=CONTRAST), ALLERGEN),
    (Allergy.CONTRAST, c.RecordNeedle(imaging=(ImagingGuide.ULTRASOUND,)), None),
    (Allergy.CONTRAST, c.RecordMarked(imaging=ImagingGuide.CONTRAST), ALLERGEN),
    (Allergy.CONTRAST, c.RecordPatch(imaging=CONTRAST), ALLERGEN),
    (
        Allergy.CONTRAST,
        c.RecordPatch(imaging=CONTRAST, by=a.PatchedBy.ANOTHER_HOSPITAL),
        None,
    ),
    (Allergy.SEDATIVE, c.RecordSedationGiven(drugs=MIDAZOLAM), ALLERGEN),
    (Allergy.SEDATIVE, c.RecordInjection(drugs_given=MIDAZOLAM), ALLERGEN),
    (Allergy.SEDATIVE, c.RecordInjection(drugs_given=(Dose.parse("ondansetron 4 mg"),)), None),
    (Allergy.LATEX, c.RecordPosition(latex_free=NO), ALLERGEN),
    (Allergy.LATEX, c.RecordPosition(latex_free=YES), None),
    (Allergy.LATEX, c.RecordPosition(), NOT_TOLD),
    (Allergy.ADHESIVE, c.RecordNeedleOut(dressing=YES), NOT_TOLD),
    (Allergy.ADHESIVE, c.RecordNeedleOut(dressing=NO), None),
]


@pytest.mark.parametrize(("to", "entry", "code"), USED)
def test_it_is_said_at_the_step(
    checked: Story, to: Allergy, entry: Command, code: str | None
) -> None:
    def of_allergies(codes: list[str]) -> list[str]:
        return [one for one in codes if one in (ALLERGEN, NOT_TOLD)]

    assert of_allergies(checked.copy().physician(entry)) == []
    other = Allergy.OTHER
    assert of_allergies(allergic(checked.copy(), other).physician(entry)) == []
    codes = of_allergies(allergic(checked, to).wait(minutes=1).physician(entry))
    assert codes == ([code] if code else [])


def test_in_words(checked: Story) -> None:
    allergic(checked, Allergy.CHLORHEXIDINE).wait(minutes=1)
    entry = c.RecordCleaned(antiseptic=a.Antiseptic.CHLORHEXIDINE)
    found = checked.decide(PHYSICIAN, entry).findings
    assert [f.says for f in found if f.code == ALLERGEN] == [
        "Skin cleaned with chlorhexidine, and the patient is allergic to it. Use instead: "
        "povidone-iodine or alcohol for the skin. Watch for a reaction."
    ]

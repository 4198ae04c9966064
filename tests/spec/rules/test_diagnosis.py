"""T3: what was there before, air in the head, and whether the patient belongs here at all."""

import pytest
from entries import flag, history, investigated, opinion, puncture, raised, sentence
from journey import referred
from story import PHYSICIAN, Story

from bloodpatch.pathway.clinical import (
    Activity,
    AdverseKind,
    Diagnosis,
    HistoryItem,
    Investigation,
    RedFlag,
    Specialty,
    Vertebra,
)
from bloodpatch.pathway.findings import KINDS, Level
from bloodpatch.pathway.rules import diagnosis
from bloodpatch.pathway.stages.adverse_event.commands import OpenEvent
from bloodpatch.pathway.stages.assessment.choices import Standing
from bloodpatch.pathway.stages.assessment.commands import (
    DecidePatch,
    RecordDiagnosis,
    RecordHeadache,
)
from bloodpatch.pathway.stages.referral.choices import Dura, Technique
from bloodpatch.pathway.statements import Command
from bloodpatch.pathway.values import Region, SpinalLevel

OLD, AIR, ELSEWHERE = (
    "diagnosis.deficit_before",
    "diagnosis.air",
    "diagnosis.another_pathway",
)


def named(what: Diagnosis, standing: Standing | None = None) -> Command:
    return RecordDiagnosis(diagnosis=(what,), standing=standing)


# what is old is explained

DEFICITS = {
    "multiple sclerosis": (history(HistoryItem.MULTIPLE_SCLEROSIS), [OLD]),
    "weakness of a limb": (history(HistoryItem.LIMB_WEAKNESS), [OLD]),
    "a deficit of an arm": (history(HistoryItem.ARM_DEFICIT), [OLD]),
    "numbness of the face": (history(HistoryItem.FACIAL_NUMBNESS), [OLD]),
    "seizures": (history(HistoryItem.SEIZURE_DISORDER), [OLD]),
    "a lesion in the head": (history(HistoryItem.INTRACRANIAL_LESION), [OLD]),
    "a deficit that was left": (history(HistoryItem.ARM_WEAKNESS, Activity.OLD_DEFICIT), [OLD]),
    "an old sign on the list": (flag(RedFlag.OLD_FOCAL_SIGN), [OLD]),
    "over": (history(HistoryItem.SEIZURE_DISORDER, Activity.RESOLVED), []),
    "no deficit": (history(HistoryItem.MIGRAINE), []),
}


@pytest.mark.parametrize(("entry", "codes"), DEFICITS.values(), ids=DEFICITS)
def test_an_old_deficit_is_explained(story: Story, entry: Command, codes: list[str]) -> None:
    assert story.physician(entry) == codes


def test_the_newest_word_on_an_illness_counts(story: Story) -> None:
    story.physician(history(HistoryItem.SEIZURE_DISORDER))
    story.wait(minutes=5).physician(history(HistoryItem.SEIZURE_DISORDER, Activity.RESOLVED))
    assert raised(story, diagnosis.old_deficits_are_explained) == []


@pytest.mark.parametrize(
    ("who", "left"), [(Specialty.NEUROLOGY, []), (Specialty.NEUROSURGERY, [OLD])]
)
def test_neurology_explains_it(story: Story, who: Specialty, left: list[str]) -> None:
    story.physician(history(HistoryItem.FACIAL_NUMBNESS), opinion(who))
    assert raised(story, diagnosis.old_deficits_are_explained) == left


def test_each_old_deficit_is_named(story: Story) -> None:
    story.physician(history(HistoryItem.ARM_WEAKNESS), flag(RedFlag.OLD_FOCAL_SIGN))
    words = f"{HistoryItem.ARM_WEAKNESS.label}, {RedFlag.OLD_FOCAL_SIGN.label}, known"
    assert sentence(story, diagnosis.old_deficits_are_explained).startswith(words)


# air in the head

CT = Investigation.CT
AIRS = {
    "a sign": (investigated(CT, signs="pneumocephalus"), [AIR]),
    "a diagnosis": (named(Diagnosis.PNEUMOCEPHALUS), [AIR]),
    "an adverse event": (OpenEvent(kinds=(AdverseKind.PNEUMOCEPHALUS,)), [AIR]),
    "a sign among others": (investigated(CT, signs="sinusitis, pneumocephalus"), [AIR]),
    "a diagnosis among others": (
        RecordDiagnosis(diagnosis=(Diagnosis.CVST, Diagnosis.PNEUMOCEPHALUS)),
        [AIR],
    ),
    "another diagnosis": (named(Diagnosis.CVST), []),
    "another adverse event": (OpenEvent(kinds=(AdverseKind.STROKE,)), []),
    "looked for, not there": (investigated(CT, signs="pneumocephalus absent"), []),
    "excluded": (named(Diagnosis.PNEUMOCEPHALUS, Standing.EXCLUDED), []),
    "something else": (investigated(CT, signs="sinusitis"), []),
}


@pytest.mark.parametrize(("entry", "codes"), AIRS.values(), ids=AIRS)
def test_air_in_the_head(story: Story, entry: Command, codes: list[str]) -> None:
    assert [c for c in story.physician(entry) if c == AIR] == codes


def test_it_is_said_at_the_decision_until_the_air_is_gone(story: Story) -> None:
    referred(story).physician(RecordHeadache(), investigated(CT, signs="pneumocephalus"))
    assert AIR in story.asks(PHYSICIAN, DecidePatch)
    story.wait(days=1).physician(investigated(CT, signs="pneumocephalus resolved"))
    assert AIR not in story.asks(PHYSICIAN, DecidePatch)


GONE = {
    "by an image": investigated(CT, signs="pneumocephalus absent"),
    "excluded": named(Diagnosis.PNEUMOCEPHALUS, Standing.EXCLUDED),
}


@pytest.mark.parametrize("gone", GONE.values(), ids=GONE)
def test_the_newest_word_on_the_air_counts(story: Story, gone: Command) -> None:
    for _ in range(2):
        story.wait(hours=1).physician(investigated(CT, signs="pneumocephalus"), RecordHeadache())
        assert raised(story, diagnosis.no_air_in_the_head) == [AIR]
        story.wait(hours=1).physician(gone, RecordHeadache())
        assert raised(story, diagnosis.no_air_in_the_head) == []


# another pathway

PATHWAYS = {
    "no puncture": (puncture(dura=Dura.NOT_PUNCTURED), True),
    "no procedure": (puncture(technique=Technique.NONE), True),
    "in the neck, by its level": (puncture(level=SpinalLevel("C6/7")), True),
    "in the neck, by its vertebra": (puncture(vertebra=Vertebra.C5), True),
    "in the neck, by its region": (puncture(region=Region.CERVICAL), True),
    "a spontaneous leak": (named(Diagnosis.SIH), True),
    "perhaps a spontaneous leak": (named(Diagnosis.SIH, Standing.ALTERNATIVE), False),
    "a spontaneous leak excluded": (named(Diagnosis.SIH, Standing.EXCLUDED), False),
    "CSF from the nose": (history(HistoryItem.CSF_RHINORRHOEA), True),
    "CSF from the nose, once": (history(HistoryItem.CSF_RHINORRHOEA, Activity.RESOLVED), False),
    "in the chest": (puncture(level=SpinalLevel("T11/12")), False),
    "in the back": (puncture(level=SpinalLevel("L3/4")), False),
}


@pytest.mark.parametrize(
    ("entry", "region"),
    [
        (puncture(level=SpinalLevel("T11/12"), region=Region.LUMBAR), Region.THORACIC),
        (puncture(region=Region.LUMBAR, vertebra=Vertebra.C5), Region.LUMBAR),
        (puncture(vertebra=Vertebra.C5), Region.CERVICAL),
        (puncture(), None),
    ],
)
def test_where_a_puncture_was(story: Story, entry: Command, region: Region | None) -> None:
    """The level is the most exact word on it."""
    story.physician(entry)
    (recorded,) = story.episode.referral.punctures
    assert diagnosis.region_of(recorded.event) is region


@pytest.mark.parametrize(("entry", "held"), PATHWAYS.values(), ids=PATHWAYS)
def test_who_belongs_elsewhere_is_held_at_the_decision(
    story: Story, entry: Command, held: bool
) -> None:
    referred(story).physician(RecordHeadache(), entry)
    assert (ELSEWHERE in story.asks(PHYSICIAN, DecidePatch)) is held
    assert KINDS[ELSEWHERE].level is Level.HOLD


def test_each_reason_to_belong_elsewhere_is_named(story: Story) -> None:
    story.physician(puncture(dura=Dura.NOT_PUNCTURED), named(Diagnosis.SIH))
    story.physician(puncture(level=SpinalLevel("C6/7")), history(HistoryItem.CSF_RHINORRHOEA))
    says = sentence(story, diagnosis.it_is_this_pathway)
    assert says.startswith("The puncture was in the neck; A spontaneous leak was diagnosed; CSF")


def test_a_diagnosis_that_was_excluded_later_does_not_stand(story: Story) -> None:
    story.physician(named(Diagnosis.SIH))
    assert "A spontaneous leak" in sentence(story, diagnosis.it_is_this_pathway)
    story.wait(hours=1).physician(named(Diagnosis.SIH, Standing.EXCLUDED))
    assert raised(story, diagnosis.it_is_this_pathway) == []

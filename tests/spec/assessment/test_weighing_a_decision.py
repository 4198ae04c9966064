"""What is weighed where a physician decides on a patch: for it, against it, and whether it waits.

Each fact is told after a plain assessment, in which nothing speaks against a patch.
"""

import pytest
from entries import flag, history, investigated, obstetric, opinion, puncture, symptom, vitals
from journey import assessed
from story import PHYSICIAN, Story, moment

from bloodpatch.pathway.clinical import (
    AdverseKind,
    Conservative,
    Diagnosis,
    HistoryItem,
    ImagedRegion,
    Investigation,
    LorMedium,
    Muscle,
    RedFlag,
    ResultWord,
    Specialty,
    Symptom,
    Timing,
)
from bloodpatch.pathway.clinical.shared_statements import CranialNerve
from bloodpatch.pathway.stages.adverse_event.choices import EventOutcome
from bloodpatch.pathway.stages.adverse_event.commands import OpenEvent, RecordEnding
from bloodpatch.pathway.stages.assessment import choices as a
from bloodpatch.pathway.stages.assessment.commands import (
    DecidePatch,
    RecordConservative,
    RecordDiagnosis,
    RecordHeadache,
    RecordSymptoms,
)
from bloodpatch.pathway.stages.referral.choices import DeviceLeft, Dura, Technique
from bloodpatch.pathway.stages.referral.commands import RecordOnset
from bloodpatch.pathway.statements import Command
from bloodpatch.pathway.values import Answer, Count, Dose, Pain, PainPosition

YES, NO = Answer.YES, Answer.NO
HEAD = {"region": (ImagedRegion.BRAIN,)}


def scores(lying: int, upright: int, **said: object) -> Command:
    return RecordHeadache(
        pain_lying=Pain(lying, PainPosition.LYING),
        pain_upright=Pain(upright, PainPosition.UPRIGHT),
        **said,
    )


def named(*diagnoses: Diagnosis, standing: a.Standing = a.Standing.WORKING) -> Command:
    return RecordDiagnosis(diagnosis=diagnoses, standing=standing)


def coffee(amount: str, times: int) -> Command:
    measures, dose = (Conservative.CAFFEINE,), (Dose.parse(f"caffeine {amount}"),)
    return RecordConservative(measures=measures, dose=dose, times_per_day=Count(times))


SCAN = investigated(Investigation.MRI, result=ResultWord.NORMAL, **HEAD)
SIXTH = RecordSymptoms(cranial_nerve=CranialNerve(6))
AGAINST = opinion(Specialty.NEUROLOGY, a.Advice.ADVISES_AGAINST)
WITHHOLD = opinion(Specialty.HAEMATOLOGY, a.Advice.WITHHOLD)
AGREES = opinion(Specialty.NEUROLOGY, a.Advice.AGREES)
ON_CONDITIONS = opinion(Specialty.NEUROLOGY, a.Advice.CONDITIONS)
MIGRAINE = Diagnosis.MIGRAINE
BESIDE, POSSIBLE = a.Standing.ALSO_PRESENT, a.Standing.ALTERNATIVE
EXCLUDED, CONFIRMED = a.Standing.EXCLUDED, a.Standing.CONFIRMED
SKIN_LEAK = symptom(Symptom.CSF_LEAK_SKIN)
LATE = RecordOnset(timing=Timing.parse("7 days after puncture"))
SHOWN = investigated(Investigation.MRI, causes=Diagnosis.CVST, **HEAD)

TOLD: dict[str, tuple[tuple[Command, ...], str]] = {
    # a diagnosis, as it stands
    "migraine is the diagnosis": ((named(MIGRAINE),), "diagnosis.another_headache"),
    "migraine is confirmed": ((named(MIGRAINE, standing=CONFIRMED),), "diagnosis.another_headache"),
    "migraine beside it": ((named(MIGRAINE, standing=BESIDE),), "diagnosis.think_of"),
    "perhaps meningitis": (
        (named(Diagnosis.MENINGITIS, standing=POSSIBLE),),
        "diagnosis.think_of",
    ),
    "sinus thrombosis beside it": ((named(Diagnosis.CVST, standing=BESIDE),), "red_flag.stop"),
    "what a scan was taken to show": ((SHOWN,), "red_flag.stop"),
    "nobody knows": ((named(Diagnosis.UNDETERMINED),), "diagnosis.not_settled"),
    "this headache excluded": (
        (named(Diagnosis.PDPH, standing=EXCLUDED),),
        "diagnosis.another_pathway",
    ),
    "a spontaneous leak": ((named(Diagnosis.SIH),), "diagnosis.another_pathway"),
    "like the usual migraine": (
        (history(HistoryItem.MIGRAINE), scores(6, 7, unlike_usual=NO)),
        "diagnosis.like_the_usual",
    ),
    # another pathway first
    "it leaks through the skin": ((SKIN_LEAK,), "diagnosis.surgeon_first"),
    "after surgery of the spine": (
        (puncture(technique=Technique.SPINE_SURGERY),),
        "diagnosis.surgeon_first",
    ),
    "a pump is in place": ((puncture(device_left=DeviceLeft.PUMP),), "diagnosis.surgeon_first"),
    # a specialist
    "advises against": ((AGAINST,), "specialist.advises_against"),
    "withhold": ((WITHHOLD,), "specialist.advises_against"),
    "on conditions": ((ON_CONDITIONS,), "specialist.on_conditions"),
    # for a patch, or beside it
    "a sixth nerve": ((SIXTH,), "weighed.speaks_for_a_patch"),
    "worse hearing": ((symptom(Symptom.HYPOACUSIS),), "weighed.hearing"),
    "a stiff neck": ((symptom(Symptom.NECK_STIFFNESS),), "weighed.also_told"),
    # the legs, by the muscle
    "a weak quadriceps": ((RecordSymptoms(muscles=(Muscle.QUADRICEPS,)),), "red_flag.stop"),
    # how the headache behaves
    "began a week after": ((LATE,), "headache_duration.late_onset"),
    "as bad lying as upright": ((scores(7, 7),), "red_flag.hold"),
    "lasting, and postural": (
        (RecordHeadache(position_dependent=YES, lasting=Timing.parse("for 3 weeks")),),
        "headache_duration.still_postural",
    ),
    "lasting, by a flag": ((flag(RedFlag.LONG_LASTING),), "headache_duration.ticked"),
    "at once, with air": (
        (puncture(loss_of_resistance=LorMedium.AIR), flag(RedFlag.IMMEDIATE_ONSET)),
        "diagnosis.air",
    ),
    # measured
    "a fever": ((vitals(temperature="38.6"),), "fever.measured"),
    # a seizure after birth
    "a seizure after birth": (
        (obstetric(), symptom(Symptom.SEIZURE)),
        "workup.seizure_after_birth",
    ),
    # caffeine
    "too much caffeine": ((coffee("400 mg", 3),), "caffeine.too_much"),
    "while she breastfeeds": (
        (obstetric(breastfeeding=YES), coffee("150 mg", 2)),
        "caffeine.too_much",
    ),
    "caffeine and seizures": (
        (history(HistoryItem.SEIZURE_DISORDER), coffee("100 mg", 1)),
        "caffeine.with_seizures",
    ),
}


@pytest.mark.parametrize(("entries", "code"), TOLD.values(), ids=TOLD)
def test_it_is_said_at_the_decision(
    referred: Story, entries: tuple[Command, ...], code: str
) -> None:
    assessed(referred).wait(minutes=5).physician(*entries)
    assert code in referred.asks(PHYSICIAN, DecidePatch)


ENDED: dict[str, tuple[tuple[Command, ...], tuple[Command, ...], str]] = {
    "migraine excluded": (
        (named(MIGRAINE),),
        (named(MIGRAINE, standing=EXCLUDED),),
        "diagnosis.another_headache",
    ),
    "meningitis excluded": (
        (named(Diagnosis.MENINGITIS, standing=POSSIBLE),),
        (named(Diagnosis.MENINGITIS, standing=EXCLUDED),),
        "diagnosis.think_of",
    ),
    "the specialist agrees now": ((AGAINST,), (AGREES,), "specialist.advises_against"),
    "the surgeon was heard": (
        (SKIN_LEAK,),
        (SCAN, opinion(Specialty.NEUROSURGERY, a.Advice.AGREES)),
        "diagnosis.surgeon_first",
    ),
    "somebody looked again": ((LATE,), (SCAN,), "headache_duration.late_onset"),
    "the head was imaged": ((SIXTH,), (SCAN,), "red_flag.hold"),
    "posture is back": ((scores(7, 7),), (scores(2, 7),), "red_flag.hold"),
    "the scan is clear": (
        (investigated(Investigation.MRI, signs="subdural_haematoma", **HEAD),),
        (SCAN,),
        "red_flag.hold",
    ),
}


@pytest.mark.parametrize(("told", "then", "code"), ENDED.values(), ids=ENDED)
def test_it_ends_with_its_fact(
    referred: Story, told: tuple[Command, ...], then: tuple[Command, ...], code: str
) -> None:
    assessed(referred).wait(minutes=5).physician(*told)
    assert code in referred.asks(PHYSICIAN, DecidePatch)
    referred.wait(minutes=5).physician(*then)
    assert code not in referred.asks(PHYSICIAN, DecidePatch)


STAYS: dict[str, tuple[Command, Command, str]] = {
    "another diagnosis excluded": (
        named(MIGRAINE),
        named(Diagnosis.SINUSITIS, standing=EXCLUDED),
        "diagnosis.another_headache",
    ),
    "another nerve is well": (
        SIXTH,
        symptom(Symptom.FACIAL_WEAKNESS, answer=NO),
        "red_flag.hold",
    ),
    "another specialist agrees": (WITHHOLD, AGREES, "specialist.advises_against"),
}


@pytest.mark.parametrize(("told", "then", "code"), STAYS.values(), ids=STAYS)
def test_a_no_to_something_else_ends_nothing(
    referred: Story, told: Command, then: Command, code: str
) -> None:
    assessed(referred).wait(minutes=5).physician(told)
    referred.wait(minutes=5).physician(then)
    assert code in referred.asks(PHYSICIAN, DecidePatch)


# whether it waits

MILD = scores(0, 2, position_dependent=YES, function=a.Function.NORMAL)
SEVERE = scores(2, 8, position_dependent=YES, function=a.Function.CANNOT_FEED_BABY)
CARED = RecordConservative(measures=(Conservative.PARACETAMOL,))
BASIS: dict[str, tuple[tuple[Command, ...], a.Basis, set[str]]] = {
    "mild, and nothing tried": (
        (MILD,),
        a.Basis.PATIENT_CHOICE,
        {"decision.not_disabling", "decision.care_first"},
    ),
    "mild, care tried": ((MILD, CARED), a.Basis.PATIENT_CHOICE, {"decision.not_disabling"}),
    "severe, care tried": ((SEVERE, CARED), a.Basis.PATIENT_CHOICE, set()),
    "said to disable": ((MILD,), a.Basis.DISABLING, set()),
}


@pytest.mark.parametrize(("entries", "basis", "codes"), BASIS.values(), ids=BASIS)
def test_a_patch_is_for_a_headache_that_disables_and_that_care_has_not_settled(
    referred: Story, entries: tuple[Command, ...], basis: a.Basis, codes: set[str]
) -> None:
    assessed(referred).wait(minutes=5).nurse(*entries)
    said = set(referred.physician(DecidePatch(basis=(basis,))))
    assert said & {"decision.not_disabling", "decision.care_first"} == codes


@pytest.mark.parametrize(
    ("day", "early"), [("2026-11-15 09:00", True), ("2026-11-13 09:00", False)]
)
def test_an_early_patch_is_told(story: Story, day: str, early: bool) -> None:
    story.nurse(puncture(punctured_at=moment(day), dura=Dura.PUNCTURED))
    assert ("decision.early" in story.asks(PHYSICIAN, DecidePatch)) is early


def test_an_adverse_event_that_is_over_holds_no_more(referred: Story) -> None:
    """Trial B: a palsy that was gone still held."""
    assessed(referred).wait(minutes=5).nurse(OpenEvent(kinds=(AdverseKind.FACIAL_PALSY,)))
    assert "red_flag.hold" in referred.asks(PHYSICIAN, DecidePatch)
    referred.wait(minutes=5).nurse(RecordEnding(outcome=EventOutcome.RECOVERED))
    assert "red_flag.hold" not in referred.asks(PHYSICIAN, DecidePatch)


# imaging stands until it is done (A23)


def test_venography_is_asked_for_until_the_veins_were_imaged(referred: Story) -> None:
    """A plain CT without a finding excludes no clot."""
    assessed(referred).wait(minutes=5).physician(symptom(Symptom.BLURRED_VISION))
    referred.wait(minutes=5).physician(
        investigated(Investigation.CT, result=ResultWord.NORMAL, **HEAD)
    )
    assert "imaging.venography" in referred.asks(PHYSICIAN, DecidePatch)
    referred.wait(minutes=5).physician(investigated(Investigation.MR_VENOGRAPHY, **HEAD))
    assert "imaging.venography" not in referred.asks(PHYSICIAN, DecidePatch)


def test_what_an_mri_of_the_spine_showed_does_not_ask_for_it_again(referred: Story) -> None:
    spine = {"region": (ImagedRegion.LUMBAR_SPINE,)}
    assessed(referred).wait(minutes=5).physician(symptom(Symptom.LEG_WEAKNESS))
    assert "imaging.spine" in referred.asks(PHYSICIAN, DecidePatch)
    shown = investigated(Investigation.MRI, signs="spinal_epidural_haematoma", **spine)
    referred.wait(minutes=5).physician(shown, named(Diagnosis.SPINAL_EPIDURAL_HAEMATOMA))
    assert "imaging.spine" not in referred.asks(PHYSICIAN, DecidePatch)

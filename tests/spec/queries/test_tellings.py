"""A fact counts in whatever words and by whatever entry it was told; what is absent does not."""

from dataclasses import replace

import pytest
from entries import flag, history, investigated, obstetric, opinion, relief, symptom, vitals
from story import PHYSICIAN, Story, moment

from bloodpatch.pathway.clinical import (
    Activity,
    AdverseKind,
    BloodPressureWord,
    Course,
    CranialNerve,
    Diagnosis,
    HistoryItem,
    Investigation,
    RedFlag,
    Relief,
    Specialty,
    Symptom,
)
from bloodpatch.pathway.clinical.concepts import Concept
from bloodpatch.pathway.queries.blood_pressure import speaks_of_blood_pressure
from bloodpatch.pathway.queries.standing_facts import standing, told_after
from bloodpatch.pathway.stages.adverse_event.commands import OpenEvent
from bloodpatch.pathway.stages.assessment import choices as a
from bloodpatch.pathway.stages.assessment import commands as c
from bloodpatch.pathway.stages.followup.choices import Effect, HeadacheNow
from bloodpatch.pathway.stages.followup.commands import RecordContact, RecordReport, RecordStatus
from bloodpatch.pathway.stages.preparation.commands import RecordBleedingHistory, ScreenAgain
from bloodpatch.pathway.stages.procedure.commands import RecordInjection
from bloodpatch.pathway.stages.referral.commands import RecordOnset
from bloodpatch.pathway.statements import Command
from bloodpatch.pathway.values import Answer, Answers, BloodPressure, Celsius

C, F, YES, NO = Concept, RedFlag, Answer.YES, Answer.NO


def concepts(story: Story) -> set[Concept]:
    return {fact.concept for fact in standing(story.episode, story.protocol)}


def told_as(story: Story) -> list[str]:
    return [fact.words for fact in standing(story.episode, story.protocol)]


def adverse(kind: AdverseKind) -> Command:
    return OpenEvent(kinds=(kind,))


def named(diagnosis: Diagnosis, standing: a.Standing | None = None) -> Command:
    return c.RecordDiagnosis(diagnosis=(diagnosis,), standing=standing)


def effect(effect: Effect) -> Command:
    return RecordReport(adverse_effects=Answers({effect: YES}))


SAID = {
    "ticked on the list": (flag(F.SEIZURE), C.SEIZURE),
    "a symptom": (symptom(Symptom.HEMIPARESIS), C.FOCAL_DEFICIT),
    "a numb face": (symptom(Symptom.FACIAL_NUMBNESS), C.CRANIAL_NERVE_SIGN),
    "a symptom told at home": (
        RecordReport(symptoms=Answers({Symptom.SADDLE_NUMBNESS: YES})),
        C.SADDLE_NUMBNESS,
    ),
    "felt while the blood went in": (
        RecordInjection(symptoms_during=Answers({Symptom.LEG_PAIN: YES})),
        C.LEG_PAIN,
    ),
    "an adverse event": (adverse(AdverseKind.STUPOR), C.ALTERED_CONSCIOUSNESS),
    "blood around the brain": (adverse(AdverseKind.SUBARACHNOID_HAEMORRHAGE), C.INTRACRANIAL_BLEED),
    "no relief, as an adverse event": (adverse(AdverseKind.NO_RELIEF), C.PERSISTS_AFTER_PATCH),
    "a bleed at the spine": (adverse(AdverseKind.SPINAL_EPIDURAL_HAEMATOMA), C.SPINAL_BLEED),
    "a sign": (investigated(Investigation.EYE_EXAMINATION, signs="papilloedema"), C.PAPILLOEDEMA),
    "a diagnosis": (named(Diagnosis.MENINGITIS), C.MENINGITIS),
    "an illness": (history(HistoryItem.LEUKAEMIA), C.HAEMATOLOGICAL_MALIGNANCY),
    "a clotting tendency": (
        history(HistoryItem.PREVIOUS_VTE),
        C.CLOTTING_TENDENCY,
    ),
    "low platelets": (history(HistoryItem.ITP), C.BLEEDING_TENDENCY),
    "bleeds easily": (RecordBleedingHistory(bleeding_history=YES), C.BLEEDING_TENDENCY),
    "a cranial nerve": (c.RecordSymptoms(cranial_nerve=CranialNerve(6)), C.CRANIAL_NERVE_SIGN),
    "getting worse, before any patch": (
        c.RecordHeadache(course=Course.WORSENING),
        C.GETTING_WORSE,
    ),
    "not worse upright": (c.RecordHeadache(position_dependent=NO), C.NON_POSITIONAL),
    "Kernig": (c.RecordSymptoms(kernig=YES), C.MENINGISM),
    "fever, as a symptom": (symptom(Symptom.FEVER), C.REPORTED_FEVER),
    "fever, asked": (c.RecordSymptoms(fever=YES), C.REPORTED_FEVER),
    "an infection elsewhere": (ScreenAgain(infection=YES), C.INFECTION_SOURCE),
    "hypertension told by obstetrics": (obstetric(hypertension=YES), C.HIGH_BLOOD_PRESSURE),
    "protein told by obstetrics": (obstetric(proteinuria=YES), C.PROTEINURIA),
    "a high pressure in a word": (
        c.RecordVitals(blood_pressure_word=BloodPressureWord.RAISED),
        C.HIGH_BLOOD_PRESSURE,
    ),
    "at its peak within a minute": (RecordOnset(sudden=YES), C.THUNDERCLAP),
    "worse after the patch": (relief(Relief.WORSE), C.WORSENING_AFTER_PATCH),
    "no relief": (relief(Relief.NONE), C.PERSISTS_AFTER_PATCH),
    "came back": (RecordContact(recurred=YES), C.PERSISTS_AFTER_PATCH),
    "worse at home": (RecordContact(headache=HeadacheNow.WORSE), C.WORSENING_AFTER_PATCH),
    "the same at home": (RecordReport(headache=HeadacheNow.SAME), C.PERSISTS_AFTER_PATCH),
    "getting worse, in a report": (
        RecordStatus(course=Course.WORSENING),
        C.WORSENING_AFTER_PATCH,
    ),
    "worse lying": (
        c.RecordHeadache(course=Course.REVERSED_POSTURE),
        C.POSTURE_LOST_OR_REVERSED,
    ),
    "nerve damage, asked for by name": (effect(Effect.NERVE_DAMAGE), C.LEG_WEAKNESS),
    "infection, asked for by name": (effect(Effect.INFECTION), C.SITE_INFECTION),
    "a temperature at home": (RecordReport(temperature=Celsius.parse("38.4")), C.FEVER),
    "taken again": (c.ScreenRedFlags(temperature_later=Celsius.parse("38.4")), C.FEVER),
    "a pressure at home": (
        RecordReport(blood_pressure=BloodPressure(160, 80)),
        C.HIGH_BLOOD_PRESSURE,
    ),
}


@pytest.mark.parametrize(("command", "expected"), SAID.values(), ids=SAID)
def test_it_counts_under_any_name(story: Story, command: Command, expected: Concept) -> None:
    story.physician(command)
    assert concepts(story) == {expected}


NOT_SAID = {
    "answered with no": flag(F.SEIZURE, answer=NO),
    "not asked": flag(F.SEIZURE, answer=Answer.NOT_ASKED),
    "a symptom denied": symptom(Symptom.SEIZURE, answer=NO),
    "a symptom of this headache": symptom(Symptom.VOMITING, Symptom.TINNITUS),
    "a sign looked for and not seen": investigated(
        Investigation.CT, signs="subdural_haematoma absent"
    ),
    "a sign that is gone": investigated(Investigation.CT, signs="subdural_haematoma resolved"),
    "a diagnosis excluded": named(Diagnosis.MENINGITIS, a.Standing.EXCLUDED),
    "an illness that is over": history(HistoryItem.LEUKAEMIA, Activity.RESOLVED),
    "an old deficit": history(HistoryItem.HEAD_INJURY, Activity.OLD_DEFICIT),
    "an illness that is no flag": history(HistoryItem.ASTHMA),
    "worse upright": c.RecordHeadache(position_dependent=YES),
    "an adverse event that is none": adverse(AdverseKind.BACK_PAIN),
    "an effect denied": RecordReport(adverse_effects=Answers({Effect.NERVE_DAMAGE: NO})),
    "all at once, but not the headache": c.RecordSymptoms(sudden=YES),
    "not at its peak within a minute": RecordOnset(sudden=NO),
    "a normal pressure in a word": c.RecordVitals(blood_pressure_word=BloodPressureWord.NORMAL),
    "an opinion": opinion(Specialty.NEUROLOGY),
}


@pytest.mark.parametrize("command", NOT_SAID.values(), ids=NOT_SAID)
def test_what_is_absent_over_or_not_asked_does_not_count(story: Story, command: Command) -> None:
    story.physician(command)
    assert concepts(story) == set()


@pytest.mark.parametrize(
    ("entry", "expected"),
    [
        (vitals(temperature="37.9"), set()),
        (vitals(temperature="38.0"), {C.FEVER}),
        (vitals(temperature="38.1"), {C.FEVER}),
        (vitals(pressure=(139, 89)), set()),
        (vitals(pressure=(140, 89)), {C.HIGH_BLOOD_PRESSURE}),
        (vitals(pressure=(139, 90)), {C.HIGH_BLOOD_PRESSURE}),
    ],
)
def test_a_number_is_a_flag_from_the_protocols_value_on(
    story: Story, entry: Command, expected: set[Concept]
) -> None:
    story.physician(entry)
    assert concepts(story) == expected


WORDS: dict[str, Command] = {
    "Seizure": flag(F.SEIZURE),
    "Numb face": symptom(Symptom.FACIAL_NUMBNESS),
    "Papilloedema": investigated(Investigation.EYE_EXAMINATION, signs="papilloedema"),
    "Stroke": adverse(AdverseKind.STROKE),
    "Meningitis": named(Diagnosis.MENINGITIS),
    "Leukaemia": history(HistoryItem.LEUKAEMIA),
    "Palsy of cranial nerve 6": c.RecordSymptoms(cranial_nerve=CranialNerve(6)),
    "Headache worse": RecordContact(headache=HeadacheNow.WORSE),
    "Fever, measured": vitals(temperature="38.4"),
    "Thunderclap: at its worst within a minute": RecordOnset(sudden=YES),
    "High blood pressure": obstetric(hypertension=YES),
    "Unchanged after a patch": relief(Relief.NONE),
}


@pytest.mark.parametrize("words", WORDS)
def test_staff_read_how_it_was_told(story: Story, words: str) -> None:
    story.physician(WORDS[words])
    assert told_as(story) == [words]


def test_of_two_words_in_one_entry_the_flag_that_was_ticked_is_read(story: Story) -> None:
    ticked = Answers({F.VISUAL_CHANGE: YES})
    seen = Answers({Symptom.BLURRED_VISION: YES})
    story.nurse(RecordReport(flags=ticked, symptoms=seen))
    assert told_as(story) == [F.VISUAL_CHANGE.label]


def test_what_was_told_late_was_first_where_it_happened_first(story: Story) -> None:
    story.at("2026-11-16 12:00").nurse(flag(F.VISUAL_CHANGE))
    early = replace(symptom(Symptom.BLURRED_VISION), occurred=moment("2026-11-16 09:00"))
    story.wait(hours=1).nurse(early)
    (seen,) = standing(story.episode, story.protocol)
    assert (seen.words, seen.first.position, seen.newest.position) == ("Blurred vision", 2, 1)


def test_they_stand_in_the_order_of_the_list(story: Story) -> None:
    story.nurse(flag(F.LEG_WEAKNESS), symptom(Symptom.DIPLOPIA), flag(F.SEIZURE))
    seen = [s.concept for s in standing(story.episode, story.protocol)]
    assert seen == [C.SEIZURE, C.DIPLOPIA, C.LEG_WEAKNESS]


def test_staff_read_the_word_that_was_used_first(story: Story) -> None:
    story.physician(symptom(Symptom.BLURRED_VISION))
    story.wait(minutes=5).physician(flag(F.VISUAL_CHANGE))
    assert told_as(story) == ["Blurred vision"]


def test_the_first_and_the_newest_entry_are_known(story: Story) -> None:
    story.physician(flag(F.SEIZURE))
    story.wait(minutes=5).physician(symptom(Symptom.SEIZURE), flag(F.SEIZURE, answer=NO))
    (seen,) = standing(story.episode, story.protocol)
    assert (seen.first.position, seen.newest.position) == (1, 2)
    assert told_after((seen,), seen.first) == {C.SEIZURE}
    assert told_after((seen,), seen.newest) == set()
    assert told_after((seen,), None) == set()


def test_it_is_worked_out_once_for_each_state(story: Story) -> None:
    """The rungs of a ladder ask for it many times over."""
    story.physician(flag(F.SEIZURE))
    once = standing(story.episode, story.protocol)
    assert standing(story.episode, story.protocol) is once
    story.physician(flag(F.FEVER))
    assert concepts(story) == {C.SEIZURE, C.FEVER}


PRESSURES = {
    "a number": (vitals(pressure=(110, 70)), True),
    "a word": (c.RecordVitals(blood_pressure_word=BloodPressureWord.NORMAL), True),
    "told that it was high": (obstetric(hypertension=YES), True),
    "told that it was not high": (obstetric(hypertension=NO), True),
    "not asked": (obstetric(hypertension=Answer.NOT_ASKED), False),
    "only the list, answered with no": (flag(F.HIGH_BLOOD_PRESSURE, answer=NO), False),
}


@pytest.mark.parametrize(("command", "speaks"), PRESSURES.values(), ids=PRESSURES)
def test_who_speaks_of_the_blood_pressure(story: Story, command: Command, speaks: bool) -> None:
    story.does(PHYSICIAN, command)
    entry = story.episode.standing[-1].event
    assert speaks_of_blood_pressure(entry) is speaks

"""What one entry says of the clinical facts: that one is there, or that it is not.

Each statement has its reader here; what a word means stands beside the word (`MEANS` in each
`choices.py` and in `clinical/`). What an entry does not speak of is not a no.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from bloodpatch.pathway.clinical import (
    Activity,
    AdverseKind,
    Course,
    Diagnosis,
    RedFlag,
    RedFlagScreen,
    Sign,
    SignQualifier,
    Symptom,
    VitalSigns,
    red_flags,
    sign_words,
    symptoms,
)
from bloodpatch.pathway.clinical.concepts import Concept
from bloodpatch.pathway.clinical.diagnoses import HAPPENED, NAMED
from bloodpatch.pathway.clinical.history import MEANS as HISTORY_MEANS
from bloodpatch.pathway.clinical.shared_statements import Deficit, ReliefTold
from bloodpatch.pathway.clinical.symptoms import Examined, Relief
from bloodpatch.pathway.clinical.words_that_compare import AFTER_A_PATCH, PRESSURES, RELIEF
from bloodpatch.pathway.protocol import Protocol
from bloodpatch.pathway.stages.adverse_event.statements import Opening
from bloodpatch.pathway.stages.assessment.choices import Standing
from bloodpatch.pathway.stages.assessment.statements import (
    Examination,
    Headache,
    History,
    Naming,
    Obstetrics,
    Opinion,
    Symptoms,
)
from bloodpatch.pathway.stages.closure.statements import OutcomeTold
from bloodpatch.pathway.stages.discharge.statements import Departure, NeurologyCheck
from bloodpatch.pathway.stages.followup.choices import MEANS as AT_HOME_MEANS
from bloodpatch.pathway.stages.followup.choices import Effect
from bloodpatch.pathway.stages.followup.statements import HowItIs, Status
from bloodpatch.pathway.stages.preparation.statements import BleedingHistory, Rescreen
from bloodpatch.pathway.stages.procedure.choices import MEANS as DURING_MEANS
from bloodpatch.pathway.stages.procedure.choices import STOPS_MEAN
from bloodpatch.pathway.stages.procedure.statements import DuringEvent, Injection
from bloodpatch.pathway.stages.recovery.statements import LEGS_MEAN, Legs, Observations
from bloodpatch.pathway.stages.referral.statements import Onset
from bloodpatch.pathway.values import Answer, Answers, BloodPressure, Celsius, Pain


@dataclass(frozen=True, kw_only=True)
class Telling:
    """One fact, in the words in which it was told. `home` is the word and where it was told: a no
    to a red flag says something of the flag, and nothing of what an image showed."""

    concept: Concept
    words: str
    home: str
    there: bool = True

    @property
    def by_a_screen(self) -> bool:
        return self.home.startswith("flag:")


Said = Iterator[Telling]

WHETHER = {Answer.YES: True, Answer.NO: False}
GONE = frozenset({Activity.RESOLVED, Activity.OLD_DEFICIT})
POSSIBLE = frozenset({Standing.ALTERNATIVE, Standing.ALSO_PRESENT})
"""Named beside the diagnosis that is worked with: no fact yet, and nothing is taken back."""


def tellings(event: Any, protocol: Protocol) -> tuple[Telling, ...]:
    """All that an entry says, in the order in which it is asked."""
    return tuple(
        telling
        for statement, read in READERS
        if isinstance(event, statement)
        for telling in read(event, protocol)
    )


def answered(answers: Answers | None, means: Mapping[Any, Concept], words: type, kind: str) -> Said:
    """A group of questions, each answered yes, no or not asked."""
    for code in answers.asked if answers else ():
        if (word := words(code)) in means:
            yes = answers is not None and answers.get(code) is Answer.YES
            yield Telling(concept=means[word], words=word.label, home=f"{kind}:{code}", there=yes)


def one(answer: Answer | None, concept: Concept, home: str, words: str = "") -> Said:
    if answer in WHETHER:
        told = words or concept.label
        yield Telling(concept=concept, words=told, home=home, there=WHETHER[answer])


def flags_screened(said: RedFlagScreen, protocol: Protocol) -> Said:
    yield from answered(said.flags, red_flags.MEANS, RedFlag, "flag")
    yield from temperature(said.temperature, protocol)
    yield from temperature(said.temperature_later, protocol)
    yield from pressure(said.blood_pressure, protocol)


def vitals(said: VitalSigns, protocol: Protocol) -> Said:
    yield from temperature(said.temperature, protocol)
    yield from pressure(said.blood_pressure, protocol)
    if (word := said.blood_pressure_word) is not None:
        yield Telling(
            concept=Concept.HIGH_BLOOD_PRESSURE,
            words=Concept.HIGH_BLOOD_PRESSURE.label,
            home="measured:blood_pressure",
            there=word in PRESSURES,
        )


def temperature(read: Celsius | None, protocol: Protocol) -> Said:
    """A fever of this morning is not undone by a cooler reading at noon: its rule has a window."""
    if read is not None and read.value >= protocol.preparation.fever_hold_c:
        words = RedFlag.FEVER.label
        yield Telling(concept=Concept.FEVER, words=words, home="measured:temperature")


def pressure(read: BloodPressure | None, protocol: Protocol) -> Said:
    if read is not None:
        limits = protocol.assessment
        high = read.systolic >= limits.high_systolic_mmhg
        yield Telling(
            concept=Concept.HIGH_BLOOD_PRESSURE,
            words=Concept.HIGH_BLOOD_PRESSURE.label,
            home="measured:blood_pressure",
            there=high or read.diastolic >= limits.high_diastolic_mmhg,
        )


def observed(said: Observations, protocol: Protocol) -> Said:
    yield from pressure(said.blood_pressure, protocol)
    if said.legs is not None:
        words = LEGS[said.legs]
        there = said.legs in LEGS_MEAN
        yield Telling(concept=Concept.LEG_WEAKNESS, words=words, home=OBSERVED, there=there)


OBSERVED, EXAMINED = "legs:power", "legs:examined"
"""Where the legs were told of: as observed in recovery, and as examined (`legs_after_patch`)."""

LEGS = {
    Legs.NORMAL: "Legs as before",
    Legs.WEAK: "Legs weaker than before",
    Legs.NUMB: "Legs numb or tingling",
}
"""Both are a spine until a physician has examined it (yentis2020, secondary)."""


def examined_legs(said: NeurologyCheck, _: Protocol) -> Said:
    """Full power in both is a no to what was seen; what is worse is told by the comparison with
    the examination before (`legs_after_patch`)."""
    power = [p for p in (said.power_left, said.power_right) if p is not None]
    if len(power) == BOTH and all(int(p) == p.maximum for p in power):
        concept = Concept.LEG_WEAKNESS
        yield Telling(concept=concept, words=concept.label, home=OBSERVED, there=False)


BOTH = 2


def ended(said: OutcomeTold, _: Protocol) -> Said:
    """What is left at the end, and what was there and is gone: told only now, no physician may
    have seen it."""
    left, gone = said.deficits or (), said.deficits_recovered or ()
    yield from (symptom_left(s) for s in (*left, *gone) if s in symptoms.MEANS)
    yield from (symptom_left(s, there=False) for s in gone if s in symptoms.MEANS)
    harms, over = said.harms or (), said.harms_recovered or ()
    yield from (harm(kind) for kind in (*harms, *over) if kind in HAPPENED)
    yield from (harm(kind, there=False) for kind in over if kind in HAPPENED)


def harm(kind: AdverseKind, there: bool = True) -> Telling:
    home = f"adverse:{kind}"
    return Telling(concept=HAPPENED[kind], words=kind.label, home=home, there=there)


def went_home(said: Departure, _: Protocol) -> Said:
    """How the legs and the bladder were on leaving."""
    if said.neurology in (Examined.NORMAL, Examined.CHANGED):
        yield Telling(
            concept=Concept.LEG_WEAKNESS,
            words="Legs, feeling or bladder changed on leaving",
            home="legs:on_leaving",
            there=said.neurology is Examined.CHANGED,
        )
    yield from (symptom_left(s) for s in said.with_symptoms or () if s in symptoms.MEANS)


def symptom_left(symptom: Symptom, there: bool = True) -> Telling:
    home, concept = f"symptom:{symptom}", symptoms.MEANS[symptom]
    return Telling(concept=concept, words=symptom.label, home=home, there=there)


def deficits(said: Deficit, _: Protocol) -> Said:
    yield from answered(said.symptoms, symptoms.MEANS, Symptom, "symptom")
    if said.cranial_nerve is not None:
        words = f"Palsy of {said.cranial_nerve}"
        yield Telling(concept=Concept.CRANIAL_NERVE_SIGN, words=words, home="cranial_nerve")


def other_symptoms(said: Symptoms, _: Protocol) -> Said:
    yield from one(said.kernig, Concept.MENINGISM, "kernig", RedFlag.MENINGISM.label)
    yield from one(said.fever, Concept.REPORTED_FEVER, "fever", RedFlag.REPORTED_FEVER.label)


def symptoms_that_passed(said: Symptoms, _: Protocol) -> Said:
    """Told with their course: the same entry says that they were there, and are gone."""
    if said.course is Course.RESOLVED:
        for telling in deficits(said, _):
            if telling.there:
                yield Telling(
                    concept=telling.concept, words=telling.words, home=telling.home, there=False
                )


def headache(said: Headache, _: Protocol) -> Said:
    if said.position_dependent in WHETHER:
        yield Telling(
            concept=Concept.NON_POSITIONAL,
            words="Not worse upright",
            home="position_dependent",
            there=said.position_dependent is Answer.NO,
        )
    yield from worse_lying(said.pain_lying, said.pain_upright)
    reversed_ = Course.REVERSED_POSTURE
    if reversed_ in (said.course, said.positional_part):
        concept = Concept.POSTURE_LOST_OR_REVERSED
        yield Telling(concept=concept, words=reversed_.label, home="course")


def worse_lying(lying: Pain | None, upright: Pain | None) -> Said:
    """Two scores of one entry: worse lying than upright is another headache than this one."""
    if lying is None or upright is None:
        return
    yield Telling(
        concept=Concept.POSTURE_LOST_OR_REVERSED,
        words=f"Worse lying ({lying.score}) than upright ({upright.score})",
        home="pain",
        there=lying.score > upright.score,
    )


def obstetrics(said: Obstetrics, _: Protocol) -> Said:
    yield from one(said.hypertension, Concept.HIGH_BLOOD_PRESSURE, "hypertension")
    yield from one(said.proteinuria, Concept.PROTEINURIA, "proteinuria")
    yield from one(said.urine_protein, Concept.PROTEINURIA, "urine_protein")


def history(said: History, _: Protocol) -> Said:
    if said.condition in HISTORY_MEANS:
        yield Telling(
            concept=HISTORY_MEANS[said.condition],
            words=said.condition.label,
            home=f"history:{said.condition}",
            there=said.activity not in GONE,
        )


def examined(said: Examination | Opening, _: Protocol) -> Said:
    for sign in said.signs or ():
        if sign.code in sign_words.MEANS:
            yield Telling(
                concept=sign_words.MEANS[sign.code],
                words=sign.code.label,
                home=f"sign:{sign.code}",
                there=is_there(sign),
            )


def is_there(sign: Sign) -> bool:
    """What was not seen, or is gone, is not there."""
    return sign.present and SignQualifier.RESOLVED not in sign.qualifiers


def named(said: Naming, _: Protocol) -> Said:
    if said.standing in POSSIBLE:
        return
    for diagnosis in said.diagnosis:
        if diagnosis in NAMED:
            yield Telling(
                concept=NAMED[diagnosis],
                words=diagnosis.label,
                home=f"diagnosis:{diagnosis}",
                there=said.standing is not Standing.EXCLUDED,
            )


def diagnosed(diagnosis: Diagnosis | None) -> Said:
    if diagnosis is not None and diagnosis in NAMED:
        home = f"diagnosis:{diagnosis}"
        yield Telling(concept=NAMED[diagnosis], words=diagnosis.label, home=home)


def opined(said: Opinion, _: Protocol) -> Said:
    """A specialist's diagnosis counts; the flags that one explained otherwise are gone."""
    yield from diagnosed(said.diagnosis)
    for flag in said.clears or ():
        concept = red_flags.MEANS[flag]
        yield Telling(concept=concept, words=flag.label, home=f"flag:{flag}", there=False)


def opened(said: Opening, _: Protocol) -> Said:
    for kind in said.kinds or ():
        if kind in HAPPENED:
            yield Telling(concept=HAPPENED[kind], words=kind.label, home=f"adverse:{kind}")
    yield from diagnosed(said.cause)


def at_home(said: HowItIs, _: Protocol) -> Said:
    yield from answered(said.symptoms, symptoms.MEANS, Symptom, "symptom")
    yield from answered(said.adverse_effects, AT_HOME_MEANS, Effect, "effect")
    yield from worse_lying(said.pain_lying, said.pain_upright)
    if said.headache is not None and said.headache in AT_HOME_MEANS:
        words = f"Headache {said.headache.label.lower()}"
        yield Telling(concept=AT_HOME_MEANS[said.headache], words=words, home="headache")
    yield from relieved(said.relief, said.recurred)


def went_on(said: Status, _: Protocol) -> Said:
    if said.course is Course.REVERSED_POSTURE:
        concept = Concept.POSTURE_LOST_OR_REVERSED
        yield Telling(concept=concept, words=said.course.label, home="course")
    if said.course is not None and said.course in AFTER_A_PATCH:
        words = f"Headache {said.course.label.lower()}"
        yield Telling(concept=AFTER_A_PATCH[said.course], words=words, home="headache")


def relief(said: ReliefTold, _: Protocol) -> Said:
    yield from relieved(said.relief, said.recurred)


def relieved(word: Relief | None, recurred: Answer | None) -> Said:
    if word is not None and word in RELIEF:
        concept = RELIEF[word]
        yield Telling(concept=concept, words=RedFlag(concept.value).label, home="relief")
    if recurred is Answer.YES and word is not Relief.NONE:
        flag = RedFlag.PERSISTS_AFTER_PATCH
        yield Telling(concept=Concept.PERSISTS_AFTER_PATCH, words=flag.label, home="relief")


def screened_again(said: Rescreen, _: Protocol) -> Said:
    yield from one(said.infection, Concept.INFECTION_SOURCE, "infection", "An infection now")


def bleeding(said: BleedingHistory, _: Protocol) -> Said:
    yield from one(said.bleeding_history, Concept.BLEEDING_TENDENCY, "bleeding_history")
    yield from one(said.antithrombotic, Concept.TAKES_ANTITHROMBOTIC, "antithrombotic")


def began(said: Onset, _: Protocol) -> Said:
    yield from one(said.sudden, Concept.THUNDERCLAP, "sudden", RedFlag.THUNDERCLAP.label)
    if said.course is Course.REVERSED_POSTURE:
        concept = Concept.POSTURE_LOST_OR_REVERSED
        yield Telling(concept=concept, words=said.course.label, home="course")


def during(said: DuringEvent, _: Protocol) -> Said:
    if said.kind in DURING_MEANS:
        kind = said.kind
        yield Telling(concept=DURING_MEANS[kind], words=kind.label, home=f"during:{kind}")


def injected(said: Injection, _: Protocol) -> Said:
    yield from answered(said.symptoms_during, symptoms.MEANS, Symptom, "symptom")
    if (reason := said.stop_reason) is not None and reason in STOPS_MEAN:
        yield Telling(concept=STOPS_MEAN[reason], words=reason.label, home=f"stopped:{reason}")


READERS: tuple[tuple[type, Callable[[Any, Protocol], Said]], ...] = (
    (RedFlagScreen, flags_screened),
    (VitalSigns, vitals),
    (Observations, observed),
    (NeurologyCheck, examined_legs),
    (OutcomeTold, ended),
    (Departure, went_home),
    (Deficit, deficits),
    (Symptoms, other_symptoms),
    (Symptoms, symptoms_that_passed),
    (Headache, headache),
    (Obstetrics, obstetrics),
    (History, history),
    (Examination, examined),
    (Naming, named),
    (Opinion, opined),
    (Opening, opened),
    (Opening, examined),
    (HowItIs, at_home),
    (Status, went_on),
    (ReliefTold, relief),
    (Rescreen, screened_again),
    (BleedingHistory, bleeding),
    (Onset, began),
    (DuringEvent, during),
    (Injection, injected),
)
"""Every statement that can speak of a fact, with what it says."""

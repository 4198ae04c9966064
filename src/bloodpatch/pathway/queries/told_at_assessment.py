"""What the entries of the assessment tell: the headache, symptoms, scans, diagnoses, opinions."""

from bloodpatch.pathway.clinical import (
    Activity,
    Course,
    Diagnosis,
    ImagedRegion,
    Investigation,
    RedFlag,
    ResultWord,
    Sign,
    SignCode,
    SignQualifier,
    Symptom,
    red_flags,
    sign_words,
    symptoms,
)
from bloodpatch.pathway.clinical.concepts import Concept
from bloodpatch.pathway.clinical.diagnoses import NAMED
from bloodpatch.pathway.clinical.history import MEANS as HISTORY_MEANS
from bloodpatch.pathway.clinical.shared_statements import Deficit
from bloodpatch.pathway.clinical.words_that_compare import BEFORE_A_PATCH
from bloodpatch.pathway.protocol import Protocol
from bloodpatch.pathway.queries.telling import (
    WHETHER,
    Said,
    Telling,
    answered,
    by_posture,
    diagnosed,
    listed,
    one,
)
from bloodpatch.pathway.stages.adverse_event.statements import Opening
from bloodpatch.pathway.stages.assessment.choices import Advice, Asked, Progress, Standing
from bloodpatch.pathway.stages.assessment.statements import (
    Examination,
    Headache,
    History,
    Naming,
    Obstetrics,
    Opinion,
    Symptoms,
)
from bloodpatch.pathway.stages.referral.statements import Movement, Onset
from bloodpatch.pathway.values import Answer

C = Concept
GONE = frozenset({Activity.RESOLVED, Activity.OLD_DEFICIT})
AGAINST = {Advice.ADVISES_AGAINST: True, Advice.WITHHOLD: True}
FOR = {Advice.AGREES: False, Advice.CONDITIONS: False}
ABOUT_OTHER_THINGS = frozenset({Asked.ANTICOAGULATION, Asked.IMAGING})
SEEN_ON_A_NORMAL_SCAN = (C.SUBDURAL_ON_IMAGING, C.PNEUMOCEPHALUS)
"""What is gone where a whole image of the head is normal."""
SHOW_A_COLLECTION = frozenset(
    {
        Investigation.CT,
        Investigation.MRI,
        Investigation.CT_ANGIOGRAPHY,
        Investigation.CT_VENOGRAPHY,
        Investigation.MR_VENOGRAPHY,
        Investigation.BRAIN_IMAGING,
    }
)
"""A normal EEG, or a look into the eye, shows none to be gone."""


def deficits(said: Deficit, _: Protocol) -> Said:
    yield from answered(said.symptoms, symptoms.MEANS, Symptom, "symptom")
    yield from listed(said.muscles, symptoms.MUSCLES_MEAN, "muscle")
    if (nerve := said.cranial_nerve) is not None:
        words = f"Palsy of {nerve}"
        yield Telling(concept=C.CRANIAL_NERVE_SIGN, words=words, home=f"nerve:{nerve.value}")


def other_symptoms(said: Symptoms, _: Protocol) -> Said:
    yield from one(said.kernig, C.MENINGISM, "kernig", RedFlag.MENINGISM.label)
    yield from one(said.fever, C.REPORTED_FEVER, "fever", RedFlag.REPORTED_FEVER.label)


def symptoms_that_passed(said: Symptoms, _: Protocol) -> Said:
    """Told with their course: the same entry says that they were there, and are gone."""
    if said.course is Course.RESOLVED:
        for t in deficits(said, _):
            if t.there:
                yield Telling(concept=t.concept, words=t.words, home=t.home, there=False)


def headache(said: Headache, protocol: Protocol) -> Said:
    if said.position_dependent in WHETHER:
        yield Telling(
            concept=C.NON_POSITIONAL,
            words="Not worse upright",
            home="position_dependent",
            there=said.position_dependent is Answer.NO,
        )
    yield from by_posture(said.pain_lying, said.pain_upright, protocol)
    reversed_ = Course.REVERSED_POSTURE
    if reversed_ in (said.course, said.positional_part):
        yield Telling(concept=C.POSTURE_LOST_OR_REVERSED, words=reversed_.label, home="course")
    if said.course is not None:
        yield Telling(
            concept=C.GETTING_WORSE,
            words="Headache getting worse",
            home="course",
            there=said.course in BEFORE_A_PATCH,
        )


def obstetrics(said: Obstetrics, _: Protocol) -> Said:
    yield from one(said.hypertension, C.HIGH_BLOOD_PRESSURE, "hypertension")
    yield from one(said.proteinuria, C.PROTEINURIA, "proteinuria")
    yield from one(said.urine_protein, C.PROTEINURIA, "urine_protein")


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


def scanned(said: Examination, _: Protocol) -> Said:
    """What the scan was taken to show; and a normal one shows that a collection is gone."""
    yield from diagnosed(said.causes)
    normal = {s.code for s in said.signs or ()} == {SignCode.NONE_NORMAL}
    shown = not said.kind or bool(SHOW_A_COLLECTION & set(said.kind))
    done = said.done not in (Progress.REQUESTED, Progress.REFUSED)
    of_the_head = ImagedRegion.BRAIN in (said.region or ()) and shown and done
    if of_the_head and (normal or (said.result is ResultWord.NORMAL and not said.signs)):
        for concept in SEEN_ON_A_NORMAL_SCAN:
            yield Telling(concept=concept, words=concept.label, home="scan", there=False)


def named(said: Naming, _: Protocol) -> Said:
    """Working or confirmed it is there. Beside this headache a grave one is there as well; another
    kind of headache is then only thought of, as is what is named as another possibility."""
    excluded = said.standing is Standing.EXCLUDED
    for diagnosis in said.diagnosis:
        if diagnosis is Diagnosis.PDPH:
            if said.standing in DECIDES_ABOUT_THIS:
                words = C.NOT_THIS_HEADACHE.label
                yield Telling(
                    concept=C.NOT_THIS_HEADACHE, words=words, home="diagnosis:pdph", there=excluded
                )
        elif diagnosis in NAMED:
            yield from weighed(diagnosis, said.standing)


DECIDES_ABOUT_THIS = frozenset({Standing.EXCLUDED, Standing.WORKING, Standing.CONFIRMED, None})


def weighed(diagnosis: Diagnosis, standing: Standing | None) -> Said:
    concept, words = NAMED[diagnosis], diagnosis.label
    beside = standing is Standing.ALSO_PRESENT and concept is C.ANOTHER_HEADACHE
    only_possible = standing is Standing.ALTERNATIVE or beside
    if not only_possible:
        there = standing is not Standing.EXCLUDED
        yield Telling(concept=concept, words=words, home=f"diagnosis:{diagnosis}", there=there)
    if concept is not C.DIAGNOSIS_OPEN:
        possible = f"possible:{diagnosis}"
        yield Telling(concept=C.POSSIBLE, words=words, home=possible, there=only_possible)


def opined(said: Opinion, _: Protocol) -> Said:
    """A specialist's diagnosis counts; the flags that one explained otherwise are gone; and so
    does what one advises about a patch."""
    yield from diagnosed(said.diagnosis)
    for flag in said.clears or ():
        concept = red_flags.MEANS[flag]
        yield Telling(concept=concept, words=flag.label, home=f"flag:{flag}", there=False)
    if said.advice is None or (said.asked and set(said.asked) <= ABOUT_OTHER_THINGS):
        return
    who, home = said.specialty.label, f"advice:{said.specialty}"
    if (against := (AGAINST | FOR).get(said.advice)) is not None:
        yield Telling(concept=C.ADVISED_AGAINST, words=who, home=home, there=against)
        on_conditions = said.advice is Advice.CONDITIONS
        yield Telling(concept=C.ON_CONDITIONS, words=who, home=home, there=on_conditions)


def began(said: Onset, _: Protocol) -> Said:
    yield from one(said.sudden, C.THUNDERCLAP, "sudden", RedFlag.THUNDERCLAP.label)
    if said.course is Course.REVERSED_POSTURE:
        yield Telling(concept=C.POSTURE_LOST_OR_REVERSED, words=said.course.label, home="course")


def moved(said: Movement, _: Protocol) -> Said:
    """Why somebody came back."""
    yield from listed(said.reason, symptoms.MEANS, "symptom")

"""Is it this headache at all: what was there before, what else it is, where it belongs.

The diagnosis is clinical. No puncture, or a leak elsewhere, means that another pathway is right.
"""

from collections.abc import Iterator
from typing import Any

from bloodpatch.pathway.clinical import HistoryItem, Investigation, LorMedium, Specialty
from bloodpatch.pathway.clinical.concepts import Concept
from bloodpatch.pathway.context import Context
from bloodpatch.pathway.episode import Episode
from bloodpatch.pathway.findings import Cause, Findings, Level, declare
from bloodpatch.pathway.queries.conditions import conditions
from bloodpatch.pathway.queries.investigations_done import done_so_far, is_answered, kinds
from bloodpatch.pathway.queries.standing_facts import standing, words
from bloodpatch.pathway.stages.assessment.choices import Advice
from bloodpatch.pathway.stages.referral.choices import DeviceLeft, Purpose, Technique
from bloodpatch.pathway.values import Answer, Region

C = Concept

OLD_DEFICIT = declare(
    code="diagnosis.deficit_before",
    level=Level.ADVISE,
    cause=Cause.PRESENT,
    says="{deficit}, known from before: have it explained, and write down what is old.",
    rule="What was weak or numb before must not hide what is new.",
    clears="Record the opinion of neurology.",
    source="clinic",
    hazards=("H10", "H34"),
    treatment=("T3",),
    replay=("REVIEW_DIAGNOSIS", "MISSING_DATA"),
)
ANOTHER_PATHWAY = declare(
    code="diagnosis.another_pathway",
    level=Level.HOLD,
    cause=Cause.PRESENT,
    says="{why}: this is not the headache that this treatment is for.",
    rule="A leak without a puncture, or one far from the lumbar spine, has a pathway of its own.",
    clears="A specialist joins, and a physician overrides with the reason.",
    source="jnnp2023",
    certainty="memory-medium",
    hazards=("H10",),
    treatment=("T3",),
    replay=("OTHER_PATHWAY", "IMAGE_FIRST"),
)
AIR = declare(
    code="diagnosis.air",
    level=Level.ADVISE,
    cause=Cause.PRESENT,
    says="{why}: oxygen and rest first; a patch does not remove air.",
    rule="Air in the head is usually absorbed within days.",
    clears="Record that the air is gone.",
    source="accessanesthesiology",
    certainty="verified",
    hazards=("H10",),
    treatment=("T3",),
    replay=("ALT_TREATMENT", "REVIEW_DIAGNOSIS"),
)

ANOTHER_HEADACHE = declare(
    code="diagnosis.another_headache",
    level=Level.HOLD,
    cause=Cause.PRESENT,
    says="{why}: a patch does not treat that. Treat the cause first.",
    rule="A headache that something else explains better is not this one.",
    clears="Record the diagnosis as it now stands; or a physician overrides with the reason.",
    source="ichd3",
    certainty="verified",
    hazards=("H10",),
    treatment=("T3",),
    replay=("REVIEW_DIAGNOSIS", "HOLD_PATCH"),
)
THINK_OF = declare(
    code="diagnosis.think_of",
    level=Level.ADVISE,
    cause=Cause.PRESENT,
    says="Think of {what}: named as possible, and not excluded.",
    rule="It is this headache only where no other diagnosis explains it better.",
    clears="Record it as excluded, or as what it is.",
    source="ichd3",
    certainty="verified",
    hazards=("H10",),
    treatment=("T3",),
    fact="diagnosis.not_settled",
    replay=("REVIEW_DIAGNOSIS",),
)
LIKE_THE_USUAL = declare(
    code="diagnosis.like_the_usual",
    level=Level.ADVISE,
    cause=Cause.PRESENT,
    says="{known} is known, and this headache is like the usual one: think of {known} first.",
    rule="Most headaches after birth are no headache of a puncture, also where there was one.",
    clears="Record what makes it another headache than the usual one.",
    source="ichd3",
    certainty="verified",
    hazards=("H10",),
    treatment=("T3",),
    fact="diagnosis.not_settled",
    replay=("REVIEW_DIAGNOSIS",),
)
NOT_SETTLED = declare(
    code="diagnosis.not_settled",
    level=Level.ADVISE,
    cause=Cause.PRESENT,
    says="The diagnosis is not settled ({what}): is it this headache?",
    rule="A patch is for a headache that no other diagnosis explains better.",
    clears="Record the diagnosis.",
    source="ichd3",
    certainty="verified",
    hazards=("H10",),
    treatment=("T3",),
    fact="diagnosis.not_settled",
    replay=("REVIEW_DIAGNOSIS",),
)
SURGEON_FIRST = declare(
    code="diagnosis.surgeon_first",
    level=Level.HOLD,
    cause=Cause.PRESENT,
    says="{why}: the surgeon and imaging come first, not a patch.",
    rule="A leak through the skin, after surgery of the spine or beside a device that is in place "
    "has a pathway of its own: it may be infected, and it may need closing.",
    clears="Record the imaging, and what the surgeon says; or a physician overrides.",
    source="ichd3",
    certainty="memory-medium",
    hazards=("H10", "H07"),
    treatment=("T3",),
    replay=("OTHER_PATHWAY", "IMAGE_FIRST"),
)

DEFICITS = frozenset(
    {
        HistoryItem.ARM_DEFICIT,
        HistoryItem.ARM_WEAKNESS,
        HistoryItem.LIMB_WEAKNESS,
        HistoryItem.FACIAL_NUMBNESS,
        HistoryItem.MULTIPLE_SCLEROSIS,
        HistoryItem.SEIZURE_DISORDER,
        HistoryItem.INTRACRANIAL_LESION,
    }
)

USUAL = (HistoryItem.MIGRAINE, HistoryItem.CHRONIC_HEADACHE)
OF_A_SURGEON = frozenset(
    {Technique.SPINE_SURGERY, Technique.INTRATHECAL_PUMP, Technique.SPINAL_CORD_STIMULATOR}
)
DEVICES = frozenset({DeviceLeft.PUMP, DeviceLeft.STIMULATOR_LEAD, DeviceLeft.DRAIN})
SURGEONS = frozenset({Specialty.NEUROSURGERY, Specialty.SPINE_SURGERY, Specialty.SURGERY})


def elsewhere(episode: Episode, context: Context) -> Iterator[str]:
    """Why it belongs somewhere else, in words. Where there was no needle, none was in the neck."""
    facts = standing(episode, context.protocol)
    if episode.referral.no_puncture:
        yield "There was no puncture"
    elif any(region_of(h.event) is Region.CERVICAL for h in episode.referral.punctures):
        yield "The puncture was in the neck"
    told = {f.concept for f in facts}
    if C.SPONTANEOUS_LEAK in told:
        yield "A spontaneous leak was diagnosed"
    if C.NOT_THIS_HEADACHE in told:
        yield C.NOT_THIS_HEADACHE.label
    if C.NO_PUNCTURE in told and not episode.referral.no_puncture:
        yield C.NO_PUNCTURE.label
    if HistoryItem.CSF_RHINORRHOEA in conditions(episode):
        yield "CSF also leaks from the nose"


def region_of(puncture: Any) -> Region | None:
    if puncture.level is not None:
        return Region(puncture.level.region)
    return puncture.region or (puncture.vertebra.region if puncture.vertebra else None)


def old_deficits_are_explained(episode: Episode, context: Context) -> Findings:
    left = DEFICITS & conditions(episode)
    old = [c.label for c in HistoryItem if c in left]
    facts = standing(episode, context.protocol)
    old += [f.words for f in facts if f.concept is Concept.OLD_FOCAL_SIGN]
    if old and not any(o.event.specialty == "neurology" for o in episode.assessment.opinions):
        yield OLD_DEFICIT(context, deficit=", ".join(old))


def it_is_this_pathway(episode: Episode, context: Context) -> Findings:
    if why := "; ".join(elsewhere(episode, context)):
        yield ANOTHER_PATHWAY(context, why=why)


def no_air_in_the_head(episode: Episode, context: Context) -> Findings:
    """The newest word on it: a sign that is gone is gone."""
    facts = standing(episode, context.protocol)
    if any(f.concept is Concept.PNEUMOCEPHALUS for f in facts):
        yield AIR(context, why=C.PNEUMOCEPHALUS.label)
    elif air_was_used(episode) and any(f.concept is C.IMMEDIATE_ONSET for f in facts):
        yield AIR(context, why="Air was used, and the headache began at once")


def air_was_used(episode: Episode) -> bool:
    told = (h.event.loss_of_resistance for h in episode.referral.punctures)
    return any(medium in (LorMedium.AIR, LorMedium.BOTH) for medium in told)


def no_other_headache_explains_it(episode: Episode, context: Context) -> Findings:
    """Named as what it is; beside this headache, or as a possibility, it is only thought of."""
    facts = standing(episode, context.protocol)
    if why := words(f for f in facts if f.concept is C.ANOTHER_HEADACHE):
        yield ANOTHER_HEADACHE(context, why=why)
    if what := words(f for f in facts if f.concept is C.POSSIBLE):
        yield THINK_OF(context, what=what)
    if what := words(f for f in facts if f.concept is C.DIAGNOSIS_OPEN):
        yield NOT_SETTLED(context, what=what)
    assessed = episode.assessment.assessed
    if assessed is not None and assessed.event.unlike_usual is Answer.NO:
        has = conditions(episode)
        if known := next((item for item in USUAL if item in has), None):
            yield LIKE_THE_USUAL(context, known=known.label.lower())


def surgeons_come_first(episode: Episode, context: Context) -> Findings:
    """Until there is an image, and a surgeon has been heard who does not advise against a patch:
    of a leak through the skin, since it was told."""
    why = list(dict.fromkeys(for_a_surgeon(episode, context)))
    leaks = [f.first for f in standing(episode, context.protocol) if f.concept is C.SKIN_LEAK]
    heard = [
        o
        for o in episode.assessment.opinions
        if o.event.specialty in SURGEONS
        and o.event.advice in (Advice.AGREES, Advice.CONDITIONS, None)
    ]
    images = done_so_far(episode, is_an_image)
    answered = all(is_answered(leak, heard) and is_answered(leak, images) for leak in leaks)
    if why and not (heard and images and answered):
        yield SURGEON_FIRST(context, why=", ".join(why))


def for_a_surgeon(episode: Episode, context: Context) -> Iterator[str]:
    facts = standing(episode, context.protocol)
    yield from (f.words for f in facts if f.concept is C.SKIN_LEAK)
    for puncture in (h.event for h in episode.referral.punctures):
        if puncture.technique in OF_A_SURGEON:
            yield puncture.technique.label
        if puncture.purpose is Purpose.SPINE_SURGERY:
            yield puncture.purpose.label
        if puncture.device_left in DEVICES:
            yield f"{puncture.device_left.label} in place"


def is_an_image(event: Any) -> bool:
    return bool(IMAGES & kinds(event))


IMAGES = frozenset(
    {
        Investigation.CT,
        Investigation.MRI,
        Investigation.MR_MYELOGRAM,
        Investigation.CT_MYELOGRAM,
        Investigation.BRAIN_IMAGING,
    }
)

CALLED_FOR = (
    it_is_this_pathway,
    no_other_headache_explains_it,
    surgeons_come_first,
    old_deficits_are_explained,
    no_air_in_the_head,
)

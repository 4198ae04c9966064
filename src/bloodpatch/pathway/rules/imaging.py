"""What a red flag has to be imaged for: the head, its veins, the spine, a collection again."""

from typing import Any

from bloodpatch.pathway.clinical import (
    HistoryItem,
    RedFlag,
    Relief,
)
from bloodpatch.pathway.clinical.concepts import STOPS, Concept
from bloodpatch.pathway.context import Context
from bloodpatch.pathway.episode import Episode
from bloodpatch.pathway.events import Happened
from bloodpatch.pathway.findings import Findings
from bloodpatch.pathway.queries.childbirth import obstetric, pre_eclampsia_is_possible
from bloodpatch.pathway.queries.conditions import conditions
from bloodpatch.pathway.queries.investigations_done import (
    done_so_far,
    is_answered,
    of_the_head,
    of_the_spine,
    of_the_veins,
    unanswered,
)
from bloodpatch.pathway.queries.patches import (
    last_patch,
    patches_given,
)
from bloodpatch.pathway.queries.relapse import is_a_relapse
from bloodpatch.pathway.queries.standing_facts import Fact, standing, told_after, words
from bloodpatch.pathway.rules.workup import called
from bloodpatch.pathway.stage_stream import later

IMAGE_HEAD = called(
    "imaging.head",
    "{because}: image the head {how}, and let a senior look.",
    "A headache with such a sign may be a bleed, a clot or raised pressure.",
    "Record the imaging of the head and what it showed.",
    source="uppal2023",
    certainty="memory-medium",
    hazards=("H08", "H10"),
    fact="workup.head",
    replay=("RED_FLAG", "IMAGE_FIRST"),
)
VENOGRAPHY = called(
    "imaging.venography",
    "{because}: image the head with its veins (CT or MR venography) {how}.",
    "After birth, with a clotting disorder or after failed patches think of sinus thrombosis.",
    "Record the venography and what it showed.",
    source="uppal2023",
    certainty="memory-high",
    hazards=("H08", "H10"),
    fact="workup.head",
    replay=("VENOGRAM", "IMAGE_FIRST"),
)
IMAGE_SPINE = called(
    "imaging.spine",
    "{because}: emergency MRI of the spine, and tell neurosurgery.",
    "A bleed or an abscess that presses on the nerves must be found within hours.",
    "Record the imaging of the spine and what it showed.",
    source="uppal2023",
    certainty="memory-medium",
    hazards=("H34",),
    treatment=("T14",),
    replay=("SPINE_MRI_URGENT", "ESCALATE"),
)
IMAGE_AGAIN = called(
    "imaging.again",
    "A collection in the head was seen: image it again before the end, also without a headache.",
    "A subdural collection may grow while the headache is gone.",
    "Record the imaging of the head after the patch and what it showed.",
    source="clinic",
    hazards=("H36", "H08"),
    treatment=("T12",),
    replay=("IMAGE_FIRST", "KEEP_OPEN"),
)

C = Concept
NEUROLOGICAL = frozenset(
    {
        C.SEIZURE,
        C.FOCAL_DEFICIT,
        C.STROKE,
        C.COLLAPSE,
        C.SPEECH_DISTURBANCE,
        C.VISUAL_CHANGE,
        C.DIPLOPIA,
        C.CRANIAL_NERVE_SIGN,
        C.ALTERED_CONSCIOUSNESS,
    }
)
CHANGED = frozenset(
    {
        C.NON_POSITIONAL,
        C.PAIN_PERSISTS_LYING,
        C.POSTURE_LOST_OR_REVERSED,
        C.CHANGED_HEADACHE,
        C.NEW_HEADACHE,
        C.PROGRESSIVE,
        C.WORSENING_AFTER_PATCH,
        C.RECURRENCE_AFTER_GAP,
    }
)
PRESSURE = frozenset({C.PAPILLOEDEMA, C.RAISED_ICP, C.SEVERE_VOMITING})
LATE = frozenset({C.PATCHES_FAILED})
"""What its clocks ask for is said by `headache_duration`."""
HEAD = NEUROLOGICAL | CHANGED | PRESSURE | LATE | {C.THUNDERCLAP, C.HEAD_INJURY}
LOWER_THRESHOLD = frozenset(
    {C.IMMUNOSUPPRESSED, C.AVM, C.COAGULOPATHY, C.BLEEDING_TENDENCY, C.OLDER_AGE}
)
"""By themselves they call for nothing; with a headache that does not settle they do."""

VEINS = NEUROLOGICAL | CHANGED
VEINS_OF_ANYBODY = PRESSURE | {C.PATCHES_FAILED}
FAILED = frozenset({C.PERSISTS_AFTER_PATCH, C.RECURRENCE_AFTER_GAP, C.WORSENING_AFTER_PATCH})
SPINE = frozenset(
    {
        C.LEG_WEAKNESS,
        C.SADDLE_NUMBNESS,
        C.BLADDER_BOWEL_CHANGE,
        C.CAUDA_EQUINA,
        C.SPINAL_BLEED,
        C.SPINAL_INFECTION,
        C.SEVERE_BACK_PAIN,
    }
)
SPINE_AFTER_A_PATCH = frozenset({C.LEG_PAIN, C.MENINGISM, C.SITE_INFECTION})
FEVERS = frozenset({C.FEVER, C.REPORTED_FEVER, C.RIGORS})
ANOTHER = frozenset({C.CHANGED_HEADACHE, C.NEW_HEADACHE, C.POSTURE_LOST_OR_REVERSED})
"""Fever after a patch and a headache that is no more the same: an abscess until shown otherwise."""
NOT_SETTLED = frozenset({Relief.NONE, Relief.WORSE, Relief.SLIGHT, Relief.PARTIAL})


def how(because: tuple[Fact, ...], episode: Episode) -> str:
    """How soon, and of which vessels: by the worst of them."""
    concepts = {fact.concept for fact in because}
    if C.THUNDERCLAP in concepts:
        return "now, with its arteries (CT angiography)"
    if concepts & STOPS:
        return "now"
    return "today, and before another patch" if last_patch(episode) else "before a patch"


def head_is_imaged(episode: Episode, context: Context) -> Findings:
    failed = care_failed(episode)
    flags = HEAD if failed is None else HEAD | LOWER_THRESHOLD
    open_ = unanswered(episode, context, flags, of_the_head)
    because = not_said_already(episode, context, open_)
    said = dict.fromkeys(fact.words for fact in because)
    if failed and HistoryItem.HIV in conditions(episode) and not heads(episode):
        said.setdefault(HistoryItem.HIV.label)
    if failed and is_older(context) and not is_answered(failed, heads(episode)):
        said.setdefault(RedFlag.OLDER_AGE.label)
    if said:
        yield IMAGE_HEAD(context, because=", ".join(said), how=how(because, episode))


def is_older(context: Context) -> bool:
    """By the date of birth, whatever was ticked."""
    age = context.facts.age_years
    return age is not None and age > context.protocol.assessment.image_sooner_over_years


def heads(episode: Episode) -> list[Happened[Any]]:
    return done_so_far(episode, of_the_head)


def care_failed(episode: Episode) -> Happened[Any] | None:
    """Care without a patch was tried, and the last word is that it did not do enough."""
    told_of = [h for h in episode.assessment.care if h.event.effect]
    return told_of[-1] if told_of and told_of[-1].event.effect in NOT_SETTLED else None


def veins_are_imaged(episode: Episode, context: Context) -> Findings:
    facts = standing(episode, context.protocol)
    clots = any(f.concept is C.CLOTTING_TENDENCY for f in facts)
    flags = VEINS | VEINS_OF_ANYBODY if clots or obstetric(episode) else VEINS_OF_ANYBODY
    if patches_given(episode) >= context.protocol.repeat.specialist_review_after_patches:
        flags |= FAILED & told_after(facts, last_patch(episode))
    open_ = unanswered(episode, context, flags, of_the_veins)
    if because := not_said_already(episode, context, open_):
        yield VENOGRAPHY(context, because=words(because), how=how(because, episode))


def not_said_already(
    episode: Episode, context: Context, because: tuple[Fact, ...]
) -> tuple[Fact, ...]:
    """Of a seizure in pregnancy or after birth `workup` says what comes first, and the veins."""
    because = tuple(f for f in because if not is_a_relapse(f, episode))
    if not pre_eclampsia_is_possible(episode, context.protocol):
        return because
    return tuple(f for f in because if f.concept is not C.SEIZURE)


def spine_is_imaged(episode: Episode, context: Context) -> Findings:
    facts = standing(episode, context.protocol)
    since = told_after(facts, last_patch(episode))
    flags = SPINE | SPINE_AFTER_A_PATCH & since
    if since & FEVERS and since & ANOTHER:
        flags |= (FEVERS | ANOTHER) & since
    open_ = unanswered(episode, context, flags, of_the_spine)
    if because := tuple(f for f in open_ if not was_seen(f, episode)):
        yield IMAGE_SPINE(context, because=words(because))


def was_seen(fact: Fact, episode: Episode) -> bool:
    """What only an image shows, and is told after one: it is the image that is told again."""
    images = done_so_far(episode, of_the_spine)
    patch = last_patch(episode)
    since = [h for h in images if patch is None or later(h, patch)]
    return fact.concept in SEEN_ON_AN_IMAGE and bool(since)


SEEN_ON_AN_IMAGE = frozenset({C.SPINAL_BLEED, C.SPINAL_INFECTION, C.CAUDA_EQUINA})


def collection_was_imaged_again(episode: Episode, context: Context) -> Findings:
    """A subdural collection does not end with the headache."""
    facts = standing(episode, context.protocol)
    collection = next((f for f in facts if f.concept is C.SUBDURAL_ON_IMAGING), None)
    if collection is None:
        return
    looked = [h for h in done_so_far(episode, of_the_head) if later(h, collection.first)]
    patch = last_patch(episode)
    if not looked or (patch is not None and not is_answered(patch, looked)):
        yield IMAGE_AGAIN(context)


CALLED_FOR = (veins_are_imaged, head_is_imaged, spine_is_imaged)

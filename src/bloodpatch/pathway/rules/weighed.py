"""What is shown to whoever decides on a patch, and holds nothing back: it is weighed."""

from collections.abc import Mapping

from bloodpatch.pathway.clinical import HistoryItem
from bloodpatch.pathway.clinical.concepts import Concept
from bloodpatch.pathway.context import Context
from bloodpatch.pathway.episode import Episode
from bloodpatch.pathway.findings import Cause, Findings, Level, declare
from bloodpatch.pathway.queries.conditions import drug_told_without_a_name
from bloodpatch.pathway.queries.patches import patches_given
from bloodpatch.pathway.queries.standing_facts import said, standing, words

SPEAKS_FOR = declare(
    code="weighed.speaks_for_a_patch",
    level=Level.ADVISE,
    cause=Cause.PRESENT,
    says="{signs}: speaks for a patch, once it was looked at and imaging shows no other cause. "
    "Image today: an early patch may help the nerve.",
    rule="Low CSF pressure pulls on the nerves of the eyes and the face: their signs belong to a "
    "severe headache of this kind, and are a reason for a patch.",
    clears="Nothing to clear: it is weighed.",
    source="uppal2023",
    certainty="memory-medium",
    hazards=("H08", "H10"),
    treatment=("T3",),
    replay=("ALLOW_PATCH", "IMAGE_FIRST"),
)
HEARING = declare(
    code="weighed.hearing",
    level=Level.ADVISE,
    cause=Cause.PRESENT,
    says="Worse hearing: usual with this headache, and it speaks for a patch.",
    rule="Low CSF pressure muffles the hearing; it is a sign of a severe headache of this kind.",
    clears="Nothing to clear: it is weighed.",
    source="uppal2023",
    certainty="memory-medium",
    hazards=("H10",),
    treatment=("T3",),
    fact="weighed.speaks_for_a_patch",
    replay=("ALLOW_PATCH",),
)
ALSO_TOLD = declare(
    code="weighed.also_told",
    level=Level.ADVISE,
    cause=Cause.PRESENT,
    says="Also told: {facts}.",
    rule="What is usual with this headache, or common in everybody, is shown to whoever decides.",
    clears="Nothing to clear: it is weighed.",
    source="clinic",
    hazards=("H08", "H10"),
    treatment=("T3",),
    replay=("RECORD_EVENT",),
)

C = Concept
NERVES = frozenset({C.CRANIAL_NERVE_SIGN, C.DIPLOPIA})
BESIDE: Mapping[Concept, str] = {
    C.NECK_STIFFNESS: "usual with this headache; with fever or drowsiness think of meningitis",
    C.LOW_TONSILS: "by the leak, unless another cause is seen",
    C.WIDE_VENTRICLES: "hydrocephalus, or the age?",
    C.FAINT: "see why",
    C.SINUSITIS: "may explain a headache",
    C.GETTING_WORSE: "in spite of care?",
    C.MORE_PAIN: "where, and how bad?",
    C.BLOOD_AT_THE_SITE: "if it grows, or a leg is weak: MRI of the spine now",
}
"""What each is weighed with."""


def signs_for_a_patch(episode: Episode, context: Context) -> Findings:
    facts = standing(episode, context.protocol)
    if signs := words(f for f in facts if f.concept in NERVES):
        yield SPEAKS_FOR(context, signs=signs)
    if any(f.concept is C.HEARING_LOSS for f in facts):
        yield HEARING(context)


def what_else_was_told(episode: Episode, context: Context) -> Findings:
    facts = standing(episode, context.protocol)
    told = [f"{w} ({BESIDE[f.concept]})" for f in facts if f.concept in BESIDE for w in said(f)]
    if not patches_given(episode):
        told += [w for f in facts if f.concept is C.PERSISTS_AFTER_PATCH for w in said(f)]
    if drug_told_without_a_name(episode):
        told.append(f"{HistoryItem.LMWH_TREATMENT.label} (which drug, and when last?)")
    if told:
        yield ALSO_TOLD(context, facts="; ".join(told))


WEIGHED = (signs_for_a_patch, what_else_was_told)
"""Asked where a patch is decided on, and nowhere else."""

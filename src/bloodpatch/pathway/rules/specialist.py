"""Who has to agree before a patch: what this clinic does not decide alone."""

from collections.abc import Iterator
from typing import Any

from bloodpatch.pathway.clinical import AdverseKind, Diagnosis, RedFlag, Specialty
from bloodpatch.pathway.context import Context
from bloodpatch.pathway.episode import Episode
from bloodpatch.pathway.events import Happened
from bloodpatch.pathway.findings import Cause, Findings, Level, declare
from bloodpatch.pathway.queries import flags_told
from bloodpatch.pathway.queries.childbirth import is_pregnant
from bloodpatch.pathway.rules.diagnosis import diagnoses
from bloodpatch.pathway.rules.imaging import CLOTS
from bloodpatch.pathway.stage_stream import later
from bloodpatch.pathway.values import Answer

JOIN = declare(
    code="specialist.needed",
    level=Level.ADVISE,
    cause=Cause.PRESENT,
    says="{because}: decide together with {who}, and record what they say.",
    rule="With a bleed, a clot, cancer of the blood or a pregnancy nobody decides alone.",
    clears="Record the opinion of each.",
    source="uppal2023",
    certainty="memory-medium",
    hazards=("H08", "H06"),
    treatment=("T3",),
    replay=("ESCALATE",),
)
DISCUSS_FIRST = declare(
    code="specialist.blood_cancer",
    level=Level.HOLD,
    cause=Cause.MISSING,
    says="{because}, and no word of haematology is recorded.",
    rule="Cells that blood may carry into the CSF are discussed with haematology before a patch.",
    clears="Record the opinion of haematology; or a physician overrides with a reason.",
    asks="assessment.record_opinion",
    source="clinic",
    hazards=("H06", "H08"),
    treatment=("T3",),
    replay=("ESCALATE", "HOLD_PATCH"),
)

WITH_WHOM = {
    RedFlag.SUBDURAL_ON_IMAGING: Specialty.NEUROSURGERY,
    RedFlag.RAISED_ICP: Specialty.NEUROSURGERY,
    RedFlag.PAPILLOEDEMA: Specialty.NEUROSURGERY,
    RedFlag.HAEMATOLOGICAL_MALIGNANCY: Specialty.HAEMATOLOGY,
}
CLOT_DIAGNOSES = frozenset({Diagnosis.CVST, Diagnosis.CORTICAL_VEIN_THROMBOSIS})
ASKED_OF = ("basis", "decided_by")
"""A decision names who it rests on, and who took part in it."""


def reasons(episode: Episode, context: Context) -> Iterator[tuple[str, Specialty, Any]]:
    """Why, who, and since which entry; a pregnancy is known throughout."""
    for s in flags_told.seen(episode, context.protocol):
        if s.flag in WITH_WHOM:
            yield s.words, WITH_WHOM[s.flag], s.first
    if (since := clot(episode)) is not None:
        yield "Venous thrombosis", Specialty.NEUROLOGY, since
        yield "Venous thrombosis", Specialty.HAEMATOLOGY, since
    if is_pregnant(episode):
        yield "Pregnancy", Specialty.OBSTETRICS, None


def clot(episode: Episode) -> Happened[Any] | None:
    """The entry that spoke of a clot first: a sign, an adverse event, an illness."""
    named = CLOT_DIAGNOSES & diagnoses(episode)
    for entry in episode.standing:
        seen = any(s.code in CLOTS for s in flags_told.found(entry.event))
        diagnosed = named & set(getattr(entry.event, "diagnosis", None) or ())
        if seen or diagnosed or AdverseKind.VENOUS_THROMBOSIS in flags_told.adverse(entry.event):
            return entry
    return None


def has_joined(episode: Episode, who: Specialty, since: Happened[Any] | None) -> bool:
    """Heard since then: an opinion, a part in the decision, a review by obstetrics."""
    heard = (h for h in episode.assessment.events if who in heard_in(h.event))
    return any(later(h, since) for h in heard)


def heard_in(event: Any) -> set[str]:
    """Whose word an entry brings. "No opinion yet" is none."""
    if event.name == "assessment.opinion_recorded":
        return set() if event.advice == "no_opinion_yet" else {event.specialty}
    if getattr(event, "obstetric_review", None) is Answer.YES:
        return {Specialty.OBSTETRICS}
    return {str(word) for field in ASKED_OF for word in getattr(event, field, None) or ()}


def specialists_have_joined(episode: Episode, context: Context) -> Findings:
    told_of = reasons(episode, context)
    if open_ := [(why, who) for why, who, at in told_of if not has_joined(episode, who, at)]:
        why = ", ".join(dict.fromkeys(why for why, _ in open_))
        who = ", ".join(dict.fromkeys(who.label for _, who in open_))
        yield JOIN(context, because=why, who=who)


def cancer_of_the_blood_was_discussed(episode: Episode, context: Context) -> Findings:
    """At the time-out what is only advised elsewhere holds, unless haematology was heard."""
    for s in flags_told.seen(episode, context.protocol):
        cancer = s.flag is RedFlag.HAEMATOLOGICAL_MALIGNANCY
        if cancer and not has_joined(episode, Specialty.HAEMATOLOGY, s.first):
            yield DISCUSS_FIRST(context, because=s.words)


CALLED_FOR = (specialists_have_joined,)

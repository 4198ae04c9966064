"""What belongs to a decision: care first, what else there is, and what is not routine."""

from datetime import timedelta
from typing import Any

from bloodpatch.pathway.clinical.concepts import Concept
from bloodpatch.pathway.context import Context
from bloodpatch.pathway.episode import Episode
from bloodpatch.pathway.findings import Cause, Findings, Level, declare
from bloodpatch.pathway.queries.patches import last_patch
from bloodpatch.pathway.queries.severity import is_severe, leaves_normal_life
from bloodpatch.pathway.queries.standing_facts import standing
from bloodpatch.pathway.rules.special_patient import is_child
from bloodpatch.pathway.stage_stream import last_of, later
from bloodpatch.pathway.stages.assessment.choices import Aim, Basis
from bloodpatch.pathway.treatment_way import Way

CARE_FIRST = declare(
    code="decision.care_first",
    level=Level.ADVISE,
    cause=Cause.MISSING,
    says="Nothing is recorded of care without a patch, nor why it is left out.",
    rule="A patch is for a headache that other care has not settled and that limits daily life.",
    clears="Record what was tried and what it did, or why the patch comes first.",
    source="uppal2023",
    certainty="memory-medium",
    hazards=("H10",),
    treatment=("T3",),
    replay=("CONSERVATIVE_FIRST",),
)
CHILD_WAITS_LONGER = declare(
    code="decision.child_waits_longer",
    level=Level.ADVISE,
    cause=Cause.PRESENT,
    says="A child: care without a patch is usually tried for longer.",
    rule="In children this headache settles more often by itself.",
    clears="Nothing to clear: record why a patch is right now.",
    source="clinic",
    hazards=("H12",),
    treatment=("T3",),
    fact="decision.care_first",
    replay=("CONSERVATIVE_FIRST",),
)
NOT_ROUTINE = declare(
    code="decision.not_routine",
    level=Level.ADVISE,
    cause=Cause.PRESENT,
    says="A patch before there is a headache is not routine: a senior's reason is recorded.",
    rule="A preventive patch has not been shown to do more good than harm.",
    clears="Nothing to clear: record who decided it and why.",
    source="uppal2023",
    certainty="memory-medium",
    hazards=("H10",),
    treatment=("T3",),
    replay=("NOT_ROUTINE",),
)
EARLY = declare(
    code="decision.early",
    level=Level.ADVISE,
    cause=Cause.PRESENT,
    says="Less than {hours} hours since the puncture: so early a patch lasts less well and is more "
    "often repeated. {then}",
    rule="Early patches are repeated more often; a severe headache may be a reason all the same.",
    clears="Nothing to clear: tell the patient, or wait.",
    value="assessment.advise_patch_earlier_than_hours",
    hazards=("H10",),
    treatment=("T3", "T15"),
    moving=("then",),
    replay=("CONSERVATIVE_FIRST",),
)
NOT_DISABLING = declare(
    code="decision.not_disabling",
    level=Level.ADVISE,
    cause=Cause.PRESENT,
    says="The headache is mild and does not limit daily life: a patch can wait, and may not be "
    "needed.",
    rule="A patch is for a headache that other care has not settled and that limits daily life.",
    clears="Record what the headache leaves possible, if that has changed.",
    source="uppal2023",
    certainty="memory-medium",
    hazards=("H10",),
    treatment=("T3",),
    replay=("CONSERVATIVE_FIRST",),
)
ALTERNATIVES = declare(
    code="decision.alternatives",
    level=Level.ADVISE,
    cause=Cause.MISSING,
    says="{because}: offer {what}, and plan the next look.",
    rule="A patient who gets no patch, or was not helped by one, is offered the alternatives.",
    clears="Record what was offered or given, and the next look.",
    source="uppal2023",
    certainty="memory-medium",
    hazards=("H36",),
    treatment=("T3",),
    replay=("ALT_TREATMENT", "FOLLOW_UP"),
)

WITHOUT_A_PATCH = frozenset({"conservative", "withhold_patch", "no_further_patch"})
WITHOUT_ANOTHER = frozenset({"no_repeat", "withhold"})
CARE = frozenset({"assessment.conservative_recorded", "assessment.other_treatment_recorded"})
A_FIRST_PATCH = frozenset({"patch", "targeted_patch", "patch_as_test"})
NO_REASON = frozenset({Basis.PATIENT_CHOICE, Basis.OTHER, Basis.EARLY})
BEFORE_ANY_HEADACHE = frozenset({"immediate_patch"})


def care_was_tried(episode: Episode, command: Any, context: Context) -> Findings:
    """Care, or the reason why the patch comes first, stands beside the decision. That the patient
    wishes it is not why care is left out; and beside a subdural collection no child waits."""
    if getattr(command, "decision", "patch") not in A_FIRST_PATCH:
        return
    collection = any(
        f.concept is Concept.SUBDURAL_ON_IMAGING for f in standing(episode, context.protocol)
    )
    if is_child(context):
        if not collection:
            yield CHILD_WAITS_LONGER(context)
    elif not episode.assessment.care and not set(command.basis or ()) - NO_REASON:
        yield CARE_FIRST(context)


def is_not_preventive(_: Episode, command: Any, context: Context) -> Findings:
    if command.decision in BEFORE_ANY_HEADACHE:
        yield NOT_ROUTINE(context)


def alternatives_are_offered(episode: Episode, context: Context) -> Findings:
    """After a no to a patch, or a patch that did not help, until something else was given, or the
    headache is gone."""
    cared = last_of(h for h in episode.standing if h.event.name in CARE)
    followup = episode.now.followup
    gone = followup.headache if followup.headache_gone else None
    said = last_of((episode.assessment.decided, episode.repeat.decided, episode.referral.turned))
    answered = last_of((cared, gone))
    if said is not None and is_against(said.event) and not later(answered, said):
        what = "pain relief, or a nerve block"
        yield ALTERNATIVES(context, because="No patch for now", what=what)
        return
    patch = last_patch(episode)
    facts = standing(episode, context.protocol)
    stayed = last_of(f.newest for f in facts if f.concept is Concept.PERSISTS_AFTER_PATCH)
    if patch is not None and later(stayed, patch) and not later(answered, stayed):
        because = "The headache came back" if has_helped(episode) else "The patch has not helped"
        what = "pain relief, a nerve block, or a second patch"
        yield ALTERNATIVES(context, because=because, what=what)


def has_helped(episode: Episode) -> bool:
    """What never helped did not fail to last."""
    given = [r for r in episode.rounds if r.procedure.patch_given]
    return bool(given) and given[-1].followup.helped


def not_too_early(episode: Episode, context: Context) -> Findings:
    """Shown, never a hold: nearly all cohorts saw more repeats, and severity drives early ones."""
    hours = context.protocol.assessment.advise_patch_earlier_than_hours
    puncture = episode.referral.puncture_at
    if puncture is None or context.now >= puncture.latest + timedelta(hours=hours):
        return
    severe = is_severe(episode, context.protocol)
    then = "It is severe: tell the patient." if severe else "It is not severe: can it wait?"
    yield EARLY(context, hours=hours, then=then)


def is_bad_enough(episode: Episode, command: Any, context: Context) -> Findings:
    asked = getattr(command, "decision", "patch") in A_FIRST_PATCH
    says_so = Basis.DISABLING in (command.basis or ())
    if asked and not says_so and leaves_normal_life(episode, context.protocol):
        yield NOT_DISABLING(context)


def is_against(event: Any) -> bool:
    """A physician or the patient says no to a patch; not where the symptoms are to be treated,
    which is the alternative."""
    if Aim.TREAT_SYMPTOMS in (getattr(event, "aim", None) or ()):
        return False
    without = WITHOUT_A_PATCH | WITHOUT_ANOTHER
    return getattr(event, "decision", "") in without or event.way is Way.DECLINED


CALLED_FOR = (alternatives_are_offered,)

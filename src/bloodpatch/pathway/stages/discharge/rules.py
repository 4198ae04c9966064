"""What is asked before a patient may go home, in order of precedence."""

from datetime import timedelta

from bloodpatch.pathway.clinical import AdverseKind
from bloodpatch.pathway.clinical import Warning as WarnedOf
from bloodpatch.pathway.clinical.neurology import untested
from bloodpatch.pathway.clinical.pain_series import UPRIGHT
from bloodpatch.pathway.context import Context
from bloodpatch.pathway.episode import Episode
from bloodpatch.pathway.findings import Findings
from bloodpatch.pathway.queries.adverse_event_drafts import Draft, open_drafts
from bloodpatch.pathway.queries.changed_legs import changed_legs
from bloodpatch.pathway.queries.pain import before_patch, since_patch
from bloodpatch.pathway.queries.standing_facts import words
from bloodpatch.pathway.roles import Role
from bloodpatch.pathway.rules.closed_episode import episode_is_open
from bloodpatch.pathway.rules.going_home import nothing_goes_home_unseen
from bloodpatch.pathway.rules.red_flag import other_stops_are_reviewed
from bloodpatch.pathway.rules.reentry import all_is_entered_here
from bloodpatch.pathway.rules.vital_signs import (
    pressure_is_not_severe_in_anybody,
    vital_signs_are_steady,
)
from bloodpatch.pathway.rules.workup import pressure_is_not_severe
from bloodpatch.pathway.stage_stream import last_of, surely_later
from bloodpatch.pathway.stages.discharge import findings as found
from bloodpatch.pathway.stages.discharge.choices import Company
from bloodpatch.pathway.stages.discharge.commands import RecordDeparture
from bloodpatch.pathway.stages.discharge.restart import (
    drugs_were_asked_about,
    restart_is_not_too_early,
    restart_is_planned,
)
from bloodpatch.pathway.stages.discharge.statements import Instructions
from bloodpatch.pathway.values import Answer


def still_here(episode: Episode, context: Context) -> Findings:
    if departed := episode.now.discharge.departed:
        yield found.ALREADY_GONE(context, at=departed.occurred.at)


def stood_and_walked(episode: Episode, context: Context) -> Findings:
    if not episode.now.walked:
        yield found.NOT_WALKED(context)


def neurology_as_before(episode: Episode, context: Context) -> Findings:
    """A4: compared with the examination before the patch; without one, what is not normal counts.
    Only a physician ends it: by a review, or by an examination that finds all as before."""
    changed = changed_legs(episode, context.protocol)
    if changed:
        parts = episode.now.legs_worse(episode.now.examined_since)
        yield found.NEUROLOGY_WORSE(
            context,
            parts=", ".join(parts) or words(changed),
            since=max(fact.since for fact in changed),
            facts=", ".join(fact.concept for fact in changed),
        )


def neurology_was_examined(episode: Episode, context: Context) -> Findings:
    checked = episode.now.discharge.neurology
    since = surely_later(checked, episode.now.procedure.ended or episode.now.procedure.patch)
    if missing := untested(checked.event if checked and since else None):
        yield found.NEUROLOGY_MISSING(context, parts=", ".join(missing))


def awake_enough_after_sedation(episode: Episode, context: Context) -> Findings:
    procedure, sedatives = episode.now.procedure, context.protocol.preparation.sedatives
    sedated = last_of((procedure.sedated(sedatives), procedure.sedation_reversed))
    if sedated is None:
        return
    score = episode.now.discharge.scores_after(sedated)
    asked = {"Aldrete": score.aldrete, "PADSS": score.padss, "escort": score.escort}
    if missing := [word for word, value in asked.items() if value is None]:
        yield found.SEDATION_MISSING(context, parts=", ".join(missing))
    least = context.protocol.discharge
    low = []
    if score.aldrete is not None and score.aldrete.value < least.min_aldrete:
        low.append(f"Aldrete {score.aldrete}, at least {least.min_aldrete} needed")
    if score.padss is not None and score.padss.value < least.min_padss:
        low.append(f"PADSS {score.padss}, at least {least.min_padss} needed")
    if low:
        yield found.SEDATION_LOW(context, scores="; ".join(low))
    if score.escort is Answer.NO:
        yield found.NO_ESCORT(context)


def reversal_has_worn_off(episode: Episode, context: Context) -> Findings:
    if (reversal := episode.now.procedure.sedation_reversed) is None:
        return
    minutes = context.protocol.discharge.reversal_observation_minutes
    until = reversal.occurred.latest + timedelta(minutes=minutes)
    if context.now < until:
        yield found.REVERSED(context, until=until)


def instructions_were_given(episode: Episode, context: Context) -> Findings:
    given = episode.now.discharge.instructed
    if missing := unsaid(given.event if given else None):
        yield found.NOT_INSTRUCTED(context, parts=", ".join(missing))
    elif given and given.event.language and context.facts.language:
        language, reads = given.event.language.plain(), context.facts.language
        if language != reads and given.event.interpreter is not Answer.YES:
            yield found.ANOTHER_LANGUAGE(context, given=language, reads=reads)


def unsaid(given: Instructions | None) -> list[str]:
    """What is not yet known about the instructions."""
    if given is None:
        return ["that they were given"]
    warned = frozenset(given.warned_of or ())
    known = {
        "language": given.language is not None,
        "which leaflet": given.leaflet is not None,
        "explained in person": given.in_person is Answer.YES,
        "said back by the patient": given.read_back is Answer.YES,
        **{words: warning in warned for warning, words in WARNINGS.items()},
        "whom to call at any hour": given.return_route is Answer.YES,
    }
    return [word for word, yes in known.items() if not yes]


WARNINGS = {
    WarnedOf.LEGS_BLADDER: "the warning of weak legs and bladder",
    WarnedOf.FEVER: "the warning of fever and a red or oozing site",
    WarnedOf.CHANGE_OF_HEADACHE: "the warning of a changed headache",
}
"""A18: with the way back, the four that nobody goes home without (evidence 7)."""


def what_went_wrong_was_looked_at(episode: Episode, context: Context) -> Findings:
    """What was noted on the table is opened or dismissed, what was opened is reviewed."""
    on_the_table = {h.position for h, _ in episode.now.procedure.harms}
    events = episode.adverse_event
    drafts = (d for d in open_drafts(episode, (episode.now,)) if d.source.position in on_the_table)
    noted = [draft.says for draft in drafts if not ordinary(draft)]
    opened = [kind.label for h in events.unreviewed for kind in h.event.kinds or ()]
    if noted or events.unreviewed:
        what = ", ".join(dict.fromkeys((*noted, *opened))) or "an adverse event"
        yield found.EVENT_OPEN(context, what=what)


def ordinary(draft: Draft) -> bool:
    """Pain in the back while the blood goes in is common, and the physician was there and said so;
    it stays a draft, and keeps nobody in the house."""
    return draft.kinds == (AdverseKind.BACK_PAIN,) and draft.source.by.role is Role.PHYSICIAN


def pain_is_not_worse(episode: Episode, context: Context) -> Findings:
    """Upright, the last score since the patch against the last before it."""
    before, since = before_patch(episode, episode.now), since_patch(episode, episode.now)
    was = [pain.score for _, pain in before if pain.position in UPRIGHT]
    now = [pain.score for _, pain in since if pain.position in UPRIGHT]
    if was and now and now[-1] > was[-1]:
        yield found.WORSE_THAN_BEFORE(context, now=now[-1], before=was[-1])


def observations_were_made(episode: Episode, context: Context) -> Findings:
    out = episode.now.procedure.before_recovery
    missed = episode.now.recovery.observations_missed(context.protocol, context.now, out)
    if missed:
        yield found.OBSERVATIONS_MISSED(context, missed=", ".join(map(str, missed)))


BEFORE_LEAVING = (
    episode_is_open,
    all_is_entered_here,
    still_here,
    stood_and_walked,
    other_stops_are_reviewed,
    pressure_is_not_severe,
    pressure_is_not_severe_in_anybody,
    vital_signs_are_steady,
    nothing_goes_home_unseen,
    neurology_as_before,
    neurology_was_examined,
    what_went_wrong_was_looked_at,
    pain_is_not_worse,
    awake_enough_after_sedation,
    reversal_has_worn_off,
    observations_were_made,
    drugs_were_asked_about,
    restart_is_planned,
    restart_is_not_too_early,
    instructions_were_given,
)


def discharge_was_permitted(episode: Episode, context: Context) -> Findings:
    if episode.now.discharge.permitted is None:
        yield found.NOT_PERMITTED(context)


def somebody_is_at_home(_: Episode, command: RecordDeparture, context: Context) -> Findings:
    if command.company is Company.ALONE:
        yield found.ALONE(context, hours=context.protocol.discharge.adult_at_home_hours)


def left_against_advice(_: Episode, context: Context) -> Findings:
    yield found.AGAINST_ADVICE(context)

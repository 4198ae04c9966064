"""What must hold before the time-out, in order of precedence; each rung reads aloud."""

from typing import Any

from bloodpatch.pathway.clinical.neurology import untested
from bloodpatch.pathway.context import Context
from bloodpatch.pathway.episode import Episode
from bloodpatch.pathway.findings import Findings
from bloodpatch.pathway.queries.conditions import drug_told_without_a_name
from bloodpatch.pathway.queries.drugs_taken import stays_off
from bloodpatch.pathway.queries.person_facts import allergic_to, allergies_elsewhere, in_words
from bloodpatch.pathway.rules import (
    allergy,
    antithrombotics,
    late_pregnancy,
    sedation,
    special_patient,
)
from bloodpatch.pathway.rules.anatomy import back_is_as_usual, cord_is_near_where_it_is_planned
from bloodpatch.pathway.rules.antithrombotics_findings import LAST_DOSE_NOT_KNOWN
from bloodpatch.pathway.rules.closed_episode import episode_is_open
from bloodpatch.pathway.rules.coagulation import blood_clots
from bloodpatch.pathway.rules.collected import advice_stands_at_the_table
from bloodpatch.pathway.rules.fever import no_fever_was_measured, was_read_lately
from bloodpatch.pathway.rules.patched_already import no_patch_in_this_round
from bloodpatch.pathway.rules.person import one_patient_one_record
from bloodpatch.pathway.rules.red_flag import (
    red_flags_are_clear_at_the_table,
    red_flags_were_asked_today,
)
from bloodpatch.pathway.rules.reentry import all_is_entered_here
from bloodpatch.pathway.rules.specialist import cancer_of_the_blood_was_discussed
from bloodpatch.pathway.stage_stream import surely_later
from bloodpatch.pathway.stages.preparation import consents, fasting, readiness, who_consents
from bloodpatch.pathway.stages.preparation import findings as found
from bloodpatch.pathway.stages.preparation.nothing_yet import once_begun, something_is_recorded
from bloodpatch.pathway.stages.preparation.statements import ALWAYS_ASKED
from bloodpatch.pathway.stages.preparation.visit_time import X_RAYS, counts_from, for_this_visit
from bloodpatch.pathway.treatment_way import Way
from bloodpatch.pathway.values import Answer


def patient_consents(episode: Episode, context: Context) -> Findings:
    preparation = episode.now.preparation
    if withdrawn := preparation.consent_withdrawn:
        yield found.CONSENT_WITHDRAWN(context, at=withdrawn.occurred.at)
    elif preparation.consent is None:
        yield found.NO_CONSENT(context)


def patch_was_decided(episode: Episode, context: Context) -> Findings:
    if episode.way is not Way.PATCH:
        yield found.NO_PATCH_DECIDED(context)


def patient_is_identified(episode: Episode, context: Context) -> Findings:
    given = len(for_this_visit(episode, context).identifiers)
    needed = context.protocol.preparation.min_identifiers
    if given < needed:
        yield found.NOT_IDENTIFIED(context, given=given, needed=needed)


def identified_again(_: Episode, command: Any, context: Context) -> Findings:
    given, needed = len(set(command.identity)), context.protocol.preparation.min_identifiers
    if given < needed:
        yield found.NOT_IDENTIFIED(context, given=given, needed=needed)


def temperature_was_taken(episode: Episode, context: Context) -> Findings:
    if not was_read_lately(episode, context):
        hours = context.protocol.preparation.fever_window_hours
        yield found.TEMPERATURE_NOT_TAKEN(context, hours=hours)


def no_infection(episode: Episode, context: Context) -> Findings:
    if episode.now.preparation.infection is Answer.YES:
        yield found.INFECTION(context)
    elif for_this_visit(episode, context).infection is None:
        yield found.INFECTION_NOT_ASKED(context)


def baseline_is_known(episode: Episode, context: Context) -> Findings:
    """Examined for this visit, and again after a try that gave no patch."""
    examined = for_this_visit(episode, context).baseline_neurology
    fresh = surely_later(examined, episode.now.procedure.in_vain)
    if parts := untested(examined.event if examined and fresh else None):
        yield found.NEUROLOGY_NOT_EXAMINED(context, parts=", ".join(parts))


def legs_are_as_before_the_needle(episode: Episode, context: Context) -> Findings:
    """A needle that gave no patch may have hurt a nerve, or bled."""
    here = episode.now
    needle, worse = here.procedure.last_needle, here.legs_worse(here.examined_since)
    if needle and worse:
        yield found.LEGS_CHANGED(context, parts=", ".join(worse), since=needle.latest)


def bleeding_was_asked(episode: Episode, context: Context) -> Findings:
    visit = for_this_visit(episode, context)
    if questions := [words for name, words in ALWAYS_ASKED.items() if name not in visit.asked]:
        yield found.BLEEDING_NOT_ASKED(context, questions=", ".join(questions))


def drug_is_named(episode: Episode, context: Context) -> Findings:
    preparation = episode.now.preparation
    if preparation.takes - preparation.named or drug_told_without_a_name(episode):
        yield found.DRUG_NOT_NAMED(context)


def last_dose_was_asked_for_this_visit(episode: Episode, context: Context) -> Findings:
    """Who took nothing by last week may have taken some since."""
    fresh = {h.event.drug for h in for_this_visit(episode, context).antithrombotics}
    asked = (w for w in antithrombotics.stopped(episode, context) if not w.harmless)
    waiting = (w for w in asked if not stays_off(episode, w.taken.entry))
    if old := [w for w in waiting if w.taken.drug not in fresh]:
        yield LAST_DOSE_NOT_KNOWN(
            context,
            drugs=antithrombotics.names(old),
            since=" for this visit",
            told=antithrombotics.told(old),
        )


def allergies_are_known(episode: Episode, context: Context) -> Findings:
    told = for_this_visit(episode, context).allergies
    before = allergic_to(episode, context.facts)
    if told is None:
        known = episode.now.preparation.allergies
        none = known.event.allergies[0].label if known and not before else ""
        words = in_words(before) or none
        yield found.ALLERGIES_NOT_ASKED(context, known=f" (before: {words})" if words else "")
    elif left_out := allergies_elsewhere(context.facts) - frozenset(told.event.allergies):
        yield found.ALLERGY_TOLD_ELSEWHERE(context, allergies=in_words(left_out))


def pregnancy_is_known_for_x_rays(episode: Episode, context: Context) -> Findings:
    """What the assessment of these hours says of pregnancy and birth is an answer too."""
    if episode.now.booking.imaging_plan not in X_RAYS or episode.referral.male:
        return
    told = episode.assessment.pregnancy_told
    asked_before = told and told.occurred.earliest >= counts_from(episode, context)
    if not asked_before and not for_this_visit(episode, context).pregnancy_asked:
        yield found.PREGNANCY_NOT_ASKED(context)


def anxiety_was_answered(episode: Episode, context: Context) -> Findings:
    preparation = episode.now.preparation
    score = preparation.anxiety
    anxious = score is not None and score.value >= context.protocol.preparation.anxious_from_apais
    if anxious and preparation.sedation_plan is None:
        yield found.SEDATION_NOT_DECIDED(context, anxiety=score)


BEFORE_TIME_OUT = (
    episode_is_open,
    all_is_entered_here,
    patient_consents,
    *who_consents.BEFORE_TIME_OUT,
    *consents.BEFORE_TIME_OUT,
    patch_was_decided,
    no_patch_in_this_round,
    one_patient_one_record,
    something_is_recorded,
    once_begun(patient_is_identified),
    red_flags_are_clear_at_the_table,
    red_flags_were_asked_today,
    once_begun(temperature_was_taken),
    no_fever_was_measured,
    once_begun(no_infection),
    bleeding_was_asked,
    drug_is_named,
    *antithrombotics.BEFORE_TIME_OUT,
    antithrombotics.level_stands_in_for_the_wait,
    last_dose_was_asked_for_this_visit,
    once_begun(baseline_is_known),
    legs_are_as_before_the_needle,
    once_begun(allergies_are_known),
    *allergy.BEFORE_TIME_OUT,
    pregnancy_is_known_for_x_rays,
    anxiety_was_answered,
    fasting.sedation_is_prepared,
    *sedation.BEFORE_TIME_OUT,
    once_begun(readiness.vital_signs_are_known),
    *readiness.BEFORE_TIME_OUT,
    cancer_of_the_blood_was_discussed,
    advice_stands_at_the_table,
    back_is_as_usual,
    cord_is_near_where_it_is_planned,
    *late_pregnancy.BEFORE_TIME_OUT,
    *special_patient.BEFORE_TIME_OUT,
    blood_clots,
)

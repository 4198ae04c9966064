"""What must hold before the time-out, in order of precedence; each rung reads aloud."""

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from bloodpatch.pathway.clinical import Antithrombotic, ImagingGuide
from bloodpatch.pathway.context import Context
from bloodpatch.pathway.findings import Cause, FindingKind, Findings, Level, declare
from bloodpatch.pathway.rules.person import one_patient_one_record
from bloodpatch.pathway.rules.red_flags import red_flags_are_clear, red_flags_were_asked_today
from bloodpatch.pathway.values import Answer
from bloodpatch.pathway.way import Way

if TYPE_CHECKING:
    from bloodpatch.pathway.episode import Episode

X_RAYS = frozenset({ImagingGuide.FLUOROSCOPY, ImagingGuide.CT, ImagingGuide.CONTRAST})


def missing(code: str, says: str, rule: str, clears: str, **more: Any) -> FindingKind:
    """A hold because nobody asked: the commonest kind in this room."""
    more = {"level": Level.HOLD, "cause": Cause.MISSING, "replay": ("MISSING_DATA",)} | more
    return declare(code=f"preparation.{code}", says=says, rule=rule, clears=clears, **more)


NO_CONSENT = missing(
    "no_consent",
    "There is no consent.",
    "Without consent there is no patch.",
    "Explain the patch, and record the consent.",
    level=Level.STOP,
    source="clinic",
    hazards=("H14",),
    replay=("HOLD_PATCH",),
)

CONSENT_WITHDRAWN = declare(
    code="preparation.consent_withdrawn",
    level=Level.STOP,
    cause=Cause.PRESENT,
    says="Consent was withdrawn at {at}.",
    rule="Without consent there is no patch.",
    clears="Only a new consent of the patient.",
    source="clinic",
    hazards=("H14",),
    fact="preparation.no_consent",
    replay=("HOLD_PATCH",),
)

NO_PATCH_DECIDED = missing(
    "no_patch_decided",
    "No physician has decided on a patch.",
    "A patch is a physician's decision.",
    "A physician decides.",
    treatment=("T3",),
    replay=("HOLD_PATCH",),
)

NOT_IDENTIFIED = missing(
    "not_identified",
    "The patient has been identified by {given} of {needed} identifiers.",
    "The patient says who she is, by at least two identifiers.",
    "Ask for the name and the date of birth.",
    value="preparation.min_identifiers",
    hazards=("H01",),
    treatment=("T13",),
)

TEMPERATURE_NOT_TAKEN = missing(
    "temperature_not_taken",
    "No temperature was taken in the last {hours} hours.",
    "Fever holds back a patch, so the temperature is taken.",
    "Take the temperature.",
    value="preparation.fever_window_hours",
    hazards=("H07",),
)

FEVER = declare(
    code="preparation.fever",
    level=Level.HOLD,
    cause=Cause.PRESENT,
    says="Temperature {temperature} at {at}.",
    rule="Fever holds back a patch until an infection is excluded.",
    clears="Look for an infection; a physician overrides with a reason.",
    value="preparation.fever_hold_c",
    hazards=("H07",),
    fact="preparation.temperature",
    replay=("HOLD_PATCH", "INFECTION_WORKUP"),
)

INFECTION = declare(
    code="preparation.infection",
    level=Level.HOLD,
    cause=Cause.PRESENT,
    says="An infection is recorded.",
    rule="An infection elsewhere may reach the epidural space with the blood.",
    clears="A physician judges it, and overrides with a reason.",
    source="uppal2023",
    hazards=("H07",),
    replay=("HOLD_PATCH", "INFECTION_WORKUP"),
)

NEUROLOGY_NOT_EXAMINED = missing(
    "neurology_not_examined",
    "Legs and bladder were not examined.",
    "Without a baseline nobody can tell afterwards what is new.",
    "Examine and record them.",
    source="yentis2020",
    hazards=("H34",),
    treatment=("T14",),
)

BLEEDING_NOT_ASKED = missing(
    "bleeding_not_asked",
    "Bleeding and drugs against clotting were not asked about.",
    "The bleeding question is always asked.",
    "Ask.",
    source="asra_pain_2018",
    hazards=("H06",),
    replay=("ANTICOAG_CHECK", "MISSING_DATA"),
)

ANTITHROMBOTIC = declare(
    code="preparation.antithrombotic",
    level=Level.HOLD,
    cause=Cause.PRESENT,
    says="Takes {drugs}. Its hold time is not confirmed by this clinic.",
    rule="A drug against clotting holds back a patch until its hold time has passed.",
    clears="A physician judges drug, dose, kidneys and last dose, and overrides with a reason.",
    value="preparation.antithrombotic_policy",
    hazards=("H06",),
    replay=("ANTICOAG_CHECK",),
)

LAST_DOSE_NOT_KNOWN = missing(
    "last_dose_not_known",
    "The time of the last dose of {drugs} is not known.",
    "A missing time is treated as taken just now, never as not taken.",
    "Ask the patient, the ward or the pharmacy for day and hour.",
    value="preparation.antithrombotic_policy",
    hazards=("H06",),
    replay=("ANTICOAG_CHECK", "MISSING_DATA"),
)

ALLERGIES_NOT_ASKED = missing(
    "allergies_not_asked",
    "Allergies were not asked about.",
    "Allergies are known before anything touches the skin.",
    "Ask; none known is an answer.",
    source="clinic",
    hazards=("H11",),
)

PREGNANCY_NOT_ASKED = missing(
    "pregnancy_not_asked",
    "X-rays are planned and pregnancy was not asked about.",
    "X-rays are avoided in pregnancy.",
    "Ask.",
    source="clinic",
)

SEDATION_NOT_DECIDED = missing(
    "sedation_not_decided",
    "The patient is anxious (APAIS {anxiety}) and nobody has decided on sedation.",
    "A physician may sedate a particularly anxious patient.",
    "A physician decides on sedation, also if it is none.",
    level=Level.ADVISE,
    value="preparation.anxious_from_apais",
    treatment=("T5",),
    replay=("SEDATION_RULE",),
)

FASTING_NOT_ASKED = missing(
    "fasting_not_asked",
    "Sedation is planned and food and drink were not asked about.",
    "Sedation needs an empty stomach.",
    "Ask when the patient last ate and drank.",
    source="asa_fasting",
    treatment=("T5",),
    fact="preparation.fasting",
    replay=("SEDATION_RULE",),
)

NOT_FASTED = declare(
    code="preparation.not_fasted",
    level=Level.HOLD,
    cause=Cause.PRESENT,
    says="Sedation is planned; {what} was {hours} ago, {needed} hours are needed.",
    rule="Sedation needs an empty stomach.",
    clears="Wait, or do without sedation.",
    source="asa_fasting",
    treatment=("T5",),
    fact="preparation.fasting",
    replay=("SEDATION_RULE",),
)

NO_ESCORT = missing(
    "no_escort",
    "Sedation is planned and no adult is named who takes the patient home.",
    "After sedation a responsible adult takes the patient home.",
    "Name an escort, or do without sedation.",
    value="preparation.escort_hours",
    hazards=("H17",),
    treatment=("T5",),
    replay=("SEDATION_RULE",),
)


def patient_consents(episode: "Episode", context: Context) -> Findings:
    preparation = episode.now.preparation
    if withdrawn := preparation.consent_withdrawn:
        yield CONSENT_WITHDRAWN(context, at=withdrawn.occurred.at)
    elif preparation.consent is None:
        yield NO_CONSENT(context)


def patch_was_decided(episode: "Episode", context: Context) -> Findings:
    if episode.way is not Way.PATCH:
        yield NO_PATCH_DECIDED(context)


def patient_is_identified(episode: "Episode", context: Context) -> Findings:
    given = len(episode.now.preparation.identifiers)
    needed = context.protocol.preparation.min_identifiers
    if given < needed:
        yield NOT_IDENTIFIED(context, given=given, needed=needed)


def identified_again(_: "Episode", command: Any, context: Context) -> Findings:
    given, needed = len(set(command.identity)), context.protocol.preparation.min_identifiers
    if given < needed:
        yield NOT_IDENTIFIED(context, given=given, needed=needed)


def no_fever(episode: "Episode", context: Context) -> Findings:
    limits = context.protocol.preparation
    since = context.now - timedelta(hours=limits.fever_window_hours)
    taken = [(at, t) for at, t in episode.now.preparation.temperatures if at.latest >= since]
    if not taken:
        yield TEMPERATURE_NOT_TAKEN(context, hours=limits.fever_window_hours)
        return
    at, highest = max(taken, key=lambda reading: reading[1].value)
    if highest.value >= limits.fever_hold_c:
        yield FEVER(context, temperature=highest, at=at.at)


def no_infection(episode: "Episode", context: Context) -> Findings:
    if episode.now.preparation.infection is Answer.YES:
        yield INFECTION(context)


def baseline_is_known(episode: "Episode", context: Context) -> Findings:
    if episode.now.preparation.baseline_neurology is None:
        yield NEUROLOGY_NOT_EXAMINED(context)


def clotting_is_clear(episode: "Episode", context: Context) -> Findings:
    """The tables of hold times come with the clinical rules; until then a physician judges."""
    preparation = episode.now.preparation
    drugs = preparation.antithrombotics
    if preparation.bleeding_asked is None and not drugs:
        yield BLEEDING_NOT_ASKED(context)
    if drugs:
        names = ", ".join(Antithrombotic(h.event.drug).label for h in drugs)
        yield ANTITHROMBOTIC(context, drugs=names)
    if unknown := [h for h in drugs if h.event.last_dose is None and h.event.timing is None]:
        names = ", ".join(Antithrombotic(h.event.drug).label for h in unknown)
        yield LAST_DOSE_NOT_KNOWN(context, drugs=names)


def allergies_are_known(episode: "Episode", context: Context) -> Findings:
    if episode.now.preparation.allergies is None:
        yield ALLERGIES_NOT_ASKED(context)


def pregnancy_is_known_for_x_rays(episode: "Episode", context: Context) -> Findings:
    planned = episode.now.booking.imaging_plan
    if planned in X_RAYS and not episode.now.preparation.pregnancy_asked:
        yield PREGNANCY_NOT_ASKED(context)


def anxiety_was_answered(episode: "Episode", context: Context) -> Findings:
    preparation = episode.now.preparation
    score = preparation.anxiety
    anxious = score is not None and score.value >= context.protocol.preparation.anxious_from_apais
    if anxious and preparation.sedation_plan is None:
        yield SEDATION_NOT_DECIDED(context, anxiety=score)


def sedation_is_prepared(episode: "Episode", context: Context) -> Findings:
    preparation = episode.now.preparation
    if not preparation.sedation_planned:
        return
    limits = context.protocol.preparation
    if preparation.fasting is None:
        yield FASTING_NOT_ASKED(context)
    else:
        fasting = preparation.fasting.event
        for what, hours, needed in (
            ("a clear drink", fasting.clear_h, limits.fasting_clear_hours),
            ("a light meal", fasting.light_h, limits.fasting_light_hours),
            ("a fatty meal", fasting.fatty_h, limits.fasting_fatty_hours),
        ):
            if hours is not None and hours.value < needed:
                yield NOT_FASTED(context, what=what, hours=hours, needed=needed)
    if not preparation.escort_named:
        yield NO_ESCORT(context)


BEFORE_TIME_OUT = (
    patient_consents,
    patch_was_decided,
    one_patient_one_record,
    patient_is_identified,
    red_flags_are_clear,
    red_flags_were_asked_today,
    no_fever,
    no_infection,
    clotting_is_clear,
    baseline_is_known,
    allergies_are_known,
    pregnancy_is_known_for_x_rays,
    anxiety_was_answered,
    sedation_is_prepared,
)

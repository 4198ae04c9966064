"""Who is to be sedated has an empty stomach, and somebody to go home with."""

from bloodpatch.pathway.clinical import SedationLevel
from bloodpatch.pathway.context import Context
from bloodpatch.pathway.episode import Episode
from bloodpatch.pathway.findings import Cause, Findings, Level, declare
from bloodpatch.pathway.stages.preparation.findings import missing
from bloodpatch.pathway.stages.preparation.statements import MEALS
from bloodpatch.pathway.stages.preparation.visit_time import for_this_visit

FASTING_NOT_ASKED = missing(
    "fasting_not_asked",
    "Sedation is planned, and not told for this visit: how long ago {parts} was.",
    "Sedation needs an empty stomach: each kind of drink and meal has its own time.",
    "Ask for each; where there was none of that kind, tell the time since the last meal.",
    asks="preparation.record_fasting",
    source="asa_fasting",
    certainty="memory-low",
    treatment=("T5",),
    replay=("SEDATION_RULE",),
)

FASTED_BRIEFLY = declare(
    code="preparation.fasted_briefly",
    level=Level.ADVISE,
    cause=Cause.PRESENT,
    says="Minimal sedation is planned; {what} was {hours} ago, {needed} hours are usual.",
    rule="Minimal sedation leaves the airway alone, and may become more than was planned.",
    clears="Wait, give less, or do without.",
    also=(
        "preparation.fasting_clear_hours",
        "preparation.fasting_light_hours",
        "preparation.fasting_fatty_hours",
    ),
    source="asa_fasting",
    certainty="memory-low",
    treatment=("T5",),
    fact="preparation.not_fasted",
    replay=("SEDATION_RULE",),
)

NOT_FASTED = declare(
    code="preparation.not_fasted",
    level=Level.HOLD,
    cause=Cause.PRESENT,
    says="Sedation is planned; {what} was {hours} ago, {needed} hours are needed.",
    rule="Sedation needs an empty stomach.",
    clears="Wait, or do without sedation.",
    also=(
        "preparation.fasting_clear_hours",
        "preparation.fasting_light_hours",
        "preparation.fasting_fatty_hours",
    ),
    source="asa_fasting",
    certainty="memory-low",
    treatment=("T5",),
    replay=("SEDATION_RULE",),
)

NO_ESCORT = missing(
    "no_escort",
    "Sedation is planned and no adult is named for this visit who takes the patient home.",
    "After sedation a responsible adult takes the patient home.",
    "Name an escort, or do without sedation.",
    asks="preparation.record_escort",
    value="preparation.escort_hours",
    hazards=("H17",),
    treatment=("T5",),
    replay=("SEDATION_RULE",),
)


def sedation_is_prepared(episode: Episode, context: Context) -> Findings:
    plan = episode.now.preparation.sedation_plan
    if plan is None or not episode.now.preparation.sedation_planned:
        return
    visit, limits = for_this_visit(episode, context), context.protocol.preparation
    told = visit.fasting
    if untold := [what for name, what in MEALS.items() if name not in told]:
        yield FASTING_NOT_ASKED(context, parts=", ".join(untold))
    waits = {
        "clear_h": limits.fasting_clear_hours,
        "light_h": limits.fasting_light_hours,
        "fatty_h": limits.fasting_fatty_hours,
    }
    for name, hours in told.items():
        if hours.value >= waits[name]:
            continue
        what, needed = MEALS[name], waits[name]
        if plan.event.plan is SedationLevel.MINIMAL:
            yield FASTED_BRIEFLY(context, what=what, hours=hours, needed=needed)
        else:
            yield NOT_FASTED(context, what=what, hours=hours, needed=needed)
    if not visit.escort_named:
        yield NO_ESCORT(context)

"""Late in pregnancy the womb presses on the great vessels, and the fetus is a second patient.

She lies on her left side, whatever the protocol has; the fetus is asked after, and the labour ward
knows, before a needle.
"""

from datetime import timedelta

from bloodpatch.pathway.context import Context
from bloodpatch.pathway.episode import Episode
from bloodpatch.pathway.findings import Cause, Findings, Level, declare
from bloodpatch.pathway.queries.childbirth import how_far, late_in_pregnancy
from bloodpatch.pathway.stages.assessment.statements import Obstetrics
from bloodpatch.pathway.stages.preparation.statements import PregnancyQuestion
from bloodpatch.pathway.stages.recovery.events import RestStarted
from bloodpatch.pathway.stages.recovery.statements import RestPosition
from bloodpatch.pathway.values import Answer

LATE = "procedure.tilted_from_weeks"
ON_HER_SIDE = declare(
    code="late_pregnancy.on_her_side",
    level=Level.ADVISE,
    cause=Cause.PRESENT,
    says="{weeks}: not prone, not flat on the back. She lies on her left side.",
    rule="Late in pregnancy a woman lies on her left side, so that the womb presses on no vessel.",
    clears="Nothing to clear: have the table and the bay ready for it.",
    value=LATE,
    hazards=("H20",),
    treatment=("T6",),
)
RESTS_ON_THE_BACK = declare(
    code="late_pregnancy.rests_on_the_back",
    level=Level.ADVISE,
    cause=Cause.PRESENT,
    says="{weeks}: she rests {position}. Turn her on her left side.",
    rule="Late in pregnancy a woman rests on her left side, not flat on the back.",
    clears="Turn her, and record the position.",
    value=LATE,
    hazards=("H20",),
    treatment=("T8",),
)
FETUS_NOT_ASKED = declare(
    code="late_pregnancy.fetus_not_asked",
    level=Level.HOLD,
    cause=Cause.MISSING,
    says="{weeks}. Not recorded for this visit: {parts}.",
    rule="Late in pregnancy the fetus is looked after, and the labour ward knows, before a needle.",
    clears="Ask, and record it with the question for pregnancy.",
    asks="preparation.record_pregnancy_question",
    value=LATE,
    hazards=("H20",),
    treatment=("T6",),
    fact="late_pregnancy.fetus",
    replay=("ESCALATE", "MISSING_DATA"),
)
FETUS_NOT_WELL = declare(
    code="late_pregnancy.fetus_not_well",
    level=Level.HOLD,
    cause=Cause.PRESENT,
    says="The fetus is not well: obstetrics now, before anything else.",
    rule="A child in danger comes before a headache.",
    clears="Obstetrics looks, and the answer is recorded again.",
    source="clinic",
    hazards=("H20",),
    treatment=("T6",),
    fact="late_pregnancy.fetus",
    replay=("ESCALATE", "HOLD_PATCH"),
)

ON_THE_WOMB = frozenset({RestPosition.FLAT, RestPosition.PRONE})
SAID = (Answer.YES, Answer.NO)


def lies_on_her_side(episode: Episode, context: Context) -> Findings:
    """Whatever the protocol has."""
    if late_in_pregnancy(episode, context.protocol):
        yield ON_HER_SIDE(context, weeks=how_far(episode, context.protocol))


def rests_on_her_side(episode: Episode, context: Context) -> Findings:
    rest = episode.now.recovery.latest(RestStarted)
    position = rest.event.position if rest else None
    if position in ON_THE_WOMB and late_in_pregnancy(episode, context.protocol):
        weeks = how_far(episode, context.protocol)
        yield RESTS_ON_THE_BACK(context, weeks=weeks, position=position.label.lower())


def fetus_is_well(episode: Episode, context: Context) -> Findings:
    """Told for this visit, to obstetrics or here; the newest word counts."""
    if not late_in_pregnancy(episode, context.protocol):
        return
    told = told_of_the_fetus(episode, context)
    well = next((e.fetus_well for e in reversed(told) if e.fetus_well in SAID), None)
    ward = any(isinstance(e, PregnancyQuestion) and e.labour_ward_told is Answer.YES for e in told)
    if well is Answer.NO:
        yield FETUS_NOT_WELL(context)
        return
    asked = {"that the fetus is well": well is not None, "that the labour ward knows": ward}
    if parts := [words for words, known in asked.items() if not known]:
        weeks = how_far(episode, context.protocol)
        yield FETUS_NOT_ASKED(context, weeks=weeks, parts=", ".join(parts))


def told_of_the_fetus(episode: Episode, context: Context) -> list[Obstetrics | PregnancyQuestion]:
    hours = timedelta(hours=context.protocol.preparation.answers_valid_hours)
    entries = (*episode.assessment.events, *episode.now.preparation.events)
    recent = [h for h in entries if h.occurred.earliest >= context.now - hours]
    in_time = sorted(recent, key=lambda h: h.order)
    return [h.event for h in in_time if isinstance(h.event, Obstetrics | PregnancyQuestion)]


WHEN_RECORDED = (rests_on_her_side,)
BEFORE_TIME_OUT = (lies_on_her_side, fetus_is_well)

"""Blood that does not clot as it should, whether a drug asked for the value or not: a fact that
speaks is heard."""

from bloodpatch.pathway.clinical import HistoryItem
from bloodpatch.pathway.context import Context
from bloodpatch.pathway.episode import Episode
from bloodpatch.pathway.findings import Cause, Findings, Level, declare
from bloodpatch.pathway.queries.clotting_values import State, aptts, inrs, newest
from bloodpatch.pathway.queries.conditions import conditions

BLEEDING_TENDENCY = declare(
    code="coagulation.bleeding_tendency",
    level=Level.HOLD,
    cause=Cause.PRESENT,
    says="A bleeding tendency is known.",
    rule="Blood that does not clot holds back a needle in the back.",
    clears="A physician weighs it with a haematologist, and overrides with a reason.",
    source="uppal2023",
    certainty="memory-medium",
    hazards=("H06",),
    treatment=("T5",),
    replay=("HOLD_PATCH", "LABS_FIRST"),
)
INR_HIGH = declare(
    code="coagulation.inr_high",
    level=Level.HOLD,
    cause=Cause.PRESENT,
    says="{value}.",
    rule="Blood that does not clot holds back a needle in the back.",
    clears="Find out why; a physician overrides with a reason, or take the value again.",
    value="preparation.inr_highest",
    hazards=("H06",),
    treatment=("T5",),
    fact="antithrombotics.drug_laboratory_out_of_range",
    replay=("HOLD_PATCH", "LABS_FIRST"),
)
APTT_OUT_OF_RANGE = declare(
    code="coagulation.aptt_out_of_range",
    level=Level.ADVISE,
    cause=Cause.PRESENT,
    says="{value}: find out why before a needle.",
    rule="An aPTT that is not normal has a cause.",
    clears="Take the value again, or record what explains it.",
    source="clinic",
    hazards=("H06",),
    treatment=("T5",),
    fact="antithrombotics.drug_laboratory_out_of_range",
    replay=("LABS_FIRST",),
)


def blood_clots(episode: Episode, context: Context) -> Findings:
    if HistoryItem.BLEEDING_TENDENCY in conditions(episode):
        yield BLEEDING_TENDENCY(context)
    inr = newest(inrs(episode, context.protocol.preparation.inr_highest))
    if inr and inr.state is State.OUT_OF_RANGE:
        yield INR_HIGH(context, value=inr.says)
    aptt = newest(one for one in aptts(episode) if one.state is not State.NOT_KNOWN)
    if aptt and aptt.state is State.OUT_OF_RANGE:
        yield APTT_OUT_OF_RANGE(context, value=aptt.says)

"""The commands of the repeat decision and the events that follow; one of them is a permit."""

from bloodpatch.pathway.acts import Act, permit, record
from bloodpatch.pathway.events import Event
from bloodpatch.pathway.rules.anatomy import level_is_usual
from bloodpatch.pathway.stages.repeat import rules
from bloodpatch.pathway.stages.repeat import statements as said
from bloodpatch.pathway.stages.repeat.failed_patches import not_too_much_is_planned
from bloodpatch.pathway.statements import Command


class DecideRepeat(said.AnotherPatch, Command):
    name = "repeat.decide"
    title = "Decide on another patch"


class RepeatDecided(said.AnotherPatch, Event):
    name = "repeat.decided"

    @property
    def opens_round(self) -> bool:
        """T15: the treatment goes round again."""
        return True


class RecordRepeatDecision(said.Decision, Command):
    name = "repeat.record_decision"
    title = "Record what was decided about another patch"


class RepeatDecisionRecorded(said.Decision, Event):
    name = "repeat.decision_recorded"

    @property
    def opens_round(self) -> bool:
        """Only where another patch was decided on."""
        return self.decision is said.Verdict.REPEAT


OTHER_DECISIONS = ("repeat", "assessment.patch_decided", "assessment.decision_recorded")

ACTS: tuple[Act, ...] = (
    permit(
        DecideRepeat,
        becomes=RepeatDecided,
        state=rules.BEFORE_REPEATING,
        fields=(level_is_usual, not_too_much_is_planned),
        depends_on=(*OTHER_DECISIONS, "procedure", "referral.declined"),
    ),
    record(
        RecordRepeatDecision,
        becomes=RepeatDecisionRecorded,
        fields=(rules.speaks_against_repeating,),
        depends_on=OTHER_DECISIONS,
    ),
)

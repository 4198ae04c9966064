"""Each command of repeat with the event that follows and the rungs that it climbs."""

from bloodpatch.pathway.acts import Act, permit, record
from bloodpatch.pathway.rules.anatomy import level_is_usual
from bloodpatch.pathway.stages.repeat import rules
from bloodpatch.pathway.stages.repeat.commands import DecideRepeat, RecordRepeatDecision
from bloodpatch.pathway.stages.repeat.events import RepeatDecided, RepeatDecisionRecorded
from bloodpatch.pathway.stages.repeat.failed_patches import not_too_much_is_planned

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

"""Each command of closure with the event that follows and the rungs that it climbs."""

from bloodpatch.pathway.acts import Act, permit, record
from bloodpatch.pathway.stages.closure import rules
from bloodpatch.pathway.stages.closure.commands import (
    CloseEpisode,
    RecordDied,
    RecordOutcome,
    Reopen,
)
from bloodpatch.pathway.stages.closure.events import Closed, Died, OutcomeRecorded, Reopened

IN_GOOD_HANDS = (
    rules.stops_are_in_good_hands,
    rules.what_was_told_is_answered,
    rules.collection_is_followed,
)
"""What is not asked of a closing that says who has taken over, or that nothing is left."""

ACTS: tuple[Act, ...] = (
    permit(
        CloseEpisode,
        becomes=Closed,
        state=rules.BEFORE_CLOSING,
        fields=(rules.outcome_fits,),
        waived=(rules.is_seen_to, IN_GOOD_HANDS),
        depends_on=("closure", "clearance", "followup", "adverse_event", "referral"),
    ),
    record(RecordOutcome, becomes=OutcomeRecorded),
    record(RecordDied, becomes=Died, depends_on=("closure.died",)),
    record(
        Reopen,
        becomes=Reopened,
        fields=(rules.something_was_closed,),
        depends_on=("closure.closed", "closure.reopened"),
    ),
)

"""A way to every place that a patient can be in: one story for each rung of whereabouts.LADDER.

there(Whereabouts.BOOKED)    a story of a patient who is booked; yours to go on with
"""

from collections.abc import Callable, Mapping
from functools import cache

import journey as j
from samples import minimal
from story import PHYSICIAN, Story

from bloodpatch.pathway.stages.assessment.choices import Decided
from bloodpatch.pathway.stages.assessment.commands import RecordDecision, RecordHeadache
from bloodpatch.pathway.stages.booking.commands import RecordDidNotAttend
from bloodpatch.pathway.stages.closure.commands import RecordDied
from bloodpatch.pathway.stages.procedure.commands import StartProcedure
from bloodpatch.pathway.stages.referral.choices import DeclinedWhat
from bloodpatch.pathway.stages.referral.commands import RecordDeclined, Withdraw
from bloodpatch.pathway.statements import Command
from bloodpatch.pathway.whereabouts import Whereabouts as At

Step = Callable[[Story], Story]


def does(command: Command) -> Step:
    """One entry by a physician, ten minutes later."""

    def step(story: Story) -> Story:
        story.wait(minutes=10).does(PHYSICIAN, command)
        return story

    return step


DECIDED = (j.referred, j.assessed)
READY = (*DECIDED, j.booked, j.prepared)
HOME = (*READY, j.patched, j.recovered, j.discharged)

WAY_TO: Mapping[At, tuple[Step, ...]] = {
    At.EMPTY: (),
    At.REFERRED: (j.referred,),
    At.UNDECIDED: (j.referred, does(RecordHeadache())),
    At.CONSERVATIVE: (*DECIDED, does(RecordDecision(decision=Decided.CONSERVATIVE))),
    At.DECLINED: (*DECIDED, does(RecordDeclined(what=DeclinedWhat.PATCH))),
    At.OTHER_PATHWAY: (*DECIDED, does(RecordDecision(decision=Decided.URGENT_REFERRAL))),
    At.WITHDRAWN: (*DECIDED, does(Withdraw())),
    At.DIED: (*DECIDED, does(minimal(RecordDied))),
    At.TO_BE_BOOKED: DECIDED,
    At.BOOKED: (*DECIDED, j.booked),
    At.DID_NOT_ATTEND: (*DECIDED, j.booked, does(RecordDidNotAttend())),
    At.BEING_PREPARED: READY,
    At.BEING_PATCHED: (*READY, does(StartProcedure())),
    At.RECOVERING: (*READY, j.patched),
    At.READY_TO_LEAVE: (*READY, j.patched, j.recovered),
    At.FOLLOWED_UP: HOME,
    At.CLEARED: (*HOME, j.followed_up, j.cleared),
    At.CLOSED: (*HOME, j.followed_up, j.cleared, j.all_contacts_made, j.closed),
}

ROUND_TWO: tuple[Step, ...] = (*HOME, j.headache_back, j.repeat_decided)
"""T15: the treatment goes round again, with its history."""


@cache
def walked(steps: tuple[Step, ...]) -> Story:
    story = Story()
    for step in steps:
        step(story)
    return story


def there(place: At) -> Story:
    return walked(WAY_TO[place]).copy()


def second_round() -> Story:
    return walked(ROUND_TWO).copy()

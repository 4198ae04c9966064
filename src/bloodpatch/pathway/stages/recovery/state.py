"""What is known of the recovery after this patch, and when its rest ends."""

from datetime import datetime, timedelta
from typing import Any

from bloodpatch.pathway.events import Happened
from bloodpatch.pathway.protocol import Protocol
from bloodpatch.pathway.stage_stream import StageStream, last_of, later, question, surely_later
from bloodpatch.pathway.stages.recovery.events import (
    GotUp,
    LayDown,
    Observed,
    Received,
    RestStarted,
    StoodAndWalked,
)
from bloodpatch.pathway.stages.recovery.statements import Legs


class Recovery(StageStream):
    """What is known of the recovery after this patch.

    The questions about being up take `out`: what recovery comes after, the end of the procedure.
    What was told of a time before it is kept, and says nothing about this patch.
    """

    @question
    def begun(self) -> bool:
        return bool(self.events)

    @question
    def bay(self) -> str | None:
        received = self.latest(Received)
        return str(received.event.bay) if received and received.event.bay else None

    @question
    def resting_since(self) -> Happened[RestStarted | LayDown] | None:
        """When she lay down last. What she had rested before counts too: `rested_before`."""
        began = last_of((self.latest(RestStarted), self.latest(LayDown)))
        return began if later(began, self.latest(GotUp, StoodAndWalked)) else None

    def up(self, out: Happened[Any] | None) -> Happened[Any] | None:
        """The last time that the patient was on her feet."""
        up = self.latest(GotUp, StoodAndWalked)
        return up if later(up, out) else None

    def is_up(self, out: Happened[Any] | None) -> bool:
        return later(self.up(out), self.latest(RestStarted, LayDown))

    def cut_short(self, protocol: Protocol, out: Happened[Any] | None) -> bool:
        """Up before the rest was over, or after a failed test, and not lying down again."""
        up = self.up(out)
        if up is None or not self.is_up(out):
            return False
        if isinstance(up.event, StoodAndWalked):
            return not self.walked(out)
        lay = [h for h in self.events if isinstance(h.event, (RestStarted, LayDown))]
        if not lay:
            return True
        resting = Recovery(tuple(h for h in self.events if h.order <= lay[-1].order))
        ends = resting.rest_ends(protocol, out)
        return ends is None or up.occurred.earliest < ends

    def tests(self, out: Happened[Any] | None) -> tuple[Happened[StoodAndWalked], ...]:
        return tuple(test for test in self.all(StoodAndWalked) if later(test, out))

    def failed_tests(self, out: Happened[Any] | None) -> int:
        return sum(not test.event.passed for test in self.tests(out))

    def walked(self, out: Happened[Any] | None) -> bool:
        """The last stand-and-walk test was passed, and is known to be one after this patch."""
        tests = self.tests(out)
        return bool(tests) and tests[-1].event.passed and surely_later(tests[-1], out)

    def observations_missed(
        self, protocol: Protocol, now: datetime, out: Happened[Any] | None
    ) -> tuple[int, ...]:
        """Minutes after the first rest began at which an observation was planned and none made,
        until the patient had walked."""
        started = self.first(RestStarted)
        if started is None:
            return ()
        until = self.tests(out)[-1].occurred.latest if self.walked(out) else now
        since = started.occurred.latest
        planned = protocol.recovery.observation_minutes
        due = [m for m in planned if since + timedelta(minutes=m) <= until]
        made = sum(h.occurred.latest >= since for h in self.all(Observed))
        return tuple(due[made:])

    @question
    def harms(self) -> tuple[Happened[Observed], ...]:
        """T14: the first observation of each change of the legs, also of one that went away."""
        first: dict[Legs, Happened[Observed]] = {}
        for h in self.all(Observed):
            if h.event.legs is not None and h.event.legs is not Legs.NORMAL:
                first.setdefault(h.event.legs, h)
        return tuple(first.values())

    def rest_minutes(self, protocol: Protocol, out: Happened[Any] | None) -> int:
        """How long this rest is: the first one, or the shorter one after a failed test."""
        if self.failed_tests(out) and later(self.resting_since, self.tests(out)[-1]):
            return protocol.recovery.lie_down_again_minutes
        return protocol.recovery.rest_minutes

    def rest_ends(self, protocol: Protocol, out: Happened[Any] | None) -> datetime | None:
        """When the patient may stand; None while no rest is running.

        A short getting up does not begin it anew. Counted from the latest instant at which the rest
        can have begun: the safe one, where the time was noted to the hour only; and never from
        before the procedure ended (`out`).
        """
        if (began := self.resting_since) is None:
            return None
        rest = timedelta(minutes=self.rest_minutes(protocol, out))
        left = rest - self.rested_before(began, out)
        return self.lying_since(began, out) + max(left, timedelta(0))

    @staticmethod
    def lying_since(began: Happened[Any], out: Happened[Any] | None) -> datetime:
        return max(began.latest, out.latest) if out else began.latest

    def rested_before(self, began: Happened[Any], out: Happened[Any] | None) -> timedelta:
        """What she lay before getting up for a moment, since the last test; told roughly, the
        least that it can have been."""
        tests = self.tests(out)
        rested, lay = timedelta(0), None
        for h in (h for h in self.events if later(h, tests[-1] if tests else None)):
            if h.order >= began.order:
                break
            if isinstance(h.event, (RestStarted, LayDown)):
                lay = self.lying_since(h, out)
            elif isinstance(h.event, GotUp) and lay is not None:
                rested, lay = rested + max(h.occurred.earliest - lay, timedelta(0)), None
        return rested

"""The events of recovery: what was recorded, under the names that the record stores."""

from bloodpatch.pathway.events import Event
from bloodpatch.pathway.stages.recovery.statements import (
    GettingUp,
    NothingMore,
    Observations,
    Reception,
    Rest,
    StandAndWalk,
)


class Received(Reception, Event):
    name = "recovery.received"


class RestStarted(Rest, Event):
    name = "recovery.rest_started"


class Observed(Observations, Event):
    name = "recovery.observed"


class GotUp(GettingUp, Event):
    name = "recovery.got_up"


class LayDown(Rest, Event):
    name = "recovery.lay_down"


class StandingPermitted(NothingMore, Event):
    name = "recovery.standing_permitted"


class StoodAndWalked(StandAndWalk, Event):
    name = "recovery.stood_and_walked"

"""The commands and events of recovery."""

from bloodpatch.pathway.acts import permit, record
from bloodpatch.pathway.events import Event
from bloodpatch.pathway.stages.recovery.rules import BEFORE_STANDING, patch_was_given, rest_is_over
from bloodpatch.pathway.stages.recovery.statements import (
    GettingUp,
    NothingMore,
    Observations,
    Reception,
    Rest,
    StandAndWalk,
)
from bloodpatch.pathway.statements import Command


class Receive(Reception, Command):
    name = "recovery.receive"
    title = "Receive in the recovery bay"


class Received(Reception, Event):
    name = "recovery.received"


class StartRest(Rest, Command):
    name = "recovery.start_rest"
    title = "Start the rest"


class RestStarted(Rest, Event):
    name = "recovery.rest_started"


class RecordObservations(Observations, Command):
    name = "recovery.record_observations"
    title = "Record observations"


class Observed(Observations, Event):
    name = "recovery.observed"


class RecordGotUp(GettingUp, Command):
    name = "recovery.record_got_up"
    title = "Record that the patient got up"


class GotUp(GettingUp, Event):
    name = "recovery.got_up"


class RecordLayDown(Rest, Command):
    name = "recovery.record_lay_down"
    title = "Record that the patient lay down again"


class LayDown(Rest, Event):
    name = "recovery.lay_down"


class PermitStanding(NothingMore, Command):
    name = "recovery.permit_standing"
    title = "Let the patient stand"


class StandingPermitted(NothingMore, Event):
    name = "recovery.standing_permitted"


class RecordStandAndWalk(StandAndWalk, Command):
    name = "recovery.record_stand_and_walk"
    title = "Record stand and walk"


class StoodAndWalked(StandAndWalk, Event):
    name = "recovery.stood_and_walked"


ACTS = (
    record(Receive, becomes=Received, judged_by=(patch_was_given,)),
    record(StartRest, becomes=RestStarted, judged_by=(patch_was_given,)),
    record(RecordObservations, becomes=Observed),
    record(RecordGotUp, becomes=GotUp, judged_by=(rest_is_over,)),
    record(RecordLayDown, becomes=LayDown),
    permit(
        PermitStanding,
        becomes=StandingPermitted,
        state=BEFORE_STANDING,
        depends_on=("recovery.got_up", "recovery.lay_down", "recovery.stood_and_walked"),
    ),
    record(
        RecordStandAndWalk,
        becomes=StoodAndWalked,
        judged_by=(rest_is_over,),
        depends_on=("recovery.stood_and_walked",),
    ),
)

"""The commands of recovery: what a person may ask or record there."""

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


class StartRest(Rest, Command):
    name = "recovery.start_rest"
    title = "Start the rest"


class RecordObservations(Observations, Command):
    name = "recovery.record_observations"
    title = "Record observations"


class RecordGotUp(GettingUp, Command):
    name = "recovery.record_got_up"
    title = "Record that the patient got up"


class RecordLayDown(Rest, Command):
    name = "recovery.record_lay_down"
    title = "Record that the patient lay down again"


class PermitStanding(NothingMore, Command):
    name = "recovery.permit_standing"
    title = "Let the patient stand"


class RecordStandAndWalk(StandAndWalk, Command):
    name = "recovery.record_stand_and_walk"
    title = "Record stand and walk"

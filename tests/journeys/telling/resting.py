"""In the recovery bay: rest, observations, up too early, stand and walk."""

from tests.journeys.filling import Said
from tests.journeys.keys import Keys
from tests.journeys.visitor import Visitor

AS_BEFORE = "Both move and feel as before"


def when_i_receive_and_start_the_rest(i: Visitor) -> None:
    i.records("recovery.receive", {"Bay": "Bay A"})
    i.records("recovery.start_rest", {"Position": "Flat on the back"})


def then_i_see_until_when(i: Visitor, time: str) -> None:
    i.opens_stage("recovery")
    i.sees("Rest, 30 minutes")
    i.sees("May stand from")
    i.sees(time)


def when_i_observe(i: Visitor) -> None:
    seen: dict[str, Said] = {"Heart rate": "72", "Blood pressure": "118/72", "Oxygen": "98"}
    i.records("recovery.record_observations", {**seen, "Pain lying": "1", "Legs": AS_BEFORE})


def when_the_patient_gets_up_too_early(i: Visitor) -> None:
    """What happened is written down and never refused; it stands there against its rule."""
    i.records("recovery.record_got_up", {"Why?": "To the toilet"})
    i.sees("Why: To the toilet")


def when_the_patient_lies_down_again(i: Visitor) -> None:
    i.records("recovery.record_lay_down", {"Position": "Flat on the back"})


def then_nobody_may_stand_yet(i: Visitor, because: str) -> None:
    i.may_not_yet("recovery.permit_standing", because)


def when_i_let_the_patient_stand(i: Visitor) -> None:
    i.records("recovery.permit_standing")


def when_the_walk_fails(i: Visitor) -> None:
    failed: dict[str, Said] = {"Walked": "Less", "Pain standing": "6", "Dizzy on standing": "Yes"}
    i.records("recovery.record_stand_and_walk", failed)


def when_the_walk_succeeds(i: Visitor) -> None:
    walked: dict[str, Said] = {"Walked": "The whole distance", "Pain standing": "1"}
    i.records("recovery.record_stand_and_walk", walked)


# the same without a mouse


def when_i_observe_by_keyboard(i: Visitor) -> None:
    keys = Keys(i.page)
    i.opens_stage("recovery")
    keys.presses_link("Record observations")
    i.arrives()
    keys.types("Heart rate", "74")
    keys.types("Systolic, mmHg", "116")
    keys.types("Diastolic, mmHg", "70")
    keys.chooses("Legs", AS_BEFORE)
    keys.sends()
    i.arrives()
    i.was_recorded("observations by keyboard")


def when_i_let_the_patient_stand_and_walk_by_keyboard(i: Visitor) -> None:
    keys = Keys(i.page)
    i.opens_stage("recovery")
    keys.presses_link("Let the patient stand")
    i.arrives()
    keys.sends()
    i.arrives()
    i.was_recorded("standing by keyboard")
    keys.presses_link("Record stand and walk")
    i.arrives()
    keys.chooses("Walked", "The whole distance")
    keys.sends()
    i.arrives()
    i.was_recorded("walking by keyboard")

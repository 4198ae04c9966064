"""Several people on one patient: what was typed is kept, what happened meanwhile is said."""

from datetime import date
from uuid import uuid4

from bloodpatch.clinic import patients
from bloodpatch.clinic.models import Staff
from bloodpatch.clinic.patients import Identity
from bloodpatch.config import records
from bloodpatch.pathway.stages.preparation.choices import Identifier
from bloodpatch.pathway.stages.preparation.commands import RecordArrival
from bloodpatch.pathway.stages.procedure.commands import RecordInjection, StartProcedure
from bloodpatch.pathway.stages.referral.commands import Receive
from bloodpatch.pathway.statements import Command
from bloodpatch.pathway.values import Millilitres
from bloodpatch.record.handle import handle
from bloodpatch.record.outcomes import Accepted
from tests.journeys.filling import Said
from tests.journeys.house import House
from tests.journeys.visitor import Visitor


def given_a_patient_on_the_table(house: House) -> None:
    given(house, Receive(), RecordArrival(identity=tuple(Identifier)[:2]), StartProcedure())


def given_a_patient_in_recovery(house: House) -> None:
    given(house, Receive(), RecordInjection(volume_ml_injected=Millilitres(20)))


def given(house: House, *commands: Command) -> None:
    """What is not told in this journey is on record already."""
    who = Identity(given="Sofia", family="Marchetti", born=date(1992, 1, 30))
    patient = patients.register(house.clinic, who, now=house.clock.now())
    house.patient, house.episode = "Sofia Marchetti", patients.open_episode(patient)
    record(house, *commands)


def record(house: House, *commands: Command) -> None:
    """Somebody at another tablet."""
    actor = Staff.objects.get(username="nisha").actor
    for command in commands:
        outcome = handle(
            records.record(),
            command,
            episode=house.episode,
            actor=actor,
            command_id=str(uuid4()),
            seen=None,
        )
        assert isinstance(outcome, Accepted), outcome


def when_i_have_typed_a_draw(i: Visitor, ml: int) -> None:
    i.goes_to(i.house.at_act("procedure.record_draw"))
    i.fills_in({"Blood drawn": str(ml), "Arm": "Left", "Blood of": "This patient"})


def when_i_have_typed_observations(i: Visitor, heart_rate: int) -> None:
    seen: dict[str, Said] = {"Heart rate": str(heart_rate), "Pain lying": "1"}
    i.goes_to(i.house.at_act("recovery.record_observations"))
    i.fills_in(seen)


def when_we_send_at_the_same_time(one: Visitor, other: Visitor) -> None:
    """Neither waits for the answer to the other."""
    one.button.click(no_wait_after=True)
    other.button.click(no_wait_after=True)
    for i in (one, other):
        i.page.wait_for_url("**recorded=**")


def then_i_am_told_what_happened_meanwhile(i: Visitor, what: str) -> None:
    i.sees("something happened meanwhile")
    i.sees(what)
    i.looks("-409")


def then_what_i_typed_is_still_there(i: Visitor, ml: int) -> None:
    field = i.page.get_by_label("Blood drawn", exact=True)
    assert field.input_value() == str(ml)
    assert i.page.get_by_label("Left", exact=True).is_checked()


def when_i_send_it_again(i: Visitor, *, expecting: int) -> None:
    with i.page.expect_response(lambda answer: answer.request.method == "POST") as answered:
        i.sends()
    assert answered.value.status == expecting

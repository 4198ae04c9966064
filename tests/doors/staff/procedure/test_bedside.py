"""At the bedside: one task, the steps beside it, the clock of the blood, stop at the foot."""

from typing import TYPE_CHECKING, Any

import pytest
from django.urls import reverse

from bloodpatch.pathway.roles import Role
from bloodpatch.pathway.stages.procedure import commands as c
from bloodpatch.pathway.values import Millilitres

if TYPE_CHECKING:
    from tests.doors.staff.conftest import House

pytestmark = pytest.mark.django_db(transaction=True)
NURSE, PHYSICIAN = Role.NURSE, Role.PHYSICIAN
TWENTY_TWO = Millilitres(22)


@pytest.fixture
def on_the_table(house: "House") -> str:
    episode = house.refer()
    house.record(episode, NURSE, c.StartProcedure())
    return episode


def room(house: "House", episode: str) -> Any:
    return house.client(NURSE).get(reverse("staff:procedure", args=[episode]))


def lines(page: Any) -> dict[str, Any]:
    return {line.name: line for line in page.context["asked"].bed.lines}


def test_before_anything_the_task_is_to_start(house: "House") -> None:
    page = room(house, house.refer())
    assert page.context["asked"].bed.task == "procedure.start"


def test_the_steps_follow_each_other_in_the_order_of_the_protocol(
    house: "House", on_the_table: str
) -> None:
    tasks = []
    for step in (c.RecordPosition(), c.RecordCleaned(), c.RecordMarked()):
        tasks.append(room(house, on_the_table).context["asked"].bed.task)
        house.record(on_the_table, NURSE, step)
    assert tasks == [
        "procedure.record_position", "procedure.record_cleaned", "procedure.record_marked",
    ]  # fmt: skip
    page = room(house, on_the_table)
    assert page.context["asked"].bed.task == "procedure.record_draw"
    assert lines(page)["Mark the site"].look == "done"
    assert lines(page)["Mark the site"].note == "14:00, Ama Osei, nurse"


def test_what_was_left_out_is_shown_and_does_not_hold_up_what_is_next(
    house: "House", on_the_table: str
) -> None:
    house.record(on_the_table, NURSE, c.RecordDraw(volume_ml_drawn=TWENTY_TWO))
    house.record(on_the_table, PHYSICIAN, c.RecordInjection(volume_ml_injected=TWENTY_TWO))
    page = room(house, on_the_table)
    assert page.context["asked"].bed.task == "procedure.record_needle_out"
    assert lines(page)["Position"].note == "Not recorded"
    assert lines(page)["Draw the blood"].word == "Out of order"


def test_the_clock_runs_from_the_draw_and_says_when_it_ends(
    house: "House", on_the_table: str
) -> None:
    house.record(on_the_table, NURSE, c.RecordDraw(volume_ml_drawn=TWENTY_TWO))
    assert "22 mL drawn, waiting for" in room(house, on_the_table).content.decode()
    assert "Inject by 14:05:00" in room(house, on_the_table).content.decode()
    house.wait(minutes=6)
    assert "Over the limit" in room(house, on_the_table).content.decode()
    house.record(on_the_table, PHYSICIAN, c.RecordInjection(volume_ml_injected=TWENTY_TWO))
    assert "waiting for" not in room(house, on_the_table).content.decode()


def test_a_refused_volume_is_kept_at_the_bedside(house: "House", on_the_table: str) -> None:
    house.record(on_the_table, NURSE, c.RecordDraw(volume_ml_drawn=TWENTY_TWO))
    inject = reverse("staff:procedure.record_injection", args=[on_the_table])
    answer = house.sends(PHYSICIAN, inject, volume_ml_injected="25")
    said = answer.content.decode()
    assert answer.status_code == 422
    assert "22 mL were drawn" in said or "22 mL was drawn" in said
    assert 'value="25"' in said
    assert 'class="bedside"' in said


@pytest.mark.parametrize("act", ["", "record-draw/", "record-event-during/", "abandon/"])
def test_stop_and_give_up_stand_at_the_foot_of_every_page(
    house: "House", on_the_table: str, act: str
) -> None:
    page = house.client(NURSE).get(house.at(on_the_table, f"procedure/{act}"))
    foot = page.content.decode().split('class="foot-acts"')[1].split("</div>")[0]
    assert "Stop: something happened" in foot
    assert "Give up the procedure" in foot


def test_when_the_needle_is_out_the_way_leads_to_recovery(
    house: "House", on_the_table: str
) -> None:
    house.record(on_the_table, PHYSICIAN, c.RecordInjection(volume_ml_injected=TWENTY_TWO))
    house.record(on_the_table, PHYSICIAN, c.RecordNeedleOut())
    said = room(house, on_the_table).content.decode()
    assert reverse("staff:recovery.receive", args=[on_the_table]) in said
    assert "Give up the procedure" not in said


def test_a_procedure_given_up_says_so(house: "House", on_the_table: str) -> None:
    house.record(on_the_table, PHYSICIAN, c.Abandon())
    assert "No patch was given" in room(house, on_the_table).content.decode()

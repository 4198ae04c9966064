"""The going itself (T11 T12): recorded as it happened, with what is asked of the patient until
when; and nobody is lost between the test and the door."""

from datetime import date, timedelta

import pytest
from story import FRONT_DESK, Story, moment

from bloodpatch.pathway.clinical import Setting
from bloodpatch.pathway.queries.restrictions import (
    no_driving_until,
    restrictions,
)
from bloodpatch.pathway.stages.discharge.choices import Company, LeavingReason
from bloodpatch.pathway.stages.discharge.commands import (
    PermitDischarge,
    RecordDeparture,
    RecordLeft,
)
from bloodpatch.pathway.stages.procedure.events import (
    Injected,
    Sedated,
)
from bloodpatch.pathway.stages.recovery.commands import RecordObservations
from bloodpatch.pathway.stages.recovery.statements import Legs
from bloodpatch.pathway.values import Answer, Dose
from bloodpatch.pathway.whereabouts import Whereabouts


def until(story: Story) -> dict[str, date | None]:
    return {r.code: r.until for r in restrictions(story.episode.now, story.protocol)}


def test_restrictions_have_the_dates_of_this_departure(fit: Story) -> None:
    """T11: take it easy for two days. T12: normal life only when a physician says so."""
    fit.nurse(PermitDischarge())
    fit.nurse(RecordDeparture(to=Setting.HOME, company=Company.ADULT))
    assert until(fit) == {"take_it_easy": date(2026, 11, 18), "no_normal_activity": None}


def test_the_date_is_that_of_the_clinics_own_calendar(fit: Story) -> None:
    """Late in the evening in Kaysville it is the next day in Greenwich."""
    fit.at("2026-11-16 23:30").nurse(PermitDischarge(), RecordDeparture())
    assert until(fit)["take_it_easy"] == date(2026, 11, 18)


def test_before_the_departure_they_are_worked_out_for_a_time_that_is_planned(fit: Story) -> None:
    now = fit.episode.now
    assert restrictions(now, fit.protocol) == ()
    planned = restrictions(now, fit.protocol, moment("2026-11-17 09:00"))
    assert planned[0].until == date(2026, 11, 19)


def test_a_stricter_protocol_says_more() -> None:
    story = Story("2026-11-16 15:00", under="house")
    lines = restrictions(story.episode.now, story.protocol, moment("2026-11-16 15:00"))
    lifting = next(line for line in lines if line.code == "no_lifting")
    assert lifting.sentence == "Do not lift anything heavier than {kg} kg until {until}."
    assert lifting.lift_limit_kg == story.protocol.discharge.lift_limit_kg


def test_no_driving_after_sedation(fit: Story) -> None:
    """T5: counted from the sedation."""
    assert no_driving_until(fit.episode.now, fit.protocol) is None
    fit.given(Sedated())
    hours = fit.protocol.discharge.driving_after_sedation_hours
    assert no_driving_until(fit.episode.now, fit.protocol) == fit.now + timedelta(hours=hours)
    with_the_blood = Injected(drugs_given=(Dose.parse("midazolam 2 mg"),))
    fit.wait(minutes=5).given(with_the_blood)
    assert no_driving_until(fit.episode.now, fit.protocol) == fit.now + timedelta(hours=hours)


def test_a_departure_without_a_permit_is_recorded_and_looked_at(walked: Story) -> None:
    assert walked.does(FRONT_DESK, RecordDeparture()) == ["discharge.not_permitted"]
    assert walked.episode.whereabouts is Whereabouts.FOLLOWED_UP
    assert "review.against_a_rule" in walked.owes()


def test_what_changed_after_the_permit_stands_on_the_departure(fit: Story) -> None:
    fit.nurse(PermitDischarge())
    fit.wait(minutes=5).nurse(RecordObservations(legs=Legs.WEAK))
    assert fit.nurse(RecordDeparture()) == ["discharge.neurology_worse"]


def test_leaving_against_advice_asks_nobody_and_is_looked_at(patched: Story) -> None:
    """T14: from the bay, from the table, from anywhere."""
    left = RecordLeft(reason=LeavingReason.CHILDREN, capacity=Answer.YES)
    assert patched.does(FRONT_DESK, left) == ["discharge.against_advice"]
    assert patched.episode.now.discharge.left_against_advice is not None
    assert patched.episode.whereabouts is Whereabouts.FOLLOWED_UP
    assert "review.against_a_rule" in patched.owes()


def test_who_leaves_with_weak_legs_is_not_let_go_unnoticed(patched: Story) -> None:
    patched.nurse(RecordObservations(legs=Legs.WEAK))
    assert patched.nurse(RecordLeft()) == [
        "discharge.neurology_worse",
        "discharge.against_advice",
    ]


def test_between_the_test_and_the_door_somebody_is_due(walked: Story) -> None:
    """Nobody is forgotten in the bay."""
    minutes = walked.protocol.recovery.observation_then_every_minutes
    assert walked.episode.whereabouts is Whereabouts.READY_TO_LEAVE
    assert walked.due("discharge.checks") == walked.now + timedelta(minutes=minutes)


def test_a_permit_is_followed_by_a_departure(fit: Story) -> None:
    fit.nurse(PermitDischarge())
    assert "discharge.departure" in fit.owes()
    fit.nurse(RecordDeparture())
    assert not {"discharge.departure", "discharge.checks"} & set(fit.owes())


@pytest.mark.parametrize("command", [RecordDeparture, RecordLeft])
def test_the_record_takes_a_departure_of_which_nothing_else_is_known(
    story: Story, command: type[RecordDeparture] | type[RecordLeft]
) -> None:
    assert story.does(FRONT_DESK, command())
    assert story.episode.now.discharge.departed is not None

import pytest
from tests.journeys.house import House
from tests.journeys.visitor import Visitor
from tests.journeys.telling.together import given
from tests.journeys.telling.ending import *
from tests.journeys.telling.going_home import *
from bloodpatch.pathway.stages.referral.commands import Receive
from bloodpatch.pathway.stages.procedure.commands import RecordInjection
from bloodpatch.pathway.stages.discharge.commands import RecordDeparture
from bloodpatch.pathway.clinical import Setting
from bloodpatch.pathway.values import Millilitres
pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.browser]
def test_it(house, front_desk, nurse, physician, service_lead):
    house.it_is("2026-11-18 16:00")
    given(house, Receive(), RecordInjection(volume_ml_injected=Millilitres(18)), RecordDeparture(to=Setting.HOME))
    house.it_is("2026-11-19 09:00")
    when_i_open_an_adverse_event(service_lead)
    when_i_call(nurse, "Better", lying=0, upright=3)
    when_i_defer_the_clearance(physician, until="2026-11-23 10:00")
    when_i_review_it(physician)
    house.it_is("2026-11-21 10:00")
    when_i_call(nurse, "Gone", lying=0, upright=0)
    house.it_is("2026-11-23 10:00")
    when_i_call(nurse, "Gone", lying=0, upright=0)
    when_i_give_the_clearance(physician)
    house.it_is("2026-12-02 10:00")
    when_i_call(nurse, "Gone", lying=0, upright=0)
    when_i_close_the_episode(physician)
    house.it_is("2026-12-20 10:00")
    when_i_reopen_it(nurse)
    assert house.owed()

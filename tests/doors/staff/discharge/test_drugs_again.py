"""The page of the discharge tells from when a drug against clotting may be taken again."""

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from bloodpatch.config import records
from bloodpatch.pathway.clinical import Antithrombotic, DoseClass
from bloodpatch.pathway.protocol import AntithromboticPolicy
from bloodpatch.pathway.roles import Role
from bloodpatch.pathway.stages.discharge.commands import RecordRestartPlan
from bloodpatch.pathway.stages.preparation.commands import RecordAntithrombotic
from bloodpatch.pathway.values import When
from bloodpatch.record.protocols import shipped

if TYPE_CHECKING:
    from tests.doors.staff.conftest import House

pytestmark = pytest.mark.django_db(transaction=True)


def test_from_when_a_drug_is_taken_again(
    house: "House", patched: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The needle was out at 14:00, and nobody saw whether it drew blood."""
    drug = RecordAntithrombotic(
        drug=Antithrombotic.ENOXAPARIN, dose_class=DoseClass.LOW_PROPHYLACTIC
    )
    house.record(patched, Role.NURSE, drug)
    where = house.at(patched, "discharge/")
    page = house.client(Role.NURSE).get(where).content.decode()
    assert "The drug table tells no time: a physician decides" in page
    plain = shipped("kaysville")
    policy = AntithromboticPolicy.ASRA_REGIONAL_2025
    chosen = replace(plain, preparation=replace(plain.preparation, antithrombotic_policy=policy))
    monkeypatch.setattr(records.Protocols, "in_force", lambda *_: chosen)
    page = house.client(Role.NURSE).get(where).content.decode()
    assert "Not before" in page and "17 Nov" in page and "14:00" in page
    assert "its row is not confirmed by this clinic" in page and "No plan yet" in page
    restart = When.parse("2026-11-17 14:00", "America/Denver")
    house.record(patched, Role.PHYSICIAN, RecordRestartPlan(restart_at=restart))
    page = house.client(Role.NURSE).get(where).content.decode()
    assert "No plan yet" not in page

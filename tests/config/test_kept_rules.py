"""An episode outlives the version of the software that it began under: so do its rules."""

import json
from collections.abc import Callable, Iterator
from uuid import uuid4

import pytest

from bloodpatch.clinic import clinics, patients
from bloodpatch.clinic.patients import Identity
from bloodpatch.config import records
from bloodpatch.doors.console import doctor_checks
from bloodpatch.pathway.amendment.commands import AddNote
from bloodpatch.pathway.events import Actor
from bloodpatch.pathway.protocol import Protocol
from bloodpatch.pathway.roles import Role
from bloodpatch.pathway.stages.referral.commands import Receive
from bloodpatch.pathway.statements import Command
from bloodpatch.pathway.values import FreeText
from bloodpatch.record import (
    folds,
    protocol_document,
    protocol_versions,
    protocols,
)
from bloodpatch.record.handle import handle
from bloodpatch.record.outcomes import Accepted
from bloodpatch.record.sql import Sql, Statement

pytestmark = pytest.mark.django_db
KAYSVILLE = protocols.shipped("kaysville")
AS_IT_CAME = Statement.of("INSERT INTO record_protocol VALUES (?, ?, ?, ?, ?)")
Release = Callable[[dict[str, tuple[str, str]]], None]

REST = ("[recovery.rest_minutes]\nvalue = 30", "[recovery.rest_minutes]\nvalue = 40")
PLATELETS = (
    "[preparation.platelets_caution_below]\nvalue = 70",
    "[preparation.platelets_caution_below]\nvalue = 80",
)


def forget() -> None:
    for kept in (protocols.by_hash, records.known, records.deciding, protocols.shipped):
        kept.cache_clear()


@pytest.fixture
def released(monkeypatch: pytest.MonkeyPatch) -> Iterator[Release]:
    """A later version of the software, whose shipped files say something else."""
    first = protocols.shipped_text

    def release(changes: dict[str, tuple[str, str]]) -> None:
        def text(name: str) -> str:
            before, after = changes.get(name, ("", ""))
            assert before in first(name)
            return first(name).replace(before, after, 1)

        monkeypatch.setattr(protocols, "shipped_text", text)
        forget()

    yield release
    monkeypatch.undo()
    forget()


def episode() -> tuple[str, Actor]:
    clinic = clinics.open_clinic(
        code="juniper", name="Juniper", phone="1", address="2", zone="America/Denver"
    )
    who = Identity(given="Sofia", family="Marchetti")
    opened = patients.open_episode(patients.register(clinic, who, now=records.clock.now()))
    return opened, Actor("nurse-7", Role.NURSE, clinic.pk)


def give(command: Command, episode: str, actor: Actor) -> Accepted:
    outcome = handle(
        records.record(), command, episode=episode, actor=actor, command_id=str(uuid4()), seen=None
    )
    assert isinstance(outcome, Accepted)
    return outcome


def decides(episode: str, actor: Actor) -> Protocol:
    pinned = folds.current(records.record(), actor.clinic, episode).state.protocol
    assert pinned == KAYSVILLE.hash
    return records.Protocols().in_force(actor.clinic, pinned)


def test_the_first_entry_of_an_episode_keeps_its_rules() -> None:
    opened, nurse = episode()
    assert protocol_versions.find("default", nurse.clinic, KAYSVILLE.hash) is None
    give(Receive(), opened, nurse)
    assert protocol_versions.find("default", nurse.clinic, KAYSVILLE.hash) == KAYSVILLE


def test_golden_an_episode_goes_on_by_its_own_rules_when_others_are_shipped(
    released: Release,
) -> None:
    opened, nurse = episode()
    give(Receive(), opened, nurse)
    released({"kaysville": REST, "house": PLATELETS})
    assert protocols.shipped("kaysville").hash != KAYSVILLE.hash
    rules = decides(opened, nurse)
    assert rules.recovery.rest_minutes == 30, "the clinic's choice is pinned"
    assert protocols.shipped("kaysville").recovery.rest_minutes == 40
    assert rules.preparation.platelets_caution_below == 80, "what is about blood is never old"
    said = rules.about("preparation.platelets_caution_below").note
    assert "the newest version decides" in said and "kaysville 0.1" in said
    exactly = records.Protocols().known(nurse.clinic, KAYSVILLE.hash)
    assert exactly.preparation.platelets_caution_below == 70, "what is rebuilt is the same again"
    accepted = give(AddNote(text=FreeText("Smiled.")), opened, nurse)
    assert {one.protocol for one in accepted.events} == {KAYSVILLE.hash}


def test_what_the_kept_text_does_not_say_comes_from_the_newest_and_says_so(
    released: Release,
) -> None:
    """As after an update that brought a value which nobody had when the episode began."""
    opened, nurse = episode()
    whole = json.loads(protocol_document.write(KAYSVILLE))
    whole["values"]["recovery.rest_minutes"]["certainty"] = "guessed"
    row = (KAYSVILLE.hash, "kaysville", "0.1", json.dumps(whole), "2026")
    Sql("default").run(AS_IT_CAME, row)
    give(Receive(), opened, nurse)
    released({"kaysville": REST})
    rules = decides(opened, nurse)
    assert rules.recovery.rest_minutes == 40
    told = [one.says for one in doctor_checks.rules()]
    assert any("cannot read recovery.rest_minutes" in said for said in told), "doctor tells it too"
    note = rules.about("recovery.rest_minutes").note
    assert "does not say it in a way that this software can read" in note and "kaysville" in note


def test_rules_that_were_never_kept_are_named_and_never_guessed(released: Release) -> None:
    opened, nurse = episode()
    give(Receive(), opened, nurse)
    released({"kaysville": REST})
    Sql("default").run(Statement.of("DROP TRIGGER record_protocol_refuses_delete"))
    Sql("default").run(Statement.of("DELETE FROM record_protocol"))
    with pytest.raises(records.UnknownProtocol, match=KAYSVILLE.hash[:12]):
        decides(opened, nurse)

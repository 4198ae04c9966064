"""The page of one person: who, where, what next for me, and nothing shortened that can harm."""

from typing import TYPE_CHECKING, Any
from urllib.parse import quote

import pytest

from bloodpatch.doors.staff import due_times
from bloodpatch.pathway.clinical import RedFlag
from bloodpatch.pathway.clinical.allergies import Allergy
from bloodpatch.pathway.findings import KINDS, Finding
from bloodpatch.pathway.roles import MAY_GIVE, Role
from bloodpatch.pathway.stages.followup.commands import RecordReport
from bloodpatch.pathway.stages.preparation import commands as preparation
from bloodpatch.pathway.stages.procedure.commands import RecordDraw, RecordInjection
from bloodpatch.pathway.values import Answer, Answers, Millilitres

if TYPE_CHECKING:
    from tests.doors.staff.conftest import House

pytestmark = pytest.mark.django_db(transaction=True)
NURSE, PHYSICIAN = Role.NURSE, Role.PHYSICIAN


def page(house: "House", episode: str, role: Role = NURSE) -> str:
    return str(house.client(role).get(house.at(episode, "")).content.decode())


def test_not_asked_is_never_none(house: "House") -> None:
    """H11: an allergy that nobody asked about is shown as unknown."""
    episode = house.refer()
    assert page(house, episode).count("flag-unknown") == 2
    house.record(episode, NURSE, preparation.RecordAllergies(allergies=(Allergy.NONE,)))
    said = page(house, episode)
    assert said.count("flag-unknown") == 1 and "None, asked Mon 16 Nov 14:00" in said


def test_every_allergy_is_shown_whole_on_every_page(house: "House") -> None:
    """H11."""
    episode = house.refer()
    known = tuple(one for one in Allergy if one is not Allergy.NONE)
    house.record(episode, NURSE, preparation.RecordAllergies(allergies=known))
    client = house.client(NURSE)
    for where in ("", "procedure/", "preparation/time-out/", "procedure/record-draw/"):
        said = client.get(house.at(episode, where)).content.decode()
        assert all(str(one.label) in said for one in known), where


def test_a_blood_thinner_that_nobody_named_is_shown(house: "House") -> None:
    episode = house.refer()
    asked = preparation.RecordBleedingHistory(antithrombotic=Answer.YES)
    house.record(episode, NURSE, asked)
    assert "Takes one; which, nobody has recorded" in page(house, episode)


def test_what_is_next_depends_on_who_looks(house: "House", patched: str) -> None:
    nurse, physician = page(house, patched), page(house, patched, PHYSICIAN)
    assert "Start the rest" in nurse.split('<section class="next')[1].split("</section>")[0]
    assert page(house, patched, Role.FRONT_DESK).count("Nothing for you now.") == 1
    assert "Look at what was recorded against a rule" in physician


def test_the_timeline_names_people_and_hides_no_rule(house: "House", patched: str) -> None:
    said = page(house, patched)
    assert "Dr Nisha Iyer, physician" in said and "Blood injected." in said
    assert "Against a rule" in said and "drawn from the same patient" in said


def test_a_permit_that_only_waits_for_an_answer_offers_the_act_that_gives_it(
    house: "House", patched: str
) -> None:
    """T11: the form for what is missing stands first, the locked permit below it with its reason;
    where a fact speaks against it, nothing hides that."""
    house.sends(NURSE, house.at(patched, "recovery/start-rest/"))
    house.wait(minutes=45)
    walked = {"walked": "whole_distance", "steady": "yes"}
    house.sends(NURSE, house.at(patched, "recovery/record-stand-and-walk/"), **walked)
    said = page(house, patched)
    first, waits = (
        said.split('<section class="next')[1].split("</section>")[0].split('class="next-waits"')
    )
    assert f'href="{house.at(patched, "discharge/record-neurology/")}"' in first
    assert 'aria-disabled="true"' not in first and "Let the patient go home" not in first
    assert "Let the patient go home" in waits and 'aria-disabled="true"' in waits
    assert "Not examined since the patch" in waits
    permit = house.client(NURSE).get(house.at(patched, "discharge/permit/")).content.decode()
    back = f"record-neurology/?then={quote(house.at(patched, 'discharge/permit/'), safe='')}"
    assert back in permit


def test_what_a_fact_speaks_against_is_not_hidden_behind_a_form(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A form is offered only where nothing but an answer is missing, and to who may give it."""

    def found(*codes: str) -> tuple[Finding, ...]:
        return tuple(Finding(kind=KINDS[c], says="", seen={}, clears="") for c in codes)

    class Nurse:
        def gives(self, act: str) -> bool:
            return Role.NURSE in MAY_GIVE[act]

    nurse: Any = Nurse()
    monkeypatch.setattr(due_times, "is_free", lambda desk, act: True)
    missing = "discharge.neurology_missing"
    assert due_times.supplies(nurse, found(missing)) == "discharge.record_neurology"
    assert due_times.supplies(nurse, found(missing, "discharge.neurology_worse")) is None
    assert due_times.supplies(nurse, found("booking.no_decision")) is None
    signed = ("booking.no_decision", missing)
    assert due_times.supplies(nurse, found(*signed)) == "discharge.record_neurology"


def test_everybody_but_a_physician_is_told_to_fetch_one(house: "House", patched: str) -> None:
    """T14."""
    flags = Answers({RedFlag.LEG_WEAKNESS: Answer.YES})
    house.record(patched, NURSE, RecordReport(flags=flags))
    nurse, physician = page(house, patched), page(house, patched, PHYSICIAN)
    assert "Fetch a physician now" in nurse and "In this clinic: Dr Nisha Iyer." in nurse
    assert "Fetch a physician now" not in physician


def test_a_finding_on_record_says_all_that_a_finding_says(house: "House") -> None:
    """The sentence of that hour, the rule, what clears it, who decides, where it comes from."""
    episode = house.refer()
    house.record(
        episode,
        PHYSICIAN,
        RecordDraw(volume_ml_drawn=Millilitres(10)),
        RecordInjection(volume_ml_injected=Millilitres(10)),
    )
    found = page(house, episode).split('id="findings"')[1].split("</section>")[0]
    kind = KINDS["procedure.drawn_outside"]
    for said in ("10 mL drawn", kind.rule, kind.clears, kind.who_may_override):
        assert said in found
    assert "Certainty: this clinic&#x27;s choice, not evidence" in found
    assert "/staff/rules/every/#procedure.drawn_outside" in found

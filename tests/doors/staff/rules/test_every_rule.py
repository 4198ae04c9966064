"""Every rule on one page: read, looked for, counted, and printed by whoever disagrees."""

import re
from collections.abc import Iterator
from dataclasses import replace
from html import unescape
from typing import TYPE_CHECKING
from uuid import uuid4

import pytest

from bloodpatch.clinic import clinics, signatures
from bloodpatch.config import records
from bloodpatch.doors.staff import addresses
from bloodpatch.doors.staff.rules.all_rules import FLAGS
from bloodpatch.doors.ui.chapters import EVERY_RULE
from bloodpatch.pathway.clinical import RedFlag
from bloodpatch.pathway.clinical.concepts import Concept
from bloodpatch.pathway.clinical.red_flags import MEANS
from bloodpatch.pathway.protocol import Protocol
from bloodpatch.pathway.roles import Role
from bloodpatch.pathway.stages.referral.events import Received
from bloodpatch.pathway.values import When
from bloodpatch.record import bulk
from bloodpatch.record.protocols import on_shipped_base
from tests.spec.protocol.writing import entry, mine

if TYPE_CHECKING:
    from tests.doors.staff.conftest import House

SAID_BY_ANOTHER_RULE = {
    RedFlag.IMMEDIATE_ONSET,
    RedFlag.NO_PUNCTURE,
    RedFlag.NECK_STIFFNESS,
    RedFlag.PERSISTS_AFTER_PATCH,
}
pytestmark = pytest.mark.django_db(transaction=True)
PAGE = "/staff/rules/every/"
REST = "recovery.rest_not_over"


def page(house: "House", role: Role = Role.PHYSICIAN, **asked: str) -> str:
    answer = house.client(role).get(PAGE, asked)
    assert answer.status_code == 200
    return unescape(answer.content.decode())


def rules(page: str) -> Iterator[tuple[str, str]]:
    """Code and text of every rule on the page."""
    for code, html in re.findall(r'<article [^>]*id="([^"]+)"(.*?)</article>', page, re.DOTALL):
        yield code, " ".join(re.sub(r"<[^>]*>", " ", html.partition(">")[2]).split())


def noted(house: "House", *marks: str, days_ago: int = 0, clinic: str = "") -> None:
    at = house.clock.now()
    record = records.record()
    one = bulk.Entry(
        episode=uuid4().hex,
        event=Received(),
        occurred=When.exact(at, "UTC"),
        recorded_at=at.fromtimestamp(at.timestamp() - days_ago * 86400, tz=at.tzinfo),
        by=replace(house.people[Role.NURSE].actor, clinic=clinic or house.clinic.pk),
        command_id=uuid4().hex,
        protocol=record.protocols.in_force(house.clinic.pk, None).hash,
        findings=marks,
    )
    bulk.append_all(record, clinic or house.clinic.pk, [one])


@pytest.mark.parametrize("role", [Role.PHYSICIAN, Role.NURSE, Role.SERVICE_LEAD])
def test_every_rule_says_the_five_things(house: "House", role: Role) -> None:
    told = dict(rules(page(house, role)))
    assert set(told) == set(EVERY_RULE)
    for code, says in told.items():
        kind = EVERY_RULE[code]
        assert kind.level.name.capitalize() in says
        for needed in (kind.rule, kind.who_may_override, "What clears it", "Source", "Certainty"):
            assert needed in says
        assert "{" not in says


def test_a_rule_stands_where_findings_lead_to_it(house: "House") -> None:
    episode = house.refer()
    found = house.client(Role.NURSE).get(house.at(episode, "recovery/permit-standing/"))
    there = addresses.to_rule("recovery.no_patch_yet")
    assert there == f"{PAGE}#recovery.no_patch_yet"
    assert f'href="{there}"' in found.content.decode()


def test_the_number_is_the_one_in_force_at_this_clinic(house: "House") -> None:
    assert "30 min" in dict(rules(page(house)))[REST]
    ours: Protocol = on_shipped_base(
        mine(entry("recovery.rest_minutes", value=55, certainty="clinic", note="From us."))
    )
    signatures.propose(house.clinic, ours, house.clock.now())
    for role in (Role.NURSE, Role.PHYSICIAN):
        signatures.sign(
            house.clinic, ours, by=house.people[role], now=house.clock.now(), against=None
        )
    told = dict(rules(page(house)))[REST]
    assert "55 min" in told and "From us." in told


@pytest.mark.parametrize(
    ("code", "numbers"),
    [
        ("workup.severe_pressure", ("160 mmHg", "110 mmHg", "30 min")),
        ("procedure.drawn_outside", ("20 mL", "25 mL")),
        ("preparation.not_fasted", ("2 h", "6 h", "8 h")),
        ("sedation.dose_high", ("midazolam: unit mg, least 1, most 5",)),
    ],
)
def test_every_number_of_a_rule_stands_with_it(
    house: "House", code: str, numbers: tuple[str, ...]
) -> None:
    """Also the second limit and the time: who signs for a rule signs for all of them."""
    told = dict(rules(page(house)))[code].partition("Value in force")[2]
    assert all(number in told for number in numbers), told


def test_each_red_flag_stands_under_what_it_does(house: "House") -> None:
    """A physician who reads that "such a sign" stops reads which signs, and each once."""
    told = dict(rules(page(house)))
    stands = {code: told[code].partition("These signs")[2] for code in FLAGS}
    for code, facts in FLAGS.items():
        assert all(fact.label in stands[code] for fact in facts)
    for flag in RedFlag:
        under = [code for code, facts in FLAGS.items() if MEANS[flag] in facts]
        assert len(under) == (flag not in SAID_BY_ANOTHER_RULE), flag
    assert Concept.SEIZURE.label in stands["red_flag.stop"]
    assert Concept.FEVER.label in stands["red_flag.hold"]
    assert Concept.OLDER_AGE.label in stands["red_flag.background"]


def test_what_was_not_verified_says_so_and_what_was_does_not(house: "House") -> None:
    told = dict(rules(page(house)))
    assert "read in the source itself." in told["assessment.posture_not_asked"]
    confirm = "to be confirmed by a clinician"
    assert (
        confirm in told["red_flag.stop"] and "from memory, not very sure" in told["red_flag.stop"]
    )
    assert confirm not in told["assessment.posture_not_asked"]


@pytest.mark.parametrize(
    ("asked", "has", "has_not"),
    [
        ({"words": "fever infection"}, "fever.measured", REST),
        ({"words": "seizure"}, "red_flag.stop", "red_flag.hold"),
        ({"words": "H29"}, REST, "fever.measured"),
        ({"words": "recovery.rest"}, REST, "recovery.no_patch_yet"),
        ({"level": "stop"}, "preparation.no_consent", REST),
        ({"level": "advise"}, "headache_duration.began_at_once", "preparation.no_consent"),
        ({"only": "unconfirmed"}, "red_flag.stop", "assessment.posture_not_asked"),
        ({"level": "everything", "only": "nonsense"}, REST, ""),
    ],
)
def test_the_rules_that_somebody_looks_for(
    house: "House", asked: dict[str, str], has: str, has_not: str
) -> None:
    found = dict(rules(page(house, **asked)))
    assert has in found and has_not not in found


def test_where_no_rule_is_found_the_page_says_so(house: "House") -> None:
    told = page(house, words="gibberish")
    assert "0 of " in told and "No rule has all of this" in told
    assert not dict(rules(told))
    assert PAGE in re.findall(r'href="([^"]*)"', told)


def test_what_somebody_types_is_shown_as_text(house: "House") -> None:
    answer = house.client(Role.PHYSICIAN).get(PAGE, {"words": '"><script>alert(1)</script>'})
    told = answer.content.decode()
    assert "<script>alert" not in told and "&lt;script&gt;alert(1)" in told


# The ledger forgets nothing, from one test to the next neither: each counts a rule that no entry of
# another test carries, because these refuse the entry itself.


def test_how_often_it_was_recorded_against_and_overridden(house: "House") -> None:
    noted(house, "hold:time.too_far_ahead", "advise:closure.nothing_closed")
    noted(house, "overridden:time.too_far_ahead")
    noted(house, "overridden:time.too_far_ahead", days_ago=100)
    told = dict(rules(page(house)))
    hold, advice = told["time.too_far_ahead"], told["closure.nothing_closed"]
    assert "Recorded in spite of it: once in 90 days, once ever." in hold
    assert "Overridden: once in 90 days, 2 times ever." in hold
    assert "Noted on an entry: " in advice and "Overridden" not in advice
    assert "Never on an entry." in told["person.not_your_act"]


def test_never_is_said_once(house: "House") -> None:
    noted(house, "overridden:amendment.cannot_apply")
    told = dict(rules(page(house)))["amendment.cannot_apply"]
    assert "Recorded in spite of it: never. Overridden: once in 90 days, once ever." in told


def test_another_clinics_entries_are_not_counted(house: "House") -> None:
    clinics.open_clinic(code="cedar", name="C", phone="1", address="2", zone="America/Denver")
    noted(house, "stop:time.in_the_future", clinic="cedar")
    assert "Never on an entry." in dict(rules(page(house)))["time.in_the_future"]


def test_only_those_that_were_met_here(house: "House") -> None:
    against, overridden, never = (
        "review.not_a_hold", "amendment.not_yours", "review.not_lifted_by_review",
    )  # fmt: skip
    noted(house, f"hold:{against}", f"overridden:{overridden}")
    met = set(dict(rules(page(house, only="noted"))))
    assert {against, overridden} <= met and never not in met
    met = set(dict(rules(page(house, only="overridden"))))
    assert overridden in met and not {against, never} & met


def test_each_source_is_named_once_with_how_it_was_read(house: "House") -> None:
    told = page(house, words="red_flag.stop").split('id="sources"')[1]
    assert told.count("<li>") == 1
    assert "10.1001/jamanetworkopen.2023.25387" in told
    assert "Not read: from memory, or from a source of low authority." in told


def test_who_disagrees_is_told_what_can_be_changed_and_by_whom(house: "House") -> None:
    told = page(house)
    for words in (
        "two people have signed it, one of them a physician",
        "change only with a new version",
        "A refusal that was obeyed leaves no entry and is not counted",
    ):
        assert words in told
    assert told.count('<form class="form') == 1, "nothing to write into that goes nowhere"

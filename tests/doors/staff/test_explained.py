"""Wherever a finding is shown it says five things: what was seen, the rule, what clears it, who may
decide otherwise, and where it comes from and how sure that is; and it leads to its rule."""

from html import unescape
from typing import TYPE_CHECKING, Any

import pytest

from bloodpatch.doors.staff import addresses
from bloodpatch.doors.ui.chapters import EVERY_RULE
from bloodpatch.doors.ui.findings import source_of
from bloodpatch.pathway.clinical import Antithrombotic
from bloodpatch.pathway.roles import Role
from bloodpatch.pathway.stages.preparation.commands import RecordAntithrombotic
from bloodpatch.record.protocols import shipped

if TYPE_CHECKING:
    from tests.doors.staff.conftest import House

pytestmark = pytest.mark.django_db(transaction=True)
NURSE, PHYSICIAN = Role.NURSE, Role.PHYSICIAN
# The patch of `patched` was given without a draw, and no rest has begun: neither rule's words have
# a blank in them.
NO_DRAW, NO_REST = "procedure.no_draw", "recovery.rest_not_started"


def says_everything(answer: Any, code: str) -> bool:
    html = " ".join(unescape(answer.content.decode()).split())
    kind, protocol = EVERY_RULE[code], shipped("kaysville")
    certainty = f"Certainty: {kind.sure(protocol).label}"
    told = (kind.says, kind.rule, kind.clears, kind.who_may_override, source_of(kind, protocol))
    missing = [said for said in (*told, certainty, addresses.to_rule(code)) if said not in html]
    assert not missing
    return True


@pytest.mark.parametrize(
    ("role", "where", "code"),
    [
        (NURSE, "", NO_DRAW),
        (NURSE, "entries/2/", NO_DRAW),
        (NURSE, "procedure/?recorded=2", NO_DRAW),
        (PHYSICIAN, "review/acknowledge/", NO_DRAW),
        (NURSE, "recovery/", NO_REST),
        (NURSE, "recovery/permit-standing/", NO_REST),
    ],
    ids=["episode", "one entry", "just recorded", "looked at", "room", "act"],
)
def test_a_page_that_shows_a_finding(
    house: "House", patched: str, role: Role, where: str, code: str
) -> None:
    assert says_everything(house.client(role).get(house.at(patched, where)), code)


def test_a_refusal(house: "House", patched: str) -> None:
    refused = house.sends(NURSE, house.at(patched, "recovery/permit-standing/"))
    assert refused.status_code == 422
    assert says_everything(refused, NO_REST)


def test_the_word_that_overrides_it(house: "House", patched: str) -> None:
    page = house.client(PHYSICIAN).get(house.at(patched, "recovery/permit-standing/"))
    (override,) = {
        line.partition('"')[0]
        for line in unescape(page.content.decode()).split('href="')
        if "review/override-hold/" in line
    }
    assert says_everything(house.client(PHYSICIAN).get(override), NO_REST)


def test_what_is_only_advised_is_said_when_it_is_recorded(house: "House") -> None:
    """T3. Nothing else would say it before the next permit."""
    episode = house.refer()
    aspirin = RecordAntithrombotic(drug=Antithrombotic.ASPIRIN)
    house.record(episode, NURSE, aspirin)
    there = house.at(episode, "preparation/?recorded=2")
    page = unescape(house.client(NURSE).get(there).content.decode())
    noted = page.partition('id="noted"')[2].partition("</section>")[0]
    kind = EVERY_RULE["antithrombotics.on_a_drug"]
    for said in ("Takes Aspirin", kind.rule, kind.who_may_override, "Source"):
        assert said in noted

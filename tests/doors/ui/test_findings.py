"""How a finding is said: nothing claimed beyond what was read, and who may decide otherwise."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from django.utils import timezone

from bloodpatch.doors.ui.findings import LEVELS, Refusal, cited, of_rule, shown
from bloodpatch.doors.ui.statuses import Status
from bloodpatch.pathway.events import Actor
from bloodpatch.pathway.findings import Cause, Finding, FindingKind, Grounds, Level
from bloodpatch.pathway.protocol import Certainty
from bloodpatch.pathway.roles import Role
from bloodpatch.record.protocols import shipped

PROTOCOL = shipped("kaysville")
KIND = FindingKind(
    code="recovery.rest_not_over",
    level=Level.HOLD,
    cause=Cause.PRESENT,
    says="",
    rule="The patient rests before standing.",
    clears="",
    value="recovery.rest_minutes",
    hazards=("H29", "H30"),
)
FINDING = Finding(
    kind=KIND, says="Rested 15 of 30 minutes.", seen={"rest": "30"}, clears="Wait until 14:52."
)
IYER = Actor("u-7", Role.PHYSICIAN, "juniper")


def of(**about: object) -> Finding:
    return replace(FINDING, kind=replace(KIND, **about))  # type: ignore[arg-type]


def test_every_level_has_its_status() -> None:
    assert set(LEVELS) == set(Level)


def test_a_finding_says_what_it_saw_the_rule_and_what_clears_it() -> None:
    said = shown(FINDING, PROTOCOL)
    assert (said.status, said.says) == (Status.HOLD, "Rested 15 of 30 minutes.")
    assert (said.rule, said.clears) == (KIND.rule, "Wait until 14:52.")
    assert said.hazards == "H29, H30"
    assert said.source
    assert said.certainty == PROTOCOL.about("recovery.rest_minutes").certainty.label


def test_a_finding_on_rows_of_a_table_names_them_and_not_its_kind() -> None:
    rows = Grounds(
        source="Draft after ASRA 2025, regional: Apixaban", certainty=Certainty.SECONDARY
    )
    said = shown(replace(FINDING, rests_on=rows), PROTOCOL)
    assert said.to_be_confirmed
    assert (said.source, said.certainty) == (rows.source, "read at second hand")


@pytest.mark.parametrize(
    ("about", "words"),
    [
        ({"level": Level.ADVISE}, "Nobody needs to: it is shown and blocks nothing."),
        ({"level": Level.HOLD}, "A physician of this clinic, by name and with a reason."),
        ({"level": Level.STOP}, "Only the fact itself can change it."),
        ({"level": Level.STOP, "lifted_by_review": True}, "A recorded examination or image"),
    ],
)
def test_who_may_decide_otherwise(about: dict[str, object], words: str) -> None:
    assert words in shown(of(**about), PROTOCOL).who_may


@pytest.mark.parametrize(
    ("certainty", "words", "to_be_confirmed"),
    [
        (Certainty.VERIFIED, "read in the source itself", False),
        (Certainty.MEMORY_MEDIUM, "from memory, not very sure", True),
        (None, "this clinic's choice, not evidence", True),
    ],
)
def test_how_sure_a_rule_is_is_said_in_plain_words(
    certainty: Certainty | None, words: str, to_be_confirmed: bool
) -> None:
    source = "ichd3" if certainty else "clinic"
    said = shown(of(value=None, source=source, certainty=certainty), PROTOCOL)
    assert (said.certainty, said.to_be_confirmed) == (words, to_be_confirmed)


def test_a_value_that_a_physician_confirmed_is_not_to_be_confirmed_again() -> None:
    assert shown(FINDING, PROTOCOL).to_be_confirmed
    key = "recovery.rest_minutes"
    signed = replace(PROTOCOL.about(key), confirmed_by="Dr Nisha Iyer")
    protocol = replace(PROTOCOL, parameters={**PROTOCOL.parameters, key: signed})
    assert not shown(FINDING, protocol).to_be_confirmed


def test_a_rule_by_itself_leaves_open_what_it_would_see() -> None:
    kind = replace(KIND, says="Rested {rested} of {rest} minutes.", clears="Wait until {until}.")
    said = of_rule(kind, PROTOCOL)
    assert (said.says, said.clears) == ("Rested \u2026 of \u2026 minutes.", "Wait until \u2026")


def test_an_override_is_a_named_decision() -> None:
    overridden = FINDING.overridden(IYER, "She must reach her child.")
    said = shown(overridden, PROTOCOL, name_of=lambda actor: {"u-7": "Dr Nisha Iyer"}[actor.id])
    assert said.status is Status.OVERRIDDEN
    assert said.quote is not None
    assert (said.quote.by, said.quote.reason) == ("Dr Nisha Iyer", "She must reach her child.")
    assert not said.blocks


def test_what_nobody_asked_is_marked_so() -> None:
    assert shown(of(cause=Cause.MISSING), PROTOCOL).missing
    assert not shown(FINDING, PROTOCOL).missing


def test_until_when_is_an_instant_on_the_clock_of_the_clinic() -> None:
    until = datetime(2026, 11, 22, 21, 52, tzinfo=UTC)
    with timezone.override("America/Denver"):
        assert shown(replace(FINDING, valid_until=until), PROTOCOL).until == "Sun 22 Nov 14:52"


def test_a_source_that_was_not_read_itself_says_so() -> None:
    read = {key: PROTOCOL.citation(key).read for key in ("yentis2020",)}
    for key, how in read.items():
        said = cited(key, PROTOCOL)
        assert ("secondary reading" in said) == (how == "secondary")
        assert ("from memory" in said) == (how == "memory")
    assert cited("treatment", PROTOCOL) == "The treatment as this service gives it"
    assert cited("clinic", PROTOCOL) == "This clinic's own rule"


def test_in_a_refusal_what_blocks_stands_before_what_advises() -> None:
    stop, hold, advice = (
        shown(of(level=level), PROTOCOL) for level in (Level.STOP, Level.HOLD, Level.ADVISE)
    )
    refusal = Refusal(title="Not stood up", findings=(stop, hold, advice), happened="")
    assert (refusal.first, refusal.others, refusal.advice) == (stop, (hold,), (advice,))

"""The closed list of commands: who gives each, what it becomes, and that all of it is kept."""

import re
from collections import Counter
from contextlib import suppress
from dataclasses import MISSING
from datetime import UTC, datetime
from enum import StrEnum
from random import Random
from typing import Any

import pytest
from samples import EVERY, ZONE, drawn, full, minimal

from bloodpatch.pathway import clinical, values
from bloodpatch.pathway.acts import Act
from bloodpatch.pathway.codes import Code, PlainForm
from bloodpatch.pathway.decide import event_of
from bloodpatch.pathway.roles import MAY_GIVE, PHYSICIAN, Role
from bloodpatch.pathway.statements import (
    Command,
    bare,
    hints,
    item_of,
    of_plain,
    plain_fields,
    stated,
)
from bloodpatch.pathway.treatment import ACTS, EVENTS, ROOMS
from bloodpatch.pathway.values import Answers, Pain, ValueFault

KNOWN = {*values.ALL, *clinical.VALUES, Code, PlainForm}
TAKEN = {"name", "title", "version", "way", "opens_round", "occurred"}

# Asked for beforehand, and so refused; everything else is a pen, and a pen cannot refuse to write.
PERMITS = {
    "assessment.decide_patch",
    "booking.book",
    "preparation.time_out",
    "recovery.permit_standing",
    "discharge.permit",
    "clearance.clear",
    "repeat.decide",
    "closure.close",
}
# Nobody but a physician of this clinic signs these, whatever a clinic's tables say.
SIGNED = {
    "assessment.decide_patch",
    "assessment.record_decision",
    "preparation.record_sedation_plan",
    "discharge.record_restart_plan",
    "followup.record_lost",
    "adverse_event.review",
    "adverse_event.dismiss",
    "clearance.clear",
    "clearance.defer",
    "clearance.change_restriction",
    "repeat.decide",
    "closure.close",
    "review.override_hold",
    "review.lift_stop",
    "review.acknowledge",
    "amendment.adopt_protocol",
}

every = pytest.mark.parametrize("act", ACTS.values(), ids=lambda act: act.name)
each = pytest.mark.parametrize("kind", EVERY, ids=lambda kind: kind.name)


# who and what


def test_the_table_of_roles_has_every_command_and_no_other() -> None:
    assert set(MAY_GIVE) == set(ACTS)
    assert [name for name, roles in MAY_GIVE.items() if not roles] == []


def test_the_permits_are_these_eight() -> None:
    assert {act.name for act in ACTS.values() if act.permit} == PERMITS


@pytest.mark.parametrize("name", sorted(SIGNED))
def test_a_signature_is_a_physicians(name: str) -> None:
    """T12: never automatic, never by anyone else."""
    assert MAY_GIVE[name] == PHYSICIAN


@pytest.mark.parametrize("role", [Role.ADMINISTRATOR, Role.SYSTEM, Role.PATIENT])
def test_who_is_no_clinician_says_little(role: Role) -> None:
    mine = {name for name, roles in MAY_GIVE.items() if role in roles}
    assert mine <= {"followup.record_report", "followup.record_no_reply", "clearance.record_told"}


def test_every_event_has_a_name_of_its_own() -> None:
    acts = [act for room in ROOMS for act in room.acts]
    names = Counter(act.becomes.name for act in acts)
    assert [name for name, times in names.items() if times > 1] == []
    assert len(EVENTS) == len(ACTS) == len(acts)


@every
def test_it_is_named_after_its_room(act: Act) -> None:
    room = next(room for room in ROOMS if act in room.acts)
    for name in (act.command.name, act.becomes.name):
        assert re.fullmatch(r"[a-z_]+\.[a-z][a-z_]*", name)
        assert name.partition(".")[0] == room.name == act.stage
    assert act.command.name != act.becomes.name
    assert act.becomes.version >= 1


@every
def test_its_title_is_what_a_button_says(act: Act) -> None:
    title = act.command.title
    assert title[:1].isupper()
    assert not title.endswith(".")
    same = [a.name for a in ACTS.values() if a.command.title == title and a.stage == act.stage]
    assert same == [act.name]


@every
def test_what_it_depends_on_can_happen(act: Act) -> None:
    names = [name for name, _ in EVENTS]
    dangling = [d for d in act.depends_on if not any(name.startswith(d) for name in names)]
    assert dangling == []


@pytest.mark.parametrize("name", ["book", "confirm", "cancel", "defer"])
def test_two_who_book_or_call_off_at_once_are_told_of_each_other(name: str) -> None:
    """H18: whoever comes second is shown what the first has done since the page was drawn."""
    assert ACTS[f"booking.{name}"].depends_on == (
        "booking.booked",
        "booking.cancelled",
        "booking.deferred",
    )


@every
def test_the_event_says_what_the_command_said(act: Act) -> None:
    assert [f.name for f in stated(act.becomes)] == [f.name for f in stated(act.command)]
    for command in (minimal(act.command), full(act.command)):
        assert plain_fields(event_of(act, command)) == plain_fields(command)


# its fields


@each
def test_its_fields_have_a_type_that_can_be_kept(kind: type[Command]) -> None:
    for name, annotation in hints(kind).items():
        one = item_of(annotation) or bare(annotation)
        if name not in TAKEN:
            assert one in KNOWN or one is bool or issubclass(one, StrEnum), name


@each
def test_its_fields_have_a_meaning_and_do_not_shadow_a_word_of_the_class(
    kind: type[Command],
) -> None:
    for field in stated(kind):
        assert field.metadata["meaning"], field.name
        assert field.name not in TAKEN, field.name


@each
def test_a_score_has_its_position_and_a_group_of_answers_its_questions(
    kind: type[Command],
) -> None:
    for field in stated(kind):
        one = item_of(hints(kind)[field.name]) or bare(hints(kind)[field.name])
        choices = [code for code, _ in field.metadata["choices"]]
        assert bool(choices) is (one is Answers), field.name
        assert len(set(choices)) == len(choices)
        assert field.metadata["position"] is None or one is Pain, field.name


@each
def test_it_survives_the_record(kind: type[Command]) -> None:
    chance, now = Random(kind.name), datetime(2026, 11, 16, 19, 0, tzinfo=UTC)
    commands = [minimal(kind), full(kind), *(drawn(kind, chance, now) for _ in range(5))]
    event = ACTS[kind.name].becomes
    for command in commands:
        assert of_plain(kind, plain_fields(command)) == command
        assert plain_fields(of_plain(event, plain_fields(command))) == plain_fields(command)


@each
def test_what_must_be_said_must_be_said(kind: type[Command]) -> None:
    said = plain_fields(full(kind))
    must = [f.name for f in stated(kind) if f.default is MISSING]
    for name in must:
        with pytest.raises(ValueFault, match=name):
            of_plain(kind, {n: v for n, v in said.items() if n != name})
    assert set(plain_fields(minimal(kind))) == set(must)


@each
def test_a_list_that_must_be_given_is_not_empty(kind: type[Command]) -> None:
    """An empty list of allergies is no answer; "none known" is."""
    lists = [f.name for f in stated(kind) if f.default is MISSING and item_of(hints(kind)[f.name])]
    for name in lists:
        with pytest.raises(ValueFault):
            minimal(kind, **{name: ()})
    assert set(lists) <= {f.name for f in stated(kind)}


@each
def test_what_is_no_field_of_it_is_refused(kind: type[Command]) -> None:
    with pytest.raises(ValueFault, match="there is no such field"):
        of_plain(kind, plain_fields(minimal(kind)) | {"weather": "bad"})


WRONG: list[Any] = [[], {}, True, 7, "", "\x00", "no such thing", ["no such thing"], None]


@each
@pytest.mark.parametrize("wrong", WRONG, ids=repr)
def test_what_cannot_be_is_a_fault_and_no_crash(kind: type[Command], wrong: Any) -> None:
    said = plain_fields(minimal(kind))
    kept = []
    for field in stated(kind):
        with suppress(ValueFault):  # any other exception is a bug
            kept.append(of_plain(kind, said | {field.name: wrong}))
    assert [c for c in kept if of_plain(kind, plain_fields(c)) != c] == []


def test_the_samples_are_of_the_zone_of_the_stories() -> None:
    from story import ZONE as OF_STORIES

    assert ZONE == OF_STORIES

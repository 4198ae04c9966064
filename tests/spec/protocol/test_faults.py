"""Faults: a file with a mistake is refused whole, and every mistake is named with its line.

Each fault says what is wrong, why it cannot be, and what to write instead.
"""

import pytest

from bloodpatch.pathway.protocol import KINDS, ProtocolFaults, parse
from bloodpatch.record.protocols import on_shipped_base, shipped, shipped_citations, shipped_text
from tests.spec.protocol.writing import entry, faults, mine, toml

REST = "recovery.rest_minutes"
ORDER = "procedure.step_order"
CONTACTS = "followup.contacts"


def rest(**lines: object) -> str:
    return entry(REST, **({"value": 45, "certainty": "clinic"} | lines))


def listed(parameter: str, value: object) -> str:
    return entry(parameter, value=value, certainty="clinic")


CONTACT = {"code": "d1", "after_hours": 24, "opens_hours_before": 4, "closes_hours_after": 4}
WHY = {"why": "The day after."}
EASY = {"code": "easy", "sentence": "Take it easy until {until}.", "days": 2}


# One mistake, the place it is blamed on, its line, and words that the sentence must hold.
ONE_MISTAKE = [
    # values
    (rest(value=3), f"{REST}.value", 8, "3 min is outside 30 to 240 min"),
    (rest(value="30"), f"{REST}.value", 8, '"30" is not a whole number'),
    (rest(value=True), f"{REST}.value", 8, "true is not a whole number"),
    (f'[{REST}]\nvalue = 45.0\ncertainty = "clinic"', f"{REST}.value", 8, "45.0 is not a whole"),
    (f'[{REST}]\nvalue = 1979-05-27\ncertainty = "clinic"', f"{REST}.value", 8, "a date"),
    (f'[{REST}]\nvalue = 0x{"f" * 999}\ncertainty = "clinic"', f"{REST}.value", 8, "very large"),
    (f'[{REST}]\ncertainty = "clinic"', f"{REST}.value", 7, "missing"),
    ("[recovery]\nrest_minutes = 45", REST, 8, "every value says where it comes from"),
    (
        '[preparation.fever_hold_c]\nvalue = nan\ncertainty = "clinic"',
        "preparation.fever_hold_c.value",
        8,
        "NaN is not a number",
    ),
    (
        '[preparation.fever_hold_c]\nvalue = 37.85\ncertainty = "clinic"',
        "preparation.fever_hold_c.value",
        8,
        "finer than it can be measured",
    ),
    (
        listed("procedure.local_anaesthetic_usual", "yes"),
        "procedure.local_anaesthetic_usual.value",
        8,
        "write true or false",
    ),
    (
        listed("preparation.antithrombotic_policy", "asra_pain_2081"),
        "preparation.antithrombotic_policy.value",
        8,
        'Was "asra_pain_2018" meant?',
    ),
    # where it comes from
    (rest(certainty="sure"), f"{REST}.certainty", 9, "one of verified, secondary, derived"),
    (f"[{REST}]\nvalue = 45", f"{REST}.certainty", 7, "say how sure it is"),
    (rest(certainty="verified"), f"{REST}.certainty", 9, "by which source?"),
    (
        rest(certainty="verified", cites=["uppal2023"]),
        f"{REST}.certainty",
        9,
        "needs a publication that was itself read",
    ),
    (rest(cites=["nobody1999"]), f"{REST}.cites[1]", 10, "not a known citation"),
    (rest(cites="martin1994"), f"{REST}.cites", 10, "not a list"),
    (rest(t=["T17"]), f"{REST}.t", 10, "which lines of the treatment"),
    (rest(t=[]), f"{REST}.t", 10, "which lines of the treatment"),
    (rest(note=7), f"{REST}.note", 10, "not text"),
    (rest(note="rest\u202e 30"), f"{REST}.note", 10, "invisible control character"),
    (rest(unit="h"), f"{REST}.unit", 10, 'not the unit of this value; it is "min"'),
    (rest(colour="red"), f"{REST}.colour", 10, "no such key"),
    # bounds
    (rest(low=3), f"{REST}.low", 10, "not widen them"),
    (rest(high=1000), f"{REST}.high", 10, "not widen them"),
    (rest(low=60, high=50), f"{REST}.low", 10, "low 60 is above high 50"),
    (rest(low="few"), f"{REST}.low", 10, "not a number"),
    (
        entry(ORDER, value=["position"], certainty="clinic", low=1).replace(
            '["position"]', toml(list(shipped("kaysville").procedure.step_order))
        ),
        f"{ORDER}.low",
        10,
        "this value has no bounds",
    ),
    # lists
    (listed("recovery.observation_minutes", []), "recovery.observation_minutes.value", 8, "of 0"),
    (
        listed("recovery.observation_minutes", [0, 15, 15]),
        "recovery.observation_minutes.value[3]",
        8,
        "15 comes after 15",
    ),
    (
        listed("recovery.observation_minutes", [5, 15]),
        "recovery.observation_minutes.value[1]",
        8,
        "the list begins with 5",
    ),
    (
        listed("recovery.observation_minutes", [0, 999]),
        "recovery.observation_minutes.value[2]",
        8,
        "999 min is outside 0 to 240 min",
    ),
    (
        listed("procedure.positions_allowed", ["prone", "prone"]),
        "procedure.positions_allowed.value[2]",
        8,
        '"prone" stands here twice',
    ),
    # rows
    (listed(CONTACTS, [7]), f"{CONTACTS}.value[1]", 8, "7 is not a row"),
    (listed(CONTACTS, [CONTACT]), f"{CONTACTS}.value[1].why", 8, "missing in this row"),
    (
        listed(CONTACTS, [CONTACT | WHY | {"who": "nurse"}]),
        f"{CONTACTS}.value[1].who",
        8,
        "a row has no such key",
    ),
    (
        listed(CONTACTS, [CONTACT | WHY | {"code": "Day 1"}]),
        f"{CONTACTS}.value[1].code",
        8,
        "not a code",
    ),
    (
        listed(CONTACTS, [CONTACT | WHY, CONTACT | WHY | {"after_hours": 72}]),
        f"{CONTACTS}.value[2]",
        8,
        '"d1" stands here twice',
    ),
    (
        listed(CONTACTS, [CONTACT | WHY, CONTACT | WHY | {"code": "d0", "after_hours": 9}]),
        f"{CONTACTS}.value[2].after_hours",
        8,
        "the order is the order of time",
    ),
    (
        listed("discharge.restrictions", [EASY | {"sentence": "Rest for 2 days."}]),
        "discharge.restrictions.value[1].sentence",
        8,
        "could disagree with the values",
    ),
    (
        listed("discharge.restrictions", [EASY | {"sentence": "Rest until {date}."}]),
        "discharge.restrictions.value[1].sentence",
        8,
        "known here: {until}, {kg}",
    ),
    (
        listed("discharge.restrictions", [EASY | {"days": 400}]),
        "discharge.restrictions.value[1].days",
        8,
        "outside 1 to 42 d",
    ),
    # what does not exist
    ("[recovery.rest_minuts]\nvalue = 45", "recovery.rest_minuts", 7, f"Was {REST} meant?"),
    ("[recovry.rest_minutes]\nvalue = 45", "recovry", 7, "Was recovery meant?"),
    # citations
    (entry("citations.x"), "citations.x", 7, "how it was read is part of a citation"),
    (entry("citations.x", read="twice"), "citations.x.read", 8, "says not how it was read"),
    (entry("citations.x", read="memory", doi="doi.org/1"), "citations.x.doi", 9, "not a DOI"),
    (entry("citations.x", read="memory", year="94"), "citations.x.year", 9, "not a year"),
    (entry("citations.X", read="memory"), "citations.X", 7, "small letters"),
    (
        entry("citations.martin1994", read="primary", authors="Somebody else"),
        "citations.martin1994",
        7,
        "cannot come to mean another publication",
    ),
]


@pytest.mark.parametrize(("text", "key_path", "line", "words"), ONE_MISTAKE)
def test_one_mistake_is_one_fault(text: str, key_path: str, line: int, words: str) -> None:
    [fault] = faults(text)
    assert (fault.key_path, fault.line) == (key_path, line)
    assert words in fault.says


@pytest.mark.parametrize(("text", "key_path", "line", "words"), ONE_MISTAKE)
def test_every_fault_is_a_sentence_that_people_can_act_on(
    text: str, key_path: str, line: int, words: str
) -> None:
    [fault] = faults(text)
    assert fault.says.endswith((".", "?"))
    assert str(fault) == f"line {line}: {key_path}: {fault.says}"


@pytest.mark.parametrize(
    "switch",
    [
        "[hard_stops]\nenabled = false",
        "[preparation]\nconsent_required = false",
        "[red_flags.seizure]\nlevel = 'advise'",
        "[roles]\nclearance = ['nurse']",
        "[recovery.rest_minutes.override]\nby = 'nurse'",
    ],
)
def test_a_hard_stop_cannot_be_switched_off_because_there_is_no_switch(switch: str) -> None:
    """Consent, red flags, roles are rules of the software; a protocol only holds their values."""
    assert faults(switch)


@pytest.mark.parametrize("step", ["position", "clean", "draw", "needle_in_space", "inject"])
def test_a_step_that_makes_the_patch_cannot_be_left_out(step: str) -> None:
    order = [s for s in shipped("kaysville").procedure.step_order if s != step]
    [fault] = faults(listed(ORDER, order))
    assert f'"{step}" is missing' in fault.says


def test_all_mistakes_are_told_at_once_in_the_order_of_the_file() -> None:
    found = faults(
        rest(value=3, certainty="sure")
        + "\n"
        + listed("recovery.walk_metres", 0)
        + "\n"
        + listed(ORDER, ["clean", "clean", "drew"])
    )
    assert [(fault.line, fault.key_path) for fault in found] == [
        (8, f"{REST}.value"),
        (9, f"{REST}.certainty"),
        (12, "recovery.walk_metres.value"),
        (16, f"{ORDER}.value[3]"),
        (16, f"{ORDER}.value[2]"),
    ]


# --- the head of a file ---


@pytest.mark.parametrize(
    ("before", "after", "key_path", "words"),
    [
        ('name = "mine"', 'name = "My Clinic"', "protocol.name", "cannot be a name"),
        ('name = "mine"', 'name = "house"', "protocol.name", "a layer below"),
        ('name = "mine"\n', "", "protocol.name", 'missing; write name = "'),
        ('version = "1.0"', "version = 1.0", "protocol.version", 'such as "1.0"'),
        ('title = "My clinic"', 'title = ""', "protocol.title", "cannot be a title"),
        ('extends = "kaysville"', "", "protocol.extends", "it extends nothing, but"),
        ("[protocol]", "[protocol]\nsafe = true", "protocol.safe", "no such key"),
    ],
)
def test_the_head_says_what_the_file_is(before: str, after: str, key_path: str, words: str) -> None:
    text = mine("").replace(before, after)
    with pytest.raises(ProtocolFaults) as refused:
        parse(text, base=shipped("kaysville"))
    [fault] = refused.value.faults
    assert fault.key_path == key_path
    assert words in fault.says


def test_a_file_that_extends_nothing_must_state_everything() -> None:
    text = '[protocol]\nname = "bare"\nversion = "1"\ntitle = "Bare"\n[recovery]\n'
    with pytest.raises(ProtocolFaults) as refused:
        on_shipped_base(text)
    lines = {fault.key_path: fault.line for fault in refused.value.faults}
    assert set(lines) == set(KINDS)
    assert lines["recovery.rest_minutes"] == 5
    assert lines["closure.due_hours"] == 1


def test_a_file_whose_layer_below_is_not_at_hand_is_told_that_and_no_more() -> None:
    """Its eighty other values are not missing; they are elsewhere."""
    with pytest.raises(ProtocolFaults) as refused:
        parse(mine(""))
    [fault] = refused.value.faults
    assert (fault.key_path, fault.line) == ("protocol.extends", 5)


def test_one_value_taken_out_of_the_house_is_missed() -> None:
    text = shipped_text("house").replace("[recovery.walk_metres]", "[recovery.walk_meters]")
    with pytest.raises(ProtocolFaults) as refused:
        parse(text, citations=shipped_citations())
    assert {fault.key_path for fault in refused.value.faults} == {
        "recovery.walk_metres",
        "recovery.walk_meters",
    }


# --- a text that is not TOML at all ---


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("[protocol]\nname = \n", 2, "Invalid value at column 8"),
        ("[protocol]\nname = 'a'\nname = 'b'\n", 3, "overwrite"),
        ("[protocol\n", 1, "column 10"),
        ("x = 1\ny = [1,\n", 3, "at the end of the file"),
        ("x = " + "[" * 9999, 1, "nested too deeply"),
        ("x = " + "9" * 9999, 1, "This is not TOML"),
    ],
    ids=["no value", "twice", "open bracket", "open list", "deep", "endless number"],
)
def test_a_fault_of_syntax_is_the_only_fault(text: str, line: int, words: str) -> None:
    """Nothing after it can be read for sure, so nothing after it is judged."""
    with pytest.raises(ProtocolFaults) as refused:
        on_shipped_base(text)
    [fault] = refused.value.faults
    assert (fault.key_path, fault.line) == ("", line)
    assert words in fault.says

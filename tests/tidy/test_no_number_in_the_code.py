"""No clinical number in the code: how much, how long and from when on is the protocol's to say.

A number may stand in the code where it is arithmetic, a shape or a size, and no medicine. These
are all the places:

- 0, 1 and -1; a position; how long a text is; how many decimals; an answer of the web; the order
  of an `Enum`: `numbers.py` knows them by their shape;
- the bounds of what a value can be, in the class of that value: it names their `source`;
- the bounds of what a protocol may say, in its sections: `house.toml` prints them;
- what ALLOWED names, each with its reason, and what DRAWN draws.
"""

import ast
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from tests.tidy.files import PACKAGE, kept, listed, modules, tree
from tests.tidy.numbers import Number, amounts, amounts_of_page, last, numbers, within

PEN = "so that a slip of the pen is noticed; no rule reads it"
PAGE = "how much stands on a page"
CLOCK = "how soon a list takes notice of what the protocol made due"

ALLOWED = {
    "pathway/values/units.py": "how many minutes an hour has is the same in every clinic",
    "pathway/values/local_time.py": "the calendar, and the gap between two clocks",
    "pathway/clinical/bounds.py:HALF": "how wide *about* and *at once* are taken to be",
    "pathway/protocol/antithrombotics.py:HOURS": PEN,
    "pathway/protocol/antithrombotics.py:CRCL": PEN,
    "pathway/protocol/antithrombotics.py:INR": PEN,
    "pathway/protocol/antithrombotics.py:LONGEST_NOTE": PEN,
    "pathway/protocol/antithrombotics.py:HIGHEST_LEVEL": PEN,
    "pathway/protocol/agreement.py:TENFOLD": "a decimal point that slipped by one place",
    "pathway/protocol/citations.py:complaint()": PEN,
    "pathway/protocol/entry.py:LONGEST_NOTE": PEN,
    "pathway/protocol/kinds/listed.py:MOST_ROWS": PEN,
    "pathway/protocol/kinds/single.py:LONGEST_SENTENCE": PEN,
    "pathway/protocol/lines.py:document()": "two brackets",
    "pathway/rules/sedation.py:MG": "how many mg a unit has is the same in every clinic",
    "pathway/rules/sedation.py:SLIPS": "a slip of the decimal point, or of mg for mcg",
    "doors/public/studies.py:HUNDRED": "the people of the drawing",
    "doors/public/studies.py:DOT": "the people of the drawing",
    "doors/public/studies.py:dots()": "the people of the drawing",
    "doors/staff/access/lockout.py": "who may sign in",
    "doors/staff/booking/calendar.py:AHEAD": PAGE,
    "doors/staff/due_times.py:NEAR": CLOCK,
    "doors/staff/page_frame.py:page()": "an answer of the web",
    "doors/staff/rules/all_rules.py:LATELY": "over how many days the use of a rule is counted",
    "doors/staff/rules/all_rules.py:LONGEST_QUESTION": PAGE,
    "doors/staff/rules/protocol_values.py:WIDEST": PAGE,
    "doors/staff/event_sentences.py:MOST_ANSWERS": PAGE,
    "doors/staff/event_sentences.py:LATE": (
        "from when on an entry is shown with the time of its writing"
    ),
    "doors/ui/forms/choice_fields.py:MOST_RADIOS": PAGE,
    "doors/ui/forms/choice_fields.py:LONG_WORDS": PAGE,
    "doors/ui/forms/choice_fields.py:control()": PAGE,
    "doors/ui/forms/field_table.py:hint()": PAGE,
    "doors/ui/forms/widgets.py:MANY": PAGE,
    "doors/ui/forms/widgets.py:MOST_ROWS": PAGE,
    "doors/ui/forms/text_fields.py:__init__()": PAGE,
    "doors/ui/times.py:span()": "whether a time is said in minutes, hours or days",
}
DRAWN = ("doors/ui/charts", "doors/ui/shapes.py")
"""Pictures: places on paper. What they show is given to them."""

TREATED = ("pathway", "doors/staff", "doors/public", "doors/ui")
"""Where medicine is decided or shown. Elsewhere only a span of time can be a clinical number."""
STORIES = (
    "clinic/demo.py",
    "doors/console/demo",
    "doors/console/explore",
    "doors/console/replay",
    "doors/console/reference/example_script.py",
    "doors/console/reference/told_times.py",
    "doors/console/reference/value_examples.py",
)
"""Invented patients, the scripts that tell of them, and examples of how a value is written."""
ACCESS = "doors/staff/access"
"""Who may sign in; there is no patient in it."""


def place(path: Path) -> str:
    return path.relative_to(PACKAGE).as_posix()


def among(path: Path, places: Iterable[str]) -> bool:
    return any(f"{place(path)}/".startswith(f"{one}/") for one in places)


def clinical(path: Path, module: ast.Module) -> Iterator[Number]:
    """What stands in a module and could be medicine."""
    if among(path, DRAWN + STORIES):
        return
    if among(path, TREATED) and not among(path, [ACCESS]):
        found = [n for n in numbers(module) if not n.bounds]
    else:
        calls = (n for n in ast.walk(module) if isinstance(n, ast.Call))
        spans = [call for call in calls if last(call.func) == "timedelta"]
        found = [n for span in spans for n in within(span, "", bounds=False)]
    yield from found


def names(path: Path, number: Number) -> set[str]:
    return {place(path), f"{place(path)}:{number.name}"}


def test_no_number_in_the_code() -> None:
    found = [(path, n) for path in modules() for n in clinical(path, tree(path))]
    faults = [
        f"{place(path)}:{n.line}: {n.said} in {n.name}: write it into the protocol, with its source"
        for path, n in found
        if not names(path, n) & set(ALLOWED)
    ]
    assert faults == [], listed(faults)
    needed = {name for path, n in found for name in names(path, n)}
    assert set(ALLOWED) - needed == set(), "no number stands there any more"


# --- in words ---

IN_WORDS = {
    "doors/console/listen_address.py:_told()": "a port of the computer",
    "doors/ui/templates/ui/components/not_live.html": "for how long a page has been silent (H51)",
}


def said(path: Path) -> Iterator[tuple[str, str]]:
    """Each amount that a file says in its own words, and where."""
    if among(path, DRAWN + STORIES + (ACCESS,)):
        return
    if path.suffix == ".py":
        for n in amounts(tree(path)):
            yield f"{place(path)}:{n.name}", f"line {n.line}: {n.said}"
    elif path.suffix == ".html":
        for amount in amounts_of_page(path.read_text(encoding="utf-8")):
            yield place(path), amount


def test_no_amount_is_typed_into_the_words_that_people_read() -> None:
    found = [one for path in kept() if PACKAGE in path.parents for one in said(path)]
    faults = [f"{where}: {what}" for where, what in found if where not in IN_WORDS]
    assert faults == [], listed(faults)
    assert set(IN_WORDS) - {where for where, _ in found} == set(), "nothing is said there any more"


# --- the scanner itself ---

PLANTED = {
    "a limit in a rung": "def rung(e, c):\n    if e.temperature > 38: yield FEVER(c)",
    "a limit that is no whole number": "def rung(e, c):\n    return e.inr > Decimal('1.4')",
    "a limit with a name": "REST_MINUTES = 30",
    "a limit for a default": "def rest(minutes=30): ...",
    "a span": "due = start + timedelta(hours=24)",
    "a list of times": "TIMES = (0, 15, 30)",
    "a limit in the method of a value": "class C(Quantity):\n    def fever(self): return self > 38",
    "a limit in a class that is no value": "class StageStream:\n    limit = 38",
    "a limit beside a length": "many = len(tests) > 2 or e.pain > 3",
    "a limit in a declaration": "rest: int = whole('Rest', low=30, high=240, usual=60)",
}


@pytest.mark.parametrize("source", PLANTED.values(), ids=PLANTED)
def test_a_planted_number_is_found(source: str) -> None:
    assert [n for n in numbers(ast.parse(source)) if not n.bounds]


@pytest.mark.parametrize(
    "source",
    [
        "def rung(e, c): return e.temperature > c.protocol.preparation.fever_hold_c",
        "first, sign = rows[2], -1",
        "long = len(text) > 40",
        "found = match.group(2)",
        "class Rank(IntEnum):\n    LATER = 3",
        "class Celsius(Quantity):\n    low, high, places = Decimal(30), Decimal(45), 1",
        "class Sign(Value): ...\nLARGEST_MM = 999",
        "rest: int = whole('Rest', low=30, high=240)",
        "page = render(request, status=422)",
        "def quoted(text, longest=30): ...",
    ],
)
def test_what_is_no_medicine_is_left_alone(source: str) -> None:
    assert [n for n in numbers(ast.parse(source)) if not n.bounds] == []


def test_a_span_is_found_where_no_patient_is_treated() -> None:
    room, planted = (
        PACKAGE / "clinic" / "slots.py",
        "held = until + timedelta(minutes=90); most = 7",
    )
    assert [n.said for n in clinical(room, ast.parse(planted))] == ["90"]


AMOUNTS = {
    "A patch before 24 h.": "24 h",
    "Hold from 38 °C on.": "38 °C",
    "Draw 20 to 25 mL.": "25 mL",
    "Wait for 48 hours.": "48 hours",
    "It begins within 5 days.": "5 days",
    "It ends within two weeks.": "two weeks",
    "Worst within one minute.": "one minute",
    "Heparin over four days.": "over four",
    "Older than 60.": "Older than 60",
    "By at least two identifiers.": "at least two",
    "A 15-minute rest.": "15-minute",
    "Saturation under 90 %.": "under 90",
}


@pytest.mark.parametrize("text", AMOUNTS)
def test_a_planted_amount_is_found(text: str) -> None:
    [found, *_] = amounts(ast.parse(f"FEVER = declare(says={text!r})"))
    assert found.said == AMOUNTS[text]
    assert amounts_of_page(f"<p>{text}</p>")[0] == AMOUNTS[text]
    assert amounts_of_page(f'{{% translate "{text}" %}}')[0] == AMOUNTS[text]


@pytest.mark.parametrize(
    "text",
    ["{hours} hours", "L3/4", "T12/L1", "10^9/L", "mg/24 h", "CD4 cells", "%(n)d days", "grade 2"],
)
def test_what_is_no_amount_is_left_alone(text: str) -> None:
    assert list(amounts(ast.parse(f"words = {text!r}"))) == []


def test_how_a_value_is_typed_is_no_amount() -> None:
    source = "class Celsius(Quantity):\n    example = '38 °C'\nraise ValueFault('Type it: 38 °C.')"
    assert list(amounts(ast.parse(source))) == []


def test_what_a_page_fills_in_or_only_notes_is_no_amount() -> None:
    page = "{% comment %}30 minutes{% endcomment %}{{ rest }} minutes<svg><path d='M3 3h'/></svg>"
    assert amounts_of_page(page) == []

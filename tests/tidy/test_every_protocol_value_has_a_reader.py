"""Every value of the protocol is read: what nothing obeys, no physician should have to sign.

A reader is a rule, an obligation or a page, the public one too. What only checks a file, keeps it
or prints it (the protocol package, the text that is kept, the reference) is none, nor is a finding
that only names the value. A value is found by its name beside that of its section
(`protocol.recovery.rest_minutes`, or `limits.rest_minutes` where the module speaks of `recovery`);
through a question of the section that somebody asks; or where a form shows it with a field.
"""

import ast
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from bloodpatch.pathway.protocol.protocol import KINDS, SECTIONS
from tests.tidy.files import PACKAGE, kept, listed, modules, tree

UNREAD: frozenset[str] = frozenset()
"""Without a reader: none today, and no new one (decision 0012)."""

NO_READERS = (
    "pathway/protocol/",
    "protocols/",
    "record/protocol_document.py",
    "doors/console/reference/",
)
Read = tuple[str, str]
"""A section and a name of it; the section is empty where it stands behind a name of its own."""


def readers() -> Iterator[Path]:
    for path in modules():
        if not path.relative_to(PACKAGE).as_posix().startswith(NO_READERS):
            yield path


def reads(module: ast.Module) -> Iterator[Read]:
    """What a module may read of a protocol: section and name."""
    attributes = [node for node in ast.walk(module) if isinstance(node, ast.Attribute)]
    here = {node.attr for node in attributes} | names(module)
    spoken_of = {section for section, shape in SECTIONS.items() if {section, shape.__name__} & here}
    for node in attributes:
        match node.value:
            case ast.Attribute(attr=section):
                yield section, node.attr
            case _:
                yield from ((section, node.attr) for section in spoken_of)
    yield from shown_with_a_field(module)


def names(module: ast.Module) -> set[str]:
    return {node.id for node in ast.walk(module) if isinstance(node, ast.Name)}


def shown_with_a_field(module: ast.Module) -> Iterator[Read]:
    """`payload("...", value="recovery.rest_minutes")`: the form says it beside the question."""
    for node in ast.walk(module):
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "payload":
            for keyword in node.keywords:
                match keyword:
                    case ast.keyword(arg="value", value=ast.Constant(value=str() as key)):
                        section, _, name = key.partition(".")
                        yield section, name


def questions(module: ast.Module) -> Iterator[tuple[str, frozenset[str]]]:
    """The methods of a section, and which of its values each looks at."""
    for node in ast.walk(module):
        if isinstance(node, ast.FunctionDef):
            inside = (n for n in ast.walk(node) if isinstance(n, ast.Attribute))
            mine = {
                n.attr for n in inside if isinstance(n.value, ast.Name) and n.value.id == "self"
            }
            yield node.name, frozenset(mine)


def through_questions(read: Iterable[Read]) -> Iterator[Read]:
    asked = set(read)
    for section in SECTIONS:
        module = tree(PACKAGE / "pathway" / "protocol" / "sections" / f"{section}.py")
        for question, values in questions(module):
            if (section, question) in asked:
                yield from ((section, name) for name in values)


def on_pages() -> Iterator[Read]:
    for path in kept():
        if path.suffix == ".html" and PACKAGE in path.parents:
            yield from re.findall(r"\b([a-z_]+)\.([a-z_0-9]+)", path.read_text("utf-8"))


def without_a_reader() -> set[str]:
    read = {one for path in readers() for one in reads(tree(path))} | set(on_pages())
    read |= set(through_questions(read))
    return {key for key in KINDS if tuple(key.split(".")) not in read}


def test_no_further_value_is_without_a_reader() -> None:
    new = sorted(without_a_reader() - UNREAD)
    assert new == [], listed(
        [*new, "Let a rule or a page read it, or take it out of the protocol."]
    )


def test_what_has_a_reader_or_is_gone_is_off_the_list() -> None:
    done = sorted(UNREAD - without_a_reader())
    assert done == [], listed([*done, "Take it off UNREAD."])


READ = {
    "in one breath": "x = context.protocol.recovery.rest_minutes",
    "by another name": "limits = protocol.recovery\nx = limits.rest_minutes",
    "of a section that is handed over": "def f(limits: Recovery): return limits.rest_minutes",
    "beside a question": 'x = payload("How long", value="recovery.rest_minutes")',
}
NOT_READ = {
    "of another section": "x = protocol.repeat.rest_minutes",
    "where no section is spoken of": "x = visit.rest_minutes",
    "only named": 'KIND = declare(code="a.b", value="recovery.rest_minutes")',
}


@pytest.mark.parametrize("text", READ.values(), ids=READ)
def test_a_reader_is_seen(text: str) -> None:
    assert ("recovery", "rest_minutes") in set(reads(ast.parse(text)))


@pytest.mark.parametrize("text", NOT_READ.values(), ids=NOT_READ)
def test_what_reads_nothing_is_not_taken_for_a_reader(text: str) -> None:
    assert ("recovery", "rest_minutes") not in set(reads(ast.parse(text)))


def test_a_question_of_a_section_reads_when_it_is_asked() -> None:
    of_grades = set(through_questions({("adverse_event", "review_hours")}))
    assert ("adverse_event", "review_grade_1_hours") in of_grades
    assert set(through_questions(set())) == set()


def test_the_readers_are_looked_for_outside_of_the_protocol() -> None:
    found = {path.relative_to(PACKAGE).as_posix() for path in readers()}
    assert "doors/public/page.py" in found
    assert not [path for path in found if path.startswith(NO_READERS)]

"""Lines: every key and every item of a file is found on its line."""

import tomllib
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bloodpatch.pathway.protocol.lines import lines_of
from bloodpatch.record.protocols import shipped_names, shipped_text
from tests.spec.protocol.writing import toml

WRITTEN = '''\
# a comment with [brackets] and "quotes"
[recovery]                                  # 2
rest = { value = 30, t = ["T8"] }           # 3

"walk metres" . value = 10                  # 5
note = """                                  # 6: this is no comment
[not.a.table]
value = "neither \\""""
times = [                                   # 9
  0, # "]"
  15,
  [ '30', { deep = 1979-05-27 07:32:00 } ],
]
[[followup.contacts]]                       # 14
code = """a"""
[followup.contacts.window]                  # 16
opens = 1
[[followup.contacts]]                       # 18
code = \'\'\'it''s [x]\'\'\'
["odd.name".'other "one"']                  # 20
x = 1
'''


def test_every_way_of_writing_a_key_is_found() -> None:
    lines = lines_of(WRITTEN)
    assert lines == {
        ("recovery",): 2,
        ("recovery", "rest"): 3,
        ("recovery", "rest", "value"): 3,
        ("recovery", "rest", "t"): 3,
        ("recovery", "rest", "t", 0): 3,
        ("recovery", "walk metres"): 5,
        ("recovery", "walk metres", "value"): 5,
        ("recovery", "note"): 6,
        ("recovery", "times"): 9,
        ("recovery", "times", 0): 10,
        ("recovery", "times", 1): 11,
        ("recovery", "times", 2): 12,
        ("recovery", "times", 2, 0): 12,
        ("recovery", "times", 2, 1): 12,
        ("recovery", "times", 2, 1, "deep"): 12,
        ("followup",): 14,
        ("followup", "contacts"): 14,
        ("followup", "contacts", 0): 14,
        ("followup", "contacts", 0, "code"): 15,
        ("followup", "contacts", 0, "window"): 16,
        ("followup", "contacts", 0, "window", "opens"): 17,
        ("followup", "contacts", 1): 18,
        ("followup", "contacts", 1, "code"): 19,
        ("odd.name",): 20,
        ("odd.name", 'other "one"'): 20,
        ("odd.name", 'other "one"', "x"): 21,
    }
    assert set(lines) == set(places(tomllib.loads(WRITTEN)))


def places(value: object, at: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """Every place of a document, as the standard library read it."""
    parts = value.items() if isinstance(value, dict) else enumerate(value)
    for name, part in parts:
        yield (*at, name)
        if isinstance(part, dict | list):
            yield from places(part, (*at, name))


@pytest.mark.parametrize("name", [*shipped_names(), "citations"])
def test_every_key_of_a_shipped_file_is_found(name: str) -> None:
    text = shipped_text(name)
    assert set(lines_of(text)) == set(places(tomllib.loads(text)))


NAMES = st.text(st.sampled_from("ab_-1"), min_size=1, max_size=3)
VALUES = st.recursive(
    st.one_of(
        st.integers(-9, 9),
        st.booleans(),
        st.text(st.sampled_from("x\"'#[]{}=,.\n\\é"), max_size=8),
    ),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(NAMES, inner, max_size=3),
    max_leaves=8,
)


@given(st.lists(st.tuples(NAMES, VALUES), max_size=6, unique_by=lambda pair: pair[0]))
def test_any_document_is_walked_as_the_standard_library_reads_it(pairs) -> None:
    """One key a line: so the n-th key, with all that is in it, is on line n."""
    text = "".join(f"{name} = {toml(value)}\n" for name, value in pairs)
    lines = lines_of(text)
    assert set(lines) == set(places(tomllib.loads(text)))
    for number, (name, _) in enumerate(pairs, 1):
        assert {line for key, line in lines.items() if key[0] == name} == {number}

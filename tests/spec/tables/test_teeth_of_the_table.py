"""The teeth of the table: with a control taken away, `test_every_cell` turns red."""

from collections.abc import Callable
from typing import Any

import pytest

from bloodpatch.pathway import decide
from bloodpatch.pathway.whereabouts import Whereabouts
from tests.spec.tables import test_every_cell as table


def nobody_objects(*_: Any) -> tuple[()]:
    return ()


def crashes(*_: Any) -> tuple[()]:
    raise ZeroDivisionError


@pytest.mark.parametrize(
    ("rung", "instead", "goes_red"),
    [
        ("person", nobody_objects, table.test_who_may_not_is_told_so_and_nothing_else),
        ("refuses", lambda *_: False, table.test_what_the_button_refuses_the_act_refuses),
        (
            "refuses",
            lambda *_: True,
            table.test_a_record_is_refused_for_nothing_but_a_contradiction,
        ),
        ("state", crashes, table.test_each_cell_has_a_defined_outcome),
    ],
)
def test_without_this_rung_the_table_turns_red(
    monkeypatch: pytest.MonkeyPatch,
    rung: str,
    instead: Callable[..., Any],
    goes_red: Callable[[Whereabouts], None],
) -> None:
    told: dict[str, Any] = {}
    if "record_property" in goes_red.__code__.co_varnames:
        told["record_property"] = told.__setitem__
    monkeypatch.setattr(decide, rung, instead)
    with pytest.raises((AssertionError, ZeroDivisionError)):
        goes_red(Whereabouts.RECOVERING, **told)

"""One clock: the instant enters the house in `config/clock.py` and nowhere else.

Then a demo, a replay and a test own every time that is written, and no page disagrees with the
record about what time it is. Measuring how long something took (`monotonic`) is no time of day.
"""

import ast
import re

import pytest

from tests.tidy.files import PACKAGE, kept, listed, modules, shown, tree

THE_CLOCK = PACKAGE / "config" / "clock.py"
ASKS = {
    "datetime": {"now", "utcnow", "today"},
    "date": {"today"},
    "dt": {"now", "utcnow", "today"},
    "timezone": {"now"},
    "time": {"time", "time_ns", "localtime", "gmtime", "ctime", "strftime"},
}
FIELDS = {"auto_now", "auto_now_add"}
IN_TEXT = re.compile(r"CURRENT_(?:TIMESTAMP|DATE|TIME)\b|\bnow\(\)|'now'|\{%\s*now\b", re.I)


def asked(node: ast.AST) -> str | None:
    """What this piece of a module asks of a clock, if anything."""
    match node:
        case ast.Call(func=ast.Attribute(attr="localtime" | "localdate" as name), args=[]):
            return f"{name}() of no instant"
        case ast.Attribute(value=ast.Name(id=owner) | ast.Attribute(attr=owner), attr=name):
            return f"{owner}.{name}" if name in ASKS.get(owner, ()) else None
        case ast.ImportFrom(module="time" | "django.utils.timezone" as module, names=names):
            taken = {alias.name for alias in names} & ASKS[module.split(".")[-1]]
            return f"from {module} import {', '.join(sorted(taken))}" if taken else None
        case ast.keyword(arg=str(name)) if name in FIELDS:
            return name
        case ast.Constant(value=str(text)) if "SELECT" in text or "INSERT" in text:
            return found.group() if (found := IN_TEXT.search(text)) else None
    return None


def asks(module: ast.Module) -> list[str]:
    return [found for node in ast.walk(module) if (found := asked(node))]


def test_only_the_clock_asks_what_time_it_is() -> None:
    others = [path for path in modules() if path != THE_CLOCK]
    faults = [f"{shown(path)}: {what}" for path in others for what in asks(tree(path))]
    assert faults == [], listed(faults)
    assert asks(tree(THE_CLOCK))


def test_no_template_and_no_sql_file_asks_either() -> None:
    written = [p for p in kept() if PACKAGE in p.parents and p.suffix in (".html", ".sql", ".txt")]
    assert [shown(p) for p in written if IN_TEXT.search(p.read_text("utf-8"))] == []


@pytest.mark.parametrize(
    "snippet",
    [
        "datetime.now(UTC)",
        "datetime.datetime.utcnow()",
        "from django.utils.timezone import now",
        "timezone.now()",
        "time.time()",
        "timezone.localtime()",
        "DateTimeField(auto_now_add=True)",
        "run('INSERT INTO event (at) VALUES (CURRENT_TIMESTAMP)')",
        "field(default_factory=date.today)",
    ],
)
def test_another_clock_is_caught(snippet: str) -> None:
    assert asks(ast.parse(snippet))


@pytest.mark.parametrize("snippet", ["settings.NOW()", "monotonic()", "timezone.localtime(at)"])
def test_what_is_no_clock_is_left_alone(snippet: str) -> None:
    assert asks(ast.parse(snippet)) == []

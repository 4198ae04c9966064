"""What every test may ask for, and the rule about tests that did not run: they are counted.

A test that needs a PostgreSQL or a browser says so with a marker and is left out where there is
none; the last lines of a run say how many. BLOODPATCH_NO_SKIPS=1 makes each of them a failure.
Tests marked `prove` hold full counts and run under BLOODPATCH_PROVE=1 (`make prove`) only.
"""

import os
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from bloodpatch.config.clock import OwnedClock, owned
from tools.browser import chromium

if TYPE_CHECKING:
    from playwright.sync_api import Browser

QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)

NEEDS = {
    "postgres": ("no PostgreSQL here", lambda: os.environ.get("BLOODPATCH_TEST_POSTGRES")),
    "browser": ("no browser here", chromium),
}


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    for marker, (why, found) in NEEDS.items():
        asking = [item for item in items if item.get_closest_marker(marker)]
        if asking and not found():
            for item in asking:
                item.add_marker(pytest.mark.skip(reason=why))
    if not os.environ.get("BLOODPATCH_PROVE"):
        long = [item for item in items if item.get_closest_marker("prove")]
        config.hook.pytest_deselected(items=long)
        items[:] = [item for item in items if item not in long]


def left_out(config: pytest.Config) -> list[tuple[str, str]]:
    """Each test that was skipped, with the reason."""
    reporter = config.pluginmanager.get_plugin("terminalreporter")
    reports = reporter.stats.get("skipped", []) if reporter else []
    return [(report.nodeid, str(report.longrepr[2])) for report in reports]


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session: pytest.Session) -> None:
    strict = os.environ.get("BLOODPATCH_NO_SKIPS")
    if strict and session.exitstatus == pytest.ExitCode.OK and left_out(session.config):
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def pytest_terminal_summary(
    terminalreporter: pytest.TerminalReporter, config: pytest.Config
) -> None:
    missing = left_out(config)
    if not missing:
        return
    for why, count in Counter(why for _, why in missing).items():
        terminalreporter.write_line(f"left out: {count} ({why.removeprefix('Skipped: ')})")
    if os.environ.get("BLOODPATCH_NO_SKIPS"):
        terminalreporter.write_line("Every test must run here; these did not:", red=True)
        for name, _ in missing:
            terminalreporter.write_line(f"  {name}")


@pytest.fixture(scope="session")
def browser() -> Iterator["Browser"]:
    """One Chromium for the whole run: a second one cannot be started beside it in one thread.

    Its event loop stays in this thread, and nothing of ours runs in that loop; Django, which sees
    it, is told that the record may be asked all the same.
    """
    from playwright.sync_api import sync_playwright

    with pytest.MonkeyPatch.context() as allowed, sync_playwright() as playwright:
        allowed.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "1")
        running = playwright.chromium.launch(executable_path=chromium(), args=list(QUIET))
        yield running
        running.close()


@pytest.fixture
def clock() -> Iterator[OwnedClock]:
    """An owned clock that stands at Sunday 22 November 2026, 15:00 UTC (08:00 in Kaysville)."""
    with owned(datetime(2026, 11, 22, 15, 0, tzinfo=UTC)) as clock:
        yield clock

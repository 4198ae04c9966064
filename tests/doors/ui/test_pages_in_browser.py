"""The gallery in a real browser, under the policy of the house: seen by axe, by thumb, by clock.

The pages are served to the browser by the test itself, with the headers of `config/headers.py`.
"""

import json
from collections.abc import Iterator
from datetime import timedelta
from mimetypes import guess_type
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Route

from bloodpatch.config.headers import ALWAYS
from tests.doors.ui.gallery import PAGES, write
from tests.doors.ui.people import NOW

pytestmark = pytest.mark.browser

AXE = Path(__file__).parents[2] / "vendor" / "axe" / "axe.min.js"
PLACE = "http://bloodpatch.test/"
NAMES = sorted(path.stem for path in PAGES.glob("*.html"))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("gallery")
    write(made)
    return made


@pytest.fixture
def page(browser: Browser, folder: Path) -> Iterator[Page]:
    """A page that can reach nothing but the gallery; what the browser complains of is a fault."""
    context = browser.new_context()
    page = context.new_page()
    complaints: list[str] = []
    page.on("console", lambda said: complaints.append(said.text) if said.type == "error" else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))

    def serve(route: Route) -> None:
        asked = folder / route.request.url.removeprefix(PLACE).partition("?")[0]
        if not asked.is_file():
            route.abort()
            return
        kind = guess_type(asked.name)[0] or "application/octet-stream"
        route.fulfill(body=asked.read_bytes(), headers={**ALWAYS, "Content-Type": kind})

    context.route("**/*", serve)
    yield page
    context.close()
    # A cut line is the point of some tests; that the browser and htmx say so is no fault.
    cut = ("net::ERR_FAILED", "htmx:sendError", "htmx:afterRequest")
    assert [text for text in complaints if not any(word in text for word in cut)] == []


def opened(page: Page, name: str, *, width: int = 1280, theme: str = "light") -> Page:
    page.set_viewport_size({"width": width, "height": 900})
    page.emulate_media(color_scheme=theme)  # type: ignore[arg-type]
    page.goto(f"{PLACE}{name}.html")
    return page


def axe(page: Page) -> list[str]:
    """What axe finds, with the first element of each."""
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate("axe.run(document, {resultTypes: ['violations']})")
    return [f"{one['id']}: {json.dumps(one['nodes'][0]['html'])}" for one in found["violations"]]


@pytest.mark.parametrize(("width", "theme"), [(1280, "light"), (820, "dark"), (390, "light")])
@pytest.mark.parametrize("name", NAMES)
def test_axe_finds_nothing(page: Page, name: str, width: int, theme: str) -> None:
    assert axe(opened(page, name, width=width, theme=theme)) == []


def test_axe_would_find_something(page: Page) -> None:
    opened(page, "episode")
    page.evaluate("document.querySelector('.tag').style.color = '#ccc'")
    assert any(found.startswith("color-contrast") for found in axe(page))


SPILLS = """() => {
  const wide = document.documentElement.scrollWidth - document.documentElement.clientWidth;
  const cut = [...document.querySelectorAll('.flag, .tag, .button, .person-name, .choice')]
    .filter(e => e.scrollWidth > e.clientWidth + 1)
    .map(e => e.outerHTML.slice(0, 80));
  return wide > 0 ? ['the page is ' + wide + ' px too wide', ...cut] : cut;
}"""


def at_each_width(page: Page, name: str, widths: tuple[int, ...], ask: str, told: int = 0) -> Any:
    """What a question finds on one page at several widths, by width; empty is good."""
    opened(page, name)
    found = {}
    for width in widths:
        page.set_viewport_size({"width": width, "height": 900})
        found[width] = page.evaluate(ask, told)
    return {width: faults for width, faults in found.items() if faults}


@pytest.mark.parametrize("name", NAMES)
def test_nothing_is_cut_off_and_no_page_is_wider_than_the_screen(page: Page, name: str) -> None:
    assert at_each_width(page, name, (1280, 820, 390, 320), SPILLS) == {}


SMALL = """(least) => [...document.querySelectorAll(
    '.button, .choice, .scale label, .input, .measure input, .nav a, summary, .plain-button')]
  .filter(e => e.offsetParent && e.getBoundingClientRect().height < least)
  .map(e => e.getBoundingClientRect().height + ' ' + e.outerHTML.slice(0, 80))"""


@pytest.mark.parametrize("name", NAMES)
def test_every_target_is_a_thumb_wide(page: Page, name: str) -> None:
    assert at_each_width(page, name, (1280, 390), SMALL, 44) == {}


def test_at_the_bedside_targets_are_larger(page: Page) -> None:
    opened(page, "bedside", width=820)
    wanted = ".bedside .button, .bedside .pad button, .bedside .measure input"
    heights = page.locator(wanted).evaluate_all(
        "all => all.map(e => e.getBoundingClientRect().height)"
    )
    assert len(heights) > 10
    assert min(heights) >= 64


def test_the_house_font_is_served_from_the_house(page: Page) -> None:
    opened(page, "episode")
    page.evaluate("document.fonts.ready.then(() => 0)")
    assert page.evaluate("document.fonts.check('600 18px \"Source Sans 3\"', 'Maya')")


# --- the live mark (H51) ---


class Line:
    """The line to the clinic: 304 to each question, or silence."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.cut = False
        self.asked = 0
        page.context.route("**/version", self.answer)

    def answer(self, route: Route) -> None:
        self.asked += 1
        if self.cut:
            route.abort()
            return
        later = NOW + timedelta(seconds=self.asked)
        route.fulfill(status=304, headers={"X-Bloodpatch-Now": later.isoformat()})

    def goes_on(self, seconds: int) -> None:
        """Time passes on the page's clock; what is asked is answered before the next second."""
        for _ in range(seconds):
            self.page.clock.run_for(1000)
            self.page.wait_for_timeout(10)


@pytest.fixture
def line(page: Page) -> Line:
    page.clock.install(time=NOW)
    line = Line(page)
    opened(page, "board")
    return line


def shown(page: Page) -> dict[str, Any]:
    return page.evaluate(
        """() => ({
          state: document.querySelector('[data-live]').className,
          words: document.querySelector('[data-live]').innerText,
          rows: [...document.querySelectorAll('[data-live-row]')]
            .filter(row => row.offsetParent).length,
          note: document.querySelector('.note-not-live').offsetParent !== null,
        })"""
    )


def test_as_long_as_it_is_answered_the_board_is_live(page: Page, line: Line) -> None:
    line.goes_on(40)
    now = shown(page)
    assert line.asked >= 35
    assert "live-live" in now["state"]
    assert now["words"].startswith("Live")
    assert now["rows"] == 6
    assert not now["note"]


def until(page: Page, line: Line, state: str) -> dict[str, Any]:
    """Lets seconds pass until the mark says so; half a minute and a bit is the longest it may."""
    for _second in range(34):
        now = shown(page)
        if state in now["state"]:
            return now
        line.goes_on(1)
    raise AssertionError(f"never {state}: {shown(page)}")


def test_a_silent_line_turns_amber_then_hides_the_rows_then_comes_back(
    page: Page, line: Line
) -> None:
    line.goes_on(3)
    line.cut = True
    amber = until(page, line, "live-stale")
    assert "10 s, as of" in amber["words"]
    assert amber["rows"] == 6
    gone = until(page, line, "live-not_live")
    assert "Not live" in gone["words"]
    assert "30 s, as of" in gone["words"]
    assert gone["rows"] == 0
    assert gone["note"]
    line.cut = False
    assert until(page, line, "live-live")["rows"] == 6


def test_rows_fade_by_themselves_where_the_script_has_stopped(page: Page, line: Line) -> None:
    """The browser runs this, not the script: a page whose script hangs hides its rows too."""
    faded = page.evaluate(
        """() => { const row = document.querySelector('[data-live-row]');
          const [watch] = row.getAnimations(); const seen = [];
          for (const ms of [29000, 31000]) {
            watch.pause(); watch.currentTime = ms; seen.push(getComputedStyle(row).opacity); }
          return seen; }"""
    )
    assert faded == ["1", "0"]


def test_each_answer_starts_the_watch_anew(page: Page, line: Line) -> None:
    beat = "document.querySelector('[data-live-region]').dataset.beat"
    seen = set()
    for _second in range(6):
        line.goes_on(1)
        seen.add(page.evaluate(beat))
    assert seen == {"a", "b"}


def test_clocks_run_on_the_time_of_the_clinic(page: Page) -> None:
    """This machine is an hour wrong; the page's clock is not."""
    page.clock.install(time=NOW + timedelta(hours=1))
    opened(page, "recovery")
    assert page.locator("[data-clock-up]").inner_text() == "15:14"
    page.clock.run_for(60_000)
    assert page.locator("[data-clock-up]").inner_text() == "16:14"
    assert page.locator("[data-clock-down]").inner_text() == "13:46"


# --- forms ---


def test_a_second_click_sends_nothing(page: Page) -> None:
    opened(page, "forms")
    sent = page.evaluate(
        """() => { const form = document.querySelector('form[data-once]'); let sent = 0;
          form.addEventListener('submit', e => { if (!e.defaultPrevented) sent += 1;
            e.preventDefault(); });
          const button = form.querySelector('button[type=submit]');
          button.click(); button.click();
          return [sent, button.getAttribute('aria-busy')]; }"""
    )
    assert sent == [1, "true"]


def test_earlier_opens_the_day_and_the_time_without_script(page: Page) -> None:
    opened(page, "forms")
    day = page.locator("#id_occurred_date")
    assert not day.is_visible()
    page.get_by_text("Earlier", exact=True).click()
    assert day.is_visible()


def test_the_number_pad_types(page: Page) -> None:
    opened(page, "bedside")
    for key in ("Delete the last digit", "4", ".", "5"):
        page.get_by_role("button", name=key, exact=True).click()
    assert page.locator("#ml").input_value() == "24.5"


def test_the_keyboard_sees_where_it_is(page: Page) -> None:
    opened(page, "forms")
    page.keyboard.press("Tab")
    outlined = "getComputedStyle(document.activeElement).outlineStyle"
    assert page.evaluate(outlined) == "solid"
    assert page.evaluate("document.activeElement.className") == "skip"

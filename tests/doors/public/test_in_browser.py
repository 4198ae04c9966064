"""The page in a real browser: alone in the world, small, without script, open to everybody.

The browser is answered by the test, with what the door itself says, and with nothing else.
"""

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from django.test import Client
from playwright.sync_api import Browser, Page, Route

from bloodpatch.doors import ui

pytestmark = pytest.mark.browser

AXE = Path(__file__).parents[2] / "vendor" / "axe" / "axe.min.js"
STATIC = Path(next(iter(ui.__path__))) / "static"
HERE = "http://127.0.0.1"
MOST_BYTES = 100_000
WIDTHS = (1280, 820, 390, 320)


Answers = dict[str, tuple[dict[str, str], bytes]]


@dataclass
class House:
    """What this house answers, asked beforehand; and what the browser then wanted of it."""

    answers: Answers
    sent: dict[str, int] = field(default_factory=dict)
    strangers: list[str] = field(default_factory=list)

    def answer(self, route: Route) -> None:
        url = urlsplit(route.request.url)
        known = self.answers.get(url.path) if route.request.url.startswith(HERE) else None
        if known is None:
            self.strangers.append(route.request.url)
            route.abort()
            return
        headers, body = known
        self.sent[url.path] = len(body)
        route.fulfill(headers=headers, body=body)


@pytest.fixture
def house(browser: Browser, sign: Callable[[str], None]) -> House:
    """The page and all static files, with their headers."""
    sign("kaysville")
    files = [f"/static/{f.relative_to(STATIC)}" for f in STATIC.rglob("*") if f.is_file()]
    return House({path: asked(path) for path in ("/", *files)})


def asked(path: str) -> tuple[dict[str, str], bytes]:
    answer = Client().get(path)
    assert answer.status_code == 200, path
    return dict(answer.headers), b"".join(answer)


@pytest.fixture
def page(house: House, browser: Browser) -> Iterator[Page]:
    context = browser.new_context()
    page = context.new_page()
    complaints: list[str] = []
    page.on("console", lambda said: complaints.append(said.text) if said.type == "error" else None)
    context.route("**/*", house.answer)
    page.goto(f"{HERE}/")
    page.evaluate("document.fonts.ready.then(() => 0)")
    yield page
    context.close()
    assert complaints == []


def test_it_asks_nothing_of_another_host_and_is_small(page: Page, house: House) -> None:
    page.wait_for_load_state("networkidle")
    assert house.strangers == []
    assert any(path.endswith("source-sans-3-latin.woff2") for path in house.sent)
    assert sum(house.sent.values()) < MOST_BYTES, house.sent


def test_it_has_no_script(house: House) -> None:
    _, body = house.answers["/"]
    assert b"<script" not in body
    assert not re.search(rb"<[^>]*\son[a-z]+=|javascript:", body)


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 820, 390])
def test_axe_finds_nothing(page: Page, width: int, theme: str) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.emulate_media(color_scheme=theme)  # type: ignore[arg-type]
    assert axe(page) == []


def axe(page: Page) -> list[str]:
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate("axe.run(document, {resultTypes: ['violations']})")
    return [f"{one['id']}: {json.dumps(one['nodes'][0]['html'])}" for one in found["violations"]]


def test_axe_would_find_something(page: Page) -> None:
    page.evaluate("document.querySelector('main').style.color = '#ccc'")
    assert any(found.startswith("color-contrast") for found in axe(page))


def test_no_width_cuts_it_off(page: Page) -> None:
    wide = {}
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        wide[width] = page.evaluate("document.documentElement.scrollWidth")
    assert wide == {width: width for width in WIDTHS}


def test_links_that_stand_alone_are_a_thumb_high(page: Page) -> None:
    page.set_viewport_size({"width": 390, "height": 900})
    heights = page.locator(".phone, .nav a, .tel, .staff").evaluate_all(
        "all => all.map(e => e.getBoundingClientRect().height)"
    )
    assert len(heights) == 6
    assert min(heights) >= 44


def test_each_drawing_has_a_name_and_each_place_is_reached(page: Page) -> None:
    unnamed = page.locator("svg:not([role=img][aria-label]):not([aria-hidden=true])")
    assert unnamed.count() == 0
    assert page.locator("ol.steps svg[role=img]").count() == 6
    for link in page.locator("nav a").all():
        assert page.locator(str(link.get_attribute("href"))).count() == 1


def test_the_hundred_are_drawn(page: Page) -> None:
    drawn = page.locator(".hundred > use")
    marks = drawn.evaluate_all("all => all.map(e => e.getAttribute('href'))")
    assert [marks.count(f"#{mark}") for mark in ("well", "better", "bad")] == [33, 39, 28]
    assert page.locator(".hundred").get_attribute("aria-label") == (
        "33 of 100 had no headache at all, 39 of 100 were better, with some headache left,"
        " 28 of 100 had a bad headache again, or a second patch."
    )

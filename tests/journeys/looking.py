"""What is looked at on each page that a journey passes: axe once, pictures where they are wanted.

BLOODPATCH_SHOTS=folder keeps a picture of every distinct page at 1280, 820 and 390 pixels.
"""

import json
import os
import re
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from playwright.sync_api import Page

AXE = Path(__file__).parents[1] / "vendor" / "axe" / "axe.min.js"
EPISODE = re.compile(r"(?<=/episodes/)[^/]+|(?<=/patients/)(?!new)[^/]+|(?<=/entries/)\d+")
WIDTHS = (1280, 820, 390)


class Looking:
    """One for each run of the tests: a page that was looked at is not looked at again."""

    def __init__(self) -> None:
        self.seen: set[str] = set()
        self.found: list[str] = []
        shots = os.environ.get("BLOODPATCH_SHOTS")
        self.shots = Path(shots) if shots else None

    def at(self, page: "Page", as_what: str = "") -> None:
        name = name_of(page.url, as_what)
        if name in self.seen:
            return
        self.seen.add(name)
        self.found += [f"{name}: {fault}" for fault in axe(page)]
        if self.shots:
            self.picture(page, name)

    def picture(self, page: "Page", name: str) -> None:
        assert self.shots is not None
        self.shots.mkdir(parents=True, exist_ok=True)
        before = page.viewport_size
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 900})
            file = self.shots / f"{name.strip('/').replace('/', '-')}-{width}.png"
            page.screenshot(path=file, full_page=True)
        if before:
            page.set_viewport_size(before)


def name_of(url: str, as_what: str = "") -> str:
    """The page, whoever it is about: one picture of it is enough."""
    path = EPISODE.sub("x", urlsplit(url).path)
    return f"{path}{as_what}"


def axe(page: "Page") -> list[str]:
    """What axe finds, with the first element of each."""
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate("axe.run(document, {resultTypes: ['violations']})")
    return [f"{one['id']}: {json.dumps(one['nodes'][0]['html'])}" for one in found["violations"]]

"""One browser and one server for all journeys; a clinic and its clock for each."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import pytest
from django.core.cache import cache

from bloodpatch.config.clock import OwnedClock
from tests.journeys.house import House, open_clinic
from tests.journeys.looking import Looking
from tests.journeys.visitor import Visitor

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

PATIENCE_MS = 20_000


@pytest.fixture(scope="session")
def looking() -> Looking:
    return Looking()


@pytest.fixture
def script(request: pytest.FixtureRequest) -> bool:
    """Whether the browser runs scripts; a journey may be told twice (`WITH_AND_WITHOUT`)."""
    return bool(getattr(request, "param", True))


@pytest.fixture
def house(
    transactional_db: None,
    clock: OwnedClock,
    browser: "Browser",
    live_server: Any,
    looking: Looking,
    script: bool,
) -> Iterator[House]:
    cache.clear()
    complaints: list[str] = []
    contexts = []

    def new_page() -> "Page":
        context = browser.new_context(
            base_url=live_server.url,
            java_script_enabled=script,
            viewport={"width": 1280, "height": 900},
        )
        context.set_default_timeout(PATIENCE_MS)
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("console", lambda said: blocked(said.text, complaints))
        return page

    found_before = len(looking.found)
    yield House(open_clinic(), clock, new_page, looking if script else None)
    for context in contexts:
        context.close()
    assert complaints == []
    assert looking.found[found_before:] == []


def blocked(said: str, complaints: list[str]) -> None:
    """What the policy of the house forbade is a fault; a cut line to a page left behind is not."""
    if "Content Security Policy" in said:
        complaints.append(said)


@pytest.fixture
def physician(house: House) -> Visitor:
    return house.person("nisha")


@pytest.fixture
def nurse(house: House) -> Visitor:
    return house.person("tobi")


@pytest.fixture
def second_nurse(house: House) -> Visitor:
    return house.person("grace")


@pytest.fixture
def front_desk(house: House) -> Visitor:
    return house.person("lena")


@pytest.fixture
def service_lead(house: House) -> Visitor:
    return house.person("jonas")

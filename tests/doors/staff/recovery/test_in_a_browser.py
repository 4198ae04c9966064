"""The recovery afternoon in a real browser: with script, on a phone, and without any script."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from bloodpatch.pathway.roles import Role

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

    from tests.doors.staff.conftest import House

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.browser]
NURSE, PHYSICIAN = Role.NURSE, Role.PHYSICIAN
AXE = Path(__file__).parents[3] / "vendor" / "axe" / "axe.min.js"


@pytest.fixture(params=[(1280, True), (390, True), (820, False)], ids=["desk", "phone", "plain"])
def opened(
    request: pytest.FixtureRequest, house: "House", browser: "Browser", live_server: Any
) -> "Page":
    """A page of a signed-in nurse: its width, and whether it has script."""
    width, script = request.param
    size = {"width": width, "height": 900}
    context = browser.new_context(
        viewport=size,  # type: ignore[arg-type]  # the stubs want their own class
        java_script_enabled=script,
        base_url=live_server.url,
    )
    session = house.client(NURSE).cookies["sessionid"].value
    context.add_cookies([{"name": "sessionid", "value": session, "url": live_server.url}])
    context.set_default_timeout(10_000)
    return context.new_page()


def record(page: "Page") -> None:
    """Sent and answered, whether in a new page or in the same one."""
    with page.expect_navigation():
        page.locator("form.form button[type=submit]").click()
    page.locator("form[data-sent]").wait_for(state="detached")


def test_rest_early_refusal_got_up_and_walk(house: "House", patched: str, opened: "Page") -> None:
    page, faults = opened, []
    page.on("console", lambda said: faults.append(said.text) if "CSP" in said.text else None)
    page.on("pageerror", lambda error: faults.append(str(error)))
    recovery = f"/staff/episodes/{patched}/recovery/"
    page.goto(f"{recovery}start-rest/")
    record(page)
    assert page.get_by_text("Rest, 30 minutes").is_visible()
    assert page.locator("#walk-why").inner_text().startswith("Not yet.")

    page.goto(f"{recovery}permit-standing/")
    assert page.locator("button[aria-disabled=true]").is_visible()
    assert page.get_by_text("may stand from 14:30").first.is_visible()

    page.goto(recovery)
    page.get_by_role("link", name="The patient got up", exact=True).click()
    page.locator("[name=reason]").fill("The toilet")
    record(page)
    assert page.get_by_text("Why: The toilet").first.is_visible()
    wide = page.evaluate("document.documentElement.scrollWidth")
    assert wide <= page.viewport_size["width"]  # type: ignore[index]

    page.goto(f"{recovery}record-stand-and-walk/")
    page.get_by_label("The whole distance").check(force=True)
    record(page)
    assert page.get_by_text("Stood and walked.").first.is_visible()
    assert faults == []
    assert house.history(patched)[-1] == "recovery.stood_and_walked"


PAGES = (
    "",
    "recovery/",
    "recovery/permit-standing/",
    "recovery/record-observations/",
    "assessment/",
    "assessment/screen-red-flags/",
    "booking/book/",
    "preparation/",
    "followup/",
    "entries/2/",
)


def test_no_page_has_a_fault_of_accessibility(patched: str, opened: "Page") -> None:
    """H54."""
    for where in PAGES:
        opened.goto(f"/staff/episodes/{patched}/{where}")
        wide = opened.evaluate("document.documentElement.scrollWidth")
        assert wide <= opened.viewport_size["width"], where  # type: ignore[index]
        if not opened.locator("html.has-script").count():
            continue  # axe is a script itself
        opened.evaluate(AXE.read_text(encoding="utf-8"))
        found = opened.evaluate("axe.run()")["violations"]
        assert [(where, f["id"], f["nodes"][0]["html"]) for f in found] == []

"""One member of staff at one browser. In the journeys this is the "I" of every sentence."""

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from bloodpatch.pathway.treatment import ACTS
from tests.journeys.filling import Said, fill_in

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

    from tests.journeys.house import House
    from tests.journeys.looking import Looking

PASSWORD = "four words without any sense"
RECORD = "form.form button[type=submit].button:not(#passkey_login)"


@dataclass
class Visitor:
    """`looking` is None where nobody looks (a run without script, where axe cannot run)."""

    house: "House"
    page: "Page"
    username: str
    looking: "Looking | None" = None

    # going somewhere

    def goes_to(self, address: str) -> None:
        self.page.goto(address)
        self.arrives()

    def arrives(self) -> None:
        """Whoever was away signs in again; whoever signs something says again who they are."""
        for _try in range(3):
            path = urlsplit(self.page.url).path
            if path.startswith("/sign-in/again"):
                self.looks("-again")
                self.page.get_by_label("Your password").fill(PASSWORD)
                self.presses("Yes, it is me")
            elif path.startswith("/sign-in"):
                self.looks()
                self.page.get_by_label("Sign-in name or email").fill(self.username)
                self.page.get_by_label("Password", exact=True).fill(PASSWORD)
                self.presses("Sign in")
            else:
                break
        self.looks()

    def presses(self, words: str) -> None:
        with self.page.expect_navigation():
            self.page.get_by_role("button", name=words, exact=True).click()

    def looks(self, as_what: str = "") -> None:
        if self.looking:
            self.looking.at(self.page, as_what)

    def opens_the_patient(self) -> None:
        """From the list of everybody under treatment, by name."""
        self.goes_to("/staff/")
        with self.page.expect_navigation():
            self.page.get_by_role("link", name=self.house.patient, exact=True).click()
        self.arrives()

    def opens_stage(self, stage: str) -> None:
        self.goes_to(self.house.at(f"{stage.replace('_', '-')}/"))

    def opens(self, act: str) -> None:
        """The page of an act, by the link with its name on the page of its stage."""
        stage = ACTS[act].stage
        if not self.page.url.partition("?")[0].endswith(f"/{stage.replace('_', '-')}/"):
            self.opens_stage(stage)
        named = self.page.get_by_role("link", name=ACTS[act].command.title, exact=True)
        live = named.and_(self.page.locator(":not([aria-disabled])"))
        assert live.count(), f"{act} is not offered: {self.faults()}"
        with self.page.expect_navigation():
            live.first.click()
        self.arrives()

    # doing something

    def records(self, act: str, answers: dict[str, Said] | None = None) -> None:
        """Open, fill in, send; it is accepted, and the patient is still somebody's task."""
        self.opens(act)
        self.fills_in(answers or {})
        self.sends()
        self.was_recorded(act)

    def fills_in(self, answers: dict[str, Said]) -> None:
        fill_in(self.page, answers)

    def sends(self) -> None:
        locked = self.button.get_attribute("aria-disabled") == "true"
        assert not locked, f"it cannot be sent: {self.faults()}"
        with self.page.expect_navigation():
            self.button.click()
        self.is_answered()
        self.arrives()

    def is_answered(self) -> None:
        """With script the answer comes into the same page; its address follows in two steps."""
        self.page.locator("form[data-sent]").wait_for(state="detached")

    @property
    def button(self) -> "Locator":
        return self.page.locator(RECORD).last

    def was_recorded(self, what: str) -> None:
        assert "recorded=" in self.page.url, f"{what}: {self.faults()}"
        self.house.nobody_is_lost()

    def faults(self) -> str:
        """What the page says instead, for the message of a test that failed."""
        said = self.page.locator(".errors, .refusal, .finding, h1").all_inner_texts()
        return f"{self.page.url}: {' / '.join(said)}"

    # seeing something

    def sees(self, text: str) -> None:
        found = self.page.locator("body").inner_text()
        assert re.search(re.escape(text), found, re.IGNORECASE), f"no {text!r} in: {found}"

    def may_not_yet(self, act: str, because: str) -> None:
        """The button is there, says why it cannot be pressed, and cannot be pressed."""
        self.goes_to(self.house.at_act(act))
        self.sees(because)
        assert self.page.locator(RECORD).last.get_attribute("aria-disabled") == "true"
        self.looks("-locked")

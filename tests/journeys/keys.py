"""A page without a mouse: Tab until the thing is reached, then the keys that it answers to."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from playwright.sync_api import Page

MOST = 150
FOCUSED = """() => {
  const e = document.activeElement;
  const said = e.labels && e.labels.length ? e.labels[0].innerText : e.innerText;
  const group = e.closest('fieldset');
  const ring = getComputedStyle(e.closest('.choice, .measure') || e);
  return {
    tag: e.tagName, kind: e.type || '', words: (said || '').trim(),
    group: group
      ? group.querySelector('legend').innerText.replace('(needed)', '').trim()
      : '',
    ringed: ring.outlineStyle !== 'none' || ring.boxShadow !== 'none',
  };
}"""


class Keys:
    def __init__(self, page: "Page") -> None:
        self.page = page

    def focused(self) -> dict[str, Any]:
        return dict(self.page.evaluate(FOCUSED))

    def tabs_to(self, **wanted: str) -> None:
        """Tab by Tab; what is reached shows that it is."""
        for _press in range(MOST):
            self.page.keyboard.press("Tab")
            now = self.focused()
            if all(now[what] == said for what, said in wanted.items()):
                assert now["ringed"], f"{wanted} has the focus, and nobody sees it"
                return
        raise AssertionError(f"never reached: {wanted}")

    def presses_link(self, words: str) -> None:
        self.tabs_to(tag="A", words=words)
        with self.page.expect_navigation():
            self.page.keyboard.press("Enter")

    def types(self, label: str, text: str) -> None:
        self.tabs_to(tag="INPUT", words=label)
        self.page.keyboard.type(text)

    def chooses(self, question: str, words: str) -> None:
        """Into the group by Tab, within it by the arrows."""
        self.tabs_to(kind="radio", group=question)
        self.page.keyboard.press("Space")
        for _press in range(MOST):
            if self.focused()["words"] == words:
                return
            self.page.keyboard.press("ArrowDown")
        raise AssertionError(f"never reached: {words}")

    def sends(self) -> None:
        for _press in range(MOST):
            self.page.keyboard.press("Tab")
            now = self.focused()
            if now["tag"] == "BUTTON" and now["kind"] == "submit" and now["words"] != "Sign out":
                break
        with self.page.expect_navigation():
            self.page.keyboard.press("Enter")
        self.page.locator("form[data-sent]").wait_for(state="detached")

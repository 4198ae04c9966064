"""The little of Markdown that the reference needs."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from inspect import cleandoc

MADE = "<!-- Made by `make docs`. Change the code, not this page. -->"


@dataclass(frozen=True)
class Page:
    """`name` is the file without its ending; `about` is its line in the list of pages."""

    name: str
    title: str
    about: str
    lines: tuple[str, ...]
    made: str = MADE

    def text(self) -> str:
        body = "\n".join((self.made, "", f"# {self.title}", "", self.about, "", *self.lines))
        # Pieces bring their own empty lines; two in a row would be noise in every comparison.
        return re.sub(r"\n{3,}", "\n\n", body).strip() + "\n"


def page(name: str, title: str, about: str, *parts: Iterable[str]) -> Page:
    return Page(name, title, about, tuple(line for part in parts for line in (*part, "")))


def heading(level: int, text: str) -> str:
    return f"{'#' * level} {text}"


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    yield f"| {' | '.join(head)} |"
    yield f"|{'|'.join('---' for _ in head)}|"
    for row in rows:
        yield f"| {' | '.join(cell(text) for text in row)} |"


def cell(text: str) -> str:
    return " ".join(text.replace("|", "\\|").split())


def code(text: str) -> str:
    return f"`{text}`"


def codes(texts: Iterable[str]) -> str:
    return ", ".join(code(text) for text in texts)


def link(text: str, heading_text: str, page: str = "") -> str:
    """A link to a heading, of this page or of another."""
    return f"[{text}]({page}#{slug(heading_text)})"


def slug(heading_text: str) -> str:
    """The name that a heading gets where Markdown is shown: small, without signs, dashed."""
    kept = re.sub(r"[^\w\- ]", "", heading_text.lower())
    return kept.replace(" ", "-")


def paragraphs(docstring: str | None) -> Iterator[str]:
    """A docstring as it is written; what it shows indented is code in Markdown too."""
    yield from cleandoc(docstring or "").splitlines()


def first_sentence(docstring: str | None) -> str:
    first = (docstring or "").strip().split("\n\n")[0]
    return " ".join(first.split())


def spoken(name: str) -> str:
    """The name of a function, read aloud: rest_is_over, "rest is over"."""
    return name.replace("_", " ")

"""How hard a page is to read: the Flesch-Kincaid grade of its whole sentences.

Grade 6 is what a child of eleven or twelve reads with ease. Syllables are counted by rule, which is
right for nine words of ten in English. Headings and the names of studies are no sentences.
"""

import re
from html.parser import HTMLParser

PROSE = {"p", "li", "dd", "figcaption"}
VOID = {"meta", "link", "br", "img", "input"}
UNREAD = {"svg", "nav", "header", "footer"}
SILENT = re.compile(r"(?:(?<=[^aeiouyscxzg])es|(?<=[^aeioutdy])ed|(?<=[^l])e)$")
APART = re.compile(r"ia|io(?!u)|uid|eo(?=u)|ua|iu|[aeo]ing")
TOGETHER = re.compile(r"tion|sion|cian|tial|cial|gua|qua|geon|peo")


class Prose(HTMLParser):
    """Collects the sentences of a page, leaving out what has the class `source`."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[tuple[str, bool]] = []
        self.said = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        skipped = tag in UNREAD or "source" in (dict(attrs).get("class") or "").split()
        if tag not in VOID:
            self.open.append((tag, skipped))

    def handle_endtag(self, tag: str) -> None:
        while self.open and self.open.pop()[0] != tag:
            pass
        self.said += "." * (tag in PROSE)

    def handle_data(self, data: str) -> None:
        inside = {tag for tag, _ in self.open}
        if inside & PROSE and not any(skipped for _, skipped in self.open):
            self.said += f" {data.strip()} "


def syllables(word: str) -> int:
    word = word.lower()
    heard = SILENT.sub("", word) if len(word) > 3 else word
    split = len(APART.findall(TOGETHER.sub("o", heard)))
    return max(1, len(re.findall(r"[aeiouy]+", heard)) + split)


def sentences(html: str) -> list[list[str]]:
    prose = Prose()
    prose.feed(html)
    found = (re.findall(r"[A-Za-z']+|\d+", part) for part in re.split(r"[.!?]", prose.said))
    return [words for words in found if words]


def grade(html: str) -> float:
    """Flesch and Kincaid 1975: words per sentence and syllables per word."""
    said = sentences(html)
    words = [word for sentence in said for word in sentence]
    heard = sum(map(syllables, words))
    return 0.39 * len(words) / len(said) + 11.8 * heard / len(words) - 15.59

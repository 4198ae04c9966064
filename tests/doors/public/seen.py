"""What a person sees of a page: its words, without tags, in one line."""

import html
import re


def words_of(page: str) -> str:
    page = re.sub(r"<(svg|style|head)\b.*?</\1>", " ", page, flags=re.S)
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", page)).split())

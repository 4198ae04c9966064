"""The style sheet: every pair of colours can be read, and the committed file is the built one."""

import re
from pathlib import Path

import pytest

from tools.css.build import HERE, SHEETS, TARGET, built, tokens

TOKENS = tokens()
THEMES = ("light", "dim", "print")


def luminance(colour: str) -> float:
    """WCAG 2 relative luminance of #rrggbb."""
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


PAIRS = [
    (theme, ink, ground, pair["least"])
    for theme in THEMES
    for pair in TOKENS["pairs"]
    for ink in pair["ink"]
    for ground in pair["on"]
]


def test_the_measure_itself_is_right() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


def test_every_pair_in_every_theme_can_be_read() -> None:
    measured = {
        f"{ink} on {ground} ({theme}): {ratio:.2f} < {least}": ratio >= least
        for theme, ink, ground, least in PAIRS
        if (ratio := contrast(TOKENS[theme][ink], TOKENS[theme][ground]))
    }
    assert [pair for pair, enough in measured.items() if not enough] == []
    assert len(PAIRS) > 150


def test_every_theme_says_every_colour() -> None:
    assert set(TOKENS["light"]) == set(TOKENS["dim"]) == set(TOKENS["print"])
    assert set(TOKENS["forced"]["ground"]) < set(TOKENS["light"])


def test_every_ink_that_a_tag_uses_is_measured_on_its_ground() -> None:
    sheet = (HERE / "src" / "30-status.css").read_text(encoding="utf-8")
    rules = re.findall(
        r"\{([^}]*color: var\(--([\w-]+)\);[^}]*background: var\(--([\w-]+)\))", sheet
    )
    measured = {(ink, ground) for _theme, ink, ground, _least in PAIRS}
    used = {(ink, ground) for _rule, ink, ground in rules}
    assert len(used) >= 7
    assert used - measured == set()


def test_only_known_colours_are_used() -> None:
    """No colour is written outside the tokens, and none is used that they do not have."""
    sheets = "".join(path.read_text("utf-8") for path in (HERE / "src").rglob("*.css"))
    colours = set(re.findall(r"var\(--([\w-]+)\)", sheets))
    declared = set(re.findall(r"--([\w-]+):", sheets)) | set(TOKENS["light"])
    assert colours - declared == set()
    written = set(re.findall(r"#[0-9a-fA-F]{3,8}\b", sheets)) - {"#000"}
    assert written == set()  # black is for the borders on paper


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.name)
def test_the_committed_sheet_is_the_built_one(sheet: Path) -> None:
    assert sheet.read_text(encoding="utf-8") == built(sheet)


def test_the_sheet_is_small_and_asks_nothing_of_another_host() -> None:
    sheet = TARGET.read_text(encoding="utf-8")
    assert len(sheet.encode()) < 60_000
    assert re.findall(r"https?:|//[a-z]|@import", sheet) == []
    fonts = re.findall(r'url\("([^"]+)"\)', sheet)
    assert fonts
    assert [name for name in fonts if not (TARGET.parent / name).is_file()] == []


def test_no_rule_knows_left_from_right() -> None:
    """Right-to-left needs no second build: only logical properties. What has no logical form
    (shadows, background places) is written twice, the second time for [dir="rtl"]."""
    sheet = TARGET.read_text(encoding="utf-8")
    physical = (
        r"[{;](?:margin|padding|border)-(?:left|right)"
        r"|[{;](?:left|right|float|text-align):(?:left|right|\d)"
    )
    assert re.findall(physical, sheet) == []
    assert re.findall(physical, ".a{margin-left:1px;text-align:right}") != []

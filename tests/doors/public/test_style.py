"""The page's own style sheet: small, and the one that the sources build."""

from tools.css.build import SHEETS, STATIC, built

SHEET = STATIC / "public.css"


def test_the_committed_sheet_is_the_built_one() -> None:
    assert SHEET in SHEETS
    assert SHEET.read_text(encoding="utf-8") == built(SHEET)


def test_it_is_small_and_asks_nothing_of_another_host() -> None:
    sheet = built(SHEET)
    assert len(sheet) < 20_000
    assert "//" not in sheet.replace("/*", "").replace("*/", "")
    assert "@import" not in sheet

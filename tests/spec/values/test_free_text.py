"""What people write in their own words: all they can see, and nothing that they cannot."""

import pytest

from bloodpatch.pathway.values import FreeText, ValueFault


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  worse since noon \n", "worse since noon"),
        ("one line\r\nand another\rand one more", "one line\nand another\nand one more"),
        ("spaced\tout", "spaced out"),
        ("Zoe\u0308 is better", "Zo\u00eb is better"),
        ("\u0645\u06cc\u200c\u0634\u0648\u062f", None),
        ("\u0647\u0630\u0627 \u0635\u062f\u0627\u0639", None),
        ("\U0001f469\u200d\u2695\ufe0f \U0001f44d\U0001f3fd", None),
        ("a\u00a0b", None),
        ("<b>not bold</b> & 'so' on; {{ x }} %s", None),
        ("x" * 4000, None),
    ],
)
def test_kept_as_written_in_one_unicode_form(typed: str, kept: str | None) -> None:
    assert FreeText.parse(typed).plain() == (kept or typed)


def test_the_same_words_in_another_unicode_form_are_the_same() -> None:
    assert FreeText("Zoe\u0308") == FreeText("Zo\u00eb")


BIDI = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"


@pytest.mark.parametrize("character", BIDI, ids=lambda c: f"U+{ord(c):04X}")
def test_nothing_turns_the_direction_of_writing(character: str) -> None:
    with pytest.raises(ValueFault) as caught:
        FreeText.parse(f"pain {character}on{character}")
    assert f"position 6 (U+{ord(character):04X})" in caught.value.what
    assert "direction" in caught.value.why


HIDDEN = "\x00\x07\x08\x0b\x0c\x1b\x1f\x7f\x85\x9f\u00ad\u200b\u2028\u2029\u2060\ufeff\ue000"


@pytest.mark.parametrize("character", HIDDEN + "\U000e0041", ids=lambda c: f"U+{ord(c):04X}")
@pytest.mark.parametrize("before", ["", "  pain "], ids=["first", "within"])
def test_nothing_is_there_that_cannot_be_seen(before: str, character: str) -> None:
    with pytest.raises(ValueFault) as caught:
        FreeText.parse(f"{before}{character}8")
    assert f"position {len(before) + 1} (U+{ord(character):04X})" in caught.value.what


def test_half_a_character_is_refused() -> None:
    with pytest.raises(ValueFault, match=r"U\+D83D"):
        FreeText.parse("ok \ud83d")


@pytest.mark.parametrize("size", [4001, 50_000, 16_001])
def test_too_long_says_how_long(size: int) -> None:
    with pytest.raises(ValueFault, match=f"{size} characters.* at most 4000"):
        FreeText.parse("x" * size)


@pytest.mark.parametrize("text", ["", " ", "\n\n", "\u00a0", " \r\n "])
def test_empty_is_no_text(text: str) -> None:
    with pytest.raises(ValueFault, match="Nothing was written"):
        FreeText.parse(text)


@pytest.mark.parametrize("form", [" a", "a\n", "Zoe\u0308", "a\r\nb", "a\tb", "", 5, None])
def test_it_is_stored_in_one_form_only(form: object) -> None:
    with pytest.raises(ValueFault):
        FreeText.of(form)


def test_a_log_never_shows_what_was_written() -> None:
    secret = "Met Anna at 5"
    assert secret not in repr(FreeText(secret))
    with pytest.raises(ValueFault) as caught:
        FreeText.of(f" {secret}")
    assert "Anna" not in str(caught.value)
    with pytest.raises(ValueFault) as caught:
        FreeText.parse(f"{secret}\x00")
    assert "Anna" not in str(caught.value)

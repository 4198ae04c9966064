"""However a country writes its numbers: read exactly, or refused. Never another number."""

from contextlib import suppress
from decimal import Decimal

import pytest

from bloodpatch.pathway.values import Dose, DoseUnit, Millilitres, ValueFault

ARABIC = str.maketrans("0123456789", "\u0660\u0661\u0662\u0663\u0664\u0665\u0666\u0667\u0668\u0669")
PERSIAN = str.maketrans(
    "0123456789", "\u06f0\u06f1\u06f2\u06f3\u06f4\u06f5\u06f6\u06f7\u06f8\u06f9"
)
DEVANAGARI = str.maketrans(
    "0123456789", "\u0966\u0967\u0968\u0969\u096a\u096b\u096c\u096d\u096e\u096f"
)
LATIN: dict[int, int] = {}

# Country: decimal sign, sign between thousands, digits.
LOCALES = {
    "en-US": (".", ",", LATIN),
    "en-ZA": (",", "\u00a0", LATIN),
    "en-IN": (".", ",", LATIN),
    "es-ES": (",", ".", LATIN),
    "es-MX": (".", ",", LATIN),
    "de-DE": (",", ".", LATIN),
    "de-AT": (",", "\u00a0", LATIN),
    "de-CH": (".", "\u2019", LATIN),
    "de-LI": (".", "'", LATIN),
    "fr-FR": (",", "\u202f", LATIN),
    "fr-CH": (",", "\u202f", LATIN),
    "it-IT": (",", ".", LATIN),
    "pt-BR": (",", ".", LATIN),
    "pl-PL": (",", "\u00a0", LATIN),
    "sv-SE": (",", " ", LATIN),
    "da-DK": (",", ".", LATIN),
    "ja-JP": (".", ",", LATIN),
    "ar-EG": ("\u066b", "\u066c", ARABIC),
    "fa-IR": ("\u066b", "\u066c", PERSIAN),
    "hi-IN": (".", ",", DEVANAGARI),
}


def written(number: Decimal, locale: str) -> str:
    decimal_sign, thousands, digits = LOCALES[locale]
    plain = f"{number:,f}".replace(",", "\0").replace(".", decimal_sign).replace("\0", thousands)
    return plain.translate(digits)


@pytest.mark.parametrize("locale", LOCALES)
def test_a_volume_is_read_exactly_or_refused(locale: str) -> None:
    for tenths in range(1001):
        number = Decimal(tenths).scaleb(-1)
        for typed in (written(number, locale), written(number.normalize(), locale)):
            with suppress(ValueFault):
                assert Millilitres.parse(f"{typed} mL").value == number


@pytest.mark.parametrize("locale", LOCALES)
def test_a_dose_is_read_exactly_or_refused(locale: str) -> None:
    for step in range(1, 1001):
        number = Decimal(step * step).scaleb(-(step % 5))
        with suppress(ValueFault):
            read = Dose.parse(f"heparin {written(number, locale)} IU")
            assert read == Dose("heparin", number, DoseUnit.IU)


def test_it_is_not_proven_by_refusing_everything() -> None:
    whole = [written(Decimal(n), "de-DE") for n in range(1, 100)]
    assert [int(Millilitres.parse(text).value) for text in whole] == list(range(1, 100))

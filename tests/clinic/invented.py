"""Invented people. Every name in this file is made up; none belongs to a patient of anybody.

A seeded crowd, and for each kind of slip that people make at a front desk, the same person again.
"""

import string
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from random import Random

from bloodpatch.clinic.patients import Identity

# fmt: off
GIVEN = (
    "Maya", "Elena", "Priya", "Ingrid", "Amara", "Sofia", "Chloe", "Hannah", "Leila", "Yuki",
    "Marta", "Zoë", "Aïcha", "Renée", "Jorge", "Tomás", "Oluwaseun", "Björn", "Mei-Ling",
    "Anne-Sophie", "Fatima", "Katarzyna", "Siobhán", "Émilie", "Nadia", "Ruth", "Grace",
    "Wanjiru", "Valentina", "Camila", "Noor", "Esther", "Daniela", "Louise", "Olga", "Petra",
    "Ximena", "Josephine", "Adaeze", "Thandiwe", "Lan",
)
# fmt: on
# fmt: off
FAMILY = (
    "Lindqvist", "Ortega", "Nakamura", "O'Neil", "Fernández", "García-López", "Okonkwo",
    "Müller", "Żukowska", "Haddad", "Smith", "Johansson", "Petrov", "Nguyen", "Li", "Brandt",
    "Almeida", "Castellanos", "Whitfield", "Adeyemi", "Rossi", "Kowalczyk", "Dubois",
    "Thompson", "Ivanova", "Sørensen", "Hernández", "Mbeki", "Takahashi", "Van-Dyke",
    "Abernathy", "Costa", "Reyes", "Yılmaz", "Papadopoulos", "McAllister", "Ferreira",
    "Schneider", "Olsen", "Quispe", "Rahman", "Vukovic", "Delacroix", "Ngata", "Oduya",
)
# fmt: on


def somebody(chance: Random) -> Identity:
    """One of a crowd of women and men between 18 and 60, some with two given names."""
    given = chance.choice(GIVEN)
    if chance.random() < 0.25:
        given += " " + chance.choice(GIVEN)
    return Identity(
        given=given,
        family=chance.choice(FAMILY),
        born=date(1966, 1, 1) + timedelta(days=chance.randrange(42 * 365)),
        phone=f"+1 801 555 {chance.randrange(10_000):04}{chance.randrange(100):02}",
        numbers=(("our number", f"JS-{chance.randrange(10**8):08}"),),
    )


def mistyped(name: str, chance: Random) -> str:
    """One slip of the fingers, past the first letter."""
    at = chance.randrange(1, len(name))
    letter = chance.choice(string.ascii_lowercase)
    slips: tuple[Callable[[], str], ...] = (
        lambda: name[:at] + letter + name[at:],
        lambda: name[:at] + letter + name[at + 1 :],
        lambda: name[:at] + name[at + 1 :] if len(name) > 3 else name + letter,
        lambda: name[: at - 1] + name[at] + name[at - 1] + name[at + 1 :],
    )
    return chance.choice(slips)()


def plain(name: str) -> str:
    table = str.maketrans("éèëïáóñüøŻıö", "eeeiaonuoZio")
    return name.translate(table)


def exchanged(born: date, chance: Random) -> date:
    """Day and month exchanged, where that is a date; else the year beside it."""
    if born.day <= 12 and born.day != born.month:
        return born.replace(day=born.month, month=born.day)
    leap_day = (born.month, born.day) == (2, 29)
    year = born.year + (4 if leap_day else chance.choice((-1, 1)))
    return born.replace(year=year)


Again = Callable[[Identity, Random], Identity]
BARE = {"numbers": ()}

SLIPS: dict[str, Again] = {
    "given name mistyped": lambda i, c: replace(i, given=mistyped(i.given, c), **BARE),
    "family name mistyped": lambda i, c: replace(i, family=mistyped(i.family, c), **BARE),
    "both mistyped": lambda i, c: replace(
        i, given=mistyped(i.given, c), family=mistyped(i.family, c), phone="", **BARE
    ),
    "without accents": lambda i, c: replace(
        i, given=plain(i.given).upper(), family=plain(i.family).upper(), phone="", **BARE
    ),
    "names exchanged": lambda i, c: replace(i, given=i.family, family=i.given, phone="", **BARE),
    "exchanged and mistyped": lambda i, c: replace(
        i, given=mistyped(i.family, c), family=i.given, phone="", **BARE
    ),
    "day and month exchanged": lambda i, c: replace(
        i, born=exchanged(i.born or date.min, c), phone="", **BARE
    ),
    "date and given name": lambda i, c: replace(
        i, born=exchanged(i.born or date.min, c), given=mistyped(i.given, c), phone="", **BARE
    ),
    "hyphen lost": lambda i, c: replace(
        i, family=i.family.replace("-", " "), given=i.given.replace("-", ""), phone="", **BARE
    ),
    "only the first given name": lambda i, c: replace(
        i, given=i.given.split()[0], phone="", **BARE
    ),
    "married, former name given": lambda i, c: replace(
        i, family=c.choice(FAMILY), other=i.family, phone="", **BARE
    ),
    "married, former name not given": lambda i, c: replace(
        i, family=c.choice(FAMILY), phone="", **BARE
    ),
    "date of birth not asked": lambda i, c: replace(i, born=None, **BARE),
    "only the number is right": lambda i, c: replace(somebody(c), numbers=i.numbers),
    "a twin": lambda i, c: replace(i, given=c.choice(GIVEN), **BARE),
}

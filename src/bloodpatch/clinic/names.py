"""Names as people type them: folded for comparison, and how far apart two of them are.

Nothing here is shown to anyone. A folded name has no accents, no case, no hyphens: "O'Brien",
"OBRIEN" and "Ó Briain" start from the same letters, and what is left is compared by typing errors.
"""

import unicodedata
from collections.abc import Iterator

# Letters that Unicode does not take apart into a plain letter and a mark.
_LETTERS = str.maketrans(
    {"ø": "o", "đ": "d", "ð": "d", "ł": "l", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "ħ": "h"}
)
_JOINS = "'’ʼ`´.·"  # stand inside a word: O'Brien is one word, Mary-Ann is two


def words(text: str) -> tuple[str, ...]:
    """The words of a name, folded: "Núñez-O'Neil" gives ("nunez", "oneil")."""
    apart = unicodedata.normalize("NFKD", text.casefold())
    # Casefold may itself leave marks (a dotted capital I), so letters are chosen after both.
    plain = "".join(c for c in apart if not unicodedata.combining(c) and c not in _JOINS)
    plain = plain.translate(_LETTERS)
    return tuple("".join(c if c.isalnum() else " " for c in plain).split())


def folded(text: str) -> str:
    """A name as one run of letters, so that "Mary-Ann" and "Maryann" are the same."""
    return "".join(words(text))


def distance(one: str, other: str, *, most: int) -> int:
    """Typing errors between two words: a letter more, less, other, or two neighbours swapped.

    (Damerau and Levenshtein, each pair swapped at most once.) Anything above `most` is given as
    `most + 1`, because nobody asks how much further apart two different names are.
    """
    if abs(len(one) - len(other)) > most:
        return most + 1
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, a in enumerate(one, start=1):
        before, above, row = row, before, [i]
        for j, b in enumerate(other, start=1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (a != b))
            if i > 1 and j > 1 and a == other[j - 2] and one[i - 2] == b:
                cost = min(cost, above[j - 2] + 1)
            row.append(cost)
        if min(row) > most:
            return most + 1
    return min(row[-1], most + 1)


def allowed(length: int) -> int:
    """How many typing errors a name of this length may carry and still be taken for the same."""
    if length < 3:  # "Li" and "Lu" are two names
        return 0
    return 1 if length < 6 else 2


def near(one: str, other: str) -> bool:
    """Whether two folded names may be one name with a typing error in it."""
    most = allowed(max(len(one), len(other)))
    return distance(one, other, most=most) <= most


def keys(word: str) -> Iterator[str]:
    """What a word is filed under: itself, and itself with any one letter left out.

    Two words that one typing error parts share such a key, so a misspelt name is found by equality
    alone, in an index, without reading every name of the clinic.
    """
    yield word
    if len(word) >= 3:
        yield from {word[:i] + word[i + 1 :] for i in range(len(word))} - {word}

"""Names that say nothing: random ids for people, places and episodes.

An id is read aloud at a bedside, typed from paper and kept in the record for ever. So it carries
no order, no date and no meaning, and uses an alphabet without letters that are mistaken for
figures (no O, I, L, U).
"""

import secrets
from hashlib import sha256

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
LENGTH = 16  # 80 bits: not to be guessed, and never twice


def new_id() -> str:
    return "".join(secrets.choice(ALPHABET) for _ in range(LENGTH))


def id_from(text: str) -> str:
    """An id that is the same each time, where what it names must be found again: as random as
    the text that it is made from."""
    figures = int.from_bytes(sha256(text.encode()).digest())
    letters = []
    for _place in range(LENGTH):
        figures, one = divmod(figures, len(ALPHABET))
        letters.append(ALPHABET[one])
    return "".join(letters)

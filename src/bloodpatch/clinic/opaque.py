"""Names that say nothing: random ids for people, places and episodes.

An id is read aloud at a bedside, typed from paper and kept in the record for ever. So it carries
no order, no date and no meaning, and uses an alphabet without letters that are mistaken for
figures (no O, I, L, U).
"""

import secrets

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
LENGTH = 16  # 80 bits: not to be guessed, and never twice


def new_id() -> str:
    return "".join(secrets.choice(ALPHABET) for _ in range(LENGTH))

"""Text that only this installation can open, kept where others can read: a session, a table.

Sealed for a purpose: what was sealed for one cannot be opened for another. An old secret key
(SECRET_KEY_FALLBACKS) still opens.
"""

import base64
from hashlib import sha256

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from django.conf import settings
from django.utils.encoding import force_bytes


def seal(text: str, *, purpose: str) -> str:
    return _box(purpose).encrypt(text.encode()).decode()


def unseal(sealed: str, *, purpose: str) -> str | None:
    """None: sealed for another purpose, under another key, or changed."""
    try:
        return _box(purpose).decrypt(sealed.encode()).decode()
    except InvalidToken:
        return None


def _box(purpose: str) -> MultiFernet:
    secrets = (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS)
    return MultiFernet([_key(secret, purpose) for secret in secrets])


def _key(secret: str | bytes, purpose: str) -> Fernet:
    whole = f"bloodpatch.access|{purpose}|".encode() + force_bytes(secret)
    return Fernet(base64.urlsafe_b64encode(sha256(whole).digest()))

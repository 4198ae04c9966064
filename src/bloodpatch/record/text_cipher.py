"""Words under the patient's own key.

Free text is the one thing in an event that may name somebody. It is encrypted with AES-GCM under
a key that the clinic keeps beside the patient's identity and destroys with it. The place of the
text (clinic, episode, position, field) is authenticated with it, so that sealed words which are
moved to another entry do not open there.
"""

import hmac
from base64 import b64decode, b64encode
from collections.abc import Callable
from dataclasses import dataclass
from os import urandom

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from bloodpatch.record.errors import PatientErased, TextTampered

SEALED = "~sealed"
"""The one key of the table that stands in an event where the words would stand."""

ERASED = "[erased]"
"""What words read as once the patient's key is gone."""

_NONCE = 12


def place(*names: str | int) -> bytes:
    """Where a text stands; lengths keep ("a", "bc") apart from ("ab", "c")."""
    return b"".join(b"%d:%s" % (len(n), n) for n in (str(name).encode() for name in names))


def seal_text(key: bytes, words: bytes, at: bytes) -> str:
    nonce = urandom(_NONCE)
    return b64encode(nonce + AESGCM(key).encrypt(nonce, words, at)).decode()


def open_text(key: bytes, sealed: str, at: bytes) -> bytes:
    try:
        kept = b64decode(sealed, validate=True)
        return AESGCM(key).decrypt(kept[:_NONCE], kept[_NONCE:], at)
    except (InvalidTag, ValueError):
        raise TextTampered(at.decode()) from None


def fingerprint(key: bytes, words: bytes) -> bytes:
    """Tells equal words from different ones, to nobody who lacks the key."""
    own = hmac.digest(key, b"bloodpatch: fingerprint of words", "sha256")
    return hmac.digest(own, words, "sha256")


@dataclass
class TextCipher:
    """Seals and opens the text of one episode. The key is fetched when the first word is met."""

    key_of: Callable[[str, str], bytes | None]
    clinic: str
    episode: str
    met: bool = False
    _key: bytes | None = None

    @property
    def key(self) -> bytes | None:
        if not self.met:
            self._key, self.met = self.key_of(self.clinic, self.episode), True
        return self._key

    def _at(self, position: int, field: str, item: int) -> bytes:
        return place(self.clinic, self.episode, position, field, item)

    def seal(self, words: str, position: int, field: str, item: int) -> dict[str, str]:
        if self.key is None:
            raise PatientErased(self.episode)
        return {SEALED: seal_text(self.key, words.encode(), self._at(position, field, item))}

    def open(self, sealed: str, position: int, field: str, item: int) -> str:
        if self.key is None:
            return ERASED
        return open_text(self.key, sealed, self._at(position, field, item)).decode()

"""An event as it is stored, and back without loss.

The body of an event is canonical JSON of its stated fields: keys in order, nothing that was not
stated. Words stand in it sealed. An old shape is brought up to date step by step before it is
read; a shape that nobody knows is refused and never guessed.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

import msgspec

from bloodpatch.pathway.events import Event, Upcast
from bloodpatch.pathway.statements import bare, hints, item_of, of_plain, plain_fields, stated
from bloodpatch.pathway.values import FreeText, ValueFault
from bloodpatch.record.errors import Unreadable
from bloodpatch.record.text_cipher import SEALED, TextCipher

to_json = msgspec.json.Encoder(order="sorted").encode
of_json = msgspec.json.Decoder().decode
_of_object = msgspec.json.Decoder(dict[str, Any]).decode


def wordy(kind: type) -> tuple[str, ...]:
    """The fields of a statement that hold words."""
    return _wordy(kind)


@cache
def _wordy(kind: type) -> tuple[str, ...]:
    types = {f.name: hints(kind)[f.name] for f in stated(kind)}
    return tuple(n for n, t in types.items() if _is_words(item_of(t) or bare(t)))


def _is_words(kind: Any) -> bool:
    return isinstance(kind, type) and issubclass(kind, FreeText)


@dataclass(frozen=True)
class Codec:
    """Which class an event of a stored name and version is read into."""

    events: Mapping[tuple[str, int], type[Event]]
    upcasts: Mapping[tuple[str, int], Upcast]

    def body(self, event: Event, position: int, cipher: TextCipher) -> bytes:
        said = plain_fields(event)
        for field in wordy(type(event)):
            if field in said:
                said[field] = _each(said[field], position, field, cipher.seal)
        return to_json(said)

    def event(
        self, name: str, version: int, body: bytes, position: int, cipher: TextCipher
    ) -> Event:
        try:
            said: Mapping[str, Any] = _of_object(body)
            opened = {f: _opened(given, position, f, cipher) for f, given in said.items()}
            kind, said = self._up_to_date(name, version, opened)
            return of_plain(kind, said)
        except (ValueFault, msgspec.DecodeError, UnicodeDecodeError) as fault:
            raise Unreadable(
                f"Entry {position} of episode {cipher.episode} ({name}, version {version}) "
                "cannot be read.",
                str(fault),
                "Nothing was lost: update the software, or run `bloodpatch verify`.",
            ) from fault

    def _up_to_date(
        self, name: str, version: int, said: Mapping[str, Any]
    ) -> tuple[type[Event], Mapping[str, Any]]:
        while (kind := self.events.get((name, version))) is None:
            if (upcast := self.upcasts.get((name, version))) is None:
                raise ValueFault(
                    f"No event {name} in version {version} is known.",
                    "It was recorded by a newer or a different version of this software.",
                    "Run the version that wrote it, or a newer one.",
                )
            said, version = upcast(said), version + 1
        return kind, said


Sealer = Callable[[str, int, str, int], Any]


def _each(said: Any, position: int, field: str, seal: Sealer) -> Any:
    if isinstance(said, list):
        return [seal(one, position, field, i) for i, one in enumerate(said)]
    return seal(said, position, field, 0)


def _opened(said: Any, position: int, field: str, cipher: TextCipher) -> Any:
    """Words are known by their seal, not by the field's type: old shapes have no class any more,
    and their words must be opened under the name that they were sealed under."""
    if isinstance(said, list):
        return [
            cipher.open(one[SEALED], position, field, i) if _is_sealed(one) else one
            for i, one in enumerate(said)
        ]
    return cipher.open(said[SEALED], position, field, 0) if _is_sealed(said) else said


def _is_sealed(said: Any) -> bool:
    return isinstance(said, dict) and said.keys() == {SEALED}

"""What can be wrong with a protocol file, and where: every fault at once, each with its line."""

from collections.abc import Mapping
from dataclasses import dataclass

Key = tuple[str | int, ...]
"""A place in the file: ("followup", "contacts", "value", 3, "why")."""


def written(key: Key) -> str:
    """A place as people write it: `followup.contacts.value[3].why`, the first row being 1."""
    text = ""
    for part in key:
        if isinstance(part, int):
            text += f"[{part + 1}]"
        else:
            text += f".{part}" if text else part
    return text


@dataclass(frozen=True)
class Fault:
    """One fault. `says` tells what is wrong, why it cannot be, and what to do about it.

    `key_path` is empty where the fault is not about one key (the text is not TOML at all).
    """

    key_path: str
    line: int
    says: str

    def __str__(self) -> str:
        where = f"line {self.line}"
        return (
            f"{where}: {self.key_path}: {self.says}" if self.key_path else f"{where}: {self.says}"
        )


class ProtocolFaults(ValueError):
    """A protocol file was refused. `faults` holds every fault, in the order of the file."""

    def __init__(self, faults: tuple[Fault, ...]) -> None:
        self.faults = faults
        super().__init__("\n".join(str(fault) for fault in faults))


class Blame:
    """Collects faults while a file is read, and finds the line of each."""

    def __init__(self, lines: Mapping[Key, int]) -> None:
        self._lines = lines
        self._faults: list[Fault] = []

    def __call__(self, key: Key, says: str) -> None:
        self._faults.append(Fault(written(key), self.line(key), says))

    def __len__(self) -> int:
        return len(self._faults)

    def line(self, key: Key) -> int:
        """The line of a key; of the nearest thing around it when the key itself is missing."""
        while key:
            if key in self._lines:
                return self._lines[key]
            key = key[:-1]
        return 1

    def settle(self) -> None:
        """Refuse the file if anything was wrong with it."""
        if self._faults:
            raise ProtocolFaults(tuple(sorted(self._faults, key=lambda fault: fault.line)))

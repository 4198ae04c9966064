"""What `bloodpatch` can be told to do: one line per verb, each in a module of its own.

A verb's module has `words(parser)`, which names its options, and `run(said) -> Exit`. It is
imported only when it is asked for. A verb that `opens` the data folder finds Django set up on it
when its module is imported, so it may import models; the others set up for themselves, or need not.
"""

from argparse import ArgumentParser, Namespace
from collections.abc import Mapping
from dataclasses import dataclass
from importlib import import_module
from typing import Protocol, cast

from bloodpatch.doors.console.exits import Exit


class Module(Protocol):
    def words(self, parser: ArgumentParser) -> None: ...
    def run(self, said: Namespace) -> Exit: ...


@dataclass(frozen=True)
class Verb:
    module: str
    says: str
    opens: bool = True

    def load(self) -> Module:
        return cast(Module, import_module(self.module))


HERE = "bloodpatch.doors.console"
VERBS: Mapping[str, Verb] = {
    "serve": Verb(f"{HERE}.serve", "serve the clinic, or with --demo an invented one", opens=False),
    "doctor": Verb(f"{HERE}.doctor", "say whether this installation is sound", opens=False),
    "worker": Verb(f"{HERE}.worker", "do what must be done each minute, in its own process"),
    "ledger": Verb(f"{HERE}.ledger", "verify the record, or anchor it"),
    "rebuild": Verb(f"{HERE}.rebuild", "make the lists anew from the record, or compare them"),
    "timeline": Verb(f"{HERE}.timeline", "print what happened in an episode"),
    "backup": Verb(f"{HERE}.backup", "copy the record while the clinic works"),
    "restore": Verb(f"{HERE}.restore", "fill an empty folder from a backup", opens=False),
    "replay": Verb(f"{HERE}.replay.verb", "play case scripts through the pathway", opens=False),
    "protocol": Verb(
        f"{HERE}.protocol", "list, show, check, compare, propose protocols", opens=False
    ),
    "explore": Verb(f"{HERE}.explore.verb", "look at every state of a small clinic", opens=False),
    "docs": Verb(f"{HERE}.docs", "write the reference from the code, or check it", opens=False),
    "safety": Verb(
        f"{HERE}.safety.verb", "write the safety case from the hazard log, or check it", opens=False
    ),
    "clinic": Verb(f"{HERE}.clinic", "open a clinic, list clinics"),
    "user": Verb(f"{HERE}.user", "staff accounts: add, list, disable, role, password"),
}

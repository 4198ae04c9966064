"""docs/safety/hazards.toml, read: the only source of every page about safety."""

import tomllib
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

PLACE = Path("docs/safety")
LOG = PLACE / "hazards.toml"

# Risk by likelihood, for severity 1 to 5: the matrix of the log, 5 by 5.
MATRIX: Mapping[int, tuple[int, ...]] = {
    5: (3, 4, 4, 5, 5),
    4: (2, 3, 3, 4, 5),
    3: (2, 2, 3, 3, 4),
    2: (1, 2, 2, 3, 4),
    1: (1, 1, 2, 2, 3),
}
WRITTEN_ARGUMENT_FROM = 3
MUST_BE_REDUCED_FROM = 4


@dataclass(frozen=True, kw_only=True)
class Score:
    severity: int
    likelihood: int
    risk: int

    @property
    def by_matrix(self) -> int:
        return MATRIX[self.likelihood][self.severity - 1]


@dataclass(frozen=True, kw_only=True)
class Hazard:
    """One entry, in the words of the file; see its head for what each of them means."""

    id: str
    group: str
    title: str
    cause: str
    effect: str
    initial: Score
    control: str
    controls: tuple[str, ...]
    proofs: tuple[str, ...]
    residual: Score
    needs_site: bool
    site: str
    site_does: tuple[str, ...]
    part: str
    not_yet: str
    applies: bool
    reason: str = ""
    argument: str = ""

    @property
    def needs_argument(self) -> bool:
        return self.applies and self.residual.risk >= WRITTEN_ARGUMENT_FROM


@dataclass(frozen=True)
class Log:
    hazards: tuple[Hazard, ...]
    scores_confirmed_by: str = ""
    allow: Mapping[str, str] = field(default_factory=dict)
    no_control: Mapping[str, str] = field(default_factory=dict)

    def __iter__(self) -> Iterator[Hazard]:
        return iter(self.hazards)

    @property
    def controls(self) -> dict[str, tuple[Hazard, ...]]:
        """Each control, with the hazards that it holds back, in the order of the log."""
        held: dict[str, list[Hazard]] = defaultdict(list)
        for hazard in self.hazards:
            for control in hazard.controls:
                held[control].append(hazard)
        return {control: tuple(hazards) for control, hazards in held.items()}

    @property
    def proofs(self) -> dict[str, tuple[Hazard, ...]]:
        shown: dict[str, list[Hazard]] = defaultdict(list)
        for hazard in self.hazards:
            for proof in hazard.proofs:
                shown[proof].append(hazard)
        return {proof: tuple(hazards) for proof, hazards in shown.items()}


def read(path: Path = LOG) -> Log:
    return log_of(tomllib.loads(path.read_text("utf-8")))


def log_of(plain: Mapping[str, Any]) -> Log:
    return Log(
        hazards=tuple(hazard_of(one) for one in plain["hazard"]),
        scores_confirmed_by=plain["scores_confirmed_by"],
        allow=plain["allow"],
        no_control=plain["no_control"],
    )


def hazard_of(plain: Mapping[str, Any]) -> Hazard:
    said = {name: kept(value) for name, value in plain.items()}
    scores = {name: Score(**plain[name]) for name in ("initial", "residual")}
    return Hazard(**(said | scores))


def kept(value: Any) -> Any:
    """Sentences without the line breaks at their ends, lists that nobody changes."""
    if isinstance(value, list):
        return tuple(value)
    return value.strip() if isinstance(value, str) else value

"""How two protocols differ, value by value: what a physician reads before signing the newer."""

from collections.abc import Iterator
from dataclasses import dataclass, fields
from typing import Any

from bloodpatch.pathway.protocol.protocol import Parameter, Protocol


@dataclass(frozen=True)
class Difference:
    """One value that is not the same in both."""

    id: str
    before: Parameter
    after: Parameter

    def __str__(self) -> str:
        old, new = self.before, self.after
        said = "; ".join(rows_changed(by_code(old.value), by_code(new.value)))
        if said:
            return f"{self.id}: {said} (from {old.from_layer} -> from {new.from_layer})"
        return f"{self.id}: {old} (from {old.from_layer}) -> {new} (from {new.from_layer})"


def difference(before: Protocol, after: Protocol) -> tuple[Difference, ...]:
    """Every value that differs, in the order of the stages. Equal values are not listed, even
    where they come from different layers: what decides is the value."""
    return tuple(
        Difference(key, mine, after.parameters[key])
        for key, mine in before.parameters.items()
        if mine.value != after.parameters[key].value
    )


def by_code(value: Any) -> dict[str, Any]:
    """The rows of a table by their codes; nothing where the value is no table."""
    rows: tuple[Any, ...] = value if isinstance(value, tuple) else ()
    return {row.code: row for row in rows if hasattr(row, "code")}


def rows_changed(before: dict[str, Any], after: dict[str, Any]) -> Iterator[str]:
    """Row by row, so that one changed hour is not lost among eight contacts."""
    for code, row in before.items():
        if code not in after:
            yield f"{code} removed"
            continue
        for cell in fields(row):
            old, new = getattr(row, cell.name), getattr(after[code], cell.name)
            if old != new:
                yield f"{code} {cell.name} {old} -> {new}"
    for code in after:
        if code not in before:
            yield f"{code} added"

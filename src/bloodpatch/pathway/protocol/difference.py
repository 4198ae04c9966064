"""How two protocols differ, value by value."""

from dataclasses import dataclass

from bloodpatch.pathway.protocol.protocol import Parameter, Protocol


@dataclass(frozen=True)
class Difference:
    """One value that is not the same in both."""

    id: str
    before: Parameter
    after: Parameter

    def __str__(self) -> str:
        return (
            f"{self.id}: {self.before} (from {self.before.from_layer})"
            f" -> {self.after} (from {self.after.from_layer})"
        )


def difference(before: Protocol, after: Protocol) -> tuple[Difference, ...]:
    """Every value that differs, in the order of the stages. Equal values are not listed, even
    where they come from different layers: what decides is the value."""
    return tuple(
        Difference(key, mine, after.parameters[key])
        for key, mine in before.parameters.items()
        if mine.value != after.parameters[key].value
    )

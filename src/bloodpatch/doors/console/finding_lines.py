"""A finding in the lines of a terminal: its rule, where that comes from, what clears it, and who
may decide otherwise."""

from collections.abc import Iterator

from bloodpatch.pathway.findings import FindingKind
from bloodpatch.pathway.protocol import Protocol

CONFIRM = "to be confirmed by a clinician"


def explained(kind: FindingKind, protocol: Protocol, *, clears: str = "") -> Iterator[str]:
    """`clears` as it was said of a patient; else as the rule has it."""
    yield kind.rule
    yield f"Clears it: {clears or kind.clears}"
    yield f"Who may override: {kind.who_may_override}"
    sure = kind.sure(protocol).label
    unsure = f"; {CONFIRM}" if kind.to_be_confirmed(protocol) else ""
    yield f"Source: {cited(kind, protocol)} ({sure}{unsure})."


def cited(kind: FindingKind, protocol: Protocol) -> str:
    """By key: the value's own source, else that of the rule."""
    cites = protocol.about(kind.value).cites if kind.value else ()
    return ", ".join(cites) or kind.source

"""What speaks against an act, or is worth knowing before it: findings, a closed list.

Each kind of finding is declared once, beside the rule that raises it, with everything that
somebody needs who must act on it or disagree with it. Calling a kind makes a finding:

    REST_NOT_OVER(context, rested="15", rest="30", until=end)

The inputs are what the rule saw. An override holds only as long as they stay the same.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from enum import IntEnum, StrEnum
from typing import Any

from bloodpatch.pathway.context import Context
from bloodpatch.pathway.events import Actor
from bloodpatch.pathway.protocol import Certainty, Protocol
from bloodpatch.pathway.statements import plain
from bloodpatch.pathway.values.when import When


class Level(IntEnum):
    """How strongly a finding speaks; the order is the order of precedence."""

    ADVISE = 1  # shown, never blocks
    HOLD = 2  # a physician may override it, by name and with a reason
    STOP = 3  # nobody overrides it; only the fact, or a recorded review, lifts it


class Cause(StrEnum):
    PRESENT = "present"  # a fact speaks against it
    MISSING = "missing"  # nobody asked


@dataclass(frozen=True, kw_only=True)
class FindingKind:
    """One member of the closed list.

    says      one sentence for staff; names in braces are inputs
    rule      the rule in one sentence, as it reads without this patient
    source    a citation key of the protocol, "treatment" for treatment.md, or "clinic"
    value     the protocol parameter that it reads, if any: its citation is shown instead
    also      further parameters whose numbers stand in its sentences
    certainty how sure the source is: of a value the protocol says it, and what treatment.md or
              the clinic says is no evidence; all others declare it
    clears    what would make it go away
    asks      where something is missing: the act that would supply it, if one act would
    replay    at most two codes of the published cases' scoring
    moving    inputs that change with the clock alone and so do not end an override
    not_before inputs that are instants: an override named one, and covers that one or a later
    fact      findings about the same fact are one finding: the strongest is shown
    lifted_by_review   a stop that a recorded examination or imaging may lift
    refuses_record     the statement contradicts the record and cannot be filed as it stands
    """

    code: str
    level: Level
    cause: Cause
    says: str
    rule: str
    clears: str
    asks: str = ""
    source: str = "treatment"
    value: str | None = None
    also: tuple[str, ...] = ()
    certainty: Certainty | None = None
    hazards: tuple[str, ...] = ()
    treatment: tuple[str, ...] = ()
    replay: tuple[str, ...] = ()
    moving: tuple[str, ...] = ()
    not_before: tuple[str, ...] = ()
    fact: str = ""
    lifted_by_review: bool = False
    refuses_record: bool = False

    def sure(self, protocol: Protocol) -> Certainty:
        """How sure the rule is, under this protocol."""
        if self.value is not None:
            return protocol.about(self.value).certainty
        return self.certainty or Certainty.CLINIC

    def to_be_confirmed(self, protocol: Protocol) -> bool:
        """Whether no clinician answers for it yet, and nobody read it in the source itself."""
        if self.value is not None:
            return protocol.about(self.value).to_be_confirmed
        return self.certainty is not Certainty.VERIFIED

    @property
    def who_may_override(self) -> str:
        if self.level is Level.ADVISE:
            return "Nobody needs to: it is shown and blocks nothing."
        if self.level is Level.HOLD:
            return "A physician of this clinic, by name and with a reason."
        if self.lifted_by_review:
            return "Nobody. A recorded examination or image may lift it."
        return "Nobody. Only the fact itself can change it."

    def __call__(
        self,
        context: Context,
        *,
        valid_until: datetime | None = None,
        rests_on: "Grounds | None" = None,
        **inputs: Any,
    ) -> "Finding":
        words = {name: worded(value, context) for name, value in inputs.items()}
        return Finding(
            kind=self,
            says=self.says.format_map(words),
            seen={n: stored(v) for n, v in inputs.items() if n not in self.moving},
            clears=self.clears.format_map(words),
            valid_until=valid_until,
            rests_on=rests_on,
        )


@dataclass(frozen=True, kw_only=True)
class Grounds:
    """What one finding rests on, where that is more particular than its kind: rows of a table.
    `source` in words, `certainty` that of the least sure row; `confirmed`: a physician of this
    clinic has signed every one of them."""

    source: str
    certainty: Certainty
    confirmed: bool = False


@dataclass(frozen=True, kw_only=True)
class Finding:
    """A kind of finding, met: the sentence, what it saw, until when it holds."""

    kind: FindingKind
    says: str
    seen: Mapping[str, str]
    clears: str
    valid_until: datetime | None = None
    rests_on: Grounds | None = None
    overridden_by: Actor | None = None
    override_reason: str = ""

    @property
    def code(self) -> str:
        return self.kind.code

    def sure(self, protocol: Protocol) -> Certainty:
        return self.rests_on.certainty if self.rests_on else self.kind.sure(protocol)

    def to_be_confirmed(self, protocol: Protocol) -> bool:
        if self.rests_on is not None:
            unread = self.rests_on.certainty is not Certainty.VERIFIED
            return unread and not self.rests_on.confirmed
        return self.kind.to_be_confirmed(protocol)

    @property
    def blocks(self) -> bool:
        """Whether a permit is refused because of it."""
        return self.kind.level > Level.ADVISE and self.overridden_by is None

    def still_as(self, saw: Any) -> bool:
        """Whether what somebody saw when deciding on this finding is what it sees now."""
        if not isinstance(saw, Mapping) or saw.keys() != self.seen.keys():
            return False
        return all(
            self.seen[name] == saw[name]
            or (name in self.kind.not_before and no_earlier(self.seen[name], saw[name]))
            for name in saw
        )

    def overridden(self, by: Actor, reason: str) -> "Finding":
        return replace(self, overridden_by=by, override_reason=reason)


NOT_EVIDENCE = frozenset({"treatment", "clinic"})
"""Sources that say how it is done here, and not what is known."""

Findings = Iterator[Finding]
"""What a rung of the ladder yields."""

KINDS: dict[str, FindingKind] = {}
"""The closed list, filled as the modules that declare its members are imported."""


def declare(**about: Any) -> FindingKind:
    """Add a member to the closed list; a code can be declared only once."""
    if "certainty" in about:
        about = about | {"certainty": Certainty(about["certainty"])}
    kind = FindingKind(**about)
    if kind.code in KINDS:
        raise ValueError(f"The finding {kind.code} is declared twice.")
    if len(kind.replay) > 2:
        raise ValueError(f"The finding {kind.code} has more than two replay codes.")
    evidence = kind.value is None and kind.source not in NOT_EVIDENCE
    if evidence != (kind.certainty is not None):
        raise ValueError(
            f"The finding {kind.code}: its certainty is declared exactly where neither"
            " a value of the protocol nor the clinic says it."
        )
    KINDS[kind.code] = kind
    return kind


def worded(value: Any, context: Context) -> str:
    """An input as it stands in a sentence."""
    if isinstance(value, datetime):
        return context.clock(value)
    if isinstance(value, When):
        return context.told(value)
    return getattr(value, "label", None) or str(value)


def stored(value: Any) -> str:
    """An input as it is compared and kept."""
    return value.isoformat() if isinstance(value, datetime) else str(plain(value))


def no_earlier(now: str, then: str) -> bool:
    """Of two instants as they are kept; what is no instant with its zone is never later."""
    try:
        return datetime.fromisoformat(now) >= datetime.fromisoformat(then)
    except (TypeError, ValueError):
        return False


def weight(finding: Finding) -> tuple[bool, Level]:
    return (finding.blocks, finding.kind.level)


def one_per_fact(found: Iterable[Finding]) -> tuple[Finding, ...]:
    """One cause makes one finding: the strongest about each fact, strongest first.

    What was overridden never hides what was not, also where both are about one fact.
    """
    strongest: dict[str, Finding] = {}
    for finding in found:
        fact = finding.kind.fact or finding.code
        other = strongest.get(fact)
        if other is None or weight(finding) > weight(other):
            strongest[fact] = finding
    return tuple(sorted(strongest.values(), key=lambda f: -f.kind.level))

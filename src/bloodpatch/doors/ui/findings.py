"""How a finding is said: what was seen, the rule, its source and how sure it is, what clears it,
and who may decide otherwise. And how a refusal is said, so that nothing typed is lost."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from string import Formatter

from django.utils.translation import gettext as _

from bloodpatch.doors.ui.components import Act, Entry, Link
from bloodpatch.doors.ui.shown_finding import Quote, Shown
from bloodpatch.doors.ui.statuses import Status
from bloodpatch.doors.ui.times import moment
from bloodpatch.pathway.events import Actor
from bloodpatch.pathway.findings import Cause, Finding, FindingKind, Level
from bloodpatch.pathway.protocol import Protocol

LEVELS: Mapping[Level, Status] = {
    Level.STOP: Status.STOP,
    Level.HOLD: Status.HOLD,
    Level.ADVISE: Status.ADVISE,
}

NameOf = Callable[[Actor], str]
"""The clinic keeps names; the record keeps ids."""


@dataclass(frozen=True, kw_only=True)
class Kept:
    """A line of "Kept as you typed it". Nothing typed is shown as not asked."""

    name: str
    says: str = ""


@dataclass(frozen=True, kw_only=True)
class Refusal:
    """What did not happen, that nothing was changed, what was kept, why, what now."""

    title: str
    findings: tuple[Shown, ...]
    happened: str
    kept: tuple[Kept, ...] = ()
    act: Act | None = None
    also: Act | None = None
    links: tuple[Link, ...] = ()

    @property
    def first(self) -> Shown:
        return self.findings[0]

    @property
    def others(self) -> tuple[Shown, ...]:
        return tuple(f for f in self.findings[1:] if f.blocks)

    @property
    def advice(self) -> tuple[Shown, ...]:
        return tuple(f for f in self.findings[1:] if not f.blocks)


@dataclass(frozen=True, kw_only=True)
class Conflict:
    """Somebody recorded something on which this act depends while the page was open."""

    title: str
    happened: tuple[Entry, ...]
    kept: tuple[Kept, ...] = ()
    act: Act | None = None
    links: tuple[Link, ...] = ()


def shown(
    finding: Finding,
    protocol: Protocol,
    *,
    name_of: NameOf = lambda actor: actor.id,
    about: str = "",
) -> Shown:
    """A finding in words. `about` is the address of its rule."""
    quote = None
    if finding.overridden_by is not None:
        quote = Quote(by=name_of(finding.overridden_by), reason=finding.override_reason)
    rule = of_rule(finding.kind, protocol, about=about)
    return replace(
        rule,
        status=Status.OVERRIDDEN if quote else rule.status,
        says=finding.says,
        source=finding.rests_on.source if finding.rests_on else rule.source,
        certainty=finding.sure(protocol).label,
        to_be_confirmed=finding.to_be_confirmed(protocol),
        clears=finding.clears,
        until=moment(finding.valid_until) if finding.valid_until else "",
        quote=quote,
    )


def of_rule(kind: FindingKind, protocol: Protocol, *, about: str = "") -> Shown:
    """The rule by itself, without anybody in whom it was met."""
    return Shown(
        code=kind.code,
        status=LEVELS[kind.level],
        says=unfilled(kind.says),
        rule=kind.rule,
        source=source_of(kind, protocol),
        certainty=kind.sure(protocol).label,
        to_be_confirmed=kind.to_be_confirmed(protocol),
        clears=unfilled(kind.clears),
        who_may=kind.who_may_override,
        hazards=", ".join(kind.hazards),
        missing=kind.cause is Cause.MISSING,
        about=about,
    )


def unfilled(sentence: str) -> str:
    """A sentence of a rule; an ellipsis stands for what it would see in a patient."""
    parts = Formatter().parse(sentence)
    said = "".join(text if name is None else f"{text}…" for text, name, _f, _c in parts)
    return said.replace("….", "…")


OWN_SOURCES: Mapping[str, str] = {
    "treatment": "The treatment as this service gives it",
    "clinic": "This clinic's own rule",
}


def source_of(kind: FindingKind, protocol: Protocol) -> str:
    """Where a rule comes from. Nothing here claims more than was read."""
    return "; ".join(cited(key, protocol) for key in keys_of(kind, protocol))


def keys_of(kind: FindingKind, protocol: Protocol) -> tuple[str, ...]:
    """The citations of a rule: those of the value that it reads, else its own."""
    return (kind.value and protocol.about(kind.value).cites) or (kind.source,)


def cited(key: str, protocol: Protocol) -> str:
    """A citation as it stands in a line: who, where, when; and whether it was read itself."""
    if key in OWN_SOURCES:
        return OWN_SOURCES[key]
    work = protocol.citation(key)
    read = {"secondary": _("secondary reading"), "memory": _("from memory")}.get(str(work.read), "")
    parts = (work.authors, work.journal, work.year)
    said = ", ".join(str(part) for part in parts if part) or work.title
    return f"{said} ({read})" if read else said

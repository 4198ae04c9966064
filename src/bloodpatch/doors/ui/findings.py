"""How a finding is said: what was seen, the rule, its source and how sure it is, what clears it,
and who may decide otherwise. And how a refusal is said, so that nothing typed is lost."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazily
from django.utils.translation import ngettext

from bloodpatch.doors.ui.parts import Act, Entry, Link
from bloodpatch.doors.ui.statuses import Status
from bloodpatch.doors.ui.times import moment
from bloodpatch.pathway.events import Actor
from bloodpatch.pathway.findings import Cause, Finding, FindingKind, Level
from bloodpatch.pathway.protocol import Certainty, Protocol

LEVELS: Mapping[Level, Status] = {
    Level.STOP: Status.STOP,
    Level.HOLD: Status.HOLD,
    Level.ADVISE: Status.ADVISE,
}

NameOf = Callable[[Actor], str]
"""The clinic keeps names; the record keeps ids."""


@dataclass(frozen=True, kw_only=True)
class Quote:
    """A named person's decision: it looks different from a rule's finding."""

    by: str
    reason: str
    when: str = ""


@dataclass(frozen=True, kw_only=True)
class Shown:
    """One finding as it stands on a page."""

    code: str
    status: Status
    says: str
    rule: str = ""
    source: str = ""
    certainty: str = ""
    clears: str = ""
    who_may: str = ""
    until: str = ""
    hazards: str = ""
    missing: bool = False
    quote: Quote | None = None
    about: str = ""

    @property
    def blocks(self) -> bool:
        return self.status in (Status.STOP, Status.HOLD)


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
    overridden_times: Mapping[str, int] | None = None,
    about: str = "",
) -> Shown:
    """A finding in words. `overridden_times` counts, by code, the last year."""
    source, certainty = sourced(finding, protocol)
    quote = None
    if finding.overridden_by is not None:
        quote = Quote(by=name_of(finding.overridden_by), reason=finding.override_reason)
    return Shown(
        code=finding.code,
        status=Status.OVERRIDDEN if quote else LEVELS[finding.kind.level],
        says=finding.says,
        rule=finding.kind.rule,
        source=source,
        certainty=certainty,
        clears=finding.clears,
        who_may=who_may(finding, (overridden_times or {}).get(finding.code)),
        until=moment(finding.valid_until) if finding.valid_until else "",
        hazards=", ".join(finding.kind.hazards),
        missing=finding.kind.cause is Cause.MISSING,
        quote=quote,
        about=about,
    )


def who_may(finding: Finding, times: int | None) -> str:
    """Who may decide otherwise, and how often somebody did."""
    if finding.kind.level is Level.ADVISE:
        return _("Shown, never blocks.")
    if finding.kind.level is Level.STOP:
        if finding.kind.lifted_by_review:
            return _("Nobody overrides this. A recorded examination or image may lift it.")
        return _("Nobody overrides this. Only the fact itself can change it.")
    says = _("A physician of this clinic, by name and with a reason.")
    if times is None:
        return says
    often = ngettext(
        "Overridden once in the last year.",
        "Overridden %(n)d times in the last year.",
        times,
    ) % {"n": times}
    return f"{says} {often if times else _('Never overridden in the last year.')}"


SURE: Mapping[Certainty, Promise] = {
    Certainty.VERIFIED: lazily("read in the source itself"),
    Certainty.SECONDARY: lazily("read at second hand"),
    Certainty.DERIVED: lazily("worked out from a source"),
    Certainty.MEMORY_HIGH: lazily("from memory, fairly sure"),
    Certainty.MEMORY_MEDIUM: lazily("from memory, not very sure"),
    Certainty.MEMORY_LOW: lazily("from memory, unsure"),
    Certainty.CLINIC: lazily("this clinic's choice, not evidence"),
}

OWN_SOURCES: Mapping[str, str] = {
    "treatment": "The treatment as this service gives it",
    "clinic": "This clinic's own rule",
}


def sourced(finding: Finding, protocol: Protocol) -> tuple[str, str]:
    """Where the rule comes from and how sure it is. Nothing here claims more than was read."""
    if (grounds := finding.rests_on) is not None:
        return grounds.source, str(SURE[grounds.certainty])
    return source_of(finding.kind, protocol)


def source_of(kind: FindingKind, protocol: Protocol) -> tuple[str, str]:
    """The same of a rule by itself, without anybody whom it was met in."""
    keys: Sequence[str] = (kind.source,)
    if kind.value is not None:
        keys = protocol.about(kind.value).cites or keys
    evidence = kind.value is not None or kind.certainty is not None
    certainty = str(SURE[kind.sure(protocol)]) if evidence else ""
    return "; ".join(cited(key, protocol) for key in keys), certainty


def cited(key: str, protocol: Protocol) -> str:
    """A citation as it stands in a line: who, where, when; and whether it was read itself."""
    if key in OWN_SOURCES:
        return OWN_SOURCES[key]
    work = protocol.citation(key)
    read = {"secondary": _("secondary reading"), "memory": _("from memory")}.get(str(work.read), "")
    parts = (work.authors, work.journal, work.year)
    said = ", ".join(str(part) for part in parts if part) or work.title
    return f"{said} ({read})" if read else said

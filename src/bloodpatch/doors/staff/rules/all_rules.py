"""Every rule by itself, for a physician to read and to disagree with: what it asks, on whose word,
with the values in force at this clinic, and how often it was recorded against or overridden."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.utils.functional import Promise, cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazily
from django.utils.translation import ngettext

from bloodpatch.doors.staff.access.request_visitor import StaffRequest
from bloodpatch.doors.staff.rules.protocol_values import Value, value
from bloodpatch.doors.ui.chapters import EVERY_RULE, chapters
from bloodpatch.doors.ui.findings import LEVELS, keys_of, of_rule
from bloodpatch.doors.ui.shown_finding import Shown
from bloodpatch.pathway.clinical.concepts import Concept, Weight, of_weight
from bloodpatch.pathway.findings import FindingKind, Level
from bloodpatch.pathway.protocol import Citation, Protocol
from bloodpatch.pathway.rules import red_flag
from bloodpatch.pathway.treatment import ACTS
from bloodpatch.record.findings_at_entry import Often, Times, often

LATELY = timedelta(days=90)
LONGEST_QUESTION = 80
HOLD_TIMES = "preparation.antithrombotic_policy"
"""The value that names the clinic's table of drugs, which has pages of its own."""


def listed(concepts: frozenset[Concept]) -> tuple[Concept, ...]:
    return tuple(concept for concept in Concept if concept in concepts)


FLAGS: Mapping[str, tuple[Concept, ...]] = {
    red_flag.STOP_FLAG.code: listed(of_weight(Weight.STOP)),
    red_flag.HOLD_FLAG.code: listed(of_weight(Weight.HOLD) - red_flag.SAID_ELSEWHERE),
    red_flag.BACKGROUND_FLAG.code: listed(red_flag.LOWERS_THE_THRESHOLD),
}
"""The signs that one rule names only in general: a physician reads which of them do what."""

ONLY: Mapping[str, str | Promise] = {
    "": lazily("Every rule"),
    "unconfirmed": lazily("To be confirmed by a clinician"),
    "noted": lazily("Recorded against here, or overridden"),
    "overridden": lazily("Overridden here"),
}


@dataclass(frozen=True)
class Rule:
    """One rule, under the protocol in force."""

    kind: FindingKind
    protocol: Protocol
    often: Often

    @cached_property
    def shown(self) -> Shown:
        return of_rule(self.kind, self.protocol)

    @property
    def values(self) -> tuple[Value, ...]:
        """The values of the protocol that it reads, as they are in force."""
        read = (self.kind.value, *self.kind.also)
        return tuple(value(self.protocol.about(one), self.protocol) for one in read if one)

    @property
    def flags(self) -> tuple[str, ...]:
        return tuple(flag.label for flag in FLAGS.get(self.kind.code, ()))

    @property
    def by_hold_times(self) -> bool:
        return self.kind.value == HOLD_TIMES

    @property
    def supplied_by(self) -> str:
        """The name of the form on which what is missing is recorded."""
        return ACTS[self.kind.asks].command.title if self.kind.asks else ""

    @property
    def refuses_record(self) -> bool:
        """It refuses what is only recorded, too."""
        return self.kind.refuses_record

    @property
    def here(self) -> str:
        """How often it stands on an entry of this clinic."""
        lately, ever = self.often.lately, self.often.ever
        if ever == Times():
            return _("Never on an entry.")
        if self.kind.level is Level.ADVISE:
            return _("Noted on an entry: %s.") % counted(lately.against, ever.against)
        against = _("Recorded in spite of it: %s.") % counted(lately.against, ever.against)
        overridden = _("Overridden: %s.") % counted(lately.overridden, ever.overridden)
        return f"{against} {overridden}"

    @property
    def text(self) -> str:
        """Everything in which words are looked for."""
        shown = self.shown
        said = (shown.says, shown.rule, shown.clears, shown.source, shown.certainty, shown.code)
        numbers = (word for one in self.values for word in (one.what, *one.says, one.note))
        listed = (*self.flags, *self.kind.hazards, *self.kind.treatment)
        return " ".join((*said, *numbers, *listed)).casefold()


def counted(lately: int, ever: int) -> str:
    if not ever:
        return times(0)
    return _("%(lately)s in %(days)d days, %(ever)s ever") % {
        "lately": times(lately),
        "days": LATELY.days,
        "ever": times(ever),
    }


def times(number: int) -> str:
    return ngettext("once", "%(n)d times", number) % {"n": number} if number else _("never")


@dataclass(frozen=True)
class Wanted:
    """Which rules somebody asked for."""

    words: str = ""
    level: str = ""
    only: str = ""

    def __bool__(self) -> bool:
        return bool(self.words or self.level or self.only)

    def has(self, rule: Rule) -> bool:
        ever = rule.often.ever
        return (
            all(word in rule.text for word in self.words.casefold().split())
            and self.level in ("", LEVELS[rule.kind.level])
            and {
                "unconfirmed": rule.shown.to_be_confirmed,
                "noted": bool(ever.against or ever.overridden),
                "overridden": bool(ever.overridden),
            }.get(self.only, True)
        )


@dataclass(frozen=True)
class Chapter:
    name: str
    title: str
    rules: tuple[Rule, ...]


def wanted(request: StaffRequest) -> Wanted:
    """What is asked for and does not exist asks for nothing."""
    given = {
        name: request.GET.get(name, "").strip()[:LONGEST_QUESTION]
        for name in ("words", "level", "only")
    }
    return Wanted(
        given["words"],
        given["level"] if given["level"] in LEVELS.values() else "",
        given["only"] if given["only"] in ONLY else "",
    )


def everything(request: StaffRequest) -> dict[str, Any]:
    clinic, now = request.actor.clinic, request.record.clock()
    protocol = request.record.protocols.in_force(clinic, None)
    counted = often(request.record, clinic, now - LATELY)
    asked = wanted(request)
    all_of_them = (Rule(k, protocol, counted.get(k.code, Often())) for k in EVERY_RULE.values())
    found = {rule.kind.code: rule for rule in all_of_them if asked.has(rule)}
    return {
        "protocol": protocol,
        "asked": asked,
        "found": len(found),
        "all": len(EVERY_RULE),
        "chapters": tuple(
            Chapter(one.name, one.title, tuple(found[kind.code] for kind in one.kinds))
            for one in chapters(rule.kind for rule in found.values())
        ),
        "sources": sources(found.values(), protocol),
        "levels": legend(),
        "only": ONLY.items(),
        "lately": LATELY.days,
        "since": now - LATELY,
    }


def legend() -> tuple[tuple[str, Promise], ...]:
    """What each level means: the strongest first."""
    return tuple((LEVELS[level], MEANS[level]) for level in reversed(Level))


MEANS: Mapping[Level, Promise] = {
    Level.STOP: lazily(
        "Nobody overrides it. Only the fact itself lifts it, or, where the rule says so, an "
        "examination or imaging that a physician records."
    ),
    Level.HOLD: lazily(
        "It holds an act back until it is cleared, or until a physician of this clinic overrides "
        "it, by name and with a reason."
    ),
    Level.ADVISE: lazily("It is shown and blocks nothing."),
}


def sources(rules: Iterable[Rule], protocol: Protocol) -> tuple[Citation, ...]:
    """The publications behind these rules, each once."""
    keys = {key for rule in rules for key in keys_of(rule.kind, protocol)}
    known = (protocol.citations[key] for key in sorted(keys & protocol.citations.keys()))
    return tuple(known)

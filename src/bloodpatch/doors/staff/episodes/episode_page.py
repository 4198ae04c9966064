"""One person's whole treatment, as the episode page shows it."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from django.utils.translation import gettext as _

from bloodpatch.doors.staff import addresses, event_sentences, finding_display
from bloodpatch.doors.staff.episode_desk import Desk
from bloodpatch.doors.staff.episodes import pain_curve, progress_path
from bloodpatch.doors.staff.stage_page import STAGE_WORDS
from bloodpatch.doors.ui.components import Fact, Link, Row
from bloodpatch.doors.ui.forms.submitted_values import shown
from bloodpatch.doors.ui.shown_finding import Shown
from bloodpatch.doors.ui.statuses import Status
from bloodpatch.doors.ui.times import day, exactly
from bloodpatch.pathway.events import Happened
from bloodpatch.pathway.queries.restrictions import (
    Restricted,
    restrictions,
)


def everything(desk: Desk) -> dict[str, Any]:
    return {
        "paths": progress_path.paths(desk),
        "chart": pain_curve.chart(desk),
        "relief": pain_curve.relief(desk),
        "stood": stood_on(desk),
        "restrictions": limits(desk),
        "puncture": puncture(desk),
        "stages": tuple(
            Link(words, addresses.to_stage(desk.id, stage)) for stage, words in STAGE_WORDS.items()
        ),
        "note": addresses.to_act(desk.id, "amendment.note"),
        "move": moving(desk),
    }


@dataclass(frozen=True)
class Stood:
    """A finding that stood on an entry."""

    finding: Shown
    when: str
    seen_by_physician: bool
    href: str


def moving(desk: Desk) -> Link | None:
    """To the rules that the clinic runs now, where the episode began under others."""
    act = "amendment.adopt_protocol"
    if not desk.gives(act) or desk.context.facts.protocol_in_force == desk.episode.protocol:
        return None
    return Link(_("The clinic runs newer rules"), addresses.to_act(desk.id, act))


def stood_on(desk: Desk) -> tuple[Stood, ...]:
    """What stood on the entries that hold: recorded against a rule, overridden, or advised. Each
    is said once, of the newest entry on which it stood."""
    found: dict[tuple[str, Status], Stood] = {}
    for happened in desk.episode.standing:
        for one in finding_display.noted(desk, happened):
            found[one.code, one.status] = stood(desk, happened, one)
    return (*broken(desk), *found.values())


def broken(desk: Desk) -> Iterator[Stood]:
    """What was permitted, and would not be by what is known today."""
    for position, findings in desk.broken.items():
        permit = desk.recorded(position)
        title = event_sentences.title(permit.event)
        words = _("%(act)s: would not have been permitted by what is known today. %(why)s")
        seen = position not in desk.unseen
        for one in findings:
            said = words % {"act": title, "why": one.says}
            yield stood(
                desk, permit, replace(finding_display.shown(desk, one), says=said), seen=seen
            )


def stood(
    desk: Desk, happened: Happened[Any], finding: Shown, *, seen: bool | None = None
) -> Stood:
    looked_at = happened.position in desk.episode.review.acknowledged if seen is None else seen
    href = addresses.to_entry("entry", desk.id, happened.position)
    return Stood(finding, exactly(happened.occurred), looked_at, href)


def limits(desk: Desk) -> tuple[Row, ...]:
    return tuple(limit(desk, one) for one in restrictions(desk.round, desk.protocol))


def limit(desk: Desk, one: Restricted) -> Row:
    until = day(one.until) if one.until else _("a physician has given the all-clear")
    cleared = desk.round.clearance.cleared is not None
    over = cleared or (one.until is not None and one.until < desk.now.date())
    return Row(
        says=one.sentence.format(until=until, kg=one.lift_limit_kg),
        status=Status.DONE if over else Status.RUNNING,
        word=_("Ended") if over else _("In force"),
    )


def puncture(desk: Desk) -> tuple[Fact, ...]:
    referral = desk.episode.referral
    known = referral.puncture
    ask = Link(_("Record"), addresses.to_act(desk.id, "referral.record_puncture"))
    if known is None:
        return (Fact(name=_("Puncture"), link=ask),)
    onset = referral.onset_at
    begun = Link(_("Record"), addresses.to_act(desk.id, "referral.record_onset"))
    return (
        Fact(name=_("Cause"), says=shown(known.technique) if known.technique else ""),
        Fact(name=_("When"), says=exactly(known.punctured_at) if known.punctured_at else ""),
        Fact(name=_("Needle"), says=shown(known.needle) if known.needle else ""),
        Fact(name=_("Level"), says=str(known.level or "")),
        Fact(
            name=_("Headache from"),
            says=exactly(onset) if onset else "",
            link=None if onset else begun,
        ),
    )

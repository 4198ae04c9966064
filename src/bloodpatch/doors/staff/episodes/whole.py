"""One person's whole treatment, as the episode page shows it."""

from typing import Any

from django.utils.translation import gettext as _

from bloodpatch.doors.staff import addresses
from bloodpatch.doors.staff.desk import Desk
from bloodpatch.doors.staff.episodes import curve, way
from bloodpatch.doors.staff.stage_page import STAGE_WORDS
from bloodpatch.doors.ui.forms.keeping import shown
from bloodpatch.doors.ui.parts import Fact, Link, Row
from bloodpatch.doors.ui.statuses import Status
from bloodpatch.doors.ui.times import day, exactly
from bloodpatch.pathway.findings import KINDS
from bloodpatch.pathway.stages.discharge.state import Restricted, restrictions

MARKS = frozenset(status.value for status in Status)


def everything(desk: Desk) -> dict[str, Any]:
    return {
        "paths": way.paths(desk),
        "chart": curve.chart(desk),
        "stood": stood_on(desk),
        "restrictions": limits(desk),
        "puncture": puncture(desk),
        "stages": tuple(
            Link(words, addresses.to_stage(desk.id, stage)) for stage, words in STAGE_WORDS.items()
        ),
        "note": addresses.to_act(desk.id, "amendment.note"),
    }


def stood_on(desk: Desk) -> tuple[Row, ...]:
    """What stood on the entries that hold: recorded against a rule, overridden, or advised."""
    found: dict[str, Row] = {}
    for happened in desk.episode.standing:
        for mark in happened.findings:
            level, _colon, code = mark.partition(":")
            if code in KINDS and level in MARKS:
                seen = happened.position in desk.episode.review.acknowledged
                found[mark] = Row(
                    says=KINDS[code].rule,
                    status=Status(level),
                    when=exactly(happened.occurred),
                    who=_("looked at by a physician") if seen else "",
                    link=Link("", addresses.to_entry("entry", desk.id, happened.position)),
                )
    return tuple(found.values())


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

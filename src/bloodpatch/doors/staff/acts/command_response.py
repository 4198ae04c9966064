"""What came of a command, as a page: recorded, refused, overtaken, or not readable."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from bloodpatch.doors.staff import addresses, event_entries
from bloodpatch.doors.staff.acts.act_form import Asked
from bloodpatch.doors.staff.episode_desk import Desk
from bloodpatch.doors.staff.finding_display import shown
from bloodpatch.doors.staff.review.review_links import ways_out
from bloodpatch.doors.ui import findings as ui
from bloodpatch.doors.ui.components import Act, Link
from bloodpatch.doors.ui.forms import kept
from bloodpatch.doors.ui.shown_finding import Shown
from bloodpatch.pathway.acts import Act as PathwayAct
from bloodpatch.pathway.findings import Finding
from bloodpatch.pathway.treatment import ACTS
from bloodpatch.record.outcomes import Conflict, Refused


@dataclass(frozen=True)
class Standing:
    """A finding on the page of an act, and what this person can do about it."""

    shown: Shown
    links: tuple[Link, ...] = ()


def standing(desk: Desk, act: PathwayAct, found: Iterable[Finding]) -> tuple[Standing, ...]:
    return tuple(Standing(shown(desk, one), ways_on(desk, act, one)) for one in found)


def ways_on(desk: Desk, act: PathwayAct, finding: Finding) -> tuple[Link, ...]:
    """The act that supplies what is missing, and from there back to the page of the act that
    waits for it; or what a physician can say to it."""
    asks = finding.kind.asks
    if not finding.blocks or asks not in ACTS or not desk.gives(asks):
        return ways_out(desk, act, finding)
    here = addresses.to_act(desk.id, act.name)
    then = {"then": here} if desk.request.path == here else {}
    there = addresses.to_act(desk.id, asks, **then)
    return (Link(ACTS[asks].command.title, there), *ways_out(desk, act, finding))


def beforehand(desk: Desk, act: PathwayAct) -> tuple[tuple[Finding, ...], Act | None]:
    """What `may` answers; and where it says no, the button that says why."""
    found = desk.may(act.name)
    blocking = [f for f in found if f.blocks and (act.permit or f.kind.refuses_record)]
    if not blocking:
        return found, None
    first = blocking[0]
    why = f"{first.says} {first.clears}".strip()
    return found, Act(label=act.command.title, why_not=why, finding=shown(desk, first))


def refusal(desk: Desk, asked: Asked, outcome: Refused) -> ui.Refusal:
    blocking = [f for f in outcome.findings if f.blocks]
    advice = [f for f in outcome.findings if not f.blocks]
    ways = [link for one in blocking for link in ways_on(desk, asked.act, one)]
    first = _("Not permitted") if asked.act.permit else _("Not recorded")
    title = f"{first}: {asked.act.command.title.lower()}"
    return ui.Refusal(
        title=title,
        findings=tuple(shown(desk, one) for one in (*blocking, *advice)),
        happened=_("Where the patient is: %(where)s.")
        % {"where": desk.episode.whereabouts.label.lower()},
        kept=kept(asked.form),
        links=(*ways, back(desk, asked.act)),
    )


def conflict(desk: Desk, asked: Asked, outcome: Conflict) -> ui.Conflict:
    title = _("Not recorded yet: something happened meanwhile")
    happened = event_entries.of(desk, outcome.since)
    return ui.Conflict(
        title=title, happened=happened, kept=kept(asked.form), links=(back(desk, asked.act),)
    )


def back(desk: Desk, act: PathwayAct) -> Link:
    return Link(_("Go back without recording"), home(desk, act))


def home(desk: Desk, act: PathwayAct, **about: Any) -> str:
    """The page of the stage; for the desks that are no stage, the episode's."""
    if act.stage in ("review", "amendment"):
        return addresses.to_episode(desk.id, **about)
    return addresses.to_stage(desk.id, act.stage, **about)

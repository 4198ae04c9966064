"""The page of a stage: what is known, and each act with the state that `may` gives it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from django.http import HttpResponse
from django.urls import URLPattern, path
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from bloodpatch.doors.staff import addresses, due_times, event_entries, finding_display
from bloodpatch.doors.staff.access.policies import policy
from bloodpatch.doors.staff.access.request_visitor import StaffRequest
from bloodpatch.doors.staff.acts.command_response import beforehand
from bloodpatch.doors.staff.acts.views import act_view, band
from bloodpatch.doors.staff.episode_desk import Desk, desk_of
from bloodpatch.doors.staff.page_changes import same, tag, watch
from bloodpatch.doors.staff.page_frame import page
from bloodpatch.doors.staff.urgent_work import fetch
from bloodpatch.doors.ui.components import Act, Entry, Link
from bloodpatch.doors.ui.times import exactly
from bloodpatch.pathway.acts import Act as PathwayAct
from bloodpatch.pathway.findings import Finding
from bloodpatch.pathway.roles import MAY_GIVE, STAFF
from bloodpatch.pathway.rules.person import NOT_YOUR_ACT
from bloodpatch.pathway.stage_stream import StageStream
from bloodpatch.pathway.treatment import ACTS, STAGES

STAGE_WORDS = (
    {stage.name: stage.name.replace("_", " ").capitalize() for stage in STAGES}
    | {name: name.replace("_", " ").capitalize() for name in (stage.name for stage in STAGES)}
    | {
        "followup": "Follow-up",
        "adverse_event": "Adverse events",
    }
)
More = Callable[[Desk], Mapping[str, Any]]
View = Callable[..., HttpResponse]


@dataclass(frozen=True)
class Offer:
    """One act as a stage page offers it. What cannot be done now still has its page."""

    act: Act
    href: str
    permit: bool
    findings: tuple[Finding, ...]
    done: str = ""
    """When it was recorded last in this round; a page of many acts is read as a checklist."""

    @property
    def locked(self) -> bool:
        return bool(self.act.why_not)

    @property
    def others(self) -> int:
        """How many more findings stand in the way."""
        return sum(finding.blocks for finding in self.findings) - 1

    @property
    def word(self) -> str:
        """Why not, in two words: the time has not come, or it is for somebody else."""
        return _("Another role") if _barred(self.findings) else _("Not yet")


def _barred(findings: tuple[Finding, ...]) -> bool:
    return any(finding.kind is NOT_YOUR_ACT for finding in findings)


def offers(desk: Desk, stage: str) -> tuple[Offer, ...]:
    return tuple(offer(desk, name) for name in acts_of(stage))


def acts_of(stage: str) -> tuple[str, ...]:
    """The commands of a stage; one that no role may give has no page."""
    return tuple(n for n, act in ACTS.items() if act.stage == stage and n in MAY_GIVE)


def offer(desk: Desk, name: str) -> Offer:
    act = ACTS[name]
    found, locked = beforehand(desk, act)
    href = addresses.to_act(desk.id, name)
    button = locked or Act(label=act.command.title, href=href)
    return Offer(button, href, act.permit, found, done=last_done(desk, act))


def last_done(desk: Desk, act: PathwayAct) -> str:
    newest = stream(desk, act.stage).latest(act.becomes)
    return exactly(newest.occurred) if newest else ""


def stream(desk: Desk, stage: str) -> StageStream:
    """The stage's in this round, or the episode's where a stage is not of one round."""
    found: StageStream = getattr(desk.round, stage, None) or getattr(desk.episode, stage)
    return found


def stage_view(
    stage: str, template: str = "staff/stage/page.html", more: More | None = None
) -> View:
    @policy(*STAFF)
    @require_safe
    def view(request: StaffRequest, episode: str) -> HttpResponse:
        return drawn(desk_of(request, episode), stage, template, more)

    view.__name__ = stage
    return view


def pulse_view(stage: str, template: str, more: More | None = None) -> View:
    """The same page, asked for by itself each second: 304 while nothing looks different."""

    @policy(*STAFF, heartbeat=True)
    @require_safe
    def view(request: StaffRequest, episode: str) -> HttpResponse:
        if same(request, episode):
            return HttpResponse(status=304)
        desk = desk_of(request, episode)
        answer = drawn(desk, stage, template, more)
        answer.headers["ETag"] = tag(desk)
        return answer

    view.__name__ = f"{stage}_pulse"
    return view


def drawn(desk: Desk, stage: str, template: str, more: More | None) -> HttpResponse:
    given = {
        **band(desk),
        "stage": STAGE_WORDS[stage],
        "here": stage,
        "next": fetch(desk, due_times.next_action(desk)),
        "offers": offers(desk, stage),
        "known": known(desk, stage),
        **recorded(desk),
        "episode_page": Link("", addresses.to_episode(desk.id)),
        "watch": watch(desk, stage, swaps=True),
        **(more(desk) if more else {}),
    }
    return page(desk.request, template, given, here="list")


def known(desk: Desk, stage: str) -> tuple[Entry, ...]:
    """What this stage has on record, the newest first."""
    return event_entries.of(desk, reversed(stream(desk, stage).events))


def recorded(desk: Desk) -> Mapping[str, Any]:
    """What was just recorded, said back with its values and with what it calls for."""
    asked = desk.request.GET.get("recorded", "")
    happened = desk.episode.recorded(int(asked)) if asked.isdigit() else None
    if happened is None:
        return {}
    return {
        "recorded": event_entries.entry(desk, happened),
        "noted": finding_display.noted(desk, happened),
    }


def stage_urls(
    stage: str,
    *,
    template: str = "staff/stage/page.html",
    more: More | None = None,
    special: Mapping[str, View] | None = None,
) -> list[URLPattern]:
    """The addresses of a stage: its page, its pulse, and one for each of its acts."""
    own = special or {}
    where = stage.replace("_", "-")
    return [
        path(f"{where}/", stage_view(stage, template, more), name=stage),
        path(f"{where}/pulse/", pulse_view(stage, template, more), name=f"{stage}_pulse"),
        *(
            path(
                f"{where}/{addresses.words_of(name)}/",
                own.get(name) or act_view(name),
                name=name,
            )
            for name in acts_of(stage)
        ),
    ]

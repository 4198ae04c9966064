"""The components as tags: `{% load ui %}`, then one tag for one template.

    {% person band %}                        {% path one_or_more_paths %}
    {% next_action next %}                   {% status "late" "Late 9 min" %}
    {% finding shown %}                      {% refusal refused %}  {% conflict met %}
    {% timeline days %}                      {% rows restrictions %}  {% facts lines %}
    {% table figures %}                      {% nothing "No contact is planned" "..." %}
    {% live as_of %}  {% not_live %}           {% clock_up start %}  {% clock_down end %}
    {% error_summary form %}                 {% fields form "pain_lying pain_upright" %}
    {% submit "Record observations" %}         {% pain_chart chart %}

What each is given stands in `doors/ui/components.py` and `doors/ui/findings.py`.
"""

from collections.abc import Callable, Iterable
from datetime import datetime
from typing import Any, TypeVar

from django import template
from django.forms import BoundField
from django.utils.safestring import SafeString

from bloodpatch.doors.ui import times
from bloodpatch.doors.ui.charts.pain import PainChart
from bloodpatch.doors.ui.components import Act, Day, Fact, NextAction, Path, Person, Row, Table
from bloodpatch.doors.ui.findings import Conflict, Refusal
from bloodpatch.doors.ui.forms.value_field import Said, said
from bloodpatch.doors.ui.shapes import shape as draw
from bloodpatch.doors.ui.shown_finding import Shown
from bloodpatch.doors.ui.statuses import LOOKS, Status

register = template.Library()
Given = TypeVar("Given", bound=Callable[..., dict[str, Any]])

register.filter("clock", times.clock)
register.filter("day", times.day)
register.filter("long_day", times.long_day)
register.filter("born", times.born)
register.filter("moment", times.moment)
register.filter("patient_clock", times.patient_clock)
register.filter("exactly", times.exactly)


@register.filter
def clock_seconds(instant: datetime) -> str:
    return times.clock(instant, seconds=True)


@register.filter
def instant(value: datetime) -> str:
    """An instant as the script reads it."""
    return value.isoformat(timespec="milliseconds")


@register.simple_tag
def shape(name: str) -> SafeString:
    return draw(name)


def component(name: str) -> Callable[[Given], Given]:
    tag: Callable[[Given], Given] = register.inclusion_tag(f"ui/components/{name}.html", name=name)
    return tag


@component("status")
def status(kind: str, word: str = "", large: bool = False) -> dict[str, Any]:
    """One of the closed list; an unknown kind is a mistake of ours and fails."""
    look = LOOKS[Status(kind)]
    return {"status": Status(kind), "look": look, "word": word or look.word, "large": large}


@component("person")
def person(person: Person) -> dict[str, Any]:
    return {"person": person}


@component("path")
def path(paths: Path | Iterable[Path]) -> dict[str, Any]:
    return {"paths": (paths,) if isinstance(paths, Path) else tuple(paths)}


@component("next_action")
def next_action(next: NextAction, id: str = "next") -> dict[str, Any]:
    return {"next": next, "id": id}


@component("act")
def act(act: Act, style: str = "", why_id: str = "") -> dict[str, Any]:
    return {"act": act, "style": style, "why_id": why_id}


@component("why_not")
def why_not(act: Act, why_id: str) -> dict[str, Any]:
    return {"act": act, "why_id": why_id}


@component("finding")
def finding(finding: Shown) -> dict[str, Any]:
    return {"finding": finding}


def below(heading: str) -> str:
    """The heading one level down: h2 under h1."""
    return f"h{int(heading[1:]) + 1}"


@component("refusal")
def refusal(refusal: Refusal, heading: str = "h1") -> dict[str, Any]:
    return {"refusal": refusal, "heading": heading, "sub": below(heading)}


@component("conflict")
def conflict(conflict: Conflict, heading: str = "h1") -> dict[str, Any]:
    return {"conflict": conflict, "heading": heading, "sub": below(heading)}


@component("timeline")
def timeline(days: Iterable[Day]) -> dict[str, Any]:
    return {"days": tuple(days)}


@component("rows")
def rows(rows: Iterable[Row]) -> dict[str, Any]:
    return {"rows": tuple(rows)}


@component("facts")
def facts(facts: Iterable[Fact]) -> dict[str, Any]:
    return {"facts": tuple(facts)}


@component("table")
def table(table: Table) -> dict[str, Any]:
    return {"table": table}


@component("nothing")
def nothing(title: str, says: str = "") -> dict[str, Any]:
    return {"title": title, "says": says}


@component("live")
def live(as_of: datetime) -> dict[str, Any]:
    return {"as_of": as_of}


@component("not_live")
def not_live() -> dict[str, Any]:
    """Stands above whatever has `data-live-region`: what is said when its rows are hidden."""
    return {}


@component("clock_up")
def clock_up(since: datetime, now: datetime, style: str = "clock") -> dict[str, Any]:
    """How long ago; ticked by the script, true without it at the moment the page was made."""
    return {"since": since, "shown": times.stopwatch(now - since), "style": style}


@component("clock_down")
def clock_down(until: datetime, now: datetime, style: str = "clock-small") -> dict[str, Any]:
    """How long still. Never alone: the instant at which it ends stands beside it."""
    return {"until": until, "shown": times.stopwatch(until - now), "style": style}


@component("error_summary")
def error_summary(form: Any) -> dict[str, Any]:
    return {"form": form, "wrong": form.wrong}


@register.inclusion_tag("ui/forms/fields.html", name="fields")
def fields(form: Any, names: str = "") -> dict[str, Any]:
    """Some fields of a form, in this order; without names, all that ask something."""
    wanted = names.split() if names else [bound.name for bound in form.visible_fields()]
    return {"fields": [form[name] for name in wanted]}


@register.inclusion_tag("ui/forms/submit.html", name="submit")
def submit(
    label: str, act: Act | None = None, by: str = "", cancel: str = "", big: bool = True
) -> dict[str, Any]:
    """The filled button, with the name under which it will be recorded beside it."""
    return {"label": label, "act": act, "by": by, "cancel": cancel, "big": big}


@register.inclusion_tag("ui/charts/pain.html", name="pain_chart")
def pain_chart(chart: PainChart) -> dict[str, Any]:
    return {"chart": chart}


@register.filter
def faults(bound: BoundField) -> list[Said]:
    """What is wrong with a field, in whole sentences."""
    return [said(error) for error in bound.errors.as_data()]

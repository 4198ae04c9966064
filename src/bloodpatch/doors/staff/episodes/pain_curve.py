"""The pain curve of an episode: every score that anybody recorded, upright and lying."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from bloodpatch.doors.staff import event_sentences
from bloodpatch.doors.staff.episode_desk import Desk
from bloodpatch.doors.ui.charts.pain import PainChart, pain_chart
from bloodpatch.doors.ui.charts.scored import Patch, Scored
from bloodpatch.doors.ui.times import exactly
from bloodpatch.pathway.clinical import pain_series
from bloodpatch.pathway.clinical.pain_series import Relieved
from bloodpatch.pathway.events import Happened
from bloodpatch.pathway.queries import pain
from bloodpatch.pathway.statements import stated
from bloodpatch.pathway.values import Pain
from bloodpatch.pathway.values.units import SECONDS_AN_HOUR

UPRIGHT, LYING = gettext_lazy("Upright"), gettext_lazy("Lying")
BEFORE = frozenset({"pain_before"})
"""Said again later of a time before: not a score of the time of its entry."""


def chart(desk: Desk) -> PainChart | None:
    """None while nobody has asked for a score."""
    found = [(h, score) for h in desk.episode.standing for score in scores(h)]
    if not found:
        return None
    given = [(r.procedure.given_at, r) for r in desk.episode.rounds]
    patches = [(when, r) for when, r in given if when is not None]
    zero = patches[0][0].at if patches else found[-1][0].occurred.at
    marks = [Patch(hours(when.at, zero), label(when, r)) for when, r in patches]
    dots = [
        Scored(
            hours(h.occurred.at, zero), score.position, score.score, event_sentences.title(h.event)
        )
        for h, score in found
    ]
    return pain_chart(dots, marks)


def relief(desk: Desk) -> list[str]:
    """T10: what the last patch did, in each posture that was asked before it and since; upright
    first, where this headache is."""
    episode = desk.episode
    found = (pain.relief(episode, one) for one in reversed(episode.rounds))
    return [relieved(one) for one in reversed(next(filter(None, found), ()))]


def relieved(one: Relieved) -> str:
    posture = LYING if one.now.position in pain_series.LYING else UPRIGHT
    words = {"posture": posture, "before": one.before.score, "now": one.now.score}
    if not one.points:
        return _("%(posture)s: %(now)s, as before the patch") % words
    change = _("%(points)s less") if one.points > 0 else _("%(points)s more")
    share = f" ({abs(one.percent)} %)" if one.percent is not None else ""
    change = change % {"points": abs(one.points)} + share
    return _("%(posture)s: %(before)s before the patch, %(now)s now; ") % words + change


def label(when: Any, round: Any) -> str:
    volume = round.procedure.volume_injected
    said = f", {volume.normalize():f} mL" if volume is not None else ""
    return _("Patch %(when)s") % {"when": exactly(when)} + said


def hours(at: datetime, zero: datetime) -> float:
    return (at - zero).total_seconds() / SECONDS_AN_HOUR


def scores(happened: Happened[Any]) -> Iterator[Pain]:
    """Every pain score that an entry states, whatever its field is called."""
    for field in stated(type(happened.event)):
        value = getattr(happened.event, field.name)
        if field.name in BEFORE or value is None:
            continue
        for one in value if isinstance(value, tuple) else (value,):
            if isinstance(one, Pain):
                yield one

"""From when each drug against clotting may be taken again: told before anybody goes home."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from bloodpatch.doors.staff import event_sentences
from bloodpatch.doors.staff.episode_desk import Desk
from bloodpatch.doors.ui.times import moment
from bloodpatch.pathway.stages.discharge.restart import plan_of, taken_again


@dataclass(frozen=True)
class Again:
    drug: str
    earliest: str
    plan: str
    confirmed: bool


def drugs(desk: Desk) -> dict[str, Any]:
    return {"drugs": tuple(again(desk))}


def again(desk: Desk) -> Any:
    confirmed = desk.context.facts.confirmed_rows
    for wait, at in taken_again(desk.episode, desk.context):
        plan = plan_of(wait, desk.episode)
        yield Again(
            drug=wait.label,
            earliest=_("Not before %(when)s") % {"when": moment(at)}
            if at
            else _("The drug table tells no time: a physician decides"),
            plan=event_sentences.summary(plan.event, desk.names.by_code) if plan else "",
            confirmed=bool(wait.rows) and all(row.hash in confirmed for row in wait.rows),
        )

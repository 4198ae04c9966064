"""What an entry says, line by line, each with its link to the correction."""

from typing import Any

from django.utils.translation import gettext as _

from bloodpatch.doors.staff import addresses, event_sentences
from bloodpatch.doors.staff.amendment.correction_form import correctable
from bloodpatch.doors.staff.episode_desk import Desk
from bloodpatch.doors.ui.components import Fact, Link
from bloodpatch.doors.ui.times import exactly
from bloodpatch.pathway.events import Happened
from bloodpatch.pathway.statements import stated


def lines(desk: Desk, happened: Happened[Any]) -> tuple[Fact, ...]:
    """What was stated first, then what can still be added; a struck entry takes no correction."""
    now = next((h for h in desk.episode.standing if h.position == happened.position), None)
    open_to = correctable(happened) if now is not None else ()
    happened = now or happened
    said = [
        Fact(
            name=_("When"),
            says=exactly(happened.occurred),
            link=_link(desk, happened, "occurred", open_to),
        )
    ]
    for field in stated(type(happened.event)):
        value = getattr(happened.event, field.name)
        words = event_sentences.value(value, field, desk.names.by_code) if value is not None else ""
        link = _link(desk, happened, field.name, open_to)
        if words or link:
            said.append(
                Fact(
                    name=event_sentences.asked(field),
                    says=words,
                    unknown=_("Not stated"),
                    link=link,
                )
            )
    return tuple(sorted(said, key=lambda fact: not fact.says))


def _link(desk: Desk, happened: Happened[Any], field: str, open_to: tuple[str, ...]) -> Link | None:
    if field not in open_to:
        return None
    where = addresses.to_entry("amendment.correct", desk.id, happened.position)
    return Link(_("Correct"), f"{where}?field={field}")

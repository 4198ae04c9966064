"""What cannot wait, and what the one who looks does about it: a physician answers it, everybody
else fetches one, by name."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazily

from bloodpatch.clinic import directory
from bloodpatch.clinic.directory import ROLE_WORDS
from bloodpatch.doors.staff.episode_desk import Desk
from bloodpatch.doors.ui.components import Link, NextAction
from bloodpatch.pathway.roles import Role
from bloodpatch.pathway.worklist import Urgency, urgency

URGENT: Mapping[Urgency, tuple[Promise, Promise]] = {
    Urgency.RED_FLAG: (lazily("Red flag"), lazily("Call now: a red flag is reported")),
    Urgency.SEVERE_PRESSURE: (
        lazily("Severe blood pressure"),
        lazily("Treat the severe blood pressure now, with obstetrics"),
    ),
    Urgency.STOP: (lazily("Stop"), lazily("A stop is open: examine, and decide")),
}
"""The word of its tag, and what a physician has to do about it."""


def physicians(clinic: str) -> str:
    """Whom to fetch, by name."""
    found = (p.full_name for p in directory.colleagues(clinic) if p.role == Role.PHYSICIAN)
    return ", ".join(found) or str(ROLE_WORDS[Role.PHYSICIAN])


def fetch(desk: Desk, usual: NextAction) -> NextAction:
    """For whoever may not answer what is urgent: first somebody who may. What is next for
    themselves stays one link away."""
    found = urgency(desk.episode, desk.owed, desk.protocol)
    if found is None or desk.request.actor.role is Role.PHYSICIAN:
        return usual
    word, answer = URGENT[found]
    link = (Link(usual.act.label, usual.act.href),) if usual.act and usual.act.href else ()
    return NextAction(
        title=_("Fetch a physician now"),
        when=str(word),
        says=_("For the physician: %(what)s. In this clinic: %(who)s.")
        % {"what": str(answer), "who": physicians(desk.request.actor.clinic)},
        links=(*link, *usual.links),
        late=True,
    )

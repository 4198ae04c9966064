"""Which adverse event, which entry: chosen by what it says, never by a number from memory."""

from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext as _

from bloodpatch.doors.staff import says
from bloodpatch.doors.staff.acts.asking import Asked
from bloodpatch.doors.staff.desk import Desk
from bloodpatch.doors.ui.forms.chosen import CodeField
from bloodpatch.doors.ui.times import exactly
from bloodpatch.pathway.acts import Act
from bloodpatch.pathway.events import Happened
from bloodpatch.pathway.values import Count

Options = tuple[tuple[str, str], ...]
ABOUT, ENTRY = "about", "entry"


class AboutAnEvent(Asked):
    """A form of this stage: the entries that it can speak of are its choices."""

    def __init__(self, desk: Desk, act: Act, data: Any = None, **about: Any) -> None:
        super().__init__(desk, act, data, **about)
        choices = {ABOUT: opened(desk), ENTRY: noted(desk)}
        for name in choices.keys() & self.form.fields.keys():
            self.offer(name, choices[name])

    def offer(self, name: str, options: Options) -> None:
        """Where there is nothing to choose from, the field stays as it was."""
        asked = self.form.fields[name]
        if options:
            self.form.fields[name] = CodeField(
                Count, options, label=asked.label, required=asked.required, help_text=HINTS[name]()
            )


HINTS = {
    ABOUT: lambda: _("Not chosen: the latest one."),
    ENTRY: lambda: _("What was recorded and may be an adverse event."),
}


def opened(desk: Desk) -> Options:
    return listed(desk, reversed(desk.episode.adverse_event.opened))


def noted(desk: Desk) -> Options:
    """What nobody has opened or dismissed yet; one line for each entry, whatever it may be."""
    drafts = desk.episode.adverse_event.drafts(desk.episode.rounds)
    sources = {draft.source.position: draft.source for draft in drafts}
    words = {
        at: "; ".join(draft.says for draft in drafts if draft.source.position == at)
        for at in sources
    }
    return tuple((str(at), f"{exactly(h.occurred)}: {words[at]}") for at, h in sources.items())


def listed(desk: Desk, entries: Iterable[Happened[Any]]) -> Options:
    return tuple(
        (str(h.position), f"{exactly(h.occurred)}: {says.summary(h.event, desk.names.by_code)}")
        for h in entries
    )

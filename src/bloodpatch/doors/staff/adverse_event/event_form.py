"""Which adverse event, which entry: chosen by what it says, never by a number from memory."""

from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext as _

from bloodpatch.doors.staff import event_entries, event_sentences
from bloodpatch.doors.staff.acts.act_form import Asked
from bloodpatch.doors.staff.episode_desk import Desk
from bloodpatch.doors.ui.forms.choice_fields import CodeField
from bloodpatch.doors.ui.times import exactly
from bloodpatch.pathway.acts import Act
from bloodpatch.pathway.clinical import Deficit
from bloodpatch.pathway.events import Happened
from bloodpatch.pathway.queries.adverse_event_drafts import Draft, open_drafts
from bloodpatch.pathway.stages.adverse_event.commands import OpenEvent
from bloodpatch.pathway.statements import stated
from bloodpatch.pathway.values import Count

Options = tuple[tuple[str, str], ...]
ABOUT, ENTRY = "about", "entry"
WHAT = frozenset({ABOUT, "kinds", "noticed_at"})
DEFICIT = frozenset(field.name for field in stated(Deficit))


class AboutAnEvent(Asked):
    """A form of this stage: the entries that it can speak of are its choices."""

    def __init__(self, desk: Desk, act: Act, data: Any = None, **about: Any) -> None:
        draft = draft_of(desk) if act.command is OpenEvent else None
        if draft is not None:
            about = {**about, "initial": drafted(draft)}
        super().__init__(desk, act, data, **about)
        if draft is not None:
            self.entries = event_entries.of(desk, [draft.source])
        choices = {ABOUT: opened(desk), ENTRY: noted(desk)}
        for name in choices.keys() & self.form.fields.keys():
            self.offer(name, choices[name])

    @property
    def first(self) -> list[Any]:
        """What happened comes before what else the patient has, which is long and seldom asked."""
        asked = [bound for bound in super().first if bound.name not in DEFICIT]
        return sorted(asked, key=lambda bound: bound.name not in WHAT)

    @property
    def more(self) -> list[Any]:
        first = {bound.name for bound in self.first}
        return [self.form[name] for name in self.names if name not in first]

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


def draft_of(desk: Desk) -> Draft | None:
    """The draft that the page is asked for by `?entry=`, else the one that waits longest."""
    drafts = open_drafts(desk.episode)
    asked = desk.request.GET.get("entry", "")
    named = (draft for draft in drafts if str(draft.source.position) == asked)
    longest = sorted(drafts, key=lambda draft: draft.source.recorded_at)
    return next(named, next(iter(longest), None))


def drafted(draft: Draft) -> dict[str, Any]:
    """What is on record already: which entry, when, after which patch; and what it is, where it
    can be one thing only."""
    known = {
        "entry": Count(draft.source.position),
        "after_patch": Count(draft.patch),
        "noticed_at": draft.source.occurred,
    }
    return known | ({"kinds": draft.kinds} if len(draft.kinds) == 1 else {})


def opened(desk: Desk) -> Options:
    return listed(desk, reversed(desk.episode.adverse_event.opened))


def noted(desk: Desk) -> Options:
    """What nobody has opened or dismissed yet; one line for each entry, whatever it may be."""
    drafts = open_drafts(desk.episode)
    sources = {draft.source.position: draft.source for draft in drafts}
    words = {
        at: "; ".join(draft.says for draft in drafts if draft.source.position == at)
        for at in sources
    }
    return tuple((str(at), f"{exactly(h.occurred)}: {words[at]}") for at, h in sources.items())


def listed(desk: Desk, found: Iterable[Happened[Any]]) -> Options:
    return tuple(
        (
            str(h.position),
            f"{exactly(h.occurred)}: {event_sentences.summary(h.event, desk.names.by_code)}",
        )
        for h in found
    )

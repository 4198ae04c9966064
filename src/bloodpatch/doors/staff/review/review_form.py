"""The forms of a physician's word: what it is about is filled in, only the reason is asked."""

from dataclasses import replace
from typing import Any

from bloodpatch.doors.staff import event_entries
from bloodpatch.doors.staff.acts.act_form import Asked
from bloodpatch.doors.staff.episode_desk import Desk
from bloodpatch.doors.staff.finding_display import shown
from bloodpatch.doors.staff.review.review_links import About, read
from bloodpatch.doors.ui.forms.command_form import position
from bloodpatch.doors.ui.shown_finding import Shown
from bloodpatch.pathway.acts import Act
from bloodpatch.pathway.codes import Code, PlainForm
from bloodpatch.pathway.review.settlement import covers
from bloodpatch.pathway.stages.closure.owes import recorded_after_the_closing
from bloodpatch.pathway.treatment import ACTS
from bloodpatch.pathway.values import Count


class AskedAbout(Asked):
    """A form about one finding."""

    about: About
    finding: Shown | None = None
    overridden_for: str = ""


def override(desk: Desk, act: Act, data: Any) -> Asked:
    about = read(desk)
    given = {
        "finding": Code(about.finding),
        "act": Code(about.act),
        "patch_number": Count(about.patch),
        "saw": PlainForm(about.saw),
    }
    asked = AskedAbout(desk, act, data, given=given)
    asked.overridden_for = acts_covered(about.act)
    return _about(desk, asked, about)


def acts_covered(name: str) -> str:
    """The titles of all that one override covers: on the way to a needle, three acts."""
    return "”, “".join(act.command.title for act in ACTS.values() if covers(name, act.name))


def lift(desk: Desk, act: Act, data: Any) -> Asked:
    about = read(desk)
    given = {"finding": Code(about.finding), "saw": PlainForm(about.saw)}
    return _about(desk, AskedAbout(desk, act, data, given=given), about)


def acknowledge(desk: Desk, act: Act, data: Any) -> Asked:
    """Every entry that waits for a physician's look. What came after the page was drawn was not
    on it, and is not acknowledged by it: nor is a permit that a newer correction has shaken."""
    seen = position(data.get("seen", "")) if data is not None else None
    drawn_at = desk.folded.position if seen is None else seen
    then = replace(desk, folded=replace(desk.folded, state=desk.episode.up_to(drawn_at)))
    waiting = {h.position for h in unacknowledged(desk)}
    unseen = [h for h in unacknowledged(then) if h.position in waiting]
    given = {"positions": tuple(Count(h.position) for h in unseen)}
    asked = AskedAbout(desk, act, data, given=given)
    asked.entries = event_entries.of(desk, unseen)
    return asked


def unacknowledged(desk: Desk) -> list[Any]:
    """Recorded against a rule and not looked at, or after the closing; or permitted, and by what
    is known today not."""
    seen = desk.episode.review.acknowledged
    after = {h.position for h in recorded_after_the_closing(desk.episode)}
    return [
        h
        for h in desk.episode.standing
        if (h.against and h.position not in seen) or h.position in desk.unseen | after
    ]


def _about(desk: Desk, asked: AskedAbout, about: About) -> Asked:
    asked.about = about
    standing = (f for f in desk.may(about.act) if f.code == about.finding)
    asked.finding = next((shown(desk, f) for f in standing), None)
    return asked

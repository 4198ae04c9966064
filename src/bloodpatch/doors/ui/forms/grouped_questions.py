"""Many questions under a few headings: the red flags, by where in the body they show.

Under each heading stand the questions that are always asked, the others behind one line. A box
says of the questions above it that all were asked and all were no: somebody's own words, ticked
by nobody beforehand. It never speaks of what is folded away.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _

from bloodpatch.doors.ui.forms.choice_fields import ANSWERS, AnswersField
from bloodpatch.doors.ui.forms.widgets import PLACE, AnswerRows
from bloodpatch.pathway.clinical import RED_FLAG_GROUPS, RED_FLAGS_ASKED, RedFlag
from bloodpatch.pathway.values import Answer, Answers, ValueFault

Questions = tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Group:
    """One heading: what is always asked, and what can be recorded besides."""

    words: str
    asked: Questions
    seldom: Questions
    all_no: str

    @property
    def boxed(self) -> bool:
        """A box for one question would only ask it twice."""
        return len(self.asked) > 1


def red_flag_groups(questions: Questions) -> tuple[Group, ...]:
    """These questions under their headings; a heading without any is left out."""
    labels = dict(questions)
    found = []
    for number, (words, flags) in enumerate(RED_FLAG_GROUPS):
        mine = [flag for flag in flags if flag.value in labels]
        asked = tuple((f.value, labels[f.value]) for f in mine if f in RED_FLAGS_ASKED)
        seldom = tuple((f.value, labels[f.value]) for f in mine if f not in RED_FLAGS_ASKED)
        if mine:
            found.append(Group(words, asked, seldom, f"all_no_{number}"))
    return tuple(found)


def are_red_flags(questions: Questions) -> bool:
    return bool(questions) and {code for code, _label in questions} <= set(RedFlag)


class AnswerGroups(AnswerRows):
    template_name = PLACE + "answer_groups.html"

    def __init__(self, groups: tuple[Group, ...], words: Mapping[str, str | Promise]) -> None:
        super().__init__(tuple(q for group in groups for q in (*group.asked, *group.seldom)), words)
        self.groups = groups
        self.limits: Mapping[str, str] = {}
        """By flag: from which value on it is a yes."""
        self.names = (*self.names, *(group.all_no for group in groups if group.boxed))

    def get_context(self, name: str, value: Any, attrs: Any) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        parts = context["parts"]

        def rows(questions: Questions) -> list[tuple[str, str, str]]:
            return [(code, self.asked(code, label), parts[code]) for code, label in questions]

        def shown(group: Group) -> dict[str, Any]:
            seldom = rows(group.seldom)
            return {
                "words": group.words,
                "rows": rows(group.asked),
                "seldom": seldom,
                "open": any(given for _code, _label, given in seldom),
                "all_no": group.all_no if group.boxed else "",
                "all_no_ticked": bool(parts.get(group.all_no)),
            }

        return context | {"groups": [shown(group) for group in self.groups]}

    def asked(self, code: str, label: str) -> str:
        return f"{label}: {self.limits[code]}" if code in self.limits else label


class RedFlagsField(AnswersField):
    """Each flag yes, no or not asked; and one answer for all that stand under a heading."""

    def __init__(self, questions: Questions, **about: Any) -> None:
        super().__init__(questions, **about)
        self.groups = red_flag_groups(questions)
        self.widget = AnswerGroups(self.groups, ANSWERS)

    def show_limits(self, limits: Mapping[str, str]) -> None:
        self.widget.limits = limits

    def read(self, raw: dict[str, str]) -> Answers:
        given = {code: word for code, word in raw.items() if not code.startswith("all_no")}
        for group in self.groups:
            if group.boxed and raw.get(group.all_no):
                given |= all_no(group, given)
        return super().read(given)


def all_no(group: Group, given: Mapping[str, str]) -> dict[str, str]:
    """The box of a group, as the answers that it stands for."""
    for code, label in group.asked:
        if given.get(code, "") not in ("", Answer.NO):
            raise ValueFault(
                _("%(group)s: all no is ticked, and not all are no: %(label)s")
                % {"group": group.words, "label": label},
                _("Both cannot be right, and a red flag must not be lost in a box."),
                _("Untick the box, or change the answer."),
            )
    return {code: Answer.NO.value for code, _label in group.asked}

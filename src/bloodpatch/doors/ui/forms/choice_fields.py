"""Fields for what is chosen from a closed list. Nothing is ticked beforehand, ever."""

from enum import StrEnum
from typing import Any

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from bloodpatch.doors.ui.forms.value_field import PartedField, ValueField
from bloodpatch.doors.ui.forms.widgets import AnswerRows, Checks, Radios
from bloodpatch.pathway.statements import read_choice, read_flag
from bloodpatch.pathway.values import Answer, Answers, SpinalLevel, ValueFault
from bloodpatch.pathway.values.fault import quoted
from bloodpatch.pathway.values.spinal_level import SPACES

MOST_RADIOS = 6
LONG_WORDS = 18
UNSAID = ("", _("Not recorded"))
ANSWERS: dict[str, str | Promise] = {"yes": _("Yes"), "no": _("No"), "not_asked": _("Not asked")}

Words = tuple[tuple[str, Any], ...]


def words_of(kind: type[StrEnum]) -> Words:
    """The members with the words that people read."""
    return tuple((m.value, getattr(m, "label", "") or in_words(m.value)) for m in kind)


def in_words(code: str) -> str:
    return code.replace("_", " ").capitalize()


def control(words: Words, *, required: bool) -> forms.RadioSelect | forms.Select:
    """Radios up to six, a list beyond. An optional one can be taken back: *not recorded*."""
    known = {code for code, _words in words} & {"not_asked", "not_stated"}
    extra: Words = () if required or known else (UNSAID,)
    if len(words) > MOST_RADIOS:
        listed = forms.Select(attrs={"class": "input"})
        listed.choices = [("", _("Choose one") if required else UNSAID[1]), *words]
        return listed
    longest = max(len(str(said)) for _code, said in words)
    radios = Radios(style="choices-long" if longest > 2 * LONG_WORDS else "")
    radios.choices = [*words, *extra]
    return radios


class ChoiceField(ValueField):
    """One of a closed list; `offered` is the part of it that makes sense on this page."""

    def __init__(self, kind: type[StrEnum], offered: Words = (), **about: Any) -> None:
        self.kind = kind
        words = offered or words_of(kind)
        super().__init__(widget=control(words, required=about["required"]), **about)

    def read(self, raw: str) -> StrEnum:
        return read_choice(self.kind, raw)

    def shown(self, value: Any) -> Any:
        return value.value if isinstance(value, StrEnum) else value


class AnswerField(ChoiceField):
    """Yes, no, not asked. Nothing ticked is not asked, so it is never an error."""

    def __init__(self, **about: Any) -> None:
        super().__init__(Answer, **about)
        self.widget = Radios(style="choices-short")
        self.widget.choices = list(ANSWERS.items())

    def unsaid(self) -> Answer | None:
        return Answer.NOT_ASKED if self.required else None


class FlagField(ValueField):
    """A yes or a no, and nothing between."""

    def __init__(self, **about: Any) -> None:
        words: Words = (("yes", ANSWERS["yes"]), ("no", ANSWERS["no"]))
        widget = Radios(style="choices-short")
        widget.choices = [*words, *(() if about["required"] else (UNSAID,))]
        super().__init__(widget=widget, **about)

    def read(self, raw: str) -> bool:
        return read_flag({"yes": True, "no": False}.get(raw, raw))

    def shown(self, value: Any) -> Any:
        return ("yes" if value else "no") if isinstance(value, bool) else value


class ChoicesField(ValueField):
    """Any number of a closed list. Nothing ticked is nothing said, not *none of these*."""

    def __init__(self, kind: type[StrEnum], **about: Any) -> None:
        self.kind = kind
        widget = Checks()
        widget.choices = list(words_of(kind))
        super().__init__(widget=widget, **about)

    def is_unsaid(self, raw: Any) -> bool:
        return not raw

    def read(self, raw: list[str]) -> tuple[StrEnum, ...]:
        return tuple(read_choice(self.kind, one) for one in raw)

    def shown(self, value: Any) -> Any:
        return [str(one.value if isinstance(one, StrEnum) else one) for one in value or ()]


class CodesField(ValueField):
    """Any number of codes, ticked in a list with their words."""

    def __init__(self, kind: Any, options: Words, **about: Any) -> None:
        self.kind = kind
        self.options = options
        widget = Checks()
        widget.choices = list(options)
        super().__init__(widget=widget, **about)

    def is_unsaid(self, raw: Any) -> bool:
        return not raw

    def read(self, raw: list[str]) -> tuple[Any, ...]:
        listed = {code for code, _words in self.options}
        for one in raw:
            if one not in listed:
                raise ValueFault(
                    _now("%(raw)s is not in the list.") % {"raw": quoted(one)},
                    _now("Only what is in the list can be chosen."),
                    _now("Choose from the list."),
                )
        return tuple(self.kind.parse(one) for one in raw)

    def shown(self, value: Any) -> Any:
        return [str(one) for one in value or ()]


class AnswersField(PartedField):
    """A group of questions, each yes, no or not asked."""

    def __init__(self, questions: tuple[tuple[str, str], ...], **about: Any) -> None:
        super().__init__(widget=AnswerRows(questions, ANSWERS), **about)

    def unsaid(self) -> Answers | None:
        return Answers({}) if self.required else None

    def read(self, raw: dict[str, str]) -> Answers:
        given = {code: read_choice(Answer, word) for code, word in raw.items() if word}
        return Answers({code: Answer(word) for code, word in given.items()})

    def shown(self, value: Any) -> Any:
        return value.plain() if isinstance(value, Answers) else value


class LevelField(ValueField):
    """A space of the spine, the lumbar ones first: that is where nearly all of them are."""

    def __init__(self, **about: Any) -> None:
        listed = forms.Select(attrs={"class": "input"})
        by_region: dict[str, list[tuple[str, str]]] = {"lumbar": []}
        for space in SPACES:
            region = SpinalLevel(space).region.value
            by_region.setdefault(region, []).append((space, space))
        groups = [(in_words(region), spaces) for region, spaces in by_region.items()]
        listed.choices = [("", _("Choose one") if about["required"] else UNSAID[1]), *groups]
        super().__init__(widget=listed, **about)

    def read(self, raw: str) -> SpinalLevel:
        return SpinalLevel.parse(raw)

    def shown(self, value: Any) -> Any:
        return value.plain() if isinstance(value, SpinalLevel) else value


USUAL_SPACES = ("L2/3", "L3/4", "L4/5", "L5/S1")


class LevelsField(CodesField):
    """Any number of spaces: those where nearly every patch is given first, the others folded."""

    def __init__(self, **about: Any) -> None:
        others = (space for space in SPACES if space not in USUAL_SPACES)
        options = tuple((space, space) for space in (*USUAL_SPACES, *others))
        super().__init__(SpinalLevel, options, **about)
        self.widget.first = frozenset(USUAL_SPACES)

    def shown(self, value: Any) -> Any:
        return [one.plain() if isinstance(one, SpinalLevel) else one for one in value or ()]


class CodeField(ValueField):
    """The name of a room, a bay, a person: from the clinic's list where the page gives one."""

    def __init__(self, kind: Any, options: Words = (), **about: Any) -> None:
        self.kind = kind
        self.options = options
        text = forms.TextInput(attrs={"class": "input", "autocomplete": "off"})
        widget = control(options, required=about["required"]) if options else text
        super().__init__(widget=widget, **about)

    def read(self, raw: str) -> Any:
        if self.options:
            self.refuse_unlisted(raw)
        return self.kind.parse(raw)

    def refuse_unlisted(self, raw: str) -> None:
        if raw not in {code for code, _words in self.options}:
            raise ValueFault(
                _now("%(raw)s is not in the list.") % {"raw": quoted(raw)},
                _now("Only what the clinic has can be chosen."),
                _now("Choose one from the list."),
            )

    def shown(self, value: Any) -> Any:
        return value.plain() if isinstance(value, self.kind) else value

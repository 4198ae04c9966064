"""Answers to a closed list of questions. Not asked is never no."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import ClassVar, Self

from bloodpatch.pathway.values.fault import ValueFault, quoted
from bloodpatch.pathway.values.typed import tidied
from bloodpatch.pathway.values.value import Value, not_plain


class Answer(StrEnum):
    """What was answered to one question; not asked is an answer of its own."""

    YES = "yes"
    NO = "no"
    NOT_ASKED = "not_asked"


GIVEN = {"yes": Answer.YES, "no": Answer.NO}
TYPED = {**GIVEN, "y": Answer.YES, "n": Answer.NO}
CODE = re.compile(r"[a-z][a-z0-9_]{0,63}")
MOST = 200


@dataclass(frozen=True, slots=True, init=False)
class Answers(Value):
    """Code of the question to yes or no. A question that is not in it was not asked."""

    pairs: tuple[tuple[str, Answer], ...]
    """The questions that were answered, by code; so the same answers are always equal."""
    found: dict[str, Answer] = field(compare=False, repr=False)
    """The same, to look up one: rules ask a long list of questions very often."""

    title: ClassVar[str] = "answers (yes, no, not asked)"
    example: ClassVar[str] = "fever no, neck_stiffness yes"

    def __init__(self, answers: Mapping[str, Answer]) -> None:
        for code, answer in answers.items():
            if not isinstance(code, str) or not CODE.fullmatch(code):
                raise not_plain("code of a question", code)
            if type(answer) is not Answer:
                raise not_plain("answer", answer)
        if len(answers) > MOST:
            raise not_plain("list of answers", f"{len(answers)} answers")
        given = sorted(p for p in answers.items() if p[1] is not Answer.NOT_ASKED)
        object.__setattr__(self, "pairs", tuple(given))
        object.__setattr__(self, "found", dict(given))

    def get(self, code: str) -> Answer:
        """The answer to that question; a question that nobody asked was not asked."""
        return self.found.get(code, Answer.NOT_ASKED)

    @property
    def asked(self) -> frozenset[str]:
        """The questions that got a yes or a no."""
        return frozenset(code for code, _ in self.pairs)

    @property
    def yes(self) -> frozenset[str]:
        """The questions that were answered with yes."""
        return frozenset(code for code, answer in self.pairs if answer is Answer.YES)

    @property
    def no(self) -> frozenset[str]:
        """The questions that were answered with no."""
        return frozenset(code for code, answer in self.pairs if answer is Answer.NO)

    def __iter__(self) -> Iterator[str]:
        return (code for code, _ in self.pairs)

    def __len__(self) -> int:
        return len(self.pairs)

    def plain(self) -> dict[str, str]:
        return {code: answer.value for code, answer in self.pairs}

    @classmethod
    def of(cls, plain: object) -> Self:
        if not isinstance(plain, dict):
            raise not_plain("list of answers", plain)
        answers = {}
        for code, word in plain.items():
            answer = GIVEN.get(word) if isinstance(word, str) else None
            if answer is None:
                raise not_plain("answer", word)
            answers[code] = answer
        return cls(answers)

    @classmethod
    def parse(cls, text: str) -> Self:
        answers: dict[str, Answer] = {}
        for part in re.split("[,;]", tidied(text, longest=80 * MOST)):
            words = part.replace(":", " ").replace("=", " ").casefold().split()
            code, answer = _typed_pair(words, part)
            if answers.setdefault(code, answer) is not answer:
                raise ValueFault(
                    f"The question {code} is answered twice, and not the same way.",
                    "Only one of the two can be true.",
                    "Ask again, and type one answer.",
                )
        return cls(answers)

    def __str__(self) -> str:
        if not self.pairs:
            return "nothing asked"
        return ", ".join(f"{code.replace('_', ' ')} {answer}" for code, answer in self.pairs)


def _typed_pair(words: list[str], part: str) -> tuple[str, Answer]:
    if words[-2:] == ["not", "asked"]:
        words[-2:] = ["not_asked"]
    answer = (TYPED | {"not_asked": Answer.NOT_ASKED}).get(words[-1]) if words else None
    code = "_".join(words[:-1])
    if answer is None or not CODE.fullmatch(code):
        raise ValueFault(
            f"{quoted(part.strip())} is not a question with its answer.",
            "Each question is answered with yes, no or not asked.",
            "Type question and answer, and a comma before the next: fever no, seizure no.",
        )
    return code, answer

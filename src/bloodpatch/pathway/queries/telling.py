"""One fact as one entry tells it, and the readers that several kinds of entry share."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from bloodpatch.pathway.clinical import Diagnosis, RedFlag, Relief
from bloodpatch.pathway.clinical.concepts import Concept
from bloodpatch.pathway.clinical.diagnoses import NAMED
from bloodpatch.pathway.clinical.words_that_compare import RELIEF
from bloodpatch.pathway.protocol import Protocol
from bloodpatch.pathway.values import Answer, Answers, BloodPressure, Celsius, Pain


@dataclass(frozen=True, kw_only=True)
class Telling:
    """One fact, in the words in which it was told. `home` is the list and the word: a no to a red
    flag says something of the flag, and nothing of what an image showed."""

    concept: Concept
    words: str
    home: str
    there: bool = True

    @property
    def by_a_screen(self) -> bool:
        return self.home.startswith("flag:")

    @property
    def kind(self) -> str:
        """The list that the word stands in; a no to one word of it is none to the next."""
        return self.home.partition(":")[0]


Said = Iterator[Telling]

WHETHER = {Answer.YES: True, Answer.NO: False}


def answered(answers: Answers | None, means: Mapping[Any, Concept], words: type, kind: str) -> Said:
    """A group of questions, each answered yes, no or not asked."""
    for code in answers.asked if answers else ():
        if (word := words(code)) in means:
            yes = answers is not None and answers.get(code) is Answer.YES
            yield Telling(concept=means[word], words=word.label, home=f"{kind}:{code}", there=yes)


def listed(told: tuple[Any, ...] | None, means: Mapping[Any, Concept], kind: str) -> Said:
    """Words chosen from a list: what was chosen is there, and of the others nothing is said."""
    for word in told or ():
        if word in means:
            yield Telling(concept=means[word], words=word.label, home=f"{kind}:{word}")


def one(answer: Answer | None, concept: Concept, home: str, words: str = "") -> Said:
    if answer in WHETHER:
        told = words or concept.label
        yield Telling(concept=concept, words=told, home=home, there=WHETHER[answer])


def temperature(read: Celsius | None, protocol: Protocol) -> Said:
    if read is not None:
        yield Telling(
            concept=Concept.FEVER,
            words=RedFlag.FEVER.label,
            home="measured:temperature",
            there=read.value >= protocol.preparation.fever_hold_c,
        )


def pressure(read: BloodPressure | None, protocol: Protocol) -> Said:
    if read is not None:
        limits = protocol.assessment
        high = read.systolic >= limits.high_systolic_mmhg
        yield Telling(
            concept=Concept.HIGH_BLOOD_PRESSURE,
            words=Concept.HIGH_BLOOD_PRESSURE.label,
            home="measured:blood_pressure",
            there=high or read.diastolic >= limits.high_diastolic_mmhg,
        )


def by_posture(lying: Pain | None, upright: Pain | None, protocol: Protocol) -> Said:
    """Two scores of one entry: worse lying than upright is another headache than this one; and so
    is one that is the same, unless what is left of it is little."""
    if lying is None or upright is None:
        return
    yield Telling(
        concept=Concept.POSTURE_LOST_OR_REVERSED,
        words=f"Worse lying ({lying.score}) than upright ({upright.score})",
        home="pain",
        there=lying.score > upright.score,
    )
    little = protocol.repeat.failed_above_nrs
    yield Telling(
        concept=Concept.NON_POSITIONAL,
        words=f"As bad lying ({lying.score}) as upright ({upright.score})",
        home="pain",
        there=lying.score == upright.score and upright.score > little,
    )


def diagnosed(diagnosis: Diagnosis | None) -> Said:
    if diagnosis is not None and diagnosis in NAMED:
        home = f"diagnosis:{diagnosis}"
        yield Telling(concept=NAMED[diagnosis], words=diagnosis.label, home=home)


def relieved(word: Relief | None, recurred: Answer | None) -> Said:
    if word is not None and word in RELIEF:
        concept = RELIEF[word]
        yield Telling(concept=concept, words=RedFlag(concept.value).label, home="relief")
    if recurred is Answer.YES and word is not Relief.NONE:
        flag = RedFlag.PERSISTS_AFTER_PATCH
        yield Telling(concept=Concept.PERSISTS_AFTER_PATCH, words=flag.label, home="relief")

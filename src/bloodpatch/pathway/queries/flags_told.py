"""The red flags that an entry speaks of, whatever it was recorded as.

A fit is a fit: ticked on the list of red flags, told as a symptom at home, or opened as an adverse
event. Rules ask for the flag, and not on which form somebody wrote it down; the sentence that
staff read keeps the word that was used.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from bloodpatch.pathway.clinical import (
    Activity,
    AdverseKind,
    HistoryItem,
    RedFlag,
    Sign,
    SignQualifier,
    Symptom,
)
from bloodpatch.pathway.episode import Episode
from bloodpatch.pathway.events import Happened
from bloodpatch.pathway.protocol import Protocol
from bloodpatch.pathway.queries import flag_words
from bloodpatch.pathway.queries.temperature import temperatures
from bloodpatch.pathway.stage_stream import later
from bloodpatch.pathway.values import Answer, Answers

Flag = tuple[RedFlag, str]
"""A red flag, and the words in which it was told."""

OVER = frozenset({Activity.RESOLVED, Activity.OLD_DEFICIT})
FELT = ("symptoms", "symptoms_during")
PLACE_IN_THE_LIST = {flag: place for place, flag in enumerate(RedFlag)}


@dataclass(frozen=True, kw_only=True)
class Seen:
    """A red flag, in the words of the entry that spoke of it first, and the newest such entry."""

    flag: RedFlag
    words: str
    first: Happened[Any]
    newest: Happened[Any]


def seen(episode: Episode, protocol: Protocol) -> tuple[Seen, ...]:
    """Every flag that some entry speaks of, in the order of the list.

    Many rules ask for it, so it is worked out once for each state of the episode.
    """
    kept: dict[str, tuple[Seen, ...]] = episode.worked_out
    if protocol.hash not in kept:
        kept[protocol.hash] = tuple(_seen(episode, protocol))
    return kept[protocol.hash]


def _seen(episode: Episode, protocol: Protocol) -> Iterator[Seen]:
    told: dict[RedFlag, list[tuple[Happened[Any], str]]] = {}
    for entry in episode.standing:
        for flag, words in spoken_of(entry, protocol).items():
            told.setdefault(flag, []).append((entry, words))
    for flag in sorted(told, key=PLACE_IN_THE_LIST.__getitem__):
        entries = sorted(told[flag], key=lambda t: t[0].order)
        first, words = entries[0]
        yield Seen(flag=flag, words=words, first=first, newest=entries[-1][0])


def spoken_of(entry: Happened[Any], protocol: Protocol) -> Mapping[RedFlag, str]:
    """`flags` of an entry; it stands in every later state, and is read once."""
    kept: dict[str, Mapping[RedFlag, str]] = entry.worked_out
    if protocol.hash not in kept:
        kept[protocol.hash] = flags(entry.event, protocol)
    return kept[protocol.hash]


def after(told: tuple[Seen, ...], entry: Happened[Any] | None) -> frozenset[RedFlag]:
    """The flags that were spoken of again, or for the first time, after an entry."""
    return frozenset(s.flag for s in told if entry is not None and later(s.newest, entry))


def flags(event: Any, protocol: Protocol) -> Mapping[RedFlag, str]:
    """All red flags that this entry says are there. What it does not speak of is not a no."""
    told: dict[RedFlag, str] = {}
    for part in (_answered(event), _named(event), _measured(event, protocol)):
        for flag, words in part:
            told.setdefault(flag, words)
    return told


def _answered(event: Any) -> Iterator[Flag]:
    """Asked for by name, and answered."""
    if isinstance(asked := getattr(event, "flags", None), Answers):
        yield from ((flag, flag.label) for flag in map(RedFlag, asked.yes))
    for field in FELT:
        if isinstance(felt := getattr(event, field, None), Answers):
            for symptom in map(Symptom, felt.yes):
                if symptom in flag_words.SYMPTOMS:
                    yield flag_words.SYMPTOMS[symptom], symptom.label
    if isinstance(effects := getattr(event, "adverse_effects", None), Answers):
        yield from (flag_words.EFFECTS[code] for code in effects.yes if code in flag_words.EFFECTS)
    for field, (answer, flag) in flag_words.ANSWERS.items():
        if getattr(event, field, None) is answer:
            yield flag, flag.label
    if event.name == "referral.onset_recorded" and event.sudden is Answer.YES:
        yield RedFlag.THUNDERCLAP, RedFlag.THUNDERCLAP.label


def _named(event: Any) -> Iterator[Flag]:
    """Written down as a sign, an adverse event, an illness, or how it went on."""
    for sign in found(event):
        if sign.code in flag_words.SIGNS:
            yield flag_words.SIGNS[sign.code], sign.code.label
    for kind in adverse(event):
        if kind in flag_words.ADVERSE:
            yield flag_words.ADVERSE[kind], kind.label
    if event.name == "assessment.diagnosis_recorded" and event.standing != "excluded":
        for diagnosis in event.diagnosis:
            if diagnosis in flag_words.DIAGNOSES:
                yield flag_words.DIAGNOSES[diagnosis], diagnosis.label
    if event.name == "assessment.history_recorded" and event.activity not in OVER:
        yield from history(event.condition)
    if getattr(event, "cranial_nerve", None) is not None:
        yield RedFlag.CRANIAL_NERVE_SIGN, f"Palsy of {event.cranial_nerve}"
    for worded, (field, flag) in flag_words.WORDS.items():
        if getattr(event, field, None) == worded:
            yield flag, flag.label
    if event.name.startswith("followup."):
        for word in (getattr(event, field, None) for field in ("course", "headache")):
            if word is not None and word in flag_words.AT_HOME:
                yield flag_words.AT_HOME[word], f"Headache {word.label.lower()}"


def history(condition: HistoryItem) -> Iterator[Flag]:
    if condition in flag_words.HISTORY:
        yield flag_words.HISTORY[condition], condition.label


def _measured(event: Any, protocol: Protocol) -> Iterator[Flag]:
    """A number that is a red flag by itself."""
    for read in temperatures(event):
        if read.value >= protocol.preparation.fever_hold_c:
            yield RedFlag.FEVER, RedFlag.FEVER.label
    pressure = getattr(event, "blood_pressure", None)
    limits = protocol.assessment
    if pressure is not None and (
        pressure.systolic >= limits.high_systolic_mmhg
        or pressure.diastolic >= limits.high_diastolic_mmhg
    ):
        yield RedFlag.HIGH_BLOOD_PRESSURE, RedFlag.HIGH_BLOOD_PRESSURE.label


def speaks_of_blood_pressure(event: Any) -> bool:
    """Whether it says how high it was: a number, a word, or an answer that it was high."""
    return (
        getattr(event, "blood_pressure", None) is not None
        or getattr(event, "blood_pressure_word", None) is not None
        or getattr(event, "hypertension", None) in (Answer.YES, Answer.NO)
    )


def found(event: Any) -> tuple[Sign, ...]:
    """What an investigation showed; what was not seen, or is gone, is not there."""
    return tuple(s for s in getattr(event, "signs", None) or () if is_there(s))


def is_there(sign: Sign) -> bool:
    return sign.present and SignQualifier.RESOLVED not in sign.qualifiers


def adverse(event: Any) -> tuple[AdverseKind, ...]:
    return tuple(k for k in getattr(event, "kinds", None) or () if isinstance(k, AdverseKind))

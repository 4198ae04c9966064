"""Reading a told time: its stored words, and what people type instead of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from bloodpatch.pathway.clinical.milestones import DayPart, Milestone, Pace, TimeUnit
from bloodpatch.pathway.values.fault import ValueFault, quoted
from bloodpatch.pathway.values.typed import number_and_rest, tidied


def either(words: Iterable[str]) -> str:
    """A pattern for one of these words; the longest first, so that none hides another."""
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))


NUMBER = r"(?:0|[1-9][0-9]{0,3})(?:\.[0-9]{1,2})?"
PLAIN = re.compile(
    r"(?:(?P<opens>within|until|for|every)(?: |$))?"
    rf"(?:(?P<about>about )?(?P<low>{NUMBER})(?:-(?P<high>{NUMBER}))? "
    rf"(?P<unit>{either(TimeUnit)})(?: |$))?"
    rf"(?:(?P<part>{either(DayPart)}) |(?P<pace>{either(Pace)}) )?"
    r"(?:(?P<relation>after|before|at|since) )?"
    rf"(?:(?P<event>{either(Milestone)})(?: (?P<ordinal>[1-9][0-9]?))?)?"
)
"""The stored form; whether its parts fit together is for `Timing` to say."""

OPENERS = {word: word for word in ("within", "until", "for", "every")} | {"over": "for"}
ABOUT = dict.fromkeys(("about", "~", "approximately", "approx", "around", "roughly", "ca"), "about")
# `m` is missing on purpose: it could be minutes or months.
UNITS = {
    **{unit.value: unit.value for unit in TimeUnit},
    **{f"{unit}s": unit.value for unit in TimeUnit},
    **dict.fromkeys(("min", "mins"), "minute"),
    **dict.fromkeys(("h", "hr", "hrs"), "hour"),
    **dict.fromkeys(("wk", "wks"), "week"),
    **dict.fromkeys(("mo", "mos"), "month"),
    **dict.fromkeys(("yr", "yrs"), "year"),
    "d": "day",
}
PARTS = {word.value: word.value for kind in (DayPart, Pace) for word in kind} | {
    "at once": "immediately",
    "in morning": "morning",
    "in evening": "evening",
    "at night": "night",
    **{f"({part})": part.value for part in DayPart},
}
RELATIONS = {word: word for word in ("after", "before", "at", "since")} | {
    "following": "after",
    "from": "after",
}
WITHOUT_EVENT = {"later": "after not_stated", "ago": "before now"}
WHOLE = {"now": "at now"} | {
    f"{day} {part}": f"{part} after not_stated" for day in ("next", "following") for part in DayPart
}
ARTICLES = re.compile(r"\b(?:the|a|an) ")
EVENTS = {
    **{
        phrase: milestone.value
        for milestone in Milestone
        for phrase in (
            milestone.value,
            milestone.value.replace("_", " "),
            ARTICLES.sub("", milestone.label),
        )
    },
    "lumbar puncture": "puncture",
    "dural puncture": "puncture",
    "removal of catheter": "catheter_removal",
    "operation": "procedure",
    "surgery": "procedure",
    "injection": "procedure",
    "blood patch": "patch",
    "ebp": "patch",
}
ORDINALS = {"first ": "1", "second ": "2", "third ": "3", "1st ": "1", "2nd ": "2", "3rd ": "3"}
RANGE = re.compile(rf"({NUMBER}) ?(?:-|\u2013| to ) ?({NUMBER})(?![0-9.,])")
DAY_NUMBER = re.compile(rf"day ({NUMBER})(?= |$)")


def canonical(text: str) -> str:
    """The stored words for what was typed, or a `ValueFault` that says which part is not read."""
    words = ARTICLES.sub("", tidied(text).casefold())
    if words in WHOLE:
        return WHOLE[words]
    opens, words = taken(words, OPENERS)
    about, words = taken(words, ABOUT)
    amount, words = amount_of(words)
    if amount and words in WITHOUT_EVENT:
        return f"{joined(about, amount)} {WITHOUT_EVENT[words]}"
    part, words = taken(words, PARTS)
    relation, words = taken(words, RELATIONS)
    if part == "during" and not relation:
        relation = "at"
    if amount and not words and not opens:
        raise ValueFault(
            f"{quoted(text)} does not say from what the time is counted.",
            "So long after an event, before it, or lasting so long are three different things.",
            "Type it with its event, or with for: 2 days after patch 1; for 2 days.",
        )
    event = event_of(words) if words else ""
    return joined(opens, about, amount, part, relation, event)


def joined(*words: str) -> str:
    return " ".join(word for word in words if word)


def taken(text: str, known: Mapping[str, str]) -> tuple[str, str]:
    """The known word that the text begins with, as it is stored, and the text behind it."""
    for word in sorted(known, key=len, reverse=True):
        rest = text[len(word) :]
        if text.startswith(word) and (not rest or (not rest[0].isalpha() and rest[0] != "_")):
            return known[word], rest.removeprefix(".").lstrip()
    return "", text


def amount_of(text: str) -> tuple[str, str]:
    """The number or range with its unit at the start, and the text behind it."""
    if match := DAY_NUMBER.match(text):
        behind = text[match.end() :].lstrip()
        return f"{match[1]} day", behind or "after not_stated"
    if not text[:1].isdigit():
        return "", text
    if match := RANGE.match(text):
        number, behind = f"{match[1]}-{match[2]}", text[match.end() :].lstrip()
    else:
        read, behind = number_and_rest(text)
        number = f"{read:f}"
    unit, behind = taken(behind.removeprefix("-"), UNITS)
    if unit:
        return f"{number} {unit}", behind
    if behind == "m" or behind.startswith("m "):
        raise ValueFault(
            f"{quoted(text)}: m could be minutes or months.",
            "The one is thousands of times the other.",
            "Type min or months.",
        )
    raise ValueFault(
        f"{quoted(text)} has no unit of time behind its number.",
        "Read are minutes, hours, days, weeks, months and years.",
        "Type the unit behind the number: 18 hours after puncture.",
    )


def event_of(words: str) -> str:
    """The event that a phrase names, with its number if it has one."""
    ordinal = ""
    phrase = words
    for word, number in ORDINALS.items():
        if words.startswith(word) and words not in EVENTS:  # the first visit is its own event
            phrase, ordinal = words.removeprefix(word), number
    head, _, tail = phrase.rpartition(" ")
    if tail.removeprefix("#").isdigit() and head and not ordinal:
        phrase, ordinal = head, tail.removeprefix("#")
    if phrase not in EVENTS:
        raise ValueFault(
            f"{quoted(words)} is no event that time is counted from.",
            "An event must be one that the rules know: " + ", ".join(Milestone) + ".",
            "Choose one of these, or not_stated; the words of the patient belong in the note.",
        )
    return joined(EVENTS[phrase], ordinal)

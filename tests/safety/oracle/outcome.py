"""What a finding is, how a plain fact is read, and the two kinds of table row.

Facts are a flat mapping from a word to a plain value. Yes-or-no questions hold "yes", "no" or
"not_asked"; a key that is absent, and any other word, is "not_asked". A number that is absent, not
finite or not a number is missing. A missing fact is never read as the harmless answer.
"""

from collections.abc import Iterable, Mapping
from math import isfinite
from typing import Literal, NamedTuple

Value = str | float | int | bool | None
Facts = Mapping[str, Value]
Level = Literal["stop", "hold", "advise"]
Cause = Literal["present", "missing"]
Reading = Literal["yes", "no", "not_asked"]


class Finding(NamedTuple):
    """One thing that a gate says: it equals the plain triple of its three words."""

    code: str
    level: Level
    cause: Cause


Outcome = frozenset[Finding]
RANK: Mapping[Level, int] = {"advise": 0, "hold": 1, "stop": 2}


class Check(NamedTuple):
    """A yes-or-no question: which answer is bad, what that answer raises, what silence raises."""

    key: str
    bad: Literal["yes", "no"]
    level: Level
    cause: Cause
    silence: Level | None
    source: str


class Limit(NamedTuple):
    """A number with its limit: crossing it raises the code; `setting` may replace the limit."""

    key: str
    side: Literal["above", "at_or_above", "below"]
    value: float
    setting: str
    code: str
    level: Level
    source: str


def answer(facts: Facts, key: str) -> Reading:
    """The answer to a question; whatever is neither yes nor no was not asked."""
    value = facts.get(key)
    if value is True or value == "yes":
        return "yes"
    if value is False or value == "no":
        return "no"
    return "not_asked"


def number(facts: Facts, key: str) -> float | None:
    """A finite number, else nothing."""
    value = facts.get(key)
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    return float(value) if isfinite(value) else None


def age(facts: Facts, key: str) -> float | None:
    """How long ago; a time still to come (a negative age) tells nothing."""
    value = number(facts, key)
    return None if value is None or value < 0 else value


def setting(facts: Facts, key: str, default: float) -> float:
    """A value that the clinic may have set, else the default of the evidence."""
    value = number(facts, key)
    return default if value is None else value


def word(facts: Facts, key: str, default: str) -> str:
    """A plain word, else the default."""
    value = facts.get(key)
    return value if isinstance(value, str) and value else default


def crossed(limit: Limit, facts: Facts) -> bool:
    """Whether the number is known and on the wrong side of its limit."""
    value = number(facts, limit.key)
    if value is None:
        return False
    bound = setting(facts, limit.setting, limit.value)
    if limit.side == "above":
        return value > bound
    return value >= bound if limit.side == "at_or_above" else value < bound


def check(table: Iterable[Check], facts: Facts) -> set[Finding]:
    """Reads a table of questions: `key` or `no_key` when bad, `key_not_told` when silent."""
    found: set[Finding] = set()
    for row in table:
        told = answer(facts, row.key)
        if told == row.bad:
            code = row.key if row.bad == "yes" else f"no_{row.key}"
            found.add(Finding(code, row.level, row.cause))
        elif told == "not_asked" and row.silence is not None:
            found.add(Finding(f"{row.key}_not_told", row.silence, "missing"))
    return found


def limits(table: Iterable[Limit], facts: Facts) -> set[Finding]:
    """Reads a table of limits: of several crossed on one number only the strongest speaks."""
    strongest: dict[str, Finding] = {}
    for row in table:
        if not crossed(row, facts):
            continue
        old = strongest.get(row.key)
        if old is None or RANK[row.level] > RANK[old.level]:
            strongest[row.key] = Finding(row.code, row.level, "present")
    return set(strongest.values())


def needed(keys: Iterable[str], facts: Facts) -> set[Finding]:
    """Each number that is not known holds, as `key_not_told`."""
    return {
        Finding(f"{key}_not_told", "hold", "missing") for key in keys if number(facts, key) is None
    }


NOTES = [
    "Cause: a finding is 'missing' when writing down the absent thing clears it (an unmade "
    "review, an unanswered question, an unsigned row), and 'present' when only another value of "
    "a known fact, time, a review or an override clears it.",
    "Level of silence: the list of stops in design.md is closed and names facts; silence is not "
    "on it, so an unanswered question is a hold, also where a yes would be a stop. (No consent "
    "is on that list and is a gate of its own, not written here.)",
    "One number crossing two limits is one finding, the stronger.",
    "A time in the future (negative age) is read as not known, never as fresh.",
]

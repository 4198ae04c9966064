"""What the product answers, cell by cell: a word, told in one way, before one permit."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import cache

from story import PHYSICIAN, Story

from bloodpatch.doors.console.replay.said import read_said
from bloodpatch.pathway.decide import Accepted, may
from bloodpatch.pathway.obligations import Obligation
from bloodpatch.pathway.treatment import ACTS
from bloodpatch.pathway.values import When
from bloodpatch.pathway.worklist import owed
from tests.safety.told.levels import ACCEPTED, PERMITS, Owed
from tests.safety.told.more_ways import WAYS
from tests.safety.told.patients import WHO, just_before
from tests.safety.told.ways import Fields, Way
from tests.safety.told.words import ALL

WORDS_FOR = {1: "advise", 2: "hold", 3: "stop"}
ZONE = "America/Denver"


@dataclass(frozen=True, kw_only=True)
class Cell:
    vocabulary: str
    word: str
    way: Way
    permit: str
    wanted: str

    def __str__(self) -> str:
        return f"{self.vocabulary} {self.word!r}, {self.way.name}, before {self.permit}"


def cells() -> Iterator[Cell]:
    for vocabulary, word, meaning in ALL:
        for way in WAYS[vocabulary](word):
            for permit in (p for p in way.before if p in meaning.at):
                yield Cell(
                    vocabulary=vocabulary,
                    word=word,
                    way=way,
                    permit=permit,
                    wanted=meaning.at[permit],
                )


@dataclass(frozen=True, kw_only=True)
class Duty:
    """What is owed for one word, told in one way, to a patient in the house or at home."""

    vocabulary: str
    word: str
    way: Way
    where: str
    wanted: Owed

    def __str__(self) -> str:
        return f"{self.vocabulary} {self.word!r}, {self.way.name}, {self.where}"


STANDS_AT = {"in the house": "stand", "at home": "clear"}


def duties() -> Iterator[Duty]:
    """A physician who tells it himself owes it to nobody: those ways are left out."""
    for vocabulary, word, meaning in ALL:
        for way in WAYS[vocabulary](word):
            for where, wanted in (("in the house", meaning.house), ("at home", meaning.home)):
                if wanted and way.by != "physician" and STANDS_AT[where] in way.before:
                    yield Duty(
                        vocabulary=vocabulary, word=word, way=way, where=where, wanted=wanted
                    )


def told(story: Story, way: Way, said: Fields) -> Story:
    """The same patient with one entry more. It is put on record as it is, and not judged."""
    act = ACTS[way.command]
    command = act.command(**read_said(act.command, said, ZONE))
    event = act.becomes(**{name: getattr(command, name) for name in fields_of(way.command)})
    after = story.copy()
    after.file(WHO[way.by], Accepted((event,), (), When.exact(after.now, ZONE)))
    return after


@cache
def fields_of(command: str) -> tuple[str, ...]:
    return tuple(ACTS[command].becomes.__dataclass_fields__)


def asked(story: Story, permit: str) -> frozenset[tuple[str, int]]:
    kind = ACTS[PERMITS[permit]].command
    found = may(kind, story.episode, story.context(PHYSICIAN))
    return frozenset((f.code, int(f.kind.level)) for f in found)


@cache
def without(command: str, by: str, neutral: str, permit: str) -> frozenset[tuple[str, int]]:
    """What stands where the entry was made with nothing in it."""
    way, said = NEUTRAL[command, by, neutral]
    return asked(told(just_before()[permit], way, said), permit)


NEUTRAL: dict[tuple[str, str, str], tuple[Way, Fields]] = {}


def answer(cell: Cell) -> str:
    """How strongly the word speaks at that permit: what is new beside the neutral entry."""
    key = (cell.way.command, cell.way.by, repr(sorted(cell.way.neutral.items())))
    NEUTRAL.setdefault(key, (cell.way, cell.way.neutral))
    story = told(just_before()[cell.permit], cell.way, cell.way.said)
    new = asked(story, cell.permit) - without(*key, cell.permit)
    return WORDS_FOR[max(level for _, level in new)] if new else "nothing"


def wrong(cell: Cell) -> str:
    """Why the cell is red; nothing where the product answers as the table says."""
    found = answer(cell)
    return "" if found in ACCEPTED[cell.wanted] else f"{cell}: {found}, the table says {cell.wanted}"


def owed_for(duty: Duty) -> tuple[datetime | None, datetime]:
    """When what is owed for the word is due, if anything is; and when it was told."""
    before = just_before()[STANDS_AT[duty.where]]
    after = told(before, duty.way, duty.way.said)
    return soonest(after, told(before, duty.way, duty.way.neutral), duty), after.now


def soonest(after: Story, neutral: Story, duty: Duty) -> datetime | None:
    known = {key(o) for o in owed(neutral.episode, neutral.protocol)}
    new = [
        o
        for o in owed(after.episode, after.protocol)
        if key(o) not in known and o.owner == duty.wanted.role
    ]
    return min((o.due for o in new), default=None)


def key(obligation: Obligation) -> tuple[str, datetime]:
    return obligation.code, obligation.due

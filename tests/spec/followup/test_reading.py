"""Follow-up: what an entry says of the headache and of the nerves, and what it leaves out."""

from typing import Any

import pytest
from journey import no_adverse_effects, no_red_flags, well
from story import NURSE, Story

from bloodpatch.pathway.clinical import RED_FLAGS_ASKED, Course, RedFlag, Relief, Symptom
from bloodpatch.pathway.stages.followup import contact_reading
from bloodpatch.pathway.stages.followup.choices import Channel, Effect, HeadacheNow
from bloodpatch.pathway.stages.followup.commands import (
    RecordContact,
    RecordRelief,
    RecordReport,
    RecordStatus,
)
from bloodpatch.pathway.statements import Command
from bloodpatch.pathway.values import Answer, Answers, Pain

A, S = Answer, Symptom

TOLD: dict[str, dict[str, Any]] = {
    "the headache": {"headache": HeadacheNow.NONE},
    "pain lying": {"pain_lying": Pain.of("0 lying")},
    "pain upright": {"pain_upright": Pain.of("0 upright")},
    "another score": {"pain": (Pain.of("0 sitting"),)},
    "pain in the back": {"back_pain_score": Pain.of("0 not_stated")},
    "relief": {"relief": Relief.COMPLETE},
    "that it came back": {"recurred": A.YES},
    "that it did not come back": {"recurred": A.NO},
    "adverse effects": {"adverse_effects": no_adverse_effects()},
    "symptoms": {"symptoms": Answers({S.NAUSEA: A.NO})},
    "red flags": {"flags": no_red_flags()},
}


@pytest.mark.parametrize("said", TOLD.values(), ids=TOLD)
def test_who_tells_something_was_reached(said: dict[str, Any]) -> None:
    assert contact_reading.was_reached(RecordContact(**said))
    assert not contact_reading.was_reached(RecordContact(answered=A.NO, **said))


# the headache


@pytest.mark.parametrize(
    ("entry", "scores"),
    [
        (RecordContact(pain_upright=Pain.of("3 upright")), [3]),
        (RecordRelief(pain_now=Pain.of("4 standing")), [4]),
        (RecordRelief(pain_now=Pain.of("4 lying")), []),
        (RecordContact(pain=(Pain.of("2 sitting"), Pain.of("7 lying"))), [2]),
        (RecordContact(pain_upright=Pain.of("0 upright"), pain=(Pain.of("5 standing"),)), [0, 5]),
        (RecordRelief(pain_before=Pain.of("8 standing")), []),
    ],
)
def test_the_scores_upright(entry: Command, scores: list[int]) -> None:
    assert contact_reading.upright(entry) == scores


def test_one_score_is_enough_for_a_headache() -> None:
    none, some = Pain.of("0 upright"), (Pain.of("5 standing"),)
    assert contact_reading.gone(RecordContact(pain_upright=none, pain=some)) is False
    assert contact_reading.gone(RecordContact(pain_upright=none)) is True


STAYS: dict[str, tuple[Command, bool]] = {
    "the same": (RecordContact(headache=HeadacheNow.SAME), True),
    "better": (RecordContact(headache=HeadacheNow.BETTER), False),
    "gone": (RecordContact(headache=HeadacheNow.NONE), False),
    "no relief": (RecordRelief(relief=Relief.NONE), True),
    "worse than before": (RecordRelief(relief=Relief.WORSE), True),
    "some relief": (RecordRelief(relief=Relief.SLIGHT), False),
    "unchanged": (RecordStatus(course=Course.UNCHANGED), True),
    "getting worse": (RecordStatus(course=Course.WORSENING), True),
    "back": (RecordStatus(course=Course.RECURRED), True),
    "persisting": (RecordStatus(course=Course.PERSISTING), True),
    "now worse lying": (RecordStatus(course=Course.REVERSED_POSTURE), True),
    "improving": (RecordStatus(course=Course.IMPROVING), False),
    "over": (RecordStatus(course=Course.RESOLVED), False),
    "came back": (RecordContact(recurred=A.YES), True),
    "did not come back": (RecordContact(recurred=A.NO), False),
    "no relief, asked by name": (
        RecordReport(adverse_effects=Answers({Effect.NO_RELIEF: A.YES})),
        True,
    ),
    "relief, asked by name": (
        RecordReport(adverse_effects=Answers({Effect.NO_RELIEF: A.NO})),
        False,
    ),
    "another adverse effect": (
        RecordReport(adverse_effects=Answers({Effect.MORE_PAIN: A.YES})),
        False,
    ),
    "upright as much as may be": (RecordContact(pain_upright=Pain.of("3 upright")), False),
    "upright more than that": (RecordContact(pain_upright=Pain.of("4 upright")), True),
    "nothing told": (RecordContact(), False),
}


@pytest.mark.parametrize(("entry", "stays"), STAYS.values(), ids=STAYS)
def test_whether_it_stays_or_came_back(story: Story, entry: Command, stays: bool) -> None:
    assert story.protocol.clearance.max_upright_nrs == 3
    assert contact_reading.stays_or_came_back(entry, story.protocol) is stays


# what was not asked


def asked(**said: Any) -> RecordContact:
    """A call at which everything was asked, but for what is said otherwise here."""
    return RecordContact(**(vars(well()) | said))


BUT_ONE = Answers({f: A.NO for f in RED_FLAGS_ASKED if f is not RedFlag.SEIZURE})
BUT_BLEEDING = Answers({e: A.NO for e in Effect if e is not Effect.BLEEDING})
BUT_TWO = Answers({e: A.NO for e in Effect if e not in (Effect.BLEEDING, Effect.NO_RELIEF)})

NOT_ASKED: dict[str, tuple[RecordContact, str]] = {
    "no flags": (asked(flags=None), "red flags"),
    "all flags but one": (asked(flags=BUT_ONE), RedFlag.SEIZURE.label),
    "no effects": (asked(adverse_effects=None), "adverse effects"),
    "all effects but one": (asked(adverse_effects=BUT_BLEEDING), Effect.BLEEDING.label),
    "all effects but two": (
        asked(adverse_effects=BUT_TWO),
        f"{Effect.BLEEDING.label}; {Effect.NO_RELIEF.label}",
    ),
    "no pain upright": (asked(pain_upright=None), "pain upright"),
    "no pain lying": (asked(pain_lying=None), "pain lying"),
    "reached, and no more said": (
        RecordContact(answered=A.YES),
        "red flags, adverse effects, pain upright, pain lying",
    ),
    "seen, and no more said": (
        RecordContact(contact=Channel.VISIT),
        "red flags, adverse effects, pain upright, pain lying",
    ),
    "not said whether reached": (asked(answered=None, pain_lying=None), "pain lying"),
}


@pytest.mark.parametrize(("contact", "parts"), NOT_ASKED.values(), ids=NOT_ASKED)
def test_what_was_not_asked_is_named(home: Story, contact: RecordContact, parts: str) -> None:
    """H36: reached is not asked."""
    (finding,) = home.decide(NURSE, contact).findings
    assert finding.says == f"Not asked at this contact: {parts}."


ALL_ASKED: dict[str, RecordContact] = {
    "everything": well(),
    "nobody there": RecordContact(answered=A.NO),
    "nobody there, whatever is filled in": asked(answered=A.NO, flags=None),
    "sent": RecordContact(contact=Channel.LETTER),
    "nothing said at all": RecordContact(),
}


@pytest.mark.parametrize("contact", ALL_ASKED.values(), ids=ALL_ASKED)
def test_nothing_is_missing_where_all_was_asked_or_nobody_was_there(
    home: Story, contact: RecordContact
) -> None:
    assert home.nurse(contact) == []

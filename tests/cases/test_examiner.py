"""The bars of the examination: what the published cases expect is said, and little beside it."""

from functools import cache

from tests.cases.examiner import Score, examine, examined

LEAST_RECALL, MOST_FALSE_BLOCKS, MEDIAN, NINE_IN_TEN = 0.95, 0, 2, 4


@cache
def score() -> Score:
    return examined()


def test_what_is_expected_is_said() -> None:
    assert score().expected == 161
    assert score().recall >= LEAST_RECALL, "\n".join(score().missed)


def test_nobody_is_blocked_who_may_go_on() -> None:
    assert len(score().false_blocks) <= MOST_FALSE_BLOCKS, score().false_blocks


def test_few_findings_stand_on_a_step() -> None:
    assert score().at_share(0.5) <= MEDIAN
    assert score().at_share(0.9) <= NINE_IN_TEN


def test_the_examiner_sees_what_is_not_said_and_what_is_blocked_wrongly() -> None:
    case = {
        "id": "X",
        "expected": [
            {"at": "decision", "code": "ALLOW_PATCH", "must": "go on"},
            {"at": "closure", "code": "KEEP_OPEN", "must": "wait"},
        ],
    }
    hold = {"level": "hold", "cause": "present", "replay": ["NOT_ROUTINE"]}
    steps = [
        {"at": "assessment", "ask": "assessment.decide_patch", "findings": [hold]},
        {"at": "closure", "ask": "closure.close", "findings": []},
    ]
    seen = Score()
    examine(case, steps, seen)
    assert seen.recall == 0
    assert len(seen.false_blocks) == 1

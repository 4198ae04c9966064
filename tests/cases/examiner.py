"""Published cases as an examiner: what was expected of each, and what the software said.

`make cases` prints what was missed, case by case, and a line of figures. An expectation is a code
at a point of the treatment; points that are one in practice are read as one. The expectations were
written for this project, and no clinician has checked them.
"""

import sys
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from bloodpatch.doors.console.replay.answer import as_table
from bloodpatch.doors.console.replay.verb import played_from
from tests.cases.homes import published

SCRIPTS = Path(__file__).parent / "scripts"

ONE_POINT: Mapping[str, str] = {
    **dict.fromkeys(("referral", "red_flag_screen", "assessment", "decision"), "deciding"),
    **dict.fromkeys(("booking", "checklist", "consent", "sedation"), "preparing"),
    **dict.fromkeys(("rest", "stand_walk", "discharge"), "recovering"),
    **dict.fromkeys(("clearance", "closure"), "ending"),
}
MAY_GO_ON = frozenset({"ALLOW_PATCH", "REPEAT_OK", "CLOSE_OK"})
"""Met where the last question at that point is answered without a stop or a hold of a fact."""

MUST_WAIT = frozenset(
    {
        "HOLD_PATCH",
        "REPEAT_HOLD",
        "NO_CLEARANCE",
        "KEEP_OPEN",
        "STOP_RULE",
        "IMAGE_FIRST",
        "RED_FLAG",
    }
)


@dataclass
class Score:
    """What came out over all cases."""

    expected: int = 0
    missed: list[str] = field(default_factory=list)
    false_blocks: list[str] = field(default_factory=list)
    findings_a_step: list[int] = field(default_factory=list)

    @property
    def recall(self) -> float:
        return (self.expected - len(self.missed)) / self.expected if self.expected else 0.0

    def at_share(self, share: float) -> int:
        """So many new findings, or fewer, stand on this share of the steps that have any."""
        sizes = sorted(self.findings_a_step)
        return sizes[int(len(sizes) * share)] if sizes else 0


def point(at: str) -> str:
    return ONE_POINT.get(at, at)


def blocked(step: Mapping[str, Any]) -> bool:
    """By a fact; that nobody asked something is no false alarm in a report that is silent on it."""
    return any(f["level"] in ("stop", "hold") and f["cause"] == "present" for f in step["findings"])


def newly_said(step: Mapping[str, Any]) -> int:
    """What an earlier step said with the same values is shown as such, and not read again."""
    return sum(not finding.get("again") for finding in step["findings"])


def said_at(steps: Sequence[Mapping[str, Any]]) -> dict[str, set[str]]:
    said: dict[str, set[str]] = {}
    for step in steps:
        for finding in step["findings"]:
            said.setdefault(point(step["at"]), set()).update(finding["replay"])
    return said


def last_question(steps: Sequence[Mapping[str, Any]]) -> dict[str, Mapping[str, Any]]:
    """Per point the last that was asked; where nothing was asked, the last step."""
    last: dict[str, Mapping[str, Any]] = {}
    for step in steps:
        where = point(step["at"])
        if "ask" in step or "ask" not in last.get(where, {}):
            last[where] = step
    return last


def examine(case: Mapping[str, Any], steps: Sequence[Mapping[str, Any]], score: Score) -> None:
    said, last = said_at(steps), last_question(steps)
    score.findings_a_step += [new for s in steps if (new := newly_said(s))]
    wanted: dict[str, set[str]] = {}
    for one in case["expected"]:
        wanted.setdefault(point(one["at"]), set()).add(one["code"])
    for one in case["expected"]:
        where, code = point(one["at"]), one["code"]
        score.expected += 1
        if not is_met(code, wanted[where], said.get(where, set()), last.get(where)):
            score.missed.append(f"{case['id']} {one['at']} {code}: {one['must']}")
    for where, codes in wanted.items():
        if codes & MAY_GO_ON and not codes & MUST_WAIT and blocked(last.get(where, NOTHING)):
            score.false_blocks.append(f"{case['id']} {where}: blocked, where it may go on")


NOTHING: Mapping[str, Any] = {"findings": ()}


def is_met(code: str, wanted: Set[str], said: Set[str], last: Mapping[str, Any] | None) -> bool:
    """Where the patient must wait and may go on later, the condition is said in so many words."""
    if code not in MAY_GO_ON or last is None:
        return code in said
    return not blocked(last) or (bool(wanted & MUST_WAIT) and code in said)


def examined() -> Score:
    score = Score()
    for case in published().values():
        table = as_table(played_from(SCRIPTS / f"{case['id']}.toml"))
        examine(case, table["steps"], score)
    return score


def as_lines(score: Score) -> Iterator[str]:
    yield from score.missed
    yield from score.false_blocks
    yield (
        f"recall {score.recall:.3f} ({score.expected - len(score.missed)} of {score.expected}), "
        f"false blocks {len(score.false_blocks)}, "
        f"new findings per step median {score.at_share(0.5)} p90 {score.at_share(0.9)}"
    )


if __name__ == "__main__":
    sys.stdout.write("\n".join(as_lines(examined())) + "\n")

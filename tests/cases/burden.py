"""What the rules cost: the stops, holds and advises that staff are told, patient by patient.

`python -m tests.cases.burden` prints them with their causes; `--write` keeps who is over the bar.

The patients are invented, and all of them fit for a patch in a careful physician's eye: the plain
ones (`plain/`), of whom nothing is to be said, and the realistic ones (`realistic/`), whose first
line names their group. Their clinic follows a drug table and has confirmed its rows. Wherever an
act is refused by nothing but holds, a physician overrides each of them, as somebody would have to.

A finding counts where it is spoken in full: not where it is only listed again, and once where the
same page is asked and then done. No clinician has confirmed that these patients are fit.
"""

import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

from bloodpatch.doors.console.replay.answer import as_table
from bloodpatch.doors.console.replay.play import Answer, Played, play
from bloodpatch.doors.console.replay.script import Script, Step, read
from bloodpatch.pathway.codes import Code, PlainForm
from bloodpatch.pathway.findings import Level
from bloodpatch.pathway.protocol import AntithromboticPolicy, Protocol
from bloodpatch.pathway.review.commands import OverrideHold
from bloodpatch.pathway.roles import Role
from bloodpatch.pathway.values import Count, FreeText
from bloodpatch.record.protocols import shipped, shipped_tables

CASES = Path(__file__).parent
PLAIN = CASES / "plain"
REALISTIC = CASES / "realistic"
KEPT = CASES / "burden.json"

TABLE = AntithromboticPolicy.ASRA_REGIONAL_2025
GROUP = "# Group: "
MOST_OVERRIDES = 30
"""More than these, and an override does not lift what it was given for."""


@dataclass(frozen=True, kw_only=True)
class Burden:
    """What one patient costs. `twice`: holds that were spoken in full more than once."""

    stops: int = 0
    holds: int = 0
    twice: int = 0
    advises: int = 0
    overrides: int = 0

    def over(self, bar: Mapping[str, int]) -> dict[str, int]:
        """The counts that are above their bar."""
        return {name: n for name, n in asdict(self).items() if n > bar.get(name, n)}


NOTHING = {"stops": 0, "holds": 0, "twice": 0, "advises": 0, "overrides": 0}
BARS: Mapping[str, Mapping[str, int]] = {
    "plain": NOTHING,
    "plain-like": NOTHING,
    "well-charted": NOTHING | {"advises": 2},
    "routine-gaps": {"stops": 0, "holds": 4, "twice": 0, "overrides": 0},
    "settled-fact": {"stops": 0, "holds": 1, "twice": 0, "overrides": 1},
}
"""The most of each that a patient of the group may cost; what is not named here is only counted."""


def files() -> list[Path]:
    return sorted(PLAIN.glob("*.toml")) + sorted(REALISTIC.glob("*.toml"))


def group(path: Path) -> str:
    if path.parent == PLAIN:
        return "plain"
    first = path.read_text("utf-8").splitlines()[0]
    return first.removeprefix(GROUP).rstrip(".") if first.startswith(GROUP) else ""


# how they are played


@cache
def script(path: Path) -> Script:
    return read(path.read_text("utf-8"), path.name)


def protocol_of(path: Path) -> Protocol:
    """As shipped for the plain; of the realistic the clinic has chosen a drug table."""
    protocol = shipped(script(path).protocol)
    if path.parent == PLAIN:
        return protocol
    preparation = replace(protocol.preparation, antithrombotic_policy=TABLE)
    return replace(protocol, preparation=preparation)


def played_once(path: Path, steps: tuple[Step, ...]) -> Played:
    rows = frozenset(row.hash for row in shipped_tables()[TABLE].rows)
    (member,) = script(path).members
    confirmed = replace(member, confirmed_rows=rows)
    return play(replace(script(path), steps=steps), protocol_of(path), confirmed)


@cache
def played(path: Path) -> Played:
    """The patient, with every override that a physician has to give on the way."""
    answered = played_once(path, script(path).steps)
    for _ in range(MOST_OVERRIDES):
        steps = answered.script.steps
        refused = next((i for i, a in enumerate(answered.answers) if held(a)), None)
        if refused is None:
            return answered
        given = tuple(overrides(answered.answers[refused]))
        answered = played_once(path, (*steps[:refused], *given, *steps[refused:]))
    raise AssertionError(f"{path.name}: what is overridden stays refused.")


def held(answer: Answer) -> bool:
    """Whether an act was refused by nothing that a physician could not override."""
    blocks = [f for f in answer.findings if f.blocks]
    only_holds = bool(blocks) and all(f.kind.level is Level.HOLD for f in blocks)
    return answer.outcome == "refused" and not answer.step.asks and only_holds


def overrides(answer: Answer) -> Iterator[Step]:
    step = answer.step
    for finding in answer.findings:
        if finding.blocks:
            said = {
                "finding": Code(finding.code),
                "act": Code(step.command.name),
                "patch_number": Count(1),
                "saw": PlainForm(dict(finding.seen)),
                "reason": FreeText("Known, and weighed."),
            }
            yield replace(step, command=OverrideHold, said=said, by=Role.PHYSICIAN, asks=False)


# how they are counted


@dataclass(frozen=True, kw_only=True)
class Spoken:
    """One finding, spoken in full on one step."""

    step: str
    act: str
    code: str
    level: str


def spoken(steps: Iterable[Mapping[str, Any]]) -> Iterator[Spoken]:
    """Each finding where it is new: to ask and then to do the same is one look at one page."""
    asked, seen = "", frozenset[str]()
    for step in steps:
        act = step.get("ask") or step["do"]
        here = frozenset(f["code"] for f in step["findings"])
        for finding in step["findings"]:
            read_already = act == asked and finding["code"] in seen
            if not (read_already or finding.get("again") or finding["level"] == "overridden"):
                code, level = finding["code"], finding["level"]
                yield Spoken(step=step["id"], act=act, code=code, level=level)
        if act != OverrideHold.name:
            asked, seen = act, here


def told(path: Path) -> tuple[Spoken, ...]:
    return tuple(spoken(as_table((played(path),))["steps"]))


def burden(path: Path) -> Burden:
    all_told = told(path)
    levels = Counter(one.level for one in all_told)
    holds = Counter(one.code for one in all_told if one.level == "hold")
    return Burden(
        stops=levels["stop"],
        holds=levels["hold"],
        twice=sum(n > 1 for n in holds.values()),
        advises=levels["advise"],
        overrides=sum(a.step.command is OverrideHold for a in played(path).answers),
    )


# what is kept, and what is printed


def kept() -> dict[str, dict[str, int]]:
    """Who is over the bar, and by which counts."""
    found: dict[str, dict[str, int]] = json.loads(KEPT.read_text("utf-8"))
    return found


def today() -> dict[str, dict[str, int]]:
    over = {path.stem: burden(path).over(BARS[group(path)]) for path in files()}
    return {name: counts for name, counts in over.items() if counts}


def write() -> None:
    rows = ",\n".join(f' "{name}": {json.dumps(counts)}' for name, counts in today().items())
    KEPT.write_text("{\n" + rows + "\n}\n", "utf-8")


def as_lines() -> Iterator[str]:
    over = today()
    for path in files():
        counts = " ".join(f"{name} {n}" for name, n in asdict(burden(path)).items() if n)
        mark = "over" if path.stem in over else ""
        yield f"{path.stem:<5}{group(path):<14}{mark:<6}{counts or 'nothing'}"
    yield ""
    causes = Counter((one.level, one.code) for path in files() for one in told(path))
    for (level, code), n in causes.most_common():
        yield f"{n:>5}  {level:<8}{code}"
    yield f"{len(over)} of {len(files())} patients are over their bar."


if __name__ == "__main__":
    if "--write" in sys.argv[1:]:
        write()
    sys.stdout.write("\n".join(as_lines()) + "\n")

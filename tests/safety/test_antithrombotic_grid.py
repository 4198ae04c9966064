"""H06, over the whole grid: every drug, dose, kidney, hours since the last dose, precision of its
time, table, confirmed or not. No time-out passes the gate unless a confirmed row says so, or a
physician by name.

What should be is read here from the text of the tables, by a reader of its own that knows nothing
of the parser and the rules.
"""

import tomllib
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from functools import cache
from importlib import resources
from itertools import islice, product, starmap
from typing import Any, NamedTuple

import pytest
from clotting import follows, ready
from journey import time_out
from story import NURSE, Story

from bloodpatch.pathway.clinical import Antithrombotic, DoseClass
from bloodpatch.pathway.codes import Code, PlainForm
from bloodpatch.pathway.context import Context
from bloodpatch.pathway.decide import Accepted
from bloodpatch.pathway.episode import Episode
from bloodpatch.pathway.events import Happened
from bloodpatch.pathway.protocol import AntithromboticPolicy
from bloodpatch.pathway.review.commands import OverrideHold
from bloodpatch.pathway.rules.antithrombotics import BEFORE_TIME_OUT
from bloodpatch.pathway.stages.preparation.commands import TakeTimeOut
from bloodpatch.pathway.stages.preparation.events import AntithromboticRecorded
from bloodpatch.pathway.values import Answer, Count, CrClMlPerMin, FreeText, Precision, When

TIME_OUT = time_out()
UTC_ZONE = "Etc/UTC"
NOT_CHOSEN = AntithromboticPolicy.NOT_CHOSEN
NEVER_WAIT = {Antithrombotic.NSAID, Antithrombotic.SSRI_SNRI}
NEVER, UNKNOWN = "not recorded", Precision.UNKNOWN


class Cell(NamedTuple):
    policy: AntithromboticPolicy
    confirmed: bool
    drug: Antithrombotic
    dose: DoseClass | None
    crcl: int | None
    hours: int
    time: Precision | str
    running: bool = False


def cells() -> Iterator[Cell]:
    yield from starmap(
        Cell,
        product(
            AntithromboticPolicy,
            (True, False),
            Antithrombotic,
            (None, DoseClass.LOW_PROPHYLACTIC, DoseClass.HIGH_THERAPEUTIC),
            (None, 29, 30),
            (0, 12, 25, 73, 170, 264),
            (Precision.MINUTE, Precision.HOUR, Precision.DAY, UNKNOWN, NEVER),
        ),
    )
    for policy, drug in product(AntithromboticPolicy, Antithrombotic):
        yield Cell(policy, True, drug, None, 60, 264, Precision.MINUTE, running=True)


# what should be


@cache
def raw_rows(policy: str) -> tuple[dict[str, Any], ...]:
    if policy == NOT_CHOSEN:
        return ()
    file = resources.files("bloodpatch.protocols").joinpath(f"antithrombotics/{policy}.toml")
    return tuple(tomllib.loads(file.read_text("utf-8"))["row"])


@cache
def rows(policy: str, drug: str, dose: str | None, crcl: int | None) -> tuple[dict[str, Any], ...]:
    band = None if crcl is None else ("crcl_under_limit" if crcl < 30 else "crcl_from_limit")
    return tuple(
        row
        for row in raw_rows(policy)
        if row["drug"] == drug
        and (dose is None or row["dose_class"] in ("any", dose))
        and (band is None or row["renal"] in ("any", band))
    )


def passes(cell: Cell, now: Any) -> bool:
    """Whether the tables allow the needle now. No laboratory value is on record in this grid."""
    if cell.drug in NEVER_WAIT:
        return True
    mine = rows(cell.policy, cell.drug.value, cell.dose, cell.crcl)
    unknown = cell.time in (UNKNOWN, NEVER)
    if not mine or not cell.confirmed:
        return False
    if any(row["judged"] or row["laboratory"] for row in mine):
        return False
    longest = max(row["hold_hours"] for row in mine)
    if longest == 0:
        return True
    return (
        not cell.running
        and not unknown
        and bool(now >= ended(cell, now) + timedelta(hours=longest))
    )


def free(cell: Cell) -> bool:
    """A row that somebody has confirmed, and that asks for no wait at all."""
    mine = rows(cell.policy, cell.drug.value, cell.dose, cell.crcl)
    none = all(row.get("hold_hours") == 0 and not row["judged"] for row in mine)
    return bool(mine) and none and cell.confirmed


def ended(cell: Cell, now: Any) -> Any:
    """The end of the minute, the hour or the day of the last dose."""
    taken = now - timedelta(hours=cell.hours)
    if cell.time is Precision.DAY:
        return taken.replace(hour=0, minute=0) + timedelta(days=1)
    if cell.time is Precision.HOUR:
        return taken.replace(minute=0) + timedelta(hours=1)
    return taken


# what is


def last_dose(cell: Cell, now: Any) -> When | None:
    if cell.time == NEVER:
        return None
    return When(now - timedelta(hours=cell.hours), UTC_ZONE, Precision(cell.time))


@cache
def clearance(crcl: int | None) -> CrClMlPerMin | None:
    return None if crcl is None else CrClMlPerMin(crcl)


def statement(cell: Cell, now: Any) -> AntithromboticRecorded:
    return AntithromboticRecorded(
        drug=cell.drug,
        last_dose=last_dose(cell, now),
        dose_class=cell.dose,
        crcl=clearance(cell.crcl),
        running=Answer.YES if cell.running else None,
    )


@cache
def stories() -> dict[tuple[AntithromboticPolicy, bool], Story]:
    """A patient of whom everything else is known, in a clinic that follows each table or none."""
    return {
        (policy, confirmed): bare(policy)
        if policy is NOT_CHOSEN
        else follows(ready(None), policy, confirmed=None if confirmed else ())
        for policy, confirmed in product(AntithromboticPolicy, (True, False))
    }


def bare(policy: AntithromboticPolicy) -> Story:
    story = ready(None)
    assert story.protocol.preparation.antithrombotic_policy is policy
    return story


@cache
def contexts() -> dict[tuple[AntithromboticPolicy, bool], tuple[Context, Any]]:
    """The context, and the envelope of a statement that was recorded just now."""
    found = {}
    for key, story in stories().items():
        outcome = Accepted((), (), When.exact(story.now, UTC_ZONE))
        envelope = story.envelope(NURSE, TIME_OUT, outcome)  # type: ignore[arg-type]
        found[key] = (story.context(NURSE), envelope)
    return found


def alone(envelope: Happened[Any], event: AntithromboticRecorded) -> Episode:
    """An episode in which nothing is on record but the drug: the gate asks for nothing else."""
    empty = Episode("grid")
    first = empty.rounds[0].file("preparation", replace(envelope, event=event))
    return replace(empty, rounds=(first,))


def gate(cell: Cell) -> dict[str, list[str]]:
    """Which controls hold this cell, each with its codes."""
    context, envelope = contexts()[cell.policy, cell.confirmed]
    episode = alone(envelope, statement(cell, context.now))
    found = {rung.__name__: list(rung(episode, context)) for rung in BEFORE_TIME_OUT}
    return {name: [f.code for f in these if f.blocks] for name, these in found.items() if these}


# the proof


def test_no_cell_passes_the_gate_that_the_tables_do_not_allow() -> None:
    seen: Counter[bool] = Counter()
    # Of two drugs one is counted; the grid has one, and counting holds nothing.
    wrong, silent = [], {rung.__name__ for rung in BEFORE_TIME_OUT} - {"drugs_are_counted"}
    for cell in cells():
        held = gate(cell)
        expected = passes(cell, contexts()[cell.policy, cell.confirmed][0].now)
        seen[expected] += 1
        if bool(held) == expected:
            wrong.append((cell, held))
        if len(held) == 1:
            silent -= held.keys()
        asked = cell.drug not in NEVER_WAIT and not free(cell)
        if asked and (not cell.confirmed or cell.time in (UNKNOWN, NEVER)):
            assert held, cell
    assert wrong[:3] == []
    assert silent == set(), "controls that no cell needs"
    assert seen.total() > 50_000 and seen[True] > 2_000, seen


def sampled() -> list[Cell]:
    return list(islice(cells(), 0, None, 331))


def test_the_time_out_itself_says_the_same() -> None:
    """A sample through `decide`, with all other rungs in place."""
    passed = 0
    for cell in sampled():
        story = stories()[cell.policy, cell.confirmed].copy()
        story.given(statement(cell, story.now))
        allowed = isinstance(story.decide(NURSE, TIME_OUT), Accepted)
        assert allowed == (not gate(cell)), cell
        passed += allowed
    assert passed > 5


@pytest.mark.parametrize("number", [100, 20_000, 35_000, 50_000])
def test_a_named_physician_is_the_only_other_way(number: int) -> None:
    cell = next(c for c in islice(cells(), number, None) if len(gate(c)) > 1)
    story = stories()[cell.policy, cell.confirmed].copy()
    story.given(statement(cell, story.now))
    for code in story.refuses(NURSE, TIME_OUT):
        assert code in story.refuses(NURSE, TIME_OUT)
        finding = story.finding(NURSE, TakeTimeOut, code)
        story.physician(
            OverrideHold(
                finding=Code(code),
                act=Code(TakeTimeOut.name),
                patch_number=Count(1),
                saw=PlainForm(dict(finding.seen)),
                reason=FreeText("Weighed with the haematologist."),
            )
        )
    story.nurse(TIME_OUT)
    overridden = story.episode.history[-1].findings
    assert overridden and all(mark.startswith("overridden:") for mark in overridden)

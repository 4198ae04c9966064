"""The permit `preparation.time_out`: drugs against clotting."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from functools import cache

from clotting import REGIONAL, follows, table
from story import NURSE, ZONE, Story

from bloodpatch.pathway.clinical import Antithrombotic, DoseClass, Measured, ResultWord
from bloodpatch.pathway.clinical.drugs import AGAINST_PLATELETS
from bloodpatch.pathway.findings import Finding
from bloodpatch.pathway.protocol import AntithromboticPolicy
from bloodpatch.pathway.stages.preparation.events import (
    AntithromboticRecorded,
    BleedingHistoryRecorded,
    LabsRecorded,
)
from bloodpatch.pathway.values import Answer, CrClMlPerMin, Inr, Precision, When
from tests.safety.compared import patients as p
from tests.safety.compared.comparing import Compared, Difference, difference
from tests.safety.oracle.antithrombotics import WINDOW, grid
from tests.safety.oracle.table import Plain, Row, Vector

TAKEN: dict[Plain, Answer | None] = {
    "no": Answer.NO,
    "yes_named_and_over": Answer.YES,
    "yes_not_named": Answer.YES,
    "not_told": None,
}


def history(anticoagulant: Answer | None, antiplatelet: Answer | None) -> BleedingHistoryRecorded:
    return BleedingHistoryRecorded(
        bleeding_history=Answer.NO,
        antithrombotic=anticoagulant,
        antiplatelet=antiplatelet,
        long_on_heparin=Answer.NO,
    )


def over(drug: Antithrombotic, ended: datetime, **told: DoseClass) -> AntithromboticRecorded:
    return AntithromboticRecorded(drug=drug, last_dose=When.exact(ended, ZONE), **told)


@cache
def visit(
    policy: AntithromboticPolicy,
    unsigned: frozenset[str] = frozenset(),
    anticoagulant: Answer | None = Answer.YES,
    antiplatelet: Answer | None = Answer.YES,
) -> Story:
    """Checked but for the drugs, with normal values of now; the clinic has signed all rows but
    those of the drugs that are named."""
    story = p.arrived(p.decided())
    if policy is not AntithromboticPolicy.NOT_CHOSEN:
        rows = [row for row in table(policy).rows if row.drug.value not in unsigned]
        follows(story, policy, confirmed=rows)
    else:
        assert story.protocol.preparation.antithrombotic_policy is policy
    p.checked(story, history(anticoagulant, antiplatelet)).given(p.CONSENT).at(f"{p.TODAY} 14:00")
    fresh = When.exact(story.now - timedelta(minutes=5), ZONE)
    aptt = (Measured.parse("aptt 30 s"),)
    inr = LabsRecorded(inr=Inr.parse("1.0"), taken=fresh)
    return story.given(inr, LabsRecorded(values=aptt, word=ResultWord.NORMAL, taken=fresh))


def asked(vector: Vector) -> tuple[Finding, ...]:
    anticoagulant, antiplatelet = vector["anticoagulant"], vector["antiplatelet"]
    answers = TAKEN[anticoagulant], TAKEN[antiplatelet]
    story = visit(REGIONAL, frozenset(), *answers).copy()
    if anticoagulant == "yes_named_and_over":
        story.given(over(Antithrombotic.WARFARIN, story.now - timedelta(days=10)))
    if antiplatelet == "yes_named_and_over":
        story.given(over(Antithrombotic.CLOPIDOGREL, story.now - timedelta(days=8)))
    return p.found(story, NURSE, p.TIME_OUT)


def two(vector: Vector) -> tuple[Finding, ...]:
    """Of a drug without a row another one is taken in its place, one for each column."""
    told = {
        "enoxaparin_low": (Antithrombotic.ENOXAPARIN, 12, Antithrombotic.ACENOCOUMAROL),
        "clopidogrel": (Antithrombotic.CLOPIDOGREL, 168, Antithrombotic.DIPYRIDAMOLE),
    }
    unsigned = {told[name][0].value for name, state in vector.items() if state == "not_signed"}
    takes = (Answer.NO if state == "not_taken" else Answer.YES for state in vector.values())
    story = visit(REGIONAL, frozenset(unsigned), *takes).copy()
    for name, (drug, hours, without_row) in told.items():
        state = vector[name]
        low = {"dose_class": DoseClass.LOW_PROPHYLACTIC} if name == "enoxaparin_low" else {}
        minutes = -1 if state == "inside" else 1
        ended = story.now - timedelta(hours=hours, minutes=minutes)
        if state == "time_not_told":
            story.given(AntithromboticRecorded(drug=drug, **low))
        elif state != "not_taken":
            story.given(over(without_row if state == "no_row" else drug, ended, **low))
    return p.found(story, NURSE, p.TIME_OUT)


# one drug, by the words of the commands


def drug(vector: Vector, hours: int) -> tuple[Finding, ...]:
    name = str(vector["drug"])
    unsigned = frozenset({name} if vector["signed"] == "no" else ())
    platelets = Antithrombotic(name) in AGAINST_PLATELETS
    answers = (Answer.NO, Answer.YES) if platelets else (Answer.YES, Answer.NO)
    story = visit(AntithromboticPolicy(str(vector["table"])), unsigned, *answers).copy()
    told, crcl = vector["last_dose"], vector["crcl"]
    ended = story.now - timedelta(hours=hours)
    dose = vector["dose_class"]
    story.given(
        AntithromboticRecorded(
            drug=Antithrombotic(name),
            last_dose=rounded(ended, str(told)),
            dose_class=None if dose == "not_told" else DoseClass(str(dose)),
            crcl=None if crcl == "not_told" else CrClMlPerMin.parse(str(crcl)),
            running=Answer.YES if told == "still_given" else None,
        )
    )
    return p.found(story.wait(minutes=int(vector["from_earliest_min"])), NURSE, p.TIME_OUT)


def rounded(ended: datetime, precision: str) -> When | None:
    """A time told so roughly that it ends then: the day in whichever zone ends there."""
    if precision == "minute":
        return When.exact(ended, ZONE)
    if precision == "hour":
        return When(ended - timedelta(minutes=30), ZONE, Precision.HOUR)
    if precision == "day":
        east = -ended.hour % 24
        zone = f"Etc/GMT-{east}" if east <= 14 else f"Etc/GMT+{24 - east}"
        return When(ended - timedelta(hours=12), zone, Precision.DAY)
    return None


def cells(step: int = 1) -> Iterator[tuple[Vector, int, Row]]:
    yield from (cell for n, cell in enumerate(grid()) if n % step == 0)


def drug_difference(words: Vector, hours: int, row: Row) -> Difference | None:
    """One cell of the grid of drugs: a table of that one row."""
    cell = WINDOW._replace(inputs=(), rows=(row._replace(when={}),))
    found = difference(Compared(cell, lambda vector: drug(vector, hours)), words)
    return found and found._replace(told=words)
